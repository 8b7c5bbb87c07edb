# SPDX-License-Identifier: MIT
"""Markdown: short where it can be, total, and readable file by file.

That it is read back identical is in ``tests/journeys/test_markdown_round_trip.py``.
"""

import pytest
from hypothesis import given

from novelist.domain import document as d
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import (
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)
from novelist.importers.base import ImportOptions
from novelist.importers.markdown.reader import read_markdown
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
        ((run("“He says, "), run("it’s true.", "em"), run("”")), "“He says, *it’s true.*”"),
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


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([block("h", run("I # 2"), level=1)], "#### I \\# 2"),
        ([block("h", run("low"), level=4)], "{level=4}\n###### low"),
        ([block("h", level=2)], "#####"),
        ([block("h", run("odd"), level=9)], "::: h\n{level=9}\nodd\n:::"),
        ([block("p")], "{.empty}"),
        ([block("p", run("x"), align="center")], "{align=center}\nx"),
        ([block("break")], "{.break}\n* * *"),
        ([block("break", run("words"))], "::: break\nwords\n:::"),
        ([block("quote", run("a")), block("quote", run("b"))], "> a\n>\n> b"),
        ([block("letter", run("a")), block("letter", align="right")],
         "::: letter\na\n\n{.empty align=right}\n:::"),
        ([block("verse", run("a"), BR, BR, run("  b"))], "| a\n|\n|   b"),
        ([block("verse", run("　　春"), BR, run("  x", "em"))], "| 　　春\n| [&#32;&#32;x]{.em}"),
        ([block("verse")], "::: verse\n{.empty}\n:::"),
        ([block("li", run("a")), block("li", run("b"), depth=1, ordered=True)], "- a\n\n  1. b"),
        ([block("li", run("a"), depth=1)], "::: li\n{depth=1}\na\n:::"),
        ([block("li", run("a"), ordered=1)], "::: li\n{ordered=1}\na\n:::"),
        ([block("image", digest="a1", alt="A map", width=3)],
         "![A map](attachment:a1){width=3}"),
        ([block("image", alt="x")], "::: image\n{.empty alt=x}\n:::"),
        ([block("p", run("See "), d.Atom(d.IMAGE, {"digest": "a1", "alt": "B"}))],
         "See ![B](attachment:a1)"),
        ([block("p", d.Atom(d.IMAGE, {"digest": "a1", "alt": "*"}), run("x"))],
         '[]{atom=img digest=a1 alt="*"}x'),
        ([block("p", run("a ~ b ~~ c~"))], "a ~ b \\~\\~ c\\~"),
        ([block("p", run("^1", "em"), run("x", link="a b"))], '[\\^1]{.em}[x]{link="a b"}'),
        ([block("p", run("a"), d.Atom("br", {}, d.marks("em")))], "a[]{atom=br .em}"),
    ],
)  # fmt: skip
def test_every_block_has_its_form_and_comes_back(blocks, text):
    assert body(*blocks).removeprefix("###\n\n") == text
    assert returned(*blocks) == tuple(blocks)


def test_items_say_what_the_reader_could_not_guess():
    scene = d.document_of("x")
    items = [
        ManuscriptItem(ItemKind.PART, "P"),
        ManuscriptItem(ItemKind.SCENE, "", scene, 1),
        ManuscriptItem(ItemKind.SCENE, "", scene, 1),
        ManuscriptItem(ItemKind.SCENE, "", d.EMPTY, 1),
        ManuscriptItem(ItemKind.CHAPTER, "C", depth=1, in_manuscript=False),
        ManuscriptItem(ItemKind.SCENE, "", document(block("break"), *scene.blocks), 2),
        ManuscriptItem(ItemKind.CHAPTER, "D", depth=0),
        ManuscriptItem(ItemKind.FOLDER, "F", in_manuscript=False),
        ManuscriptItem(ItemKind.NOTE, "N", scene, 1, in_manuscript=False),
    ]
    text = exported(Manuscript("", items=items)).data.decode().split("---\n\n", 1)[1]
    assert text.split("\n\n") == [
        "# P", "x", "* * *", "x", "###", "## C {.excluded}", "###", "{.break}\n* * *", "x",
        "## D {depth=0}", "# F {.folder}", "# N {.note depth=1}", "x\n",
    ]  # fmt: skip


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
