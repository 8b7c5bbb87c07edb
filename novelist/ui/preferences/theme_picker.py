# SPDX-License-Identifier: MIT
"""Four small painted pages, one for each choice of theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from novelist.ui.theme import CHOICES, Theme, load_tokens
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import RING_ROOM

_PAGE: Final = QSize(120, 76)
_GAP: Final = 8
_LINES: Final = ((14, 40, 5), (28, 64, 3), (38, 56, 3), (48, 60, 3), (58, 32, 3))
_SIDE: Final = 32  # width of the binder in the picture
_ARROWS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ThemeCard(QAbstractButton):
    """A page in the colours of one theme; of two where the system decides."""

    def __init__(self, theme: Theme, choice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice = choice
        self.setObjectName(f"theme_{choice}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The page, its ring and its word, which is bold when it is chosen."""
        line = self._theme.type_style("body").line
        word = QFontMetrics(self._theme.font("strong")).horizontalAdvance(self.text())
        width = max(_PAGE.width() + 2 * RING_ROOM, word + 2)
        return QSize(width, _PAGE.height() + 2 * RING_ROOM + _GAP + line)

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Page, ring, word."""
        left = (self.width() - _PAGE.width()) // 2
        page = QRectF(left, RING_ROOM, _PAGE.width(), _PAGE.height())
        radius = self._theme.radius("card")
        with painting(self) as painter:
            painter.save()
            painter.setClipPath(_rounded(page, radius))
            self._paint_page(painter, page)
            painter.restore()
            frame(painter, page, self._theme.colour("line_button"), radius)
            if self.isChecked():
                ring = page.adjusted(-RING_ROOM, -RING_ROOM, RING_ROOM, RING_ROOM)
                frame(painter, ring, self._theme.colour("accent"), radius + RING_ROOM - 1, 2)
            painter.setFont(self._theme.font("strong" if self.isChecked() else "body"))
            painter.setPen(self._theme.colour("text"))
            word = QRectF(0, page.bottom() + RING_ROOM + _GAP, self.width(), 20)
            word.setBottom(self.height())
            painter.drawText(word, Qt.AlignmentFlag.AlignHCenter, self.text())

    def _paint_page(self, painter: QPainter, page: QRectF) -> None:
        if self.choice != "system":
            _paint_theme(painter, page, self.choice)
            return
        _paint_theme(painter, page, "light")
        right = QRectF(page)
        right.setLeft(page.center().x())
        painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
        _paint_theme(painter, page, "dark")


class ThemePicker(Retranslated, QWidget):
    """Chooses a theme; arrows move the choice, Tab passes by the whole."""

    choice_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_theme")
        self._group = QButtonGroup(self)
        self._cards = [ThemeCard(theme, choice, self) for choice in CHOICES]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for card in self._cards:
            self._group.addButton(card)
            row.addWidget(card)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self.retranslate()

    @property
    def choice(self) -> str:
        """The theme that is chosen, or "system"."""
        return next((card.choice for card in self._cards if card.isChecked()), "system")

    def set_choice(self, choice: str) -> None:
        """Show a choice; Tab comes to the card that is chosen."""
        for card in self._cards:
            chosen = card.choice == choice
            card.setChecked(chosen)
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Theme"))
        words = {
            "system": self.tr("System", "theme"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "sepia": self.tr("Sepia"),
        }
        for card in self._cards:
            card.setText(words[card.choice])
            card.setAccessibleName(words[card.choice])
            card.updateGeometry()
        self._cards[0].setAccessibleName(self.tr("Follow the system"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose at once, as they do among radio buttons."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = [card.isChecked() for card in self._cards].index(True)
        card = self._cards[(at + step) % len(self._cards)]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        card.click()

    def _on_group_button_clicked(self, card: ThemeCard) -> None:
        self.set_choice(card.choice)
        self.choice_changed.emit(card.choice)


def _paint_theme(painter: QPainter, page: QRectF, name: str) -> None:
    """A page with a side panel and five lines of text, one with a caret."""
    colours = {key: QColor(value) for key, value in load_tokens()["color"][name].items()}
    fill(painter, page, colours["page"])
    side = QRectF(page.left(), page.top(), _SIDE, page.height())
    fill(painter, side, colours["side"])
    fill(painter, QRectF(side.right(), page.top(), 1, page.height()), colours["line"])
    left = side.right() + 12
    for top, width, height in _LINES:
        ink = colours["text" if height > 3 else "text_2"]
        fill(painter, QRectF(left, page.top() + top, width, height), ink, 1.5)
    top, width, _ = _LINES[-1]
    fill(painter, QRectF(left + width + 3, page.top() + top - 4, 2, 11), colours["caret"])


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
