# SPDX-License-Identifier: MIT
"""Words and spaces that stand twice where once was meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from novelist.domain.checks.finding import Check, Finding
from novelist.domain.languages import primary

_WORD: Final = re.compile(r"(?<![\w'’-])([^\W\d_]+)( +)\1(?![\w'’-])")
_BEFORE_WORDS: Final = "“‘„«\"'([—–-…"
_SPACES: Final = re.compile(r"(?<=\S)( {2,3})(?=\S)")  # more of them are layout, as in verse
# One of these twice is a slip of the keys: no word is written with it twice.
_PARTICLE: Final = re.compile(r"的的(?!确)|着着|把把|被被|与与|但但|而而|对对于")
# Words that good sentences hold twice in a row.
_MEANT: Final = {
    "en": frozenset(
        {"had", "that", "ha", "no", "very", "so", "bye", "there", "now", "yes", "oh", "well"}
        | {"ho", "hee", "tut", "knock", "blah", "come", "never", "her", "far", "long", "many", "on"}
    ),
    "fr": frozenset({"nous", "vous", "ha", "oh", "non", "oui", "très"}),
    "es": frozenset({"no", "sí", "ja", "oh", "muy"}),
}


def doubled_words(text: str, language: str) -> Iterator[Finding]:
    """The second of two equal words, with the space before it."""
    meant = _MEANT.get(primary(language), frozenset())
    lower = text.lower()
    places = _WORD.finditer(lower if len(lower) == len(text) else text)
    for found in places if _may_hold(lower) else ():
        word = text[found.start(1) : found.end(1)]
        if word.lower() not in meant and not (len(word) == 1 and word.isupper()):
            yield Finding(found.end(1), found.end(), Check.DOUBLED_WORD, "")
    if text.isascii() or primary(language) != "zh":
        return
    for found in _PARTICLE.finditer(text):
        yield Finding(found.start() + 1, found.start() + 2, Check.DOUBLED_WORD, "")


def _may_hold(lower: str) -> bool:
    """Whether it is worth looking for equal words: a quick answer, since nearly always not."""
    if "  " in lower:
        return True
    words = lower.split(" ")
    for word, following in itertools.pairwise(words):
        bare = word.lstrip(_BEFORE_WORDS)
        if bare and following.startswith(bare) and not following[len(bare) :][:1].isalpha():
            return True
    return False


def doubled_spaces(text: str) -> Iterator[Finding]:
    """Two or three spaces between two words."""
    for found in _SPACES.finditer(text):
        yield Finding(found.start(), found.end(), Check.DOUBLED_SPACE, " ")
