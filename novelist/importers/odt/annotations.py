# SPDX-License-Identifier: MIT
"""Comments of a text: on a passage from here to the end that is named, or about one point."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.importers.anchors import Anchors
from novelist.importers.comment_ranges import MOST_OPEN, CommentRanges
from novelist.importers.odt.names import q, value
from novelist.importers.odt.speech import spoken
from novelist.importers.xml_reading import text_of


class Annotations:
    """Begins and ends comments; ``value`` is that of the mark of what stands here."""

    def __init__(self, root: Element, ranges: CommentRanges, anchors: Anchors) -> None:
        self._ranges, self._anchors = ranges, anchors
        self._ends = {value(each, "office:name") for each in root.iter(q("office:annotation-end"))}
        self._open: dict[str, str] = {}  # the number of the comment, by its name
        self._named: dict[str, str] = {}  # the same of all
        self._count = 0

    @property
    def value(self) -> str:
        """The marks of all passages that are open; "" for none."""
        return self._ranges.value

    def begin(self, element: Element, places: list[d.Inline], *, is_in_note: bool) -> None:
        """An ``office:annotation``; an answer goes to what it answers."""
        self._count += 1
        number, name = str(self._count), value(element, "office:name")
        values = {
            "id": number,
            "author": text_of(element.find(q("dc:creator"))),
            "date": text_of(element.find(q("dc:date"))),
        }
        above = self._named.get(value(element, "loext:parent-name"))
        if name:
            self._named[name] = above or number
        if above is not None:
            self._ranges.answer(above, values, spoken(element))
            return
        is_resolved = value(element, "loext:resolved") == "true"
        self._ranges.begin(values, spoken(element), is_resolved=is_resolved)
        has_end = name in self._ends and name not in self._open  # two of one name have one end
        if has_end and not is_in_note and len(self._open) < MOST_OPEN:
            self._open[name] = number
        else:
            places.append(self._anchors.at(self._ranges.end(number)))

    def end(self, element: Element, places: list[d.Inline]) -> None:
        """The end of a passage; one without words is laid on the word before it."""
        number = self._open.pop(value(element, "office:name"), "")
        if mark := self._ranges.end(number):
            places.append(self._anchors.at(mark))
