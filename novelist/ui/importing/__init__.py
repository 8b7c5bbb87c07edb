# SPDX-License-Identifier: MIT
"""The page that brings in a manuscript: choose a file, check what will be made, import it."""
