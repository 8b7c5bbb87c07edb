# SPDX-License-Identifier: MIT
"""The page: a centred column with the scene's title above the text, scrolling as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QInputMethodEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from novelist.domain.document import Document
from novelist.ui.editor import codec, page
from novelist.ui.editor.anchor import Anchoring
from novelist.ui.editor.caret import CARET_WIDTH, CaretTextEdit
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.ornaments import paint_ornament, symbol_of
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.picture_painting import is_picture, picture_rect, room_of_block
from novelist.ui.editor.styles import PageStyle
from novelist.ui.editor.title import TitleEdit
from novelist.ui.editor.typesetting import Typesetting
from novelist.ui.editor.underlines import paint_underlines
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.ui.manuscript.view import ManuscriptView

PICTURE_ROOM: Final = 24  # pixels that a picture keeps from the edges of the page it is brought to
SLACK: Final = 12  # room right of the column for the caret and the scroll bar
_NARROWEST_SIDE: Final = 24
_NEAR: Final = 8  # paragraphs above the caret's
_MARGIN_EVENTS: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    }
)


def column_in(width: int, wanted: int) -> int:
    """The width of the lines on a page so wide: narrower than wanted only where the window is."""
    return max(min(wanted, width - 2 * _NARROWEST_SIDE), 1)


class Over(Protocol):
    """What is painted over a text while it is written in."""

    def paint(self, painter: QPainter) -> None:
        """Paint it."""


class Veil(Protocol):
    """What dims a text but for the place that is written at."""

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Dim what lies in ``area`` of the viewport."""

    def paint_around(self, painter: QPainter, area: QRect) -> None:
        """Dim the page around the text, where it is part of a larger one."""


class Margin(Protocol):
    """What stands beside the lines of the flowing manuscript."""

    def paint_flow(self, view: ManuscriptView, painter: QPainter, area: QRect) -> None:
        """Paint what stands beside the lines in ``area`` of the viewport."""


class PageEdit(CaretTextEdit):
    """Shows one ``LiveText`` at a time, set as its language and the writer's settings want."""

    zoom_requested = Signal(int)
    """Steps the page should grow, or shrink below 0; 0 asks for the usual size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._passing_on = False
        super().__init__(theme, parent)
        self.anchoring = Anchoring(self)
        self.live: LiveText | None = None
        self.veil: Veil | None = None
        self.margin: Margin | None = None
        self.over: Over | None = None
        self._family = theme.book_family
        self.typesetting = Typesetting(theme)
        self._embedded: int | None = None  # the width of the column inside of something larger
        self._invitation = ""
        self._is_place_due = False  # the text was replaced behind another page
        self._keeper = QObject(self)  # a document whose parent is the editor would be deleted
        self._blank = QTextDocument(self._keeper)
        self.title = TitleEdit(theme, self.viewport())
        self.title.left.connect(self._on_title_left)
        self.setLineWrapMode(self.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDocument(self._blank)
        self.setAutoFillBackground(True)  # the margins are of the same paper
        self._set_type()
        self._lay_out()

    # -- what is shown -------------------------------------------------------------------------

    @property
    def style_of_page(self) -> PageStyle:
        """How new blocks are set."""
        return self.settings.style(self.typesetting.language)

    @property
    def paper(self) -> Theme:
        """The colours of the page."""
        return self._theme

    @property
    def settings(self) -> PageSettings:
        """What the writer chose for the page."""
        return self.typesetting.settings

    def set_settings(self, settings: PageSettings) -> None:
        """Set the page in another face or size; the text stays where it is on the screen."""
        if settings == self.settings:
            return
        with self.anchoring.held():
            self.typesetting.settings = settings
            if self.live is not None:
                self.live.restyle(self.style_of_page)
            self._set_type()
            self._scale_layout()
            self._lay_out()

    def show_live(self, live: LiveText, language: str) -> None:
        """Show a text; caret and scroll are where they were when it was shown last."""
        self.remember_place()
        self.live = live
        self.typesetting.language = language
        live.restyle(self.style_of_page)
        live.colours.follow()
        if self.typesetting.is_applied(live):
            self.setDocument(live.document)
        else:
            self._lay_out_text(live)
        self._set_type()
        self._lay_out()
        self._find_place()

    def _lay_out_text(self, live: LiveText) -> None:
        """Put the text on the page and let it be laid out there, bit by bit.

        Qt would lay it out anew at each of these steps, and all at once if it were shown already.
        """
        self.setDocument(self._blank)
        live.document.setLayoutEnabled(False)
        live.document.setDefaultFont(self.typesetting.font)
        if live.zoom != self.settings.zoom:
            self.typesetting.scale(live, live.document)
        self.setDocument(live.document)
        live.document.setLayoutEnabled(True)

    def _find_place(self) -> None:
        """Put caret and scroll where they were; the text is laid out as far as the caret."""
        self._is_place_due = False
        if self.live is not None:
            self.set_caret_position(self.live.caret)
            if not self.is_embedded:
                self.set_scroll(self.live.scroll)

    def replace_shown(self, document: Document) -> None:
        """Show what another part of the program made of the shown text; caret and scroll stay."""
        if self.live is None:
            return
        self.remember_place()
        self._is_place_due = True
        self.live.replace(document)
        if self.isVisible():
            self.show_live(self.live, self.typesetting.language)
        else:  # Qt lays it out bit by bit until it is looked at
            self.live.document.setLayoutEnabled(True)

    def set_scroll(self, scroll: int) -> None:
        """Scroll to that many pixels, also where the text is not laid out yet."""
        bar = self.verticalScrollBar()
        if scroll > bar.maximum():
            self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        bar.setValue(scroll)

    def show_nothing(self) -> None:
        """Show an empty page that cannot be written on."""
        self.remember_place()
        self.live = None
        self.setDocument(self._blank)

    def remember_place(self) -> None:
        """Note caret and scroll with the text that is shown."""
        if self.live is not None:
            self.live.caret, self.live.scroll = self.place

    @property
    def place(self) -> tuple[int, int]:
        """Where the caret is, and how far the page is scrolled in pixels."""
        if self._is_place_due and self.live is not None:
            return self.live.caret, self.live.scroll
        if self._embedded is not None and self.live is not None:
            return self.textCursor().position(), self.live.scroll
        return self.textCursor().position(), self.verticalScrollBar().value()

    def embed(self, column: int | None) -> None:
        """Be as high as the text inside of something that scrolls; None: scroll by itself again.

        ``column`` is the width of the lines.
        """
        always_off, as_needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self._embedded = column
        self.setVerticalScrollBarPolicy(as_needed if column is None else always_off)
        self.title.setVisible(column is None)
        self._lay_out()

    @property
    def is_embedded(self) -> bool:
        """Whether something larger scrolls it."""
        return self._embedded is not None

    def reveal_picture(self) -> None:
        """With the caret at a picture, scroll until all of it is seen that there is room for."""
        block = self.textCursor().block()
        if self.is_embedded or not is_picture(block):
            return
        rect, bar = self.picture_place(block).toAlignedRect(), self.verticalScrollBar()
        below = rect.bottom() + PICTURE_ROOM - self.viewport().height()
        above = rect.top() - PICTURE_ROOM
        if below > 0 or above < 0:
            bar.setValue(bar.value() + min(max(below, 0), above))

    def set_caret_position(self, position: int) -> None:
        """Put the caret there, or at the end of a shorter text."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(codec.whole_position(self.document(), position))
        self.setTextCursor(cursor)

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Never inside a character: what is put in there would destroy it."""
        super().setTextCursor(codec.whole_cursor(cursor))

    def set_invitation(self, words: str) -> None:
        """What stands in an empty scene."""
        self._invitation = words
        self.viewport().update()

    @property
    def is_composing(self) -> bool:
        """Whether an input method has an unfinished word here."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def commit_composition(self) -> None:
        """Make an unfinished word of an input method part of the text: nothing typed is lost."""
        if not self.is_composing:
            return
        method = QGuiApplication.inputMethod()
        method.commit()
        unfinished = self.textCursor().block().layout().preeditAreaText()
        if unfinished:
            method.reset()
            event = QInputMethodEvent()
            event.setCommitString(unfinished)
            QCoreApplication.sendEvent(self, event)

    # -- type and column -----------------------------------------------------------------------

    def follow_theme(self) -> None:
        """Take the colours and the face of the theme in use."""
        super().follow_theme()
        if not hasattr(self, "_family"):  # the base class calls this while it is being made
            return
        if self._family != self._theme.book_family:  # the newest choice wins
            self._family = self._theme.book_family
            self.typesetting.settings = replace(self.settings, face="")
        self.follow_layers()
        self._set_type()

    def follow_underlines(self, document: QTextDocument, area: QRectF) -> None:
        """Paint again where other words are underlined now, if it is this text."""
        if document is self.document():
            scroll = self.verticalScrollBar().value()
            self.viewport().update(area.translated(0, -scroll).toAlignedRect())

    def follow_layers(self) -> None:
        """Paint what is laid over the text as its layers have it now."""
        if self.live is not None:
            self.live.colours.follow()

    def _set_type(self) -> None:
        font = self.typesetting.font
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
        self.title.setFont(self.typesetting.title_font)

    def _scale_layout(self) -> None:
        """Let the layout multiply heights by the zoom, and lay the text out anew."""
        document = self.document()
        self.typesetting.scale(self.live, document)
        document.markContentsDirty(0, document.characterCount())

    def _lay_out(self) -> None:
        """Centre the column; it is narrower than its measure only where the window is."""
        if self._embedded is not None:
            column = self._embedded
            self.setViewportMargins(0, 0, 0, 0)
        else:
            column = column_in(self.width(), self.typesetting.column)
            left = (self.width() - column) // 2
            self.setViewportMargins(left, 0, max(self.width() - left - column - SLACK, 0), 0)
        justify_in(self.document(), column)
        if self.lineWrapColumnOrWidth() != column:
            self.setLineWrapColumnOrWidth(column)
        self._place_title()

    def _place_title(self) -> None:
        zoom = self.settings.zoom
        top = round(page.TITLE_TOP * zoom) - self.verticalScrollBar().value()
        width = self.lineWrapColumnOrWidth() + CARET_WIDTH
        self.title.setGeometry(0, top, width, round(page.TITLE_HEIGHT * zoom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and the place in the text."""
        if self.is_embedded:
            super().resizeEvent(event)
            return
        with self.anchoring.held(event.oldSize().height()):
            super().resizeEvent(event)
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the place that was gone back to: Qt would scroll to the caret."""
        if self._is_place_due:
            self._find_place()
        if self.is_embedded or not self.anchoring.is_fixed:
            super().showEvent(event)
            return
        with self.anchoring.held():
            super().showEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The title scrolls with the text."""
        super().scrollContentsBy(dx, dy)
        self.anchoring.release()
        self._place_title()

    # -- the margins belong to the page --------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let the mouse work beside the column as it does in it."""
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return not self.is_embedded
        if kind in _MARGIN_EVENTS and isinstance(event, QMouseEvent) and not self._passing_on:
            return self._pass_on(event)
        return super().event(event)

    def _pass_on(self, event: QMouseEvent) -> bool:
        inside = QMouseEvent(
            event.type(),
            QPointF(self.viewport().mapFrom(self, event.position())),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
        self._passing_on = True  # what the text ignores comes back: it ends here
        try:
            return QCoreApplication.sendEvent(self.viewport(), inside)
        finally:
            self._passing_on = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.zoom_requested.emit(1 if steps > 0 else -1)
            event.accept()
        elif self.is_embedded:
            event.ignore()
        else:
            super().wheelEvent(event)

    # -- painting ------------------------------------------------------------------------------

    def caret_rect(self) -> QRect:
        """Where the caret is painted; in a scene break it stands behind the symbol."""
        rect = super().caret_rect()
        symbol = symbol_of(self.textCursor().block())
        if symbol:
            metrics = QFontMetrics(self.document().defaultFont())
            rect.translate(metrics.horizontalAdvance(symbol) // 2 + 2 * CARET_WIDTH, 0)
        elif is_picture(self.textCursor().block()):
            place = self.picture_place(self.textCursor().block())
            last = self.viewport().width() - CARET_WIDTH
            left = min(round(place.right()) + CARET_WIDTH, last)
            return QRect(left, round(place.top()), CARET_WIDTH, round(place.height()))
        return rect

    def picture_place(self, block: QTextBlock) -> QRectF:
        """Where the picture of a block is, in the viewport."""
        room = room_of_block(block).translated(0, -self.verticalScrollBar().value())
        room.setWidth(self.lineWrapColumnOrWidth())
        return picture_rect(block, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text and the caret, then what the page shows that is not in the text."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_ornaments(painter, event.rect())
        if self.live is not None and self.document().isEmpty() and not self.is_composing:
            self._paint_invitation(painter)
        if self.over is not None:
            self.over.paint(painter)
        if self.veil is not None:
            self.veil.paint(painter, event.rect())
        painter.end()

    def _paint_ornaments(self, painter: QPainter, area: QRect) -> None:
        scroll = self.verticalScrollBar().value()
        block = self._first_block_in(area)
        while block.isValid():
            lines = room_of_block(block).translated(0, -scroll)
            if lines.top() > area.bottom():
                return
            lines.setWidth(self.lineWrapColumnOrWidth())
            pictures = None if self.live is None else self.live.pictures
            paint_ornament(painter, block, QRectF(lines), self._theme, pictures)
            underlined = () if self.live is None else self.live.underlines.of(block)
            if underlined:
                paint_underlines(painter, block, lines, QRectF(area), underlined, self._theme)
            block = block.next()

    def _first_block_in(self, area: QRect) -> QTextBlock:
        """The block above the first one in some area: its picture may reach in."""
        scroll = self.verticalScrollBar().value()
        top, bottom = area.top() + scroll, area.bottom() + scroll
        block = self.textCursor().block()  # it is what a key paints: to ask Qt takes far longer
        if block.layout().lineCount() and _meets(block, top, bottom):
            for _ in range(_NEAR):
                above = block.previous()
                if not above.isValid():
                    return block
                block = above
                if not _meets(block, top, bottom):
                    return block
        block = self.cursorForPosition(area.topLeft()).block()
        return block.previous() if block.previous().isValid() else block

    def _paint_invitation(self, painter: QPainter) -> None:
        rect = self.cursorRect()
        painter.setFont(self.document().defaultFont())
        painter.setPen(self._theme.colour("text_3"))
        area = QRect(rect.left(), rect.top(), self.viewport().width(), rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(area, flags, self._invitation)

    def _on_title_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_caret_position(0)


def _meets(block: QTextBlock, top: float, bottom: float) -> bool:
    """Whether a block, or its picture, reaches in between two heights of the document."""
    room = room_of_block(block)
    return room.bottom() >= top and room.top() <= bottom
