# SPDX-License-Identifier: MIT
"""A page whose words are judged by somebody who knows a few."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from novelist.domain.document import document_of
from novelist.services.spelling.dictionaries import Dictionary, Origin
from novelist.ui.editor.underlines import Line
from novelist.ui.spelling.checking import Checking
from novelist.ui.tasks import Tasks
from tests.ui.editor.conftest import Page, heard, page

__all__ = ["page"]

DICTIONARIES = {
    name: Dictionary(name, Path("nowhere"), Origin.BUNDLED) for name in ("en_US", "en_GB", "fr")
}


@dataclass
class KnowsSome:
    """A speller: every word in which there is no q is right, and in French none with a k."""

    asked: list[str] = field(default_factory=list)
    error: Exception | None = None
    gate: asyncio.Event | None = None

    async def find_wrong(self, dictionary, words):
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error
        self.asked += words
        letters = "k" if dictionary.name == "fr" else "q"
        return frozenset(word for word in words if letters in word.lower())

    async def suggest(self, dictionary, word):
        if self.error is not None:
            raise self.error
        return [word.replace("q", letter) for letter in "ckg"]

    def forget(self):
        self.asked.clear()

    def close(self):
        pass


@dataclass
class Desk:
    """The page, who looks over it, and what is underlined on it."""

    page: Page
    checking: Checking
    speller: KnowsSome

    def underlined(self, number=None):
        """The words with a wavy line, of one block or of all."""
        document = self.page.edit.document()
        blocks = range(document.blockCount()) if number is None else [number]
        return [
            block.text()
            .encode("utf-16-le")[2 * part.start : 2 * (part.start + part.length)]
            .decode("utf-16-le")
            for block in map(document.findBlockByNumber, blocks)
            for part in self.page.edit.live.underlines.of(block)
            if part.line is Line.WAVE
        ]

    async def settle(self):
        """Wait until everything was looked over."""
        if not self.checking.is_settled:
            await heard(self.checking.settled)

    async def show(self, *paragraphs, language="en"):
        self.checking.set_language(language)
        self.page.show(document_of(*paragraphs))
        await self.settle()


@pytest.fixture
def desk(page):
    keeper, speller, errors = QObject(), KnowsSome(), []
    tasks = Tasks(keeper, errors.append)
    checking = Checking(page.documents, page.edit, speller, tasks, keeper)
    page.documents.layers.changed.connect(page.edit.follow_layers)
    checking.use(DICTIONARIES)
    checking.switch(True)
    yield Desk(page, checking, speller)
    assert not errors
    tasks.cancel_all()
    checking.switch(False)
    keeper.deleteLater()
