# SPDX-License-Identifier: MIT
"""``Files/writing.history``: the words of each day, of the draft and of all else.

A day is ``<Day dwc="34" owc="69" …>2020-09-25</Day>``, where ``dwc`` counts words of the draft that
came less those that went, and ``owc`` those of other documents. Words that were moved from one to
the other are in both, so that only their sum says what was written. The day on which the project
was last open stands in the ``.scrivx``, until there is a later one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.writing_days import WrittenDays
from novelist.importers.day_log import DayLog, number_of
from novelist.importers.leftovers import Leftovers
from novelist.importers.xml_reading import XmlError, child_text, parse_xml, text_of

FILE: Final = "Files/writing.history"
_DAY: Final = re.compile(rb"<Day\b[^<>]{0,1000}>[^<>]{0,100}</Day>")
_DATE: Final = 10  # characters of a day, before the time


def read_history(data: bytes, recent: Element | None, leftovers: Leftovers) -> WrittenDays:
    """The days of both places; of a damaged file, those that can be read."""
    log = DayLog(leftovers)
    for number, element in enumerate(_days(data, log), 1):
        written, name = text_of(element), text_of(element) or f"{FILE}: {number}"
        counts = (element.get("dwc", ""), element.get("owc", ""))
        _add(log, written, counts, name)
    if recent is not None:
        _read_recent(recent, log)
    return {day: each for day, each in log.days().items() if each.words}


def _read_recent(recent: Element, log: DayLog) -> None:
    """The last day, unless the file has it already."""
    last = recent.get("Date", "")
    counts = (child_text(recent, "DraftWordCount"), child_text(recent, "OtherWordCount"))
    is_empty = all(each in ("", "0") for each in counts)
    if not is_empty and not any(last.startswith(day.isoformat()) for day in log.days()):
        _add(log, last, counts, last or recent.tag)


def _add(log: DayLog, written: str, counts: tuple[str, str], name: str) -> None:
    try:
        words = sum(number_of(each) for each in counts if each)
        log.add(date.fromisoformat(written[:_DATE]), words, name=name)
    except ValueError:  # no day, or no number
        log.damage(name)


def _days(data: bytes, log: DayLog) -> Iterator[Element]:
    if not data.strip():
        return
    try:
        for element in parse_xml(data):
            if element.tag == "Day" and "dwc" in element.attrib:
                yield element
            else:
                log.damage(text_of(element) or element.tag)
    except XmlError:
        log.damage(FILE)
        for found in _DAY.finditer(data):
            yield from _whole(found[0], log)


def _whole(data: bytes, log: DayLog) -> Iterator[Element]:
    """The one element that these bytes are."""
    try:
        yield parse_xml(data)
    except XmlError:
        log.damage(data.decode("utf-8", "replace"))
