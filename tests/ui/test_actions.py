# SPDX-License-Identifier: MIT
"""The commands of the window and of the text: every key means one thing."""

from __future__ import annotations

from collections import Counter

from novelist.ui.actions import (
    ACTIONS,
    MENUS,
    NEEDS_LIBRARY,
    NEEDS_NOVEL,
    NEEDS_READING,
    NEEDS_STEPS,
    SEPARATOR,
)
from novelist.ui.editor.formatting import ROWS

NAMES = {row.name for row in ACTIONS}


def test_no_two_commands_have_the_same_key():
    used = Counter(key for row in (*ACTIONS, *ROWS) for key in row.keys.split("; ") if key)
    shown_only = {row.keys for row in ROWS if row.is_native}
    shared = {key for key, count in used.items() if count > 1} - shown_only
    assert shared == set()


def test_menus_and_conditions_name_commands_that_there_are():
    named = {name for menu in MENUS for name in menu.actions} - {SEPARATOR}
    assert named <= NAMES
    assert {*NEEDS_LIBRARY, *NEEDS_NOVEL, *NEEDS_READING, *NEEDS_STEPS} <= NAMES


def test_no_menu_is_longer_than_a_small_screen():
    assert max(len(menu.actions) for menu in MENUS) <= 24  # rows of 30 pixels
