# SPDX-License-Identifier: MIT
"""Plain text: the conventions of two languages, nothing left out, one file or many."""

import pytest
from hypothesis import given

from novelist.domain import document as d
from novelist.domain.compiling.settings import CompileSettings, Content, Typography
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import (
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)
from tests.exporters.sample import BR, CHAPTER, block, document, note, novel, plain, run
from tests.strategies import DOCUMENTS

OPTIONS = ExportOptions(ExportFormat.TEXT)


def exported(manuscript):
    (file,) = export(manuscript, OPTIONS)
    return file


def body(*blocks, language="en"):
    return exported(plain(document(*blocks), language=language)).data.decode().split("\n\n", 2)[2]


def words(text):
    kept = (char for char in text if char.isprintable() and not char.isspace())
    return "".join(kept).replace("\ufffd", "")


def test_english_paragraphs_are_parted_by_a_blank_line():
    assert body(d.paragraph("One."), d.paragraph("Two.")) == "One.\n\nTwo.\n"


def test_chinese_paragraphs_are_indented_line_under_line():
    written = body(d.paragraph("一。"), d.paragraph("二。"), language="zh-Hans")
    assert written == "　　一。\n　　二。\n"


def test_a_break_stands_between_scenes_once():
    first, second = d.document_of("One."), d.document_of("Two.")
    own = document(d.Block(d.SCENE_BREAK, (), {"symbol": "◇"}), d.paragraph("Three."))
    text = exported(plain(first, d.EMPTY, second, own)).data.decode()
    assert text.endswith("One.\n\n* * *\n\nTwo.\n\n◇\n\nThree.\n")


def test_lines_of_verse_are_kept():
    stanza = block("verse", run("One,"), BR, run("  two."))
    assert body(stanza, stanza) == "    One,\n      two.\n\n    One,\n      two.\n"


def test_lists_are_counted_by_depth_and_kind():
    items = [("a", {}), ("b", {"depth": 1, "ordered": True}), ("c", {"depth": 1, "ordered": True}),
             ("d", {}), ("e", {"ordered": True}), ("f", {"depth": 1, "ordered": True})]  # fmt: skip
    written = body(*(d.Block("li", (run(text),), attrs) for text, attrs in items))
    assert written == "- a\n  1. b\n  2. c\n- d\n1. e\n  1. f\n"


def test_footnotes_follow_their_chapter_and_begin_anew_in_the_next():
    scene = d.Document((block("p", run("Text"), note("x", "Below.")),))
    items = [ManuscriptItem(CHAPTER, "A"), ManuscriptItem(ItemKind.SCENE, "", scene, 1)] * 2
    text = exported(Manuscript("", items=items)).data.decode()
    assert text.count("Text[1]\n\n[1] Below.\n") == 2


def test_a_reading_stands_in_brackets_after_its_last_run():
    ruby = [run("漢", "em", ruby="かんじ"), run("字", ruby="かんじ"), run("。")]
    assert body(block("p", *ruby)) == "漢字（かんじ）。\n"


def test_placeholders_are_filled_in():
    names = ("title", "author", "words", "moon")
    line = block("p", *(d.Atom(d.PLACEHOLDER, {"name": name}) for name in names), run(" end"))
    file = exported(Manuscript("T", "A", "en", [ManuscriptItem(CHAPTER, "", document(line))]))
    assert "TA1[moon] end" in file.data.decode()
    assert ExportWarning(WarningReason.UNKNOWN_PLACEHOLDER, "moon") in file.warnings


def test_what_is_unknown_becomes_its_text_and_a_warning():
    line = block("poster", run("seen", "blink"), d.Atom("map", {"text": "a map"}), d.Atom("video"))
    file = exported(plain(document(line)))
    assert file.data.decode().endswith("seena map[video]\n")
    assert {(w.reason.value, w.name) for w in file.warnings} == {
        ("unknown_block", "poster"), ("unknown_mark", "blink"),
        ("unknown_atom", "map"), ("unknown_atom", "video"),
    }  # fmt: skip


def test_a_damaged_footnote_is_written_as_it_stands():
    broken = d.Atom(d.FOOTNOTE, {"id": "1", "blocks": [{"odd": "kept"}]})
    file = exported(plain(document(block("p", run("x"), broken))))
    assert "kept" in file.data.decode()
    assert file.warnings == (ExportWarning(WarningReason.DAMAGED_FOOTNOTE),)


def test_characters_that_no_file_may_hold_are_replaced():
    file = exported(plain(d.document_of("a\x00b\ud800c")))
    assert file.data.decode().endswith("a\ufffdb\ufffdc\n")
    assert file.warnings == (ExportWarning(WarningReason.UNWRITABLE_CHARACTER, "", 2),)


def test_one_file_a_chapter():
    files = export(novel(), ExportOptions(ExportFormat.TEXT, per_chapter=True))
    assert [f.name for f in files] == ["01 For Anna.txt", "02 The Quay.txt", "03 Chapter 2.txt"]
    assert files[1].data.decode().startswith("Up River\n\n1  The Quay\n\nThe ferry")


def test_an_empty_novel_is_an_empty_file():
    assert exported(Manuscript("")) == type(exported(Manuscript("")))("novel.txt", b"")


@pytest.mark.parametrize("language", ["en", "zh"])
@given(DOCUMENTS)
def test_every_word_of_every_document_is_written(language, given_document):
    file = exported(plain(given_document, language=language))
    text = words(file.data.decode())
    for each in given_document.blocks:
        for inline in each.inlines:
            if isinstance(inline, d.Run):
                assert words(inline.text) in text


def test_a_preset_may_leave_the_title_out_and_space_paragraphs():
    settings = CompileSettings(
        content=Content(title_page=False), typography=Typography(paragraph_space=True)
    )
    item = ManuscriptItem(ItemKind.CHAPTER, "渡", headings=("第一章", "渡"))
    scene = ManuscriptItem(ItemKind.SCENE, document=d.document_of("一", "二"), depth=1)
    manuscript = Manuscript("书", language="zh-CN", items=[item, scene])
    options = ExportOptions(ExportFormat.TEXT, settings=settings)
    (file,) = export(manuscript, options)
    assert file.data.decode() == "第一章\n渡\n\n　　一\n\n　　二\n"
