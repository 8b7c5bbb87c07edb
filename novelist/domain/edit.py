# SPDX-License-Identifier: MIT
"""One action of the user with the exact values it found and left: what undo goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from novelist.domain.enums import ChoiceKind
from novelist.domain.finding.rewriting import Rewriting

Values = Mapping[int, Mapping[str, Any]]  # id → column → value
Texts = Mapping[int, str]  # item id → JSON Lines
Rewritten = Mapping[int, Rewriting]  # item id → the lines that changed


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
    TAKE_OTHER = "take_other"  # that version took the place of the one written here
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
    # statuses and labels; what they are about is the last word (``choice_kind``)
    CREATE_STATUS = "create_status"
    RENAME_STATUS = "rename_status"
    RECOLOUR_STATUS = "recolour_status"
    MOVE_STATUS = "move_status"
    REMOVE_STATUS = "remove_status"
    CREATE_LABEL = "create_label"
    RENAME_LABEL = "rename_label"
    RECOLOUR_LABEL = "recolour_label"
    MOVE_LABEL = "move_label"
    REMOVE_LABEL = "remove_label"
    # comments; ``ids`` is the item that they are about
    CREATE_COMMENT = "create_comment"
    CREATE_REPLY = "create_reply"
    WRITE_COMMENT = "write_comment"
    RESOLVE_COMMENT = "resolve_comment"
    REOPEN_COMMENT = "reopen_comment"
    REMOVE_COMMENT = "remove_comment"
    REMOVE_REPLY = "remove_reply"
    # the story bible, and custom fields of items; ``ids`` are items
    CREATE_ENTITY = "create_entity"
    WRITE_ENTITY = "write_entity"
    REMOVE_ENTITY = "remove_entity"
    WRITE_FIELDS = "write_fields"
    # details of a novel, in its own journal or on the shelf
    NOVEL_SUBTITLE = "novel_subtitle"
    NOVEL_AUTHOR = "novel_author"
    NOVEL_LANGUAGE = "novel_language"
    NOVEL_GENRE = "novel_genre"
    NOVEL_SERIES = "novel_series"
    NOVEL_SERIES_INDEX = "novel_series_index"
    NOVEL_LOGLINE = "novel_logline"
    NOVEL_TARGET = "novel_target"
    NOVEL_TARGET_UNIT = "novel_target_unit"
    NOVEL_DEADLINE = "novel_deadline"
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
    ``texts_after`` the texts that it rewrote (a split, a merge); ``rewritten`` the lines that it
    changed in texts that keep their blocks (replaced words); ``novels_before`` and
    ``novels_after`` the columns of novels; ``choices_before`` and ``choices_after`` those of the
    statuses or labels that the action is about, ``there`` among them; ``comments_before`` and
    ``comments_after`` those of comments; ``entities_before`` and ``entities_after`` those of the
    story bible; ``fields_before`` and ``fields_after`` the custom ``fields`` of items.
    ``ids`` are what it was
    done to, or made: items, on the shelf novels. ``typed`` edits of one field join until there is
    a pause. ``command_id`` is the row of the journal, 0 where nothing changed and there is none;
    ``subject`` is the title of what it was done to, and ``more`` how many others.
    """

    action: str
    novel_id: int | None
    ids: tuple[int, ...]
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    texts_before: Texts = field(default_factory=dict)
    texts_after: Texts = field(default_factory=dict)
    rewritten: Rewritten = field(default_factory=dict)
    novels_before: Values = field(default_factory=dict)
    novels_after: Values = field(default_factory=dict)
    choices_before: Values = field(default_factory=dict)
    choices_after: Values = field(default_factory=dict)
    comments_before: Values = field(default_factory=dict)
    comments_after: Values = field(default_factory=dict)
    entities_before: Values = field(default_factory=dict)
    entities_after: Values = field(default_factory=dict)
    fields_before: Values = field(default_factory=dict)
    fields_after: Values = field(default_factory=dict)
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
            or any(each.lines for each in self.rewritten.values())
            or self.novels_before != self.novels_after
            or self.choices_before != self.choices_after
            or self.comments_before != self.comments_after
            or self.entities_before != self.entities_after
            or self.fields_before != self.fields_after
        )

    @property
    def size(self) -> int:
        """How many characters the texts have that it carries."""
        texts = (*self.texts_before.values(), *self.texts_after.values())
        return sum(map(len, texts)) + sum(each.size for each in self.rewritten.values())

    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            texts_before=self.texts_after,
            texts_after=self.texts_before,
            rewritten={key: each.reversed() for key, each in self.rewritten.items()},
            novels_before=self.novels_after,
            novels_after=self.novels_before,
            choices_before=self.choices_after,
            choices_after=self.choices_before,
            comments_before=self.comments_after,
            comments_after=self.comments_before,
            entities_before=self.entities_after,
            entities_after=self.entities_before,
            fields_before=self.fields_after,
            fields_after=self.fields_before,
        )


def choice_kind(action: str) -> ChoiceKind:
    """What an action that changes statuses or labels is about."""
    return ChoiceKind(action.rpartition("_")[2])


def is_about_choices(action: str) -> bool:
    """Whether an action changes statuses or labels."""
    return action.rpartition("_")[2] in frozenset(ChoiceKind)
