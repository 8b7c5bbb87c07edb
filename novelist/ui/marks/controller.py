# SPDX-License-Identifier: MIT
"""Joins links, readings and languages to the text that is written in."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from novelist.domain.document import LANGUAGE, LINK, RUBY
from novelist.domain.links import link_address
from novelist.ui.editor.properties import LINE_SEPARATOR, OBJECT_CHARACTER
from novelist.ui.editor.valued_marks import (
    replace_words,
    set_value,
    set_values,
    stretch,
    value_at,
)
from novelist.ui.marks.languages import LanguageMenu
from novelist.ui.widgets.menu_rows import menu_row, put_first

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.marks.link_sheet import LinkSheet
    from novelist.ui.marks.ruby_sheet import RubySheet

_KEEP: Final = QTextCursor.MoveMode.KeepAnchor
_PARAGRAPH: Final = "\u2029"
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_LEFT: Final = Qt.MouseButton.LeftButton


class MarksController(QObject):
    """One for the life of the window. ``open_url`` is how an address is opened."""

    def __init__(
        self, controller: Controller, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(controller)
        self._controller, self.open_url = controller, open_url
        self._editor = controller.workspace.editor
        self._edit = self._editor.edit
        self._links: LinkSheet | None = None
        self._rubies: RubySheet | None = None
        self._about = QTextCursor()  # what the open sheet is about
        self._edit.viewport().installEventFilter(self)
        self._editor.menu_opening.connect(self._on_editor_menu_opening)
        self._editor.page_settings_changed.connect(self._on_editor_page_settings_changed)
        self.languages = LanguageMenu(controller.context.theme, controller.window)
        self.languages.aboutToShow.connect(self._fill_languages)
        self.languages.chosen.connect(self.choose_language)
        actions = controller.window.actions_
        actions.connect_all({"link": self.show_link, "ruby": self.show_ruby})

    @property
    def _may_write(self) -> bool:
        return self._edit.live is not None and not self._edit.isReadOnly()

    # -- links ---------------------------------------------------------------------------------

    def show_link(self) -> None:
        """Make the selection a link, or change the one at the caret."""
        if not self._may_write or self._edit.selects_beyond:
            return
        self._about = stretch(self._edit.textCursor(), LINK)
        words = self._about.selectedText()
        is_plain = not any(each in words for each in (_PARAGRAPH, LINE_SEPARATOR, OBJECT_CHARACTER))
        address = value_at(self._about.block(), self._about.selectionStart(), LINK)
        self._link_sheet().ask(address, words if is_plain else None)

    def _link_sheet(self) -> LinkSheet:
        from novelist.ui.marks.link_sheet import LinkSheet  # noqa: PLC0415 - when wanted

        if self._links is None:
            context = self._controller.context
            self._links = LinkSheet(context.theme, context.icons, self._controller.window)
            self._links.applied.connect(self._on_link_applied)
            self._links.remove_requested.connect(self._on_link_remove_requested)
        return self._links

    def _on_link_applied(self, words: str, address: str) -> None:
        about = self._about
        if not words and about.hasSelection():
            self._change(lambda: set_value(about, LINK, address))
        else:
            self._change(lambda: replace_words(about, words or address, LINK, address))

    def _on_link_remove_requested(self) -> None:
        self._change(lambda: set_value(self._about, LINK, ""))

    def open_link(self, address: str) -> None:
        """Open a page or mail elsewhere; what is neither is never opened."""
        safe = link_address(address)
        if safe is not None:
            self.open_url(QUrl(safe, QUrl.ParsingMode.StrictMode))

    def link_at(self, point: QPointF) -> str:
        """The address of the link at a point of the viewport; "" where there is none."""
        cursor = self._edit.cursorForPosition(point.toPoint())
        return value_at(cursor.block(), cursor.position(), LINK)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and a click open a link."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() != _LEFT or event.modifiers() != _CONTROL:
            return False
        address = self.link_at(event.position())
        if address:
            self.open_link(address)
        return bool(address)

    # -- readings ------------------------------------------------------------------------------

    def show_ruby(self) -> None:
        """Write a reading over the selection, or change the one at the caret."""
        if not self._may_write or self._edit.selects_beyond:
            return
        about = stretch(self._edit.textCursor(), RUBY)
        if not about.hasSelection():
            about.movePosition(QTextCursor.MoveOperation.PreviousCharacter, _KEEP)
        if not about.hasSelection() or _PARAGRAPH in about.selectedText():
            return
        self._about = about
        reading = value_at(about.block(), about.selectionStart(), RUBY)
        self._ruby_sheet().ask(about.selectedText(), reading)

    def _ruby_sheet(self) -> RubySheet:
        from novelist.ui.marks.ruby_sheet import RubySheet  # noqa: PLC0415 - when wanted

        if self._rubies is None:
            context = self._controller.context
            self._rubies = RubySheet(context.theme, context.icons, self._controller.window)
            self._rubies.applied.connect(self._on_ruby_applied)
        return self._rubies

    def _on_ruby_applied(self, reading: str) -> None:
        about, syllables = self._about, reading.split()
        letters = about.selectedText()
        alike = any(one == two for one, two in itertools.pairwise(syllables))
        if len(syllables) == len(letters) > 1 and not alike:
            self._change(lambda: set_values(about, RUBY, syllables))
        else:
            self._change(lambda: set_value(about, RUBY, reading))

    # -- languages -----------------------------------------------------------------------------

    def choose_language(self, tag: str) -> None:
        """Say which language the selection is in, or the word at the caret; "" is the novel's."""
        if not self._may_write or self._edit.selects_beyond:
            return
        about = stretch(self._edit.textCursor(), LANGUAGE)
        if not about.hasSelection():
            about.select(QTextCursor.SelectionType.WordUnderCursor)
        self._change(lambda: set_value(about, LANGUAGE, tag))

    def _fill_languages(self) -> None:
        cursor = self._edit.textCursor()
        place = cursor.selectionStart()
        chosen = value_at(cursor.document().findBlock(place), place, LANGUAGE)
        self.languages.fill(chosen)

    # -- inside --------------------------------------------------------------------------------

    def _change(self, change: Callable[[], None]) -> None:
        self._edit.change(lambda _cursor: change(), follow=False)

    def _on_editor_menu_opening(self, menu: QMenu, position: int) -> None:
        """Over a link the menu begins with it; a selection can be made one, or given a reading."""
        if self._may_write and self._edit.textCursor().hasSelection():
            menu.addSeparator()
            menu.addActions([self._controller.window.actions_[name] for name in ("link", "ruby")])
            menu.addMenu(self.languages)
        block = self._edit.document().findBlock(position)
        address = value_at(block, position, LINK)
        if not address:
            return
        opening = menu_row(
            menu, self.tr("Open link"), "menu_link_open", partial(self.open_link, address)
        )
        put_first(menu, [opening, self._controller.window.actions_["link"]])

    def _on_editor_page_settings_changed(self) -> None:
        """Letters are as far apart as their readings need in the new size."""
        self._editor.documents.layers.refresh()
