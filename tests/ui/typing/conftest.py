# SPDX-License-Identifier: MIT
"""The page of the editor's tests, with smart typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.typing.choices import TypingChoices, to_json
from novelist.ui.typing.smart import SmartTyping
from tests.ui.editor.conftest import Page
from tests.ui.editor.conftest import page as page
from tests.ui.editor.conftest import store as store


class Typist:
    """Types on a page by keys and input methods."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.smart = SmartTyping(page.edit)
        self._scene = 100

    def begin(self, *paragraphs: str, language: str = "en", **chosen: object) -> None:
        """A scene in a language, the caret at its end."""
        choices = TypingChoices(expansions={"hm": "harbour master"})
        for name, value in chosen.items():
            choices = choices.choose(language, name, value)
        self.smart.choose(to_json(choices))
        self.page.language = language
        document = d.document_of(*paragraphs) if paragraphs else d.EMPTY
        self._scene += 1
        self.page.show(document, self._scene)
        self.page.edit.set_caret_position(self.page.edit.document().characterCount())

    def type(self, text: str) -> None:
        """Press a key for each character."""
        for character in text:
            if character == "\n":
                self.press(Qt.Key.Key_Return)
            elif character.isascii():
                QTest.keyClicks(self.page.edit, character)
            else:  # no key of the test keyboard
                kind, none = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
                QCoreApplication.sendEvent(self.page.edit, QKeyEvent(kind, 0, none, character))

    def commit(self, *texts: str) -> None:
        """What an input method commits, piece by piece."""
        for text in texts:
            self.page.compose("", text)

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.page.edit, key, modifiers)

    def undo(self) -> None:
        """Press Ctrl+Z."""
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        """Press Ctrl+Shift+Z."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self.press(Qt.Key.Key_Z, both)

    @property
    def there(self) -> str:
        """The text with the caret as a “|”."""
        edit = self.page.edit
        cursor = edit.textCursor()
        lines = list(self.page.lines)
        block = cursor.block()
        before = block.text().encode("utf-16-le", "surrogatepass")[: 2 * cursor.positionInBlock()]
        head = before.decode("utf-16-le", "surrogatepass")
        lines[block.blockNumber()] = f"{head}|{block.text()[len(head) :]}"
        return "\n".join(lines)


@pytest.fixture
def typist(page: Page) -> Typist:
    """Somebody who types on the page."""
    return Typist(page)
