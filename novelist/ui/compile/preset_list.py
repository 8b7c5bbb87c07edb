# SPDX-License-Identifier: MIT
"""The presets at the left: what comes with the program, then the writer's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.compiling.settings import CompileSettings, Preset
from novelist.ui.compile.words import ICONS, OTHER_ICON, CompileWords
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.painting import fill, frame, text_line
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList

WIDTH: Final = 264
ICONS_ALONE: Final = 60
"""The width at which there is no room for words; these come as a hint then."""
_NAMING: Final = 208
_HEIGHT: Final = 56
_PRESET: Final = RowRole.LAST + 1
_HINT: Final = RowRole.LAST + 2
_CHANGED: Final = RowRole.LAST + 3
_ICON: Final = 18
_DOT: Final = 6
_SIDE: Final = 8


class PresetDelegate(RowDelegate):
    """An icon, the name, and what it gives below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and room around them."""
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, icon, two lines."""
        theme = self._theme
        ground = QRectF(option.rect).adjusted(_SIDE, 1, -_SIDE, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        radius = theme.radius("control")
        if chosen:
            fill(painter, ground, theme.colour("selected"), radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, ground, theme.colour("hover"), radius)
        if self.ring_visible and option.state & QStyle.StateFlag.State_HasFocus:
            frame(painter, ground, theme.colour("focus"), radius, 2)
        icon = str(index.data(RowRole.ICON) or OTHER_ICON)
        is_narrow = option.rect.width() <= ICONS_ALONE
        middle = round(ground.center().x()) - _ICON // 2
        left = middle if is_narrow else round(ground.left()) + theme.space("m")
        top = round(ground.center().y()) - _ICON // 2
        ink = "accent" if chosen else "text_2"
        picture = self._icons.pixmap(icon, ink, _ICON)
        painter.drawPixmap(QPoint(left, top), picture)
        if is_narrow and index.data(_CHANGED):  # in place of the sign behind the name
            dot = QRectF(left + _ICON - _DOT / 2, top - _DOT / 2, _DOT, _DOT)
            fill(painter, dot, theme.colour(ink), _DOT / 2)
        if not is_narrow:
            self._paint_words(painter, option, index, left + _ICON + theme.space("m"), chosen)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, left: int, chosen: bool
    ) -> None:
        theme = self._theme
        right = option.rect.right() - _SIDE - theme.space("s")
        top = option.rect.top() + theme.space("s")
        painter.save()
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("text"))
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if index.data(_CHANGED):
            name = f"{name} •"
        text_line(painter, QRect(left, top, right - left, 20), name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        text_line(painter, QRect(left, top + 20, right - left, 20), str(index.data(_HINT) or ""))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list makes room for the name, however one begins to type it."""
        view = self.parent()
        if isinstance(view, PresetList):
            view.naming_begun.emit()  # Qt places the name by the room that there was before
            QTimer.singleShot(0, view, view.updateEditorGeometries)
        return super().createEditor(parent, option, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The name is typed where it stands."""
        left = option.rect.left() + _SIDE + _ICON + 2 * self._theme.space("m") - 6
        editor.setGeometry(
            left, option.rect.top() + 2, option.rect.right() - _SIDE - left, _HEIGHT // 2 + 2
        )

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the name that was typed."""
        view = self.parent()
        text = editor.text().strip()  # type: ignore[attr-defined]
        preset = index.data(_PRESET)
        if isinstance(view, PresetList) and text and text != preset.name:
            view.renamed.emit(preset, text)


class PresetList(RowList):
    """Tells which preset is chosen; F2 or a double click renames one of the writer's own."""

    preset_chosen = Signal(object)
    renamed = Signal(object, str)
    naming_begun = Signal()
    naming_ended = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName("compile_presets")
        self.rows = PresetDelegate(theme, icons, self)
        self.setItemDelegate(self.rows)
        self._words = CompileWords(self)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.rows.closeEditor.connect(lambda *_: self.naming_ended.emit())
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def preset(self) -> Preset | None:
        """The one that is chosen."""
        found = self.currentIndex().data(_PRESET)
        return found if isinstance(found, Preset) else None

    def show_presets(self, presets: Iterable[Preset], chosen: Preset | None) -> None:
        """Show these; the chosen is told about only where it is another than before."""
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for preset in presets:
            row = QStandardItem(self._words.name(preset))
            row.setData(preset, _PRESET)
            row.setData(ICONS.get(preset.settings.format, OTHER_ICON), RowRole.ICON)
            row.setData(self._words.hint(preset.settings), _HINT)
            row.setEditable(not preset.key)
            said = f"{row.text()}, {row.data(_HINT)}"
            row.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            row.setToolTip(said)
            self._model.appendRow(row)
            if chosen is not None and (preset.key, preset.id) == (chosen.key, chosen.id):
                self.setCurrentIndex(row.index())
        self.selectionModel().blockSignals(False)
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def show_settings(self, preset: Preset, settings: CompileSettings) -> None:
        """Show on its row what it gives now, and a sign where that is not kept."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(_PRESET) == preset:
                hint = self._words.hint(settings)
                self._model.setData(index, hint, _HINT)
                self._model.setData(index, settings != preset.settings, _CHANGED)
                self._model.setData(index, ICONS.get(settings.format, OTHER_ICON), RowRole.ICON)

    def rename(self) -> None:
        """Let the name of the chosen one be typed."""
        self.edit(self.currentIndex())

    def _on_current_changed(self) -> None:
        if self.preset is not None:
            self.preset_chosen.emit(self.preset)


class PresetSide(Retranslated, QWidget):
    """The list under its header, with a button for a new one."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PanelHeader(theme, icons, self)
        self.add = self.header.add_button("plus")
        self.add.setObjectName("compile_add")
        self.presets = PresetList(theme, icons, self)
        theme.lay_ground(self, "side")
        self.setFocusProxy(self.presets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.presets, 1)
        self.presets.naming_begun.connect(self._on_presets_naming_begun)
        self.presets.naming_ended.connect(self._on_presets_naming_ended)
        self.show_width(WIDTH)
        self.retranslate()

    def show_width(self, width: int) -> None:
        """Take that much room; a narrow list has icons alone, but while a name is typed."""
        self._width = width
        self._show_width(width)

    def _show_width(self, width: int) -> None:
        self.setFixedWidth(width)
        self.header.title.setVisible(width > ICONS_ALONE)
        if (layout := self.layout()) is not None:
            layout.activate()

    def _on_presets_naming_begun(self) -> None:
        self._show_width(max(self._width, _NAMING))

    def _on_presets_naming_ended(self) -> None:
        self._show_width(self._width)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.header.set_title(self.tr("Compile"))
        self.add.set_name(self.tr("New preset"))
        self.presets.setAccessibleName(self.tr("Presets"))
