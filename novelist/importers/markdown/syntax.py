# SPDX-License-Identifier: MIT
"""The rules that our Markdown adds to CommonMark (``docs/file-format.md``, section 3)."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from novelist.importers.markdown.attributes import read_attributes, split_title, whole_line
from novelist.importers.markdown.bounds import (
    PARSING,
    WRITTEN_LINES,
    Parsing,
    set_bounds,
    shallow,
)
from novelist.importers.watch import Watch

_DIVISION: Final = re.compile(r":::+[ \t]*([A-Za-z][\w-]*)[ \t]*")
_DIVISION_END: Final = re.compile(r":::+[ \t]*")
_VERSE_LINE: Final = re.compile(r"\|(?: (.*)|[ \t]*)", re.S)
_DEFINITION: Final = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*(.*)", re.S)
_REFERENCE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_DEEPEST: Final = 100
_DEEPEST_NOTE: Final = 8
_INDENT: Final = 4
# HTML and code are not words: they stay as written. Indented lines are prose.
_LEFT_OUT: Final = ("code", "backticks", "html_block", "html_inline")


class _Parser(MarkdownIt):
    """Keeps addresses as they are written: they are stored, and whoever opens one checks it."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True


def parse(text: str, watch: Watch) -> tuple[list[Token], int]:
    """The tokens of a file, and how many of its paragraphs are too intricate and stay as written.

    Raises:
        ReadingCancelledError: the watch said so.
    """
    parsing = Parsing(watch)
    return _make_parser().parse(text, {PARSING: parsing}), parsing.as_written


def _make_parser() -> MarkdownIt:
    """A parser of CommonMark with strike-through and all that our Markdown adds."""
    parser = _Parser("commonmark", {"maxNesting": _DEEPEST}).enable("strikethrough")
    parser.disable(list(_LEFT_OUT))
    set_bounds(parser)
    for name, block_rule in _BLOCK_RULES:
        parser.block.ruler.before("fence", name, block_rule)
    for name, inline_rule in _INLINE_RULES:
        parser.inline.ruler.before("link", name, inline_rule)
    parser.core.ruler.before("inline", "heading_attributes", _heading_attributes)
    return parser


def _line(state: StateBlock, number: int) -> str:
    """A line without the indent and the markers of what it stands in."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = whole_line(_line(state, start).rstrip(" \t"))
    if found is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.meta = {"attributes": found}
        state.line = start + 1
    return True


def _division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opened = _DIVISION.fullmatch(_line(state, start))
    if opened is None:
        return False
    if silent:
        return True
    close = _division_end(state, start, end)
    state.push("division_open", "", 1).meta = {"kind": opened[1]}
    above = state.lineMax
    state.lineMax = close
    state.md.block.tokenize(state, start + 1, close)
    state.lineMax = above
    state.push("division_close", "", -1)
    state.line = min(close + 1, end)
    return True


def _division_end(state: StateBlock, start: int, end: int) -> int:
    """The line that closes the division opened at ``start``."""
    depth = 0
    for number in range(start, end):
        line = _line(state, number)
        if _DIVISION.fullmatch(line):
            depth += 1
        elif _DIVISION_END.fullmatch(line):
            depth -= 1
            if depth == 0:
                return number
    return end


def _verse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    lines: list[str] = []
    number = start
    while number < end and state.sCount[number] >= state.blkIndent:
        found = _VERSE_LINE.fullmatch(_line(state, number))
        if found is None:
            break
        lines.append(found[1] or "")
        number += 1
    if not lines:
        return False
    if not silent:
        state.push("verse_open", "", 1)
        inline = state.push("inline", "", 0)
        inline.content = "\\\n".join(_with_indent(line) for line in lines)
        inline.meta = {WRITTEN_LINES: lines}
        inline.children = []
        state.push("verse_close", "", -1)
        state.line = number
    return True


def _with_indent(line: str) -> str:
    """A line of verse whose white space at the beginning cannot be taken for layout."""
    text = line.lstrip()
    return "".join(f"&#{ord(space)};" for space in line[: len(line) - len(text)]) + text


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = _DEFINITION.fullmatch(_line(state, start))
    if found is None or Parsing.of(state).note_depth >= _DEEPEST_NOTE:
        return False
    if silent:
        return True
    lines, number = [found[2]], start + 1
    while number < end and _continues(state, number, lines):
        lines.append(state.getLines(number, number + 1, state.blkIndent + _INDENT, False))
        number += 1
    token = state.push("definition", "", 0)
    token.meta = {"id": found[1], "tokens": _note_tokens(state, "\n".join(lines))}
    state.line = number
    return True


def _note_tokens(state: StateBlock, text: str) -> list[Token]:
    """The text of a footnote, parsed as a file of its own."""
    parsing = Parsing.of(state)
    parsing.note_depth += 1
    tokens = state.md.parse(text, {PARSING: parsing})
    parsing.note_depth -= 1
    return tokens


def _continues(state: StateBlock, number: int, lines: list[str]) -> bool:
    """Whether a line belongs to the note above: set in, blank, or its paragraph going on."""
    if state.isEmpty(number) or state.sCount[number] >= state.blkIndent + _INDENT:
        return True
    return bool(lines[-1].strip()) and not _DEFINITION.fullmatch(_line(state, number))


def _note_reference(state: StateInline, silent: bool) -> bool:
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("note_reference", "", 0).meta = {"id": found[1]}
    state.pos = found.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Text in brackets with an attribute list after it."""
    if state.src[state.pos] != "[":
        return False
    start, last = state.pos, state.posMax
    label_end = state.md.helpers.parseLinkLabel(state, start)
    found = read_attributes(state.src, label_end + 1) if label_end >= 0 else None
    if found is None or found[1] > last:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, label_end
        state.push("span_open", "", 1).meta = {"attributes": found[0]}
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1)
    state.pos, state.posMax = found[1], last
    return True


def _picture_attributes(state: StateInline, silent: bool) -> bool:
    """The attribute list directly after a picture."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type != "image":
        return False
    found = read_attributes(state.src, state.pos)
    if found is None or found[1] > state.posMax:
        return False
    state.tokens[-1].meta["attributes"] = found[0]
    state.pos = found[1]
    return True


def _heading_attributes(state: StateCore) -> None:
    for opened, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opened.type == "heading_open":
            inline.content, attributes = split_title(inline.content)
            opened.meta["attributes"] = attributes


_BLOCK_RULES: Final = (
    ("attributes", _attribute_line),
    ("division", shallow(_division)),
    ("verse", _verse),
    ("definition", _definition),
)
_INLINE_RULES: Final = (
    ("note_reference", _note_reference),
    ("span", _span),
    ("picture_attributes", _picture_attributes),
)
