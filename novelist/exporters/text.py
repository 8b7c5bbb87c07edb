# SPDX-License-Identifier: MIT
"""Plain text: UTF-8, paragraphs as the language of the novel sets them, no marks.

English parts paragraphs with a blank line. Chinese indents each by two ideographic spaces and sets
them line under line. Footnotes stand as [1] in the text and follow at the end of their chapter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from novelist.domain import document as d
from novelist.domain.languages import is_han
from novelist.domain.manuscript import HEADED, Manuscript, ManuscriptItem
from novelist.exporters.division import divide, with_breaks
from novelist.exporters.exported import (
    ExportedFile,
    ExportOptions,
    Findings,
    WarningReason,
    number_of,
    text_of,
)
from novelist.exporters.file_names import numbered_names, safe_name

EXTENSION: Final = ".txt"
KNOWN_MARKS: Final = frozenset(
    {
        d.EMPHASIS, d.STRONG, d.UNDERLINE, d.STRIKE, d.SMALL_CAPS, d.SUPERSCRIPT, d.SUBSCRIPT,
        d.HIGHLIGHT, d.LINK, d.LANGUAGE, d.RUBY, d.COMMENT,
    }
)  # fmt: skip
_LINE_ENDS: Final = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


class TextExporter:
    """Writes plain text."""

    extension = EXTENSION

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One file, or one for each chapter."""
        if not options.per_chapter:
            name = safe_name(manuscript.title, "novel") + EXTENSION
            titled = options.settings is None or options.settings.content.title_page
            return [_file(name, manuscript, manuscript.items, options, title_page=titled)]
        pieces = divide(manuscript.items)
        names = numbered_names([each.title(manuscript.language) for each in pieces], EXTENSION)
        return [
            _file(name, manuscript, piece.items, options)
            for name, piece in zip(names, pieces, strict=True)
        ]


def _file(
    name: str,
    manuscript: Manuscript,
    items: Iterable[ManuscriptItem],
    options: ExportOptions,
    *,
    title_page: bool = False,
) -> ExportedFile:
    settings = options.settings
    spaced = settings is not None and settings.typography.paragraph_space
    writer = _Writer(manuscript, spaced=spaced)
    if title_page:
        writer.write_title()
    writer.write_items(items)
    text = writer.findings.writable(writer.text())
    return ExportedFile(name, text.encode(), writer.findings.warnings())


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that stand together; two of one group follow each other without a blank line."""

    text: str
    group: str = ""


class _Writer:
    """Turns items into stretches of text."""

    def __init__(self, manuscript: Manuscript, *, spaced: bool = False) -> None:
        """``spaced`` parts paragraphs by an empty line where they are indented too."""
        self.findings = Findings()
        self._manuscript = manuscript
        self._han = is_han(manuscript.language)
        self._prose = "prose" if self._han and not spaced else ""
        self._stretches: list[_Stretch] = []
        self._notes: list[d.Atom] = []
        self._list_counts: dict[int, tuple[bool, int]] = {}
        self._blocks: Mapping[str, Callable[[d.Block], _Stretch]] = {
            d.PARAGRAPH: self._paragraph,
            d.HEADING: self._heading,
            d.SCENE_BREAK: self._break,
            d.QUOTATION: self._quotation,
            d.LETTER: self._quotation,
            d.VERSE: self._verse,
            d.LIST_ITEM: self._list_item,
            d.IMAGE_BLOCK: self._image,
        }

    def text(self) -> str:
        """Everything written so far; ends with a newline unless it is empty."""
        joined = ""
        for number, stretch in enumerate(self._stretches):
            if number:
                tight = stretch.group and stretch.group == self._stretches[number - 1].group
                joined += "\n" if tight else "\n\n"
            joined += stretch.text
        return f"{joined}\n" if joined else ""

    def write_title(self) -> None:
        """The title of the novel and its author."""
        names = (self._manuscript.title, self._manuscript.author)
        self._add_heading("\n".join(_one_line(name) for name in names if name.strip()))

    def write_items(self, items: Iterable[ManuscriptItem]) -> None:
        """All items, with scene breaks between scenes and footnotes where a chapter ends."""
        for item, has_break in with_breaks(items):
            if item.kind in HEADED:
                self._write_notes()
            if item.is_headed:
                lines = item.heading_lines(self._manuscript.language)
                self._add_heading("\n".join(map(_one_line, lines)))
            if has_break:
                self._stretches.append(_Stretch(_one_line(self._manuscript.scene_break)))
            self._write_blocks(item.document.blocks)
        self._write_notes()

    def _add_heading(self, text: str) -> None:
        if text:
            self._stretches.append(_Stretch(text))

    def _write_blocks(self, blocks: Iterable[d.Block]) -> None:
        for block in blocks:
            if block.kind != d.LIST_ITEM:
                self._list_counts.clear()
            if block.kind not in self._blocks:
                self.findings.add(WarningReason.UNKNOWN_BLOCK, block.kind)
            self._stretches.append(self._blocks.get(block.kind, self._paragraph)(block))

    def _write_notes(self) -> None:
        """The footnotes of the chapter that ends here; one in a note is numbered after it."""
        for number, note in enumerate(self._notes, 1):
            lines = [self._inlines(block) for block in self.findings.footnote_blocks(note)]
            self._stretches.append(_Stretch(f"[{number}] " + "\n".join(lines), "notes"))
        self._notes.clear()

    # Blocks

    def _paragraph(self, block: d.Block) -> _Stretch:
        indent = "　　" if self._han and block.attrs.get("indent") != "none" else ""
        return _Stretch(indent + self._inlines(block), self._prose)

    def _heading(self, block: d.Block) -> _Stretch:
        return _Stretch(self._inlines(block))

    def _break(self, block: d.Block) -> _Stretch:
        return _Stretch(_one_line(text_of(block, "symbol")) or d.BREAK_SYMBOL)

    def _quotation(self, block: d.Block) -> _Stretch:
        indent = "　　　　" if self._han else "    "
        return _Stretch(_indented(self._inlines(block), indent), self._prose)

    def _verse(self, block: d.Block) -> _Stretch:
        return _Stretch(_indented(self._inlines(block), "　　　　" if self._han else "    "))

    def _list_item(self, block: d.Block) -> _Stretch:
        depth = max(0, min(number_of(block, "depth", 0), 20))
        ordered = block.attrs.get("ordered") is True
        counts = {level: n for level, n in self._list_counts.items() if level <= depth}
        before = counts.get(depth, (ordered, 0))
        number = before[1] + 1 if before[0] is ordered else 1
        self._list_counts = {**counts, depth: (ordered, number)}
        sign = f"{number}. " if ordered else "- "
        return _Stretch("  " * depth + sign + self._inlines(block), "list")

    def _image(self, block: d.Block) -> _Stretch:
        parts = [self._picture(block), _one_line(text_of(block, "caption")), self._inlines(block)]
        return _Stretch(" ".join(part for part in parts if part))

    # Inlines

    def _inlines(self, block: d.Block) -> str:
        written = ""
        for place, inline in enumerate(block.inlines):
            self._check_marks(inline)
            if isinstance(inline, d.Run):
                following = block.inlines[place + 1 :][:1]
                written += _one_line(inline.text) + _reading(inline, following)
            else:
                written += self._atom(inline)
        return written

    def _check_marks(self, inline: d.Inline) -> None:
        for mark in inline.marks:
            if mark.name not in KNOWN_MARKS:
                self.findings.add(WarningReason.UNKNOWN_MARK, mark.name)

    def _atom(self, atom: d.Atom) -> str:
        if atom.kind == d.LINE_BREAK:
            return "\n"
        if atom.kind == d.FOOTNOTE:
            self._notes.append(atom)
            return f"[{len(self._notes)}]"
        if atom.kind == d.IMAGE:
            return self._picture(atom)
        if atom.kind == d.PLACEHOLDER:
            return _one_line(self.findings.placeholder(self._manuscript, atom))
        self.findings.add(WarningReason.UNKNOWN_ATOM, atom.kind)
        return _one_line(text_of(atom, "text") or f"[{atom.kind}]")

    def _picture(self, holder: d.Atom | d.Block) -> str:
        self.findings.add(WarningReason.IMAGE_AS_TEXT, text_of(holder, "alt"))
        return f"[{_one_line(text_of(holder, 'alt'))}]"


def _reading(run: d.Run, following: tuple[d.Inline, ...]) -> str:
    """The ruby of a run in full-width brackets, after the last run that it stands over."""
    value = next((mark.value for mark in run.marks if mark.name == d.RUBY), "")
    goes_on = any(
        mark.name == d.RUBY and mark.value == value for f in following for mark in f.marks
    )
    return f"（{_one_line(value)}）" if value and not goes_on else ""


def _one_line(text: str) -> str:
    """The text without line ends of its own: a line break is an atom."""
    return _LINE_ENDS.sub(" ", text)


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line for line in text.split("\n"))
