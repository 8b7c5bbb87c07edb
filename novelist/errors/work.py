# SPDX-License-Identifier: MIT
"""What a user asked for and cannot be done so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from novelist.errors.base import UserError


class NotFoundError(UserError):
    """No such thing in this library; ``subject`` and ``key`` say what was looked for."""

    def __init__(self, subject: str, key: object) -> None:
        super().__init__(f"{subject} {key}")
        self.subject = subject
        self.key = key


class AmbiguousTitleError(UserError):
    """Several novels fit that title; ``ids`` are theirs, and ``titles`` what they are called."""

    def __init__(self, title: str, ids: tuple[int, ...], titles: tuple[str, ...] = ()) -> None:
        super().__init__(title)
        self.title = title
        self.ids = ids
        self.titles = titles


class DuplicateTitleError(UserError):
    """Another ``subject`` (status, label, …) has that name already."""

    def __init__(self, subject: str) -> None:
        super().__init__(subject)
        self.subject = subject


class PatternFault(StrEnum):
    """What is wrong with a regular expression, or with what is to take the place of its matches."""

    NOT_CLOSED = "not closed"
    NOT_OPENED = "not opened"
    SET_NOT_CLOSED = "set not closed"
    NOTHING_TO_REPEAT = "nothing to repeat"
    BAD_ESCAPE = "bad escape"
    BAD_RANGE = "bad range"
    UNKNOWN_GROUP = "unknown group"
    TOO_LONG = "too long"
    OTHER = "other"


class PatternError(UserError):
    """A regular expression is none; ``at`` is the offset where that shows, if it does."""

    def __init__(self, fault: PatternFault, at: int | None = None) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.at = at


class PatternTooSlowError(UserError):
    """A regular expression took too long on one paragraph, and was stopped."""


class InvalidMoveError(UserError):
    """The items cannot be put there."""


class TextChangedError(UserError):
    """Taking the action back would drop what was typed since into the item ``item_id``."""

    def __init__(self, item_id: int) -> None:
        super().__init__(f"item {item_id}")
        self.item_id = item_id


class StepError(UserError):
    """A step of the journal, by its ``command_id``, can be neither undone nor done again."""

    def __init__(self, command_id: int, detail: str = "") -> None:
        super().__init__(f"step {command_id}: {detail}")
        self.command_id = command_id


class StepUnreadableError(StepError):
    """A step of the journal is damaged, or a newer version wrote it; it is left out."""


class StepImpossibleError(StepError):
    """A step of the journal needs what was deleted for ever; it is left out."""


class ConflictError(UserError):
    """Somebody else saved this row first; the object still holds what was typed here."""

    def __init__(self, subject: str, key: int, ours: int, theirs: int | None) -> None:
        super().__init__(f"{subject} {key}: version {ours} here, {theirs} in the library")
        self.subject = subject
        self.key = key
        self.ours = ours
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class CommitMark:
    """The row that a transaction on a server leaves: its number, and a name nobody else has."""

    number: int
    name: str
