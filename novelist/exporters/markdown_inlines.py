# SPDX-License-Identifier: MIT
"""Runs, atoms and attribute lists of our Markdown (``docs/file-format.md``, 3.4 to 3.6)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from novelist.domain import document as d
from novelist.domain.document import JsonValue
from novelist.domain.markdown_dialect import (
    ATOM_KEY,
    ATOM_MARK_PREFIX,
    ATTACHMENT,
    MARK_CLASSES,
)
from novelist.exporters.exported import Findings, WarningReason

_ALWAYS_ESCAPED: Final = re.compile(r"[\\`*_\[\]<{]")
_ENTITY: Final = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_BLOCK_START: Final = re.compile(r"[#>|=+-]|:::")
_NUMBER_START: Final = re.compile(r"\d{1,9}[.)](?: |$)")
_NAME: Final = re.compile(r"[A-Za-z][\w-]*")
_BARE_WORD: Final = re.compile(r"[a-z][a-z0-9-]*")
_NOT_STRINGS: Final = frozenset({"true", "false", "null"})
_PLAIN_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[A-Za-z0-9:/?#@+,;=.%-]+")
_DIGEST: Final = re.compile(r"[A-Za-z0-9]+")
_HIDDEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_KEPT_SPACES: Final = "\u3000\u00a0"
_DELIMITERS: Final[Mapping[d.Marks, str]] = {
    (d.Mark(d.EMPHASIS),): "*",
    (d.Mark(d.STRONG),): "**",
    (d.Mark(d.STRIKE),): "~~",
}

_CLASS_NAMES: Final = frozenset(MARK_CLASSES.values()) - MARK_CLASSES.keys()

NoteWriter = Callable[[d.Atom], str | None]
"""Gives the label of a footnote that is written after the item, or None for the long form."""


def attribute_list(items: Iterable[str]) -> str:
    """``{.class key=value}`` of its items; "" where there are none."""
    joined = " ".join(items)
    return f"{{{joined}}}" if joined else ""


def attribute(name: str, value: JsonValue) -> str:
    """``name=value``: a bare word where that is read back as this string, or else JSON."""
    if isinstance(value, str) and _BARE_WORD.fullmatch(value) and value not in _NOT_STRINGS:
        return f"{name}={value}"
    return f"{name}={json_text(value)}"


def attributes_of(attrs: Mapping[str, JsonValue], findings: Findings) -> list[str]:
    """The items of an attribute list; a name that cannot be written is left out and noted."""
    for name in attrs:
        if not is_name(name):
            findings.add(WarningReason.UNKNOWN_ATTRIBUTE, name)
    return [attribute(name, value) for name, value in attrs.items() if is_name(name)]


def is_name(text: str) -> bool:
    """Whether the dialect can write the text as a name: of a class, a key, a division."""
    return bool(_NAME.fullmatch(text))


def json_text(value: JsonValue) -> str:
    """JSON on one line, with every character as itself that can stand in a line of a file."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def heading_text(text: str) -> str:
    """A title, all on one line."""
    return Line((d.Run(text),) if text else (), Findings(), in_heading=True).write()


class Line:
    """Writes the inlines of one block; lines are separated by newlines.

    ``in_heading`` keeps all in one line; ``in_verse`` leaves leading spaces and line starts alone.
    """

    def __init__(
        self,
        inlines: Sequence[d.Inline],
        findings: Findings,
        *,
        notes: NoteWriter | None = None,
        in_heading: bool = False,
        in_verse: bool = False,
    ) -> None:
        self._inlines = inlines
        self._findings = findings
        self._notes = notes
        self._in_heading = in_heading
        self._in_verse = in_verse
        self._visible = "".join(
            each.text if isinstance(each, d.Run) else "\n" if self._is_newline(i) else "\ufffc"
            for i, each in enumerate(inlines)
        )

    def write(self) -> str:
        """The inlines as Markdown."""
        parts: list[str] = []
        offset = 0
        for place, inline in enumerate(self._inlines):
            if isinstance(inline, d.Run):
                parts.append(self._run(inline, place, offset))
                offset += len(inline.text)
            else:
                parts.append(self._atom(inline, place))
                offset += 1
        text = "".join(parts)
        if self._in_heading or self._in_verse:
            return text
        return "\n".join(_safe_start(line) for line in text.split("\n"))

    # Runs

    def _run(self, run: d.Run, place: int, offset: int) -> str:
        text = self._escaped(run.text, place, offset)
        if not run.marks:
            return text
        delimiter = _DELIMITERS.get(run.marks)
        if delimiter and self._may_delimit(run, place, offset):
            return f"{delimiter}{text}{delimiter}"
        if self._is_plain_link(run):
            return f"[{text}]({run.marks[0].value})"
        marks = attribute_list(_mark(mark) for mark in self._writable(run.marks))
        return f"[{text}]{marks}" if marks else text

    def _may_delimit(self, run: d.Run, place: int, offset: int) -> bool:
        """Whether asterisks or tildes around the run are read back as its mark."""
        neighbours = (*self._inlines[max(place - 1, 0) : place], *self._inlines[place + 1 :][:1])
        if any(isinstance(each, d.Run) and each.marks for each in neighbours):
            return False
        end = offset + len(run.text)
        sides = (
            (run.text[0], self._visible[offset - 1 : offset] if offset else ""),
            (run.text[-1], self._visible[end : end + 1]),
        )
        return all(_flanks(inner, outer) for inner, outer in sides)

    def _writable(self, marks: d.Marks) -> d.Marks:
        """The marks whose names can be written; the others are noted."""
        for mark in marks:
            if not is_name(mark.name) or mark.name == ATOM_KEY:
                self._findings.add(WarningReason.UNKNOWN_MARK, mark.name)
        return tuple(mark for mark in marks if is_name(mark.name) and mark.name != ATOM_KEY)

    @staticmethod
    def _is_plain_link(run: d.Run) -> bool:
        mark = run.marks[0]
        return (
            len(run.marks) == 1
            and mark.name == d.LINK
            and not mark.raw
            and bool(_PLAIN_ADDRESS.fullmatch(mark.value))
        )

    def _escaped(self, text: str, number: int, offset: int) -> str:
        """The characters of a run with whatever would mean something taken away from them."""
        written = []
        for place, char in enumerate(text):
            if char.isspace():
                written.append(self._space(offset + place))
            elif self._needs_escape(text, place) or self._meets_bracket(text, place, number):
                written.append("\\" + char)
            else:
                written.append(char)
        return "".join(written)

    def _meets_bracket(self, text: str, place: int, number: int) -> bool:
        """Whether a character at the edge of a run means something beside its neighbour."""
        char = text[place]
        if place == len(text) - 1 and char == "!":
            return number + 1 < len(self._inlines)
        if place == 0 and char == "^":
            return bool(self._inlines[number].marks)
        return place == 0 and char in ":(" and number > 0

    def _needs_escape(self, text: str, place: int) -> bool:
        char = text[place]
        first, last = place == 0, place == len(text) - 1
        if _ALWAYS_ESCAPED.match(char):
            return True
        if char == "&":
            return bool(_ENTITY.match(text, place))
        if char == "~":
            return first or last or "~" in text[place - 1 : place + 2 : 2]
        return char == "#" and self._in_heading

    def _space(self, place: int) -> str:
        """A white space by the rule of 3.6, seen from the whole line."""
        char = self._visible[place]
        before = self._visible[place - 1 : place] if place else "\n"
        after = self._visible[place + 1 : place + 2] or "\n"
        if char == " " and after != "\n" and (before not in (" ", "\n") or self._is_indent(place)):
            return " "
        if char in _KEPT_SPACES and not before.isspace() and not after.isspace():
            return char
        if char == "\u3000" and self._is_indent(place):
            return char
        return f"&#{ord(char)};"

    def _is_indent(self, place: int) -> bool:
        """Whether a line of verse has nothing but unmarked spaces so far, and words after them."""
        if not self._in_verse:
            return False
        start = self._visible.rfind("\n", 0, place) + 1
        end = self._visible.find("\n", place)
        line = self._visible[start : end if end >= 0 else None]
        blank = not self._visible[start:place].strip(" \u3000") and bool(line.strip())
        return blank and self._is_unmarked(start, place)

    def _is_unmarked(self, start: int, place: int) -> bool:
        offset = 0
        for inline in self._inlines:
            length = len(inline.text) if isinstance(inline, d.Run) else 1
            if offset + length > start and offset <= place and inline.marks:
                return False
            offset += length
        return True

    # Atoms

    def _is_newline(self, place: int) -> bool:
        """Whether the line break at ``place`` can be a new line of the file."""
        inline = self._inlines[place]
        if not isinstance(inline, d.Atom) or inline.kind != d.LINE_BREAK:
            return False
        if inline.marks or inline.attrs or self._in_heading:
            return False
        return self._in_verse or 0 < place < len(self._inlines) - 1

    def _atom(self, atom: d.Atom, place: int) -> str:
        if self._is_newline(place):
            return "\n" if self._in_verse else "\\\n"
        label = self._notes(atom) if self._notes and atom.kind == d.FOOTNOTE else None
        if label is not None:
            return f"[^{label}]"
        if atom.kind == d.IMAGE and not atom.marks and len(self._inlines) > 1:
            picture = short_picture(atom.attrs)
            if picture:
                return picture
        return f"[]{attribute_list(self._atom_items(atom))}"

    def _atom_items(self, atom: d.Atom) -> list[str]:
        """The kind, attributes and marks of an atom in long form."""
        items = [attribute(ATOM_KEY, atom.kind), *attributes_of(atom.attrs, self._findings)]
        for mark in self._writable(atom.marks):
            written = _mark(mark)
            items.append(written if written.startswith(".") else f"{ATOM_MARK_PREFIX}{written}")
        return items


def short_picture(attrs: Mapping[str, JsonValue], caption: str = "") -> str:
    """``![alt](attachment:digest "caption"){…}``; "" where that would not be read back."""
    digest, alt = attrs.get("digest"), attrs.get("alt")
    if not all(map(is_name, attrs)):
        return ""
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        return ""
    if not isinstance(alt, str) or not _is_plain(alt):
        return ""
    title = f" {json_text(caption)}" if caption else ""
    others = [attribute(k, v) for k, v in attrs.items() if k not in ("digest", "alt", "caption")]
    words = Line((d.Run(alt),), Findings()).write()
    return f"![{words}]({ATTACHMENT}{digest}{title}){attribute_list(others)}"


def _is_plain(text: str) -> bool:
    """Words, figures and usual punctuation, with single spaces between them."""
    return bool(re.fullmatch(r"[\w,.;'-]+(?: [\w,.;'-]+)*", text)) and "_" not in text


def _mark(mark: d.Mark) -> str:
    if mark.raw:
        return f"{mark.name}={json_text(json.loads(mark.value))}"
    if mark.value:
        return f"{mark.name}={json_text(mark.value)}"
    if mark.name in _CLASS_NAMES:  # the class of that name stands for another mark
        return f"{mark.name}=1"
    return f".{MARK_CLASSES.get(mark.name, mark.name)}"


def _flanks(inner: str, outer: str) -> bool:
    """Whether a delimiter between these two characters is sure to open or close."""
    if unicodedata.category(inner)[0] in "LN":
        return True
    beside_nothing = outer in ("", " ", "\n") or unicodedata.category(outer)[0] == "P"
    return not inner.isspace() and beside_nothing


def _safe_start(line: str) -> str:
    """The line with a backslash where its first characters would begin another block."""
    if _NUMBER_START.match(line):
        place = next(i for i, char in enumerate(line) if char in ".)")
        return f"{line[:place]}\\{line[place:]}"
    return f"\\{line}" if _BLOCK_START.match(line) else line
