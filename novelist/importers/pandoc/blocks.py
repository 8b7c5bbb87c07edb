# SPDX-License-Identifier: MIT
"""Blocks of pandoc's model to headings, breaks and blocks of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.domain.enums import ItemKind
from novelist.importers.anchors import Anchors
from novelist.importers.blocks import row_of, without_leading_space, without_room
from novelist.importers.comment_ranges import CommentRanges
from novelist.importers.deletions import Deletions
from novelist.importers.leftovers import Leftovers
from novelist.importers.matter_text import MatterText
from novelist.importers.outline import Boundary, Event, Title
from novelist.importers.pandoc.block_nodes import (
    end_of_group,
    heading_matter,
    is_raw,
    lines_of,
    rows_of,
    words_of,
)
from novelist.importers.pandoc.inlines import (
    InlineReader,
    Node,
    PictureFinder,
    images_in,
    is_wide,
    plain_text,
)
from novelist.importers.parts import Part
from novelist.importers.plain.layout import Group
from novelist.importers.plain.scenes import is_ornament
from novelist.importers.style_names import (
    ALIGNED,
    BREAKS,
    CONTENTS,
    CONTENTS_HEADING,
    HEADING_IN_TEXT,
    KINDS,
    MATTER,
    TEXT_BREAK,
    is_symbol,
    matter_of_style,
    text_break,
)

_VERSE_CLASSES: Final = frozenset(
    {"linegroup", "stanza", "verse", "poem", "poetry", "z3998:verse", "z3998:poem", "line-block"}
)
_HIGHEST, _LOWEST = 1, 4  # levels of headings inside a text


@dataclass(frozen=True, slots=True)
class _Context:
    """What a block stands in."""

    kind: str = d.PARAGRAPH
    is_inside: bool = False  # of something that holds no headings of the outline
    depth: int = -1  # of lists
    matter: ItemKind | None = None
    language: str = ""
    attrs: Mapping[str, d.JsonValue] = field(default_factory=dict)


class BlockReader:
    """Walks the blocks of a document in order."""

    def __init__(
        self,
        pictures: PictureFinder,
        comments: CommentRanges,
        deletions: Deletions,
        anchors: Anchors,
        leftovers: Leftovers,
    ) -> None:
        self._leftovers = leftovers
        self._matter = MatterText()
        self._has_contents = False
        self._inlines = InlineReader(self._note, pictures, comments, deletions, anchors, leftovers)

    def read(self, nodes: Sequence[Node]) -> Iterator[Event]:
        """Everything in order."""
        waiting: d.Block | None = None  # whose end is deleted
        for event in self._matter.settled(self._all(nodes, _Context())):
            is_joined = self._inlines.is_joined
            self._inlines.is_joined = False
            if waiting is not None and isinstance(event, d.Block) and event.inlines:
                event = _joined(waiting, event)
            elif waiting is not None:
                yield waiting
            waiting = event if is_joined and isinstance(event, d.Block) else None
            if waiting is None:
                yield event
        if waiting is not None:
            yield waiting

    def _note(self, nodes: Sequence[Node]) -> list[d.JsonValue]:
        events = self._all(nodes, _Context(is_inside=True))
        blocks = [each for each in events if isinstance(each, d.Block)]
        return [
            [*block_to_json(each)]
            for each in [*map(without_leading_space, blocks[:1]), *blocks[1:]]
        ]

    def _all(self, nodes: Sequence[Node], context: _Context) -> Iterator[Event]:
        position = 0
        while position < len(nodes):
            node = nodes[position]
            if is_raw(node, "<hgroup"):
                end = end_of_group(nodes, position)
                yield from self._group(nodes[position + 1 : end], context)
                position = max(end, position + 1)
                continue
            yield from self._one(node["t"], node.get("c"), context)
            position += 1

    def _one(self, kind: str, content: Any, context: _Context) -> Iterator[Event]:  # noqa: ANN401, C901 - pandoc's kinds
        if kind in ("Para", "Plain"):
            yield from self._paragraph(content, context)
        elif kind == "Header":
            yield from self._heading(content, context)
        elif kind == "BlockQuote":
            yield from self._all(content, _inside(context, d.QUOTATION))
        elif kind == "LineBlock":
            yield from self._verse(content, context)
        elif kind == "Div":
            yield from self._division(content[0], content[1], context)
        elif kind in ("BulletList", "OrderedList"):
            items = content if kind == "BulletList" else content[1]
            yield from self._list(items, kind == "OrderedList", context)
        elif kind == "DefinitionList":
            for term, definitions in content:
                yield from self._paragraph(term, context)
                for blocks in definitions:
                    yield from self._all(blocks, _inside(context, d.QUOTATION))
        elif kind == "CodeBlock":
            yield from self._lines(content[1], context)
        elif kind == "Figure":
            yield from self._figure(content, context)
        elif kind == "Table":
            yield from self._table(content, context)
        elif kind == "HorizontalRule":
            yield d.Block(d.SCENE_BREAK) if context.is_inside else Boundary()
        elif kind != "RawBlock":
            self._leftovers.leave(Part.UNKNOWN, kind)

    # -- paragraphs ----------------------------------------------------------------------------

    def _paragraph(self, nodes: Sequence[Node], context: _Context) -> Iterator[Event]:
        inlines = self._inlines.read(nodes)
        if context.language:
            inlines = _in_language(inlines, context.language)
        if not any(isinstance(each, d.Atom) or each.text.strip() for each in inlines):
            return
        block = d.Block(context.kind, inlines, context.attrs)
        if len(inlines) == 1 and isinstance(inlines[0], d.Atom) and inlines[0].kind == d.IMAGE:
            yield d.Block(d.IMAGE_BLOCK, (), inlines[0].attrs)
        elif not (context.is_inside or context.attrs) and _is_ornament(block):
            yield Boundary()
            yield from without_room(inlines)
        else:
            yield block

    def _heading(self, content: Sequence[Any], context: _Context) -> Iterator[Event]:
        level, attr, nodes = content
        text = plain_text(nodes)
        if context.is_inside:
            if text:
                depth = min(max(level, _HIGHEST), _LOWEST)
                yield d.Block(d.HEADING, self._inlines.read(nodes), {"level": depth})
            return
        if CONTENTS_HEADING in attr[1]:
            self._leave_contents()
            return
        kinds = [context.matter, *heading_matter(attr[1], nodes)]
        if any(node["t"] == "Note" for node in nodes):
            self._leftovers.leave(Part.TITLE_NOTE)
        self._inlines.read_title([node for node in nodes if node["t"] == "Span"])
        yield Title(level, text, kind=next((kind for kind in kinds if kind), None))
        for each in self._inlines.read(list(images_in(nodes))):
            if isinstance(each, d.Atom) and each.kind == d.IMAGE:
                yield d.Block(d.IMAGE_BLOCK, (), each.attrs)

    def _lines(self, text: str, context: _Context) -> Iterator[Event]:
        inlines: list[d.Inline] = []
        for number, line in enumerate(text.split("\n")):
            if number:
                inlines.append(d.Atom(d.LINE_BREAK))
            if line:
                inlines.append(d.Run(line))
        if inlines:
            yield d.Block(context.kind, tuple(inlines))

    def _verse(self, lines: Sequence[Sequence[Node]], context: _Context) -> Iterator[Event]:
        """One block a stanza: an empty line ends one."""
        stanza: list[tuple[d.Inline, ...]] = []
        for line in [*lines, []]:
            inlines = self._inlines.read(line)
            if inlines:
                stanza.append(inlines)
            elif stanza:
                yield _stanza(stanza)
                stanza = []

    # -- what holds others ---------------------------------------------------------------------

    def _division(
        self, attr: Sequence[Any], nodes: Sequence[Node], context: _Context
    ) -> Iterator[Event]:
        classes, values = set(attr[1]), dict(attr[2])
        names = {values.get("custom-style", "").casefold(), *(c.replace("-", " ") for c in classes)}
        if names & BREAKS:
            yield d.Block(d.SCENE_BREAK) if context.is_inside else Boundary()
            if not is_symbol(" ".join(plain_text(words_of(node)) for node in nodes)):
                yield from self._all(nodes, context)
            return
        if TEXT_BREAK in names:
            yield _break_of(nodes)
            return
        if classes & _VERSE_CLASSES and (lines := lines_of(nodes)) is not None:
            yield from self._verse(lines, context)
            return
        if CONTENTS.fullmatch(values.get("custom-style", "").casefold()):
            self._leave_contents()
            return
        context = _named_by(context, names)
        of_style = matter_of_style(values.get("custom-style", ""), is_heading=False)
        if of_style and not context.is_inside:
            yield from self._matter.styled(of_style, self._all(nodes, context))
            return
        matter = next((MATTER[name] for name in attr[1] if name in MATTER), None)
        language = values.get("lang", "") if not classes & {"section"} else ""
        yield from self._all(
            nodes,
            replace(
                context,
                matter=matter or context.matter,
                language=language or context.language,
            ),
        )

    def _leave_contents(self) -> None:
        """A paragraph of what programs gather out of the text, where it stands too."""
        if not self._has_contents:
            self._leftovers.leave(Part.CONTENTS)
        self._has_contents = True

    def _group(self, nodes: Sequence[Node], context: _Context) -> Iterator[Event]:
        """A heading with the lines below it that go on with the title."""
        heading = next((node["c"] for node in nodes if node["t"] == "Header"), None)
        words = [plain_text(words_of(node)) for node in nodes]
        if heading is None or context.is_inside:
            yield from self._all(nodes, context)
            return
        title = ". ".join(each.rstrip(".") for each in words if each)
        yield from self._heading([*heading[:2], [{"t": "Str", "c": title}]], context)

    def _list(
        self, items: Sequence[Sequence[Node]], is_ordered: bool, context: _Context
    ) -> Iterator[Event]:
        depth = context.depth + 1
        attrs: dict[str, d.JsonValue] = {"ordered": True} if is_ordered else {}
        if depth:
            attrs["depth"] = depth
        inside = replace(context, is_inside=True, depth=depth, kind=d.PARAGRAPH)
        for item in items:
            is_first = True
            for event in self._all(item, inside):
                if is_first and isinstance(event, d.Block) and event.kind == d.PARAGRAPH:
                    event = d.Block(d.LIST_ITEM, event.inlines, attrs)
                is_first = False
                yield event

    def _figure(self, content: Sequence[Any], context: _Context) -> Iterator[Event]:
        caption = " ".join(plain_text(words_of(node)) for node in content[1][1]).strip()
        for event in self._all(content[2], replace(context, is_inside=True)):
            if isinstance(event, d.Block) and event.kind == d.IMAGE_BLOCK and caption:
                event = replace(event, attrs={**event.attrs, "caption": caption})
                caption = ""
            yield event
        if caption:
            yield d.Block(context.kind, (d.Run(caption),))

    def _table(self, content: Sequence[Any], context: _Context) -> Iterator[Event]:
        """The words of a table, a row a paragraph: it has no place in a novel."""
        self._leftovers.leave(Part.TABLE)
        for row in rows_of(content):
            yield from row_of([self._cell(cell) for cell in row], context.kind)

    def _cell(self, blocks: Sequence[Node]) -> list[d.Inline]:
        events = [e for e in self._all(blocks, _Context(is_inside=True)) if isinstance(e, d.Block)]
        found: list[d.Inline] = []
        for number, block in enumerate(events):
            found += [d.Run(" ")] * bool(number) + [*block.inlines]
        return found


def _joined(first: d.Block, second: d.Block) -> d.Block:
    """Two paragraphs as one; pandoc leaves out the spaces at their ends, which Chinese has not."""
    before, after = first.plain_text[-1:], second.plain_text[:1]
    needs_space = before.strip() and after.strip() and not (is_wide(before) or is_wide(after))
    space = (d.Run(" "),) if needs_space else ()
    return d.normal(replace(second, inlines=(*first.inlines, *space, *second.inlines)))


def _is_ornament(block: d.Block) -> bool:
    """Whether a paragraph is nothing but stars, lines or the like."""
    return is_ornament(Group((block.plain_text,), 0, 0))


def _named_by(context: _Context, names: Collection[str]) -> _Context:
    """The context as the names of a division's styles and classes have it."""
    for name in names:
        if name in KINDS:
            context = replace(context, kind=KINDS[name])
        elif name in ALIGNED:
            context = replace(context, attrs={"align": ALIGNED[name]})
        elif heading := HEADING_IN_TEXT.fullmatch(name):
            context = replace(context, kind=d.HEADING, attrs={"level": int(heading[1])})
    return context


def _break_of(nodes: Sequence[Node]) -> d.Block:
    return text_break(" ".join(plain_text(words_of(node)) for node in nodes).strip())


def _inside(context: _Context, kind: str) -> _Context:
    return replace(context, kind=kind, is_inside=True)


def _stanza(lines: Sequence[tuple[d.Inline, ...]]) -> d.Block:
    inlines = [each for line in lines for each in (d.Atom(d.LINE_BREAK), *line)][1:]
    return d.normal(d.Block(d.VERSE, tuple(inlines)))


def _in_language(inlines: Sequence[d.Inline], language: str) -> tuple[d.Inline, ...]:
    mark = d.Mark(d.LANGUAGE, language)
    return tuple(
        replace(each, marks=d.canonical((mark, *each.marks)))
        if isinstance(each, d.Run) or each.kind != d.LINE_BREAK
        else each
        for each in inlines
    )
