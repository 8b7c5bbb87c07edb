# SPDX-License-Identifier: MIT
"""The caret: it stands still under typing; Qt remembers the shapes of the letters around it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.domain.document import document_of


def shaped(page):
    """The numbers of the blocks whose letters stay shaped."""
    document = page.edit.document()
    blocks = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    return [block.blockNumber() for block in blocks if block.layout().cacheEnabled()]


def flash(page):
    """Half a flash goes by; whether the caret is seen."""
    page.edit._blinking.timeout.emit()
    return page.edit._is_caret_on


def test_it_stands_while_one_types_and_blinks_when_one_rests(page):
    page.show(document_of("Ebb"))
    QTest.keyClicks(page.edit, "a")
    assert flash(page)
    QTest.keyClicks(page.edit, "b")
    assert flash(page), "it went out under the fingers"
    assert not flash(page)
    assert flash(page)
    assert not flash(page)
    QTest.keyClicks(page.edit, "c")
    assert page.edit._is_caret_on, "a key did not bring it back"


def test_the_letters_of_its_paragraph_alone_stay_shaped(page):
    page.show(document_of("Ebb", "Flood", "Slack"))
    page.put_caret(1, 2)
    QTest.keyClicks(page.edit, "a")
    assert shaped(page) == [1]
    page.put_caret(2, 0)
    assert shaped(page) == [2]
    page.put_caret(0, 1)
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    assert shaped(page) == [1]
    QTest.keyClick(page.edit, Qt.Key.Key_Backspace)
    assert shaped(page) == [0]


def test_the_paragraph_it_was_in_may_be_gone(page):
    page.show(document_of("Ebb", "Flood"))
    page.put_caret(1, 2)
    page.show(document_of("Other"), item_id=2)
    page.documents.close(1)
    page.put_caret(0, 2)
    assert shaped(page) == [0]


def test_letters_let_go_stay_with_the_text_and_other_keys_do_not(page):
    page.show(document_of("Ebb"))
    seen = []

    class Around(QWidget):
        def keyReleaseEvent(self, event):
            seen.append(event.key())

    around = Around()
    page.edit.setParent(around)
    try:
        QTest.keyClicks(page.edit, "a")
        QTest.keyClick(page.edit, Qt.Key.Key_Escape)
    finally:
        page.edit.setParent(None)
    assert seen == [Qt.Key.Key_Escape]
