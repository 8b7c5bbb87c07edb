# SPDX-License-Identifier: MIT
"""Tokens of Markdown to blocks, outline headings and the breaks between scenes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from markdown_it.token import Token

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.domain.markdown_dialect import (
    BREAK_CLASS,
    DEPTH_KEY,
    EMPTY_CLASS,
    EXCLUDED_CLASS,
    ITEM_CLASSES,
)
from novelist.importers.markdown.attributes import Attributes
from novelist.importers.markdown.notes import Notes
from novelist.importers.markdown.runs import picture, plain_text, read_inlines
from novelist.importers.outline import Boundary, Event, Title

_DEEPEST: Final = 4  # levels of headings in a text
_KINDS: Final[Mapping[str, ItemKind]] = {name: kind for kind, name in ITEM_CLASSES.items()}


@dataclass(slots=True)
class _Context:
    """What the blocks stand in: a quotation, a division, a list item."""

    kind: str
    attrs: dict[str, d.JsonValue] = field(default_factory=dict)
    once: bool = False  # only its first block is of that kind
    number: str = ""  # what stands before its first words
    used: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """``counts`` is false where a list of numbers does not begin with one."""

    ordered: bool
    counts: bool


class BlockReader:
    """Walks the tokens of a file; ``text_level`` is the first level of headings in the text."""

    def __init__(self, text_level: int) -> None:
        self._text_level = text_level
        self._notes = Notes((), text_level, _note_blocks)
        self._segment = 0
        self._contexts: list[_Context] = []
        self._lists: list[_List] = []
        self._attributes = Attributes()

    def read(self, tokens: Sequence[Token]) -> Iterator[Event]:
        """Everything in order."""
        self._notes = Notes(tokens, self._text_level, _note_blocks)
        for index, token in enumerate(tokens):
            yield from self._read(token, tokens[index + 1 : index + 2])

    def _read(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            yield from handler(self, token, following)

    def _attribute_line(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        self._attributes = token.meta["attributes"]
        if EMPTY_CLASS in self._attributes.classes:
            yield self._block(())

    def _paragraph(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        children = following[0].children or []
        if len(children) == 1 and children[0].type == "image" and not self._contexts:
            yield self._picture(children[0])
        else:
            yield self._block(self._inlines(following[0]))

    def _verse(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        yield self._made(d.VERSE, self._inlines(following[0]), {})

    def _heading(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        level = int(token.tag[1:])
        if level < self._text_level and not self._contexts:
            self._segment += 1
            text = plain_text(following[0].children or ())
            yield _title(level, text, token.meta["attributes"])
        else:
            depth = max(1, min(level - self._text_level + 1, _DEEPEST))
            yield self._made(d.HEADING, self._inlines(following[0]), {"level": depth})

    def _rule(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        if BREAK_CLASS in self._attributes.classes:
            yield self._made(d.SCENE_BREAK, (), {})
        else:
            self._segment += 1
            yield Boundary()

    def _fence(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        inlines: list[d.Inline] = []
        for number, line in enumerate(token.content.removesuffix("\n").split("\n")):
            inlines += [d.Atom(d.LINE_BREAK)] if number else []
            inlines += [d.Run(line)] if line else []
        yield self._made(d.LETTER, tuple(inlines), {})

    def _open_quote(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        self._contexts.append(_Context(d.QUOTATION))
        return iter(())

    def _open_division(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        self._contexts.append(_Context(token.meta["kind"]))
        return iter(())

    def _open_list(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        ordered = token.type.startswith("ordered")
        self._lists.append(_List(ordered, counts=int(token.attrGet("start") or 1) == 1))
        return iter(())

    def _close_list(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        self._lists.pop()
        return iter(())

    def _open_item(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        around = self._lists[-1]
        if not around.counts:
            # "1986. That was the year" begins with words, not with the number of a list.
            number = f"{token.info}{token.markup} "
            self._contexts.append(_Context(d.PARAGRAPH, once=True, number=number))
            return iter(())
        attrs: dict[str, d.JsonValue] = {"ordered": True} if around.ordered else {}
        if len(self._lists) > 1:
            attrs["depth"] = len(self._lists) - 1
        self._contexts.append(_Context(d.LIST_ITEM, attrs, once=True))
        return iter(())

    def _close_item(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        if not self._contexts[-1].used:
            yield self._block(())
        self._contexts.pop()

    def _close(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        self._contexts.pop()
        return iter(())

    def _block(self, inlines: tuple[d.Inline, ...]) -> d.Block:
        """A block of the kind that its surroundings give it."""
        context = self._contexts[-1] if self._contexts else _Context(d.PARAGRAPH)
        if context.once and context.used:
            return self._made(d.PARAGRAPH, inlines, {})
        if context.number:
            inlines = d.normal(d.Block(inlines=(d.Run(context.number), *inlines))).inlines
        return self._made(context.kind, inlines, dict(context.attrs))

    def _picture(self, token: Token) -> d.Block:
        return self._made(d.IMAGE_BLOCK, (), picture(token))

    def _made(
        self, kind: str, inlines: tuple[d.Inline, ...], attrs: dict[str, d.JsonValue]
    ) -> d.Block:
        given, self._attributes = self._attributes, Attributes()
        style = [name for name in given.classes if name not in (EMPTY_CLASS, BREAK_CLASS)]
        if style:
            attrs["style"] = " ".join(style)
        if self._contexts:
            self._contexts[-1].used = True
        return d.Block(kind, inlines, attrs | given.values)

    def _inlines(self, token: Token) -> tuple[d.Inline, ...]:
        return read_inlines(token.children or [], partial(self._notes.find, self._segment))

    def _definition(self, token: Token, following: Sequence[Token]) -> Iterator[Event]:
        """A footnote that nothing refers to stays where it stands."""
        return self._notes.unused(token)


def _note_blocks(token: Token) -> list[d.Block]:
    events = BlockReader(1).read(token.meta["tokens"])
    return [event for event in events if isinstance(event, d.Block)]


_Handler = Callable[[BlockReader, Token, Sequence[Token]], Iterator[Event]]
_HANDLERS: Final[Mapping[str, _Handler]] = {
    "attributes": BlockReader._attribute_line,
    "paragraph_open": BlockReader._paragraph,
    "definition": BlockReader._definition,
    "verse_open": BlockReader._verse,
    "heading_open": BlockReader._heading,
    "hr": BlockReader._rule,
    "fence": BlockReader._fence,
    "blockquote_open": BlockReader._open_quote,
    "blockquote_close": BlockReader._close,
    "division_open": BlockReader._open_division,
    "division_close": BlockReader._close,
    "bullet_list_open": BlockReader._open_list,
    "ordered_list_open": BlockReader._open_list,
    "bullet_list_close": BlockReader._close_list,
    "ordered_list_close": BlockReader._close_list,
    "list_item_open": BlockReader._open_item,
    "list_item_close": BlockReader._close_item,
}


def _title(level: int, text: str, attributes: Attributes) -> Title:
    kinds = [_KINDS[name] for name in attributes.classes if name in _KINDS]
    depth = attributes.values.get(DEPTH_KEY)
    return Title(
        level,
        text,
        kind=kinds[0] if kinds else None,
        depth=depth if type(depth) is int and depth >= 0 else None,
        is_excluded=EXCLUDED_CLASS in attributes.classes,
    )
