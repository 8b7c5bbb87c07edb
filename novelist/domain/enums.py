# SPDX-License-Identifier: MIT
"""The closed lists of the domain. Words for people are in ``ui/labels.py`` and the CLI."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class ItemKind(StrEnum):
    """What a row of the outline is."""

    PART = "part"
    CHAPTER = "chapter"
    SCENE = "scene"
    FOLDER = "folder"  # notes and research; outside the manuscript
    NOTE = "note"  # a text outside the manuscript
    FRONT = "front"  # front matter: dedication, epigraph, preface
    BACK = "back"  # back matter: afterword, acknowledgements

    @property
    def has_text(self) -> bool:
        """Whether the item carries a text of its own."""
        return self in (ItemKind.SCENE, ItemKind.NOTE, ItemKind.FRONT, ItemKind.BACK)

    @property
    def is_outside(self) -> bool:
        """Whether it never belongs to the manuscript, whatever its flag says."""
        return self in OUTSIDE_KINDS

    @property
    def is_container(self) -> bool:
        """Whether other items may be put inside."""
        return self in (ItemKind.PART, ItemKind.CHAPTER, ItemKind.FOLDER)


OUTSIDE_KINDS: Final = (ItemKind.FOLDER, ItemKind.NOTE)


class ExportFormat(StrEnum):
    """Formats a novel can be written in; the value is the name on the command line."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    PDF = "pdf"
    JSON = "json"


class ImportFormat(StrEnum):
    """Formats a novel can be read from; the value is the name on the command line."""

    TEXT = "text"
    MARKDOWN = "markdown"
    NOVELWRITER = "novelwriter"
    YWRITER = "ywriter"
    MANUSKRIPT = "manuskript"
    OPML = "opml"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    HTML = "html"
    RTF = "rtf"
    SCRIVENER = "scrivener"
    JSON = "json"
    CSV = "csv"


class Hue(StrEnum):
    """The seven label colours (``tokens.toml``, ``[label.*]``)."""

    SLATE = "slate"
    CLAY = "clay"
    OCHRE = "ochre"
    MOSS = "moss"
    TEAL = "teal"
    INDIGO = "indigo"
    PLUM = "plum"


class TargetUnit(StrEnum):
    """What a target counts."""

    WORDS = "words"  # a Han character counts as one word
    CHARACTERS = "characters"


class ChoiceKind(StrEnum):
    """What a novel lets be chosen for its scenes, in its own words."""

    STATUS = "status"
    LABEL = "label"

    @property
    def column(self) -> str:
        """The column of an item that holds the id of its choice."""
        return f"{self}_id"


class RevisionReason(StrEnum):
    """Why a version of a text was kept."""

    FOUND = "found"  # the text as the first save found it
    SAVE = "save"
    SPLIT = "split"
    MERGE = "merge"
    UNDO = "undo"
    RESTORE = "restore"
    REPLACE = "replace"
    IMPORT = "import"
    CONFLICT = "conflict"


class CommandState(StrEnum):
    """Where a command of the journal stands."""

    DONE = "done"  # can be undone
    UNDONE = "undone"  # can be done again
    DROPPED = "dropped"  # was undone, and something else was done since


class BackupReason(StrEnum):
    """Why a backup was made; the value is part of its file's name."""

    TIMER = "timer"
    EXIT = "exit"
    UPGRADE = "upgrade"  # before a newer version changed the structure
    CHANGE = "change"  # before an import, a thinning or a deletion for ever
    RESTORE = "restore"  # before a backup took the library's place
    ASKED = "asked"
