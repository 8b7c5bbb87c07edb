# SPDX-License-Identifier: MIT
"""How Chinese stands on the page: gaps beside Latin letters, marks at the edges of lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QInputMethodEvent

from novelist.domain import document as d
from novelist.domain.typing.choices import TypingChoices, to_json
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.tasks import Tasks
from novelist.ui.typing.smart import SmartTyping
from novelist.ui.typing.spacing_layer import SpacingLayer

NEVER_FIRST = "，。、；：？！）》〉」』】”’…"
NEVER_LAST = "（《〈「『【“‘"
PROSE = (
    "他说：“你好，世界。”她笑了（真的吗？），「好」『坏』《书》还有……没有吗？是的！他走了，"
    "三％的人（一）没有来。【注】〈篇〉间隔、顿号；分号！叹号：“冒号”。”他说。嗯……”“好吧。”"
) * 6


@pytest.fixture
def panel(qtbot, theme, icons, store):
    keeper = QObject()
    panel = EditorPanel(theme, icons, Tasks(keeper, pytest.fail), store.save)
    qtbot.addWidget(panel)
    panel.typing = SmartTyping(panel.edit)
    SpacingLayer(panel, panel.typing)
    panel.resize(900, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    for text in panel.documents.dirty():
        text.saved_revision = text.revision
    panel.show_nothing()
    keeper.deleteLater()


def show(panel, text, language="zh"):
    panel.show_text(1, d.document_of(text), title="", language=language)
    QCoreApplication.processEvents()  # Qt asks for colours in the next turn


def gaps(panel):
    """The characters that a gap follows on the page."""
    block = panel.edit.document().firstBlock()
    wide = block.text().encode("utf-16-le")
    return [
        wide[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
        for part in block.layout().formats()
        if part.format.fontLetterSpacing()
    ]


def test_a_gap_is_shown_between_han_and_latin_letters_and_is_not_in_the_text(panel):
    show(panel, "𠮷读War第3遍。")
    assert "".join(gaps(panel)) == "读r第3"
    assert panel.text_of(1) == d.document_of("𠮷读War第3遍。")


def test_the_gap_moves_what_follows_it(panel):
    show(panel, "他读War")
    line = panel.edit.document().firstBlock().layout().lineAt(0)
    with_gap = line.cursorToX(5)[0]
    panel.typing.choose(to_json(TypingChoices().choose("zh", "spacing", False)))
    line = panel.edit.document().firstBlock().layout().lineAt(0)
    assert gaps(panel) == []
    assert with_gap - line.cursorToX(5)[0] == pytest.approx(0.2 * 19, abs=0.3)


def test_other_languages_have_none(panel):
    show(panel, "a 他b", "en")
    assert gaps(panel) == []


def test_a_word_that_is_composed_is_not_disturbed(panel, qtbot):
    show(panel, "他读War")
    panel.edit.set_caret_position(2)
    QCoreApplication.sendEvent(panel.edit, QInputMethodEvent("shu", []))
    panel.typing.choose(to_json(TypingChoices().choose("zh", "spacing", False)))
    layout = panel.edit.document().firstBlock().layout()
    assert layout.preeditAreaText() == "shu"
    QCoreApplication.sendEvent(panel.edit, QInputMethodEvent("", []))  # given up
    assert panel.text_of(1) == d.document_of("他读War")


@pytest.mark.parametrize("width", range(320, 720, 8))
def test_no_mark_stands_at_the_edge_of_a_line_where_it_may_not(panel, width):
    panel.resize(width, 700)
    show(panel, PROSE)
    block = panel.edit.document().firstBlock()
    layout, text = block.layout(), block.text()
    starts = [layout.lineAt(number).textStart() for number in range(1, layout.lineCount())]
    assert len(starts) > 5
    assert not [start for start in starts if text[start] in NEVER_FIRST]
    assert not [start for start in starts if text[start - 1] in NEVER_LAST]


def test_the_first_line_stands_in_by_two_characters(panel):
    show(panel, "他说")
    block = panel.edit.document().firstBlock()
    assert block.blockFormat().textIndent() == 2 * 19
