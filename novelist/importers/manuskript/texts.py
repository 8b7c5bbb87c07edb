# SPDX-License-Identifier: MIT
"""Texts of Manuskript to documents: Markdown with a paragraph a line, HTML, or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from novelist.domain import document as d
from novelist.importers.markdown.blocks import BlockReader
from novelist.importers.markdown.syntax import parse
from novelist.importers.named_lines import document_of_lines
from novelist.importers.outline import Boundary
from novelist.importers.styling import Styling
from novelist.importers.watch import Watch
from novelist.progress import Progress

_TAGS: Final = {
    "b": d.STRONG, "strong": d.STRONG, "i": d.EMPHASIS, "em": d.EMPHASIS, "u": d.UNDERLINE,
    "s": d.STRIKE, "sup": d.SUPERSCRIPT, "sub": d.SUBSCRIPT,
}  # fmt: skip
_UNSEEN: Final = frozenset({"style", "script", "head", "title"})
_LINES: Final = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"})


def read_text(text: str, kind: str, progress: Progress) -> d.Document:
    """The document of a text of that type."""
    if not text.strip():
        return d.EMPTY
    if kind in ("md", "", "t2t"):
        return d.Document(tuple(_markdown(text, progress)))
    if kind == "html":
        return d.Document(tuple(_html(text)))
    return document_of_lines(text.split("\n"))


def _html(text: str) -> list[d.Block]:
    reader = _Html()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # what Python's reader says of markup that it cannot read
        return list(document_of_lines(text.split("\n")))
    return reader.finished()


def _markdown(text: str, progress: Progress) -> Iterator[d.Block]:
    apart = "\n\n".join(text.strip("\n").split("\n"))
    tokens, _ = parse(apart, Watch(progress))
    for event in BlockReader(1).read(tokens):
        if isinstance(event, d.Block):
            yield event
        elif isinstance(event, Boundary):
            yield d.Block(d.SCENE_BREAK, (), {"symbol": d.BREAK_SYMBOL})


class _Html(HTMLParser):
    """What the editor of old versions wrote: paragraphs with marks."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[d.Block] = []
        self._styling = Styling()
        self._unseen = 0

    def finished(self) -> list[d.Block]:
        """All paragraphs."""
        self._end()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A mark or a paragraph begins."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _TAGS:
            self._styling.begin(_TAGS[tag])
        elif tag == "br":
            self._styling.atom(d.LINE_BREAK)
        elif tag in _LINES:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        """A mark or a paragraph ends."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _TAGS:
            self._styling.end(_TAGS[tag])
        elif tag in _LINES:
            self._end()

    def handle_data(self, data: str) -> None:
        """Words; line ends in them are spaces."""
        if not self._unseen:
            self._styling.text(data.replace("\n", " "))

    def _end(self) -> None:
        block = d.Block(inlines=self._styling.cut())
        if block.plain_text.strip():
            self._blocks.append(block)
