# SPDX-License-Identifier: MIT
"""The strip below the page: the footnotes of the open text, to read and to write."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from novelist.domain.document import Document
from novelist.ui.editor.notes import Footnotes
from novelist.ui.editor.page_edit import column_in
from novelist.ui.editor.typesetting import Typesetting
from novelist.ui.footnotes.delegate import NoteDelegate
from novelist.ui.footnotes.model import NOTE, NotesModel
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated

_MOST: Final = 0.34  # of the height of the panel
_FOOT: Final = 8


class FootnoteStrip(Retranslated, QWidget):
    """Shown while the open text has footnotes. A click goes to the mark, Enter or F2 writes.

    Esc in a note goes to the text behind its mark, in the list to the text where the caret is; Tab
    goes from a note to the list.
    """

    add_requested = Signal()
    place_requested = Signal(int)
    """The position of a note's mark: the caret should go there."""
    text_requested = Signal()
    """The keyboard should go back to the text."""

    def __init__(
        self, theme: Theme, icons: Icons, typesetting: Typesetting, parent: QWidget
    ) -> None:
        """The notes stand below the lines of the page as ``typesetting`` sets them."""
        super().__init__(parent)
        self._theme, self._typesetting = theme, typesetting
        self._notes: Footnotes | None = None
        self._last_step: int | None = None  # the text's steps after the last letter written here
        self.model = NotesModel(self)
        self.delegate = NoteDelegate(theme, self._write, self)
        self.header = PanelHeader(theme, icons, self)
        self.add = self.header.add_button("plus")
        self.add.setObjectName("add_footnote")
        self.list = QListView(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.header.title.setText(self.tr("Footnotes"))
        self.add.set_name(self.tr("Add a footnote"))
        self.list.setAccessibleName(self.tr("Footnotes"))
        self.delegate.empty = self.tr("Write the note.")
        self._remove.setText(self.tr("Delete footnote"))
        self._go.setText(self.tr("Go to its place"))
        self._edit.setText(self.tr("Edit footnote"))

    def show_notes(self, notes: Footnotes | None, language: str = "en") -> None:
        """Show the notes of a text, and follow them."""
        self._notes, self.delegate.language = notes, language
        self._last_step = None
        self.model.show(notes)
        self._align()
        self._fit()

    def write_in(self, number: int) -> None:
        """Let this note be written."""
        self._fit()
        index = self.model.index(number - 1)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.list.edit(index)

    def choose(self, number: int) -> None:
        """Show which note a mark stands for."""
        index = self.model.index(number - 1)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notes below the lines of the page."""
        super().resizeEvent(event)
        self._align()

    def _align(self) -> None:
        column = column_in(self.width(), self._typesetting.column)
        side = (self.width() - column) // 2
        layout = self.layout()
        assert layout is not None
        inset = self._theme.space("l")  # the header's own
        layout.setContentsMargins(max(side - inset, 0), 1, max(side - inset, 0), _FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between the page and the notes."""
        with painting(self) as painter:
            horizontal_line(painter, 0, self.width(), 0, self._theme.colour("line"))

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("footnotes")
        self._theme.lay_ground(self, "page")
        self.list.setObjectName("footnote_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.list, 1)
        self._edit = self._action("edit_footnote", Qt.Key.Key_Return, self._on_edit)
        self._go = self._action("go_to_footnote", None, self._on_go)
        self._remove = self._action("remove_footnote", Qt.Key.Key_Delete, self._on_remove)
        self._leave = self._action("leave_footnotes", Qt.Key.Key_Escape, self.text_requested.emit)

    def _action(self, name: str, key: Qt.Key | None, run: object) -> QAction:
        action = QAction(self.list)
        action.setObjectName(name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(run)
        self.list.addAction(action)
        return action

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_requested)
        self.list.clicked.connect(self._on_clicked)
        self.delegate.finished.connect(self._on_go)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.modelReset.connect(self._fit)
        self.model.dataChanged.connect(self._fit)

    def _write(self, number: int, said: Document) -> None:
        """A letter was typed into a note: with those before it, it is one step of undo."""
        if self._notes is not None:
            self._last_step = self._notes.write(number, said, joined=self._last_step)

    def _fit(self) -> None:
        """As high as the notes, up to a third of the panel."""
        count = self.model.rowCount()
        self.setVisible(count > 0)
        parent = self.parentWidget()
        if not count or parent is None:
            return
        self.list.doItemsLayout()
        rows = sum(self.list.sizeHintForIndex(self.model.index(n)).height() for n in range(count))
        most = round(parent.height() * _MOST)
        self.list.setFixedHeight(min(rows + 2, max(most, 60)))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.place_requested.emit(index.data(NOTE).position)

    def _on_edit(self) -> None:
        if self.list.currentIndex().isValid():
            self.list.edit(self.list.currentIndex())

    def _on_go(self) -> None:
        if self.list.currentIndex().isValid():
            self._on_clicked(self.list.currentIndex())

    def _on_remove(self) -> None:
        index = self.list.currentIndex()
        if index.isValid() and self._notes is not None:
            self._notes.remove(index.data(NOTE).number)

    def _on_menu_requested(self, point: QPoint) -> None:
        if not self.list.indexAt(point).isValid():
            return
        menu = Menu(self._theme, self)
        menu.addActions([self._edit, self._go])
        menu.addSeparator()
        menu.addAction(self._remove)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))
