# SPDX-License-Identifier: MIT
"""Possible slips that are no matter of spelling: underlined, explained, mended from the menu."""
