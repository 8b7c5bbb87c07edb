# SPDX-License-Identifier: MIT
"""A document of novelWriter line by line: headings, what is said about them, and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.importers.novelwriter.inline import read_inlines

_HEADING: Final = re.compile(r"(?P<level>#{1,4})(?P<mark>!?)[ \t]+(?P<title>.*\S)[ \t]*")
_META: Final = re.compile(r"%%~(\w+):[ \t]*(.*)")
_REFERENCE: Final = re.compile(r"@(\w+)[ \t]*:(.*)")
_FOOTNOTE: Final = re.compile(r"%[ \t]*footnote\.([^:\s]+)[ \t]*:(.*)", re.IGNORECASE)
_SYNOPSIS: Final = re.compile(r"%[ \t]*(?:synopsis|short(?: description)?)[ \t]*:(.*)",
                              re.IGNORECASE)  # fmt: skip
_MARKED_LEVELS: Final = 3  # "####!" is no heading
_MOST_REPEATED: Final = 1_000_000  # characters of footnotes that are referred to again


@dataclass(slots=True)
class Section:
    """A heading and what follows it; level 0 is what stands before the first.

    ``is_marked`` is its "!". ``lines`` are those of the text, ``said`` the comments
    as they are written, without the synopsis. ``references`` are what follows each "@": its name
    and what it names.
    """

    level: int = 0
    title: str = ""
    is_marked: bool = False
    lines: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    synopsis: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether there is anything but blank lines."""
        return any(line.strip() for line in self.lines)

    def take(self, other: Section) -> None:
        """What is said before a heading belongs to it."""
        self.said[:0] = other.said
        self.synopsis[:0] = other.synopsis
        self.references[:0] = other.references


class Footnotes:
    """The definitions of one document."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._used: set[str] = set()
        self._repeated = 0

    def define(self, key: str, text: str) -> bool:
        """Add one; False where the key has another already."""
        return self._texts.setdefault(key, text) == text

    def find(self, key: str) -> d.JsonValue:
        """The blocks of a footnote; None where it is not defined, or was repeated too often."""
        text = self._texts.get(key)
        if text is None:
            return None
        if key in self._used:
            self._repeated += len(text)
            if self._repeated > _MOST_REPEATED:
                return None
        self._used.add(key)
        inlines = read_inlines(text, lambda _key: None)
        return [block_to_json(d.Block(inlines=inlines))]

    def unused(self) -> Iterator[str]:
        """The definitions that no reference means, as they are written."""
        for key, text in self._texts.items():
            if key not in self._used:
                yield f"Footnote.{key}: {text}"


def head_of(text: str) -> tuple[dict[str, str], str]:
    """What the first lines of a file say of it, and the rest."""
    about: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _META.fullmatch(line)
        if found is None:
            return about, "\n".join(lines[number:])
        about[found[1]] = found[2].strip()
    return about, ""


def replaced(text: str, replacements: Mapping[str, str]) -> str:
    """The text with what the project replaces when it is printed."""
    if not replacements:
        return text
    keys = re.compile("|".join(re.escape(key) for key in replacements))
    return keys.sub(lambda found: replacements[found[0]], text)


def read_sections(text: str, deepest: int, *, keep_references: bool = False) -> tuple[
    list[Section], Footnotes
]:  # fmt: skip
    """The sections of a document and its footnotes.

    Headings below ``deepest`` are lines of the text; so are references with ``keep_references``.
    """
    sections, footnotes = [Section()], Footnotes()
    for line in text.split("\n"):
        heading = heading_of(line)
        if heading is not None and heading.level <= deepest:
            sections.append(heading)
        else:
            _read_line(line, sections[-1], footnotes, keep_references=keep_references)
    if len(sections) > 1 and not sections[0].has_text:
        sections[1].take(sections.pop(0))
    return sections, footnotes


def heading_of(line: str) -> Section | None:
    """The section that a line begins; None for any other line."""
    found = _HEADING.fullmatch(line) if line.startswith("#") else None
    if found is None or (found["mark"] and len(found["level"]) > _MARKED_LEVELS):
        return None
    return Section(len(found["level"]), found["title"], bool(found["mark"]))


def _read_line(line: str, section: Section, footnotes: Footnotes, *, keep_references: bool) -> None:
    if line.startswith("%"):
        _read_comment(line, section, footnotes)
    elif (found := _REFERENCE.match(line)) and not keep_references:
        section.references.append((found[1], found[2].strip()))
    else:
        section.lines.append(line)
        return
    section.lines.append("")  # a comment ends a paragraph


def _read_comment(line: str, section: Section, footnotes: Footnotes) -> None:
    footnote, synopsis = _FOOTNOTE.match(line), _SYNOPSIS.match(line)
    if footnote and footnotes.define(footnote[1], footnote[2].strip()):
        return
    if synopsis:
        section.synopsis.append(synopsis[1].strip())
    elif comment := line[1:].strip():
        section.said.append(comment)
