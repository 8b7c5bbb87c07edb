# SPDX-License-Identifier: MIT
"""What keeps a strange Markdown file from taking hours: bounds, and a watch inside the parser.

markdown-it tries every bracket that is not closed against the whole rest of its paragraph, drops
what is nested deeper than it goes, and makes an object of every sign. Ordinary text is far from
each of these bounds; what passes one is read as plain text, so that no word is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    fence,
    heading,
    hr,
    list_block,
    reference,
)
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from novelist.importers.watch import Watch

PARSING: Final = "parsing"
"""The key of the ``Parsing`` in the environment of the parser."""
WRITTEN_LINES: Final = "lines"
"""The key in the ``meta`` of a stanza's text for its lines as they stand in the file."""

BLOCKS_DONE: Final = 0.4
INLINES_DONE: Final = 0.8
"""The shares of the whole reading that are done after either half of the parsing."""

_DEEPEST: Final = 90  # levels of quotations and lists; a list takes two
_MOST_MARKUP: Final = 200_000  # signs in one paragraph
_MARKUP: Final = "*_~[]!&<\\\n"
_FREE_WORK: Final = 1_000  # characters between brackets, and so many for each character there is
_WORK_A_CHARACTER: Final = 8
_BRACKET: Final = re.compile(r"\\.|[\[\]]", re.S)
_ADDRESS: Final = re.compile(
    r"\[(?:\\.|[^\[\]\\])+\]:[ \t]*"
    r"<?(?:[a-z][a-z0-9+.-]*://|mailto:|www\.|#\w|\.{1,2}/|[\w-]+\.[\w.-]+/)",
    re.I,
)

BlockRule = Callable[[StateBlock, int, int, bool], bool]
"""A rule of markdown-it for blocks: state, first line, line after the last, whether only to ask."""


@dataclass(slots=True)
class Parsing:
    """What the rules share while one file is parsed.

    ``as_written`` counts the paragraphs whose markup stays as it is; ``note_depth`` is how many
    footnotes are open around what is being parsed.
    """

    watch: Watch
    as_written: int = 0
    note_depth: int = 0

    @classmethod
    def of(cls, state: StateBlock | StateCore | StateInline) -> Parsing:
        """That of the file whose state is given."""
        found: Parsing = state.env[PARSING]
        return found


def set_bounds(parser: MarkdownIt) -> None:
    """Put the bounds and the watch into a parser whose environment has a ``Watch``."""
    ruler = parser.block.ruler
    for name, rule, above in _INTERRUPTING:
        ruler.at(name, rule, {"alt": above})
    ruler.at("reference", _reference)
    ruler.before("fence", "watch", _watch_line)
    ruler.before("fence", "interrupt", _interrupt, {"alt": ["paragraph"]})
    parser.inline.ruler.before("text", "watch", _watch_sign)
    parser.core.ruler.at("inline", _inlines)


def shallow(rule: BlockRule) -> BlockRule:
    """The same rule, but not where it would nest so deep that what is inside would be dropped."""

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < _DEEPEST and rule(state, start, end, silent)

    return guarded


def is_heavy(text: str) -> bool:
    """Whether the markup of a paragraph would take too long to tell apart, or too much memory."""
    if sum(text.count(sign) for sign in _MARKUP) > _MOST_MARKUP:
        return True
    return _bracket_work(text) > _FREE_WORK + _WORK_A_CHARACTER * len(text)


def _bracket_work(text: str) -> int:
    """The characters between each bracket and its partner, or the end where it has none."""
    opened: list[int] = []
    work = 0
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            work += found.start() - opened.pop()
    return work + sum(len(text) - at for at in opened)


def _watch_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """No rule: it reports the line that the parser has come to."""
    parsing = Parsing.of(state)
    whole = state.level == 0 and not parsing.note_depth
    parsing.watch.step(BLOCKS_DONE * start / state.lineMax if whole else 0.0)
    return False


def _interrupt(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a line ends the paragraph above it: most begin with a letter, and do not."""
    if not silent:
        return False
    Parsing.of(state).watch.step()
    first = state.src[state.bMarks[start] + state.tShift[start]]
    return first in _INTERRUPTS and any(rule(state, start, end, True) for rule in _RULES)


def _watch_sign(state: StateInline, silent: bool) -> bool:
    """No rule: it only lets a person stop the reading inside a long paragraph."""
    Parsing.of(state).watch.step()
    return False


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The address of a link; what only looks like one is text: ``[Anna]: Come!``."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return bool(_ADDRESS.match(line)) and reference(state, start, end, silent)


def _inlines(state: StateCore) -> None:
    """What markdown-it does with the text of every block, under the watch and within bounds."""
    parsing = Parsing.of(state)
    share = 0.0 if parsing.note_depth else (INLINES_DONE - BLOCKS_DONE) / len(state.tokens or [0])
    for number, token in enumerate(state.tokens):
        parsing.watch.step(share and BLOCKS_DONE + share * number)
        if token.type != "inline":
            continue
        if is_heavy(token.content):
            token.children = _as_written(token)
            parsing.as_written += 1
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _as_written(token: Token) -> list[Token]:
    """The text of a block line by line, as it stands in the file."""
    lines = token.meta.get(WRITTEN_LINES)
    joint = "softbreak" if lines is None else "hardbreak"
    found: list[Token] = []
    for line in token.content.split("\n") if lines is None else lines:
        found += [Token(joint, "br", 0)] if found else []
        found.append(Token("text", "", 0, content=line))
    return found


_INSIDE: Final = ["reference", "blockquote"]
_INTERRUPTING: Final[Sequence[tuple[str, BlockRule, list[str]]]] = (
    ("fence", fence, [*_INSIDE, "list"]),
    ("blockquote", shallow(blockquote), [*_INSIDE, "list"]),
    ("hr", hr, [*_INSIDE, "list"]),
    ("list", shallow(list_block), _INSIDE),
    ("heading", heading, _INSIDE),
)
"""The rules of CommonMark that may end a paragraph, and in what else they may begin."""
_RULES: Final = tuple(rule for _, rule, _ in _INTERRUPTING)
_INTERRUPTS: Final = "`~>#*+-_0123456789"
