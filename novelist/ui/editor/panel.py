# SPDX-License-Identifier: MIT
"""The editor's panel: header, banner, the page, and what is there while no scene is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.domain.document import Document
from novelist.domain.excerpts import shortened
from novelist.ui.editor.anchor import Anchor
from novelist.ui.editor.autosave import Autosave, SaveText
from novelist.ui.editor.counts import SceneCounter
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.format_bar import FormatBar
from novelist.ui.editor.formatting import Formatting
from novelist.ui.editor.header import EditorHeader
from novelist.ui.editor.menus import styles_menu, text_menu, typeface_menu
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.paper import Paper
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from novelist.ui.manuscript.section import FlowScene
    from novelist.ui.manuscript.view import ManuscriptView

_BEGINNING: Final = 28  # characters that name a scene without a title beside the place it has


class EditorPanel(QWidget):
    """Shows the text of one item at a time and hands what is typed to ``save``.

    It knows no service: ``save(item_id, document)`` returns when the text is on disk.
    """

    title_edited = Signal(int, str)
    split_requested = Signal(int, int, int)  # item, block, offset in code points
    counts_changed = Signal(int, object)  # item, Counts
    page_settings_changed = Signal(object)  # PageSettings
    new_scene_requested = Signal()
    binder_toggle_requested = Signal()
    inspector_toggle_requested = Signal()
    full_screen_requested = Signal()
    menu_opening = Signal(Menu, int)
    """The menu over the text opens for this position: rows may be put above the others."""
    place_changed = Signal()  # caret or scroll are elsewhere
    scene_left = Signal()  # another scene of the flow is about to be written in
    scene_entered = Signal(int)  # the caret went into the text of this item by itself
    text_shown = Signal()  # another text is written in, or none

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        save: SaveText,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place: tuple[str, ...] = ()
        self._banner: QWidget | None = None
        self._untitled: Callable[[], str] = str
        self._name_of: Callable[[int], str] = lambda _item_id: ""
        self._language = "en"
        self.flow: ManuscriptView | None = None  # None: one scene is shown alone
        self._flow_page: QWidget = self
        self.setObjectName("editor_panel")
        self.paper = Paper(theme, self)
        self.documents = Documents(self.paper, self)
        self.autosave = Autosave(self.documents, save, tasks, self)
        self.counter = SceneCounter(self)
        self.header = EditorHeader(theme, icons, self)
        self.edit = ManuscriptEdit(self.paper, self)
        self.formatting = Formatting(self.edit, theme, icons)
        self.format_bar = FormatBar(self.edit, self.formatting, theme)
        self.empty = EmptyState(theme, icons, "pen-line", self)
        theme.lay_ground(self, "page")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_nothing()

    # -- what is shown -------------------------------------------------------------------------

    @property
    def current_item_id(self) -> int | None:
        """The item whose text is shown."""
        return self.edit.live.item_id if self.edit.live is not None else None

    @property
    def caret(self) -> int:
        """Where the caret is, to be given back to ``show_text`` another day."""
        return self.edit.place[0]

    @property
    def scroll_position(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self.edit.place[1]

    @property
    def first_line(self) -> Anchor:
        """The first line that is seen: it comes back in another width too."""
        return self.edit.anchoring.first_line()

    def show_text(
        self,
        item_id: int,
        document: Document,
        *,
        title: str,
        place: Sequence[str] = (),
        language: str = "en",
        untitled: Callable[[], str] = str,
        caret: int | None = None,
        scroll: int | None = None,
        first_line: Anchor | None = None,
    ) -> None:
        """Show the text of an item and let it be written.

        ``place`` names what the scene is in, the outermost first; ``untitled`` says in the
        language of the interface what stands for a title that is missing. Without ``caret`` and
        ``scroll`` the page is where it was left; ``first_line`` says it for every width.
        """
        self._leave()
        self._language, self._untitled = language, untitled
        live = self.documents.open(item_id, document, self.page_settings.style(language))
        if self.flow is not None and self.flow.flow.find(item_id) is not None:
            self._stack.setCurrentWidget(self._flow_page)
            self.flow.put(item_id, live)
            self.flow.enter(item_id, caret)
        else:
            self._stack.setCurrentWidget(self.edit)  # first: shown, it scrolls to the caret
            self.edit.show_live(live, language)
        self.note_scene(title, place, untitled)
        if self.flow is None:
            self._restore(caret, scroll, first_line)

    def note_scene(
        self, title: str, place: Sequence[str] = (), untitled: Callable[[], str] = str
    ) -> None:
        """Another text is written in now: say where its scene stands."""
        live = self.edit.live
        self.documents.hold(self.edit, () if live is None else (live.item_id,))
        self.counter.show(live)
        self._untitled = untitled
        self.edit.title.set_title(title, untitled())
        self.set_place(place)
        self.formatting.refresh()
        self.text_shown.emit()

    def show_nothing(self) -> None:
        """Show that no scene is open."""
        self._leave()
        self.edit.show_nothing()
        self.documents.let_go(self.edit)
        self.counter.show(None)
        self.set_place(())
        self.formatting.refresh()
        self._stack.setCurrentWidget(self.empty)
        self.text_shown.emit()

    def begin_flow(self, flow: ManuscriptView, scenes: Sequence[FlowScene], page: QWidget) -> None:
        """Let the open scene be written among these from now on; the caret stays where it is.

        ``page`` holds the flow, perhaps beside others.
        """
        live, y = self.edit.live, self.edit.cursorRect().top()
        self._leave()
        self.flow, self._flow_page = flow, page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.removeWidget(self.edit)
        flow.take_pen()
        flow.show_scenes(scenes)
        if live is not None:
            self._stack.setCurrentWidget(page)
            flow.put(live.item_id, live)
            flow.show_caret_at(y)

    def switch_flow(self, flow: ManuscriptView) -> None:
        """Write on another page of scenes from now on."""
        if self.flow is None or self.flow is flow:
            return
        self._leave()
        had_focus = self.edit.hasFocus()
        self.flow.give_pen_back()
        self.flow = flow
        flow.take_pen()
        if had_focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_flow(self) -> None:
        """Show the scene that is written in alone again."""
        if self.flow is None:
            return
        self._leave()
        flow, self.flow = self.flow, None
        had_focus = self.edit.hasFocus()
        y = flow.caret_line().top()
        flow.give_pen_back()
        self._stack.addWidget(self.edit)
        if self.edit.live is not None:
            self._stack.setCurrentWidget(self.edit)
            self.edit.show_live(self.edit.live, self._language)
            self.edit.anchoring.hold(Anchor(self.edit.textCursor().position(), max(y, 0)))
        if had_focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_of(self, item_id: int) -> Document | None:
        """The text of an item as it is on the screen; None where it is not open."""
        live = self.documents.find(item_id)
        return live.snapshot() if live is not None else None

    def replace_text(self, item_id: int, document: Document) -> None:
        """Show what another part of the program made of an open text; its history begins anew."""
        live = self.documents.find(item_id)
        if live is not None and live is self.edit.live:
            self.edit.replace_shown(document)
        elif live is not None:
            live.replace(document)

    def close_text(self, item_id: int) -> None:
        """Forget the text of an item that is gone."""
        if self.current_item_id == item_id:
            self.show_nothing()
        self.documents.close(item_id)

    def close_texts(self) -> None:
        """Forget all texts: their novel is left."""
        self.end_flow()
        self.show_nothing()
        for item_id in list(self.documents):
            self.documents.close(item_id)

    def set_title(self, item_id: int, title: str) -> None:
        """Show the title that an item was given elsewhere."""
        if item_id == self.current_item_id:
            self.edit.title.set_title(title, self._untitled())
            self.set_place(self._place)

    def name_with(self, name_of: Callable[[int], str]) -> None:
        """Let the header call a scene without a title as this says: by its first words."""
        self._name_of = name_of

    def set_place(self, place: Sequence[str]) -> None:
        """Show in the header what the scene is in."""
        self._place, live, title = tuple(place), self.edit.live, self.edit.title.title
        beginning = "" if live is None else shortened(self._name_of(live.item_id), _BEGINNING)
        name = title or beginning
        parts = [*place, name or self._untitled()] if live is not None else []
        self.header.place.set_parts(parts, is_titled=bool(title))

    def set_banner(self, banner: QWidget | None) -> None:
        """Put a banner between the header and the page, or take it away."""
        shown, self._banner = self._banner, banner
        if shown is not None and self._banners.indexOf(shown) >= 0:
            self._banners.removeWidget(shown)
            if shown is not banner:
                shown.hide()
        if banner is not None:
            self._banners.addWidget(banner)
            banner.show()
        side = self._theme.space("l") if banner is not None else 0
        self._banners.setContentsMargins(side, 0, side, 0)

    def set_side(self, side: QWidget) -> None:
        """Put something to the right of the page."""
        self._row.addWidget(side)

    def set_foot(self, foot: QWidget) -> None:
        """Put something below the page, as wide as it: not below what is beside it."""
        self._page_column.addWidget(foot)

    def focus_text(self) -> None:
        """Put the keyboard on the text."""
        target: QWidget = self.edit if self.edit.live is not None else self.empty.action
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_title(self) -> None:
        """Put the keyboard on the title, all of it selected."""
        self.edit.title.select_all_and_focus()

    # -- the page ------------------------------------------------------------------------------

    @property
    def page_settings(self) -> PageSettings:
        """The face and the zoom of the page."""
        return self.edit.settings

    def set_page_settings(self, settings: PageSettings) -> None:
        """Set the page in another face or size."""
        if settings != self.page_settings:
            self.edit.set_settings(settings)
            self.page_settings_changed.emit(settings)

    # -- saving --------------------------------------------------------------------------------

    def save_now(self) -> None:
        """Hand what is typed to the store at once."""
        self.edit.commit_composition()
        self.autosave.save_now()

    async def flush(self) -> None:
        """Return when everything typed is on disk; raises ``NovelistError`` if some is not."""
        self.edit.commit_composition()
        await self.autosave.flush()

    # -- inside --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Editor"))
        self.empty.set_words(
            self.tr("Choose a scene, or begin a new one."), action=self.tr("New scene")
        )
        self.formatting.retranslate()
        self.edit.title.set_untitled(self._untitled())
        self.set_place(self._place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "empty"):
            self.retranslate()

    def _lay_out(self) -> None:
        self._banners = QVBoxLayout()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._banners)
        self._page_column = QVBoxLayout()
        self._page_column.setSpacing(0)
        self._page_column.addWidget(self._stack, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addLayout(self._page_column, 1)
        column.addLayout(self._row, 1)

    def _connect(self) -> None:
        self.header.binder_toggle_requested.connect(self.binder_toggle_requested)
        self.header.inspector_toggle_requested.connect(self.inspector_toggle_requested)
        self.header.full_screen_requested.connect(self.full_screen_requested)
        self.header.typeface_requested.connect(self._on_header_typeface_requested)
        self.empty.action_requested.connect(self.new_scene_requested)
        self.counter.counts_changed.connect(self.counts_changed)
        self.edit.title.title_edited.connect(self._on_title_edited)
        self.edit.split_requested.connect(self._on_edit_split_requested)
        self.edit.zoom_requested.connect(self._on_edit_zoom_requested)
        self.edit.menu_requested.connect(self._on_edit_menu_requested)
        self.edit.styles_requested.connect(self._on_edit_styles_requested)
        self.edit.focus_left.connect(self.autosave.save_now)
        self.documents.layers.changed.connect(self.edit.follow_layers)
        self.documents.layers.underlined.connect(self.edit.follow_underlines)
        self.edit.cursorPositionChanged.connect(self.place_changed)
        self.edit.verticalScrollBar().valueChanged.connect(self.place_changed)

    def _leave(self) -> None:
        """Before another text is shown: nothing of this one may be lost."""
        if self.edit.live is not None:
            self.save_now()
        self.format_bar.hide()

    def _restore(self, caret: int | None, scroll: int | None, first_line: Anchor | None) -> None:
        if caret is not None:
            self.edit.set_caret_position(caret)
        if scroll is not None:
            self.edit.set_scroll(scroll)
        if first_line is not None and scroll:
            self.edit.anchoring.hold(first_line)

    def _on_title_edited(self, title: str) -> None:
        self.set_place(self._place)
        if self.current_item_id is not None:
            self.title_edited.emit(self.current_item_id, title)

    def _on_edit_split_requested(self, block: int, offset: int) -> None:
        if self.current_item_id is not None:
            self.split_requested.emit(self.current_item_id, block, offset)

    def _on_edit_zoom_requested(self, steps: int) -> None:
        zoom = self.page_settings.zoomed(steps) if steps else 1.0
        self.set_page_settings(replace(self.page_settings, zoom=zoom))

    def _on_edit_menu_requested(self, point: QPoint) -> None:
        menu = text_menu(self.formatting, self._theme, self)
        self.menu_opening.emit(menu, self.edit.menu_place)
        self._pop_up(menu, point)

    def _on_edit_styles_requested(self, point: QPoint) -> None:
        self._pop_up(styles_menu(self.formatting, self._theme, self), point)

    def _on_header_typeface_requested(self, point: QPoint) -> None:
        menu = typeface_menu(
            self.formatting,
            self.page_settings,
            self._language,
            self.set_page_settings,
            self._theme,
            self,
        )
        self._pop_up(menu, point)

    def _pop_up(self, menu: Menu, point: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
