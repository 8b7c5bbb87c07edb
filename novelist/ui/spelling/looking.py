# SPDX-License-Identifier: MIT
"""Looks over the open texts in short slices, what is seen first, for all that underlines in them.

Nothing waits for it: a slice ends after some milliseconds. A block is painted anew only where a
layer says that this changes something.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.ui.editor.colouring import Part
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.taken_in import TakenIn

_SLICE: Final = 0.0025  # seconds
_REST: Final = 5  # milliseconds between two slices
_SCROLLING: Final = 60  # milliseconds after the page was scrolled


class LookedAt(Protocol):
    """A layer that wants every block looked at once, in its turn."""

    def parts(self, block: QTextBlock) -> Iterable[Part]:
        """See ``Layer``."""

    def is_painted_otherwise(self, block: QTextBlock) -> bool:
        """Whether what the layer has to say of the block is not what is painted."""


class Looking(QObject):
    """The open texts, and how far each was looked over."""

    sliced = Signal()
    """A slice is over."""
    all_seen = Signal()
    """Every block of every text was looked at and painted."""

    def __init__(self, documents: Documents, edit: ManuscriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._edit = documents, edit
        self._layers: list[LookedAt] = []
        self._texts: dict[QTextDocument, TakenIn] = {}
        self._open: dict[int, QTextDocument] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        documents.opened.connect(self._on_documents_opened)
        documents.forgotten.connect(self._on_documents_forgotten)
        edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def texts(self) -> Iterable[TakenIn]:
        """The open texts."""
        return self._texts.values()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is to be looked at now."""
        return not self._timer.isActive()

    def add(self, layer: LookedAt) -> None:
        """Lay it over all texts; it is asked for their blocks one after the other."""
        self._layers.append(layer)
        self._documents.layers.add(layer)
        for item_id in self._documents:
            self._on_documents_opened(item_id)
        self.look_again()

    def remove(self, layer: LookedAt) -> None:
        """Take it away; without any layer nothing is looked at."""
        self._layers.remove(layer)
        if not self._layers:
            for item_id in list(self._open):
                self._on_documents_forgotten(item_id)
        self._documents.layers.remove(layer)

    def look_again(self) -> None:
        """A layer may have more to say, or less: look over all texts again."""
        for text in self._texts.values():
            text.begin()
        self.go_on(0)

    def covers(self, block: QTextBlock) -> bool:
        """Whether the block was looked at, so that a layer has something to say of it."""
        text = self._texts.get(block.document())
        return text is not None and not text.is_to_come(block)

    def text_of(self, block: QTextBlock) -> TakenIn | None:
        """The text that a block is in, while it is open."""
        return self._texts.get(block.document())

    def look_at(self, text: TakenIn, block: QTextBlock) -> None:
        """Paint the block anew if a layer has something else to say of it by now."""
        if block.isValid() and any(each.is_painted_otherwise(block) for each in self._layers):
            text.due.append(block)

    def go_on(self, wait: int = _REST) -> None:
        """Do another slice after so many milliseconds."""
        self._timer.start(wait)

    def _on_scrolled(self) -> None:
        if self.is_idle and self._layers:
            self.go_on(_SCROLLING)

    # -- slices ----------------------------------------------------------------------------------

    def _on_documents_opened(self, item_id: int) -> None:
        text = self._documents.find(item_id)
        if self._layers and text is not None and text.document not in self._texts:
            self._open[item_id] = text.document
            self._texts[text.document] = TakenIn(text.document, self)
            self.go_on()

    def _on_documents_forgotten(self, item_id: int) -> None:
        document = self._open.pop(item_id, None)
        text = None if document is None else self._texts.pop(document, None)
        if text is not None:
            text.deleteLater()

    def _work(self) -> None:
        until = time.monotonic() + _SLICE
        goes_on = True
        while goes_on and time.monotonic() < until:
            goes_on = self._step()
        if goes_on:
            self.go_on()
        self.sliced.emit()
        if not goes_on:
            self.all_seen.emit()

    def _step(self) -> bool:
        """Do one small thing; False where nothing is left to do."""
        for text in self._in_order():
            if text.due:
                self._paint(text, text.due.popleft())
                return True
            block = text.next_block(self._first_seen(text))
            if block is not None:
                self.look_at(text, block)
                return True
        return False

    def _paint(self, text: TakenIn, block: QTextBlock) -> None:
        text.rest()
        if block.isValid():
            self._documents.layers.block_changed.emit(text.document, block.blockNumber())

    def _in_order(self) -> list[TakenIn]:
        """The text that is seen comes first."""
        seen = self._texts.get(self._edit.document())
        rest = [text for text in self._texts.values() if text is not seen]
        return rest if seen is None else [seen, *rest]

    def _first_seen(self, text: TakenIn) -> int:
        if text.document is not self._edit.document():
            return 0
        return self._edit.cursorForPosition(QPoint(0, 0)).block().blockNumber()
