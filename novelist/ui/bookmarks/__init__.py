# SPDX-License-Identifier: MIT
"""Bookmarks in the texts: set and removed at the caret, gone to, listed."""
