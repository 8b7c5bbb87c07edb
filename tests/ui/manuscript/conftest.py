# SPDX-License-Identifier: MIT
"""A flow of scenes to write in, with real keys and a real mouse; texts come when a test says so."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest

from novelist.domain.document import Document, document_of
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.manuscript.section import FlowScene
from novelist.ui.manuscript.view import ManuscriptView


@dataclass
class Flowing:
    """The view, and what a test asks of it. Items are numbered from 1."""

    view: ManuscriptView
    documents: Documents
    stored: dict[int, Document]
    delays: bool = False
    asked: list[int] = field(default_factory=list)

    def give(self, item_ids: list[int]) -> None:
        self.asked += item_ids
        if not self.delays:
            self.bring(item_ids)

    def bring(self, item_ids: list[int] | None = None) -> None:
        for item_id in list(item_ids or self.asked):
            style = self.view.pen.style_of_page
            self.view.put(item_id, self.documents.open(item_id, self.stored[item_id], style))
        if item_ids is None:
            self.asked.clear()

    def texts(self) -> list[str]:
        """The texts as they are on the screen or, where they are not open, as they were stored."""
        found = []
        for item_id, stored in self.stored.items():
            live = self.documents.find(item_id)
            document = stored if live is None else live.snapshot()
            found.append("/".join(block.plain_text for block in document))
        return found

    def documents_of(self) -> list[Document]:
        """The documents of all scenes as they are on the screen; all must be open."""
        lives = (self.documents.find(item_id) for item_id in self.stored)
        return [live.snapshot() for live in lives if live is not None]

    def marked(self, name: str) -> list[str]:
        """The stretches that have this mark, of all scenes."""
        return [
            inline.text
            for document in self.documents_of()
            for block in document
            for inline in block.inlines
            if any(mark.name == name for mark in inline.marks)
        ]

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.view.pen, key, modifiers)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.view.pen, words)

    @property
    def place(self) -> tuple[int, int]:
        caret = self.view.caret
        return (caret.item_id, caret.position)

    def point(self, item_id: int, position: int) -> QPoint:
        section = self.view.flow.find(item_id)
        line = section.line_at(position)
        top = self.view.text_top(section)
        return QPoint(round(self.view.flow.left + line.x()), round(top + line.center().y()))


@pytest.fixture
def make_flow(qtbot, theme):
    keeper = QObject()
    made = []

    def make(*texts: Document | str, delays: bool = False, size=(900, 700)) -> Flowing:
        documents = Documents(theme, keeper)
        pen = ManuscriptEdit(theme)
        view = ManuscriptView(theme, documents, pen)
        stored = {
            n: text if isinstance(text, Document) else document_of(*text.split("/"))
            for n, text in enumerate(texts, 1)
        }
        flowing = Flowing(view, documents, stored, delays)
        view.texts_needed.connect(flowing.give)
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.take_pen()
        view.show_scenes([scene(n, text) for n, text in stored.items()])
        made.append(flowing)
        return flowing

    yield make
    for flowing in made:
        flowing.view.pen.show_nothing()
    keeper.deleteLater()


def scene(number: int, text: Document) -> FlowScene:
    return FlowScene(
        number,
        f"Scene {number}",
        heading="Chapter 1" if number == 1 else "",
        characters=sum(len(block.plain_text) for block in text),
    )
