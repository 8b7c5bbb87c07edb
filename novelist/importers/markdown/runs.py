# SPDX-License-Identifier: MIT
"""Tokens inside a block of Markdown to runs, atoms and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from markdown_it.token import Token

from novelist.domain import document as d
from novelist.domain.document_text import mark_from_json
from novelist.domain.markdown_dialect import (
    ATOM_KEY,
    ATOM_MARK_PREFIX,
    ATTACHMENT,
    MARK_CLASSES,
)
from novelist.importers.markdown.attributes import Attributes

NoteFinder = Callable[[str], d.JsonValue]
"""The blocks of the footnote of that label, or None where it is not defined."""

_CLASS_MARKS: Final = {name: mark for mark, name in MARK_CLASSES.items()}
_SIMPLE: Final = {
    "em_open": d.EMPHASIS,
    "strong_open": d.STRONG,
    "s_open": d.STRIKE,
}
_HAN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]")


def read_inlines(tokens: Sequence[Token], note: NoteFinder) -> tuple[d.Inline, ...]:
    """The inlines of a block, neighbouring runs of equal marks joined."""
    reader = _Reader(note)
    for index, token in enumerate(tokens):
        reader.read(token, tokens[index + 1 : index + 2])
    return d.normal(d.Block(inlines=tuple(reader.found))).inlines


def plain_text(tokens: Iterable[Token]) -> str:
    """The words alone, as in a title."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens
    )


def picture(token: Token) -> dict[str, d.JsonValue]:
    """The attributes of a picture."""
    address = str(token.attrGet("src") or "")
    given: dict[str, d.JsonValue] = {}
    if address.startswith(ATTACHMENT):
        given["digest"] = address.removeprefix(ATTACHMENT)
    else:
        given["src"] = address
    alt = plain_text(token.children or ())
    if alt:
        given["alt"] = alt
    caption = token.attrGet("title")
    if caption:
        given["caption"] = str(caption)
    attributes = token.meta.get("attributes")
    return given | (attributes.values if isinstance(attributes, Attributes) else {})


class _Reader:
    """Walks the tokens of one block."""

    def __init__(self, note: NoteFinder) -> None:
        self.found: list[d.Inline] = []
        self._note = note
        self._open: list[list[d.Mark]] = []

    def read(self, token: Token, following: Sequence[Token]) -> None:
        """Add what a token stands for."""
        if token.type in ("text", "text_special"):
            self._text(token.content)
        elif token.type == "softbreak":
            self._text(self._joint(following))
        elif token.type == "hardbreak":
            self._atom(d.LINE_BREAK, {})
        elif token.type == "image":
            self._image(token)
        elif token.type == "note_reference":
            self._reference(token.meta["id"])
        elif token.nesting > 0:
            self._begin(token)
        elif token.nesting < 0:
            self._open.pop()

    def _marks(self) -> d.Marks:
        return d.canonical(mark for marks in self._open for mark in marks)

    def _text(self, text: str) -> None:
        if text:
            self.found.append(d.Run(text, self._marks()))

    def _atom(self, kind: str, attrs: dict[str, d.JsonValue]) -> None:
        self.found.append(d.Atom(kind, attrs, self._marks()))

    def _joint(self, following: Sequence[Token]) -> str:
        """What a line end inside a paragraph becomes: nothing between Han characters."""
        last = self.found[-1] if self.found else None
        above = last.text[-1] if isinstance(last, d.Run) else ""
        below = following[0].content[:1] if following else ""
        return "" if _HAN.match(above) and _HAN.match(below) else " "

    def _image(self, token: Token) -> None:
        self._atom(d.IMAGE, picture(token))

    def _reference(self, label: str) -> None:
        blocks = self._note(label)
        if blocks is None:
            self._text(f"[^{label}]")
        else:
            self._atom(d.FOOTNOTE, {"id": label, "blocks": blocks})

    def _begin(self, token: Token) -> None:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            self._open.append([d.Mark(d.LINK, address)] if address else [])
        elif token.type == "span_open":
            self._span(token.meta["attributes"])
        else:
            self._open.append([d.Mark(_SIMPLE[token.type])])

    def _span(self, attributes: Attributes) -> None:
        """Marks for the text inside, or an atom."""
        marks = [d.Mark(_CLASS_MARKS.get(name, name)) for name in attributes.classes]
        values = dict(attributes.values)
        kind = values.pop(ATOM_KEY, None)
        if not isinstance(kind, str):
            marks += [mark_from_json(name, value) for name, value in values.items()]
            self._open.append(marks)
            return
        for name in [name for name in values if name.startswith(ATOM_MARK_PREFIX)]:
            marks.append(mark_from_json(name.removeprefix(ATOM_MARK_PREFIX), values.pop(name)))
        self._open.append(marks)
        self._atom(kind, values)
