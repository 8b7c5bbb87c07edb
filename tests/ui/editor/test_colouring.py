# SPDX-License-Identifier: MIT
"""What is laid over a text: layers that come and go, overlap, and change nothing in it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QColor, QFont, QTextCharFormat

from novelist.domain.document import document_of
from novelist.ui.editor.colouring import Part, merged
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.styles import PageStyle

STYLE = PageStyle.of("en", 1.0)


def red():
    result = QTextCharFormat()
    result.setForeground(QColor("red"))
    return result


def bold():
    result = QTextCharFormat()
    result.setFontWeight(QFont.Weight.Bold)
    return result


class Letters:
    """Colours every place of a letter."""

    def __init__(self, letter, given):
        self.letter, self.given = letter, given

    def parts(self, block):
        for place, letter in enumerate(block.text()):
            if letter == self.letter:
                yield Part(place, 1, self.given)


@pytest.fixture
def documents(theme, qapp):
    return Documents(theme, qapp)


@pytest.fixture
def live(documents):
    return documents.open(1, document_of("abba", "cab"), STYLE)


def painted(live, number=0):
    block = live.document.findBlockByNumber(number)
    return {
        (part.start, part.length, part.format.fontWeight() == QFont.Weight.Bold)
        for part in block.layout().formats()
    }


def test_a_layer_colours_the_texts_that_follow(documents, live):
    documents.layers.add(Letters("a", red()))
    live.colours.follow()
    assert painted(live) == {(0, 1, False), (3, 1, False)}
    assert painted(live, 1) == {(1, 1, False)}


def test_a_layer_that_is_taken_away_leaves_nothing(documents, live):
    layer = Letters("a", red())
    documents.layers.add(layer)
    live.colours.follow()
    documents.layers.remove(layer)
    live.colours.follow()
    assert painted(live) == set()


def test_one_block_can_be_asked_for_again(documents, live):
    layer = Letters("a", red())
    documents.layers.add(layer)
    live.colours.follow()
    layer.letter = "b"
    documents.layers.block_changed.emit(live.document, 1)
    assert painted(live) == {(0, 1, False), (3, 1, False)}
    assert painted(live, 1) == {(2, 1, False)}


def test_colours_are_no_part_of_the_text_and_need_no_saving(documents, live):
    before = live.snapshot()
    documents.layers.add(Letters("a", red()))
    live.colours.follow()
    assert live.snapshot() == before
    assert not live.is_dirty
    assert not live.document.isUndoAvailable()


def test_layers_that_overlap_are_both_seen():
    found = list(merged([Part(0, 4, red()), Part(2, 4, bold())]))
    assert [(part.start, part.length) for part in found] == [(0, 2), (2, 2), (4, 2)]
    both = found[1].format
    assert both.foreground().color() == QColor("red")
    assert both.fontWeight() == QFont.Weight.Bold


def test_merging_covers_each_place_once_whatever_overlaps():
    chance = random.Random(5)
    for _ in range(50):
        parts = [
            Part(chance.randrange(30), chance.randrange(1, 9), chance.choice((red(), bold())))
            for _ in range(8)
        ]
        covered = {place for part in parts for place in range(part.start, part.end)}
        found = [place for part in merged(parts) for place in range(part.start, part.end)]
        assert sorted(found) == sorted(covered)
