# SPDX-License-Identifier: MIT
"""Positions as Qt counts them: in units of UTF-16, of which 𠮷 has two."""

from __future__ import annotations


def units(text: str) -> int:
    """How many of Qt's positions a text takes; half a character takes one."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
