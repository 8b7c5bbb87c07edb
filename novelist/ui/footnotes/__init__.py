# SPDX-License-Identifier: MIT
"""Footnotes: numbered in the text, written in a strip below the page."""
