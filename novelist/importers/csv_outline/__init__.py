# SPDX-License-Identifier: MIT
"""Outlines kept in a spreadsheet, saved as CSV."""
