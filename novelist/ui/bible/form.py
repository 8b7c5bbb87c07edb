# SPDX-License-Identifier: MIT
"""The form of one entity: everything is typed in place, set at once and saved soon."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.entities import LONGEST_NAME, EntityKind
from novelist.domain.finding.entity_words import Spot
from novelist.ui.bible.draft import Draft, aliases_from, aliases_text
from novelist.ui.bible.field_rows import FieldRows
from novelist.ui.bible.kind_chooser import KindChooser
from novelist.ui.bible.note_area import NoteArea
from novelist.ui.bible.selecting import select_in_field, select_in_text
from novelist.ui.binding import BindingGroup, Saver
from novelist.ui.icons import Icons
from novelist.ui.labels import entity_heading, unnamed_label
from novelist.ui.steps_beyond import lead_beyond
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.property_row import PropertyRow
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import InlineField
from novelist.ui.widgets.text_label import Hairline, TextLabel

_WIDEST: Final = 704  # pixels: longer lines are read badly
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTES: Final = 200  # pixels that notes have at least
_AROUND: Final = 24  # pixels around the caret that are seen with it
_COLUMN: Final = 144  # pixels from where labels and names of fields begin to their values


class NameField(InlineField):
    """The name in display type; Enter and Down go on to what is said of it.

    Where it is only renamed, Enter and Esc lead back to the list, as from every other name.
    """

    renamed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.place = QWidget(parent)
        """Gives it its height: that of a field alone is the style sheet's."""
        super().__init__(self.place)
        self._is_renaming = False
        self._theme = theme
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("bible_name")
        self.setMaxLength(LONGEST_NAME)
        lead_beyond(self)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def rename(self) -> None:
        """Let it be typed anew, and lead back after that."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._is_renaming = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the name."""
        key = event.key()
        if self._is_renaming and key in (*_ENTER, Qt.Key.Key_Escape):
            if key == Qt.Key.Key_Escape:
                self.give_up()
            self.renamed.emit()
        elif key in (*_ENTER, Qt.Key.Key_Down):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: a long name is shown from its beginning."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            self.setCursorPosition(0)
            self._is_renaming = False

    def _dress(self) -> None:
        self.setFont(self._theme.font("display"))
        height = max(self.fontMetrics().height(), self._theme.type_style("display").line)
        self.place.setFixedHeight(height + 6)


class EntityForm(Retranslated, QWidget):
    """Shows a ``Draft`` and writes into it; ``save`` is told of it a moment later."""

    edited = Signal(int, str)
    """A person changed that column of the entity with that id."""
    delete_requested = Signal(int)

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, save: Saver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bible_form")
        self._theme = theme
        self.group = BindingGroup(save, tasks, self)
        self.header = PanelHeader(theme, icons, self)
        self.header.setContentsMargins(theme.space("xl") - theme.space("l"), 0, 0, 0)
        self.remove = self.header.add_button("trash-2")
        self.remove.setObjectName("bible_remove")
        self.name = NameField(theme, self)
        self.summary = NoteArea(theme, "text_2", self)
        self.kind = KindChooser(theme, icons, self)
        self.aliases = NoteArea(theme, "text", self)
        self.own = FieldRows(theme, icons, self, column=_COLUMN)
        self.notes = NoteArea(theme, "text", self)
        self.notes.least = _NOTES
        for name in ("summary", "aliases", "notes"):
            editor = getattr(self, name).editor
            editor.setObjectName(f"bible_{name}")
            lead_beyond(editor)
        self._own_title = TextLabel(theme, "strong", "text", self)
        self._notes_title = TextLabel(theme, "strong", "text", self)
        self._kind_row = PropertyRow(theme, self.kind, self, column=_COLUMN)
        self._aliases_row = _TallRow(theme, self.aliases, self)
        self._kind_row.label.setObjectName("bible_kind_label")
        self._aliases_row.label.setObjectName("bible_aliases_label")
        self._lay_out(theme)
        self._bind()
        self.retranslate()

    # -- what is shown -------------------------------------------------------------------------

    @property
    def draft(self) -> Draft | None:
        """The entity that is shown."""
        bound: Draft | None = self.group.bound
        return bound

    def show_draft(self, draft: Draft | None) -> None:
        """Save what was typed and show another entity; the same keeps its caret."""
        if draft is not None and draft is self.draft:
            self.reflect()
            return
        self.own.finish_composition()
        self.group.flush()
        self.own.clear()
        self.group.rebind(draft)
        self._scroll.verticalScrollBar().setValue(0)
        self._tell()

    def reflect(self) -> None:
        """Show what others changed; what is being typed stays."""
        self.group.reflect()
        self._tell()

    async def settle(self) -> None:
        """Save now, and wait until the disk has it; raises what kept it from getting there."""
        self.own.finish_composition()
        await self.group.settle()

    def forget(self) -> None:
        """Show nothing, and save nothing of what was typed: its library is left."""
        self.own.clear()
        self.group.forget()

    def write_on(self) -> None:
        """Give the keyboard to the name, its end: nothing of it is replaced by the next key."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.end(False)

    def focus_name(self) -> None:
        """Let the name be written, all of it selected."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def select(self, spot: Spot, start: int, end: int) -> None:
        """Select characters of what stands in a spot, in view and with the keyboard there."""
        draft = self.draft
        if spot.column == "name":
            select_in_field(self.name, start, end)
            self._scroll.ensureWidgetVisible(self.name)
        elif spot.column == "fields":
            self.own.select(spot.number, start, end, in_name=spot.is_name)
            focused = QApplication.focusWidget()
            if focused is not None and self.own.isAncestorOf(focused):
                self._scroll.ensureWidgetVisible(focused)
        elif draft is not None:
            before = aliases_text((*draft.aliases[: spot.number], ""))
            skipped = len(before) if spot.column == "aliases" else 0
            area: NoteArea = getattr(self, spot.column)
            select_in_text(area.editor, skipped + start, skipped + end)
            self._on_caret_moved(area.editor)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.name.setAccessibleName(self.tr("Name"))
        self.summary.set_words(self.tr("Summary"), self.tr("Say it in a line or two."))
        self._kind_row.set_label(self.tr("Kind"))
        self.kind.set_name(self.tr("Kind"))
        self.kind.retell()
        self._aliases_row.label.setText(self.tr("Other names"))
        self.aliases.set_words(self.tr("Other names"), self.tr("One on each line."))
        self._own_title.setText(self.tr("Fields"))
        self._notes_title.setText(self.tr("Notes"))
        self.notes.set_words(self.tr("Notes"), self.tr("Whatever you want to remember."))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: lines never get too long."""
        super().resizeEvent(event)
        side = self._theme.space("xl")
        self._content.setMaximumWidth(_WIDEST + 2 * side)

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self, theme: Theme) -> None:
        gap, wide, side = theme.space("m"), theme.space("l"), theme.space("xl")
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        inset = theme.space("s")  # all text begins on one line, whatever has a frame when used
        column.setContentsMargins(side - inset, gap, side - inset, side)
        column.setSpacing(0)
        column.addWidget(self.name.place)
        column.addWidget(self.summary)
        column.addSpacing(wide)
        for row in (self._kind_row, self._aliases_row):
            row.setContentsMargins(inset, 0, 0, 0)
            column.addWidget(row)
        for title, body in ((self._own_title, self.own), (self._notes_title, self.notes)):
            column.addSpacing(wide)
            column.addWidget(_Rule(theme, inset, self._content))
            column.addSpacing(gap)
            title.setContentsMargins(inset, 0, 0, 0)
            title.setMinimumHeight(theme.size("row"))
            column.addWidget(title)
            column.addWidget(body)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        for widget in (self._scroll.viewport(), self._content):
            widget.setAutoFillBackground(False)
        theme.lay_ground(self, "page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._scroll, 1)
        stops = (self.remove, self.name, self.summary.editor, self.kind.button, self.aliases.editor)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.own.stand_after(self.aliases.editor)
        QWidget.setTabOrder(self.own.add, self.notes.editor)
        self.setFocusProxy(self.name)

    def _bind(self) -> None:
        bind = self.group.bind
        bind(self.name, "name")
        bind(self.summary.editor, "summary")
        bind(self.kind, "kind")
        bind(self.aliases.editor, "aliases", to_value=aliases_from, to_widget=aliases_text)
        bind(self.own, "fields")
        bind(self.notes.editor, "notes")
        self.own.left.connect(self.group.flush)
        self.own.caret_moved.connect(self._on_caret_moved)
        self.group.edited.connect(self._on_group_edited)
        self.remove.clicked.connect(self._on_remove_clicked)
        for area in (self.summary, self.aliases, self.notes):
            moved = partial(self._on_caret_moved, area.editor)
            area.editor.cursorPositionChanged.connect(moved)

    # -- following -----------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say what depends on the kind and the name."""
        draft = self.draft
        kind = EntityKind.CHARACTER if draft is None else draft.kind
        untitled = unnamed_label(kind)
        name = untitled if draft is None else draft.name.strip() or untitled
        self.name.setPlaceholderText(untitled)
        self.header.set_title(f"{entity_heading(kind)} › {name}")
        self.remove.set_name(self.tr("Delete “{name}”").format(name=name))

    def _on_group_edited(self, entity_id: int, column: str) -> None:
        self._tell()
        self.edited.emit(entity_id, column)

    def _on_remove_clicked(self) -> None:
        if self.draft is not None:
            self.delete_requested.emit(self.draft.id)

    def _on_range_changed(self) -> None:
        """A line more: only now there is room to scroll to it."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QTextEdit) and self._content.isAncestorOf(focused):
            self._on_caret_moved(focused)

    def _on_caret_moved(self, editor: QTextEdit) -> None:
        """The text scrolls with the form: its caret stays in view."""
        if editor.hasFocus():
            caret = editor.cursorRect()
            place = editor.viewport().mapTo(self._content, QPoint(caret.x(), caret.bottom()))
            self._scroll.ensureVisible(place.x(), place.y(), 0, _AROUND + caret.height())


class _TallRow(PropertyRow):
    """A property row whose value has several lines."""

    def __init__(self, theme: Theme, value: NoteArea, parent: QWidget) -> None:
        super().__init__(theme, value, parent, column=_COLUMN)
        layout = self.layout()
        assert layout is not None
        for widget in (self.label, value):
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.label.setFixedHeight(theme.type_style("body").line + 8)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setMinimumHeight(0)  # with one, Qt takes a row that is higher for one that may shrink


class _Rule(QWidget):
    """A hairline that begins where the words do."""

    def __init__(self, theme: Theme, inset: int, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, 0, inset, 0)
        column.addWidget(Hairline(theme, Qt.Orientation.Horizontal, self))
