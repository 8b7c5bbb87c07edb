# SPDX-License-Identifier: MIT
"""The rows at the foot of the binder: places beside the manuscript, which may take a drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.hover_button import HoverButton
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline

_CENTRE = Qt.AlignmentFlag.AlignVCenter


class FootRow(HoverButton):
    """Icon, word and count; checked while its place is shown.

    ``takes`` names the ids of a drag that may be dropped here; none refuses it.
    """

    ids_dropped = Signal(list)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        takes: Callable[[QMimeData], list[int]],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._icons, self._icon = icons, icon
        self._takes = takes
        self._count = ""
        self._is_target = False
        self.setCheckable(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, count: str = "", spoken: str = "") -> None:
        """The word, the count at the right ("" for none), and both for a screen reader."""
        self.setText(text)
        self.setAccessibleName(spoken or text)
        self._count = count
        self.update()

    @property
    def count(self) -> str:
        """The count that is shown."""
        return self._count

    def sizeHint(self) -> QSize:
        """As high as every row."""
        return QSize(160, self._theme.size("row"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: show that the drag may be dropped, if it may."""
        if self._takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._mark(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: the drag went on."""
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: tell what was dropped."""
        self._mark(False)
        ids = self._takes(event.mimeData())
        if ids:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.ids_dropped.emit(ids)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: ground by state, icon, word, count."""
        inset = self._theme.space("s")
        ground = self.rect().adjusted(inset, 0, -inset, 0)
        with painting(self) as painter:
            self._paint_ground(painter, ground)
            side = self._theme.size("icon_row")
            top = (self.height() - side) // 2
            left = ground.left() + inset
            self._icons.paint(painter, self._icon, QRectF(left, top, side, side), "text_2")
            self._paint_words(painter, ground.adjusted(2 * inset + side + 2, 0, -inset, 0))

    def _paint_ground(self, painter: QPainter, ground: QRect) -> None:
        radius, colour = self._theme.radius("control"), self._theme.colour
        if self._is_target:
            fill(painter, ground, colour("accent_soft"), radius)
            frame(painter, ground, colour("accent"), radius)
        elif self.isDown() or self.isChecked() or self.is_hovered:
            token = "pressed" if self.isDown() else "selected" if self.isChecked() else "hover"
            fill(painter, ground, colour(token), radius)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(self._theme.figures_font("small"))
        painter.setPen(self._theme.colour("text_3"))
        painter.drawText(room, _CENTRE | Qt.AlignmentFlag.AlignRight, self._count)
        used = painter.fontMetrics().horizontalAdvance(self._count) + self._theme.space("s")
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text" if self.isChecked() else "text_2"))
        elide = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self.text(), elide, room.width() - used)
        painter.drawText(room, _CENTRE | Qt.AlignmentFlag.AlignLeft, text)

    def _mark(self, is_target: bool) -> None:
        self._is_target = is_target
        self.update()


class BinderFoot(Retranslated, QWidget):
    """Notes and research, and the trash with its count, below a hairline."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        notes_in: Callable[[QMimeData], list[int]],
        items_in: Callable[[QMimeData], list[int]],
        parent: QWidget,
    ) -> None:
        """``notes_in`` and ``items_in`` name the ids of a drag that notes and trash may take."""
        super().__init__(parent)
        self._trashed = 0
        self.notes = FootRow(theme, icons, "folder-closed", notes_in, self)
        self.trash = FootRow(theme, icons, "trash-2", items_in, self)
        self.notes.setObjectName("binder_notes_row")
        self.trash.setObjectName("binder_trash_row")
        gap = theme.space("s")
        rows = QVBoxLayout()
        rows.setContentsMargins(0, gap, 0, gap)
        rows.setSpacing(0)
        rows.addWidget(self.notes)
        rows.addWidget(self.trash)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(theme, parent=self))
        column.addLayout(rows)
        self.retranslate()

    def set_shown(self, *, notes: bool, trash: bool) -> None:
        """Mark the row whose place is shown."""
        self.notes.setChecked(notes)
        self.trash.setChecked(trash)

    def set_trashed(self, count: int) -> None:
        """How many things the trash holds."""
        self._trashed = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.notes.set_words(self.tr("Notes and research"))
        count = QLocale().toString(self._trashed) if self._trashed else ""
        spoken = self.tr("Trash, %n entries", "", self._trashed)
        self.trash.set_words(self.tr("Trash"), count, spoken)
