# SPDX-License-Identifier: MIT
"""Input methods: an unfinished word is no text, and none is lost."""

from PySide6.QtCore import QCoreApplication

from novelist.domain import document as d
from novelist.domain.document import Block, Document


def test_a_composition_is_no_edit_until_it_is_committed(page):
    page.show(d.document_of("a"))
    live = page.edit.live
    page.put_caret(0, 1)
    page.compose("ni")
    page.compose("nihao")
    assert live.is_composing
    assert not live.is_dirty
    assert live.snapshot() == d.document_of("a")
    page.compose("", "你好")
    assert not live.is_composing
    assert live.is_dirty
    assert live.snapshot() == d.document_of("a你好")


def test_switching_scenes_keeps_the_unfinished_word(page):
    page.show(d.document_of("a"), 1)
    first = page.edit.live
    page.put_caret(0, 1)
    page.compose("hao")
    page.edit.commit_composition()
    page.show(d.document_of("b"), 2)
    assert first.snapshot() == d.document_of("ahao")
    assert not first.is_composing


def test_rare_characters_are_composed_whole(page):
    page.show(d.EMPTY)
    page.compose("x", "")
    page.compose("", "𠮷😀")
    assert page.document == d.document_of("𠮷😀")
    page.edit.undo()
    assert page.document == d.EMPTY


def test_composing_over_a_selection_replaces_it(page):
    page.show(d.document_of("one", "two"))
    page.select((0, 1), (1, 1))
    page.compose("ni")
    page.compose("", "你")
    assert page.document == d.document_of("o你wo")
    assert page.edit.live.is_dirty


def test_a_selection_removed_by_a_composition_that_is_given_up_counts_as_an_edit(page):
    page.show(d.document_of("one"))
    page.select((0, 0), (0, 3))
    page.compose("ni")
    page.compose("")
    assert page.edit.live.is_dirty
    assert page.document == d.EMPTY


def test_the_title_is_not_announced_while_it_is_composed(page, qtbot):
    page.show(Document((Block("break"),)))
    heard = []
    page.edit.title.title_edited.connect(heard.append)
    title = page.edit.title
    title.setFocus()
    for preedit, commit in (("di", ""), ("", "第")):
        QCoreApplication.sendEvent(title, composed(preedit, commit))
    assert heard == ["第"]


def composed(preedit, commit):
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    return event
