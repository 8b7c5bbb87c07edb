# SPDX-License-Identifier: MIT
"""Lines end evenly where the column is wide enough for it, and ragged where it is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from novelist.domain import document as d
from novelist.domain.comparing.diff import compare
from novelist.domain.document import Block, Document, Run, document_of
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.codec import fill
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.styles import PageStyle
from novelist.ui.faults.comparison import ComparisonView
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.version_view import VersionView
from novelist.ui.importing.preview import TextPreview
from novelist.ui.reading.chapter_text import ChapterText, Setting
from novelist.ui.reading.chapters import ReadChapter, ReadScene

HAN = "".join(
    f"第{7**n}次，他说：“灯塔 lighthouse 在雾里，Ines 写了{'很' * n}。”" for n in range(9)
)
LATIN = "".join(f"The tide came in {7**n} times, and it went out again. " for n in range(7))


def unevenness(document: QTextDocument, number: int = 0) -> float:
    """By how many pixels the ends of the full lines of a block differ."""
    block = document.findBlockByNumber(number)
    document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    lines = [layout.lineAt(n) for n in range(layout.lineCount() - 1)]
    assert len(lines) > 3
    text = block.text()

    def end(line):
        last = line.textStart() + line.textLength()
        while text[last - 1] == " ":
            last -= 1
        return line.cursorToX(last)[0]

    ends = [end(line) for line in lines]
    return max(ends) - min(ends)


def justified(text: str = LATIN) -> Document:
    return Document((Block("p", (Run(text),), {"align": "justify"}),))


@pytest.fixture
def wide_and_narrow(page, qtbot):
    def widths(wide=900, narrow=300):
        for width in (wide, narrow, wide):
            page.edit.resize(width, 600)
            yield unevenness(page.edit.document())

    return widths


def test_han_lines_end_evenly_in_a_wide_column_and_ragged_in_a_narrow_one(page, wide_and_narrow):
    page.language = "zh"
    page.show(document_of(HAN))
    before, narrow, again = wide_and_narrow()
    assert before < 2
    assert narrow > 10
    assert again < 2


def test_a_paragraph_that_is_to_be_justified_is_ragged_in_a_narrow_column(page, wide_and_narrow):
    page.show(justified())
    before, narrow, again = wide_and_narrow()
    assert before < 2
    assert narrow > 10
    assert again < 2


def test_other_lines_are_ragged_in_every_column(page, wide_and_narrow):
    page.show(document_of(LATIN))
    assert min(wide_and_narrow()) > 10


@pytest.mark.parametrize("kind", [d.VERSE, d.HEADING, d.LIST_ITEM])
def test_chinese_headings_lists_and_verse_are_ragged(page, kind):
    page.language = "zh"
    page.show(Document((Block(kind, (Run(HAN),)),)))
    page.edit.resize(900, 600)
    assert unevenness(page.edit.document()) > 10


def test_another_width_is_no_step_and_changes_no_text(page, wide_and_narrow):
    page.language = "zh"
    page.show(document_of(HAN))
    live = page.edit.live
    list(wide_and_narrow())
    assert not page.edit.document().isUndoAvailable()
    assert not live.is_dirty


@pytest.mark.parametrize("width", [900, 300])
def test_another_text_in_its_place_stands_as_the_one_before(page, width):
    page.language = "zh"
    page.edit.resize(width, 600)
    page.show(document_of(HAN))
    page.edit.replace_shown(document_of(HAN, "完"))
    assert (unevenness(page.edit.document()) < 2) is (width == 900)


def test_the_zoom_makes_the_column_wide_or_narrow(page):
    page.language = "zh"
    page.edit.resize(480, 600)
    page.show(document_of(HAN))
    assert unevenness(page.edit.document()) < 2
    page.edit.set_settings(PageSettings(zoom=1.5))
    assert unevenness(page.edit.document()) > 10


@pytest.mark.parametrize(("width", "is_even"), [(400, True), (240, False)])
def test_what_is_read_stands_as_what_is_written(theme, qapp, width, is_even):
    keeper = QObject()
    settings = PageSettings()
    setting = Setting(settings.font(theme, "zh"), settings.style("zh"), width, 500)
    chapter = ReadChapter("", "", [ReadScene(1, "", 9)])
    texts = {1: document_of(HAN)}
    text = ChapterText(chapter, texts, setting, AtomPainter(theme, keeper), keeper)
    while text.work():
        pass
    assert (unevenness(text.document) < 2) is is_even
    keeper.deleteLater()


def version(theme, icons):
    view = VersionView(theme, icons, margin=0)
    view.set_page(PageSettings(), "zh")
    view.show_text(PlainText(document_of(HAN), view.style_of_page))
    return view


def comparison(theme, icons):
    view = ComparisonView(theme)
    view.show_diff(compare(document_of(HAN), document_of(HAN)), "zh")
    return view


def imported(theme, icons):
    view = TextPreview(theme)
    view.show_text(document_of(HAN), "zh")
    return view


@pytest.mark.parametrize("viewer", [version, comparison, imported])
def test_every_viewer_is_ragged_while_it_is_narrow(qtbot, theme, icons, viewer):
    view = viewer(theme, icons)
    qtbot.addWidget(view)
    view.show()
    found = []
    for width in (800, 320, 800):
        view.resize(width, 600)
        qtbot.waitUntil(lambda: view.document().lastBlock().layout().lineCount() > 0)
        found.append(unevenness(view.document()))
    assert found[0] < 2
    assert found[1] > 10
    assert found[2] < 2


def test_the_format_of_a_block_says_nothing_of_the_width(qapp):
    document = QTextDocument()
    fill(document, document_of(HAN), PageStyle.of("zh"))
    before = document.firstBlock().blockFormat()
    justify_in(document, 100)
    assert document.firstBlock().blockFormat() == before
