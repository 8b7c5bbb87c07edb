# SPDX-License-Identifier: MIT
"""What an empty panel says: one sentence, and the first action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from novelist.ui.fonts import DEFAULT_FACE
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.painting import painting
from novelist.ui.widgets.text_label import TextLabel

_SENTENCE_PIXELS = 18
_WIDTH = 400
_MOST = 1000  # stretch: the words take all the room up to their greatest width


class EmptyState(QWidget):
    """Icon, sentence in the book face, a hint, one primary button, one link; all centred.

    ``set_words`` gives the texts; what has none is not shown.
    """

    action_requested = Signal()
    link_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        parent: QWidget | None = None,
        *,
        action_icon: str = "",
        width: int = _WIDTH,
    ) -> None:
        """``width`` is the greatest, in pixels."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._icon = _Icon(theme, icons, icon, self)
        self._sentence = TextLabel(theme, "body", "text", self, wrap=True)
        self._hint = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.action = Button(theme, icons, ButtonRole.PRIMARY, self, icon=action_icon)
        self.action.setObjectName("empty_state_action")
        self.link = Button(theme, icons, ButtonRole.LINK, self)
        self._lay_out(width)
        self.action.clicked.connect(self.action_requested)
        self.link.clicked.connect(self.link_requested)
        theme.theme_changed.connect(self._on_theme_changed)
        self.set_words("")
        self._on_theme_changed()

    def set_words(self, sentence: str, hint: str = "", action: str = "", link: str = "") -> None:
        """Say what the panel is for and what to do first."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self.action.setText(action)
        self.link.setText(link)
        for widget, text in ((self._hint, hint), (self.action, action), (self.link, link)):
            widget.setVisible(bool(text))
        self.setAccessibleName(sentence)

    def add_link(self) -> Button:
        """One more way out, in a row below; give it its words."""
        button = Button(self._theme, self._icons, ButtonRole.LINK, self)
        self._more.insertWidget(self._more.count() - 1, button)
        return button

    @property
    def sentence(self) -> str:
        """The sentence it shows."""
        return self._sentence.text()

    def _lay_out(self, width: int) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget(self)
        inner.setMaximumWidth(width)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(*[self._theme.space("l")] * 4)
        outer.addStretch(1)
        outer.addWidget(inner, _MOST)
        outer.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(self._theme.space("l"))
        for label in (self._sentence, self._hint):
            _centre(label)
            column.addWidget(label)
        # Room above, which goes where the widget goes that has nothing to say.
        self._hint.setContentsMargins(0, self._theme.space("s"), 0, 0)
        column.addLayout(self._row("xl", self.action, self.link))
        self._more = self._row("s")
        column.addLayout(self._more)
        column.addStretch(3)

    def _row(self, above: str, *buttons: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, self._theme.space(above), 0, 0)
        row.setSpacing(self._theme.space("m"))
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        return row

    def _on_theme_changed(self) -> None:
        size, language = _SENTENCE_PIXELS, self._theme.language
        font = self._theme.book_font(language, size, family=DEFAULT_FACE)
        self._sentence.setFont(font)


class _Icon(QWidget):
    """The icon of an empty state: 32 px in ``text_3``."""

    def __init__(self, theme: Theme, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._name = name
        side = theme.size("icon_empty")
        self.setFixedSize(QSize(side, side))
        theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        with painting(self) as painter:
            self._icons.paint(painter, self._name, QRectF(self.rect()), "text_3")


def _centre(label: QLabel) -> None:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
