# SPDX-License-Identifier: MIT
"""The binder's own commands as rows of data, and the menus made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.choices import Choices
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

SEPARATOR: Final = "-"


@dataclass(frozen=True)
class CommandRow:
    """One command; its keys work while the tree has the focus."""

    name: str
    text: str
    keys: str = ""
    checkable: bool = False


COMMANDS: Final[tuple[CommandRow, ...]] = (
    CommandRow("open", QT_TRANSLATE_NOOP("binder", "Open")),
    CommandRow("open_in_tab", QT_TRANSLATE_NOOP("binder", "Open in a new tab"), "Ctrl+Return"),
    CommandRow("open_beside", QT_TRANSLATE_NOOP("binder", "Open beside"), "Alt+Return"),
    CommandRow("rename", QT_TRANSLATE_NOOP("binder", "Rename"), "F2"),
    CommandRow("duplicate", QT_TRANSLATE_NOOP("binder", "Duplicate"), "Ctrl+Shift+D"),
    CommandRow("merge", QT_TRANSLATE_NOOP("binder", "Merge scenes")),
    CommandRow("in_manuscript", QT_TRANSLATE_NOOP("binder", "In the manuscript"), "", True),
    CommandRow("move_up", QT_TRANSLATE_NOOP("binder", "Move up"), "Alt+Up"),
    CommandRow("move_down", QT_TRANSLATE_NOOP("binder", "Move down"), "Alt+Down"),
    CommandRow("move_out", QT_TRANSLATE_NOOP("binder", "Move one level out"), "Alt+Left"),
    CommandRow("move_in", QT_TRANSLATE_NOOP("binder", "Move one level in"), "Alt+Right"),
    CommandRow("open_all", QT_TRANSLATE_NOOP("binder", "Expand all")),
    CommandRow("close_all", QT_TRANSLATE_NOOP("binder", "Collapse all")),
    CommandRow("trash", QT_TRANSLATE_NOOP("binder", "Move to Trash"), "Del"),
    CommandRow("new_scene", QT_TRANSLATE_NOOP("binder", "New scene")),
    CommandRow("new_chapter", QT_TRANSLATE_NOOP("binder", "New chapter")),
    CommandRow("new_part", QT_TRANSLATE_NOOP("binder", "New part")),
    CommandRow("new_front", QT_TRANSLATE_NOOP("binder", "New front matter")),
    CommandRow("new_back", QT_TRANSLATE_NOOP("binder", "New back matter")),
    CommandRow("new_note", QT_TRANSLATE_NOOP("binder", "New note")),
    CommandRow("new_folder", QT_TRANSLATE_NOOP("binder", "New folder")),
    CommandRow("put_back", QT_TRANSLATE_NOOP("binder", "Put back")),
    CommandRow("purge", QT_TRANSLATE_NOOP("binder", "Delete for ever…")),
)
_TRASH_COMMANDS: Final = frozenset({"put_back", "purge"})
_SHOWN_KEYS: Final = {"new_scene": "Ctrl+N", "new_chapter": "Ctrl+Shift+N"}  # the window's own

ADD_MENU: Final = (
    "new_scene", "new_chapter", "new_part", SEPARATOR, "new_front", "new_back", SEPARATOR,
    "new_note", "new_folder",
)  # fmt: skip
TRASH_MENU: Final = ("put_back", SEPARATOR, "purge")
END_MENU: Final = ("new_part", "new_chapter", "new_scene")
NOTES_END_MENU: Final = ("new_note", "new_folder")
_ROW_MENU: Final = (
    "open", "open_in_tab", "open_beside", "rename", SEPARATOR, "new_scene", "new_chapter",
    SEPARATOR,
)  # fmt: skip
_NOTE_MENU: Final = (
    "open", "open_in_tab", "open_beside", "rename", SEPARATOR, "new_note", "new_folder", SEPARATOR,
)  # fmt: skip
_OPENING: Final = ("open", "open_in_tab", "open_beside")
_MOVES: Final = ("move_up", "move_down", "move_out", "move_in", SEPARATOR)
_END: Final = ("open_all", "close_all", SEPARATOR, "trash")


class BinderCommands(QObject):
    """The QActions of ``COMMANDS``; keys belong to ``tree``, so that a field keeps its own."""

    def __init__(self, tree: QWidget, theme: Theme) -> None:
        super().__init__(tree)
        self._theme = theme
        self._actions = {row.name: self._make(row, tree) for row in COMMANDS}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, handlers: dict[str, Callable[[], None]]) -> None:
        """Run the handler when its command is chosen; the argument of ``triggered`` is dropped."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(lambda _checked=False, run=handler: run())

    def enable(self, enabled: Mapping[str, bool]) -> None:
        """Switch commands on or off."""
        for name, is_enabled in enabled.items():
            self._actions[name].setEnabled(is_enabled)

    def menu(self, names: Sequence[str], parent: QWidget) -> Menu:
        """A menu of these commands."""
        menu = Menu(self._theme, parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, names)
        return menu

    def menu_of(self, rows: Iterable[tuple[str, Callable[[], None]]], parent: QWidget) -> Menu:
        """A menu of commands by their names, each doing what is given with it."""
        menu = Menu(self._theme, parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, handler in rows:
            action = menu.addAction(self._actions[name].text().partition("\t")[0])
            action.setObjectName(f"binder_end_{name}")
            action.triggered.connect(lambda _checked=False, run=handler: run())
        return menu

    def fill(self, menu: QMenu, names: Sequence[str]) -> None:
        """Add these commands to a menu."""
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])

    def row_menu(self, parent: QWidget, *, notes: bool, choices: Sequence[Choices]) -> Menu:
        """The menu of the chosen rows; ``choices`` become menus inside it."""
        menu = self.menu(_NOTE_MENU if notes else _ROW_MENU, parent)
        self.fill(menu, ("duplicate",) if notes else ("duplicate", "merge", SEPARATOR))
        if not notes:
            for choice in choices:
                choice.add_to(menu, self._theme)
            self.fill(menu, ("in_manuscript",))
        menu.addSeparator()
        self.fill(menu, (*_MOVES, *_END))
        return menu

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for row in COMMANDS:
            text = QCoreApplication.translate("binder", row.text)
            keys = QKeySequence(_SHOWN_KEYS.get(row.name, ""))
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            self._actions[row.name].setText(f"{text}\t{shown}" if shown else text)

    def _make(self, row: CommandRow, tree: QWidget) -> QAction:
        action = QAction(tree)
        action.setObjectName(f"binder_{row.name}")
        action.setCheckable(row.checkable)
        if row.keys:
            action.setShortcut(QKeySequence(row.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if row.name not in _TRASH_COMMANDS:
            tree.addAction(action)
        return action


def possible_with(items: Sequence[OutlineItem]) -> dict[str, bool]:
    """Which commands make sense for the chosen items; moves depend on places, not on this."""
    scenes = [item for item in items if item.kind == ItemKind.SCENE]
    some = bool(items)
    return {
        **dict.fromkeys(_OPENING, len(items) == 1 and ItemKind(items[0].kind).has_text),
        "rename": some,
        "duplicate": some,
        "trash": some,
        "in_manuscript": some,
        "merge": len(scenes) > 1 and len(scenes) == len(items),
    }
