# SPDX-License-Identifier: MIT
"""From a novel and a preset to a manuscript: what goes in, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from novelist.domain.compiling.arrange import Arranged, arrange
from novelist.domain.compiling.book import Book
from novelist.domain.compiling.book_fields import keyword_of, rounded, surname_of
from novelist.domain.compiling.choosing import Candidate
from novelist.domain.compiling.isbn import is_isbn
from novelist.domain.compiling.settings import (
    CompileSettings,
    Content,
    Emphasis,
    Extent,
    Headings,
    NotePlace,
    Quotes,
    Typography,
)
from novelist.domain.counting import Counts, count_document
from novelist.domain.document import (
    FOOTNOTE,
    Atom,
    Block,
    Document,
    Run,
    document_of,
    marks,
    paragraph,
)
from novelist.domain.document_text import block_to_json
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.errors import NothingToCompileError

_NOTE = Atom(FOOTNOTE, {"blocks": [block_to_json(paragraph('A "note"'))]})
_ROWS = [
    Candidate(1, None, 1, "front", "Dedication", document=document_of("For Ines")),
    Candidate(2, None, 2, "part", "Ebb"),
    Candidate(3, 2, 1, "chapter", "Prologue"),
    Candidate(4, 3, 1, "scene", "a", "She waits", document=document_of("one two three")),
    Candidate(5, 2, 2, "chapter", "Low Water"),
    Candidate(
        6, 5, 1, "scene", "b", status="Done", label="Sea",
        document=Document((Block(inlines=(Run('"four" '), Run("five", marks("em")), _NOTE)),)),
    ),
    Candidate(7, 5, 2, "scene", "c", status="Idea", document=document_of("six seven", "eight")),
    Candidate(8, None, 3, "part", "Flood"),
    Candidate(9, 8, 1, "chapter", ""),
    Candidate(10, 9, 1, "scene", "d", status="Done", document=document_of("nine")),
    Candidate(11, 9, 2, "scene", "e", in_manuscript=False, document=document_of("left out")),
    Candidate(12, 9, 3, "note", "n", document=document_of("a note")),
    Candidate(13, None, 4, "back", "Thanks", document=document_of("To all")),
]  # fmt: skip
_BOOK = Book(
    "The Tide Tables", "Imogen Farrow", "en", synopsis="A harbour.\n\nA clock.", candidates=_ROWS
)


def _arranged(content: Content | None = None, *selected: int, **settings: object) -> Arranged:
    wanted = CompileSettings(content=content or Content(), **settings)  # type: ignore[arg-type]
    return arrange(_BOOK, wanted, selected)


def _texts(arranged: Arranged) -> list[str]:
    items = arranged.manuscript.items
    return [item.document.plain_text for item in items if item.kind.has_text]


def _heads(arranged: Arranged) -> list[tuple[str, ...]]:
    return [item.headings or () for item in arranged.manuscript.items if item.is_headed]


def test_the_whole_novel_goes_in_with_its_headings() -> None:
    found = _arranged()
    assert _heads(found) == [
        ("Dedication",), ("Part 1", "Ebb"), ("Prologue",), ("Chapter 1", "Low Water"),
        ("Part 2", "Flood"), ("Chapter 2",), ("Thanks",),
    ]  # fmt: skip
    assert _texts(found)[0] == "For Ines"
    assert "left out" not in _texts(found)
    assert "a note" not in _texts(found)


def test_what_was_left_out_may_come_in_and_notes_never() -> None:
    texts = _texts(_arranged(Content(left_out=True)))
    assert "left out" in texts
    assert "a note" not in texts


def test_chapters_keep_their_numbers_whatever_goes_in() -> None:
    assert _heads(_arranged(Content(extent=Extent.SELECTION), 9)) == [("Chapter 2",)]
    numbered = _arranged(Content(), headings=Headings(restart_by_part=True))
    assert ("Chapter 1",) in _heads(numbered)


def test_a_selection_is_what_was_chosen_and_what_is_inside() -> None:
    found = _arranged(Content(extent=Extent.SELECTION), 5, 7, 10)
    assert _texts(found) == ['"four" five', "six seven\neight", "nine"]
    assert [item.depth for item in found.manuscript.items] == [0, 1, 1, 0]


def test_by_status_and_label_empty_chapters_go() -> None:
    done = _arranged(Content(statuses=("Done",), front=False, back=False))
    assert _texts(done) == ['"four" five', "nine"]
    assert ("Prologue",) not in _heads(done)
    sea = _arranged(Content(labels=("Sea",), front=False, back=False))
    assert _heads(sea) == [("Part 1", "Ebb"), ("Chapter 1", "Low Water")]


def test_the_first_chapters() -> None:
    found = _arranged(Content(extent=Extent.FIRST_CHAPTERS, amount=2))
    assert _texts(found) == ["For Ines", "one two three", '"four" five', "six seven\neight"]
    assert _heads(found)[-1] == ("Chapter 1", "Low Water")


def test_the_first_words_end_with_a_paragraph() -> None:
    found = _arranged(Content(extent=Extent.FIRST_WORDS, amount=6))
    assert _texts(found)[1:] == ["one two three", '"four" five', "six seven"]


def test_what_is_counted_already_is_not_counted_again_but_for_a_text_that_is_cut() -> None:
    known = [replace(row, counts=count_document(row.document)) for row in _ROWS]
    known[3] = replace(known[3], counts=Counts(1000, 5000, 4000))
    for amount, words in ((2, 5), (10_000, 1008)):
        content = Content(extent=Extent.FIRST_WORDS, amount=amount, left_out=False)
        found = arrange(replace(_BOOK, candidates=known), CompileSettings(content=content))
        assert found.counts.words == words


def test_nothing_is_said_to_be_nothing() -> None:
    with pytest.raises(NothingToCompileError):
        _arranged(Content(extent=Extent.SELECTION))
    with pytest.raises(NothingToCompileError):
        _arranged(Content(statuses=("Nowhere",), front=False, back=False))


def test_synopses_come_before_what_they_are_of() -> None:
    found = _arranged(Content(synopsis=True, item_synopses=True))
    first = found.manuscript.items[0]
    assert (first.headings, first.document.plain_text) == (("Synopsis",), "A harbour.\nA clock.")
    scene = next(item for item in found.manuscript.items if item.document.plain_text[:3] == "She")
    assert scene.document.blocks[0].inlines == (Run("She waits", marks("em")),)


def test_scenes_are_headed_where_it_is_wanted() -> None:
    assert ("c",) in _heads(_arranged(headings=Headings(scene_titles=True)))
    assert all(item.title == "" for item in _arranged().manuscript.items if not item.is_headed)


def test_notes_go_to_the_end_of_their_chapter() -> None:
    found = _arranged(Content(notes=NotePlace.CHAPTER_END))
    items = {item.title: item for item in found.manuscript.items}
    scenes = [item for item in found.manuscript.items if item.kind is ItemKind.SCENE]
    assert scenes[1].document.plain_text == '"four" five1'
    assert scenes[2].document.plain_text.split("\n")[-1] == '1. A "note"'
    assert all("note" not in item.document.plain_text for item in (items["Flood"], scenes[3]))
    gone = _arranged(Content(notes=NotePlace.LEFT_OUT))
    assert '"four" five' in _texts(gone)


def test_characters_and_emphasis_change_in_texts_and_notes() -> None:
    wanted = Typography(quotes=Quotes.CURLY, emphasis=Emphasis.UNDERLINE)
    found = _arranged(Content(), typography=wanted)
    scene = next(i for i in found.manuscript.items if "four" in i.document.plain_text)
    inlines = scene.document.blocks[0].inlines
    assert inlines[:2] == (Run("“four” "), Run("five", marks("u")))
    assert isinstance(inlines[2], Atom)
    assert inlines[2].attrs["blocks"] == [["p", ["A “note”"]]]


def test_the_end_is_marked_once() -> None:
    found = _arranged(end_mark="END")
    assert _texts(found)[-1] == "To all\nEND"
    assert found.settings.end_mark == ""


def test_the_language_decides_what_a_preset_does_not() -> None:
    assert _arranged().settings.page.paper == "letter"
    chinese = arrange(replace(_BOOK, language="zh-CN"), CompileSettings())
    assert chinese.settings.page.paper == "a4"
    assert ("第一章　Low Water",) in _heads(chinese)


def test_fields_say_what_a_title_page_needs() -> None:
    fields = _arranged().manuscript.fields
    assert (fields["surname"], fields["keyword"], fields["words"]) == ("Farrow", "TIDE", "13")
    assert fields["about-words"] == "100"


@pytest.mark.parametrize(
    ("words", "about"), [(20, 100), (7_449, 7_400), (19_960, 20_000), (97_501, 98_000)]
)
def test_counts_are_rounded_as_agents_ask(words: int, about: int) -> None:
    assert rounded(words) == about


@pytest.mark.parametrize(
    ("author", "surname"),
    [("Imogen Farrow", "Farrow"), ("Farrow, Imogen", "Farrow"), ("罗贯中", "罗贯中"), ("", "")],
)
def test_surnames(author: str, surname: str) -> None:
    assert surname_of(author) == surname


@pytest.mark.parametrize(
    ("title", "keyword"),
    [("The Tide Tables", "TIDE"), ("The The", "THE"), ("三国演义", "三国演义"), ("…", "…")],
)
def test_keywords(title: str, keyword: str) -> None:
    assert keyword_of(title) == keyword


def test_a_cover_is_no_page_of_the_text():
    picture = Block("image", attrs={"digest": "ab12"})
    cover = Candidate(20, None, 0, "front", "Cover", document=Document((picture,)))
    book = replace(_BOOK, candidates=[cover, *_ROWS])
    found = arrange(book, CompileSettings(format=ExportFormat.EPUB, isbn="978-0-306-40615-7"))
    assert found.manuscript.field("cover-digest") == "ab12"
    assert found.manuscript.field("isbn") == "978-0-306-40615-7"
    assert ("Cover",) not in _heads(found)
    archived = arrange(book, CompileSettings(format=ExportFormat.MARKDOWN))
    assert ("Cover",) in _heads(archived)
    assert arrange(_BOOK, CompileSettings()).manuscript.field("cover-digest") is None


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("978-0-306-40615-7", True), ("9780306406157", True), ("0-306-40615-2", True),
        ("080442957X", True), ("9780306406158", False), ("12", False), ("", False),
        ("977-0-306-40615-7", False),
    ],
)  # fmt: skip
def test_an_isbn_is_known_by_its_check(text: str, valid: bool) -> None:
    assert is_isbn(text) is valid


def test_everything_is_written_of_a_novel_without_texts():
    book = replace(_BOOK, candidates=[Candidate(1, None, 1, "chapter", "Ebb")])
    assert arrange(book, CompileSettings(format=ExportFormat.JSON)).counts.words == 0
    with pytest.raises(NothingToCompileError):
        arrange(book, CompileSettings(format=ExportFormat.TEXT))


def test_the_end_of_a_chinese_novel_is_chinese():
    chinese = replace(_BOOK, language="zh-CN")
    assert _texts(arrange(chinese, CompileSettings(end_mark="END")))[-1].endswith("（全文完）")
    assert _texts(arrange(chinese, CompileSettings(end_mark="FIN")))[-1].endswith("FIN")
