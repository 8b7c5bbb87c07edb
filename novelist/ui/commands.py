# SPDX-License-Identifier: MIT
"""What the commands of ``ui/actions.py`` do, and when each of them can be chosen."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication

from novelist.domain.enums import ExportFormat, ItemKind
from novelist.services.library.signing import sign_as
from novelist.ui.actions import NEEDS_LIBRARY, NEEDS_NOVEL, NEEDS_STEPS
from novelist.ui.bible.item_fields import ItemFields
from novelist.ui.bookmarks.controller import BookmarksController
from novelist.ui.clipboard_commands import ClipboardCommands
from novelist.ui.comments.controller import CommentsController
from novelist.ui.editor.formatting import INSERT_ROWS
from novelist.ui.editor.menus import fill_format_menu
from novelist.ui.editor.page import PageSettings, page_settings
from novelist.ui.focus.controller import SETTINGS as FOCUS_SETTINGS
from novelist.ui.focus.controller import FocusController
from novelist.ui.frequency.controller import FrequencyController
from novelist.ui.marks.controller import MarksController
from novelist.ui.novel_details.controller import NovelDetailsController
from novelist.ui.pictures.controller import PicturesController
from novelist.ui.spelling.controller import SpellingController
from novelist.ui.trash_reader import TrashReader
from novelist.ui.typing.controller import TypingController
from novelist.ui.undo_commands import UndoCommands
from novelist.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from novelist.domain.library_place import ServerAddress
    from novelist.services.exporting.written_files import ExportResult
    from novelist.ui.bible.controller import BibleController
    from novelist.ui.cancellable import Cancellable
    from novelist.ui.compile.controller import CompileController
    from novelist.ui.controller import Controller
    from novelist.ui.editor.scene_search import SceneSearch
    from novelist.ui.exporting.sheet import ExportSheet
    from novelist.ui.preferences.sheet import PreferencesSheet
    from novelist.ui.reading.controller import ReadingController
    from novelist.ui.search.controller import SearchController
    from novelist.ui.server_sheet import ServerSheet

_PAPER: Final = ("page_sheet", "page_paper", "page_ink")
_PAGE: Final = ("zoom", "leading", "line_width", "paragraph_space")
_THEMES: Final = ("system", "light", "dark", "sepia")
_BESIDE_TEXT: Final = ("bible", "search", "history", "compile")
"""Pages of the open novel, but the one to write on."""
_FRAME: Final = 1 / 60  # seconds in which the window can be painted and a key be taken


class Commands(QObject):
    """Connects every command of the window to what does it."""

    chosen = Signal(str)
    """A setting of this name has another value now."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._window = controller.window
        self._actions = controller.window.actions_
        self._settings = controller.context.settings
        self._export: ExportSheet | None = None
        self._preferences: PreferencesSheet | None = None
        self._server: ServerSheet | None = None
        self._search: SearchController | None = None
        self._scene_search: SceneSearch | None = None
        self._reading: ReadingController | None = None
        self._compile: CompileController | None = None
        self._bible: BibleController | None = None
        outline, shelf = controller.workspace.outline.steps, controller.shelf.steps
        self._undo = UndoCommands(controller.window, outline, shelf)
        controller.workspace.editor.edit.past = self._undo
        self._clipboard = ClipboardCommands(self._actions)
        self.details = NovelDetailsController(controller)
        self._trash = TrashReader(controller.context, controller.workspace, controller.tasks)
        self.spelling = SpellingController(controller)
        self.typing = TypingController(controller)
        self.pictures = PicturesController(controller)
        self.marks = MarksController(controller)
        self.chosen.connect(self._on_chosen)
        self.focus = FocusController(controller)
        self.bookmarks = BookmarksController(controller)
        self.comments = CommentsController(controller)
        self.frequency = FrequencyController(controller)
        self.item_fields = ItemFields(controller)
        self._connect()
        self.enable_library(False)
        self.enable_novel(False)

    def _connect(self) -> None:
        controller, workspace = self._controller, self._controller.workspace
        self._actions.connect_all(
            {
                "new_novel": controller.shelf.create_novel,
                "novel_details": self.details.show,
                "import": lambda: controller.start_import([]),
                "export": self.show_export,
                "save": self.save,
                "find": lambda: self.scene_search.open(),
                "replace": lambda: self.scene_search.open(replacing=True),
                "find_next": lambda: self.scene_search.step(1),
                "find_previous": lambda: self.scene_search.step(-1),
                "search": self.show_search,
                "reading_view": self.show_reading,
                "history": self.show_history,
                "compile": self.show_compile,
                "bible": self.show_bible,
                "open_library": controller.ask_for_library,
                "open_server": self.show_server,
                "backups": controller.backups.show,
                "check_library": controller.faults.check_library,
                "shelf": controller.show_shelf,
                "preferences": self.show_preferences,
                "undo": self._undo.undo,
                "redo": self._undo.redo,
                "new_scene": lambda: workspace.create_item(ItemKind.SCENE),
                "new_chapter": lambda: workspace.create_item(ItemKind.CHAPTER),
                "new_part": lambda: workspace.create_item(ItemKind.PART),
                "new_note": lambda: workspace.create_item(ItemKind.NOTE),
                "split_scene": workspace.split_here,
                "footnote": workspace.footnotes.insert,
                "show_binder": workspace.page.toggle_binder,
                "show_inspector": workspace.page.toggle_inspector,
                "full_screen": self.toggle_full_screen,
                "next_panel": lambda: self._step_panel(1),
                "previous_panel": lambda: self._step_panel(-1),
            }
        )
        for choice in _THEMES:
            self._actions[f"theme_{choice}"].triggered.connect(self._theme_setter(choice))
        workspace.manuscript.connect_actions(self._actions, self.choose)
        workspace.page.layout_changed.connect(self._show_layout)
        self._window.rail.preferences_requested.connect(self.show_preferences)
        self._window.rail.menu_requested.connect(self.show_menu)
        self._window.status.language_requested.connect(self.show_language)
        self._window.page_changed.connect(self._on_page_changed)
        self._fill_format_menu()
        workspace.editor.page_settings_changed.connect(self._on_page_settings_changed)
        workspace.editor.full_screen_requested.connect(self.toggle_full_screen)
        self._show_choices()
        self._show_layout()

    def _fill_format_menu(self) -> None:
        menu = self._actions.menu("format")
        formatting = self._controller.workspace.editor.formatting
        fill_format_menu(menu, formatting, self._controller.context.theme)
        menu.addSeparator()
        menu.addActions(formatting.of(INSERT_ROWS[:2]))
        menu.insertActions(menu.actions()[0], [formatting["styles"]])
        menu.addMenu(self.marks.languages)
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in ("link", "ruby", "picture")])
        menu.addAction(self._actions["footnote"])

    # -- which commands there are --------------------------------------------------------------

    def enable_library(self, enabled: bool) -> None:
        """Commands that need an open library."""
        self._actions.enable(NEEDS_LIBRARY, enabled)

    def enable_novel(self, enabled: bool) -> None:
        """Commands that need a novel at the front."""
        self._actions.enable(NEEDS_NOVEL, enabled)
        page, has_novel = self._window.current_page, self._controller.workspace.novel_id is not None
        in_novel = enabled or (page in _BESIDE_TEXT and has_novel)
        self._actions.enable(NEEDS_STEPS, in_novel or page == "shelf")
        for name in _BESIDE_TEXT:
            self._actions[name].setEnabled(in_novel)
        self._actions.menu("format").setEnabled(enabled)

    def _on_page_changed(self, page: str) -> None:
        self.enable_novel(page == "write" and self._controller.workspace.novel_id is not None)

    def _show_layout(self) -> None:
        state = self._controller.context.state
        self._actions["show_binder"].setChecked(state.binder_visible)
        self._actions["show_inspector"].setChecked(state.inspector_visible)

    def show_history(self) -> None:
        """Show the history of the scene that is open."""
        self._controller.tasks.latest("show_history", self._show_history())

    async def _show_history(self) -> None:
        """In turns of the loop: loading the page for the first time takes a while."""
        await asyncio.to_thread(importlib.import_module, "novelist.ui.history.controller")
        history = self._controller.history
        await asyncio.sleep(_FRAME)
        history.show()

    @property
    def search(self) -> SearchController:
        """The page "Search", made when it is first wanted."""
        from novelist.ui.search.controller import SearchController  # noqa: PLC0415 - when wanted

        if self._search is None:
            self._search = SearchController(self._controller)
        return self._search

    @property
    def scene_search(self) -> SceneSearch:
        """Find and replace in the open text, made when it is first wanted."""
        from novelist.ui.editor.scene_search import SceneSearch  # noqa: PLC0415 - when wanted
        from novelist.ui.search.across_scenes import AcrossScenes  # noqa: PLC0415

        if self._scene_search is None:
            context = self._controller.context
            editor = self._controller.workspace.editor
            self._scene_search = SceneSearch(editor, context.theme, context.icons)
            AcrossScenes(self._controller, self._scene_search)
        return self._scene_search

    @property
    def reading(self) -> ReadingController:
        """The page "Reading", made when it is first wanted."""
        from novelist.ui.reading.controller import ReadingController  # noqa: PLC0415 - when wanted

        if self._reading is None:
            self._reading = ReadingController(self._controller)
        return self._reading

    def show_reading(self) -> None:
        """Read the novel as a book."""
        self.reading.show()

    @property
    def compile(self) -> CompileController:
        """The page "Compile", made when it is first wanted."""
        from novelist.ui.compile.controller import CompileController  # noqa: PLC0415 - when wanted

        if self._compile is None:
            self._compile = CompileController(self._controller)
        return self._compile

    def show_compile(self) -> None:
        """Show what the novel can become."""
        self._controller.tasks.latest("show_compile", self._show_compile())

    async def _show_compile(self) -> None:
        """In turns of the loop, as the history."""
        await asyncio.to_thread(importlib.import_module, "novelist.ui.compile.controller")
        self.compile.show()

    @property
    def bible(self) -> BibleController:
        """The page "Bible", made when it is first wanted."""
        from novelist.ui.bible.controller import BibleController  # noqa: PLC0415 - when wanted

        if self._bible is None:
            self._bible = BibleController(self._controller)
        return self._bible

    def show_bible(self) -> None:
        """Show the people, places and things of the novel."""
        self._controller.tasks.latest("show_bible", self._show_bible())

    async def _show_bible(self) -> None:
        """In turns of the loop, as the history."""
        await asyncio.to_thread(importlib.import_module, "novelist.ui.bible.controller")
        self.bible.show()

    def show_search(self) -> None:
        """Find and replace, in the novel or wherever it was done last."""
        self._controller.tasks.latest("show_search", self._show_search())

    async def _show_search(self) -> None:
        """In turns of the loop, as the history."""
        await asyncio.to_thread(importlib.import_module, "novelist.ui.search.controller")
        self.search.show()

    def save(self) -> None:
        """Put everything typed on disk, and mark the scene as saved by the writer."""
        self._controller.tasks.start(self._save())

    async def _save(self) -> None:
        from novelist.services.history.snapshots import mark_version  # noqa: PLC0415 - when wanted

        workspace = self._controller.workspace
        await workspace.flush()
        item_id, novel_id = workspace.editor.current_item_id, workspace.novel_id
        if item_id is not None and novel_id is not None:
            await mark_version(novel_id, item_id)

    # -- what opens over the window ------------------------------------------------------------

    def show_menu(self) -> None:
        """All menus below one button."""
        menu = Menu(self._controller.context.theme, self._window)
        menu.setObjectName("main_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._window.menuBar().actions():
            menu.addAction(action)
        button = self._window.rail.button("menu")
        corner = button.mapToGlobal(QPoint(button.width() + 4, button.height()))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def show_preferences(self) -> None:
        """Everything that can be chosen, changing at once."""
        self._preferences_sheet().open_preferences()

    def show_focus_choices(self) -> None:
        """The page where focus mode is set."""
        self._preferences_sheet().open_focus()

    def show_language(self) -> None:
        """The page where the language of the interface is chosen."""
        self._preferences_sheet().open_language()

    def _preferences_sheet(self) -> PreferencesSheet:
        from novelist.ui.preferences.sheet import PreferencesSheet  # noqa: PLC0415 - when wanted

        context = self._controller.context
        if self._preferences is None:
            self._preferences = PreferencesSheet(
                context.theme,
                context.icons,
                self._window,
                context.settings,
                library=context.library,
            )
            self._preferences.setting_changed.connect(self.choose)
            self._preferences.library_open_requested.connect(self._on_library_open_requested)
            self._preferences.library_create_requested.connect(self._on_library_create_requested)
            backups = self._controller.backups
            self._preferences.backups_requested.connect(backups.show)
            self._preferences.back_up_requested.connect(backups.keeper.back_up_now)
            self.spelling.attend(self._preferences.spelling)
        self.spelling.refresh_preferences()
        self._preferences.show_library(context.library)
        return self._preferences

    def show_server(self) -> None:
        """Open a library that others may have open too."""
        from novelist.ui.server_sheet import ServerSheet  # noqa: PLC0415 - when wanted

        if self._server is None:
            context = self._controller.context
            self._server = ServerSheet(context.theme, context.icons, self._window)
            self._server.chosen.connect(self._on_server_chosen)
        self._server.ask()

    def _on_server_chosen(self, address: ServerAddress) -> None:
        controller = self._controller
        controller.lead.start(controller.switch_library(address, create=True))

    def show_export(self) -> None:
        """Take the novel out."""
        self._controller.tasks.start(self._show_export())

    async def _show_export(self) -> None:
        workspace = self._controller.workspace
        await workspace.flush()
        if workspace.novel_id is None:
            return
        sheet = self._export_sheet()
        from novelist.domain.outline import in_manuscript  # noqa: PLC0415 - when wanted
        from novelist.ui.exporting.form import ExportSubject  # noqa: PLC0415

        items = workspace.items
        inside = {item.id for item, _ in in_manuscript(items)}
        texts = [item for item in items if ItemKind(item.kind) is ItemKind.SCENE]
        sheet.open_for(
            ExportSubject(
                workspace.novel.title,
                workspace.novel.language,
                sum(item.words for item in items if item.id in inside),
                sum(item.id not in inside for item in texts),
            )
        )

    async def _export_novel(
        self, output: Path, format_: ExportFormat, per_chapter: bool, work: Cancellable
    ) -> ExportResult:
        from novelist.services.exporting.exporting import export_novel  # noqa: PLC0415 - when wanted

        novel = self._controller.workspace.novel
        return await export_novel(
            novel.id,
            output=output,
            format=format_,
            per_chapter=per_chapter,
            progress=work.report,
            stopped=work.is_stopped,
        )

    def _export_sheet(self) -> ExportSheet:
        """The one sheet of the window: it remembers the format that was chosen last."""
        from novelist.ui.exporting.sheet import ExportSheet  # noqa: PLC0415 - when wanted

        if self._export is None:
            context = self._controller.context
            folder = context.settings.export_folder
            self._export = ExportSheet(
                context.theme,
                context.icons,
                self._controller.tasks,
                self._window,
                export=self._export_novel,
                folder=Path(folder) if folder else None,
            )
            self._export.folder_changed.connect(self._on_export_folder_changed)
        return self._export

    def _on_export_folder_changed(self, folder: Path) -> None:
        self.choose("export_folder", str(folder))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        fills = not self._window.isFullScreen()
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._actions["full_screen"].setChecked(fills)
        self._controller.workspace.editor.header.full_screen.setChecked(fills)

    def _step_panel(self, step: int) -> None:
        """Give the keyboard to the next part of the window: rail, binder, text, inspector."""
        beside = {
            "search": lambda: self.search.page.panels(),
            "history": lambda: self._controller.history.page.panels(),
            "reading": lambda: self.reading.page.panels(),
            "compile": lambda: self.compile.page.panels(),
            "bible": lambda: self.bible.page.panels(),
        }
        inside = beside.get(self._window.current_page, self._controller.workspace.panels)()
        panels = [self._window.rail, *inside, self._window.status]
        focused = QApplication.focusWidget()
        current = next(
            (i for i, panel in enumerate(panels) if focused and panel.isAncestorOf(focused)), -1
        )
        for offset in range(1, len(panels) + 1):
            panel = panels[(current + step * offset) % len(panels)]
            if panel.isVisible() and self._controller.workspace.give_focus(panel):
                return

    # -- what was chosen -----------------------------------------------------------------------

    def _theme_setter(self, choice: str) -> Callable[[bool], None]:
        return lambda _checked: self.choose("theme", choice)

    def choose(self, name: str, value: object) -> None:
        """Give a setting another value: it holds at once, and at the next start."""
        context = self._controller.context
        setattr(self._settings, name, value)
        if name == "theme":
            context.theme.set_choice(str(value))
        elif name == "language":
            context.language.choose(str(value))
        elif name == "typeface":
            context.theme.set_book_family(str(value))
        elif name in FOCUS_SETTINGS:
            self.focus.show_choices()
        elif name == "spelling":
            self.spelling.show_choice()
        elif name == "typing":
            self._controller.typing.choose(self._settings.typing)
        elif name in ("checks", "checks_off"):
            self.spelling.checks.show_choice()
        elif name == "resolved_comments":
            self.comments.show_choice()
        elif name == "author":
            sign_as(str(value))
            self.comments.show_choice()
        self._show_choices()
        self.chosen.emit(name)
        self._controller.tasks.start(context.keep_settings())

    def _on_chosen(self, name: str) -> None:
        editor, settings = self._controller.workspace.editor, self._settings
        if name in _PAPER:
            editor.paper.choose(settings.page_sheet, settings.page_paper, settings.page_ink)
        elif name in _PAGE:
            editor.set_page_settings(page_settings(settings, editor.page_settings))

    def _on_page_settings_changed(self, page: PageSettings) -> None:
        self._settings.zoom = round(page.zoom * 100)
        if page.face:
            self._settings.typeface = page.face
        self._controller.tasks.start(self._controller.context.keep_settings())

    def _show_choices(self) -> None:
        self._actions[f"theme_{self._controller.context.theme.choice}"].setChecked(True)

    def _on_library_open_requested(self, path: Path) -> None:
        self._controller.lead.start(self._controller.switch_library(path))

    def _on_library_create_requested(self, path: Path) -> None:
        self._controller.lead.start(self._controller.switch_library(path, create=True))
