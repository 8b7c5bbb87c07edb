# SPDX-License-Identifier: MIT
"""The margin in the window: what is chosen, which texts are counted, what stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from novelist.domain.languages import is_han
from novelist.ui.editor.documents import LiveText
from novelist.ui.margin.milestones import Milestones
from novelist.ui.margin.painter import MarginPainter
from novelist.ui.margin.strip import MarginStrip

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.manuscript.heights import Heights

SETTINGS: Final = frozenset({"margin_figures", "margin_words", "margin_characters"})
"""The settings that are followed here."""
_LEAST: Final = 50
_WAIT: Final = 150  # milliseconds after a key


class MarginController(QObject):
    """One for the life of the window. Switched off, no text is counted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._settings = controller.context.settings
        self._editor = controller.workspace.editor
        self._before: dict[int, int] = {}  # words before each text of what flows
        self._added_for: Heights | None = None
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._painter = MarginPainter(controller.context.theme, self.places)
        self.strip = MarginStrip(self._editor.edit, self._painter)
        self._editor.edit.margin = self._painter
        action = controller.window.actions_["margin_figures"]
        action.triggered.connect(lambda on: controller.commands.choose("margin_figures", on))
        self._connect()
        self.follow()

    def _connect(self) -> None:
        self._controller.commands.chosen.connect(self._on_commands_chosen)
        self._editor.text_shown.connect(self._on_shown)
        self._controller.context.theme.theme_changed.connect(self.strip.update)
        self._controller.workspace.counts_changed.connect(self._on_counts_changed)
        self._editor.edit.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._repaint_flow)

    @property
    def every(self) -> int:
        """After how many words (字 in Chinese) there is a figure; 0: none at all."""
        settings, workspace = self._settings, self._controller.workspace
        if not settings.margin_figures or workspace.novel_id is None:
            return 0
        han = is_han(workspace.novel.language)
        return max(settings.margin_characters if han else settings.margin_words, _LEAST)

    def places(self, live: LiveText) -> list[tuple[int, int]]:
        """The milestones of a text as far as they are known; it is counted from now on."""
        every = self.every
        if not every:
            return []
        self._follow_flow()
        counted = live.document.findChild(Milestones)
        if counted is None:
            counted = Milestones(live.document)
            counted.found.connect(self._repaint)
        counted.count(self._before.get(live.item_id, 0), every)
        return counted.places

    def follow(self) -> None:
        """Show what is chosen."""
        self._controller.window.actions_["margin_figures"].setChecked(self._settings.margin_figures)
        if not self._settings.margin_figures:
            self._stop_counting()
        self._on_shown()

    def _stop_counting(self) -> None:
        for item_id in self._editor.documents:
            live = self._editor.documents.find(item_id)
            counted = None if live is None else live.document.findChild(Milestones)
            if counted is not None:
                counted.deleteLater()

    def _on_commands_chosen(self, name: str) -> None:
        if name in SETTINGS:
            self.follow()

    def _on_shown(self) -> None:
        """Another text, or another choice."""
        if self.every:
            self._add_up()
        self._repaint()

    def _on_counts_changed(self, *_: object) -> None:
        """What stands before the other texts may have another length."""
        before = dict(self._before)
        if self.every and self._editor.flow is not None:
            self._add_up()
        if before != self._before:
            self._repaint()

    def _follow_flow(self) -> None:
        """Add up anew where other scenes flow; heights are another object then."""
        flow = self._editor.flow
        if (None if flow is None else flow.flow.heights) is not self._added_for:
            self._add_up()

    def _add_up(self) -> None:
        """The words of what stands before each scene that flows."""
        self._before.clear()
        flow = self._editor.flow
        self._added_for = None if flow is None else flow.flow.heights
        if flow is None:
            return
        words = {item.id: item.words for item in self._controller.workspace.items}
        total = 0
        for section in flow.flow.sections:
            self._before[section.item_id] = total
            total += words.get(section.item_id, 0)

    def _repaint(self) -> None:
        self.strip.update()
        self._repaint_flow()

    def _repaint_flow(self) -> None:
        """Paint what stands beside the lines of the flow anew, and nothing else."""
        flow = self._editor.flow
        if flow is not None:
            left = flow.flow.left + flow.flow.column
            flow.viewport().update(flow.viewport().rect().adjusted(left, 0, 0, 0))
