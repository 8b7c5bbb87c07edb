# SPDX-License-Identifier: MIT
"""The texts of a flow: asked for, taken, kept while they are needed, and let go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QTextDocument

from novelist.ui.editor.documents import Documents, LiveText
from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.section import Section
from novelist.ui.manuscript.waiting import Waiting


class FlowTexts(QObject):
    """Joins sections to the open texts of the window, and tells what becomes of these."""

    needed = Signal(list)
    """Items whose text is to be brought."""
    reflowed = Signal(int)
    """The lines of this item's text are to be found anew."""
    resized = Signal(object)
    """A ``Section`` has more lines, or fewer."""
    repainted = Signal(object)
    """The text of a ``Section`` looks otherwise."""

    def __init__(self, flow: Flow, documents: Documents, parent: QObject) -> None:
        super().__init__(parent)
        self._flow, self._documents = flow, documents
        self._waiting = Waiting(flow)
        self._watched: dict[Section, Callable[[QRectF], None]] = {}
        documents.layers.underlined.connect(self._on_layers_underlined)
        documents.forgotten.connect(self._on_documents_forgotten)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for texts."""
        return bool(self._waiting)

    def when_loaded(self, sections: Iterable[Section], action: Callable[[], None]) -> None:
        """Do that as soon as the texts of these sections are loaded, perhaps at once.

        Not at all where one of them is gone, or cannot be loaded.
        """
        sections = list(sections)
        self.take_open(sections)
        missing = self._waiting.add(sections, action)
        if missing:
            self.needed.emit(missing)

    def serve(self) -> None:
        """Do what waited for texts that are there by now."""
        self._waiting.serve()

    def give_up(self, item_ids: Collection[int]) -> bool:
        """These texts cannot be had: what waits for them is not done; whether something did."""
        return self._waiting.give_up(item_ids)

    def take(self, section: Section, live: LiveText) -> None:
        """Let a section have this text."""
        section.live = live
        section.forget_measure()
        layout = live.document.documentLayout()
        layout.documentSizeChanged.connect(partial(self._on_size_changed, section))
        self._watched[section] = lambda _area: self.repainted.emit(section)
        layout.update.connect(self._watched[section])
        live.reflowed.connect(self.reflowed)

    def take_open(self, sections: Iterable[Section]) -> None:
        """Texts that are open elsewhere in the window need not be asked for."""
        for section in sections:
            live = self._documents.find(section.item_id) if section.live is None else None
            if live is not None:
                self.take(section, live)

    def drop(self, section: Section) -> None:
        """A text is not used any more; the height of its section is still known."""
        live, section.live = section.live, None
        watched = self._watched.pop(section, None)
        if live is not None:
            with suppress(RuntimeError):  # Qt may have deleted the layout with the document
                live.reflowed.disconnect(self.reflowed)
                live.document.documentLayout().update.disconnect(watched)
            live.set_column(self._flow, None)

    def keep(self, sections: Iterable[Section], others: Iterable[int]) -> None:
        """Ask for the texts of these sections and keep them, and those of ``others`` (items)."""
        sections = list(sections)
        missing = [section.item_id for section in sections if section.live is None]
        if missing:
            self.needed.emit(missing)
        around = {section.item_id for section in sections}
        self._documents.hold(self, around | self._waiting.items | set(others))

    def hold_column(self, is_seen: bool) -> None:
        """Ask for this flow's column in all its texts, or where nobody sees it for none."""
        self._flow.is_seen = is_seen
        column = self._flow.column if is_seen else None
        for section in list(self._watched):
            if section.live is not None and column != 0:
                section.live.set_column(self._flow, column)

    def let_go(self) -> None:
        """Nothing is needed any more."""
        self._documents.let_go(self)

    def follow_layers(self, sections: Iterable[Section]) -> None:
        """Let these texts be coloured as the layers have it now; the others when they are seen."""
        for section in sections:
            if section.live is not None:
                section.live.colours.follow()

    def _on_documents_forgotten(self, item_id: int) -> None:
        section = self._flow.find(item_id)
        if section is not None:
            self.drop(section)

    def _on_size_changed(self, section: Section, _size: object) -> None:
        if section.live is not None and section.is_measured:
            self.resized.emit(section)

    def _on_layers_underlined(self, document: QTextDocument, _area: QRectF) -> None:
        for section in self._watched:
            if section.live is not None and section.live.document is document:
                self.repainted.emit(section)
