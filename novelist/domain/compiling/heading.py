# SPDX-License-Identifier: MIT
"""The lines above parts, chapters and scenes, from the templates of a preset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from novelist.domain.compiling.settings import Headings, Numbering
from novelist.domain.languages import is_han, primary
from novelist.domain.numbering import NumberStyle, carries_number, stands_apart, written_number

NUMBER: Final = "number"
TITLE: Final = "title"

_FIELD: Final = re.compile(r"\{([a-z-]+)\}")
_LEFT_OVER: Final = " \u3000\t:：.,，、·-–—|/"
"""What parts a number from a title, and parts nothing where one of them is missing."""
_STYLES: Final[Mapping[Numbering, NumberStyle]] = {
    Numbering.DIGITS: NumberStyle.DIGITS,
    Numbering.WORDS: NumberStyle.WORDS,
    Numbering.ROMAN: NumberStyle.ROMAN,
    Numbering.CHINESE: NumberStyle.CHINESE,
}


def chapter_template(language: str) -> str:
    """How a language heads a chapter where a preset does not say it."""
    if is_han(language):
        return "第{number}章\u3000{title}"
    return "Chapter {number}\n{title}" if primary(language) == "en" else "{number}\n{title}"


def part_template(language: str) -> str:
    """The same of a part."""
    if is_han(language):
        return "第{number}部\u3000{title}"
    return "Part {number}\n{title}" if primary(language) == "en" else "{number}\n{title}"


def number_in(number: int, numbering: Numbering, language: str) -> str:
    """A number as a heading writes it: 3, Twenty-One, XIV, 十一.

    There are words for English alone; other languages get digits, and Chinese its own numerals.
    """
    style = _STYLES.get(numbering)
    han = is_han(language)
    if style is None or (style is NumberStyle.WORDS and primary(language) != "en"):
        style = NumberStyle.CHINESE if han else NumberStyle.DIGITS
    written = written_number(number, style)
    return _capitalised(written) if style is NumberStyle.WORDS else written


def heading_lines(
    template: str,
    number: int | None,
    title: str,
    headings: Headings,
    language: str,
    fields: Mapping[str, str],
) -> tuple[str, ...]:
    """What a template makes of a number and a title.

    A title that carries its own number, or stands apart as a prologue does, is left as it is, as
    is one without a number where the template has nothing to say without it.
    """
    bare = number is None or headings.numbering is Numbering.NONE
    if carries_number(title) or stands_apart(title):
        lines = [title]
    else:
        written = "" if bare or number is None else number_in(number, headings.numbering, language)
        values = {**fields, NUMBER: written, TITLE: title.strip()}
        lines = [_filled(line, values) for line in template.split("\n")]
        if bare and TITLE not in _FIELD.findall(template):
            lines = [title]
    found = tuple(line.strip() for line in lines if line.strip())
    return tuple(line.upper() for line in found) if headings.capitals else found


def _filled(line: str, values: Mapping[str, str]) -> str:
    """One line; "" where it has fields and all of them are empty.

    What stands between a field that is empty and the next one goes with it: "Chapter {number}:
    {title}" is the title alone where there is no number.
    """
    names = _FIELD.findall(line)
    if not names:
        return line
    if not any(values.get(name, "") for name in names):
        return ""
    if NUMBER in names and not values[NUMBER]:
        return values[TITLE] if TITLE in names else ""
    filled = _FIELD.sub(lambda found: values.get(found[1], found[0]), line)
    return filled.strip(_LEFT_OVER) if TITLE in names and not values[TITLE] else filled


def _capitalised(words: str) -> str:
    """Twenty-One; "and" stays small."""
    return re.sub(r"[a-z]+", lambda found: _capital(found[0]), words)


def _capital(word: str) -> str:
    return word if word == "and" else word.capitalize()
