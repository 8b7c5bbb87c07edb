# SPDX-License-Identifier: MIT
"""Footnotes at the end of their chapter, or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from novelist.domain.compiling.settings import NotePlace
from novelist.domain.document import (
    FOOTNOTE,
    PARAGRAPH,
    SCENE_BREAK,
    SUPERSCRIPT,
    Atom,
    Block,
    Document,
    Inline,
    Mark,
    Run,
    canonical,
    normal,
)
from novelist.domain.document_text import block_from_json
from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import HEADED, ManuscriptItem
from novelist.errors import DocumentFormatError

_BETWEEN: Final = Block(SCENE_BREAK)


def with_notes_placed(items: Sequence[ManuscriptItem], place: NotePlace) -> list[ManuscriptItem]:
    """The items with their footnotes where a preset wants them."""
    if place is NotePlace.FOOT:
        return list(items)
    if place is NotePlace.LEFT_OUT:
        return [replace(item, document=_without_notes(item.document)) for item in items]
    placed: list[ManuscriptItem] = []
    notes: list[Atom] = []
    for item in items:
        if item.kind in HEADED and item.kind is not ItemKind.FOLDER:
            _end_chapter(placed, notes)
        document = _numbered(item.document, notes)
        placed.append(replace(item, document=document))
    _end_chapter(placed, notes)
    return placed


def _end_chapter(placed: list[ManuscriptItem], notes: list[Atom]) -> None:
    """Put the notes that were gathered behind the last text."""
    if notes:
        blocks = [each for number, note in enumerate(notes, 1) for each in _written(number, note)]
        last = placed[-1]
        placed[-1] = replace(last, document=Document((*last.document.blocks, _BETWEEN, *blocks)))
        notes.clear()


def _written(number: int, note: Atom) -> list[Block]:
    """A note as paragraphs, its number before the first."""
    given = note.attrs.get("blocks")
    try:
        blocks = [block_from_json(each) for each in given] if isinstance(given, list) else []
    except DocumentFormatError:  # what it holds is not lost: the exporter says that it is damaged
        return [Block(PARAGRAPH, (Run(f"{number}. "), note), {"indent": "none"})]
    first, *rest = blocks or [Block(PARAGRAPH)]
    numbered = replace(
        first,
        inlines=(Run(f"{number}. "), *first.inlines),
        attrs={**first.attrs, "indent": "none"},
    )
    return [normal(numbered), *rest]


def _numbered(document: Document, notes: list[Atom]) -> Document:
    """The text with numbers for its notes, which are added to ``notes``."""
    return Document(tuple(_block_numbered(block, notes) for block in document.blocks))


def _block_numbered(block: Block, notes: list[Atom]) -> Block:
    if not any(_is_note(inline) for inline in block.inlines):
        return block
    inlines: list[Inline] = []
    for inline in block.inlines:
        if isinstance(inline, Atom) and inline.kind == FOOTNOTE:
            notes.append(inline)
            marks = canonical([*inline.marks, Mark(SUPERSCRIPT)])
            inlines.append(Run(str(len(notes)), marks))
        else:
            inlines.append(inline)
    return normal(replace(block, inlines=tuple(inlines)))


def _without_notes(document: Document) -> Document:
    blocks = (
        normal(replace(block, inlines=tuple(each for each in block.inlines if not _is_note(each))))
        if any(_is_note(inline) for inline in block.inlines)
        else block
        for block in document.blocks
    )
    return Document(tuple(blocks))


def _is_note(inline: Inline) -> bool:
    return isinstance(inline, Atom) and inline.kind == FOOTNOTE
