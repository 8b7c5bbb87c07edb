# SPDX-License-Identifier: MIT
"""The binder as a panel: header, search, tree, and the rows at its foot. It only asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.binder.commands import (
    ADD_MENU,
    END_MENU,
    NOTES_END_MENU,
    TRASH_MENU,
    BinderCommands,
    possible_with,
)
from novelist.ui.binder.filter_proxy import Section
from novelist.ui.binder.foot import BinderFoot
from novelist.ui.binder.places import OUTSIDE, Place, Step, changes_nothing, place_for_new, step
from novelist.ui.binder.top import BinderTop
from novelist.ui.binder.trash_page import TrashPage
from novelist.ui.binder.tree_model import BinderModel
from novelist.ui.binder.view import BinderView
from novelist.ui.choices import Choices
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from novelist.db.models import Label, Novel, OutlineItem, Status

_NEW: Final = {
    "new_scene": ItemKind.SCENE,
    "new_chapter": ItemKind.CHAPTER,
    "new_part": ItemKind.PART,
    "new_front": ItemKind.FRONT,
    "new_back": ItemKind.BACK,
    "new_note": ItemKind.NOTE,
    "new_folder": ItemKind.FOLDER,
}
_STEPS: Final = {
    "move_up": Step.UP,
    "move_down": Step.DOWN,
    "move_out": Step.OUT,
    "move_in": Step.IN,
}


class BinderPanel(Retranslated, QWidget):
    """The outline of one novel. Every change is a wish; ``apply_changes`` shows what came of it."""

    open_requested = Signal(int)
    tab_requested = Signal(int)
    beside_requested = Signal(int)  # in a pane of its own
    create_requested = Signal(str, object, object)  # kind, parent id or None, index
    create_failed = Signal()  # what was asked for last does not come
    move_requested = Signal(list, object, int)  # ids, parent id or None, index as they stand
    rename_requested = Signal(int, str)
    duplicate_requested = Signal(list)
    trash_requested = Signal(list)
    restore_requested = Signal(list)
    purge_requested = Signal(list)
    attribute_requested = Signal(list, str, object)  # ids, column, value
    merge_requested = Signal(list)
    selection_changed = Signal(list)  # ids, in tree order
    details_requested = Signal(str)  # of the novel: "novel", "status" or "label"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("binder")
        self._novel: Novel | None = None
        self._statuses: list[Status] = []
        self._labels: list[Label] = []
        theme.lay_ground(self, "side")
        self._section: Section | None = Section.MANUSCRIPT  # None: the trash
        self.model = BinderModel(self)
        self.top = BinderTop(theme, icons, self)
        self.tree = BinderView(theme, icons, self.model, self)
        self.empty = EmptyState(theme, icons, "file-text", self, action_icon="plus")
        self.trash = TrashPage(theme, icons, self)
        self.foot = BinderFoot(theme, icons, self._notes_in, self.model.dragged_ids, self)
        self.commands = BinderCommands(self.tree, theme)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- what is shown -------------------------------------------------------------------------

    def show_outline(
        self,
        novel: Novel,
        items: Iterable[OutlineItem],
        statuses: Iterable[Status] = (),
        labels: Iterable[Label] = (),
        expanded: Iterable[int] | None = None,
    ) -> None:
        """Show a novel, these containers open; another one begins with its manuscript in view.

        Without ``expanded`` the parts of another one are open.
        """
        items = list(items)
        is_other = self._novel is None or self._novel.id != novel.id
        if is_other and expanded is None:
            expanded = [item.id for item in items if item.kind == ItemKind.PART]
        self._novel = novel
        self._statuses, self._labels = list(statuses), list(labels)
        if is_other:
            self.top.clear_search()
            self._show_section(Section.MANUSCRIPT)
        if expanded is not None:
            self.tree.expect_expanded_ids(expanded)
        self.model.set_outline(items, self._statuses, novel.language)
        if is_other:
            self.tree.scrollToTop()
        self._update_place()
        self._update_page()

    def show_trash(self, items: Iterable[OutlineItem]) -> None:
        """What the trash holds: its rows and the count at the foot."""
        language = self._novel.language if self._novel is not None else "en"
        self.trash.show_items(items, self._statuses, language)
        self.foot.set_trashed(self.trash.count())

    def show_statuses(self, statuses: Iterable[Status], labels: Iterable[Label]) -> None:
        """Use these statuses and labels from now on."""
        self._statuses, self._labels = list(statuses), list(labels)
        self.model.set_statuses(self._statuses)

    def apply_changes(
        self, items_by_id: Mapping[int, OutlineItem], removed: Iterable[int] = ()
    ) -> None:
        """Follow a change of the store: new, moved, altered and removed items."""
        self.model.apply_changes(items_by_id, removed)
        self._update_page()

    def refresh_item(self, item_id: int) -> None:
        """Show the present title, status and words of one item."""
        self.model.refresh_item(item_id)

    def refresh_novel(self) -> None:
        """Show the present title of the novel."""
        self._update_place()

    def set_excerpt(self, item_id: int, text: str) -> None:
        """The first words of a text, shown while its scene has no title."""
        self.model.set_excerpt(item_id, text)

    def show_item(self, item_id: int) -> None:
        """Choose an item and bring it into view, in whichever half of the outline it stands."""
        if item_id not in self.model.tree:
            return
        outside = self.model.tree.is_outside(item_id)
        self._show_section(Section.NOTES if outside else Section.MANUSCRIPT)
        if not self.tree.shown.index_of(item_id).isValid():
            self.top.clear_search()
        self.tree.show_item(item_id)

    def point_at(self, item_id: int) -> None:
        """Choose an item, unless a search hides it: then nothing is chosen."""
        if self.tree.shown.text and not self.tree.shown.index_of(item_id).isValid():
            self.tree.select([])
        elif self.selected_ids() != [item_id] or self.current_id != item_id:
            self.show_item(item_id)

    def select(self, ids: Iterable[int]) -> None:
        """Choose several items and bring the first into view; those not here are left out."""
        here = [item_id for item_id in ids if item_id in self.model.tree]
        if here:
            self.show_item(here[0])
            self.tree.open_ancestors(here)
            self.tree.select(here)

    def keep_in_view(self, ids: Iterable[int]) -> None:
        """Let items that were moved, and are chosen, stay in view: what holds them is opened."""
        tree, notes = self.model.tree, self._section is Section.NOTES
        chosen = set(self.selected_ids())
        here = [each for each in ids if each in chosen and tree.is_outside(each) == notes]
        if here:
            self.tree.open_ancestors(here)
            self.tree.scroll_to(here[0])

    def title_of(self, item_id: int) -> str:
        """The title as the binder shows it; "" for an item that is not here."""
        return str(self.model.index_of(item_id).data() or "")

    def has_title(self, item_id: int) -> bool:
        """Whether its row needs no stand-in."""
        return item_id in self.model.tree and bool(self.model.tree.items[item_id].title)

    def first_text_in(self, item_id: int) -> int | None:
        """The first item with a text among those directly inside it."""
        tree = self.model.tree
        inside = tree.children(item_id) if item_id in tree else []
        return next((each for each in inside if ItemKind(tree.items[each].kind).has_text), None)

    def words_of(self, item_id: int) -> int:
        """The words of an item and of what it holds, as its row shows them."""
        return self.model.tree.total(item_id) if item_id in self.model.tree else 0

    def rename(self, item_id: int) -> None:
        """Let the person write a title into the row."""
        self.show_item(item_id)
        self.tree.rename(item_id)

    def selected_ids(self) -> list[int]:
        """The chosen items, in tree order."""
        return self.tree.selected_ids()

    @property
    def current_id(self) -> int | None:
        """The item with the keyboard's attention, or None."""
        return self.tree.current_id

    @property
    def expanded_ids(self) -> set[int]:
        """The containers that are open."""
        return self.tree.expanded_ids()

    @expanded_ids.setter
    def expanded_ids(self, ids: Iterable[int]) -> None:
        self.tree.set_expanded_ids(ids)

    def ask_for_new(self, kind: ItemKind) -> None:
        """Ask for a new item after the current one, or where such an item usually stands."""
        place = place_for_new(self.model.tree, kind, self.current_id)
        self.create_requested.emit(str(kind), place.parent_id, place.row)

    def search(self) -> None:
        """Open the search field and go to it."""
        self.top.open_search()

    def row_menu(self) -> Menu:
        """The menu of the chosen rows."""
        notes = self._section is Section.NOTES
        return self.commands.row_menu(self, notes=notes, choices=self._choices())

    def show_manuscript(self) -> None:
        """Go back from the notes or the trash."""
        self._show_section(Section.MANUSCRIPT)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.tree.setAccessibleName(self.tr("Binder"))
        self.commands.retranslate()
        self.model.retranslate()
        self._update_place()
        self._update_page()

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.tree, self.empty, self.trash):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        for tree in (self.tree, self.trash.tree):
            tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusProxy(self.tree)
        self.tree.setObjectName("binder_tree")
        self.empty.setObjectName("binder_empty")

    def _connect(self) -> None:
        self.tree.open_requested.connect(self.open_requested)
        self.tree.tab_requested.connect(self.tab_requested)
        self.tree.selection_changed.connect(self._on_tree_selection_changed)
        self.tree.customContextMenuRequested.connect(self._on_tree_menu_requested)
        self.trash.tree.customContextMenuRequested.connect(self._on_trash_menu_requested)
        self.trash.restore_requested.connect(self.restore_requested)
        self.trash.purge_requested.connect(self.purge_requested)
        self.model.move_requested.connect(self._on_model_move_requested)
        self.model.rename_requested.connect(self.rename_requested)
        self.top.back_requested.connect(self.show_manuscript)
        self.top.title_requested.connect(partial(self.details_requested.emit, "novel"))
        self.top.search_changed.connect(self._on_top_search_changed)
        self.top.search_left.connect(self._on_top_search_left)
        self.top.add_requested.connect(self._on_top_add_requested)
        self.empty.action_requested.connect(self._on_empty_action_requested)
        self.empty.link_requested.connect(self.top.clear_search)
        self.foot.notes.clicked.connect(self._on_notes_clicked)
        self.foot.trash.clicked.connect(self._on_trash_clicked)
        self.foot.notes.ids_dropped.connect(self._on_notes_ids_dropped)
        self.foot.trash.ids_dropped.connect(self.trash_requested)
        self.commands.connect_all(self._handlers())
        self._update_commands()

    def _handlers(self) -> dict[str, Callable[[], None]]:
        asked = {
            "duplicate": self.duplicate_requested,
            "merge": self.merge_requested,
            "trash": self.trash_requested,
        }
        return {
            "open": partial(self._open_chosen, self.open_requested),
            "open_in_tab": partial(self._open_chosen, self.tab_requested),
            "open_beside": partial(self._open_chosen, self.beside_requested),
            "rename": self._rename_current,
            "in_manuscript": self._toggle_in_manuscript,
            "open_all": self.tree.open_all,
            "close_all": self.tree.close_all,
            "put_back": self.trash.put_back.click,
            "purge": self.trash.delete.click,
            **{name: partial(self._ask, wish) for name, wish in asked.items()},
            **{name: partial(self._step, direction) for name, direction in _STEPS.items()},
            **{name: partial(self.ask_for_new, kind) for name, kind in _NEW.items()},
        }

    # -- following -----------------------------------------------------------------------------

    def _show_section(self, section: Section | None) -> None:
        """The manuscript, the notes, or with None the trash."""
        if section is self._section:
            return
        self._section = section
        if section is not None:
            self.tree.show_section(section)
        self._update_place()
        self._update_page()
        self._update_commands()

    def _update_place(self) -> None:
        title = "" if self._novel is None else self._novel.title or self.tr("Untitled novel")
        titles = {
            Section.MANUSCRIPT: title,
            Section.NOTES: self.tr("Notes and research"),
            None: self.tr("Trash"),
        }
        self.top.set_place(
            titles[self._section],
            can_go_back=self._section is not Section.MANUSCRIPT,
            can_add=self._section is not None,
            can_search=self._section is not None,
        )
        notes, trash = self._section is Section.NOTES, self._section is None
        self.foot.set_shown(notes=notes, trash=trash)

    def _update_page(self) -> None:
        """The tree, or what is said where there is nothing to show."""
        if self._section is None:
            self._pages.setCurrentWidget(self.trash)
        elif self.tree.shown.rowCount():
            self._pages.setCurrentWidget(self.tree)
        else:
            self._say_why_empty()
            self._pages.setCurrentWidget(self.empty)

    def _say_why_empty(self) -> None:
        if self.tree.shown.text:
            sentence = self.tr("No title or synopsis has “{text}”.")
            self.empty.set_words(
                sentence.format(text=self.tree.shown.text), link=self.tr("Show everything")
            )
        elif self._section is Section.NOTES:
            self.empty.set_words(
                self.tr("Keep notes and research here, apart from the book."),
                action=self.tr("New note"),
            )
        else:
            self.empty.set_words(
                self.tr("Your chapters and scenes will be listed here."),
                action=self.tr("New scene"),
            )

    def _update_commands(self) -> None:
        """Only what can be done with what is chosen can be chosen."""
        ids = self.selected_ids()
        items = [self.model.tree.items[item_id] for item_id in ids]
        moves = {name: step(self.model.tree, ids, way) for name, way in _STEPS.items()}
        self.commands.enable({name: place is not None for name, place in moves.items()})
        self.commands.enable(possible_with(items))
        self.commands["in_manuscript"].setChecked(all(item.in_manuscript for item in items))

    def _on_tree_selection_changed(self, ids: list[int]) -> None:
        self._update_commands()
        self.selection_changed.emit(ids)

    def _on_top_search_changed(self, text: str) -> None:
        self.tree.search(text)
        self._update_page()

    def _on_top_search_left(self) -> None:
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_notes_clicked(self) -> None:
        is_shown = self._section is Section.NOTES
        self._show_section(Section.MANUSCRIPT if is_shown else Section.NOTES)
        self._update_place()

    def _on_trash_clicked(self) -> None:
        is_shown = self._section is None
        self._show_section(Section.MANUSCRIPT if is_shown else None)
        self._update_place()

    # -- wishes --------------------------------------------------------------------------------

    def _ask(self, wish: SignalInstance) -> None:
        roots = self.model.tree.without_descendants(self.selected_ids())
        if roots:
            wish.emit(roots)

    def _step(self, direction: Step) -> None:
        ids = self.selected_ids()
        place = step(self.model.tree, ids, direction)
        if place is not None:
            self._ask_to_move(self.model.tree.without_descendants(ids), place)

    def _ask_to_move(self, ids: list[int], place: Place) -> None:
        if not changes_nothing(self.model.tree, ids, place):
            self.move_requested.emit(ids, place.parent_id, place.row)

    def _open_chosen(self, wish: SignalInstance) -> None:
        if self.current_id is not None:
            wish.emit(self.current_id)

    def _rename_current(self) -> None:
        if self.current_id is not None:
            self.tree.rename(self.current_id)

    def _toggle_in_manuscript(self) -> None:
        ids = self.selected_ids()
        everywhere = all(self.model.tree.items[item_id].in_manuscript for item_id in ids)
        self._set_attribute("in_manuscript", not everywhere)

    def _set_attribute(self, name: str, value: object) -> None:
        ids = self.selected_ids()
        if ids:
            self.attribute_requested.emit(ids, name, value)

    def _choices(self) -> list[Choices]:
        items = [self.model.tree.items[item_id] for item_id in self.selected_ids()]
        statuses = {item.status_id for item in items}
        labels = {item.label_id for item in items}
        return [
            Choices(
                self.tr("Status"), self.tr("No status"), self._statuses,
                statuses.pop() if len(statuses) == 1 else ..., self._on_status_chosen,
                self.tr("New status…"), partial(self.details_requested.emit, "status"),
            ),
            Choices(
                self.tr("Label"), self.tr("No label"), self._labels,
                labels.pop() if len(labels) == 1 else ..., self._on_label_chosen,
                self.tr("New label…"), partial(self.details_requested.emit, "label"),
            ),
        ]  # fmt: skip

    def _notes_in(self, data: QMimeData) -> list[int]:
        """The dragged ids, if all of them are notes or folders."""
        ids = self.model.dragged_ids(data)
        items = self.model.tree.items
        return ids if all(items[item_id].kind in OUTSIDE for item_id in ids) else []

    def _on_status_chosen(self, status_id: int | None) -> None:
        self._set_attribute("status_id", status_id)

    def _on_label_chosen(self, label_id: int | None) -> None:
        self._set_attribute("label_id", label_id)

    def _on_model_move_requested(self, ids: list[int], parent_id: int | None, row: int) -> None:
        self._ask_to_move(ids, Place(parent_id, row))

    def _on_notes_ids_dropped(self, ids: list[int]) -> None:
        self._ask_to_move(ids, Place(None, len(self.model.tree.children(None))))

    def _on_empty_action_requested(self) -> None:
        self.ask_for_new(ItemKind.NOTE if self._section is Section.NOTES else ItemKind.SCENE)

    def _on_top_add_requested(self, point: QPoint) -> None:
        self.commands.menu(ADD_MENU, self).popup(point)

    def end_menu(self) -> Menu:
        """The menu of the room below the rows: what is new comes at the end."""
        names = NOTES_END_MENU if self._section is Section.NOTES else END_MENU
        made = [(name, partial(self._ask_at_end, _NEW[name])) for name in names]
        return self.commands.menu_of(made, self)

    def _ask_at_end(self, kind: ItemKind) -> None:
        place = place_for_new(self.model.tree, kind, None)
        self.create_requested.emit(str(kind), place.parent_id, place.row)

    def _on_tree_menu_requested(self, point: QPoint) -> None:
        on_row = self.tree.indexAt(point).isValid()
        menu = self.row_menu() if on_row else self.end_menu()
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _on_trash_menu_requested(self, point: QPoint) -> None:
        self.commands["put_back"].setEnabled(bool(self.trash.tree.selected_ids()))
        self.commands["purge"].setEnabled(bool(self.trash.tree.selected_ids()))
        viewport = self.trash.tree.viewport()
        self.commands.menu(TRASH_MENU, self).popup(viewport.mapToGlobal(point))
