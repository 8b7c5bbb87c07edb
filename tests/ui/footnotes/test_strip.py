# SPDX-License-Identifier: MIT
"""The strip of the notes: what is written in looks as what is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from novelist.domain.document import FOOTNOTE, Atom, Block, Document, document_of
from novelist.domain.document_text import block_to_json
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.styles import PageStyle
from novelist.ui.editor.typesetting import Typesetting
from novelist.ui.footnotes.strip import FootnoteStrip

INK = 80  # the lightness of words; the number, the caret and all grounds are lighter
SAID = {
    "zh": ("鲸鱼在海里游。" * 9, "第二段也在边上，不缩进。"),
    "en": ("A whale was alive in the sea. " * 5, "Its second paragraph."),
}


def noted(language):
    """A text with one note of two paragraphs."""
    blocks = [block_to_json(block) for block in document_of(*SAID[language])]
    return Document((Block("p", (Atom(FOOTNOTE, {"id": "n", "blocks": blocks}),)),))


def ink(strip):
    """Where the words of the first note are on the screen."""
    row = strip.list.visualRect(strip.model.index(0))
    area = strip.delegate.text_rect(row)
    image = strip.list.viewport().grab(area).toImage()
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < INK
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.fixture
def strip(theme, icons, qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.resize(700, 900)
    panel.show()
    yield FootnoteStrip(theme, icons, Typesetting(theme), panel)
    panel.hide()


@pytest.mark.parametrize("language", SAID)
def test_a_note_stands_where_it_stood_while_it_is_written(strip, theme, qtbot, language):
    documents = Documents(theme, strip)
    live = documents.open(1, noted(language), PageStyle.of(language))
    strip.show_notes(live.notes, language)
    strip.resize(700, 300)
    strip.show()
    before = ink(strip)
    strip.write_in(1)
    assert strip.findChild(QWidget, "note_edit") is not None
    assert ink(strip) == before
