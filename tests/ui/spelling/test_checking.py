# SPDX-License-Identifier: MIT
"""What is underlined while one writes, and what is not."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from novelist.domain.document import EMPHASIS, Block, Document, Run, document_of, marks
from novelist.errors import SpellerError
from novelist.ui.spelling.known_words import NAMES, SESSION
from tests.ui.editor.conftest import heard


async def test_misspelt_words_of_a_scene_are_underlined(desk):
    await desk.show("A good qat and a baq.", "Nothing here.", "A qup")
    assert desk.underlined() == ["qat", "baq", "qup"]
    assert not desk.page.edit.live.is_dirty


async def test_the_word_that_is_typed_is_spared_until_it_ends(desk):
    await desk.show("One")
    desk.page.put_caret(0, 3)
    QTest.keyClicks(desk.page.edit, " baqe")
    await desk.settle()
    assert desk.underlined() == []
    assert "baq" not in desk.speller.asked
    QTest.keyClicks(desk.page.edit, " ")
    await desk.settle()
    assert desk.underlined() == ["baqe"]


async def test_going_elsewhere_ends_the_word(desk):
    await desk.show("One")
    desk.page.put_caret(0, 3)
    QTest.keyClicks(desk.page.edit, " baqe")
    QTest.keyClick(desk.page.edit, Qt.Key.Key_Home)
    await desk.settle()
    assert desk.underlined() == ["baqe"]


async def test_the_caret_alone_hides_nothing(desk):
    await desk.show("One baqe two")
    desk.page.put_caret(0, 6)
    desk.checking.look_again()
    await desk.settle()
    assert desk.underlined() == ["baqe"]


async def test_the_other_words_of_the_paragraph_keep_their_lines_while_one_types(desk):
    await desk.show("A qat sat")
    desk.page.put_caret(0, 9)
    for key in " baq":
        QTest.keyClicks(desk.page.edit, key)
        assert desk.underlined() == ["qat"]


async def test_who_types_without_a_pause_is_looked_after_right_behind_a_key(desk, monkeypatch):
    monkeypatch.setattr("novelist.ui.spelling.looking._FAST", 3600)  # there is never a pause
    await desk.show("One")
    desk.page.put_caret(0, 3)
    typing = QTimer(desk.page.edit, interval=1)
    typing.timeout.connect(lambda: QTest.keyClicks(desk.page.edit, " baqe"))
    typing.start()
    await heard(desk.checking.settled, within=20)
    while "baqe" not in desk.underlined():
        await heard(desk.page.documents.layers.underlined, within=20)
    assert typing.isActive()
    typing.stop()


async def test_while_composing_nothing_is_asked_and_nothing_changes(desk):
    await desk.show("A qat ")
    desk.speller.asked.clear()
    desk.page.put_caret(0, 6)
    for unfinished in ("q", "qu", "que"):
        desk.page.compose(unfinished)
        assert desk.underlined() == ["qat"]
    assert desk.speller.asked == []
    desk.page.compose("", "雀")
    assert desk.underlined() == ["qat"]


async def test_only_blocks_that_change_are_painted_anew(desk):
    await desk.show("A qat", *["Fine words"] * 30)
    repainted = []
    desk.page.documents.layers.underlined.connect(lambda _, area: repainted.append(area))
    desk.checking.known.tell(SESSION, ["qat"])
    await desk.settle()
    document = desk.page.edit.document()
    block = document.documentLayout().blockBoundingRect(document.firstBlock())
    (area,) = repainted
    assert area.intersects(block)
    assert area.height() < 1.5 * block.height()
    assert desk.underlined() == []


async def test_names_are_known_in_all_their_forms_and_forgotten_again(desk):
    await desk.show("Qira’s cat, QIRA Qale")
    desk.checking.known.tell(NAMES, ["Qira Qale"])
    await desk.settle()
    assert desk.underlined() == []
    desk.checking.known.tell(NAMES, [])
    await desk.settle()
    assert desk.underlined() == ["Qira’s", "Qale"]


async def test_a_passage_in_another_language_has_its_own_dictionary(desk):
    french = Run("un kat et un qat", marks(EMPHASIS, lang="fr"))
    chinese = Run("qat", marks(lang="zh"))
    desk.checking.set_language("en")
    desk.page.show(Document((Block(inlines=(Run("A qat, "), french, Run(" kat "), chinese)),)))
    await desk.settle()
    assert desk.underlined() == ["qat", "kat"]


async def test_a_chinese_novel_is_left_alone(desk):
    await desk.show("他说qat，再见。", language="zh-CN")
    assert desk.underlined() == []


async def test_places_are_right_behind_characters_outside_the_bmp(desk):
    await desk.show("😀𠀀 qat 😀 baq")
    assert desk.underlined() == ["qat", "baq"]


async def test_a_long_scene_is_looked_over_in_slices_what_is_seen_first(desk):
    paragraphs = [f"A paragraph with qat{chr(97 + n % 26)} in it" for n in range(400)]
    desk.checking.set_language("en")
    desk.page.show(document_of(*paragraphs))
    assert desk.underlined(399) == []
    await desk.settle()
    assert len(desk.underlined()) == 400


async def test_of_a_very_long_scene_what_is_seen_is_looked_over(desk):
    await desk.show(
        *[f"A line with qat{n}" if n % 2 else "A line with a qat" for n in range(1_500)]
    )
    assert desk.underlined(0) == ["qat"]
    assert desk.underlined(1_400) == []
    desk.page.put_caret(1_400, 0)
    desk.page.edit.ensureCursorVisible()
    await desk.settle()
    assert desk.underlined(1_400) == ["qat"]


async def test_odd_texts_do_no_harm(desk):
    odd = ["qat " * 5_000, "שלום qat עולם", "😀qat😀 𠀀", "a\0qat\ud800 b", "", "qat" * 5_000]
    await desk.show(*odd)
    assert desk.underlined(1) == desk.underlined(3) == ["qat"]
    for block in range(len(odd)):
        desk.page.put_caret(block, 0)
        QTest.keyClicks(desk.page.edit, "baq ")
        desk.page.edit.undo()
    await desk.settle()
    assert desk.page.lines == odd


async def test_what_is_typed_before_the_end_is_looked_at_too(desk):
    desk.checking.set_language("en")
    desk.page.show(document_of(*["A qat"] * 200))
    desk.page.put_caret(0, 0)
    QTest.keyClicks(desk.page.edit, "baq ")
    QTest.keyClick(desk.page.edit, Qt.Key.Key_Return)
    QTest.keyClicks(desk.page.edit, "qup ")
    await desk.settle()
    assert desk.underlined()[:4] == ["baq", "qup", "qat", "qat"]
    assert len(desk.underlined()) == 202


async def test_a_whole_text_put_in_at_once_is_looked_over_in_slices(desk):
    await desk.show("A qat")
    desk.page.edit.replace_shown(document_of(*["A baq"] * 300))
    assert len(desk.underlined()) < 300
    await desk.settle()
    assert desk.underlined() == ["baq"] * 300


async def test_switched_off_nothing_is_underlined_and_switched_on_it_is_again(desk):
    await desk.show("A qat")
    desk.checking.switch(False)
    assert desk.underlined() == []
    desk.checking.switch(True)
    await desk.settle()
    assert desk.underlined() == ["qat"]


async def test_a_scene_that_is_closed_while_its_words_are_judged_does_no_harm(desk):
    desk.speller.gate = asyncio.Event()
    desk.checking.set_language("en")
    desk.page.show(document_of("A qat"))
    desk.page.show(document_of("Another baq"), 2)
    await asyncio.sleep(0)
    desk.page.documents.close(1)
    desk.speller.gate.set()
    await desk.settle()
    assert desk.underlined() == ["baq"]


async def test_a_dictionary_that_fails_is_told_of_once_and_writing_goes_on(desk):
    desk.speller.error = SpellerError("gone")
    desk.checking.set_language("en")
    desk.page.show(document_of("A qat"))
    await heard(desk.checking.failed)
    QTest.keyClicks(desk.page.edit, "qup ")
    await desk.settle()
    assert desk.underlined() == []
    assert desk.page.lines == ["qup A qat"]
