# SPDX-License-Identifier: MIT
"""Title and author of a plain text, from what stands before its first chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from novelist.importers.plain.layout import Group

_NAMED_TITLE: Final = re.compile(r"(?:title|书名|書名)\s*[:：]\s*(.+)", re.I)
_NAMED_AUTHOR: Final = re.compile(r"(?:author|作者|著者)\s*[:：]\s*(.+)", re.I)
_HAN_TITLE: Final = re.compile(
    r"[《〈「『](?P<title>.+?)[》〉」』]\s*(?:作者\s*[:：]?)?\s*(?P<author>.*)"
)
_BY: Final = re.compile(r"by[:\s]*(?P<author>.*)", re.I | re.S)
_CREDIT: Final = re.compile(r"\bby\b|,|https?:|@", re.I)
_PERSON: Final = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:(?:de|von|van|du|la|le)\s+)?[A-ZÀ-Þ][\w.'’-]*){1,4}"
)
_ASIDE: Final = re.compile(r"\s*[（(\[【][^）)\]】]*[）)\]】]\s*|\s*著$")
_SMALL_WORDS: Final = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to")
)
_LONGEST: Final = 120
_LONGEST_ALONE: Final = 60
_PAGE: Final = 20  # groups at the head of a file that may be its title page


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What a title page says; "" for what it does not say."""

    title: str = ""
    author: str = ""


def read_title_page(groups: Sequence[Group], *, whole_text: bool = False) -> TitlePage:
    """Title and author from the groups before the first heading.

    With ``whole_text`` there is no heading, and the first line is the title only if it is short.
    """
    texts = [_words(group.text) for group in groups[:_PAGE] if len(group.text) <= _LONGEST]
    return _labelled(groups) or _by_line(texts) or _first_lines(texts, groups, whole_text)


def title_from_name(name: str) -> str:
    """The title that the name of a file suggests."""
    plain = re.sub(r"[_\s]+", " ", name).strip()
    found = _HAN_TITLE.fullmatch(plain)
    return found["title"] if found else plain


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("_", " ")).strip(" *=#~-")


def _labelled(groups: Sequence[Group]) -> TitlePage | None:
    """Lines such as "Title: …" and "Author: …", 《书名》 and 作者：…."""
    title = author = ""
    for line in (_words(line) for group in groups[:_PAGE] for line in group.lines):
        if found := _NAMED_TITLE.fullmatch(line):
            title = title or found[1]
        elif found := _NAMED_AUTHOR.fullmatch(line):
            author = author or found[1]
        elif not title and (found := _HAN_TITLE.fullmatch(line)):
            title, author = found["title"], author or found["author"]
    return TitlePage(title, _ASIDE.sub("", author)) if title else None


def _by_line(texts: Sequence[str]) -> TitlePage | None:
    """The author after "by", the title before it."""
    for index, text in enumerate(texts):
        found = _BY.fullmatch(text)
        if found is None or index == 0:
            continue
        author = found["author"] or (texts[index + 1] if index + 1 < len(texts) else "")
        return TitlePage(_cased(_title_above(texts[:index])), author)
    return None


def _title_above(texts: Sequence[str]) -> str:
    """The title in the lines before the author: the last, or the one before its subtitle."""
    last, before = texts[-1], texts[-2] if len(texts) > 1 else ""
    if before and last[:1].islower():
        return f"{before} {last}"
    alike = before.isupper() == last.isupper() and not _CREDIT.search(before)
    return before if before and alike else last


def _first_lines(texts: Sequence[str], groups: Sequence[Group], whole_text: bool) -> TitlePage:
    if not texts or len(groups[0].text) > (_LONGEST_ALONE if whole_text else _LONGEST):
        return TitlePage()
    author = texts[1] if len(texts) > 1 and _PERSON.fullmatch(texts[1]) else ""
    if whole_text and not author and (len(groups) < 2 or groups[1].gap < 2):
        return TitlePage()
    return TitlePage(_cased(texts[0]), "" if author.isupper() else author)


def _cased(title: str) -> str:
    """A title all in capitals as a title is written; without the stop at its end."""
    title = title.removesuffix(".")
    if not title.isupper() and not re.fullmatch(r"[^a-z]+\bor\b[^a-z]+", title):
        return title
    words = [_cased_word(word, place) for place, word in enumerate(title.split())]
    return " ".join(words)


def _cased_word(word: str, place: int) -> str:
    small = word.lower()
    if place and small.strip(",;:") in _SMALL_WORDS:
        return small
    return "-".join(part[:1].upper() + part[1:] for part in small.split("-"))
