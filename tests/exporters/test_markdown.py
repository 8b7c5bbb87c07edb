# SPDX-License-Identifier: MIT
"""Markdown: short where it can be, total, and readable file by file.

That it is read back identical is in ``tests/journeys/test_markdown_round_trip.py``.
"""

import pytest
from hypothesis import given

from novelist.domain import document as d
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters import (
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)
from novelist.importers.base import ImportOptions
from novelist.importers.markdown import read_markdown
from tests.exporters.sample import BR, RICH, block, document, note, novel, plain, run
from tests.strategies import DOCUMENTS

OPTIONS = ExportOptions(ExportFormat.MARKDOWN)


def exported(manuscript):
    (file,) = export(manuscript, OPTIONS)
    return file


def read(file):
    return read_markdown(file.data.decode(), ImportOptions(), lambda done: None)


def body(*blocks):
    return exported(plain(document(*blocks))).data.decode().split("## One\n\n", 1)[1].rstrip("\n")


def returned(*blocks):
    """The blocks of a scene after they were written and read."""
    items = [ManuscriptItem(ItemKind.SCENE, "x", document(*blocks))]
    return read(exported(Manuscript("", items=items))).items[0].document.blocks


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        ((run("He was "), run("never", "em"), run(" late.")), "He was *never* late."),
        ((run("“"), run("No", "strong"), run("”")), "“**No**”"),
        ((run("强调。", "strong"), run("后文")), "[强调。]{.strong}后文"),
        ((run("a", "em"), run("b", "strong")), "[a]{.em}[b]{.strong}"),
        ((run(" x ", "em"),), "[&#32;x&#32;]{.em}"),
        ((run("3 < 4 * 5_6 [x] `y` \\"),), r"3 \< 4 \* 5\_6 \[x\] \`y\` \\"),
        ((run("AT&T &amp; &#38;"),), r"AT&T \&amp; \&#38;"),
        ((run("wow!"), run("here", link="https://a.b/")), r"wow\![here](https://a.b/)"),
        ((run("one"), BR, run("two")), "one\\\ntwo"),
        ((run("text"), note("1", "Below."), run(": more")), "text[^1]\\: more\n\n[^1]: Below."),
        ((run("Stop! (Now.)"),), "Stop! (Now.)"),
    ],
)
def test_text_is_written_as_a_person_would(inlines, text):
    assert body(block("p", *inlines)) == text


@pytest.mark.parametrize(
    "start", ["# x", "- x", "+ x", "> x", "1. x", "12) x", "| x", "::: x", "=== ", "---", "    x"]
)
def test_a_line_that_looks_like_something_else_stays_a_paragraph(start):
    for blocks in ([block("p", run(start))], [block("p", run("a"), BR, run(start))]):
        assert returned(*blocks) == tuple(map(d.normal, blocks))


def test_a_footnote_of_an_odd_form_or_a_second_one_of_its_name_stays_in_place():
    odd = d.Atom(d.FOOTNOTE, {"id": "2", "blocks": [["quote", ["q"]]]})
    more = d.Atom(d.FOOTNOTE, {"id": "3", "blocks": 7})
    broken = d.Atom(d.FOOTNOTE, {"id": "4", "blocks": [7]})
    line = block("p", run("a"), note("1", "x"), note("1", "y"), odd, more, broken)
    assert returned(line) == (line,)


@given(DOCUMENTS)
def test_any_text_at_all_is_written_and_read(text):
    file = exported(plain(text))
    assert read(file).of_kind(ItemKind.CHAPTER)


def test_unknown_kinds_marks_and_atoms_come_back():
    line = block("poster", run("seen", "blink"), d.Atom("map", {"x": [1]}, d.marks("strike")))
    other = block("p", run("struck", "s"), run("other", "strike"), run("v", blink="2"))
    assert returned(line, other) == (line, other)


def test_a_name_that_cannot_be_written_leaves_its_words_and_a_warning():
    marks = (d.Mark("no name"), d.Mark("atom", "x"))
    line = d.Block("two words", (d.Run("kept", marks), d.Atom("x", {"a b": 1})), {"c d": 2})
    file = exported(plain(document(line)))
    assert file.data.decode().endswith("kept[]{atom=x}\n")
    assert {(warning.reason, warning.name) for warning in file.warnings} == {
        (WarningReason.UNKNOWN_BLOCK, "two words"),
        (WarningReason.UNKNOWN_MARK, "no name"),
        (WarningReason.UNKNOWN_MARK, "atom"),
        (WarningReason.UNKNOWN_ATTRIBUTE, "a b"),
        (WarningReason.UNKNOWN_ATTRIBUTE, "c d"),
    }


def test_characters_that_no_file_may_hold_are_replaced():
    file = exported(plain(d.document_of("a\x01b\ud800c")))
    assert file.data.decode().endswith("a\ufffdb\ufffdc\n")
    assert file.warnings == (ExportWarning(WarningReason.UNWRITABLE_CHARACTER, "", 2),)


def test_each_chapter_is_a_file_that_can_be_read_by_itself():
    files = export(novel(), ExportOptions(ExportFormat.MARKDOWN, per_chapter=True))
    assert [f.name for f in files] == ["01 For Anna.md", "02 The Quay.md", "03 Chapter 2.md"]
    (part,) = read(files[1]).items
    (chapter,) = part.children
    assert (part.title, chapter.title, len(chapter.children)) == ("Up River", "The Quay", 2)
    assert chapter.children[0].document == d.Document(tuple(map(d.normal, RICH)))
