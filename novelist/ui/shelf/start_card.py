# SPDX-License-Identifier: MIT
"""The card that helps a new writer begin: three ways in, and a cross to put it away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from novelist.ui.fonts import DEFAULT_FACE
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.painting import fill, frame, painting, vertical_line
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_HEIGHT = 96
_NARROW = 900  # below this width the sentence makes room for the actions
_SENTENCE_PIXELS = 18


class StartCard(Retranslated, QWidget):
    """“Start with a sentence.” and the three actions beside it."""

    write_requested = Signal()
    import_requested = Signal()
    sample_requested = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("start_card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._sentence = TextLabel(theme, "body", "text")
        self._hint = TextLabel(theme, "small", "text_2")
        self._words = self._first_column()
        self._write = _Action(theme, icons, "pen-line", "start_writing", self)
        self._import = _Action(theme, icons, "upload", "start_importing", self)
        self._sample = _Action(theme, icons, "book-open", "start_sample", self)
        self._cross = IconButton(theme, icons, "x", self)
        self._cross.setObjectName("start_dismiss")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        row.addWidget(self._words, 5)
        for action in (self._write, self._import, self._sample):
            row.addWidget(action, 4)
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._sentence.setText(self.tr("Start with a sentence."))
        self._hint.setText(self.tr("Name the novel when you know its name."))
        self._write.set_words(self.tr("Start writing"), self.tr("An empty page, saved for you"))
        self._import.set_words(
            self.tr("Bring in a manuscript"), self.tr("Word, Scrivener, Markdown and more")
        )
        self._sample.set_words(
            self.tr("Open the sample novel"), self.tr("A short book to look around in")
        )
        self._cross.set_name(self.tr("Put this card away"))
        self._on_theme_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross in its corner; leave the sentence out where it is narrow."""
        super().resizeEvent(event)
        self._words.setVisible(self.width() >= _NARROW)
        self._cross.move(self.width() - self._cross.width() - 4, 4)
        self._cross.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and hairlines between its columns."""
        radius = self._theme.radius("card")
        line = self._theme.colour("line")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            for action in (self._write, self._import, self._sample):
                if action.x() > 1:
                    vertical_line(painter, 0, self.height(), action.x() - 1, line)
            frame(painter, self.rect(), line, radius)

    def _first_column(self) -> QWidget:
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(self._theme.space("xl"), 0, self._theme.space("s"), 0)
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addStretch()
        return words

    def _connect(self) -> None:
        self._write.clicked.connect(self.write_requested)
        self._import.clicked.connect(self.import_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._cross.clicked.connect(self.dismissed)
        self._theme.theme_changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        language = self._theme.language
        font = self._theme.book_font(language, _SENTENCE_PIXELS, family=DEFAULT_FACE)
        font.setWeight(QFont.Weight.Medium)
        self._sentence.setFont(font)
        self.update()


class _Action(QAbstractButton):
    """One way in: icon, the action in accent, one line about it."""

    def __init__(self, theme: Theme, icons: Icons, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._icon = icon
        self._hint = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    def set_words(self, action: str, hint: str) -> None:
        """The action and the line below it."""
        self.setText(action)
        self._hint = hint
        self.setAccessibleName(action)
        self.setAccessibleDescription(hint)
        self.update()

    def sizeHint(self) -> QSize:
        """The card decides."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for an icon and a few words."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, icon, two lines."""
        token = "pressed" if self.isDown() else "hover" if self.underMouse() else ""
        with painting(self) as painter:
            if token:
                ground = self.rect().adjusted(6, 6, -6, -6)
                radius = self._theme.radius("control")
                fill(painter, ground, self._theme.colour(token), radius)
            side = self._theme.size("icon")
            icon = QRectF(20, (self.height() - side) // 2, side, side)
            self._icons.paint(painter, self._icon, icon, "text_2")
            self._paint_words(painter, 20 + side + 12)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        action, hint = self._theme.type_style("body"), self._theme.type_style("small")
        top = (self.height() - action.line - hint.line) // 2
        font = self._theme.font("body")
        font.setWeight(QFont.Weight.Medium)
        for text, style, face, colour in (
            (self.text(), action, font, "accent"),
            (self._hint, hint, self._theme.font("small"), "text_2"),
        ):
            painter.setFont(face)
            painter.setPen(self._theme.colour(colour))
            rect = QRect(left, top, self.width() - left - 12, style.line)
            elide = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, elide, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
            top += style.line + 2
