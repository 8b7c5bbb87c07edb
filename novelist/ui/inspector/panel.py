# SPDX-License-Identifier: MIT
"""The inspector as a panel: the fields of one item, bound to the live object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.enums import ItemKind
from novelist.ui.binding import BindingGroup, Saver
from novelist.ui.icons import Icons
from novelist.ui.inspector.chooser import Chooser
from novelist.ui.inspector.target import TargetValue, target_from, target_text
from novelist.ui.labels import kind_label, untitled_label
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.property_row import PropertyRow
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_area import TextArea
from novelist.ui.widgets.text_field import InlineField
from novelist.ui.widgets.text_label import Hairline, TextLabel

if TYPE_CHECKING:
    from novelist.db.models import Label, OutlineItem, Status

_TEXTS: Final = frozenset({ItemKind.SCENE, ItemKind.FRONT, ItemKind.BACK})
_MANUSCRIPT: Final = _TEXTS | {ItemKind.PART, ItemKind.CHAPTER}
_STORY: Final = frozenset({ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE})
_ROWS: Final = {  # which kinds have a status, a label, …; everything has a title
    "title": frozenset(ItemKind),
    "status": _TEXTS,
    "label": _TEXTS | {ItemKind.NOTE},
    "target": _TEXTS | {ItemKind.PART, ItemKind.CHAPTER},
    "in_manuscript": _MANUSCRIPT,
}


class InspectorPanel(Retranslated, QWidget):
    """Shows one item; what is typed is set at once and saved soon (``ui/binding.py``)."""

    edited = Signal(int, str)
    """A person changed that column of the item with that id."""

    item_shown = Signal(int)
    """Another item, or (0) none."""

    details_requested = Signal(str)
    """A new "status" or "label" is wanted, in the details of the novel."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        save: Saver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._theme, self._icons = theme, icons
        self._item: OutlineItem | None = None
        self._words: int | None = None  # None: the item's own
        self._group = BindingGroup(save, tasks, self)
        theme.lay_ground(self, "side")
        self._make_fields()
        self._make_rows()
        self._lay_out()
        self._bind()
        self.retranslate()
        self.show_item(None)

    # -- what is shown -------------------------------------------------------------------------

    @property
    def item_id(self) -> int | None:
        """The item that is shown, or None."""
        return None if self._item is None else self._item.id

    def show_item(self, item: OutlineItem | None, words: int | None = None) -> None:
        """Save what was typed and show another item, or None for nothing.

        ``words`` is its length; without it the item's own count is used, which is none for a
        chapter or part. The item that is shown already keeps its caret and what is typed.
        """
        self._words = words
        if item is not None and item is self._item:
            self.refresh_item(item.id)
            return
        self._item = item
        self._group.rebind(item)
        self.target.close_field()
        self._pages.setCurrentWidget(self._empty if item is None else self._scroll)
        if item is not None:
            self._show_kind(ItemKind(item.kind))
            self._show_progress()
        self.item_shown.emit(0 if item is None else item.id)

    def show_choices(
        self, statuses: Sequence[Status], labels: Sequence[Label], language: str = "en"
    ) -> None:
        """The statuses, labels and language of the novel."""
        self.target.set_language(language)
        self.status.set_values(statuses)
        self.label.set_values(labels)

    def add_section(self, section: QWidget) -> None:
        """Put more below the notes of the item."""
        self._column.insertWidget(self._column.count() - 1, section)

    def add_tab(self, page: QWidget) -> None:
        """Put another page beside the fields of the item; ``set_tab_word`` names it."""
        self._stack.addWidget(page)
        self._tabs.add()

    def set_tab_word(self, page: QWidget, word: str) -> None:
        """What the tab of a page says."""
        self._tabs.set_word(word, self._stack.indexOf(page))

    def show_tab(self, page: QWidget | None) -> None:
        """Show a page that was added, or (None) the fields of the item."""
        self._tabs.choose(0 if page is None else self._stack.indexOf(page))

    def set_words(self, words: int) -> None:
        """How long the item is now."""
        self._words = words
        self._show_progress()

    def refresh_item(self, item_id: int) -> None:
        """Show what others changed; what is being typed stays."""
        if item_id == self.item_id:
            self._group.reflect()
            self._show_progress()

    def forget(self) -> None:
        """Show nothing, and save nothing of what was typed: its library is left."""
        self._group.forget()
        self.show_item(None)

    def flush(self) -> None:
        """Save now what was typed."""
        self._group.flush()

    async def settle(self) -> None:
        """Save now, and wait until the disk has it; raises what kept it from getting there."""
        await self._group.settle()

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on its way to the disk yet, or did not get there."""
        return self._group.has_unsaved

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._empty.set_words(self.tr("Choose a scene to see what you know of it."))
        self._synopsis_title.setText(self.tr("Synopsis"))
        self._notes_title.setText(self.tr("Notes"))
        self._ask(ItemKind.SCENE)
        self.notes.set_words(self.tr("Notes"), self.tr("A note to yourself."))
        self.status.set_words(self.tr("Status"), self.tr("No status"), self.tr("New status…"))
        self.label.set_words(self.tr("Label"), self.tr("No label"), self.tr("New label…"))
        for name, text in self._row_words().items():
            self._rows[name].set_label(text)
        self.target.retranslate()
        if self._item is not None:
            self._show_kind(ItemKind(self._item.kind))

    # -- building ------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        theme, icons = self._theme, self._icons
        self._tabs = _Tabs(theme, self)
        self.synopsis = TextArea(theme, "text", self)
        self.title = InlineField(self)
        self.status = Chooser(theme, icons, self, tinted=False)
        self.label = Chooser(theme, icons, self, tinted=True)
        self.target = TargetValue(theme, self)
        self.in_manuscript = Switch(theme, self)
        self.notes = TextArea(theme, "text_2", self)
        self.synopsis.editor.setObjectName("inspector_synopsis")
        self.notes.editor.setObjectName("inspector_notes")
        for name in _ROWS:
            getattr(self, name).setObjectName(f"inspector_{name}")
        self._synopsis_title = SectionTitle(theme, self)
        self._notes_title = SectionTitle(theme, self)
        self._empty = EmptyState(theme, icons, "file-text", self)
        self._empty.setObjectName("inspector_empty")

    def _make_rows(self) -> None:
        self._rows: dict[str, PropertyRow] = {}
        for name in _ROWS:
            field: QWidget = getattr(self, name)
            value = _indented(field) if name == "in_manuscript" else field
            self._rows[name] = _Row(self._theme, value, self)

    def _lay_out(self) -> None:
        small, gap, wide = (self._theme.space(name) for name in ("s", "m", "l"))
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, gap, 0, wide)
        column.setSpacing(0)
        column.addWidget(_padded(self._synopsis_title, wide))
        column.addWidget(_padded(self.synopsis, small))
        column.addSpacing(gap)
        for row in self._rows.values():
            column.addWidget(row)
        column.addSpacing(wide)
        column.addWidget(Hairline(self._theme))
        column.addSpacing(gap)
        column.addWidget(_padded(self._notes_title, wide))
        column.addWidget(_padded(self.notes, small))
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        for widget in (self._scroll.viewport(), content):
            widget.setAutoFillBackground(False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._empty)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._pages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tabs)
        whole.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._stack.setCurrentIndex)

    def _bind(self) -> None:
        bind = self._group.bind
        bind(self.title, "title")
        bind(self.synopsis.editor, "synopsis")
        bind(self.status, "status_id")
        bind(self.label, "label_id")
        bind(self.in_manuscript, "in_manuscript")
        bind(self.notes.editor, "notes")
        target = bind(self.target.field, "target", to_value=target_from, to_widget=target_text)
        target.validity_changed.connect(self.target.set_valid)
        self._group.edited.connect(self._on_group_edited)
        self.status.new_requested.connect(partial(self.details_requested.emit, "status"))
        self.label.new_requested.connect(partial(self.details_requested.emit, "label"))

    # -- following -----------------------------------------------------------------------------

    def _show_kind(self, kind: ItemKind) -> None:
        """Show the fields that such an item has."""
        self._tabs.set_word(kind_label(kind))
        self.title.setPlaceholderText(untitled_label(kind))
        self._ask(kind)
        for name, kinds in _ROWS.items():
            self._rows[name].setVisible(kind in kinds)

    def _ask(self, kind: ItemKind) -> None:
        tells_a_story = kind in _STORY
        question = (
            self.tr("What happens here?") if tells_a_story else self.tr("What is this about?")
        )
        self.synopsis.set_words(self.tr("Synopsis"), question)

    def _show_progress(self) -> None:
        if self._item is not None:
            words = self._item.words if self._words is None else self._words
            self.target.show_progress(words, self._item.target)

    def _row_words(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "status": self.tr("Status"),
            "label": self.tr("Label"),
            "target": self.tr("Target"),
            "in_manuscript": self.tr("In manuscript"),
        }

    def _on_group_edited(self, item_id: int, attribute: str) -> None:
        if attribute == "target":
            self._show_progress()
        self.edited.emit(item_id, attribute)


class _Tabs(QWidget):
    """The tabs on the line of all panel headers. The first says what kind of thing is chosen."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = QTabBar(self)
        self._bar.setObjectName("inspector_tabs")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.addTab("")
        self._bar.currentChanged.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("l") - 2, 0, theme.space("l"), 0)  # 2: air in a tab
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignBottom)  # else it scrolls as it grows
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add(self) -> None:
        """One more tab, at the right."""
        self._bar.addTab("")

    def choose(self, number: int) -> None:
        """Show the page of this tab."""
        self._bar.setCurrentIndex(number)

    def set_word(self, word: str, number: int = 0) -> None:
        """What is shown there."""
        self._bar.setTabText(number, word)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the hairline below all tabs."""
        with painting(self) as painter:
            line = self._theme.colour("line")
            horizontal_line(painter, 0, self.width(), self.height() - 1, line)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("header"))
        self.update()


class _Row(PropertyRow):
    """A property row of the inspector: the words of all values begin below each other."""

    def __init__(self, theme: Theme, value: QWidget, parent: QWidget) -> None:
        super().__init__(theme, value, parent)
        side = theme.space("l")
        self.setContentsMargins(side, 0, side, 0)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if not isinstance(self.value, InlineField):  # the others have a border around the word
            self.label.setFixedWidth(self._theme.size("label_column") - self._theme.space("s"))


class SectionTitle(TextLabel):
    """The name of a section: small, weight 600."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "small", "text_2", parent)
        self.setMinimumHeight(theme.size("row_compact"))
        theme.theme_changed.connect(self._embolden)
        self._embolden()

    def _embolden(self) -> None:
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)


def _padded(widget: QWidget, side: int) -> QWidget:
    """The widget with air at both sides."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(side, 0, side, 0)
    row.addWidget(widget)
    return holder


def _indented(widget: QWidget) -> QWidget:
    """A control without a border of its own, where the words of the others begin."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(8, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return holder
