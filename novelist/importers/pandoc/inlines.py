# SPDX-License-Identifier: MIT
"""Inlines of pandoc's model to runs and atoms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from novelist.domain import document as d
from novelist.importers.anchors import Anchors
from novelist.importers.comment_ranges import CommentRanges, moment
from novelist.importers.deletions import Deletions
from novelist.importers.leftovers import Leftovers
from novelist.importers.pandoc.docx_languages import language_and_style
from novelist.importers.pandoc.docx_ruby import reading_of
from novelist.importers.pandoc.ruby import end_of_ruby, read_ruby, tag_of, without_readings
from novelist.importers.parts import Part

Node = Mapping[str, Any]
NoteReader = Callable[[Sequence[Node]], list[d.JsonValue]]
PictureFinder = Callable[[str], dict[str, d.JsonValue] | None]

_MARKS: Final = {
    "Emph": d.EMPHASIS, "Strong": d.STRONG, "Underline": d.UNDERLINE, "Strikeout": d.STRIKE,
    "Superscript": d.SUPERSCRIPT, "Subscript": d.SUBSCRIPT, "SmallCaps": d.SMALL_CAPS,
}  # fmt: skip
_CLASSES: Final = {
    "smallcaps": d.SMALL_CAPS, "underline": d.UNDERLINE, "ul": d.UNDERLINE, "mark": d.HIGHLIGHT,
}  # fmt: skip
_STYLES: Final = {
    "emphasis": d.EMPHASIS, "strong": d.STRONG, "subtle emphasis": d.EMPHASIS,
    "intense emphasis": d.EMPHASIS,
}  # fmt: skip
_QUOTES: Final = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$")  # no space after these
_SPACES: Final = re.compile(r"[ \t\r\n]+")  # one of Chinese is part of a title
_LINK: Final = re.compile(r"(?:https?|mailto|ftp):", re.I)
_NOT_SAID: Final = frozenset({"comment-start", "comment-end", "deletion"})


class InlineReader:
    """Reads the inlines of one block after the other; comments go on over blocks."""

    def __init__(
        self,
        notes: NoteReader,
        pictures: PictureFinder,
        comments: CommentRanges,
        deletions: Deletions,
        anchors: Anchors,
        leftovers: Leftovers,
    ) -> None:
        self._notes, self._pictures = notes, pictures
        self._comments, self._leftovers = comments, leftovers
        self._deletions, self._anchors = deletions, anchors
        self._found: list[d.Inline] = []
        self._outside: list[d.Inline] | None = None  # the text around the footnote that is read
        self._count = 0  # of footnotes
        self.is_joined = False
        """Whether the end of the paragraph that was read last is deleted: the next goes on."""

    def read(self, nodes: Sequence[Node]) -> tuple[d.Inline, ...]:
        """What they say, runs of equal marks joined."""
        before, self._found = self._found, []
        self.is_joined = False
        try:
            self._all(nodes, ())
            inlines = tuple(self._found)
            if self._outside is None:
                inlines = self._anchors.settle(inlines)
            return d.normal(d.Block(inlines=inlines)).inlines
        finally:
            self._found = before

    def read_title(self, nodes: Sequence[Node]) -> None:
        """Keep what was said of a title, which has no room for it, for the words below it."""
        before, self._found = self._found, []
        try:
            self._all(nodes, ())
            self._anchors.hold(self._found)
        finally:
            self._found = before

    def _all(self, nodes: Sequence[Node], marks: d.Marks) -> None:
        position = 0
        words: list[str] = []  # that follow each other: a novel has half a million
        while position < len(nodes):
            node = nodes[position]
            kind = node["t"]
            if kind in ("Str", "Space"):
                words.append(node["c"] if kind == "Str" else " ")
                position += 1
                continue
            self._text("".join(words), marks)
            words = []
            if tag_of(node) == "ruby":
                end = end_of_ruby(nodes, position)
                for base, reading in read_ruby(nodes[position + 1 : end]):
                    said = plain_text(reading)
                    own = (d.Mark(d.RUBY, said),) if said else ()
                    self._all(base, d.canonical((*marks, *own)))
                position = end  # a tag, which is nothing by itself, or the next ruby
            else:
                self._one(kind, node.get("c"), marks)
                position += 1
        self._text("".join(words), marks)

    def _one(self, kind: str, content: Any, marks: d.Marks) -> None:  # noqa: ANN401, C901 - pandoc's kinds
        if kind == "SoftBreak":
            self._soft_break(marks)
        elif kind == "LineBreak":
            self._atom(d.LINE_BREAK, {}, marks)
        elif kind in _MARKS:
            self._all(content, d.canonical((*marks, d.Mark(_MARKS[kind]))))
        elif kind == "Quoted":
            quotes = _QUOTES[content[0]["t"]]
            self._text(quotes[0], marks)
            self._all(content[1], marks)
            self._text(quotes[1], marks)
        elif kind == "Span":
            self._span(content[0], content[1], marks)
        elif kind == "Link":
            self._link(content[1], content[2][0], marks)
        elif kind == "Image":
            self._image(content[0], content[1], content[2], marks)
        elif kind == "Note":
            self._note(content, marks)
        elif kind in ("Code", "Math"):
            self._text(content[1], marks)
        elif kind == "Cite":
            self._all(content[1], marks)
        elif kind != "RawInline":  # of which the words stand beside it
            self._leftovers.leave(Part.UNKNOWN, kind)

    def _note(self, content: Sequence[Node], marks: d.Marks) -> None:
        """A footnote; what was deleted in it is said behind it, since comments lie in the text."""
        self._count += 1
        attrs: dict[str, d.JsonValue] = {"id": str(self._count)}
        outside, self._outside = self._outside, []
        try:
            attrs["blocks"] = self._notes(content)
            behind = self._outside
        finally:
            self._outside = outside
        self._atom(d.FOOTNOTE, attrs, marks)
        (self._found if outside is None else outside).extend(behind)

    def _text(self, text: str, marks: d.Marks) -> None:
        if text:
            self._found.append(d.Run(text, self._commented(marks)))

    def _atom(self, kind: str, attrs: Mapping[str, d.JsonValue], marks: d.Marks) -> None:
        self._found.append(d.Atom(kind, attrs, self._commented(marks)))

    def _commented(self, marks: d.Marks) -> d.Marks:
        value = self._comments.value
        return d.canonical((*marks, d.Mark(d.COMMENT, value))) if value else marks

    def _soft_break(self, marks: d.Marks) -> None:
        """The end of a line of the file: a space, but between characters that have none."""
        last = self._found[-1] if self._found else None
        if not (isinstance(last, d.Run) and is_wide(last.text)):
            self._text(" ", marks)

    def _span(self, attr: Sequence[Any], inside: Sequence[Node], marks: d.Marks) -> None:
        classes, values = attr[1], dict(attr[2])
        if "comment-start" in classes:
            self._comments.begin(values, plain_text(inside))
        elif "comment-end" in classes:
            if mark := self._comments.end(values.get("id", "")):
                self._places.append(self._anchors.at(mark))
        elif "deletion" in classes:
            made_at = moment(values.get("date", ""))
            words = spoken(inside)
            self._deletions.take(self._places, words, values.get("author", ""), made_at)
        elif "paragraph-deletion" in classes:
            self.is_joined = self._outside is None
        elif "paragraph-insertion" not in classes:
            self._all(inside, d.canonical((*marks, *_span_marks(classes, values))))

    @property
    def _places(self) -> list[d.Inline]:
        """The inlines that hold places of comments: those of the text, never of a footnote."""
        return self._found if self._outside is None else self._outside

    def _link(self, inside: Sequence[Node], address: str, marks: d.Marks) -> None:
        own = (d.Mark(d.LINK, address),) if _LINK.match(address) else ()
        if reading := reading_of(address):
            own = (d.Mark(d.RUBY, reading),)
        self._all(inside, d.canonical((*marks, *own)))

    def _image(
        self, attr: Sequence[Any], alt: Sequence[Node], target: Sequence[str], marks: d.Marks
    ) -> None:
        attrs = self._pictures(target[0])
        words = plain_text(alt) or dict(attr[2]).get("alt", "")
        if attrs is None:
            self._leftovers.leave(Part.PICTURE, _name_of(target[0]))
            self._text(words, marks)
            return
        self._atom(d.IMAGE, {**attrs, "alt": words} if words else attrs, marks)


def is_wide(text: str) -> bool:
    """Whether it ends in a character behind which stands no space."""
    return _WIDE.search(text) is not None


def _name_of(address: str) -> str:
    """The name of the file at an address; "" where the file is the address."""
    return "" if address.lower().startswith("data:") else address.rpartition("/")[2][:80]


def _span_marks(classes: Sequence[str], values: Mapping[str, str]) -> list[d.Mark]:
    found = [d.Mark(_CLASSES[name]) for name in classes if name in _CLASSES]
    own, style = language_and_style(values.get("custom-style", ""))
    if style.casefold() in _STYLES:
        found.append(d.Mark(_STYLES[style.casefold()]))
    if language := own or values.get("lang"):
        found.append(d.Mark(d.LANGUAGE, language))
    return found


def images_in(nodes: Sequence[Node]) -> Iterator[Node]:
    """The pictures among inlines, in links and emphasis too."""
    for node in nodes:
        content: Any = node.get("c")
        if node["t"] == "Image":
            yield node
        elif node["t"] in ("Span", "Link", "Quoted"):
            yield from images_in(content[1])
        elif node["t"] in _MARKS:
            yield from images_in(content)


def plain_text(nodes: Sequence[Node]) -> str:
    """The words of inlines, with one space for every break.

    Footnotes, comments and what was deleted are none of them.
    """
    return spoken(nodes).strip(" ")


def spoken(nodes: Sequence[Node]) -> str:
    """The same with the spaces at both ends."""
    parts: list[str] = []
    _gather(nodes, parts)
    return _SPACES.sub(" ", "".join(parts))


def _gather(nodes: Sequence[Node], parts: list[str]) -> None:
    for node in without_readings(nodes):
        kind, content = node["t"], node.get("c", "")
        if kind == "Str":
            parts.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            parts.append(" ")
        elif kind in ("Code", "Math"):
            parts.append(content[1])
        elif kind in _MARKS:
            _gather(content, parts)
        elif kind == "Quoted":
            parts.append(_QUOTES[content[0]["t"]][0])
            _gather(content[1], parts)
            parts.append(_QUOTES[content[0]["t"]][1])
        elif kind == "Span":
            if not _NOT_SAID & set(content[0][1]):
                _gather(content[1], parts)
        elif kind in ("Link", "Cite"):
            _gather(content[1], parts)
