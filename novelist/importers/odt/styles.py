# SPDX-License-Identifier: MIT
"""The styles of a text: what paragraphs and letters that have one are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.odt.lengths import points
from novelist.importers.odt.look import PLAIN, TextLook, text_look
from novelist.importers.odt.names import q, value
from novelist.importers.style_names import (
    ALIGNED,
    BREAKS,
    HEADING_IN_TEXT,
    KINDS,
    TEXT_BREAK,
    matter_of_style,
)

_HEADING: Final = re.compile(r"heading ([1-9]|10)")
_CODED: Final = re.compile(r"_([0-9a-f]{1,5})_")  # "_20_" is a space in the name of a style
_QUOTED: Final = 14.0  # points from the margin at which a paragraph is a quotation
_LONGEST_CHAIN: Final = 60
# Styles that mean nothing but their look, which is that of the whole text. Those that programs
# bring along besides these have a class.
_LOOKS: Final = frozenset(
    {"standard", "text body", "first paragraph", "compact", "default paragraph style", "date",
     "contact", "page start", "footnote", "endnote", "header", "footer", "annotation text",
     "figurewithcaption", "table contents", "list contents", "contents heading"}
)  # fmt: skip
# Styles of letters that come with what they are letters of.
_IMPLIED: Final = frozenset(
    {"internet link", "visited internet link", "index link", "definition", "rubies",
     "footnote symbol", "endnote symbol", "footnote anchor", "endnote anchor", "drop caps",
     "bullet symbols", "numbering symbols", "line numbering", "page number", "source text"}
)  # fmt: skip
_LETTERS: Final = {
    "emphasis": TextLook(italic=True),
    "strong emphasis": TextLook(bold=True),
}
"""What styles look like that a damaged file names and does not have."""


class Role(Enum):
    """What a paragraph is for."""

    TEXT = "text"
    BREAK = "break"
    TEXT_BREAK = "text break"
    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    CONTACT = "contact"
    CAPTION = "caption"


_ROLES: Final = {
    **dict.fromkeys(BREAKS, Role.BREAK), TEXT_BREAK: Role.TEXT_BREAK, "title": Role.TITLE,
    "subtitle": Role.SUBTITLE, "author": Role.AUTHOR, "contact": Role.CONTACT,
    **dict.fromkeys(
        ("caption", "illustration", "figure", "drawing", "figurecaption", "image caption"),
        Role.CAPTION,
    ),
}  # fmt: skip


@dataclass(slots=True)
class ParagraphLook:
    """What a paragraph is by its style.

    ``level`` is that of a heading of the outline or 0; ``heading`` that of one in a text;
    ``matter`` is front or back matter, where a style is called so.
    ``align`` is set by a style that is called so, ``direct_align`` and ``is_indented`` by hand.
    """

    kind: str = d.PARAGRAPH
    role: Role = Role.TEXT
    matter: ItemKind | None = None
    level: int = 0
    heading: int = 0
    align: str = ""
    direct_align: str = ""
    is_indented: bool = False
    is_ruled: bool = False
    text: TextLook = PLAIN


@dataclass(frozen=True, slots=True)
class _Style:
    element: Element
    names: frozenset[str]
    parent: str
    is_automatic: bool
    text: TextLook = field(default=PLAIN)

    @property
    def is_look(self) -> bool:
        """Whether a program brought it along."""
        return bool(self.names & _LOOKS or value(self.element, "style:class"))


class Styles:
    """All styles of a text, by the names that it uses."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self.language = ""
        """That of letters which have no other; "" where nothing is said."""
        self._all: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, dict[int, bool]] = {}
        self._outline: set[int] = set()
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._texts: dict[str, TextLook] = {}
        for root in roots:
            self._gather(root)

    def paragraph(self, name: str) -> ParagraphLook:
        """What a paragraph with that style is."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name)
        return self._paragraphs[name]

    def text(self, name: str) -> TextLook:
        """How letters with that style look."""
        if name not in self._texts:
            self._texts[name] = self._text(name)
        return self._texts[name]

    def is_numbered(self, name: str, depth: int) -> bool:
        """Whether the lists of a style have numbers at a depth (from 0)."""
        levels = self._lists.get(name, {})  # of one that is missing, the next above it counts
        return levels.get(max((each for each in levels if each <= depth + 1), default=0), False)

    def has_number(self, level: int) -> bool:
        """Whether headings of a level say more than their words: "Chapter 1"."""
        return level in self._outline

    def _gather(self, root: Element) -> None:
        for group in ("office:styles", "office:automatic-styles"):
            for parent in root.iter(q(group)):
                for element in parent:
                    self._add(element, is_automatic=group != "office:styles")

    def _add(self, element: Element, *, is_automatic: bool) -> None:
        family, name = value(element, "style:family"), value(element, "style:name")
        text = element.find(q("style:text-properties"))
        look = PLAIN if text is None else text_look(text.attrib)
        if element.tag == q("style:style"):
            names = frozenset(
                each.casefold() for each in (value(element, "style:display-name"), decoded(name))
            )
            parent = value(element, "style:parent-style-name")
            self._all[family, name] = _Style(element, names, parent, is_automatic, look)
        elif element.tag == q("style:default-style") and family == "paragraph":
            self.language = look.language or ""
        elif element.tag == q("text:list-style"):
            self._lists[name] = _levels(element)
        elif element.tag == q("text:outline-style"):
            self._outline = {level for level, has in _levels(element).items() if has}

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        """A style and those that it is based on; one that the file has not is known by name."""
        for _ in range(_LONGEST_CHAIN):
            style = self._all.get((family, name))
            if style is None:
                style = _Style(Element("none"), frozenset({decoded(name).casefold()}), "", False)
            yield style
            name = style.parent
            if not name:
                return

    def _text(self, name: str) -> TextLook:
        look = PLAIN
        for style in self._chain("text", name):
            if style.names & _IMPLIED:
                break
            look = look.over(style.text)
            if not len(style.element):
                known = next((_LETTERS[each] for each in style.names if each in _LETTERS), PLAIN)
                look = look.over(known)
        return look

    def _paragraph(self, name: str) -> ParagraphLook:
        found = ParagraphLook()
        level: int | None = None
        names: list[str] = []  # of the styles that are its own
        is_open = True  # whether what styles say is still that of the paragraph alone
        for style in self._chain("paragraph", name):
            if level is None:
                level = _level_of(style)
            if not is_open:
                continue
            names += style.names
            if _mean(found, style.names) or (style.is_look and not style.is_automatic):
                is_open = False
            else:
                found.text = found.text.over(style.text)
                _lay_out(found, style)
        found.level = level or 0
        found.matter = _matter_of(names, is_heading=bool(level))
        if found.level:
            found.text = PLAIN
        return found


def _levels(style: Element) -> dict[int, bool]:
    """Which levels of lists or headings a style has, and whether these have numbers."""
    said = ((value(each, "text:level"), value(each, "style:num-format")) for each in style)
    return {
        int(level): bool(format) for level, format in said if level.isdecimal() and len(level) < 3
    }


def decoded(name: str) -> str:
    """The name of a style as people read it: "Text_20_body" is Text body."""

    def letter(match: re.Match[str]) -> str:
        number = int(match[1], 16)
        return chr(number) if number < 0x110000 else match[0]

    return _CODED.sub(letter, name)


def _level_of(style: _Style) -> int | None:
    said = style.element.get(q("style:default-outline-level"))
    if said is not None:
        return min(int(said), 10) if said.isdecimal() and len(said) < 3 else 0
    headings = (_HEADING.fullmatch(each) for each in style.names)
    return next((int(each[1]) for each in headings if each), None)


def _mean(found: ParagraphLook, names: Iterable[str]) -> bool:
    """Take what a style is called for what the paragraph is; whether that says anything."""
    for name in names:
        if name in KINDS:
            found.kind = KINDS[name]
        elif name in _ROLES:
            found.role = _ROLES[name]
        elif name in ALIGNED:
            found.align = ALIGNED[name]
        elif heading := HEADING_IN_TEXT.fullmatch(name):
            found.heading = int(heading[1])
        elif not _HEADING.fullmatch(name):
            continue
        return True
    return False


def _matter_of(names: Iterable[str], *, is_heading: bool) -> ItemKind | None:
    kinds = (matter_of_style(name, is_heading=is_heading) for name in names)
    return next((kind for kind in kinds if kind), None)


def _lay_out(found: ParagraphLook, style: _Style) -> None:
    layout = style.element.find(q("style:paragraph-properties"))
    if layout is None:
        return
    align = value(layout, "fo:text-align")
    if not found.direct_align:
        found.direct_align = {"end": "right"}.get(align, align)
    indent = points(value(layout, "fo:text-indent"))
    if points(value(layout, "fo:margin-left")) >= _QUOTED and indent >= 0:
        found.is_indented = True
    edges = (value(layout, f"fo:border{side}") for side in ("", "-bottom", "-top"))
    found.is_ruled = found.is_ruled or any(edge not in ("", "none", "hidden") for edge in edges)
