# SPDX-License-Identifier: MIT
"""One strip a scene: its length, what is spoken, comments, and where one is; it can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.domain.scene_shape import SceneShape
from novelist.ui.minimap.strips import Strips, strips_in
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, painting, vertical_line

_WIDTH: Final = 64
_SIDE: Final = 12
_TOP: Final = 12
_ROW: Final = 3.0  # pixels of one line of the picture, and one between
_MOST: Final = 0.12  # pixels a character, at the most
_DOT: Final = 4


@dataclass(frozen=True)
class MapScene:
    """One scene of the map; its shape comes later than its length."""

    item_id: int
    title: str
    characters: int
    shape: SceneShape | None = None


@dataclass(frozen=True)
class Seen:
    """Where one is: the caret's scene and share, and the first and last that is seen."""

    caret: tuple[int, float]
    first: tuple[int, float]
    last: tuple[int, float]


class Minimap(QWidget):
    """Shows what it is given; it paints from a picture, so following the caret costs nothing."""

    place_wanted = Signal(int, float, bool)
    """Show this item there (a share of it); the flag says that the mouse was let go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenes: list[MapScene] = []
        self._strips = Strips()
        self._seen: Seen | None = None
        self._picture: QPixmap | None = None
        self.setObjectName("minimap")
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.lay_ground(self, "page")
        theme.theme_changed.connect(self._draw_again)

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(_WIDTH, 200)

    def show_scenes(self, scenes: Sequence[MapScene]) -> None:
        """Show these scenes."""
        self._scenes = list(scenes)
        self._draw_again()

    def show_place(self, seen: Seen | None) -> None:
        """Show where one is."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    @property
    def scenes(self) -> list[MapScene]:
        """What is shown."""
        return self._scenes

    @property
    def seen(self) -> Seen | None:
        """Where one is."""
        return self._seen

    def y_of(self, item_id: int, share: float) -> float:
        """Where a place lies on this widget."""
        number = next(n for n, scene in enumerate(self._scenes) if scene.item_id == item_id)
        return _TOP + self._strips.y_of(number, share)

    # -- the mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._want(event, is_done=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged, the text goes along; else the scene is named."""
        found = self._strips.at(event.position().y() - _TOP)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event, is_done=False)
        elif found is not None:
            self.setToolTip(self._scenes[found[0]].title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The place is where one wants to be."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._want(event, is_done=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for what is beside it."""
        event.ignore()

    def _want(self, event: QMouseEvent, *, is_done: bool) -> None:
        found = self._strips.at(event.position().y() - _TOP)
        if found is not None:
            self.place_wanted.emit(self._scenes[found[0]].item_id, found[1], is_done)

    # -- painting ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another height."""
        super().resizeEvent(event)
        self._draw_again()

    def _draw_again(self) -> None:
        lengths = [scene.characters for scene in self._scenes]
        self._strips = strips_in(max(self.height() - 2 * _TOP, 1), lengths, _MOST)
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and over it where one is."""
        if self._picture is None:
            self._picture = self._drawn()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            vertical_line(painter, 0, self.height(), 0, self._theme.colour("line"))
            self._paint_place(painter)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for number, scene in enumerate(self._scenes):
            top, height = _TOP + self._strips.tops[number], self._strips.heights[number]
            self._draw_scene(painter, scene, QRectF(_SIDE, top, _WIDTH - 2 * _SIDE, height))
        painter.end()
        return picture

    def _draw_scene(self, painter: QPainter, scene: MapScene, area: QRectF) -> None:
        count = max(int(area.height() / _ROW), 1)
        rows = [(0.0, False)] * count if scene.shape is None else scene.shape.rows(count)
        rest, spoken = self._theme.colour("line_button"), self._theme.colour("dialogue")
        height = max(area.height() / count - 1, 1)
        for number, (share, is_marked) in enumerate(rows):
            row = QRectF(area.left(), area.top() + number * area.height() / count, 0, height)
            row.setWidth(area.width())
            fill(painter, row, rest)
            if share > 0:
                row.setWidth(area.width() * min(share, 1))
                fill(painter, row, spoken)
            if is_marked:
                mark = QRectF(area.right() + 2, row.center().y() - _DOT / 2, _DOT, _DOT)
                fill(painter, mark, self._theme.colour("comment_line"), _DOT / 2)

    def _paint_place(self, painter: QPainter) -> None:
        seen, known = self._seen, {scene.item_id for scene in self._scenes}
        if seen is None or seen.caret[0] not in known:
            return
        accent = self._theme.colour("accent")
        if seen.first[0] in known and seen.last[0] in known:
            top, bottom = self.y_of(*seen.first), self.y_of(*seen.last)
            ground = QRectF(_SIDE - 6, top - 2, _WIDTH - 2 * _SIDE + 12, max(bottom - top, 2) + 4)
            painter.setPen(accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 3, 3)
        y = self.y_of(*seen.caret)
        fill(painter, QRectF(_SIDE - 6, y - 1, _WIDTH - 2 * _SIDE + 12, 2), accent)
