# SPDX-License-Identifier: MIT
"""Dialogue in a colour: follows what is typed, switched on and off, Qt's positions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from novelist.domain.document import document_of
from novelist.ui.focus.dialogue import DialogueLayer


@pytest.fixture
def layer(page, theme):
    result = DialogueLayer(theme, page.documents.layers, lambda: page.language)
    page.documents.layers.changed.connect(page.edit.follow_layers)
    result.switch(True)
    return result


def coloured(page, theme, number=0):
    QCoreApplication.processEvents()  # a text that was shown just now is coloured in its turn
    block = page.edit.document().findBlockByNumber(number)
    text = block.text().encode("utf-16-le")
    wanted = theme.colour("dialogue")
    return [
        text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        for each in block.layout().formats()
        if each.format.foreground().color() == wanted
    ]


@pytest.mark.usefixtures("layer")
def test_what_is_spoken_is_coloured_as_it_is_typed(page, theme):
    page.show(document_of(""))
    QTest.keyClicks(page.edit, '"Go," he said. "Now')
    assert coloured(page, theme) == ['"Go,"', '"Now']
    QTest.keyClicks(page.edit, '!" He went.')
    assert coloured(page, theme) == ['"Go,"', '"Now!"']


@pytest.mark.usefixtures("layer")
def test_characters_beyond_the_plane_shift_nothing(page, theme):
    page.show(document_of("🌊𠮷说：“走🌊吧。”他没动。"))
    assert coloured(page, theme) == ["“走🌊吧。”"]


@pytest.mark.usefixtures("layer")
def test_dashes_are_those_of_the_language(page, theme):
    page.language = "fr"
    page.show(document_of("— Viens, dit-il, il est tard."))
    assert coloured(page, theme) == ["— Viens,", " il est tard."]


def test_switched_off_nothing_is_coloured(page, theme, layer):
    page.show(document_of("“Go.”"))
    layer.switch(False)
    assert coloured(page, theme) == []
    layer.switch(True)
    assert coloured(page, theme) == ["“Go.”"]
