# SPDX-License-Identifier: MIT
"""All panes of the window, and the one that is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, QSignalBlocker, Qt, Signal

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.icons import Icons
from novelist.ui.manuscript.selection import Spot
from novelist.ui.panes.area import PaneArea
from novelist.ui.panes.pane import Pane, Tab
from novelist.ui.panes.window import PaneWindow
from novelist.ui.theme import Theme

MOST: Final = 8  # panes beside each other; more could not be read


class Panes(QObject):
    """Panes come and go here; what they show, and where its texts come from, others say."""

    texts_needed = Signal(list)
    shown = Signal(Pane)
    """A pane wants to show its tab: it is new, or another tab was chosen."""
    entered = Signal(Pane)
    """The pen is in this pane now."""
    emptied = Signal()
    """A pane or a tab was closed: perhaps one page is enough."""

    def __init__(self, editor: EditorPanel, theme: Theme, icons: Icons) -> None:
        super().__init__(editor)
        self._editor, self._theme, self._icons = editor, theme, icons
        self._titles: Callable[[int], str] = str
        self._has_title: Callable[[int], bool] = bool
        self._closed: list[Tab] = []
        self._windows: list[PaneWindow] = []
        self.area = PaneArea(theme)
        self.active = self._make()
        self.area.put_first(self.active)

    def name_with(self, title_of: Callable[[int], str], has_title: Callable[[int], bool]) -> None:
        """Let the tabs be called as this says of an item; in grey where that is not its title."""
        self._titles, self._has_title = title_of, has_title

    @property
    def all(self) -> list[Pane]:
        """Every pane, those of other windows last."""
        elsewhere = [pane for window in self._windows for pane in window.area.panes]
        return [*self.area.panes, *elsewhere]

    @property
    def needs_bar(self) -> bool:
        """Whether there is more than one place to be at."""
        return len(self.all) > 1 or len(self.active.tabs) > 1

    def target(self) -> Pane:
        """Where what is chosen in the binder opens: not in a pane that is kept for reference."""
        if not self.active.is_pinned:
            return self.active
        free = [pane for pane in self.all if not pane.is_pinned]
        return free[0] if free else self.active

    def _make(self) -> Pane:
        pane = Pane(self._theme, self._icons, self._editor.documents, self._editor.edit)
        view = pane.view
        view.texts_needed.connect(self.texts_needed)
        view.scene_left.connect(self._editor.scene_left)
        view.scene_entered.connect(self._editor.scene_entered)
        view.moved.connect(self._editor.place_changed)
        view.pen_wanted.connect(partial(self._on_pen_wanted, pane))
        pane.tab_chosen.connect(partial(self.choose_tab, pane))
        pane.tab_close_requested.connect(partial(self.close_tab, pane))
        pane.tab_moved.connect(partial(self._on_tab_moved, pane))
        pane.close_requested.connect(partial(self.close_pane, pane))
        pane.split_requested.connect(partial(self.split, pane))
        return pane

    # -- the pen -------------------------------------------------------------------------------

    def activate(self, pane: Pane) -> None:
        """Write in this pane from now on."""
        if pane is self.active:
            return
        self.active.left_at = self.active.view.caret if self.active.view.has_pen else None
        self.active = pane
        self._editor.switch_flow(pane.view)
        self.tell()
        self.entered.emit(pane)

    def step(self, way: int) -> None:
        """Write in the next pane, or in the one before, where it was left."""
        panes = self.all
        pane = panes[(panes.index(self.active) + way) % len(panes)]
        spot = pane.left_at
        self.activate(pane)
        if spot is not None and pane.view.flow.find(spot.item_id) is not None:
            pane.view.enter(spot.item_id, spot.position)
        elif pane.tab is not None:
            pane.view.enter(pane.tab.item_id)
        self._editor.focus_text()

    def _on_pen_wanted(self, pane: Pane, item_id: int, position: int) -> None:
        self.activate(pane)
        pane.view.enter(item_id, position)
        self._editor.focus_text()

    def begin_with(self, pane: Pane) -> None:
        """Write in this pane first: the pen is in none of them yet."""
        self.active = pane

    # -- splitting and closing -----------------------------------------------------------------

    def split(self, pane: Pane, way: Qt.Orientation) -> Pane | None:
        """Show the same beside a pane, or below it, and write there; None: there are too many."""
        if pane.tab is None or len(self.all) >= MOST:
            return None
        other = self._make()
        other.tabs, other.current = [replace(pane.tab)], 0
        other.visited.visit(pane.tab.item_id)
        spot = pane.view.caret if pane.view.has_pen else pane.left_at
        self.area_of(pane).split(pane, way, other)
        self._write_in(other, spot)
        return other

    def open_window(self) -> None:
        """Show the same in a window of its own, and write there."""
        pane = self.active
        if pane.tab is None or len(self.all) >= MOST:
            return
        other = self._make()
        other.tabs, other.current = [replace(pane.tab)], 0
        other.visited.visit(pane.tab.item_id)
        window = self._add_window(other)
        window.show()
        self._write_in(other, pane.view.caret)
        window.activateWindow()

    def add_window(self, place: QRect) -> Pane:
        """An empty pane in a window of its own; the keyboard stays where it is."""
        other = self._make()
        window = self._add_window(other, place)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        window.show()
        return other

    def _add_window(self, pane: Pane, place: QRect | None = None) -> PaneWindow:
        window = PaneWindow(self._theme, self._editor.window(), pane, place)
        window.close_requested.connect(partial(self._close_window, window))
        self._windows.append(window)
        return window

    @property
    def windows(self) -> list[PaneWindow]:
        """The other windows."""
        return list(self._windows)

    def _write_in(self, pane: Pane, spot: Spot | None) -> None:
        """Write in a pane that is new, at the place of the one it came from."""
        self.shown.emit(pane)
        self.activate(pane)
        if spot is not None:
            pane.view.enter(spot.item_id, spot.position)
        self._editor.focus_text()

    def area_of(self, pane: Pane) -> PaneArea:
        """What a pane stands in: this window, or another."""
        windows = (window.area for window in self._windows if pane in window.area.panes)
        return next(windows, self.area)

    def _close_window(self, window: PaneWindow) -> None:
        for pane in window.area.panes:
            self.close_pane(pane)

    def _end_empty_windows(self) -> None:
        for window in list(self._windows):
            if not window.area.panes:
                self._windows.remove(window)
                window.hide()
                window.deleteLater()

    def add_beside(self, pane: Pane, way: Qt.Orientation) -> Pane:
        """An empty pane to the right of one, or below it."""
        other = self._make()
        self.area_of(pane).split(pane, way, other)
        return other

    def close_pane(self, pane: Pane) -> None:
        """Take a pane away; the last one stays."""
        panes = self.all
        if len(panes) < 2:
            return
        if self.area.panes == [pane]:  # the window of the novel keeps one
            return
        if pane is self.active and self._editor.flow is None:
            self.active = next(each for each in panes if each is not pane)
        elif pane is self.active:
            self.step(-1 if panes.index(pane) else 1)
        self._closed += pane.tabs
        had_focus = self._editor.edit.hasFocus()
        self.area_of(pane).close_pane(pane)
        self._end_empty_windows()
        if had_focus:  # what stays was put elsewhere
            self._editor.focus_text()
        pane.view.retire()
        pane.deleteLater()
        self.tell()
        self.emptied.emit()

    # -- tabs ----------------------------------------------------------------------------------

    def add_tab(self, tab: Tab) -> None:
        """Open another tab beside the current one and show it."""
        pane = self.target()
        pane.tabs.insert(pane.current + 1, tab)
        self.choose_tab(pane, pane.current + 1)

    def choose_tab(self, pane: Pane, number: int) -> None:
        """Show a tab and write there."""
        if not 0 <= number < len(pane.tabs):
            return
        pane.current = number
        self.activate(pane)
        self.tell()
        self.shown.emit(pane)

    def step_tab(self, way: int) -> None:
        """Show the next tab, or the one before."""
        if self.active.tabs:
            number = (self.active.current + way) % len(self.active.tabs)
            self.choose_tab(self.active, number)

    def close_tab(self, pane: Pane, number: int) -> None:
        """Close a tab; with the last one of a pane the pane goes."""
        if not 0 <= number < len(pane.tabs):
            return
        if len(pane.tabs) == 1:
            self.close_pane(pane)
            return
        self._closed.append(pane.tabs.pop(number))
        was_current = number == pane.current
        if number < pane.current or pane.current == len(pane.tabs):
            pane.current -= 1
        self.tell()
        if was_current:
            self.choose_tab(pane, pane.current)
        self.emptied.emit()

    def reopen_tab(self, is_there: Callable[[int], bool]) -> None:
        """Open the tab again that was closed last, of those whose item is still there."""
        while self._closed:
            tab = self._closed.pop()
            if is_there(tab.item_id):
                self.add_tab(tab)
                return

    def forget(self, item_id: int) -> None:
        """An item is gone: its tabs are closed, and nobody goes back to it."""
        for pane in self.all:
            pane.visited.forget(item_id)
            numbers = [n for n, tab in enumerate(pane.tabs) if tab.item_id == item_id]
            for number in reversed(numbers):
                if len(pane.tabs) > 1 or len(self.all) > 1:
                    self.close_tab(pane, number)

    def clear(self) -> None:
        """The novel is left: one pane with nothing in it stays."""
        self._closed.clear()
        with QSignalBlocker(self):  # nothing of the novel is to be shown any more
            if self.active not in self.area.panes:
                self.activate(self.area.panes[0])
            for pane in self.all:
                if pane is not self.active:
                    self.close_pane(pane)
        self.active.tabs.clear()
        self.active.current = -1
        self.active.visited = type(self.active.visited)()
        self.active.view.show_scenes([])

    def _on_tab_moved(self, pane: Pane, old: int, new: int) -> None:
        pane.tabs.insert(new, pane.tabs.pop(old))
        pane.current = new if pane.current == old else pane.current
        self.tell()

    def tell(self) -> None:
        """Let every pane say what its tabs are called and which one is written in."""
        panes, needs_bar = self.all, self.needs_bar
        for pane in panes:
            pane.show_bar(shown=needs_bar, several=len(panes) > 1)
            titles = [self._titles(tab.item_id) for tab in pane.tabs]
            untitled = [n for n, tab in enumerate(pane.tabs) if not self._has_title(tab.item_id)]
            pane.show_titles(titles, is_active=pane is self.active, untitled=untitled)
        for window in self._windows:
            shown = [pane.tab for pane in window.area.panes if pane.tab is not None]
            window.set_scene(self._titles(shown[0].item_id) if shown else "")
