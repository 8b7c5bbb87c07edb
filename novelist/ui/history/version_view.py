# SPDX-License-Identifier: MIT
"""A version on the page: read only, a centred column, changed passages to be brought back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.styles import PageStyle
from novelist.ui.history.diff_text import PassageRange
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button

_TOP: Final = 24
_FOOT: Final = 96
_MARGIN: Final = 208  # right of the column: the button that brings a passage back
_NARROWEST_SIDE: Final = 24
_NARROWEST: Final = 120
_LEAD: Final = 24  # between the edge of the viewport and the column: the bar stands there
_BAR: Final = 2  # left of the passage that is chosen
_BAR_GAP: Final = 16
_ICON: Final = 16
_ICON_GAP: Final = 28


class VersionView(QTextEdit):
    """``show_text`` shows a prepared document; ``with_passages`` offers its passages."""

    passage_wanted = Signal(int)
    """Bring this passage back."""

    def __init__(
        self, theme: Theme, icons: Icons, parent: QWidget | None = None, *, margin: int = _MARGIN
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._margin = theme, icons, margin
        self._settings = PageSettings()
        self._language = "en"
        self._passages: list[PassageRange] = []
        self._current = -1
        self._shown: QTextDocument | None = None
        self._keeper = QObject(self)  # a document whose parent is the view would be deleted
        self._atoms = AtomPainter(theme, self._keeper)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        theme.lay_ground(self, "page")
        theme.lay_ground(self.viewport(), "page")
        self.button = Button(theme, icons, parent=self.viewport(), icon="undo-2", small=True)
        self.button.setObjectName("history_bring_back" if margin else "")
        self.button.hide()
        self.button.clicked.connect(self._on_button_clicked)
        self.verticalScrollBar().valueChanged.connect(self._place_button)

    # -- what is shown -------------------------------------------------------------------------

    def set_page(self, settings: PageSettings, language: str) -> None:
        """Set texts as the editor does."""
        self._settings, self._language = settings, language

    @property
    def style_of_page(self) -> PageStyle:
        """How blocks are set; without the zoom, which only the editor has."""
        return PageStyle.of(self._language)

    def new_document(self) -> QTextDocument:
        """An empty document to be written for ``show_text``."""
        document = QTextDocument(self._keeper)
        document.setDocumentMargin(0)
        document.setDefaultFont(
            PageSettings(self._settings.face, self._settings.han_face).font(
                self._theme, self._language
            )
        )
        self._atoms.attend(document)
        return document

    def show_text(
        self, document: QTextDocument, passages: list[PassageRange] | None = None
    ) -> None:
        """Show a document from ``new_document``; the first passage is chosen."""
        self._passages, self._current = [], -1
        frame = document.rootFrame()
        room = frame.frameFormat()
        room.setLeftMargin(_LEAD)
        room.setTopMargin(_TOP)
        room.setBottomMargin(_FOOT)
        frame.setFrameFormat(room)
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self._passages = passages or []
        self._lay_out()
        self.choose(0 if self._passages and self._margin else -1)

    @property
    def passages(self) -> list[PassageRange]:
        """Where the changed passages stand."""
        return self._passages

    def top_of(self, passage: PassageRange) -> int:
        """How far one scrolls until the passage is at the top."""
        return self._rect_of(passage).top() + self.verticalScrollBar().value()

    @property
    def current_passage(self) -> int | None:
        """The passage that is chosen."""
        return self._passages[self._current].passage if self._current >= 0 else None

    def choose(self, place: int) -> None:
        """Choose the passage at that place and bring it into view."""
        self._current = place if 0 <= place < len(self._passages) else -1
        if self._current >= 0:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._passages[self._current].start)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self._place_button()
        self.viewport().update()

    def step(self, step: int) -> None:
        """Choose the next passage, or the one before."""
        if self._passages:
            self.choose(min(max(self._current + step, 0), len(self._passages) - 1))

    # -- geometry ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        room = self.width() - self._margin - 2 * _NARROWEST_SIDE
        column = max(min(self.style_of_page.measure, room), _NARROWEST)
        side = (self.width() - column) // 2
        if side < self._margin:
            side = self.width() - column - self._margin
        self.setViewportMargins(max(side - _LEAD, 0), 0, 0, 0)
        self.setLineWrapColumnOrWidth(_LEAD + column)
        self._place_button()

    def _rect_of(self, passage: PassageRange) -> QRect:
        """From the first line of a passage to its last, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(passage.start)
        top = self.cursorRect(cursor)
        cursor.setPosition(passage.end)
        return top.united(self.cursorRect(cursor))

    def _right(self) -> int:
        return int(self.lineWrapColumnOrWidth()) + _ICON_GAP

    def _place_button(self) -> None:
        shown = self._current >= 0 and self._margin > 0
        self.button.setVisible(shown)
        if shown:
            rect = self._rect_of(self._passages[self._current])
            self.button.adjustSize()
            middle = rect.center().y() - self.button.height() // 2
            self.button.move(self._right() - 8, middle)

    def _icon_rect(self, passage: PassageRange) -> QRect:
        rect = self._rect_of(passage)
        return QRect(self._right(), rect.center().y() - _ICON // 2, _ICON, _ICON)

    # -- events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; a bar beside the chosen passage, a sign beside each other one."""
        super().paintEvent(event)
        if self._margin <= 0 or not self._passages:
            return
        painter = QPainter(self.viewport())
        for place, passage in enumerate(self._passages):
            rect = self._rect_of(passage)
            if rect.bottom() < event.rect().top() or rect.top() > event.rect().bottom():
                continue
            if place == self._current:
                bar = QRect(_LEAD - _BAR_GAP, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, self._theme.colour("accent"))
            else:
                self._icons.paint(painter, "undo-2", QRectF(self._icon_rect(passage)), "text_2")
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a passage or its sign chooses it."""
        place = self._passage_at(event.position().toPoint())
        super().mousePressEvent(event)
        if place >= 0:
            self._current = place
            self._place_button()
            self.viewport().update()

    def _passage_at(self, point: QPoint) -> int:
        position = self.cursorForPosition(point).position()
        for place, passage in enumerate(self._passages):
            near = self._icon_rect(passage).adjusted(-8, -8, 8, 8)
            if near.contains(point) or passage.start <= position < passage.end:
                return place
        return -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._lay_out()

    def _on_button_clicked(self) -> None:
        passage = self.current_passage
        if passage is not None:
            self.passage_wanted.emit(passage)
