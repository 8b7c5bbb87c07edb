# SPDX-License-Identifier: MIT
"""Where every scene lies in the flowing text, also those that were never looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from novelist.domain.languages import is_han
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.page_edit import column_in
from novelist.ui.editor.typesetting import Typesetting
from novelist.ui.manuscript.heights import Heights
from novelist.ui.manuscript.section import FlowScene, Section
from novelist.ui.theme import Theme

# Pixels at the usual size of the text.
_FIRST: Final = 24  # over the first scene
_BREAK: Final = 72  # between two scenes of a chapter
_HEADING_GAP: Final = 88  # between a scene and the next chapter's heading
_HEADING: Final = 60  # the heading and what stands below it
_TITLE: Final = 28  # a scene's title over its text, where the margin is too narrow for it
_SYNOPSIS_GAP: Final = 16
_MARGIN: Final = 168  # the narrowest margin that titles hang in
_LEAST: Final = 32  # a line
_LINE: Final = 1.6  # sizes of the letters in the height of a line
_ENOUGH: Final = 2_000  # characters that say how many pixels one takes
_CHARACTERS_IN_LINE: Final = (26, 58)  # Han, others: with the short lines of dialogue


class Flow:
    """The sections in the order of reading, their heights, and the column they are set in."""

    def __init__(self, typesetting: Typesetting, theme: Theme) -> None:
        self._typesetting, self._theme = typesetting, theme
        self._numbers: dict[int, int] = {}
        self.sections: list[Section] = []
        self.heights = Heights()
        self.left = self.column = 0
        self.is_seen = True  # on a page that nobody sees it asks for no column
        self.shows_titles = True
        self.shows_synopses = False
        self.foot = 0.5  # of a screen, below the last line

    def show(self, scenes: Iterable[FlowScene]) -> list[Section]:
        """Let these scenes flow from now on; the sections that are gone.

        What is known of the text of a scene that stays, stays known.
        """
        former = {section.item_id: section for section in self.sections}
        self.sections = []
        for scene in scenes:
            section = former.pop(scene.item_id, None) or Section(scene)
            section.scene = scene
            self.sections.append(section)
        self._numbers = {section.item_id: n for n, section in enumerate(self.sections)}
        self.guess()
        return list(former.values())

    def number_of(self, item_id: int | None) -> int | None:
        """The place of an item in the flow; None where it is not part of it."""
        return None if item_id is None else self._numbers.get(item_id)

    def find(self, item_id: int | None) -> Section | None:
        """The section of an item."""
        number = self.number_of(item_id)
        return None if number is None else self.sections[number]

    @property
    def hangs_titles(self) -> bool:
        """Whether the titles hang in the margin; else they stand over the texts."""
        return self.left >= _MARGIN

    def set_width(self, width: int) -> bool:
        """Put the column in the middle of a page so wide; whether lines break otherwise now."""
        column = column_in(width, self._typesetting.column)
        left = (width - column) // 2
        is_other, was_hanging = column != self.column, self.hangs_titles
        self.left, self.column = left, column
        if is_other:
            self.forget_measures()
        elif was_hanging != self.hangs_titles:
            self.guess()
        return is_other

    def forget_measures(self) -> None:
        """Every line breaks otherwise now."""
        for section in self.sections:
            section.forget_measure()
        self.guess()

    def guess(self) -> None:
        """Take all heights anew: known ones as they are, the others from what is known."""
        ratio, least = self._ratio(), round(_LEAST * self.zoom)
        self._guess_heads()
        for section in self.sections:  # thousands, at each step of a window that is dragged
            if not section.is_measured:
                section.text = max(round(section.scene.characters * ratio), least)
        self.heights = Heights(section.head + section.text for section in self.sections)

    def measure(self, number: int) -> None:
        """Set a text that is loaded and take its height, or that of its next part."""
        section = self.sections[number]
        assert section.live is not None
        if not section.is_measured:
            self._typesetting.apply(section.live, self._column_in(section.live))
        section.measure()
        self.heights.set(number, section.head + section.text)

    def column_of(self, section: Section) -> int:
        """How wide the lines of a text are: narrower where it is shown in a narrower place too."""
        live = section.live
        return self.column if live is None else self._column_in(live)

    def _column_in(self, live: LiveText) -> int:
        if self.is_seen:
            return live.set_column(self, self.column)
        return min(live.columns.values(), default=self.column)

    def text_top(self, number: int) -> int:
        """Where the first line of a section lies."""
        return self.heights.top(number) + self.sections[number].head

    def synopsis_height(self, scene: FlowScene) -> int:
        """The height of a synopsis over its text."""
        metrics = QFontMetrics(self._theme.font("body"))
        room = QRect(0, 0, self.column, 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, scene.synopsis).height()

    @property
    def zoom(self) -> float:
        """How much larger than usual the page is."""
        return self._typesetting.settings.zoom

    def title_height(self, scene: FlowScene) -> int:
        """The room of a title that stands over its text; 0 where there is none, or it hangs."""
        return _TITLE if scene.title and self.shows_titles and not self.hangs_titles else 0

    def _guess_heads(self) -> None:
        """The room over each text."""
        zoom, shows_synopses = self.zoom, self.shows_synopses
        has_titles = self.shows_titles and not self.hangs_titles
        apart, headed = round(_BREAK * zoom), round((_HEADING_GAP + _HEADING) * zoom)
        for section in self.sections:
            scene = section.scene
            section.head = headed if scene.heading else apart
            if has_titles:
                section.head += self.title_height(scene)
            if shows_synopses and scene.synopsis:
                section.head += self.synopsis_height(scene) + _SYNOPSIS_GAP
        if self.sections:
            first = self.sections[0]
            has_heading = bool(first.scene.heading)
            first.head -= headed if has_heading else apart
            first.head += round((_FIRST + (_HEADING if has_heading else 0)) * zoom)

    def _ratio(self) -> float:
        """How many pixels a character takes, as far as is known."""
        known = [section for section in self.sections if section.is_measured]
        characters = sum(section.scene.characters for section in known)
        pixels = sum(section.text for section in known)
        if characters > _ENOUGH:
            return pixels / characters
        in_line = _CHARACTERS_IN_LINE[0 if is_han(self._typesetting.language) else 1]
        return self._typesetting.font.pixelSize() * _LINE / in_line
