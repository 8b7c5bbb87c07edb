# SPDX-License-Identifier: MIT
"""The list of threads; the chosen one lies over its row as a card that can be written in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from novelist.ui.comments.delegate import GAP, CommentDelegate
from novelist.ui.comments.labels import CommentWords
from novelist.ui.comments.model import CommentsModel
from novelist.ui.comments.thread_card import ThreadCard
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme


class CommentList(QListView):
    """Arrows choose a thread, Enter answers it, Delete deletes it, Esc goes back to the text."""

    thread_chosen = Signal(int)
    """By a click or an arrow; not by ``choose``."""
    remove_requested = Signal(int)
    text_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, words: CommentWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "en"
        self._is_changing = False
        self.setObjectName("comment_list")
        self.model_ = CommentsModel(self)
        self.delegate_ = CommentDelegate(theme, words, self)
        self.setModel(self.model_)
        self.setItemDelegate(self.delegate_)
        self.card = ThreadCard(theme, icons, tasks, words, self.viewport())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        self.card.grew.connect(self._on_card_grew)
        self.verticalScrollBar().valueChanged.connect(self._place_card)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def chosen(self) -> int | None:
        """The id of the thread that is open."""
        return None if self.card.shown is None else self.card.shown.id

    @property
    def language(self) -> str:
        """That of the novel."""
        return self._language

    def refresh(self, language: str) -> None:
        """The rows may be others, or say something else."""
        if language != self._language:
            self._language = self.delegate_.language = language
            self.delegate_.forget_heights()
        row = self.model_.row_of(self.delegate_.open_thread)
        if row < 0:
            self.choose(None)
            return
        with self._fitting():
            self.card.show_card(self.model_.cards()[row], language)
            self.setCurrentIndex(self.model_.index(row))

    def choose(self, thread_id: int | None) -> None:
        """Open the card of a thread, or none."""
        row = self.model_.row_of(thread_id)
        with self._fitting():
            self.delegate_.open_thread = thread_id if row >= 0 else None
            self.card.show_card(self.model_.cards()[row] if row >= 0 else None, self._language)
            self.setCurrentIndex(self.model_.index(row) if row >= 0 else QModelIndex())
        if row >= 0:
            self.scrollTo(self.model_.index(row))
            self._place_card()

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """Lay the rows out once, whatever grows in here."""
        self._is_changing = True
        yield
        self._is_changing = False
        self._fit_card()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: see the class."""
        thread_id = self.chosen
        if event.key() == Qt.Key.Key_Escape:
            self.text_requested.emit()
        elif thread_id is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.card.write_reply()
        elif thread_id is not None and event.key() == Qt.Key.Key_F2:
            assert self.card.shown is not None
            self.card.edit_remark(self.card.shown.id)
        elif thread_id is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(thread_id)
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before and self.currentIndex().isValid():
                self._on_clicked(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: rows are not dragged over."""
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: words break elsewhere now."""
        super().resizeEvent(event)
        self._fit_card()

    def updateGeometries(self) -> None:
        """Qt: rows are elsewhere."""
        super().updateGeometries()
        if hasattr(self, "card"):
            self._place_card()

    def _fit_card(self) -> None:
        """Let the row of the card be as high as it is."""
        if self._is_changing:
            return
        width = self.viewport().width()
        self.delegate_.width = width
        self.delegate_.open_height = self.card.height_at(width) if self.chosen is not None else 0
        self.doItemsLayout()
        self._place_card()

    def _on_card_grew(self) -> None:
        """Only what changes its height moves the rows."""
        if self.chosen is not None and not self._is_changing:
            height = self.card.height_at(self.viewport().width())
            if height != self.delegate_.open_height:
                self._fit_card()

    def _place_card(self) -> None:
        row = self.model_.row_of(self.delegate_.open_thread)
        self.card.setVisible(row >= 0)
        if row >= 0:
            place: QRect = self.visualRect(self.model_.index(row)).adjusted(0, 0, 0, -GAP)
            self.card.setGeometry(place)

    def _on_clicked(self, index: QModelIndex) -> None:
        thread_id = self.model_.card(index).thread.id
        self.choose(thread_id)
        self.thread_chosen.emit(thread_id)

    def _on_theme_changed(self) -> None:
        self.delegate_.forget_heights()
        self._fit_card()
        self.viewport().update()
