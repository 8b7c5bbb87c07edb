# SPDX-License-Identifier: MIT
"""Which quotation mark a straight one becomes, from what stands before it in its paragraph.

After a digit it is a closing mark or an apostrophe and never a prime: novels write heights in
words, and speeches end in years. Between letters “'” is an apostrophe in every language. After a
dash, or in writing without spaces, a mark closes what is open and opens otherwise.
"""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.typing.habits import APOSTROPHE, QuoteStyle
from novelist.domain.typing.letters import DASHES, OBJECT, is_han_letter, is_han_mark, is_letter

STRAIGHT: Final = frozenset("\"'")

_BRACKETS: Final = frozenset("([{<¿¡（［｛《〈【〔")
_AMBIGUOUS: Final = DASHES | frozenset("/…:")
_APOSTROPHE_IN_WORD: Final = re.compile(rf"(?<=\w){APOSTROPHE}(?=\w)")


def with_quote(before: str, typed: str, style: QuoteStyle, *, is_han: bool = False) -> str:
    """The text before the caret with the mark that the key gives; ``is_han``: no spaces."""
    if typed == '"':
        return _with_double(before, style, is_han)
    if _is_apostrophe(before, style):
        return before + APOSTROPHE
    opening, closing = style.single
    return before + (opening if _opens(before, style.single, style.double[0], is_han) else closing)


def _with_double(before: str, style: QuoteStyle, is_han: bool) -> str:
    opening, closing = style.double
    plain = before.rstrip(" ")
    if style.space and plain and len(plain) < len(before) and is_open(before, style.double):
        return plain + style.space + closing  # “« mot "” with a space that the writer typed
    if _opens(before, style.double, style.single[0], is_han):
        return before + opening + style.space
    return before.removesuffix(style.space) + style.space + closing


def _is_apostrophe(before: str, style: QuoteStyle) -> bool:
    """Whether “'” stands in or behind a word, and closes nothing."""
    last = _last(before)
    return bool(last) and is_letter(last) and not is_open(before, style.single)


def _opens(before: str, pair: tuple[str, str], other_opening: str, is_han: bool) -> bool:
    last = _last(before)
    if not last or last.isspace() or last in _BRACKETS:
        return True
    if last == pair[0] and pair[0] != pair[1]:
        return False  # two marks one after the other
    if last == APOSTROPHE:
        return is_han_letter(before[-2:-1]) and not is_open(before, pair)
    if last == other_opening:
        return True
    is_unsure = is_han or last in _AMBIGUOUS or is_han_letter(last) or is_han_mark(last)
    return is_unsure and not is_open(before, pair)


def _last(before: str) -> str:
    """The character that the mark follows; a footnote or an image is not one."""
    return before.rstrip(OBJECT)[-1:]


def is_open(before: str, pair: tuple[str, str]) -> bool:
    """Whether a quotation was opened in the paragraph and not closed yet."""
    opening, closing = pair
    if APOSTROPHE in pair:
        before = _APOSTROPHE_IN_WORD.sub(" ", before)
    if opening == closing:
        return before.count(opening) % 2 == 1
    return before.rfind(opening) > before.rfind(closing)
