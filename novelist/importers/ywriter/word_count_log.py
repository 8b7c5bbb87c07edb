# SPDX-License-Identifier: MIT
"""``WCLog``: how many words the project had at the end of each day on which somebody wrote."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from novelist.domain.writing_days import WrittenDays
from novelist.importers.day_log import DayLog, number_of
from novelist.importers.leftovers import Leftovers
from novelist.importers.xml_reading import child_text, text_of


def read_word_count_log(root: Element, leftovers: Leftovers) -> WrittenDays:
    """The words that each day brought, those that are not in the manuscript too.

    Of the first day they are all that there were.
    """
    log, before = DayLog(leftovers), 0
    for element in root.iterfind("WCLog/WC"):
        written = child_text(element, "Date")
        try:
            length = number_of(child_text(element, "TotalCount") or child_text(element, "Count"))
            log.add(date.fromisoformat(written), length - before, name=written)
            before = length
        except ValueError:  # no day, or no number
            log.damage(written or text_of(element))
    return {day: each for day, each in log.days().items() if each.words}
