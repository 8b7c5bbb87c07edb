# SPDX-License-Identifier: MIT
"""How long a text is. The status bar, the outline, exports and the command line all ask here.

Rules: each Han, kana or hangul character is one word. Elsewhere a word is a run of letters and
digits. Apostrophes and single hyphens do not end it ("don't" and "well-known" are one), nor does a
full stop or comma between digits ("3.14" and "1,000" are one). Dashes, two hyphens, slashes,
underscores and all other punctuation separate words and count nothing. Characters are code
points; line ends are not counted, so the counts of a text are the sum of those of its lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from novelist.domain.document import Document


@dataclass(frozen=True, slots=True)
class Counts:
    """The length of a text in words, characters and characters that are not spaces."""

    words: int = 0
    characters: int = 0
    characters_no_spaces: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.characters + other.characters,
            self.characters_no_spaces + other.characters_no_spaces,
        )

    def __sub__(self, other: Counts) -> Counts:
        return Counts(
            self.words - other.words,
            self.characters - other.characters,
            self.characters_no_spaces - other.characters_no_spaces,
        )


ZERO: Final = Counts()

# Han with its radicals, 々〆〇 and numerals; bopomofo; kana; hangul.
EACH: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003fffd\u3105-\u312f\u31a0-\u31bf"
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
    "\U0001b000-\U0001b16f"
    "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff\uffa1-\uffdc"
)
# Signs that belong to the letter before them and that ``\w`` leaves out; joiners, soft hyphen.
_SIGNS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u0eb1-\u0ebc\u0ec8-\u0ecd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200c\u200d\u2060"
)
_SPACES: Final = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680))) + (
    "".join(map(chr, (*range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)))
)
_LINE_END: Final = "\n"
_AT_ONCE: Final = 64  # lines; whoever counts a long text in a thread lets others in between

_CHARACTERS: Final = re.compile(f"[{EACH}]+")
_WORD: Final = re.compile(rf"\w[\w{_SIGNS}]*")
# What prose is full of, as ASCII: lines that then hold nothing else take the fast path.
_TYPOGRAPHY: Final = (
    *((mark, "'") for mark in "’‘ʼ"),
    *((mark, " ") for mark in "“”—–…_\u00a0"),
    *((mark, "-") for mark in "‐‑"),
    ("--", " "),
)
_INSIDE_NUMBER: Final = re.compile(rb"[0-9][.,](?=[0-9])")
_NO_WORD: Final = bytes(c if chr(c).isascii() and chr(c).isalnum() else 32 for c in range(256))


def count(text: str) -> Counts:
    """The counts of any text."""
    spaces = sum(map(text.count, _SPACES[:10] if text.isascii() else _SPACES))
    characters = len(text) - text.count(_LINE_END)
    return Counts(_count_words(text), characters, len(text) - spaces)


def count_document(document: Document) -> Counts:
    """The counts of what a reader sees of a document; notes and images are left out."""
    return count(document.plain_text)


def _count_words(text: str) -> int:
    for mark, plain in _TYPOGRAPHY:
        text = text.replace(mark, plain)
    if text.isascii():
        return _count_ascii(text)
    lines = text.split(_LINE_END)
    plain_lines = _LINE_END.join(line for line in lines if line.isascii())
    others = [line for line in lines if not line.isascii()]
    return _count_ascii(plain_lines) + sum(
        _count_any(_LINE_END.join(others[start : start + _AT_ONCE]))
        for start in range(0, len(others), _AT_ONCE)
    )


def _count_ascii(text: str) -> int:
    joined = _INSIDE_NUMBER.sub(b"0", text.encode("ascii"))
    return len(joined.translate(_NO_WORD, b"'-").split())


def _count_any(text: str) -> int:
    joined = text.replace("'", "").replace("-", "")
    spaced, runs = _CHARACTERS.subn(" ", joined)
    characters = len(joined) - len(spaced) + runs
    joined = re.sub(r"\d[.,](?=\d)", "0", spaced)
    return characters + len(_WORD.findall(joined))
