# SPDX-License-Identifier: MIT
"""The body of a text to headings, breaks and blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeGuard
from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.importers.blocks import row_of, without_leading_space, without_room
from novelist.importers.leftovers import Leftovers
from novelist.importers.matter_text import MatterText
from novelist.importers.odt.frames import is_drawn
from novelist.importers.odt.front import FrontPage
from novelist.importers.odt.habits import Habits
from novelist.importers.odt.inlines import InlineReader, Said
from novelist.importers.odt.names import q, shown, value
from novelist.importers.odt.speech import has_words
from novelist.importers.odt.styles import ParagraphLook, Role, Styles
from novelist.importers.outline import Boundary, Event, Title
from novelist.importers.parts import Part
from novelist.importers.plain.layout import Group
from novelist.importers.plain.scenes import is_ornament
from novelist.importers.style_names import MATTER, is_symbol, text_break

_SPACES: Final = re.compile(r"[ \t\r\n]+")
_ALIGNED: Final = frozenset({"center", "right", "justify"})
_LOWEST: Final = 4  # of headings inside a text
_INDEXES: Final = frozenset(
    q(f"text:{name}") for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography",
    )
)  # fmt: skip
"""What programs gather out of the text, where it stands too."""
_SILENT: Final = frozenset(
    q(name) for name in (
        "text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:number",
        "text:user-field-decls", "text:dde-connection-decls", "text:soft-page-break",
        "text:alphabetical-index-auto-mark-file", "office:forms", "text:section-source",
        "office:event-listeners", "table:table-column", "svg:title", "svg:desc", "draw:image",
        "text:note-citation",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Context:
    """What a block stands in."""

    is_inside: bool = False
    """Of something that holds no headings of the outline."""
    depth: int = -1  # of lists
    list_style: str = ""
    is_unknown: bool = False
    """Whether nobody knows what holds it, but that it has words."""


class BlockReader:
    """Walks the body of a text in order; ``front`` is what its first lines say of it."""

    def __init__(
        self,
        styles: Styles,
        habits: Habits,
        leftovers: Leftovers,
        inlines: Callable[[Callable[[Element], list[d.JsonValue]]], InlineReader],
    ) -> None:
        self.front = FrontPage()
        self._matter = MatterText()
        self._styles, self._habits, self._leftovers = styles, habits, leftovers
        self._inlines = inlines(self._note)
        self._readers: dict[str, Callable[[Element, _Context], Iterator[Event]]] = {
            q("text:p"): self._paragraph,
            q("text:h"): self._heading,
            q("text:list"): self._list,
            q("text:section"): self._all,
            q("text:numbered-paragraph"): self._numbered,
            q("table:table"): self._table,
            q("text:change"): self._change,
        }

    def read(self, body: Element) -> Iterator[Event]:
        """Everything in order."""
        yield from self._matter.settled(self._all(body, _Context()))

    def _note(self, body: Element) -> list[d.JsonValue]:
        blocks = self._blocks(body)
        settled = [*map(without_leading_space, blocks[:1]), *blocks[1:]]
        return [[*block_to_json(each)] for each in settled]

    def _blocks(self, element: Element) -> list[d.Block]:
        events = self._all(element, _Context(is_inside=True))
        return [each for each in events if isinstance(each, d.Block)]

    def _all(self, element: Element, context: _Context) -> Iterator[Event]:
        picture: d.Block | None = None  # it waits for its caption
        for child in element:
            for event in self._one(child, context):
                if picture is not None and self._is_caption(event, child):
                    event = _captioned(picture, event.plain_text)
                    picture = None
                if picture is not None:
                    yield picture
                    picture = None
                if _wants_caption(event):
                    picture = event
                else:
                    yield event
        if picture is not None:
            yield picture

    def _one(self, child: Element, context: _Context) -> Iterator[Event]:
        yield from self._readers.get(child.tag, self._other)(child, context)
        if child.tail and (words := child.tail.strip()):
            self._leftovers.leave(Part.UNKNOWN, "text outside of paragraphs")
            yield d.paragraph(_SPACES.sub(" ", words))

    def _is_caption(self, event: Event, element: Element) -> TypeGuard[d.Block]:
        if not isinstance(event, d.Block) or _has_notes(event):
            return False
        return element.tag == q("text:p") and self._look(element).role is Role.CAPTION

    def _look(self, element: Element) -> ParagraphLook:
        return self._styles.paragraph(value(element, "text:style-name"))

    # -- paragraphs ----------------------------------------------------------------------------

    def _paragraph(self, element: Element, context: _Context) -> Iterator[Event]:
        look = self._look(element)
        if look.level and not (look.heading or context.is_inside):
            yield from self._heading(element, context)
            return
        said = self._inlines.read(element, look.text)
        events = self._of_role(said, look, context)
        if look.matter is not None and not context.is_inside and context.depth < 0:
            events = self._matter.styled(look.matter, events)
        yield from events
        yield from self._boxes(said, context)

    def _of_role(self, said: Said, look: ParagraphLook, context: _Context) -> Iterator[Event]:
        """What a paragraph is by its style: a break, a line of the first page, or text."""
        words = d.Block(inlines=said.inlines).plain_text.strip()
        if look.role is Role.BREAK or (look.is_ruled and not said.inlines):
            yield from self._break(context)
            if is_symbol(words):
                yield from without_room(said.inlines, (d.FOOTNOTE,))
            else:
                yield from self._text(said.inlines, look, context)
        elif look.role is Role.TEXT_BREAK:
            yield text_break(words)
            yield from without_room(said.inlines, (d.FOOTNOTE,))
        elif not context.is_inside and self.front.takes(look.role, _in_one_line(words)):
            yield from without_room(said.inlines)
        elif look.role is Role.TITLE and words and not context.is_inside:
            yield Title(1, _in_one_line(words))
            yield from without_room(said.inlines)
        elif any(isinstance(each, d.Atom) or each.text.strip() for each in said.inlines):
            if not context.is_inside:
                self.front.is_open = self.front.is_open and look.role is Role.CONTACT
            yield from self._text(said.inlines, look, context)

    def _text(
        self, inlines: tuple[d.Inline, ...], look: ParagraphLook, context: _Context
    ) -> Iterator[Event]:
        images = [each for each in inlines if isinstance(each, d.Atom) and each.kind == d.IMAGE]
        block = self._block(inlines, look, context)
        is_caption = look.role is Role.CAPTION and not _has_notes(block)
        if len(images) == 1 and (len(inlines) == 1 or is_caption):
            yield _captioned(d.Block(d.IMAGE_BLOCK, (), images[0].attrs), block.plain_text)
        elif self._is_ornament(block, look, context):
            yield from self._break(context)
            yield from without_room(inlines)
        else:
            yield block

    def _block(
        self, inlines: tuple[d.Inline, ...], look: ParagraphLook, context: _Context
    ) -> d.Block:
        attrs: dict[str, d.JsonValue] = {}
        direct = look.direct_align if look.direct_align != self._habits.align else ""
        if align := look.align or (direct if direct in _ALIGNED else ""):
            attrs["align"] = align
        if look.heading or look.level:
            level = look.heading or min(look.level, _LOWEST)
            return d.Block(d.HEADING, inlines, {**attrs, "level": level})
        is_quoted = look.is_indented and not self._habits.is_indented and context.depth < 0
        kind = d.QUOTATION if is_quoted and look.kind == d.PARAGRAPH else look.kind
        return d.Block(kind, inlines, attrs)

    def _is_ornament(self, block: d.Block, look: ParagraphLook, context: _Context) -> bool:
        """Whether a paragraph is nothing but stars, lines or the like, in whatever place."""
        is_text = context.is_inside or context.depth >= 0 or look.align
        words = block.plain_text
        return block.kind == d.PARAGRAPH and not is_text and is_ornament(Group((words,), 0, 0))

    def _break(self, context: _Context) -> Iterator[Event]:
        if context.is_inside:
            yield d.Block(d.SCENE_BREAK)
            return
        self.front.is_open = False
        yield Boundary()

    def _heading(self, element: Element, context: _Context) -> Iterator[Event]:
        said_level, look = value(element, "text:outline-level"), self._look(element)
        level = int(said_level) if said_level.isdecimal() and len(said_level) < 3 else look.level
        level = max(1, min(level, 10))
        if context.is_inside:
            said = self._inlines.read(element)
            if said.inlines:
                yield d.Block(d.HEADING, said.inlines, {"level": min(level, _LOWEST)})
            yield from self._boxes(said, context)
            return
        said = self._inlines.read_title(element)
        words = _in_one_line(d.Block(inlines=said.inlines).plain_text)
        if words or self._styles.has_number(level):
            self.front.is_open = False
            yield Title(level, words, MATTER.get(said.matter) or look.matter)
        yield from without_room(said.inlines)
        yield from self._boxes(said, context)

    # -- what holds others ---------------------------------------------------------------------

    def _list(self, element: Element, context: _Context) -> Iterator[Event]:
        style = value(element, "text:style-name") or context.list_style
        inside = replace(context, depth=context.depth + 1, list_style=style)
        for item in element:
            yield from self._list_item(item, inside)

    def _list_item(self, item: Element, inside: _Context) -> Iterator[Event]:
        attrs: dict[str, d.JsonValue] = {}
        if self._styles.is_numbered(inside.list_style, inside.depth):
            attrs["ordered"] = True
        if inside.depth:
            attrs["depth"] = inside.depth
        is_first = True
        for event in self._all(item, inside):
            if is_first and isinstance(event, d.Block) and event.kind == d.PARAGRAPH:
                event = d.Block(d.LIST_ITEM, event.inlines, attrs)
            is_first = False
            yield event

    def _numbered(self, element: Element, context: _Context) -> Iterator[Event]:
        """A paragraph that is an item of a list without one."""
        said = value(element, "text:level")
        depth = min(int(said), 10) - 1 if said.isdecimal() and len(said) < 3 else 0
        style = value(element, "text:style-name")
        inside = replace(context, depth=max(depth, 0), list_style=style)
        yield from self._list_item(element, inside)

    def _table(self, element: Element, context: _Context) -> Iterator[Event]:
        """The words of a table, a row a paragraph: it has no place in a novel."""
        self._leftovers.leave(Part.TABLE)
        self.front.is_open = False
        for row in _rows(element):
            yield from row_of([self._cell(cell) for cell in row])

    def _cell(self, cell: Element) -> list[d.Inline]:
        found: list[d.Inline] = []
        for number, block in enumerate(self._blocks(cell)):
            found += [d.Run(" ")] * bool(number)
            found += block.inlines
            if block.kind == d.IMAGE_BLOCK:
                attrs = dict(block.attrs)
                caption = str(attrs.pop("caption", ""))
                found += [d.Atom(d.IMAGE, attrs), *([d.Run(f" {caption}")] if caption else [])]
        return found

    def _boxes(self, said: Said, context: _Context) -> Iterator[Event]:
        """The texts of what is drawn in a paragraph follow it."""
        for box in said.boxes:
            self.front.is_open = False
            yield from self._all(box, replace(context, is_inside=True))

    def _change(self, element: Element, context: _Context) -> Iterator[Event]:
        self._inlines.change(element)
        return iter(())

    def _other(self, element: Element, context: _Context) -> Iterator[Event]:
        """A drawing between paragraphs; an element that nobody knows, whose words are kept."""
        if element.tag in _SILENT:
            return
        if element.tag in _INDEXES:
            self._leftovers.leave(Part.CONTENTS)
        elif is_drawn(element):
            holder = Element(q("text:p"))
            holder.append(element)
            yield from self._paragraph(holder, context)
        elif context.is_unknown or has_words(element):
            self._leftovers.leave(Part.UNKNOWN, shown(element))
            if len(element) and not (element.text or "").strip():
                yield from self._all(element, replace(context, is_unknown=True))
            else:
                yield from self._paragraph(element, context)


def _in_one_line(words: str) -> str:
    return _SPACES.sub(" ", words).strip(" ")


def _has_notes(block: d.Block) -> bool:
    return any(isinstance(each, d.Atom) and each.kind == d.FOOTNOTE for each in block.inlines)


def _wants_caption(event: Event) -> TypeGuard[d.Block]:
    if not isinstance(event, d.Block):
        return False
    return event.kind == d.IMAGE_BLOCK and "caption" not in event.attrs


def _captioned(picture: d.Block, words: str) -> d.Block:
    caption = _in_one_line(words)
    return replace(
        picture, attrs={**picture.attrs, "caption": caption} if caption else picture.attrs
    )


def _rows(table: Element) -> Iterator[list[Element]]:
    """The cells of every row of a table, whatever groups the rows stand in."""
    for child in table:
        if child.tag == q("table:table-row"):
            names = (q("table:table-cell"), q("table:covered-table-cell"))
            yield [each for each in child if each.tag in names]
        elif child.tag != q("table:table"):
            yield from _rows(child)
