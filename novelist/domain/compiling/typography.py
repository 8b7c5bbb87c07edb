# SPDX-License-Identifier: MIT
"""What a preset makes of quotation marks, dashes and emphasis; footnotes are changed alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from novelist.domain.compiling.settings import Emphasis, Quotes, Typography
from novelist.domain.document import (
    EMPHASIS,
    FOOTNOTE,
    LINE_BREAK,
    UNDERLINE,
    Atom,
    Block,
    Document,
    Inline,
    JsonValue,
    Mark,
    Run,
    canonical,
    normal,
)
from novelist.domain.document_text import block_from_json, block_to_json
from novelist.domain.finding.passages import OBJECT
from novelist.domain.languages import is_han
from novelist.domain.typing.habits import APOSTROPHE, DASH_STYLES, QUOTE_STYLES, Habits, habits_of
from novelist.domain.typing.quotes import STRAIGHT, with_quote
from novelist.errors import DocumentFormatError

_TO_STRAIGHT: Final = str.maketrans({**dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‘’‚‛", "'")})
_HYPHENS: Final = re.compile(r"(?<!-)-{2,3}(?!-)")
_STOPS: Final = re.compile(r"(?<!\.)\.{3}(?!\.)")
_WORD: Final = re.compile(r"\w*")
_SPACES: Final = " \u00a0\u202f"
_CONTEXT: Final = 4000  # characters before a mark that decide what it becomes

Change = Callable[[str, str], str]
"""What becomes of the text of a run; the first is what stands before it in its paragraph."""


def typeset(document: Document, typography: Typography, language: str) -> Document:
    """The text as the preset wants its characters and its emphasis."""
    changes = list(_changes(typography, language))
    is_underlined = typography.emphasis is Emphasis.UNDERLINE
    if not changes and not is_underlined:
        return document
    change = partial(_changed, changes=changes, is_underlined=is_underlined)
    return Document(tuple(change(block) for block in document.blocks))


def _changes(typography: Typography, language: str) -> Iterable[Change]:
    habits = habits_of(language)
    if typography.dashes:
        yield partial(_dashed, habits=habits)
    if typography.quotes is Quotes.STRAIGHT:
        yield _straight
    elif typography.quotes is Quotes.CURLY:
        yield partial(_curly, habits=habits, han=is_han(language))


def _changed(block: Block, changes: Iterable[Change], is_underlined: bool) -> Block:
    before = ""
    inlines: list[Inline] = []
    for inline in block.inlines:
        made: Inline
        if isinstance(inline, Run):
            text = inline.text
            for change in changes:
                text = change(before, text)
            before += text
            made = replace(inline, text=text)
        else:
            before += "\n" if inline.kind == LINE_BREAK else OBJECT
            made = _note(inline, changes, is_underlined) if inline.kind == FOOTNOTE else inline
        inlines.append(_underlined(made) if is_underlined else made)
    return normal(replace(block, inlines=tuple(inlines)))


def _note(atom: Atom, changes: Iterable[Change], is_underlined: bool) -> Atom:
    """A footnote with its blocks changed; one that cannot be read stays as it is."""
    blocks = atom.attrs.get("blocks")
    if not isinstance(blocks, list):
        return atom
    try:
        found = [block_from_json(each) for each in blocks]
    except DocumentFormatError:
        return atom
    made: list[JsonValue] = [
        block_to_json(_changed(each, changes, is_underlined)) for each in found
    ]
    return replace(atom, attrs={**atom.attrs, "blocks": made})


def _underlined(inline: Inline) -> Inline:
    if not any(mark.name == EMPHASIS for mark in inline.marks):
        return inline
    kept = (mark for mark in inline.marks if mark.name != EMPHASIS)
    return replace(inline, marks=canonical([*kept, Mark(UNDERLINE)]))


def _straight(_before: str, text: str) -> str:
    return text.translate(_TO_STRAIGHT)


def _curly(before: str, text: str, habits: Habits, han: bool) -> str:
    style = QUOTE_STYLES[habits.quotes]
    made = ""
    for place, character in enumerate(text):
        if character not in STRAIGHT:
            made += character
            continue
        if character == "'" and _begins_elision(text, place, habits):
            made += APOSTROPHE  # ’twas
            continue
        start = (before[-_CONTEXT:] + made)[-_CONTEXT:]
        found = with_quote(start, character, style, is_han=han)
        kept = start if found.startswith(start) else start.rstrip(_SPACES)
        gone = len(start) - len(kept)  # spaces before a mark that brings its own
        # Where they belong to the run before, that is written already.
        made = made[: -gone or None] + found[len(kept) :] if gone <= len(made) else found[-1:]
    return made


def _dashed(_before: str, text: str, habits: Habits) -> str:
    two, three = DASH_STYLES[habits.dashes]
    text = _HYPHENS.sub(lambda found: (three or two) if len(found[0]) == 3 else two, text)
    return _STOPS.sub(habits.ellipsis, text)


def _begins_elision(text: str, place: int, habits: Habits) -> bool:
    """Whether the mark at a place stands for letters left out: ’twas."""
    found = _WORD.match(text, place + 1)
    return found is not None and found[0] in habits.elisions
