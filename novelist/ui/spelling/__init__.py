# SPDX-License-Identifier: MIT
"""Misspelt words: underlined while one writes, corrected from the menu, known from then on."""
