# SPDX-License-Identifier: MIT
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.domain import document as d
from novelist.ui.editor import codec
from novelist.ui.editor.styles import PageStyle
from tests.strategies import DOCUMENTS, KNOWN_DOCUMENTS

LATIN = PageStyle.of("en")
GUI = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

pytestmark = pytest.mark.usefixtures("qapp")


def shown(document: d.Document, style: PageStyle = LATIN) -> QTextDocument:
    result = QTextDocument()
    codec.fill(result, document, style)
    return result


def normalised(document: d.Document) -> d.Document:
    return d.Document(tuple(d.normal(block) for block in document))


@GUI
@given(DOCUMENTS)
def test_every_document_comes_back_as_it_was(document):
    assert codec.read(shown(document)) == normalised(document)


@GUI
@given(KNOWN_DOCUMENTS, st.booleans())
def test_a_document_comes_back_in_either_script(document, han):
    assert codec.read(shown(document, PageStyle(han, 1.5))) == normalised(document)


@GUI
@given(DOCUMENTS, st.text("a𠮷😀\u2028", min_size=1, max_size=3), st.integers(0, 200))
def test_an_edit_changes_only_its_own_block(document, typed, position):
    live = shown(document)
    before = codec.read(live)
    cursor = QTextCursor(live)
    cursor.setPosition(min(position, live.characterCount() - 1))
    number = cursor.blockNumber()
    cursor.insertText(typed)
    after = codec.read(live)
    assert after.blocks[:number] == before.blocks[:number]
    assert after.blocks[number + 1 :] == before.blocks[number + 1 :]
    assert typed.replace("\u2028", "\n") in after.blocks[number].plain_text


@GUI
@given(DOCUMENTS)
def test_undo_brings_back_what_was_deleted(document):
    live = shown(document)
    cursor = QTextCursor(live)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    live.undo()
    assert codec.read(live) == normalised(document)


@pytest.mark.parametrize(
    "character", ["\n", "\r", "\u2028", "\u2029", "\ufffc", "\ufdd0", "\ud800", "\ufeff", "\0"]
)
def test_characters_that_qt_would_change_survive(character):
    document = d.Document((d.Block("p", (d.Run(f"{character}a{character}", d.marks("em")),)),))
    assert codec.read(shown(document)) == document


def test_text_typed_after_a_footnote_is_no_footnote():
    note = d.Atom(d.FOOTNOTE, {"id": "1"})
    live = shown(d.Document((d.Block("p", (d.Run("a"), note)),)))
    cursor = QTextCursor(live)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("b")
    assert codec.read(live).blocks[0].inlines == (d.Run("a"), note, d.Run("b"))


def test_an_empty_document_and_an_empty_paragraph_are_two_things():
    assert codec.read(shown(d.EMPTY)) == d.EMPTY
    assert codec.read(shown(d.Document((d.Block(),)))) == d.Document((d.Block(),))


def test_offsets_count_code_points_and_positions_utf_16():
    live = shown(d.document_of("x", "😀𠮷y"))
    last = live.lastBlock()
    assert codec.offset_in(last, last.position() + 4) == 2
    assert codec.position_of(live, 1, 2) == last.position() + 4
    assert codec.position_of(live, 99, 99) == live.characterCount() - 1


def test_a_selection_is_read_as_a_document_of_parts():
    live = shown(d.Document((d.paragraph("a😀bc", "em"), d.paragraph("def"))))
    cursor = QTextCursor(live)
    cursor.setPosition(3)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    assert codec.read_selection(cursor) == d.Document((d.paragraph("bc", "em"), d.paragraph("de")))


def test_headings_are_not_bold_in_the_model():
    heading = d.Document((d.Block("h", (d.Run("One"),), {"level": 1}),))
    assert codec.read(shown(heading)) == heading
