# SPDX-License-Identifier: MIT
"""The bytes of an RTF file to blocks, comments and pictures.

After the RTF specification 1.9.1 and what word processors make of it. Nothing is recursive, all
that a file can ask for is bounded, and what has no place is named in ``left``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.errors import PictureError
from novelist.importers.parts import Part
from novelist.importers.rtf import groups
from novelist.importers.rtf.blocks import BlockBuilder, TooManyParagraphsError
from novelist.importers.rtf.comments import mark_last_word, moment_of
from novelist.importers.rtf.pictures import PictureBuffer
from novelist.importers.rtf.rich_text import NotRtfError, RichText
from novelist.importers.rtf.state import Link, Paragraph, Place, State
from novelist.importers.rtf.tokens import TooManyTokensError
from novelist.importers.rtf.walker import Walker
from novelist.progress import Progress, nobody

_MOST_REVIEWERS: Final = 10_000
LARGEST_PICTURES: Final = 256 * 1024 * 1024
"""Bytes of all pictures of a file."""

__all__ = ["NotRtfError", "RichText", "read_rich_text"]


def read_rich_text(data: bytes, step: Progress | None = None) -> RichText:
    """What is in the bytes of an RTF file; ``step`` is told now and then how much is read.

    Raises ``NotRtfError``.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise NotRtfError("does not begin as RTF does")
    reader = _Reader()
    try:
        return reader.read(data, step or nobody)
    except TooManyTokensError as error:
        raise NotRtfError("more marks than in any text") from error
    except TooManyParagraphsError as error:
        raise NotRtfError("more paragraphs than in any text") from error


class _Reader(Walker):
    """Knows what groups are for."""

    def openings(self) -> dict[bytes, Callable[[], None]]:
        """What begins a group of that name."""
        comments = self._comments
        return {
            b"fonttbl": self._begin_fonts,
            b"stylesheet": self._begin_styles,
            b"revtbl": lambda: self._gather(self._reviewed_by),
            b"info": self._begin_information,
            b"title": self._begin_title,
            b"author": self._begin_author,
            b"footnote": self._begin_footnote,
            b"annotation": self._begin_annotation,
            b"atrfstart": lambda: self._gather(comments.begin),
            b"atrfend": lambda: self._gather(comments.end),
            b"atnref": lambda: self._gather(comments.refer),
            b"atnauthor": lambda: self._gather(self._said_by),
            b"atndate": lambda: self._gather(self._said_at),
            b"pict": self._begin_picture,
            b"field": self._begin_field,
            b"fldinst": self._begin_instruction,
            b"listtext": lambda: self._gather(self._labelled),
            b"pntext": lambda: self._gather(self._labelled),
            b"upr": self._begin_two_forms,
            b"ud": self._begin_second_form,
            b"shptxt": self._begin_frame,
            b"sv": lambda: self._gather(lambda words: None),  # of a shape: it may be a picture
            b"NeXTGraphic": lambda: self._gather(self._leave_graphic),
        }

    def _leave_graphic(self, words: str) -> None:
        self.found.left[Part.PICTURE, words.split()[0] if words else ""] += 1

    def _begin_fonts(self) -> None:
        self._state.place = Place.FONTS

    def _begin_styles(self) -> None:
        self._state.place = Place.STYLES
        self._styles_depth = len(self._stack)

    def _begin_information(self) -> None:
        self._state.place = Place.NOWHERE
        self._state.in_information = True

    def _begin_title(self) -> None:
        if self._state.in_information:
            self._gather(lambda words: setattr(self.found, "title", words))

    def _begin_author(self) -> None:
        if self._state.in_information:
            self._gather(lambda words: setattr(self.found, "author", words))

    def _begin_frame(self) -> None:
        self._state.place = Place.TEXT

    # Footnotes and comments.

    def _begin_footnote(self) -> None:
        state = self._state
        if state.builder is not self._body or state.place is not Place.TEXT:
            return  # a note in a note: its words go on in the outer one
        marks = self._marks_here()
        state.builder, state.marks = BlockBuilder(), frozenset()
        state.paragraph, state.is_shared = Paragraph(), False
        state.link = None
        state.ended = lambda inner: self._footnote_ended(inner, marks)

    def _footnote_ended(self, state: State, marks: d.Marks) -> None:
        blocks = _finished(state.builder)
        if blocks:
            self._notes += 1
            values: d.JsonValue = [block_to_json(block) for block in blocks]
            self._body.atom(d.FOOTNOTE, {"id": f"n{self._notes}", "blocks": values}, marks)

    def _begin_annotation(self) -> None:
        state = self._state
        state.place, state.builder = Place.TEXT, BlockBuilder()
        state.paragraph, state.is_shared = Paragraph(), False
        state.marks, state.link = frozenset(), None
        state.ended = self._annotation_ended

    def _annotation_ended(self, state: State) -> None:
        mark = self._comments.said(_finished(state.builder))
        if mark:
            mark_last_word(self._body.inlines, mark)

    def _reviewed_by(self, words: str) -> None:
        self._reviewers = [name.strip() for name in words.split(";")[:_MOST_REVIEWERS]]

    def _said_by(self, words: str) -> None:
        self._comments.author = words

    def _said_at(self, words: str) -> None:
        number = words.strip()
        if number.isascii() and number.lstrip("-").isdigit() and len(number) < 12:
            self._comments.made_at = moment_of(int(number) & 0xFFFFFFFF)

    # Pictures.

    def _begin_picture(self) -> None:
        self._picture = PictureBuffer()
        self._state.ended = self._picture_ended
        self._state.place = Place.PICTURE

    def _picture_ended(self, _: State) -> None:
        try:
            read = self._picture.read()
        except PictureError:
            self.found.damaged_pictures += 1
            return
        if read is None or self._pictures_size + len(read[0]) > LARGEST_PICTURES:
            self.found.left[Part.PICTURE, self._picture.kind] += 1
            return
        data, attrs = read
        digest = str(attrs["digest"])
        if digest not in self.found.pictures:
            self._pictures_size += len(data)
            self.found.pictures[digest] = data
        self._state.builder.atom(d.IMAGE, attrs, self._marks_here())

    # Fields, lists, texts in two forms.

    def _begin_field(self) -> None:
        self._state.link = Link()

    def _begin_instruction(self) -> None:
        link = self._state.link or Link()
        outer = self._state.link

        def ended(words: str) -> None:
            if outer is not None:
                link.address = groups.address_in(words)

        self._gather(ended)

    def _labelled(self, words: str) -> None:
        self._list_label = words

    def _begin_two_forms(self) -> None:
        self._state.around = self._state.place
        self._state.place = Place.NOWHERE

    def _begin_second_form(self) -> None:
        self._state.place = self._state.around


def _finished(builder: BlockBuilder) -> list[d.Block]:
    """The blocks of a note, without those at its ends that say nothing."""
    if builder.inlines:
        builder.end(d.PARAGRAPH, {})
    blocks = builder.blocks
    if blocks and blocks[0].inlines and isinstance(first := blocks[0].inlines[0], d.Run):
        start = d.Run(first.text.lstrip(), first.marks)  # after the number of the note
        blocks[0] = d.normal(
            d.Block(blocks[0].kind, (start, *blocks[0].inlines[1:]), blocks[0].attrs)
        )
    while blocks and not _says(blocks[-1]):
        blocks.pop()
    while blocks and not _says(blocks[0]):
        blocks.pop(0)
    return blocks


def _says(block: d.Block) -> bool:
    return block.kind == d.IMAGE_BLOCK or any(
        isinstance(inline, d.Atom) or inline.text.strip() for inline in block.inlines
    )
