# SPDX-License-Identifier: MIT
"""Looks over the open texts in short slices, what is seen first, for all that underlines in them.

Nothing waits for it: a slice ends after some milliseconds, and none is on the path of a key. What
was typed is looked at again a moment later; by somebody who types very fast, right behind a key.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import chain
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.editor.typing_gap import TypingGap
from novelist.ui.editor.underlines import Underliner
from novelist.ui.spelling.taken_in import TakenIn

_SLICE: Final = 0.0025  # seconds
_REST: Final = 5  # milliseconds between two slices
_SCROLLING: Final = 60  # milliseconds after the page was scrolled
_TYPING: Final = 100  # milliseconds after an edit
_FAST: Final = 0.06  # seconds between two edits: there is no other gap
_PATIENCE: Final = 60  # milliseconds that a slice waits for such a gap


class Looking(QObject):
    """The open texts, and how far each was looked over."""

    sliced = Signal()
    """A slice is over."""
    all_seen = Signal()
    """Every block of every text was looked at."""

    def __init__(self, documents: Documents, edit: ManuscriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._edit = documents, edit
        self._underliners: list[Underliner] = []
        self._texts: dict[QTextDocument, TakenIn] = {}
        self._open: dict[int, QTextDocument] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._last_edit = 0.0
        self._gap = TypingGap(_PATIENCE, self)
        self._gap.came.connect(self._work)
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
        return not (self._timer.isActive() or self._gap.is_awaited)

    def add(self, underliner: Underliner) -> None:
        """Let it underline in all texts; it is asked for their blocks one after the other."""
        self._underliners.append(underliner)
        for item_id in self._documents:
            self._on_documents_opened(item_id)
        self.look_again()

    def remove(self, underliner: Underliner) -> None:
        """It underlines no more; without any of them nothing is looked at."""
        self._underliners.remove(underliner)
        for text in self._texts.values():
            text.underlines.clear()
        if self._underliners:
            self.look_again()
            return
        for item_id in list(self._open):
            self._on_documents_forgotten(item_id)

    def look_again(self) -> None:
        """There may be more to underline, or less: look over all texts again."""
        for text in self._texts.values():
            text.begin()
        self.go_on(0)

    def look_soon(self, document: QTextDocument, number: int) -> None:
        """Look at one block (its number) again when its turn comes."""
        text = self._texts.get(document)
        if text is not None:
            text.look_again_at(document.findBlockByNumber(number))
            self._go_on_after_typing()

    def text_of(self, block: QTextBlock) -> TakenIn | None:
        """The text that a block is in, while it is open."""
        return self._texts.get(block.document())

    def go_on(self, wait: int = _REST) -> None:
        """Do another slice after so many milliseconds."""
        self._gap.stop()
        self._timer.start(wait)

    def _on_taken_in_edited(self) -> None:
        self._last_edit = time.monotonic()
        self._gap.note_key()
        self._go_on_after_typing()

    def _go_on_after_typing(self) -> None:
        if self.is_idle:
            self.go_on(_TYPING)

    def _on_scrolled(self) -> None:
        if self.is_idle and self._underliners:
            self.go_on(_SCROLLING)

    # -- slices ----------------------------------------------------------------------------------

    def _on_documents_opened(self, item_id: int) -> None:
        text = self._documents.find(item_id)
        if self._underliners and text is not None and text.document not in self._texts:
            self._open[item_id] = text.document
            taken_in = self._texts[text.document] = TakenIn(text, self)
            taken_in.edited.connect(self._on_taken_in_edited)
            self.go_on()

    def _on_documents_forgotten(self, item_id: int) -> None:
        document = self._open.pop(item_id, None)
        text = None if document is None else self._texts.pop(document, None)
        if text is not None:
            text.deleteLater()

    @property
    def _is_typed_fast(self) -> bool:
        return time.monotonic() - self._last_edit < _FAST

    def _on_timer_timeout(self) -> None:
        if self._is_typed_fast:
            self._gap.wait()
        else:
            self._work()

    def _work(self) -> None:
        until = time.monotonic() + _SLICE
        goes_on = True
        while goes_on and time.monotonic() < until:
            goes_on = self._step()
        if goes_on:  # perhaps at the same paragraph, where a key followed
            self.go_on(_TYPING if self._is_typed_fast else _REST)
        self.sliced.emit()
        if not goes_on:
            self.all_seen.emit()

    def _step(self) -> bool:
        """Do one small thing; False where nothing is left to do."""
        for text in self._in_order():
            block = text.next_block(self._first_seen(text))
            if block is not None:
                found = chain.from_iterable(each.underlines(block) for each in self._underliners)
                text.underlines.put(block, found)
                return True
        return False

    def _in_order(self) -> list[TakenIn]:
        """The text that is seen comes first."""
        seen = self._texts.get(self._edit.document())
        rest = [text for text in self._texts.values() if text is not seen]
        return rest if seen is None else [seen, *rest]

    def _first_seen(self, text: TakenIn) -> int:
        if text.document is not self._edit.document():
            return 0
        return self._edit.cursorForPosition(QPoint(0, 0)).block().blockNumber()
