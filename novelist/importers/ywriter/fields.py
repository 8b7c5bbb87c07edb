# SPDX-License-Identifier: MIT
"""What the elements of a yWriter project say: numbers, booleans, fields that become lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.xml_reading import child_text, text_of

_NO_DAY: Final = "0001-01-01"
_NOTHING: Final = frozenset({"", "0", _NO_DAY, "00:00:00"})
_YES: Final = "-1"


# What yWriter's window calls them.
_NAMES: Final = {
    "AppendToPrev": "Append to previous", "ReactionScene": "Reaction scene",
    "SubPlot": "Subplot scene", "SpecificDateTime": "Date and time", "LastsDays": "Lasts (days)",
    "LastsHours": "Lasts (hours)", "LastsMinutes": "Lasts (minutes)", "ImageFile": "Picture",
    "SpecificDateMode": "Specific date", "FullName": "Full name", "AKA": "Other names",
    "Bio": "Biography", "SortOrder": "Sort order", "Desc": "Description",
    "Field_SuppressChapterTitle": "Suppress chapter title",
    "Field_SuppressChapterBreak": "Suppress chapter break",
    "SuppressChapterTitle": "Suppress chapter title",
    "SuppressChapterBreak": "Suppress chapter break",
}  # fmt: skip


def field_name(tag: str) -> str:
    """What a field is called in the window; by its name in the file where that is not known."""
    return _NAMES.get(tag, tag)


def is_true(element: Element, name: str) -> bool:
    """Whether yWriter's boolean is set: -1, or 1 in its fields."""
    return child_text(element, name) in (_YES, "1", "True", "true")


def number(element: Element, name: str, otherwise: int = 0) -> int:
    """A small number; ``otherwise`` where there is none."""
    written = child_text(element, name).lstrip("+")
    digits = written.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 9:
        return otherwise
    return int(written)


def words_of(element: Element, name: str) -> str:
    """The text of an element with one kind of line end."""
    return child_text(element, name).replace("\r\n", "\n").replace("\r", "\n")


def day(element: Element, name: str) -> str:
    """A day as it is written; "" for none."""
    written = child_text(element, name)
    return "" if written in _NOTHING else written


def other_fields(element: Element, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every field that says something and has no place of its own here, by its name."""
    for child in element:
        if child.tag in known:
            continue
        if child.tag == "Fields":
            yield from other_fields(child, known)
            continue
        value = text_of(child)
        if value not in _NOTHING:
            yield child.tag, value.replace("\r\n", "\n")


def named_fields(element: Element, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The same by the names that yWriter's window has for them."""
    return ((field_name(tag), value) for tag, value in other_fields(element, known))
