# SPDX-License-Identifier: MIT
"""What every exporter gives: named files of bytes, and what could not be shown in them.

Exporters are total: they write any manuscript. What a format cannot show becomes its text, and a
warning of the file says so.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.document import PLACEHOLDER, Atom, Block
from novelist.domain.document_text import HEADER, from_json_lines
from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript
from novelist.errors import DocumentFormatError
from novelist.progress import Progress, between, nobody

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write: the format, and whether each chapter is a file of its own.

    ``settings`` are those of the preset that the manuscript was compiled by. ``progress`` is told
    how much is done, 0 to 1, and may raise to stop it all.
    """

    format: ExportFormat
    per_chapter: bool = False
    settings: CompileSettings | None = None
    progress: Progress = field(default=nobody, compare=False)

    def progress_of(self, before: int, files: int) -> Progress:
        """What is told how much of one file is done, where so many files stand before it."""
        return between(self.progress, before / files, (before + 1) / files)


class WarningReason(StrEnum):
    """Why something was written in another way than it stands in the novel."""

    UNKNOWN_BLOCK = "unknown_block"
    UNKNOWN_MARK = "unknown_mark"
    UNKNOWN_ATOM = "unknown_atom"
    UNKNOWN_ATTRIBUTE = "unknown_attribute"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    IMAGE_AS_TEXT = "image_as_text"
    UNSAFE_LINK = "unsafe_link"
    UNWRITABLE_CHARACTER = "unwritable_character"
    DAMAGED_FOOTNOTE = "damaged_footnote"
    MISSING_TYPEFACE = "missing_typeface"


@dataclass(frozen=True, slots=True, order=True)
class ExportWarning:
    """Something that was degraded ``count`` times; ``name`` is the kind, mark, atom or address."""

    reason: WarningReason
    name: str = ""
    count: int = 1

    def __str__(self) -> str:
        return f"{self.reason}: {self.name or self.count}"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file to be written: a safe name, its bytes, and what could not be shown as it is."""

    name: str
    data: bytes
    warnings: tuple[ExportWarning, ...] = ()


class Exporter(Protocol):
    """One format."""

    @property
    def extension(self) -> str:
        """The end of its file names, with the dot."""

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """The files of a manuscript; total, deterministic, free of side effects."""


@dataclass(slots=True)
class Findings:
    """Collects what was degraded while one file is written."""

    found: Counter[tuple[WarningReason, str]] = field(default_factory=Counter)

    def add(self, reason: WarningReason, name: str = "") -> None:
        """Note it once more."""
        self.found[reason, name] += 1

    def warnings(self) -> tuple[ExportWarning, ...]:
        """Everything noted, in a fixed order."""
        return tuple(sorted(ExportWarning(*key, count) for key, count in self.found.items()))

    def writable(self, text: str) -> str:
        """The text with U+FFFD for characters that no text format may hold (controls)."""
        for _ in _UNWRITABLE.findall(text):
            self.add(WarningReason.UNWRITABLE_CHARACTER)
        return _UNWRITABLE.sub("\ufffd", text)

    def footnote_blocks(self, atom: Atom) -> tuple[Block, ...]:
        """The blocks of a footnote; what cannot be read becomes a paragraph of its JSON."""
        blocks = atom.attrs.get("blocks", [])
        lines = [HEADER, *map(json.dumps, blocks if isinstance(blocks, list) else [blocks])]
        try:
            return from_json_lines("\n".join(lines)).blocks
        except DocumentFormatError:
            self.add(WarningReason.DAMAGED_FOOTNOTE)
            text = json.dumps(blocks, ensure_ascii=False)
            return from_json_lines(f"{HEADER}\n{json.dumps(['p', [text]])}").blocks

    def placeholder(self, manuscript: Manuscript, atom: Atom) -> str:
        """What a placeholder stands for; an unknown one is written as [its name]."""
        name = text_of(atom, "name") or PLACEHOLDER
        value = manuscript.field(name)
        if value is None:
            self.add(WarningReason.UNKNOWN_PLACEHOLDER, name)
            return f"[{name}]"
        return value


def text_of(holder: Atom | Block, name: str) -> str:
    """An attribute as text; "" where it is absent. Numbers come as digits, the rest as JSON."""
    value = holder.attrs.get(name)
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def number_of(holder: Atom | Block, name: str, otherwise: int) -> int:
    """An attribute as a whole number; ``otherwise`` where it is absent or of another type."""
    value = holder.attrs.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
