# SPDX-License-Identifier: MIT
"""The text of a scene: a list of blocks of marked runs and atoms.

A strict subset of pandoc's document model, so that every format is one codec away. Kinds, marks
and attributes that this version does not know are kept exactly as they came
(``docs/file-format.md``). All values are immutable; offsets are Python code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

# Kinds of block.
PARAGRAPH: Final = "p"  # attrs: align ("center", "right", "justify"), indent ("none", "hanging")
HEADING: Final = "h"  # attrs: level 1-4, align
SCENE_BREAK: Final = "break"  # attrs: symbol (BREAK_SYMBOL)
QUOTATION: Final = "quote"
VERSE: Final = "verse"  # one block a stanza; lines are separated by LINE_BREAK atoms
LETTER: Final = "letter"
LIST_ITEM: Final = "li"  # attrs: ordered (bool), depth (0…)
IMAGE_BLOCK: Final = "image"  # attrs: digest, alt, width, height, caption, align ("left", "right")

BREAK_SYMBOL: Final = "* * *"
"""What stands in a break that names no symbol of its own, and between scenes."""

# Marks without a value.
EMPHASIS: Final = "em"
STRONG: Final = "strong"
UNDERLINE: Final = "u"
STRIKE: Final = "s"
SMALL_CAPS: Final = "sc"
SUPERSCRIPT: Final = "sup"
SUBSCRIPT: Final = "sub"
HIGHLIGHT: Final = "hl"
# Marks with a value.
LINK: Final = "link"  # the address
LANGUAGE: Final = "lang"  # a BCP 47 tag
RUBY: Final = "ruby"  # the reading
COMMENT: Final = "comment"  # the id of the comment whose range this is
BOOKMARK: Final = "bookmark"  # the id of the bookmark that begins here (domain/bookmarks.py)

# Kinds of atom.
LINE_BREAK: Final = "br"
FOOTNOTE: Final = "footnote"  # attrs: id, blocks (as JSON)
IMAGE: Final = "img"  # attrs: digest, alt, width, height
PLACEHOLDER: Final = "field"  # attrs: name ("title", "author", …)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One mark of a run; ``value`` is "" for marks that have none.

    ``raw`` is true when a newer version wrote a value that is not a string: ``value`` is then its
    JSON text, written back untouched.
    """

    name: str
    value: str = ""
    raw: bool = False


Marks: TypeAlias = tuple[Mark, ...]
NO_MARKS: Final[Marks] = ()


def marks(*names: str, **values: str) -> Marks:
    """Marks in canonical order: ``marks(EMPHASIS, link="https://…")``."""
    return tuple(sorted([Mark(name) for name in names] + [Mark(n, v) for n, v in values.items()]))


def canonical(given: Iterable[Mark]) -> Marks:
    """The same marks sorted, at most one of a name (the last wins)."""
    return tuple(sorted({mark.name: mark for mark in given}.values()))


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters with the same marks; never empty inside a normal block."""

    text: str
    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class Atom:
    """One indivisible thing inside a line: a footnote, a line break, an image, a placeholder."""

    kind: str
    attrs: Mapping[str, JsonValue] = field(default_factory=dict)
    marks: Marks = NO_MARKS


Inline: TypeAlias = Run | Atom


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, scene break, quotation, stanza, …; attrs hold only non-defaults."""

    kind: str = PARAGRAPH
    inlines: tuple[Inline, ...] = ()
    attrs: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def plain_text(self) -> str:
        """The characters a reader sees, line breaks as newlines, other atoms left out."""
        return "".join(
            inline.text if isinstance(inline, Run) else "\n" if inline.kind == LINE_BREAK else ""
            for inline in self.inlines
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one scene. An empty scene has no blocks."""

    blocks: tuple[Block, ...] = ()

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)

    @property
    def plain_text(self) -> str:
        """One line a block (a stanza has one for each of its lines)."""
        return "\n".join(block.plain_text for block in self.blocks)


EMPTY: Final = Document()


def paragraph(text: str, *mark_names: str) -> Block:
    """A paragraph of one run."""
    return Block(PARAGRAPH, (Run(text, marks(*mark_names)),) if text else ())


def document_of(*paragraphs: str) -> Document:
    """A document of plain paragraphs."""
    return Document(tuple(paragraph(text) for text in paragraphs))


def normal(block: Block) -> Block:
    """The block with neighbouring runs of equal marks joined and empty runs dropped."""
    kept = [inline for inline in block.inlines if isinstance(inline, Atom) or inline.text]
    joined: list[Inline] = []
    for marks_of_run, neighbours in groupby(kept, _marks_of_run):
        if marks_of_run is None:
            joined.extend(neighbours)
        else:
            text = "".join(run.text for run in neighbours if isinstance(run, Run))
            joined.append(Run(text, marks_of_run))
    return replace(block, inlines=tuple(joined))


def _marks_of_run(inline: Inline) -> Marks | None:
    """The marks of a run; None for an atom, which is joined to nothing."""
    return inline.marks if isinstance(inline, Run) else None
