# SPDX-License-Identifier: MIT
"""What a committed command announces: which things changed how, and who started it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What kind of thing changed."""

    NOVEL = "novel"
    ITEM = "item"  # a row of the outline
    TEXT = "text"  # the text of a scene; ids are item ids
    STATUS = "status"
    LABEL = "label"
    COMMENT = "comment"  # and what is answered to it
    ENTITY = "entity"  # of the story bible
    PREFERENCE = "preference"
    PRESET = "preset"  # of the writer's own, for compiling
    WORD = "word"  # a word that is called right; the ids are not told


class Action(StrEnum):
    """What happened to it."""

    CREATED = "created"
    UPDATED = "updated"
    MOVED = "moved"
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change to some ids, all of one novel (None where it spans novels)."""

    subject: Subject
    action: Action
    ids: frozenset[int]
    novel_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that one command changed; ``initiator`` names the panel that started it, or is ""."""

    entries: tuple[Change, ...]
    initiator: str = ""

    @classmethod
    def of(
        cls,
        subject: Subject,
        action: Action,
        ids: Iterable[int],
        *,
        novel_id: int | None = None,
        initiator: str = "",
    ) -> Changes:
        """A value with a single entry."""
        return cls((Change(subject, action, frozenset(ids), novel_id),), initiator)

    def ids(self, subject: Subject, *actions: Action) -> frozenset[int]:
        """The ids of ``subject`` that changed in one of ``actions`` (any, when none is named)."""
        found: set[int] = set()
        for entry in self.entries:
            if entry.subject is subject and (not actions or entry.action in actions):
                found |= entry.ids
        return frozenset(found)
