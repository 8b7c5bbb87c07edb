# SPDX-License-Identifier: MIT
"""The presets at the left: what comes with the program, then the writer's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.compiling.settings import CompileSettings, Preset
from novelist.ui.compile.preset_rows import CHANGED, HINT, NARROW, PRESET, PresetDelegate
from novelist.ui.compile.words import ICONS, OTHER_ICON, CompileWords
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList

WIDTH: Final = 264
_NAMING: Final = 208


class PresetList(RowList):
    """Tells which preset is chosen; Enter goes to its form, F2 or a double click renames it.

    One that comes with Novelist stays as it is: ``fixed`` is told when F2 or Del is meant for it.
    """

    preset_chosen = Signal(object)
    renamed = Signal(object, str)
    naming_begun = Signal()
    naming_ended = Signal()
    form_requested = Signal()
    delete_requested = Signal()
    menu_requested = Signal(QPoint)
    fixed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName("compile_presets")
        self.rows = delegate = PresetDelegate(theme, icons, self)
        self.setItemDelegate(delegate)
        delegate.naming_begun.connect(self.naming_begun)
        delegate.named.connect(self.renamed)
        self._words = CompileWords(self)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setUniformItemSizes(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.rows.closeEditor.connect(lambda *_: self.naming_ended.emit())
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def preset(self) -> Preset | None:
        """The one that is chosen."""
        found = self.currentIndex().data(PRESET)
        return found if isinstance(found, Preset) else None

    def show_presets(self, presets: Iterable[Preset], chosen: Preset | None) -> None:
        """Show these; the chosen is told about only where it is another than before."""
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for preset in presets:
            row = QStandardItem(self._words.name(preset))
            row.setData(preset, PRESET)
            row.setData(ICONS.get(preset.settings.format, OTHER_ICON), RowRole.ICON)
            row.setData(self._words.hint(preset.settings), HINT)
            row.setEditable(not preset.key)
            said = f"{row.text()}, {row.data(HINT)}"
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
            if index.data(PRESET) == preset:
                hint = self._words.hint(settings)
                self._model.setData(index, hint, HINT)
                self._model.setData(index, settings != preset.settings, CHANGED)
                self._model.setData(index, ICONS.get(settings.format, OTHER_ICON), RowRole.ICON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        preset, key = self.preset, event.key()
        naming = self.state() is QAbstractItemView.State.EditingState  # its Enter comes here too
        if preset is None or naming:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_requested.emit()
        elif preset.key and key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            self.fixed.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with the preset."""
        if self.preset is not None:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            self.menu_requested.emit(event.globalPos() if by_mouse else below)

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
        """Take that much room; a narrow list has names beneath icons, but while one is typed."""
        self._width = width
        self._show_width(width)

    def _show_width(self, width: int) -> None:
        self.setFixedWidth(width)
        self.header.title.setVisible(width > NARROW)
        if (layout := self.layout()) is not None:
            layout.activate()
        self.presets.doItemsLayout()

    def _on_presets_naming_begun(self) -> None:
        self._show_width(max(self._width, _NAMING))

    def _on_presets_naming_ended(self) -> None:
        self._show_width(self._width)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.header.set_title(self.tr("Compile"))
        self.add.set_name(self.tr("New preset"))
        self.presets.setAccessibleName(self.tr("Presets"))
