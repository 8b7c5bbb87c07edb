# SPDX-License-Identifier: MIT
"""Positions as Qt counts them."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from novelist.ui.utf16 import units


def test_it_is_what_qt_counts(qapp):
    for text in ("", "plain", "雾港", "a𠮷b😀", "é", "\u202bש"):
        assert units(text) == QTextDocument(text).characterCount() - 1


def test_half_a_character_takes_one():
    assert units("a\ud842b") == 3
