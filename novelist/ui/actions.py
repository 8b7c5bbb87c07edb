# SPDX-License-Identifier: MIT
"""Every command of the window as a row of data: where it stands, what it says, its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from novelist.ui.words import QT_TRANSLATE_NOOP

_CONTEXT = "actions"
SEPARATOR: Final = "-"


@dataclass(frozen=True)
class ActionRow:
    """One command: its name is the objectName of its QAction."""

    name: str
    text: str
    keys: str = ""
    checkable: bool = False
    group: str = ""  # actions of one group exclude each other
    shown_keys: str = ""  # whatever has the keyboard takes these itself


@dataclass(frozen=True)
class MenuRow:
    """One menu and the names of its commands, ``SEPARATOR`` between groups."""

    name: str
    text: str
    actions: tuple[str, ...]


ACTIONS: Final[tuple[ActionRow, ...]] = (
    ActionRow("new_novel", QT_TRANSLATE_NOOP("actions", "New novel")),
    ActionRow("novel_details", QT_TRANSLATE_NOOP("actions", "Novel details…")),
    ActionRow("import", QT_TRANSLATE_NOOP("actions", "Import…"), "Ctrl+Shift+I"),
    ActionRow("export", QT_TRANSLATE_NOOP("actions", "Export…"), "Ctrl+Shift+E"),
    ActionRow("save", QT_TRANSLATE_NOOP("actions", "Save now"), "Ctrl+S"),
    ActionRow("open_library", QT_TRANSLATE_NOOP("actions", "Open library…"), "Ctrl+Shift+O"),
    ActionRow("open_server", QT_TRANSLATE_NOOP("actions", "Open library on a server…")),
    ActionRow("check_library", QT_TRANSLATE_NOOP("actions", "Check library…")),
    ActionRow("backups", QT_TRANSLATE_NOOP("actions", "Backups…")),
    ActionRow("shelf", QT_TRANSLATE_NOOP("actions", "Go to the shelf"), "Ctrl+Shift+L"),
    ActionRow("preferences", QT_TRANSLATE_NOOP("actions", "Preferences"), "Ctrl+,"),
    ActionRow("quit", QT_TRANSLATE_NOOP("actions", "Quit"), "Ctrl+Q"),
    ActionRow("undo", QT_TRANSLATE_NOOP("actions", "Undo"), "Ctrl+Z"),
    ActionRow("redo", QT_TRANSLATE_NOOP("actions", "Redo"), "Ctrl+Shift+Z; Ctrl+Y"),
    ActionRow("cut", QT_TRANSLATE_NOOP("actions", "Cut"), shown_keys="Ctrl+X"),
    ActionRow("copy", QT_TRANSLATE_NOOP("actions", "Copy"), shown_keys="Ctrl+C"),
    ActionRow("paste", QT_TRANSLATE_NOOP("actions", "Paste"), shown_keys="Ctrl+V"),
    ActionRow(
        "paste_plain", QT_TRANSLATE_NOOP("actions", "Paste without formatting"),
        shown_keys="Ctrl+Shift+V",
    ),
    ActionRow("select_all", QT_TRANSLATE_NOOP("actions", "Select all"), shown_keys="Ctrl+A"),
    ActionRow("find", QT_TRANSLATE_NOOP("actions", "Find…"), "Ctrl+F"),
    ActionRow("replace", QT_TRANSLATE_NOOP("actions", "Find and replace…"), "Ctrl+H"),
    ActionRow("find_next", QT_TRANSLATE_NOOP("actions", "Find next"), "F3"),
    ActionRow("find_previous", QT_TRANSLATE_NOOP("actions", "Find previous"), "Shift+F3"),
    ActionRow("search", QT_TRANSLATE_NOOP("actions", "Find in the novel…"), "Ctrl+Shift+F"),
    ActionRow("full_width", QT_TRANSLATE_NOOP("actions", "Full-width punctuation…")),
    ActionRow("spelling", QT_TRANSLATE_NOOP("actions", "Check spelling"), "F7", True),
    ActionRow("checks", QT_TRANSLATE_NOOP("actions", "Mark possible slips"), "", True),
    ActionRow("frequency", QT_TRANSLATE_NOOP("actions", "Frequent words")),
    ActionRow("next_misspelt", QT_TRANSLATE_NOOP("actions", "Next misspelt word"), "Alt+F7"),
    ActionRow(
        "previous_misspelt", QT_TRANSLATE_NOOP("actions", "Previous misspelt word"),
        "Alt+Shift+F7",
    ),
    ActionRow("new_scene", QT_TRANSLATE_NOOP("actions", "New scene"), "Ctrl+N"),
    ActionRow("new_chapter", QT_TRANSLATE_NOOP("actions", "New chapter"), "Ctrl+Shift+N"),
    ActionRow("new_part", QT_TRANSLATE_NOOP("actions", "New part")),
    ActionRow("new_note", QT_TRANSLATE_NOOP("actions", "New note")),
    ActionRow("picture", QT_TRANSLATE_NOOP("actions", "Picture…"), "Ctrl+Alt+G"),
    ActionRow("link", QT_TRANSLATE_NOOP("actions", "Link…"), "Ctrl+K"),
    ActionRow("ruby", QT_TRANSLATE_NOOP("actions", "Reading above the letters…"), "Ctrl+Alt+Y"),
    ActionRow("footnote", QT_TRANSLATE_NOOP("actions", "Insert footnote"), "Ctrl+Alt+F"),
    ActionRow("comment", QT_TRANSLATE_NOOP("actions", "Comment"), "Ctrl+Alt+M"),
    ActionRow("comments", QT_TRANSLATE_NOOP("actions", "Show comments"), "Ctrl+Alt+K"),
    ActionRow("next_comment", QT_TRANSLATE_NOOP("actions", "Next comment"), "Ctrl+Alt+PgDown"),
    ActionRow(
        "previous_comment", QT_TRANSLATE_NOOP("actions", "Previous comment"), "Ctrl+Alt+PgUp"
    ),
    ActionRow(
        "resolve_comment", QT_TRANSLATE_NOOP("actions", "Resolve or reopen comment"), "Ctrl+Alt+R"
    ),
    ActionRow(
        "resolved_comments", QT_TRANSLATE_NOOP("actions", "Resolved comments in the text"), "",
        True,
    ),
    ActionRow("split_scene", QT_TRANSLATE_NOOP("actions", "Split scene here"), "Ctrl+Shift+K"),
    ActionRow("show_binder", QT_TRANSLATE_NOOP("actions", "Binder"), "Ctrl+Shift+B", True),
    ActionRow("show_inspector", QT_TRANSLATE_NOOP("actions", "Inspector"), "Ctrl+Shift+J", True),
    ActionRow("history", QT_TRANSLATE_NOOP("actions", "History"), "Ctrl+Alt+H"),
    ActionRow("bible", QT_TRANSLATE_NOOP("actions", "Bible"), "Ctrl+Alt+B"),
    ActionRow("compile", QT_TRANSLATE_NOOP("actions", "Compile…"), "F5"),
    ActionRow(
        "extent_scene", QT_TRANSLATE_NOOP("actions", "One scene"), "Shift+F9", True, "extent"
    ),
    ActionRow(
        "extent_chapter", QT_TRANSLATE_NOOP("actions", "The whole chapter"), "F9", True,
        "extent",
    ),
    ActionRow(
        "extent_novel", QT_TRANSLATE_NOOP("actions", "The whole manuscript"), "Ctrl+F9", True,
        "extent",
    ),
    ActionRow(
        "scene_titles", QT_TRANSLATE_NOOP("actions", "Titles beside the scenes"), "", True
    ),
    ActionRow(
        "scene_synopses", QT_TRANSLATE_NOOP("actions", "Synopses over the scenes"), "", True
    ),
    ActionRow("split_right", QT_TRANSLATE_NOOP("actions", "Split to the right"), "F4"),
    ActionRow("split_below", QT_TRANSLATE_NOOP("actions", "Split below"), "Shift+F4"),
    ActionRow("new_window", QT_TRANSLATE_NOOP("actions", "Open in a new window"), "Ctrl+Shift+W"),
    ActionRow("next_pane", QT_TRANSLATE_NOOP("actions", "Next pane"), "Ctrl+F6"),
    ActionRow("new_tab", QT_TRANSLATE_NOOP("actions", "New tab"), "Ctrl+T"),
    ActionRow("next_tab", QT_TRANSLATE_NOOP("actions", "Next tab"), "Ctrl+Tab"),
    ActionRow("previous_tab", QT_TRANSLATE_NOOP("actions", "Previous tab"), "Ctrl+Shift+Tab"),
    ActionRow("close_tab", QT_TRANSLATE_NOOP("actions", "Close tab"), "Ctrl+F4; Ctrl+W"),
    ActionRow("reopen_tab", QT_TRANSLATE_NOOP("actions", "Reopen closed tab"), "Ctrl+Shift+T"),
    ActionRow("go_back", QT_TRANSLATE_NOOP("actions", "Back"), "Ctrl+["),
    ActionRow("go_forward", QT_TRANSLATE_NOOP("actions", "Forward"), "Ctrl+]"),
    ActionRow("focus_mode", QT_TRANSLATE_NOOP("actions", "Focus mode"), "F8", True),
    ActionRow("focus_choices", QT_TRANSLATE_NOOP("actions", "Choices for focus mode…"), "Shift+F8"),
    ActionRow("typewriter", QT_TRANSLATE_NOOP("actions", "Typewriter scrolling"), "Alt+F8", True),
    ActionRow("dialogue", QT_TRANSLATE_NOOP("actions", "Dialogue in colour"), "Ctrl+F8", True),
    ActionRow("sprint", QT_TRANSLATE_NOOP("actions", "Sprint…"), "F12"),
    ActionRow("bookmark", QT_TRANSLATE_NOOP("actions", "Bookmark here, or remove it"), "Ctrl+F2"),
    ActionRow("next_bookmark", QT_TRANSLATE_NOOP("actions", "Next bookmark"), "Ctrl+F3"),
    ActionRow(
        "previous_bookmark", QT_TRANSLATE_NOOP("actions", "Previous bookmark"), "Ctrl+Shift+F3"
    ),
    ActionRow("bookmarks", QT_TRANSLATE_NOOP("actions", "Bookmarks…"), "Ctrl+Shift+F2"),
    ActionRow(
        "read_aloud", QT_TRANSLATE_NOOP("actions", "Read aloud, or pause"), "Ctrl+Alt+Space"
    ),
    ActionRow("stop_aloud", QT_TRANSLATE_NOOP("actions", "Stop reading aloud"), "Ctrl+Alt+."),
    ActionRow("aloud_faster", QT_TRANSLATE_NOOP("actions", "Read aloud faster"), "Ctrl+Alt+="),
    ActionRow("aloud_slower", QT_TRANSLATE_NOOP("actions", "Read aloud slower"), "Ctrl+Alt+-"),
    ActionRow("minimap", QT_TRANSLATE_NOOP("actions", "Map of the chapter"), "Ctrl+F11", True),
    ActionRow("margin_figures", QT_TRANSLATE_NOOP("actions", "Figures in the margin"), "", True),
    ActionRow("reading_view", QT_TRANSLATE_NOOP("actions", "Read as a book"), "Shift+F11"),
    ActionRow("full_screen", QT_TRANSLATE_NOOP("actions", "Full screen"), "F11", True),
    ActionRow("next_panel", QT_TRANSLATE_NOOP("actions", "Next panel"), "F6"),
    ActionRow("previous_panel", QT_TRANSLATE_NOOP("actions", "Previous panel"), "Shift+F6"),
    ActionRow("theme_system", QT_TRANSLATE_NOOP("actions", "Follow the system"), "", True, "theme"),
    ActionRow("theme_light", QT_TRANSLATE_NOOP("actions", "Light"), "", True, "theme"),
    ActionRow("theme_dark", QT_TRANSLATE_NOOP("actions", "Dark"), "", True, "theme"),
    ActionRow("theme_sepia", QT_TRANSLATE_NOOP("actions", "Sepia"), "", True, "theme"),
)  # fmt: skip

MENUS: Final[tuple[MenuRow, ...]] = (
    MenuRow(
        "file",
        QT_TRANSLATE_NOOP("actions", "File"),
        (
            "new_novel", "novel_details", "shelf", SEPARATOR, "import", "export", "compile",
            SEPARATOR, "save", "open_library", "open_server", SEPARATOR, "backups",
            "check_library", SEPARATOR, "preferences", SEPARATOR, "quit",
        ),
    ),
    MenuRow(
        "edit",
        QT_TRANSLATE_NOOP("actions", "Edit"),
        ("undo", "redo", SEPARATOR, "cut", "copy", "paste", "paste_plain", SEPARATOR, "select_all",
         SEPARATOR, "find", "replace", "find_next", "find_previous", "search"),
    ),
    MenuRow("format", QT_TRANSLATE_NOOP("actions", "Format"), ()),
    MenuRow(
        "outline",
        QT_TRANSLATE_NOOP("actions", "Outline"),
        ("new_scene", "new_chapter", "new_part", "new_note", SEPARATOR, "split_scene"),
    ),
    MenuRow(
        "language",
        QT_TRANSLATE_NOOP("actions", "Language"),
        ("spelling", "next_misspelt", "previous_misspelt", SEPARATOR, "checks", "frequency",
         "full_width"),
    ),
    MenuRow(
        "reading",
        QT_TRANSLATE_NOOP("actions", "Reading"),
        ("reading_view", SEPARATOR, "bookmark", "next_bookmark", "previous_bookmark",
         "bookmarks", SEPARATOR, "minimap", "margin_figures", SEPARATOR,
         "read_aloud", "stop_aloud", "aloud_faster", "aloud_slower"),
    ),
    MenuRow(
        "comments",
        QT_TRANSLATE_NOOP("actions", "Comments"),
        ("comment", SEPARATOR, "next_comment", "previous_comment", SEPARATOR, "resolve_comment",
         "comments", "resolved_comments"),
    ),
    MenuRow(
        "view",
        QT_TRANSLATE_NOOP("actions", "View"),
        (
            "bible", "history", SEPARATOR, "extent_scene", "extent_chapter", "extent_novel",
            "scene_titles", "scene_synopses", SEPARATOR, "show_binder", "show_inspector",
            "full_screen", SEPARATOR, "focus_mode", "typewriter", "focus_choices", "sprint",
            "dialogue", SEPARATOR, "theme_system", "theme_light", "theme_dark", "theme_sepia",
        ),
    ),
    MenuRow(
        "window",
        QT_TRANSLATE_NOOP("actions", "Window"),
        (
            "split_right", "split_below", "new_window", "next_pane", SEPARATOR, "new_tab",
            "next_tab", "previous_tab", "close_tab", "reopen_tab", SEPARATOR, "go_back",
            "go_forward", SEPARATOR, "next_panel", "previous_panel",
        ),
    ),
)  # fmt: skip

NEEDS_LIBRARY: Final = ("new_novel", "import", "shelf")
NEEDS_STEPS: Final = ("undo", "redo")  # those of the open novel, its history too, or of the shelf
NEEDS_NOVEL: Final = (
    "novel_details", "export", "save", "new_scene", "new_chapter", "new_part", "new_note",
    "split_scene", "picture", "link", "ruby", "footnote", "show_binder", "show_inspector",
    "bible", "history", "compile", "extent_scene", "extent_chapter",
    "extent_novel", "scene_titles", "scene_synopses", "split_right", "split_below", "new_window",
    "next_pane", "new_tab", "next_tab", "previous_tab", "close_tab", "reopen_tab", "go_back",
    "comment", "comments", "next_comment", "previous_comment", "resolve_comment",
    "resolved_comments",
    "go_forward", "spelling", "checks", "frequency", "next_misspelt", "previous_misspelt",
    "search", "find", "replace", "find_next", "find_previous", "focus_mode", "typewriter",
    "dialogue", "sprint", "full_width", "bookmark", "next_bookmark", "previous_bookmark",
    "bookmarks", "reading_view", "margin_figures", "minimap",
    "read_aloud",
)  # fmt: skip
NEEDS_READING: Final = ("stop_aloud", "aloud_faster", "aloud_slower")  # something is read aloud


class Actions(QObject):
    """The QActions of ``ACTIONS``, belonging to the window so that their keys work everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._words: dict[str, Callable[[], str]] = {}
        for row in ACTIONS:
            self._actions[row.name] = self._make(row, window)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, handlers: dict[str, Callable[[], None]]) -> None:
        """Run the handler when its command is chosen; the argument of ``triggered`` is dropped."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(lambda _checked=False, run=handler: run())

    def enable(self, names: Iterable[str], enabled: bool) -> None:
        """Switch commands on or off."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu into the menu bar."""
        for row in MENUS:
            # Made here and not by the bar: Shiboken may take what Qt made for deleted as soon as
            # something else that knew of it is gone.
            menu = QMenu(bar)
            bar.addMenu(menu)
            menu.setObjectName(f"menu_{row.name}")
            self._menus[row.name] = menu
            self._fill_menu(menu, row)
        self.retranslate()

    def menu(self, name: str) -> QMenu:
        """The menu with this name, to add the commands of a panel to it."""
        return self._menus[name]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for row in ACTIONS:
            self._actions[row.name].setText(_words(row))
        self.retell()
        for menu in MENUS:
            if menu.name in self._menus:
                self._menus[menu.name].setTitle(QCoreApplication.translate(_CONTEXT, menu.text))

    def say(self, name: str, words: Callable[[], str]) -> None:
        """Let a command say what it would do at this moment; ``retell`` asks again."""
        self._words[name] = words

    def retell(self) -> None:
        """Ask the commands of ``say`` for their present words."""
        for name, words in self._words.items():
            self._actions[name].setText(words())

    def _make(self, row: ActionRow, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(f"action_{row.name}")
        action.setShortcuts([QKeySequence(keys) for keys in row.keys.split("; ") if keys])
        action.setCheckable(row.checkable)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(self))
            group.addAction(action)
        window.addAction(action)
        return action

    def _fill_menu(self, menu: QMenu, row: MenuRow) -> None:
        for name in row.actions:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])


def _words(row: ActionRow) -> str:
    text = QCoreApplication.translate(_CONTEXT, row.text)
    keys = QKeySequence(row.shown_keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}\t{keys}" if keys else text
