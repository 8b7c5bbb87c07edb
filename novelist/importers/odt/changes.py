# SPDX-License-Identifier: MIT
"""What was deleted under track changes: the head of a text holds it, the text its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.importers.comment_ranges import moment
from novelist.importers.deletions import Deletions
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.names import q, value
from novelist.importers.odt.speech import spoken
from novelist.importers.parts import Part
from novelist.importers.xml_reading import text_of


@dataclass(frozen=True, slots=True)
class _Change:
    words: str
    author: str
    made_at: datetime | None


class Changes:
    """Knows the deletions of a text by the names that their places have."""

    def __init__(self, root: Element, deletions: Deletions) -> None:
        self._deletions = deletions
        self._left: dict[str, _Change] = {}
        for region in root.iter(q("text:changed-region")):
            deletion = region.find(q("text:deletion"))
            if deletion is not None:
                name = value(region, "text:id") or value(region, "xml:id")
                self._left[name] = _change(deletion)

    def take(self, place: Element, into: list[d.Inline]) -> None:
        """What was deleted at a ``text:change``, behind the inlines that were read before it."""
        change = self._left.pop(value(place, "text:change-id"), None)
        if change is not None:
            self._deletions.take(into, change.words, change.author, change.made_at)

    def leave(self, leftovers: Leftovers) -> None:
        """Name those whose places the text has not."""
        for each in self._left.values():
            leftovers.leave(Part.DELETED, count=int(bool(each.words)))


def _change(deletion: Element) -> _Change:
    about: Iterable[Element] = deletion.iter(q("office:change-info"))
    info = next(iter(about), Element("none"))
    author = text_of(info.find(q("dc:creator")))
    return _Change(spoken(deletion), author, moment(text_of(info.find(q("dc:date")))))
