# SPDX-License-Identifier: MIT
"""A version on the page: read only, a centred column, changed passages to be brought back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
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
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.ornaments import paint_ornament
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.picture_painting import room_of_block
from novelist.ui.editor.pictures import Pictures
from novelist.ui.editor.styles import PageStyle
from novelist.ui.history.filling import slices
from novelist.ui.history.shown_text import PassageRange, ShownText
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
_AT_FIRST: Final = 20_000  # characters that are seen at once where nothing in them changed
_PATIENCE: Final = 250  # milliseconds that the text before stays, until the new one can be seen
_LONG: Final = 20_000  # characters that are not laid out anew while the window gets wider
_REST: Final = 150  # milliseconds of one width, after which a long text is shown anew


class VersionView(QTextEdit):
    """``show_text`` shows a text, as it comes; its passages may be offered to be brought back."""

    passage_wanted = Signal(int)
    """Bring this passage back."""

    passage_chosen = Signal(int)
    """This passage is chosen; ``button`` is about it."""

    filled = Signal()
    """All of the text is there."""

    def __init__(
        self, theme: Theme, icons: Icons, parent: QWidget | None = None, *, margin: int = _MARGIN
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._margin = theme, icons, margin
        self._settings = PageSettings()
        self._language = "en"
        self._passages: list[PassageRange] = []
        self._current = -1
        self._offers = self._is_filled = False
        self._goal: int | None = None  # the position that is brought into view once it is there
        self._shown: QTextDocument | None = None
        self._text: ShownText | None = None
        self._slices: Iterator[None] = iter(())
        self._next = _timer(self, 0, self._on_next)
        self._reveal = _timer(self, _PATIENCE, self._on_reveal)
        self._refill = _timer(self, _REST, self._show_again)
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
        self.button.hide()
        self.button.clicked.connect(self._on_button_clicked)
        self.verticalScrollBar().valueChanged.connect(self._place_button)
        theme.theme_changed.connect(self._show_again)

    # -- what is shown -------------------------------------------------------------------------

    def set_page(self, settings: PageSettings, language: str) -> None:
        """Set texts as the editor does."""
        self._settings, self._language = settings, language

    @property
    def style_of_page(self) -> PageStyle:
        """How blocks are set; without the zoom, which only the editor has."""
        return PageStyle.of(self._language)

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures of texts with these, which know where to read them."""
        self._atoms.pictures = pictures
        pictures.arrived.connect(self.viewport().update)

    def show_text(self, text: ShownText, *, offers: bool = False) -> None:
        """Show a text; the rest of a long one comes in later turns of the loop.

        ``offers`` lets its passages be chosen and brought back; the first is chosen.
        """
        self._offers = offers and self._margin > 0
        self._begin(text, place=None)

    def show_nothing(self) -> None:
        """Forget the text, also what is still to come of it."""
        if self._text is not None:
            self._begin(ShownText(), place=None)
            self._text = None

    def _show_again(self) -> None:
        """Show the same, where it stands, in other colours or at another width."""
        if self._text is not None:
            self._begin(self._text, place=self._first_visible())

    def _begin(self, text: ShownText, *, place: int | None) -> None:
        """Begin to show a text; the one before is seen until there is enough of it."""
        self._text, self._goal = text, place
        self._passages, self._current, self._is_filled = text.passages, -1, False
        self._refill.stop()
        self._reveal.start()
        self.viewport().setUpdatesEnabled(False)
        document = self._new_document()
        self.setDocument(document)
        self.setCursorWidth(0)  # the document's; Qt's own caret inverts what is under it
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self._lay_out()
        self._slices = slices(text, document, replace(self._settings, zoom=1.0).gap(self._language))
        next(self._slices)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # it stood where was written
        self._take_in()
        self._next.start()

    def _on_next(self) -> None:
        """One slice more."""
        try:
            next(self._slices)
        except StopIteration:
            self._end()
        else:
            self._take_in()
            self._next.start()

    def _new_document(self) -> QTextDocument:
        document = QTextDocument(self._keeper)
        document.setDocumentMargin(0)
        document.setDefaultFont(
            PageSettings(self._settings.face, self._settings.han_face).font(
                self._theme, self._language
            )
        )
        self._atoms.attend(document)
        frame = document.rootFrame()
        room = frame.frameFormat()
        room.setLeftMargin(_LEAD)
        room.setTopMargin(_TOP)
        room.setBottomMargin(_FOOT)
        frame.setFrameFormat(room)
        return document

    def _take_in(self) -> None:
        """More of the text is there: it is seen once what one looks for is there, too."""
        length = self.document().characterCount()
        if self._goal is not None:
            if length > self._goal:
                self.bring_into_view(self._goal, share=0)
                self._goal = None
                self._on_reveal()
        elif self._offers and self._current < 0 and self._passages:
            self.choose(0)
            self._on_reveal()
        elif length > _AT_FIRST:
            self._on_reveal()

    def _end(self) -> None:
        """All of the text is there."""
        self._is_filled = True
        self._goal = None
        self._place_button()
        self._on_reveal()
        self.filled.emit()

    def _on_reveal(self) -> None:
        self._reveal.stop()
        self.viewport().setUpdatesEnabled(True)

    @property
    def is_filled(self) -> bool:
        """Whether all of the text is there."""
        return self._is_filled

    @property
    def passages(self) -> list[PassageRange]:
        """Where the changed passages stand."""
        return self._passages

    def top_of(self, passage: PassageRange) -> int:
        """How far one scrolls until the passage is at the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(passage.start)
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    @property
    def current_passage(self) -> int | None:
        """The passage that is chosen."""
        return self._passages[self._current].passage if self._current >= 0 else None

    def choose(self, place: int) -> None:
        """Choose the passage at that place and bring it into view."""
        self._choose(place)
        if self._current >= 0:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._passages[self._current].start)
            self.setTextCursor(cursor)
            self.bring_into_view(cursor.position())
            self._place_button()

    def _choose(self, place: int) -> None:
        self._current = place if 0 <= place < len(self._passages) else -1
        if self._current >= 0:
            self.passage_chosen.emit(self._passages[self._current].passage)
        self._place_button()
        self.viewport().update()

    def step(self, step: int) -> None:
        """Choose the next passage, or the one before."""
        if self._passages:
            self.choose(min(max(self._current + step, 0), len(self._passages) - 1))

    # -- geometry ------------------------------------------------------------------------------

    def bring_into_view(self, position: int, share: float = 0.3) -> None:
        """Scroll, if that is needed, until a position stands at that share of the height."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * (1 - share) or not share:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - int(height * share))

    def _first_visible(self) -> int:
        return self.cursorForPosition(QPoint(0, 0)).position()

    def _lay_out(self) -> None:
        room = self.width() - self._margin - 2 * _NARROWEST_SIDE
        column = max(min(self.style_of_page.measure, room), _NARROWEST)
        side = (self.width() - column) // 2
        if side < self._margin:
            side = self.width() - column - self._margin
        self.setViewportMargins(max(side - _LEAD, 0), 0, 0, 0)
        self._set_width(_LEAD + column)
        self._place_button()

    def _set_width(self, width: int) -> None:
        """Lay the text out anew; a long one is asked for anew, which takes no longer."""
        is_same = width == self.lineWrapColumnOrWidth()
        if not is_same and self.document().characterCount() > _LONG:
            self._refill.start()
            return
        justify_in(self.document(), width - _LEAD)
        if is_same:
            self._refill.stop()
        else:
            self.setLineWrapColumnOrWidth(width)

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
        shown = self._current >= 0 and self._offers
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
        painter = QPainter(self.viewport())
        self._paint_ornaments(painter, event.rect())
        if self._offers and self._passages:
            self._paint_passages(painter, event)
        painter.end()

    def _paint_ornaments(self, painter: QPainter, area: QRect) -> None:
        """Breaks, marks of lists, pictures: they are in no letter."""
        scroll = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, area.top())).block()
        block = block.previous() if block.previous().isValid() else block  # its picture reaches in
        while block.isValid():
            room = room_of_block(block).translated(0, -scroll)
            if room.top() > area.bottom():
                return
            room.setLeft(_LEAD)
            room.setWidth(self.lineWrapColumnOrWidth() - _LEAD)
            paint_ornament(painter, block, room, self._theme, self._atoms.pictures)
            block = block.next()

    def _paint_passages(self, painter: QPainter, event: QPaintEvent) -> None:
        for place in self._places(event.rect().top(), event.rect().bottom()):
            passage = self._passages[place]
            if place == self._current:
                rect = self._rect_of(passage)
                bar = QRect(_LEAD - _BAR_GAP, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, self._theme.colour("accent"))
            else:
                self._icons.paint(painter, "undo-2", QRectF(self._icon_rect(passage)), "text_2")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a passage or its sign chooses it."""
        place = self._passage_at(event.position().toPoint())
        super().mousePressEvent(event)
        if place >= 0 and self._offers:
            self._choose(place)

    def _places(self, top: int, bottom: int) -> range:
        """The passages that stand between two heights of the viewport, or right beside them."""
        first = self.cursorForPosition(QPoint(0, top)).position()
        last = self.cursorForPosition(QPoint(self.viewport().width(), bottom)).position()
        return range(
            bisect_left(self._passages, first, key=lambda passage: passage.end),
            bisect_right(self._passages, last, key=lambda passage: passage.start),
        )

    def _passage_at(self, point: QPoint) -> int:
        position = self.cursorForPosition(point).position()
        for place in self._places(point.y() - 2 * _ICON, point.y() + 2 * _ICON):
            passage = self._passages[place]
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


def _timer(parent: QObject, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
