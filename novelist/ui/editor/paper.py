# SPDX-License-Identifier: MIT
"""The paper that is written on: the theme of the window, but for the colours of the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme, load_tokens

PAPERS: Final = ("theme", "white", "cream", "grey", "night", "own")
"""As the window, four sheets of the tokens, and colours of one's own."""

READABLE: Final = 3.0
"""The contrast of ink and paper below which a page is hard to read."""

_DRESSING: Final = frozenset({QEvent.Type.Show, QEvent.Type.PaletteChange, QEvent.Type.Polish})
_MIXED: Final = {  # how much of the paper is in what is derived from ink and paper
    "text_2": 0.18, "text_3": 0.32, "text_disabled": 0.6, "text_dim": 0.72, "line": 0.84,
    "line_control": 0.45, "line_button": 0.7, "raised": 0.95, "hover": 0.92, "pressed": 0.88,
    "selected_idle": 0.9,
}  # fmt: skip


class Paper(Theme):
    """A theme for everything that lies on the page. It follows that of the window in all else."""

    def __init__(self, window: Theme, parent: QObject) -> None:
        self._window = window
        self._sheet = "theme"
        self._paper, self._ink = QColor(), QColor()
        super().__init__(window.choice, parent)
        self.fonts = window.fonts
        window.theme_changed.connect(self._on_window_theme_changed)
        self._take_over()

    @property
    def name(self) -> str:
        """Another one for every paper: what is painted may be kept under it."""
        if self._sheet == "theme":
            return self._name
        return f"{self._name} {self._sheet} {self._paper.name()} {self._ink.name()}"

    def choose(self, sheet: str, paper: str = "", ink: str = "") -> None:
        """Write on one of ``PAPERS`` from now on; ``paper`` and ``ink`` are one's own colours."""
        before = self.name
        self._sheet = sheet if sheet in PAPERS else "theme"
        own = self._sheet == "own"
        self._paper, self._ink = (QColor(paper), QColor(ink)) if own else (QColor(), QColor())
        if own and not (self._paper.isValid() and self._ink.isValid()):
            self._sheet = "theme"
        if self.name != before:
            self._take_over()
            self._announce()

    def duration(self, name: str) -> int:
        """As the window: no motion where that has none."""
        return self._window.duration(name)

    def lay_ground(self, widget: QWidget, ground: str) -> None:
        """Fill a panel; again whenever Qt dresses it as the application."""
        super().lay_ground(widget, ground)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the ground that the style of the application took away."""
        if event.type() in _DRESSING and isinstance(watched, QWidget):
            ground = self._grounds.get(watched)
            base = watched.palette().color(watched.backgroundRole())
            if ground is not None and base != self.colour(ground):
                self._lay(watched, ground)
        return False

    def _on_window_theme_changed(self) -> None:
        self._take_over()
        self._announce()

    def _take_over(self) -> None:
        """What is not of the page is as in the window."""
        window = self._window
        self._language, self._book_family = window.language, window.book_family
        self._choice, self._name = window.choice, window.name
        sheet = load_tokens()["sheet"].get(self._sheet)
        if sheet is not None:
            self._name = sheet["base"]
        elif self._sheet == "own":
            self._name = "dark" if self._paper.lightnessF() < self._ink.lightnessF() else "light"
        self._colours = self._read_colours()
        if sheet is not None:
            self._lay_colours(QColor(sheet["page"]), QColor(sheet["text"]))
        elif self._sheet == "own":
            self._lay_colours(self._paper, self._ink)

    def _lay_colours(self, paper: QColor, ink: QColor) -> None:
        mixed_colours = {name: mixed(ink, paper, share) for name, share in _MIXED.items()}
        self._colours |= {"page": paper, "text": ink, **mixed_colours}
        self._colours["text_select"] = mixed(self._colours["accent"], paper, 0.72)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two; ``share`` of it is the other."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]  # four
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """From 1, for the same colour, to 21, for black and white (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
