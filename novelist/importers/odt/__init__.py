# SPDX-License-Identifier: MIT
"""Texts of OpenDocument (ODT, and FODT in one file), after OpenDocument 1.3, part 3."""
