# SPDX-License-Identifier: MIT
"""What is seen of a flow: it stays where it is while heights change, and is made ready."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QAbstractScrollArea

from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.flow_texts import FlowTexts
from novelist.ui.manuscript.section import Section

_TRIES: Final = 4  # measuring may bring others on the screen, that are measured then


class FlowScroll:
    """Holds one section where it lies on the screen: the *anchor*."""

    def __init__(self, area: QAbstractScrollArea, flow: Flow, texts: FlowTexts) -> None:
        self._area, self._flow, self._texts = area, flow, texts
        self._anchor: tuple[int, int] | None = None  # an item, and where its section lies
        self.is_settling = False

    @property
    def value(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    def seen(self, around: float = 0.0) -> list[Section]:
        """The sections on the screen, and so many screens above and below."""
        return [self._flow.sections[number] for number in self.numbers(around)]

    def numbers(self, around: float = 0.0) -> range:
        """Their numbers in the flow."""
        if not self._flow.sections:
            return range(0)
        height = self._area.viewport().height()
        more = round(height * around)
        first = self._flow.heights.at(self.value - more)
        last = self._flow.heights.at(self.value + height + more - 1)
        return range(first, last + 1)

    def hold(self, section: Section, top: int) -> None:
        """The upper edge of this section is to lie there on the screen."""
        self._anchor = (section.item_id, top)

    def note(self, written: Section | None) -> None:
        """What is to stay where it is: the scene that is ``written`` in, else the first seen."""
        seen = self.numbers()
        if not seen:
            self._anchor = None
            return
        number = self._flow.number_of(written.item_id) if written is not None else None
        if number is None or number not in seen:
            known = [n for n in seen if self._flow.sections[n].is_measured]
            number = known[0] if known else seen[0]
        self.hold(self._flow.sections[number], self._flow.heights.top(number) - self.value)

    def settle(self) -> None:
        """Heights changed: follow the anchor, and take the heights of what is seen by that."""
        self.is_settling = True
        try:
            self._follow()
            self._texts.take_open(self.seen())
            for _ in range(_TRIES):
                if not self._measure_seen():
                    break
                self._follow()
        finally:
            self.is_settling = False
        self._texts.follow_layers(self.seen())

    def set_range(self) -> None:
        """Let the scroll bar know how much there is to scroll."""
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        foot = round(height * self._flow.foot)
        bar.setPageStep(height)
        bar.setRange(0, max(self._flow.heights.total + foot - height, 0))

    def _follow(self) -> None:
        self.set_range()
        bar = self._area.verticalScrollBar()
        number = None if self._anchor is None else self._flow.number_of(self._anchor[0])
        if number is not None and self._anchor is not None:
            bar.setValue(self._flow.heights.top(number) - self._anchor[1])

    def _measure_seen(self) -> bool:
        """Take the heights of what is seen; whether that changed one."""
        found = False
        for number in self.numbers():
            if self._flow.sections[number].is_unmeasured:
                before = self._flow.heights[number]
                self._flow.measure(number)
                found |= self._flow.heights[number] != before
        return found
