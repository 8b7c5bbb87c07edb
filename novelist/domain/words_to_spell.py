# SPDX-License-Identifier: MIT
"""Which words of a text a dictionary is asked for, where they stand, and how it may know them.

A word is a run of letters with apostrophes inside; several joined by hyphens are one word that
falls into pieces where the dictionary does not know it as a whole. Left out: Han, kana and hangul,
words with digits or underscores, addresses, single letters, capitals alone (abbreviations), what is
longer than any word. Offsets are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple

from novelist.domain.counting import EACH
from novelist.domain.languages import primary

LONGEST: Final = 60
_APOSTROPHES: Final = "'’ʼ＇"
_HYPHENS: Final = "‐‑-"  # the last one, so that it is no range inside of brackets
_JOINERS: Final = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphen and what has no width
_SIGNS: Final = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"

_LETTERS: Final = rf"[\w{_SIGNS}{_JOINERS}]+"
_WORD: Final = re.compile(rf"{_LETTERS}(?:[{_APOSTROPHES}{_HYPHENS}]{_LETTERS})*")
_PIECE: Final = re.compile(rf"[^{_HYPHENS}]+")
_EACH: Final = re.compile(f"[{EACH}]")
_ADDRESS: Final = re.compile(r"\w+://\S+|\bwww\.\S+|\S+@\S+\.\w+|\b[\w.-]+\.(?:com|org|net)\b\S*")
_ADDRESS_SIGNS: Final = ("://", "www.", "@", ".com", ".org", ".net")
_PLAIN: Final = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")})
_NOTHING: Final = str.maketrans(dict.fromkeys(_JOINERS, ""))
_NO_LETTERS: Final = re.compile(rf"[{_SIGNS}'-]")
# What is said when a syllable is swallowed: an apostrophe stands before it.
_CLIPPED: Final = frozenset(
    {"em", "tis", "twas", "twere", "twill", "twould", "til", "till", "cause", "bout", "round"}
    | {"neath", "gainst", "nother", "course", "fraid", "ere", "im", "er", "is", "ow", "ave", "ad"}
)
# Letters of the dictionary's script; a word in another one is none of its business.
_SCRIPTS: Final = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    **dict.fromkeys(("he", "yi"), "HEBREW"),
    **dict.fromkeys(("hi", "mr", "ne"), "DEVANAGARI"),
    "el": "GREEK",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "th": "THAI",
}


class Word(NamedTuple):
    """One word: where it stands, as a dictionary writes it, and its pieces between hyphens."""

    start: int
    end: int
    text: str
    pieces: tuple[Word, ...] = ()


def words_to_spell(text: str, familiar: set[str] | None = None) -> list[Word]:
    """The words of a paragraph that are to be looked up.

    Those in ``familiar`` are not, as they stand, nor is what stands between two spaces and is in
    it; what needs no looking up is added to it. So a key costs hardly more than one word.
    """
    familiar = set() if familiar is None else familiar
    chunks = text.split(" ")
    if familiar.issuperset(chunks):
        return []
    words: list[Word] = []
    start = 0
    for chunk in chunks:
        if chunk not in familiar:
            found = list(_words_in(chunk, start, familiar))
            words += found
            if not found:
                familiar.add(chunk)
        start += len(chunk) + 1
    return words


def _words_in(chunk: str, start: int, familiar: set[str]) -> Iterator[Word]:
    """The words between two spaces; ``start`` is where that begins."""
    if not chunk.isascii():
        chunk = _EACH.sub(" ", chunk)
    if any(sign in chunk for sign in _ADDRESS_SIGNS):
        chunk = _ADDRESS.sub(lambda found: " " * len(found[0]), chunk)
    for found in _WORD.finditer(chunk):
        if found[0] not in familiar and not _is_clipped(chunk, *found.span()):
            word = _word(found[0], start + found.start())
            if word is None:
                familiar.add(found[0])
            else:
                yield word


def _word(written: str, start: int) -> Word | None:
    end = start + len(written)
    if written.isascii() and written.isalpha():  # nearly always
        is_wanted = 1 < len(written) <= LONGEST and not written.isupper()
        return Word(start, end, written) if is_wanted else None
    plain = dictionary_form(written)
    if len(plain) > LONGEST or not _NO_LETTERS.sub("", plain).isalpha():
        return None
    if "-" in plain:
        return Word(start, end, plain, tuple(_pieces(written, start)))
    return None if len(plain) < 2 or plain.isupper() else Word(start, end, plain)


def _pieces(written: str, start: int) -> Iterator[Word]:
    for found in _PIECE.finditer(written):
        word = _word(found[0], start + found.start())
        if word is not None:
            yield word


def _is_clipped(text: str, start: int, end: int) -> bool:
    """Whether it is said with a swallowed syllable: ’em, ’tis, dancin’."""
    if end < len(text) and text[end] in _APOSTROPHES and text[start:end].endswith("in"):
        return True
    before = start > 0 and text[start - 1] in _APOSTROPHES
    return before and text[start:end].lower() in _CLIPPED


def dictionary_form(word: str) -> str:
    """The word as dictionaries write it: composed, with plain apostrophes and hyphens."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_NOTHING).translate(_PLAIN))


def other_spellings(word: str, language: str) -> list[str]:
    """Ways of writing a word that are right where a dictionary knows only the plain one."""
    if word.isascii() or primary(language) != "en":
        return []
    spread = word.replace("œ", "oe").replace("æ", "ae").replace("Œ", "Oe").replace("Æ", "Ae")
    letters = unicodedata.normalize("NFD", spread)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return [bare] if bare != word else []


def is_in_script_of(word: str, language: str) -> bool:
    """Whether a dictionary of that language is written with the letters of the word."""
    script = _SCRIPTS.get(primary(language), "LATIN")
    if word[0].isascii():
        return script == "LATIN"
    return unicodedata.name(word[0], "").startswith(script)


def is_among(word: str, known: Collection[str]) -> bool:
    """Whether words that somebody added hold this one, with another case or a possessive s.

    A word that was added in small letters is known with a capital too, but no name without it.
    """
    base = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("'")
    return any(_has(each, known) for each in {word, base})


def _has(word: str, known: Collection[str]) -> bool:
    if word in known:
        return True
    if not word[:1].isupper():
        return False
    return word.lower() in known or (word.isupper() and word.title() in known)


def wrong_words(words: list[Word], is_wrong: Callable[[str], bool | None]) -> list[Word]:
    """Words, and pieces of words, that are wrong as far as ``is_wrong`` knows."""
    found = []
    for word in words:
        if is_wrong(word.text):
            if word.pieces:
                found += [piece for piece in word.pieces if is_wrong(piece.text)]
            else:
                found.append(word)
    return found
