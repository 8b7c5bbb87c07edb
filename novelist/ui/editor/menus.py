# SPDX-License-Identifier: MIT
"""The two menus of the editor: over the text, and of the typeface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QFontDatabase
from PySide6.QtWidgets import QMenu, QWidget

from novelist.domain.languages import is_han
from novelist.ui.editor.formatting import (
    ALIGN_ROWS,
    CLIPBOARD_ROWS,
    FORMAT_MENU,
    KIND_ROWS,
    MARK_ROWS,
    ZOOM_ROWS,
    Formatting,
)
from novelist.ui.editor.page import PageSettings
from novelist.ui.fonts import BOOK_FACES
from novelist.ui.theme import Theme, load_tokens
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.retranslated import Retranslated


def text_menu(formatting: Formatting, theme: Theme, parent: QWidget) -> Menu:
    """Cut, copy, paste, formatting, split: what the right mouse button opens over the text."""
    menu = Menu(theme, parent)
    menu.setObjectName("text_menu")
    menu.addActions(formatting.of(CLIPBOARD_ROWS[:4]))
    menu.addSeparator()
    words = QCoreApplication.translate("formatting", "Format")
    formats = Menu(theme, menu)
    formats.setTitle(words)
    fill_format_menu(formats, formatting, theme)
    menu.addMenu(formats)
    menu.addSeparator()
    menu.addActions([formatting["scene_break"], formatting["split"]])
    menu.addSeparator()
    menu.addAction(formatting["select_all"])
    return menu


def styles_menu(formatting: Formatting, theme: Theme, parent: QWidget) -> Menu:
    """All styles of blocks and characters in one menu: what is in force is checked."""
    menu = Menu(theme, parent)
    menu.setObjectName("styles_menu")
    kinds = formatting.of(KIND_ROWS)
    menu.addActions([kinds[-1], *kinds[:-1], formatting["scene_break"]])
    menu.addSeparator()
    menu.addActions(formatting.of(MARK_ROWS))
    menu.addSeparator()
    aligned = _NamedMenu(FORMAT_MENU[-1][0], theme, menu)
    aligned.addActions(formatting.of(ALIGN_ROWS))
    menu.addMenu(aligned)
    return menu


def fill_format_menu(menu: QMenu, formatting: Formatting, theme: Theme) -> None:
    """Marks first, the rest in menus of its own: so it fits on a low screen."""
    for words, rows in FORMAT_MENU:
        if words:
            inside = _NamedMenu(words, theme, menu)
            inside.addActions(formatting.of(rows))
            menu.addMenu(inside)
        else:
            menu.addActions(formatting.of(rows))
            menu.addSeparator()


class _NamedMenu(Retranslated, Menu):
    """A menu inside another that stays: its name follows the language of the interface."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name."""
        self.setTitle(QCoreApplication.translate("formatting", self._words))


def typeface_menu(
    formatting: Formatting,
    settings: PageSettings,
    language: str,
    choose: Callable[[PageSettings], None],
    theme: Theme,
    parent: QWidget,
) -> Menu:
    """The faces for the novel's script, and the size of the text."""
    menu = Menu(theme, parent)
    menu.setObjectName("typeface_menu")
    han = is_han(language)
    families = han_faces() if han else [face.family for face in BOOK_FACES]
    chosen = settings.han_face if han else settings.face or theme.book_family
    group = QActionGroup(menu)
    for family in families:
        action = QAction(family, menu)
        action.setCheckable(True)
        action.setChecked(family == (chosen or families[0]))
        wanted = replace(settings, han_face=family) if han else replace(settings, face=family)
        action.triggered.connect(lambda _checked=False, new=wanted: choose(new))
        group.addAction(action)
        menu.addAction(action)
    menu.addSeparator()
    menu.addActions(formatting.of(ZOOM_ROWS))
    return menu


def han_faces() -> Sequence[str]:
    """The Chinese book faces of this computer, the most fitting first."""
    installed = set(QFontDatabase.families())
    wanted: list[str] = load_tokens()["font"]["book_cjk"]
    return [family for family in wanted if family in installed]
