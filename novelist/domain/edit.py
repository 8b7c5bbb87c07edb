# SPDX-License-Identifier: MIT
"""One action of the user with the exact values it found and left: what undo goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

Values = Mapping[int, Mapping[str, Any]]  # id → column → value
Texts = Mapping[int, str]  # item id → JSON Lines


class EditAction(StrEnum):
    """What was done. Words for people are in ``ui/undo_words.py``."""

    CREATE = "create"
    MOVE = "move"
    DUPLICATE = "duplicate"
    TRASH = "trash"
    RESTORE = "restore"
    SPLIT = "split"
    MERGE = "merge"
    KEEP_BOTH = "keep_both"  # the other version of a text was put into a scene after it
    RESTORE_TEXT = "restore_text"  # an earlier version of a text
    RESTORE_SNAPSHOT = "restore_snapshot"  # a named moment of the whole novel
    REPLACE = "replace"  # words found and replaced in texts
    SET_TITLE = "set_title"
    SET_SYNOPSIS = "set_synopsis"
    SET_NOTES = "set_notes"
    SET_STATUS = "set_status_id"
    SET_LABEL = "set_label_id"
    SET_TARGET = "set_target"
    SET_IN_MANUSCRIPT = "set_in_manuscript"
    # on the shelf
    CREATE_NOVEL = "create_novel"
    IMPORT_NOVEL = "import_novel"
    RENAME_NOVEL = "rename_novel"
    TRASH_NOVEL = "trash_novel"
    RESTORE_NOVEL = "restore_novel"


@dataclass(frozen=True)
class Edit:
    """One action on the outline of a novel, or on the shelf (``novel_id`` is then None).

    ``before`` and ``after`` hold the columns of items that it changed; ``texts_before`` and
    ``texts_after`` the texts that it rewrote (a split, a merge); ``novels_before`` and
    ``novels_after`` the columns of novels. ``ids`` are what it was done to, or made: items, on the
    shelf novels. ``typed`` edits of one field join until there is a pause. ``command_id`` is the
    row of the journal, 0 where nothing changed and there is none; ``subject`` is the title of what
    it was done to, and ``more`` how many others.
    """

    action: str
    novel_id: int | None
    ids: tuple[int, ...]
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    texts_before: Texts = field(default_factory=dict)
    texts_after: Texts = field(default_factory=dict)
    novels_before: Values = field(default_factory=dict)
    novels_after: Values = field(default_factory=dict)
    typed: bool = False
    command_id: int = 0
    subject: str = ""
    more: int = 0

    @property
    def changes_something(self) -> bool:
        """Whether it left anything other than it was."""
        return (
            self.before != self.after
            or self.texts_before != self.texts_after
            or self.novels_before != self.novels_after
        )

    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            texts_before=self.texts_after,
            texts_after=self.texts_before,
            novels_before=self.novels_after,
            novels_after=self.novels_before,
        )
