# SPDX-License-Identifier: MIT
"""Live counts agree with those of the domain."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.counting import Counts, count_document
from novelist.ui.editor.codec import fill
from novelist.ui.editor.counts import SceneCounter, count_block
from novelist.ui.editor.styles import PageStyle
from tests.strategies import KNOWN_DOCUMENTS


@pytest.fixture
def counter(page):
    return SceneCounter(QObject(page.documents))


def test_a_scene_is_counted_when_it_is_shown_and_when_it_is_edited(page, counter, qtbot):
    page.show(d.document_of("one two", "三四"))
    with qtbot.waitSignal(counter.counts_changed) as heard:
        counter.show(page.edit.live)
    assert heard.args == [1, Counts(4, 9, 8)]
    page.put_caret(0, 7)
    with qtbot.waitSignal(counter.counts_changed) as heard:
        QTest.keyClicks(page.edit, " five")
    assert heard.args[1] == count_document(page.document)


def test_an_unfinished_word_is_not_counted(page, counter, qtbot):
    page.show(d.document_of("a"))
    with qtbot.waitSignal(counter.counts_changed):
        counter.show(page.edit.live)
    page.compose("ni")
    with qtbot.assertNotEmitted(counter.counts_changed, wait=400):
        pass
    with qtbot.waitSignal(counter.counts_changed) as heard:
        page.compose("", "你")
    assert heard.args[1].words == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(KNOWN_DOCUMENTS, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=4))
def test_after_any_edits_the_counts_are_those_of_the_text(theme, documents, document, edits):
    text = documents.open(1, document, PageStyle())
    text.replace(document)
    counter = SceneCounter(QObject(documents))
    results = []
    counter.counts_changed.connect(lambda _item, counts: results.append(counts))
    counter.show(text)
    for start, end in edits:
        cursor = QTextCursor(text.document)
        cursor.setPosition(min(start, text.document.characterCount() - 1))
        last = min(end, text.document.characterCount() - 1)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("x y\nz")
    counter.count_now()
    assert results[-1] == count_document(text.snapshot())
    counter.show(None)


def test_blocks_are_counted_as_the_domain_counts_them(qapp):
    from PySide6.QtGui import QTextDocument

    noted = d.Block("p", (d.Run("a b"), d.Atom("br"), d.Atom("footnote", {"id": "1"}), d.Run("c")))
    live = QTextDocument()
    fill(live, d.Document((noted,)), PageStyle())
    assert count_block(live.firstBlock()) == count_document(d.Document((noted,)))


def test_a_huge_scene_is_counted_in_slices(page, counter, qtbot):
    page.show(d.document_of(*["some words in a paragraph"] * 20_000))
    counter.show(page.edit.live)
    results = []
    counter.counts_changed.connect(lambda _item, counts: results.append(counts))
    counter.count_some()
    assert results == []
    counter.count_now()
    assert results[0].words == 100_000


@pytest.fixture
def documents(page):
    return page.documents
