# SPDX-License-Identifier: MIT
"""What a heading looks like: CHAPTER I. Loomings, Book Two, Epilogue, 第一回　宴桃园, 楔子, IV."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from novelist.domain import heading_words as words
from novelist.domain.enums import ItemKind
from novelist.importers.plain.layout import Group, columns
from novelist.importers.plain.numerals import ENGLISH_NUMBER, HAN_NUMBER, number_of


class Rank(IntEnum):
    """How high a heading stands."""

    PART = 1
    CHAPTER = 2
    SECTION = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed; ``bare`` where it has a number or name but no title.

    ``key`` is the same for two printings of one heading, in the contents and over the text.
    ``lines`` is how many lines of its group it takes. A lone heading is nothing but a number,
    which needs its neighbours in the count to be one. ``part`` is the part that a chapter's
    heading names before it: 第一卷　少年　第三章　风起.
    """

    rank: Rank
    text: str
    key: str
    bare: bool = False
    number: int | None = None
    kind: ItemKind = ItemKind.CHAPTER
    lines: int = 1
    lone: bool = False
    part: str = ""

    def with_title(self, title: str, lines: int = 0) -> Heading:
        """The heading with a title that was printed below it."""
        joint = "　" if is_han(self.text) else " " if self.text[-1] in ".:" else ". "
        return replace(
            self,
            text=f"{self.text}{joint}{title}",
            bare=False,
            lone=False,
            lines=self.lines + lines,
        )


_HAN: Final = re.compile("[\u3400-\u9fff]")
_DECORATION: Final = " \t　_*=#~·•◆◇■□★☆—–-"
_RANKS: Final = {
    **dict.fromkeys(words.PART_WORDS, Rank.PART),
    **dict.fromkeys(words.CHAPTER_WORDS, Rank.CHAPTER),
    **dict.fromkeys(words.SECTION_WORDS, Rank.SECTION),
}
_KEYWORD: Final = "|".join(re.escape(word) for word in _RANKS)
_KEYWORD_FIRST: Final = re.compile(
    rf"(?P<label>(?P<word>(?i:{_KEYWORD}))\s*(?P<number>{ENGLISH_NUMBER})(?!\w))(?P<rest>.*)", re.S
)
_NUMBER_FIRST: Final = re.compile(
    rf"(?P<label>(?i:the\s+)?(?P<number>{ENGLISH_NUMBER})\s+(?P<word>(?i:{_KEYWORD}|epilogue)))(?!\w)"
    r"(?P<rest>.*)",
    re.S,
)
_NAMES: Final = {
    **dict.fromkeys(words.CHAPTER_NAMES, ItemKind.CHAPTER),
    **dict.fromkeys(words.FRONT_NAMES, ItemKind.FRONT),
    **dict.fromkeys(words.BACK_NAMES, ItemKind.BACK),
}
_NAMED: Final = re.compile(
    rf"(?P<label>(?i:(?:the\s+)?(?P<word>{'|'.join(_NAMES)})))(?!\w)(?P<rest>.*)", re.S
)
_LONE: Final = re.compile(
    rf"(?P<number>{ENGLISH_NUMBER}|[一二三四五六七八九十百]{{1,5}})"
    r"(?:[.、．:：)]?|(?:[.、．:：]\s*|　+)(?P<title>\S.{0,60}))"
)

_HAN_RANKS: Final = {
    **dict.fromkeys(words.HAN_PART_WORDS, Rank.PART),
    **dict.fromkeys(words.HAN_CHAPTER_WORDS, Rank.CHAPTER),
    **dict.fromkeys(words.HAN_SECTION_WORDS, Rank.SECTION),
}
_HAN_NUMBERED: Final = re.compile(
    rf"(?P<label>(?:正文\s*)?第\s*(?P<number>{HAN_NUMBER})\s*(?P<word>[{''.join(_HAN_RANKS)}])"
    rf"|(?P<word2>卷)之?(?P<number2>{HAN_NUMBER}))(?P<gap>[\s　:：、.．·—-]*)(?P<rest>.*)",
    re.S,
)
_HAN_NAMES: Final = {
    **dict.fromkeys(words.HAN_CHAPTER_NAMES, ItemKind.CHAPTER),
    **dict.fromkeys(words.HAN_FRONT_NAMES, ItemKind.FRONT),
    **dict.fromkeys(words.HAN_BACK_NAMES, ItemKind.BACK),
}
_HAN_NAMED: Final = re.compile(
    rf"(?P<label>(?:正文\s*)?(?P<word>{'|'.join(sorted(_HAN_NAMES, key=len, reverse=True))})"
    rf"(?P<number>{HAN_NUMBER})?)(?P<gap>[\s　:：·—-]*)(?P<rest>.*)",
    re.S,
)
_CHAPTER_WITHIN: Final = re.compile(rf"[\s　]+(?=第\s*{HAN_NUMBER}\s*[章回])")
_SENTENCE_END: Final = re.compile(r"[。；;,，]$|[^.]\.\.$")
_LONGEST: Final = 200
_LONGEST_HAN: Final = 60
_MOST_LINES: Final = 3
_LONG_LINE: Final = 50  # columns; a title runs on below a line that is as long


def heading_of(group: Group) -> Heading | None:
    """The heading that a group is, or begins with; None where it is none."""
    first = group.lines[0].strip(_DECORATION)
    if not first or len(first) > _LONGEST:
        return None
    if is_han(first):
        return _han_heading(first)
    return _english_heading(group, first) or _lone_number(group, first)


def is_han(text: str) -> bool:
    """Whether there is a Han character in a text."""
    return bool(_HAN.search(text))


def plain(text: str) -> str:
    """A text for comparing: no punctuation, spaces, decoration or case."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _english_heading(group: Group, first: str) -> Heading | None:
    """The heading of the first line, and of the lines below where a long title runs on."""
    heading = _english(first)
    if heading is None or heading.bare or len(group.lines) == 1:
        return heading
    if len(group.lines) <= _MOST_LINES and columns(group.lines[0]) >= _LONG_LINE:
        whole = _english(group.text.strip(_DECORATION))
        return whole and replace(whole, lines=len(group.lines))
    return heading if columns(group.lines[0]) < _LONG_LINE else None


def _english(text: str) -> Heading | None:
    for pattern in (_KEYWORD_FIRST, _NUMBER_FIRST, _NAMED):
        found = pattern.fullmatch(text)
        if found is not None and _is_title(found["rest"], found["label"][0].isupper()):
            return _made(found, text)
    return None


def _made(found: re.Match[str], text: str) -> Heading:
    word, number = found["word"].lower(), found.groupdict().get("number")
    value = None if number is None else number_of(number)
    rank = _RANKS.get(word, Rank.CHAPTER)
    kind = ItemKind.PART if rank is Rank.PART else _NAMES.get(word, ItemKind.CHAPTER)
    key = plain(word if number is None else f"{word}{number if value is None else value}")
    return Heading(rank, text, key, not found["rest"].strip(" .:"), value, kind)


def _is_title(rest: str, upper: bool) -> bool:
    """Whether the words after a label name the chapter, and do not go on as a sentence does."""
    title = rest.lstrip(" .:–—-\t")
    if not title:
        return upper or not rest
    separated = rest.lstrip()[0] in ".:–—-"
    apart = separated or rest[0].isspace()
    return upper and apart and (separated or not title[0].islower()) and title[-1] not in ",;"


def _lone_number(group: Group, first: str) -> Heading | None:
    """A number on a line of its own, or with a title after it."""
    found = _LONE.fullmatch(first)
    number = number_of(found["number"]) if found else None
    if found is None or number is None or len(group.lines) > _MOST_LINES:
        return None
    title = found["title"] or ""
    if title[:1].islower() or _SENTENCE_END.search(title) or (title and len(group.lines) > 1):
        return None
    return Heading(Rank.SECTION, first, f"#{number}{plain(title)}", not title, number, lone=True)


def _han_heading(first: str) -> Heading | None:
    text = first.strip("【】[]（）() 　")
    if len(text) > _LONGEST_HAN:
        return None
    found = _HAN_NUMBERED.fullmatch(text)
    if found is not None:
        return _han_numbered(found)
    named = _HAN_NAMED.fullmatch(text)
    if named is not None:
        return _han_named(named)
    return _lone_number(Group((text,), 0, 0), text)


def _han_numbered(found: re.Match[str]) -> Heading | None:
    word, written = found["word"] or found["word2"], found["number"] or found["number2"]
    number, title = number_of(written), found["rest"].strip()
    if _HAN_RANKS[word] is Rank.PART and (chapter := _chapter_within(found[0])) is not None:
        return chapter
    if number is None or _is_sentence(title, bool(found["gap"]), word in "章回"):
        return None
    rank = _HAN_RANKS[word]
    kind = ItemKind.PART if rank is Rank.PART else ItemKind.CHAPTER
    return Heading(rank, found[0].strip(), f"{word}{number}", not title, number, kind)


def _chapter_within(text: str) -> Heading | None:
    """The chapter that a heading names after its part."""
    match = _CHAPTER_WITHIN.search(text)
    heading = _han_heading(text[match.end() :]) if match else None
    if match is None or heading is None or heading.rank is not Rank.CHAPTER:
        return None
    return replace(heading, part=text[: match.start()].strip())


def _han_named(found: re.Match[str]) -> Heading | None:
    title = found["rest"].strip()
    if _is_sentence(title, bool(found["gap"]), False):
        return None
    kind = _HAN_NAMES[found["word"]]
    return Heading(Rank.CHAPTER, found[0].strip(), plain(found[0]), not title, kind=kind)


def _is_sentence(title: str, apart: bool, may_touch: bool) -> bool:
    """Whether the words after a label go on as a sentence instead of naming the chapter."""
    if not title:
        return False
    if not apart and (not may_touch or re.search("[，。；！？,]", title)):
        return True
    return bool(_SENTENCE_END.search(title))
