# SPDX-License-Identifier: MIT
"""The text of a scene of yWriter: a paragraph a line, with tags and comments in it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Final, NamedTuple

from novelist.domain import document as d
from novelist.domain.document_text import block_to_json
from novelist.importers.imported import ImportedComment, ImportedRemark
from novelist.importers.styling import Styling

_MARKS: Final = {"b": d.STRONG, "i": d.EMPHASIS, "u": d.UNDERLINE, "s": d.STRIKE}
_ALIGNED: Final = {"c": "center", "r": "right"}
_TOKEN: Final = re.compile(
    r"\[(?P<end>/?)(?P<tag>[biuscr]|h[1-3]|lang=[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\]|"
    r"(?P<comment>/\*)|(?P<line>\n)",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"@(?:fn|en)\*\s*", re.IGNORECASE)
_LAST_WORD: Final = re.compile(r"\S+\s*\Z")
_FIRST_WORD: Final = re.compile(r"\s*\S+")
_LONGEST_TAIL: Final = 200  # characters looked at for the word that a comment is about


class SceneText(NamedTuple):
    """What the text of a scene becomes."""

    document: d.Document
    comments: list[ImportedComment]


def read_scene_text(text: str) -> SceneText:
    """The text of a scene; a comment is about the word before it."""
    reader = _Reader(text)
    return SceneText(d.Document(tuple(reader.blocks())), reader.comments)


class _Reader:
    """Walks one text from tag to tag."""

    def __init__(self, text: str) -> None:
        self.comments: list[ImportedComment] = []
        self._text = text
        self._last_end = {
            found["tag"].lower(): found.start()
            for found in _TOKEN.finditer(text)
            if found["tag"] and found["end"]
        }
        self._last_comment = text.rfind("*/")
        self._styling = Styling()
        self._open: set[str] = set()
        self._kinds: set[str] = set()  # alignments and headings of the line
        self._waiting: list[ImportedComment] = []  # for the next word
        self._notes = 0

    def blocks(self) -> Iterator[d.Block]:
        at = 0
        while found := _TOKEN.search(self._text, at):
            self._words(self._text[at : found.start()])
            at = found.end()
            if found["line"]:
                yield from self._line()
            elif found["comment"]:
                at = self._comment(at)
            elif not self._tag(found["tag"].lower(), bool(found["end"]), found.start()):
                self._words(found[0])
        self._words(self._text[at:])
        yield from self._line()

    def _tag(self, tag: str, ends: bool, at: int) -> bool:
        """Do what a tag says; False for one that begins and never ends: it is words."""
        if not ends and self._last_end.get(tag, -1) < at:
            return False
        name = "lang" if tag.startswith("lang=") else tag
        if name in _MARKS or name == "lang":
            mark = _MARKS.get(name, d.LANGUAGE)
            if ends:
                self._styling.end(mark)
            else:
                self._styling.begin(mark, self._language(at) if name == "lang" else "")
        elif ends:
            self._open.discard(tag)
        else:
            self._open.add(tag)
            self._kinds.add(tag)
        return True

    def _language(self, at: int) -> str:
        found = _TOKEN.match(self._text, at)
        return found["tag"].partition("=")[2] if found else ""

    def _words(self, text: str) -> None:
        if not text:
            return
        self._kinds |= self._open
        first = _FIRST_WORD.match(text) if self._waiting else None
        if first is not None:
            self._mark(first[0], self._waiting)
            self._waiting = []
            text = text[first.end() :]
        self._styling.text(text)

    def _comment(self, at: int) -> int:
        """Take a comment or footnote; where the text goes on."""
        end = self._text.find("*/", at) if at <= self._last_comment else -1
        if end < 0:
            self._words("/*")
            return at
        said = self._text[at:end]
        note = _NOTE.match(said)
        if note is not None:
            self._note(said[note.end() :].strip())
        elif said.strip():
            comment = ImportedComment(secrets.token_hex(8), "", [ImportedRemark(said.strip())])
            self.comments.append(comment)
            self._place(comment)
        return end + len("*/")

    def _note(self, text: str) -> None:
        self._notes += 1
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        blocks: d.JsonValue = [block_to_json(d.paragraph(line)) for line in lines]
        self._styling.atom(d.FOOTNOTE, {"id": str(self._notes), "blocks": blocks})

    def _place(self, comment: ImportedComment) -> None:
        """Put a comment at the word before it, or else at the next one."""
        words = self._styling.take_last(_LONGEST_TAIL)
        found = _LAST_WORD.search(words.text) if words is not None else None
        if words is None or found is None:
            if words is not None:
                self._styling.put(words)
            self._waiting.append(comment)
            return
        comment.passage = found[0].strip()
        held = found[0].rstrip()
        self._styling.put(d.Run(words.text[: found.start()], words.marks))
        self._styling.put(d.Run(held, _with(words.marks, comment.mark)))
        self._styling.put(d.Run(found[0][len(held) :], words.marks))

    def _mark(self, words: str, comments: list[ImportedComment]) -> None:
        for comment in comments:
            comment.passage = words.strip()
        self._styling.begin(d.COMMENT, " ".join(each.mark for each in comments))
        self._styling.text(words)
        self._styling.end(d.COMMENT)

    def _line(self) -> Iterator[d.Block]:
        inlines, kinds = self._styling.cut(), self._kinds
        self._kinds = set()
        block = d.Block(inlines=inlines)
        if not block.plain_text.strip() and not any(isinstance(x, d.Atom) for x in inlines):
            return
        aligns = [_ALIGNED[kind] for kind in sorted(kinds) if kind in _ALIGNED]
        attrs: dict[str, d.JsonValue] = {"align": aligns[0]} if aligns else {}
        heads = [int(kind[1]) for kind in sorted(kinds) if kind.startswith("h")]
        if heads:
            yield d.Block(d.HEADING, inlines, {"level": heads[0]} | attrs)
        elif block.plain_text.startswith("> "):
            yield d.Block(d.QUOTATION, _without_sign(inlines), attrs)
        else:
            yield d.Block(d.PARAGRAPH, inlines, attrs)


def _with(marks: d.Marks, comment: str) -> d.Marks:
    """The marks of a run that has one more comment."""
    held = [mark.value for mark in marks if mark.name == d.COMMENT]
    return d.canonical([*marks, d.Mark(d.COMMENT, " ".join([*held, comment]))])


def _without_sign(inlines: tuple[d.Inline, ...]) -> tuple[d.Inline, ...]:
    """A quotation without the ``> `` before it."""
    left, kept = len("> "), []
    for inline in inlines:
        if isinstance(inline, d.Run) and left:
            cut = min(left, len(inline.text))
            left -= cut
            inline = d.Run(inline.text[cut:], inline.marks)
        kept.append(inline)
    return d.normal(d.Block(inlines=tuple(kept))).inlines
