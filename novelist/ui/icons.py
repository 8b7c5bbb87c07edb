# SPDX-License-Identifier: MIT
"""Lucide icons in the colours of the theme, drawn once per name, colour, size and screen."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from novelist import paths
from novelist.ui.theme import Theme

_LARGE = 28  # from this size on the stroke is drawn thinner, so that it stays about 1.5 px
_LARGE_STROKE = 'stroke-width="1.25"'


class Icons:
    """Icons by their Lucide name (``resources/icons``).

    An icon keeps the colours it was made with: ask again when ``theme.theme_changed`` comes.
    The widgets of ``ui/widgets`` that take an icon *name* do that themselves.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: str = "text_2", size: int = 16) -> QIcon:
        """An icon for buttons and actions.

        ``colour`` is a token. An icon in ``text_2`` turns ``text`` under the mouse; a checked one
        is in ``accent``; a disabled one in ``text_disabled``.
        """
        key = (name, self._theme.colour(colour).name(), size)
        if key not in self._icons:
            self._icons[key] = self._build(name, colour, size)
        return self._icons[key]

    def pixmap(
        self, name: str, colour: str = "text_2", size: int = 16, ratio: float | None = None
    ) -> QPixmap:
        """The icon as a picture of ``size`` by ``size``, sharp on a screen of that pixel ratio."""
        scale = ratio if ratio is not None else _ratios()[0]
        return self.tinted(name, self._theme.colour(colour), size, scale)

    def tinted(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """Like ``pixmap`` in any colour, for delegates that draw labels and covers."""
        key = (name, colour.name(), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(name, colour, size, ratio)
        return found

    def paint(self, painter: QPainter, name: str, rect: QRectF, colour: str | QColor) -> None:
        """Draw the icon into ``rect`` (square) with a painter, sharp at the painter's ratio."""
        tint = colour if isinstance(colour, QColor) else self._theme.colour(colour)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.tinted(name, tint, round(rect.width()), ratio)
        painter.drawPixmap(rect.topLeft(), pixmap)

    def names(self) -> list[str]:
        """Every icon that is shipped."""
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    @cached_property
    def _folder(self) -> Path:
        return paths.resources() / "icons"

    def _build(self, name: str, colour: str, size: int) -> QIcon:
        active = "text" if colour == "text_2" else colour
        icon = QIcon()
        states = (
            (colour, QIcon.Mode.Normal, QIcon.State.Off),
            (active, QIcon.Mode.Active, QIcon.State.Off),
            (colour if colour == "on_accent" else "accent", QIcon.Mode.Normal, QIcon.State.On),
            ("text_disabled", QIcon.Mode.Disabled, QIcon.State.Off),
        )
        for token, mode, state in states:
            for ratio in _ratios():
                icon.addPixmap(self.pixmap(name, token, size, ratio), mode, state)
        return icon

    def _render(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        svg = self._source(name).replace("currentColor", colour.name())
        if size >= _LARGE:
            svg = svg.replace('stroke-width="2"', _LARGE_STROKE)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text("utf-8")
        return self._sources[name]


def _ratios() -> list[float]:
    """The pixel ratios of the screens in use, the first screen first."""
    ratios = [screen.devicePixelRatio() for screen in QGuiApplication.screens()]
    return list(dict.fromkeys(ratios)) or [1.0]
