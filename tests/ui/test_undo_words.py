# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.undo_words``."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from novelist.domain.edit import EditAction
from novelist.services.journal.undo import Step
from novelist.ui.undo_words import ACTIONS, redo_words, undo_words


def step(action, subject="", more=0):
    return Step(1, action, "done", subject, more, datetime.now(UTC))


def test_every_action_has_words():
    assert set(ACTIONS) == set(EditAction)


@pytest.mark.parametrize(
    ("subject", "more", "words"),
    [
        ("The tide office", 0, "Undo: Move “The tide office”"),
        ("The tide office", 2, "Undo: Move (3 entries)"),
        ("Salt & sand", 0, "Undo: Move “Salt && sand”"),
        ("", 0, "Undo: Move"),
        ("A title that would make the menu wider than the window", 0,
         "Undo: Move “A title that would make the…”"),
    ],
)  # fmt: skip
def test_the_menu_says_what_will_be_undone(qapp, subject, more, words):
    assert undo_words(step(EditAction.MOVE, subject, more)) == words


def test_a_title_is_not_taken_for_the_name_of_a_version(qapp):
    text, novel = EditAction.RESTORE_TEXT, EditAction.RESTORE_SNAPSHOT
    assert undo_words(step(text, "Tide")) == "Undo: Restore an earlier version of “Tide”"
    assert undo_words(step(text)) == "Undo: Restore an earlier version"
    assert undo_words(step(novel, "Tide", 2)) == "Undo: Restore the novel"


def test_nothing_to_do_and_an_action_of_a_newer_version_have_words_too(qapp):
    assert (undo_words(None), redo_words(None)) == ("Undo", "Redo")
    assert redo_words(step("weave", "Ebb")) == "Redo: Change “Ebb”"
