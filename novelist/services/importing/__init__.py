# SPDX-License-Identifier: MIT
"""Manuscripts that come in: read, shown, written in one step."""
