# SPDX-License-Identifier: MIT
"""What Word, LibreOffice, a browser and Google Docs put on the clipboard comes through clean."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run
from novelist.domain.document_text import to_json_lines
from novelist.ui.editor.paste import document_from_html

FOLDER = Path(__file__).parent / "pasted"
NOTE = [["p", ["As ", ["ever", {"em": 1}], "."]]]
OPENING = (Run("She said nothing. "), Run("Nothing", d.marks("strong")), Run(" "))
ALL = Run("at all", d.marks("em"))
LISTS = (
    Block("li", (Run("oil"),)),
    Block("li", (Run("whale"),), {"depth": 1}),
    Block("li", (Run("wick"),), {"ordered": True}),
)
END = (
    Block("quote", (Run("Time and tide."),)),
    Block(
        "p",
        (
            Run("The Harbour", d.marks("sc")),
            Run(", H"),
            Run("2", d.marks("sub")),
            Run("O, see "),
            Run("the map", d.marks(link="https://example.org/map")),
            Run("."),
        ),
    ),
)


def pasted(name):
    return document_from_html((FOLDER / f"{name}.html").read_text("utf-8")).blocks


def without_id(block):
    """The block with its notes called "1": their ids are new every time."""
    return replace(
        block,
        inlines=tuple(
            replace(each, attrs={**each.attrs, "id": "1"}) if isinstance(each, Atom) else each
            for each in block.inlines
        ),
    )


def heading(text):
    return Block("h", (Run(text),), {"level": 1})


HIGHLIGHTED = (Run(", and "), Run("went out", d.marks("hl")), Run("."))
MARK = Atom("footnote", {"id": "1", "blocks": NOTE})


def test_word():
    title, one, first, *rest = pasted("word")
    assert (title, one) == (heading("The Lamp"), heading("One"))
    assert without_id(first).inlines == (*OPENING, ALL, *HIGHLIGHTED, MARK)
    assert rest == [Block("break"), *LISTS, *END]


def test_libreoffice():
    one, first, *rest = pasted("libreoffice")
    assert one == heading("One")
    assert without_id(first).inlines == (*OPENING, ALL, *HIGHLIGHTED, MARK)
    assert rest == [Block("break"), *LISTS, *END]


def test_a_browser():
    one, first, *rest = pasted("chrome")
    assert one == heading("One")
    assert first.inlines == (*OPENING, ALL, *HIGHLIGHTED)
    assert rest == [Block("break"), *LISTS, *END]


def test_google_docs():
    one, first, *rest = pasted("google_docs")
    assert one == heading("One")
    assert without_id(first).inlines == (*OPENING, ALL, Run(", and went out."), MARK)
    assert rest == list(LISTS[:2])


@pytest.mark.parametrize("name", ["word", "libreoffice", "chrome", "google_docs"])
def test_it_goes_into_the_text_as_it_was_read_and_one_undo_takes_it_out(page, name):
    page.show(d.document_of("Before."))
    data = QMimeData()
    data.setHtml((FOLDER / f"{name}.html").read_text("utf-8"))
    page.put_caret(0, 7)
    page.edit.insertFromMimeData(data)
    assert "She said nothing." in page.document.plain_text
    for foreign in ("mso", "font", "rgb", "track(", "http-equiv", "style="):
        assert foreign not in to_json_lines(page.document)
    page.edit.undo()
    assert page.document == d.document_of("Before.")


def test_the_mark_of_a_note_that_was_not_copied_stays_as_words():
    html = '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a> b</p>'
    assert document_from_html(html) == Document(
        (Block("p", (Run("a"), Run("[1]", d.marks("sup")), Run(" b"))),)
    )


def test_notes_that_name_each_other_without_end_are_read_once():
    html = '<p><a href="#b" name="a">1</a></p><p><a href="#a" name="b">1</a>x</p>' * 200
    document = document_from_html(html)
    assert "x" in to_json_lines(document)
