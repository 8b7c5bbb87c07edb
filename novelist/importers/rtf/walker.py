# SPDX-License-Identifier: MIT
"""The way through an RTF file: groups, words, and how words and paragraphs are set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from novelist.domain import document as d
from novelist.domain.document import Mark
from novelist.importers.anchors import Anchors
from novelist.importers.deletions import Deletions
from novelist.importers.parts import Part
from novelist.importers.rtf import characters, groups
from novelist.importers.rtf.blocks import BlockBuilder
from novelist.importers.rtf.code_pages import USUAL, codec_of_character_set, codec_of_page
from novelist.importers.rtf.comments import CommentReader, moment_of
from novelist.importers.rtf.paragraphs import block_kind, set_paragraph
from novelist.importers.rtf.pictures import PictureBuffer
from novelist.importers.rtf.rich_text import NotRtfError, RichText
from novelist.importers.rtf.state import Paragraph, Place, State
from novelist.importers.rtf.styles import DEEPEST, Style
from novelist.importers.rtf.tokens import Token, TokenKind, tokens
from novelist.importers.rtf.words import WordBuffer
from novelist.progress import Progress

DEEPEST_GROUP: Final = 1_000
"""Groups inside each other; word processors write some twenty."""

_MARKS: Final = {
    b"b": d.STRONG, b"i": d.EMPHASIS, b"strike": d.STRIKE, b"striked": d.STRIKE,
    b"scaps": d.SMALL_CAPS, b"super": d.SUPERSCRIPT, b"sub": d.SUBSCRIPT,
    b"highlight": d.HIGHLIGHT, b"ul": d.UNDERLINE, b"uld": d.UNDERLINE, b"uldb": d.UNDERLINE,
    b"ulw": d.UNDERLINE, b"uldash": d.UNDERLINE, b"ulth": d.UNDERLINE, b"ulwave": d.UNDERLINE,
}  # fmt: skip
_OFTEN: Final = 32  # tokens between two steps
_OTHER: Final = {d.SUPERSCRIPT: d.SUBSCRIPT, d.SUBSCRIPT: d.SUPERSCRIPT}
_MACHINES: Final = {b"ansi": USUAL, b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_ENDS: Final = frozenset((b"par", b"sect", b"page", b"column", b"cell", b"nestcell", b"row"))
_MOST_STYLES: Final = 100_000


class Walker:
    """Takes the tokens of one file; what groups are for is told by ``openings``."""

    def __init__(self) -> None:
        self._anchors = Anchors()
        self.found = RichText(deletions=Deletions(self._anchors))
        self._body = BlockBuilder()
        self._state = State(Place.TEXT, self._body, [])
        self._stack: list[State] = []
        self._words = WordBuffer()
        self._comments = CommentReader()
        self._skip = 0  # bytes of a fallback still to come
        self._codec = USUAL
        self._fonts: dict[int, str] = {}
        self._usual_font = -1
        self._styles: dict[int, Style] = {}
        self._styles_depth = -1
        self._picture = PictureBuffer()
        self._pictures_size = 0
        self._list_label: str | None = None
        self._reviewers: list[str] = []
        self._begin = self.openings()
        self._marks: dict[tuple[frozenset[Mark], Mark | None], d.Marks] = {}
        self._notes = 0
        self._handlers: dict[bytes, Callable[[int | None], None]] = {
            b"ansicpg": self._code_page, b"deff": self._default_font, b"f": self._font,
            b"fcharset": self._character_set, b"cpg": self._font_page,
            b"plain": self._plain, b"ulnone": self._no_underline,
            b"nosupersub": self._level, b"pard": self._new_paragraph, b"line": self._line,
            b"v": self._hidden, b"deleted": self._deleted, b"revauthdel": self._deleted_by,
            b"revdttmdel": self._deleted_at, b"uc": self._fallback,
            b"u": self._unicode, b"s": self._style, b"softline": self._line,
            b"trowd": self._table,
        }  # fmt: skip

    def read(self, data: bytes, step: Progress) -> RichText:
        """What is in the bytes of a file."""
        whole = len(data)
        seen = 0
        for number, token in enumerate(tokens(data)):
            seen += len(token.data) + 1
            if number % _OFTEN == 0:
                step(min(seen / whole, 1.0))
            self._take(token)
        return self._finish()

    def _finish(self) -> RichText:
        found = self.found
        found.is_cut_off = len(self._stack) > 0
        while self._stack:
            self._close()
        self._flush()
        if self._body.inlines:
            self._end_paragraph()
        found.blocks = self._body.blocks
        self._comments.settle(found.blocks, found.deletions.marks)
        found.comments = self._comments.comments
        found.replaced, found.controls = self._words.replaced, self._words.controls
        return found

    def _take(self, token: Token) -> None:
        kind = token.kind
        if kind is TokenKind.TEXT:
            self._text(token.data)
        elif kind is TokenKind.WORD:
            self._word(token.data, token.number)
        elif kind is TokenKind.OPEN:
            self._open()
        elif kind is TokenKind.CLOSE:
            self._close()
        elif kind is TokenKind.SYMBOL:
            self._symbol(token.data)
        elif self._state.place is Place.PICTURE:
            self._picture.binary(token.data)

    # Groups.

    def _open(self) -> None:
        self._flush()
        self._skip = 0
        if len(self._stack) >= DEEPEST_GROUP:
            raise NotRtfError("nested too deep")
        self._stack.append(self._state)
        self._state = self._state.inner()
        if len(self._stack) == self._styles_depth + 1 and self._state.place is Place.STYLES:
            self._state.gathered = []
            self._state.paragraph, self._state.is_shared = Paragraph(), False
            self._state.ended = self._style_ended

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        if not self._stack:  # more are closed than were opened: they mean nothing
            return
        if len(self._stack) == 1 and self._body.inlines and self._state.builder is self._body:
            self._end_paragraph()  # the last needs no mark at its end
        ended, self._state = self._state, self._stack.pop()
        if ended.ended is not None:
            ended.ended(ended)

    def _gather(self, ended: Callable[[str], None]) -> None:
        """The words of this group are for ``ended``."""
        state = self._state
        state.place, state.gathered = Place.WORDS, []
        state.ended = lambda inner: ended("".join(inner.gathered).strip())

    # Words.

    def _text(self, data: bytes) -> None:
        if self._skip:
            taken = min(self._skip, len(data))
            self._skip -= taken
            data = data[taken:]
            if not data:
                return
        state = self._state
        if state.place is Place.PICTURE:
            self._picture.digits(data)
        elif state.place in (Place.TEXT, Place.WORDS, Place.STYLES):
            self._words.add_bytes(data, self._codec_here())

    def _codec_here(self) -> str:
        state = self._state
        font = state.font if state.font >= 0 else self._usual_font
        return self._fonts.get(font) or self._codec

    def _symbol(self, data: bytes) -> None:
        if data in (b"\r", b"\n", b"\r\n"):
            self._word(b"par", None)
        elif data == b"*":
            self._state.has_said_star = True
        elif data in characters.SYMBOLS:
            self._character(characters.SYMBOLS[data])
        elif data[0] in characters.LITERAL:
            self._text(data)
        elif data == b"\t":
            self._character("\t")

    def _character(self, text: str) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.place in (Place.TEXT, Place.WORDS, Place.STYLES):
            self._words.add(text)

    def _unicode(self, number: int | None) -> None:
        if self._state.place in (Place.TEXT, Place.WORDS, Place.STYLES):
            self._words.add_unit(number or 0)
        self._skip = self._state.fallback

    def _fallback(self, number: int | None) -> None:
        self._state.fallback = max(0, min(1 if number is None else number, 8))

    def _flush(self) -> None:
        """Put the words that came where they belong, before something else is in force."""
        text = self._words.take()
        if not text:
            return
        state = self._state
        if state.place is Place.WORDS or state.place is Place.STYLES:
            state.gathered.append(text)
        elif state.is_deleted:
            self._take_deleted(text)
        elif state.is_hidden:
            self.found.left[Part.HIDDEN, ""] += 1
        else:
            state.builder.text(text, self._marks_here())

    def _take_deleted(self, text: str) -> None:
        """Keep words that were deleted under track changes beside the words around them."""
        state = self._state
        if state.builder is not self._body:  # of a note, which has no place for a comment
            self.found.left[Part.DELETED, ""] += 1
            return
        names = self._reviewers[state.deleted_by : state.deleted_by + 1]
        made_at = moment_of(state.deleted_at)
        self.found.deletions.take(self._body.inlines, text, "".join(names), made_at)

    def _marks_here(self) -> d.Marks:
        state = self._state
        comment = self._comments.mark if state.builder is self._body else None
        key = (state.marks, comment)
        if key not in self._marks:
            link = None if state.link is None or not state.link.address else state.link.address
            marks = [*state.marks, *([comment] if comment else [])]
            if link:
                return d.canonical([*marks, Mark(d.LINK, link)])
            self._marks[key] = d.canonical(marks)
        elif state.link is not None and state.link.address:
            return d.canonical([*self._marks[key], Mark(d.LINK, state.link.address)])
        return self._marks[key]

    # Control words.

    def _word(self, name: bytes, number: int | None) -> None:
        state = self._state
        if name == b"u":
            self._skip = 0
            self._unicode(number)
            return
        self._skip = 0
        if name in characters.WORDS:
            self._character(characters.WORDS[name])
            return
        self._flush()
        if state.place is Place.NOWHERE and name not in groups.ANYWHERE:
            return
        if state.place is Place.PICTURE:
            self._picture.word(name, number)
        elif state.place is Place.STYLES and name in groups.STYLE_WORDS:
            self._style_word(name, number)
        elif not self._group(name):
            self._format(name, number)

    def _format(self, name: bytes, number: int | None) -> None:
        """What has to do with how words and paragraphs are set."""
        if name in _MARKS:
            self._mark(_MARKS[name], number != 0)
        elif name in _ENDS:
            self._paragraph_end(name)
        elif (handler := self._handlers.get(name)) is not None:
            handler(number)
        elif name in _MACHINES:
            self._codec = _MACHINES[name]
        else:
            set_paragraph(self._state, name, number)

    def _mark(self, name: str, on: bool) -> None:
        others = {mark for mark in self._state.marks if mark.name not in (name, _OTHER.get(name))}
        self._state.marks = frozenset(others | {Mark(name)} if on else others)

    def _plain(self, _: int | None) -> None:
        self._state.marks = frozenset()
        self._state.is_hidden = False
        self._state.font = -1

    def _no_underline(self, _: int | None) -> None:
        self._mark(d.UNDERLINE, False)

    def _level(self, _: int | None) -> None:
        self._mark(d.SUPERSCRIPT, False)

    def _hidden(self, number: int | None) -> None:
        self._state.is_hidden = number != 0

    def _deleted(self, number: int | None) -> None:
        self._state.is_deleted = number != 0

    def _deleted_by(self, number: int | None) -> None:
        self._state.deleted_by = max(0, number or 0)

    def _deleted_at(self, number: int | None) -> None:
        self._state.deleted_at = (number or 0) & 0xFFFFFFFF

    def _line(self, _: int | None) -> None:
        self._character("\n")
        self._flush()

    def _table(self, _: int | None) -> None:
        self.found.left[Part.TABLE, ""] += 1

    # Fonts and code pages.

    def _code_page(self, number: int | None) -> None:
        self._codec = codec_of_page(number or 1252) or self._codec

    def _default_font(self, number: int | None) -> None:
        self._usual_font = number or 0

    def _font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _character_set(self, number: int | None) -> None:
        codec = codec_of_character_set(number or 0)
        if self._state.place is Place.FONTS and codec:
            self._fonts[self._state.font] = codec

    def _font_page(self, number: int | None) -> None:
        codec = codec_of_page(number or 0) if number else None
        if self._state.place is Place.FONTS and codec:
            self._fonts[self._state.font] = codec

    # Paragraphs.

    def _new_paragraph(self, _: int | None) -> None:
        self._state.paragraph, self._state.is_shared = Paragraph(), False

    def _style(self, number: int | None) -> None:
        self._state.own().style = number or 0

    def _style_word(self, name: bytes, number: int | None) -> None:
        """Inside the table of styles."""
        if name == b"s":
            self._state.own().style = number or 0
        elif name == b"outlinelevel" and len(self._styles) < _MOST_STYLES:
            style = self._styles.setdefault(self._state.paragraph.style, Style())
            style.level = 0 if number is None or not 0 <= number < DEEPEST else number + 1

    def _style_ended(self, state: State) -> None:
        name = "".join(state.gathered).strip().rstrip(";")
        if len(self._styles) < _MOST_STYLES and name:
            self._styles.setdefault(state.paragraph.style, Style()).name = name

    def _paragraph_end(self, name: bytes) -> None:
        state = self._state
        if state.place is Place.WORDS:
            state.gathered.append("\n")
        elif state.place is not Place.TEXT or state.is_deleted:
            return
        elif name == b"par" or state.builder.inlines:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        builder = self._state.builder
        style = self._styles.get(self._state.paragraph.style, Style())
        kind, attrs = block_kind(self._state.paragraph, style, self._list_label)
        self._list_label = None
        if style.is_title and builder is self._body:
            self.found.title_blocks.append(len(builder.blocks))
        if builder is self._body:
            builder.inlines = list(self._anchors.settle(builder.inlines))
        builder.end(kind, attrs)

    # Groups with a meaning.

    def _group(self, name: bytes) -> bool:
        """Whether a control word says what its group is for."""
        state = self._state
        starred, state.has_said_star = state.has_said_star, False
        opening = self._begin.get(name)
        if opening is not None:
            opening()
        elif name in groups.SKIPPED or (starred and name not in groups.KEPT):
            if name in groups.NAMED:
                self.found.left[groups.NAMED[name], ""] += 1
            state.place = Place.NOWHERE
        elif name in groups.PAGE_TEXTS:
            self._gather(lambda words: self._leave(groups.PAGE_TEXTS[name], words))
        else:
            return False
        return True

    def _leave(self, part: Part, words: str) -> None:
        if words:
            self.found.left[part, ""] += 1

    def openings(self) -> Mapping[bytes, Callable[[], None]]:
        """What begins a group, by the control word that says so."""
        raise NotImplementedError
