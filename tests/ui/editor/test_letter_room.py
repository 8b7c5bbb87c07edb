# SPDX-License-Identifier: MIT
"""Texts that are only read have the gap beside Latin letters, as on the page that is written on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from novelist.domain.comparing.diff import compare
from novelist.domain.document import FOOTNOTE, RUBY, Atom, Block, Document, Mark, Run, document_of
from novelist.domain.typing.choices import TypingChoices, to_json
from novelist.settings import Settings
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.page import PageSettings, page_settings
from novelist.ui.faults.comparison import ComparisonView
from novelist.ui.history.diff_text import DiffText
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.version_view import VersionView
from novelist.ui.importing.preview import TextPreview
from novelist.ui.reading.chapter_text import ChapterText, Setting
from novelist.ui.reading.chapters import ReadChapter, ReadScene

WORDS = "𠮷读War第3遍。"
TEXT = document_of("没有。", WORDS)
SOLID = PageSettings(solid=frozenset({"zh"}))


def gaps(block):
    """The characters that a gap follows."""
    wide = block.text().encode("utf-16-le")
    parts = (part for part in block.layout().formats() if part.format.fontLetterSpacing())
    pieces = (wide[2 * part.start : 2 * (part.start + part.length)] for part in parts)
    return "".join(piece.decode("utf-16-le") for piece in pieces)


def chapter(theme, keeper, text, settings, **choices):
    setting = Setting(
        settings.font(theme, "zh"),
        settings.style("zh"),
        500,
        500,
        gap=settings.gap("zh"),
        **choices,
    )
    made = ChapterText(
        ReadChapter("", "", [ReadScene(1, "", 9)]), {1: text}, setting,
        AtomPainter(theme, keeper), keeper,
    )  # fmt: skip
    while made.work():
        pass
    return made


@pytest.fixture
def keeper(qapp):
    keeper = QObject()
    yield keeper
    keeper.deleteLater()


def version(theme, icons, settings):
    view = VersionView(theme, icons)
    view.set_page(settings, "zh")
    view.show_text(PlainText(TEXT, view.style_of_page))
    return view


def changes(theme, icons, settings):
    view = VersionView(theme, icons)
    view.set_page(settings, "zh")
    older = document_of("没有！", WORDS)
    view.show_text(DiffText(compare(older, TEXT), view.style_of_page, theme))
    return view


def comparison(theme, icons, settings):
    view = ComparisonView(theme)
    view.settings = settings
    view.show_texts(TEXT, TEXT, "zh")
    return view


@pytest.mark.parametrize("viewer", [version, changes, comparison])
@pytest.mark.parametrize(("settings", "expected"), [(PageSettings(), "读r第3"), (SOLID, "")])
def test_viewers_show_the_gap_where_it_is_wanted(qtbot, theme, icons, viewer, settings, expected):
    view = viewer(theme, icons, settings)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    assert gaps(view.document().findBlockByNumber(1)) == expected
    assert WORDS in view.toPlainText()


def test_what_is_imported_is_shown_with_the_gap(qtbot, theme):
    view = TextPreview(theme)
    qtbot.addWidget(view)
    view.show_text(TEXT, "zh")
    assert gaps(view.document().findBlockByNumber(1)) == "读r第3"


def test_the_gap_moves_what_follows_it_and_is_as_wide_as_on_the_page(theme, keeper):
    def end(settings):
        block = chapter(theme, keeper, TEXT, settings).document.findBlockByNumber(1)
        return block.layout().lineAt(0).cursorToX(block.length() - 1)[0]

    assert end(PageSettings()) - end(SOLID) == pytest.approx(4 * 0.2 * 19, abs=1)


@pytest.mark.parametrize("notes_at_end", [False, True])
def test_footnotes_have_the_gap_too(theme, keeper, notes_at_end):
    note = Atom(FOOTNOTE, {"id": "a", "blocks": [["p", [WORDS]]]})
    text = Document((Block("p", (Run("他说"), note)),))
    read = chapter(theme, keeper, text, PageSettings(), notes_at_end=notes_at_end)
    document = read.document if notes_at_end else read.notes[0]
    assert "读r第3" in gaps(document.lastBlock())


def test_readings_keep_their_room_beside_a_gap(theme, keeper):
    text = Document((Block("p", (Run("读War"), Run("雾", (Mark(RUBY, "wù wù wù"),)))),))
    block = chapter(theme, keeper, text, PageSettings()).document.firstBlock()
    assert gaps(block) == "读r雾"


def test_the_gap_is_chosen_with_what_is_done_while_typing():
    chosen = TypingChoices().choose("zh-Hans", "spacing", False)
    settings = page_settings(Settings(typing=to_json(chosen)), PageSettings())
    assert settings.gap("zh-CN") == 0
    assert settings.gap("zh-Hant") == settings.gap("ja") == pytest.approx(0.2 * 19)
    assert page_settings(Settings(), settings).gap("zh") > 0
    assert settings.gap("en") == 0
