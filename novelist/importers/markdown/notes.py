# SPDX-License-Identifier: MIT
"""The footnotes of a Markdown file: which definition each reference means, and which none means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from markdown_it.token import Token

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.domain.markdown_dialect import BREAK_CLASS

BlocksReader = Callable[[Token], list[d.Block]]
"""Reads the blocks of a definition."""

_ANYWHERE: Final = -1
_MOST_REPEATED: Final = 4_000_000  # characters of all footnotes that are referred to again


class Notes:
    """A label means the first definition in the same item of the outline, else in the file.

    The items are counted by ``segment``: how many titles and breaks stand before a place.
    """

    def __init__(self, tokens: Sequence[Token], text_level: int, read_blocks: BlocksReader) -> None:
        self._read_blocks = read_blocks
        self._text_level = text_level
        self._found: dict[tuple[int, str], Token] = {}
        self._meant: set[int] = set()
        self._read: dict[int, d.JsonValue] = {}
        self._repeated = 0
        self._resolve(tokens)

    def find(self, segment: int, label: str) -> d.JsonValue:
        """The blocks of the footnote that a reference means, or None where there is none.

        A long footnote is not repeated for ever: its label is then no reference any more.
        """
        token = self._definition(segment, label)
        if token is None:
            return None
        if id(token) in self._read:
            self._repeated += _length(token)
            return self._read[id(token)] if self._repeated <= _MOST_REPEATED else None
        blocks: d.JsonValue = [block_to_json(block) for block in self._read_blocks(token)]
        return self._read.setdefault(id(token), blocks)

    def unused(self, token: Token) -> Iterator[d.Block]:
        """The blocks of a definition that no reference means, after its label; else nothing."""
        if id(token) in self._meant:
            return
        blocks = self._read_blocks(token)
        starts = bool(blocks) and blocks[0].kind == d.PARAGRAPH
        inlines = blocks[0].inlines if starts else ()
        yield d.normal(d.Block(inlines=(d.Run(f"[^{token.meta['id']}]: "), *inlines)))
        yield from blocks[starts:]

    def _definition(self, segment: int, label: str) -> Token | None:
        own = self._found.get((segment, label))
        return own or self._found.get((_ANYWHERE, label))

    def _resolve(self, tokens: Sequence[Token]) -> None:
        references: list[tuple[int, str]] = []
        for segment, token in self._segments(tokens):
            if token.type == "definition":
                self._found.setdefault((segment, token.meta["id"]), token)
                self._found.setdefault((_ANYWHERE, token.meta["id"]), token)
            for child in token.children or ():
                if child.type == "note_reference":
                    references.append((segment, child.meta["id"]))
        for segment, label in references:
            definition = self._definition(segment, label)
            if definition is not None:
                self._meant.add(id(definition))

    def _segments(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
        """Every token with its segment, but not the words of titles, which have no footnotes."""
        segment = 0
        pending = False  # whether an attribute line turns the next rule into a block
        title = False
        for token in tokens:
            if not title:
                yield segment, token
            title = self._is_title(token)
            if title or (token.type == "hr" and not pending):
                segment += 1
            pending = token.type == "attributes" and BREAK_CLASS in token.meta["attributes"].classes

    def _is_title(self, token: Token) -> bool:
        return (
            token.type == "heading_open"
            and token.level == 0
            and int(token.tag[1:]) < self._text_level
        )


def _length(definition: Token) -> int:
    return sum(len(token.content) for token in definition.meta["tokens"])
