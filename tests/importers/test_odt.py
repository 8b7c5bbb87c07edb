# SPDX-License-Identifier: MIT
"""Texts of OpenDocument as novels: written by LibreOffice, by Novelist, by hand."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from novelist import pandoc
from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.domain.pictures import picture_digest
from novelist.errors import ReadingCancelledError, SourceDamagedError, SourceEmptyError
from novelist.importers.base import read_source
from novelist.importers.imported import ImportedComment, ImportedNovel, WarningKind
from novelist.importers.parts import Part
from tests.corpora import corpus
from tests.growth import assert_linear
from tests.importers.mutations import damaged, outcome
from tests.importers.odt_files import content, h, letters, odt, p, paragraphs, part, span
from tests.importers.test_pandoc import PIXEL, SECRET, marked, scene, shape

LIBREOFFICE = Path(__file__).with_name("libreoffice.odt")
TAIL = h("Two") + p("The end.")


def said(novel: ImportedNovel) -> list[tuple[str, list[tuple[str, str]]]]:
    """The passages of all comments, with what was said of each and by whom."""
    comments: list[ImportedComment] = [each for item in novel.walk() for each in item.comments]
    return [(each.passage, [(r.author, r.text) for r in each.remarks]) for each in comments]


def left(novel: ImportedNovel) -> list[tuple[Part | None, str]]:
    return [(w.part, w.text) for w in novel.warnings if w.kind is WarningKind.LEFT]


def kinds(novel: ImportedNovel, number: int = 0) -> list[tuple[str, str]]:
    return [(block.kind, block.plain_text) for block in scene(novel, number)]


@pytest.fixture
def book(tmp_path):
    """A novel with one chapter that holds this, read."""

    def read(body, *styles, named="", meta="", **files):
        path = odt(tmp_path / "book.odt", h("One") + body + TAIL, "".join(styles), named, meta,
                   **files)  # fmt: skip
        return read_source(path)

    return read


# -- what LibreOffice writes -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def tide():
    return read_source(LIBREOFFICE)


def test_what_a_text_says_of_itself(tide):
    assert (tide.title, tide.author, tide.language) == ("Neaps", "Ada Farrow", "en-GB")
    assert tide.details.synopsis == "A lamp goes out."
    assert (Part.KEYWORD, "") in left(tide), "keywords have no place here"


def test_headings_are_chapters_and_stars_part_scenes(tide):
    assert shape(tide.items) == [
        ("chapter", "The Lamp", [("scene", "", []), ("scene", "", [])]),
        ("chapter", "The Boat", [("scene", "", [])]),
    ]


def test_letters_have_the_marks_of_their_styles(tide):
    block = scene(tide)[1]
    assert block.plain_text == "She lit the blue lamp, and the tide came in; bonsoir."
    words = {text: set(names) for text, *names in marked(block) if d.COMMENT not in names}
    assert words == {
        "and ": {d.EMPHASIS}, "the": {d.EMPHASIS, d.STRONG}, "tide": {d.SMALL_CAPS},
        "bonsoir": {d.LANGUAGE},
    }  # fmt: skip
    assert d.Mark(d.LANGUAGE, "fr-FR") in [m for i in block.inlines for m in i.marks]


def test_styles_of_paragraphs(tide):
    assert kinds(tide)[2:] == [
        (d.PARAGRAPH, "in the middle"), (d.VERSE, "One line\nand another"),
        (d.PARAGRAPH, "Who is it?"),
    ]  # fmt: skip
    assert scene(tide)[2].attrs == {"align": "center"}
    assert marked(scene(tide)[3]) == [], "verse is italic by its style alone"
    assert marked(scene(tide)[4]) == [("Who ", d.EMPHASIS), (" it?", d.EMPHASIS)]


def test_footnotes_endnotes_and_those_of_titles(tide):
    notes = [
        each.attrs["blocks"]
        for block in scene(tide)
        for each in block.inlines
        if isinstance(each, d.Atom) and each.kind == d.FOOTNOTE
    ]
    turned = ["It turned at ", ["nine", {"em": 1}], "."]
    assert notes == [[["p", ["Of brass."]]], [["p", turned]]]


def test_comments_lie_on_their_passages_or_the_word_before(tide):
    assert said(tide) == [
        ("the", [("Bo", "Deleted: green and")]),
        ("No  one", [("Ada", "Which?\nSay more.")]),
        ("came", [("Bo", "A point.")]),
    ]
    made = tide.of_kind(ItemKind.SCENE)[1].comments[0].remarks[0].made_at
    assert made is not None
    assert made.isoformat(timespec="seconds") == "2025-03-05T09:00:00+00:00"


def test_readings_links_and_spaces(tide):
    block = scene(tide, 1)[0]
    marks = {m.name: (i.text, m.value) for i in block.inlines for m in i.marks}
    assert marks[d.RUBY] == ("漢", "かん")
    assert marks[d.LINK] == ("there", "https://example.org/")
    assert block.plain_text == "No  one came, 漢, there."


def test_lists_pictures_boxes_sections_and_tables(tide):
    blocks = scene(tide, 1)[1:]
    assert [(b.kind, b.plain_text, dict(b.attrs)) for b in blocks if b.kind != d.IMAGE_BLOCK] == [
        (d.LIST_ITEM, "oars", {}),
        (d.LIST_ITEM, "main", {"ordered": True, "depth": 1}),
        (d.PARAGRAPH, "Beside it:", {}),
        (d.PARAGRAPH, "Words of a box.", {}),
        (d.PARAGRAPH, "Inside a section.", {}),
        (d.PARAGRAPH, "a | b", {}),
    ]
    (picture,) = [b for b in blocks if b.kind == d.IMAGE_BLOCK]
    size = {"width": 96, "height": 96}
    assert picture.attrs == {"digest": picture_digest(PIXEL), "alt": "A lamp", **size}
    assert tide.pictures == {picture_digest(PIXEL): PIXEL}
    assert (Part.TABLE, "") in left(tide)


def test_it_is_read_without_pandoc(monkeypatch):
    monkeypatch.setattr(pandoc, "find_pandoc", lambda: pytest.fail("pandoc was looked for"))
    assert read_source(LIBREOFFICE).items


# -- styles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said_of_letters", "mark"),
    [
        ('fo:font-weight="700"', d.STRONG),
        ('fo:font-weight="400"', None),
        ('fo:font-style="oblique"', d.EMPHASIS),
        ('style:text-underline-style="dotted"', d.UNDERLINE),
        ('style:text-underline-style="none"', None),
        ('style:text-line-through-type="double"', d.STRIKE),
        ('style:text-position="33% 58%"', d.SUPERSCRIPT),
        ('style:text-position="-10% 58%"', d.SUBSCRIPT),
        ('style:text-position="sub 58%"', d.SUBSCRIPT),
        ('style:text-position="0% 100%"', None),
        ('fo:background-color="#ffff00"', d.HIGHLIGHT),
        ('fo:background-color="transparent"', None),
        ('fo:language="zxx" fo:country="none"', None),
        ('fo:language="none" style:language-asian="none"', None),
    ],
)
def test_what_styles_say_of_letters(book, said_of_letters, mark):
    novel = book(p(f"It was {span('T1', 'so')}."), letters("T1", said_of_letters))
    assert marked(scene(novel)[0]) == ([("so", mark)] if mark else [])


def test_a_style_inside_another_goes_before_it(book):
    inner = span("T2", "b")
    novel = book(
        p(span("T1", f"a{inner}c")),
        letters("T1", 'fo:font-style="italic"'),
        letters("T2", 'fo:font-style="normal" fo:font-weight="bold"'),
    )
    assert marked(scene(novel)[0]) == [("a", d.EMPHASIS), ("b", d.STRONG), ("c", d.EMPHASIS)]


def test_a_paragraph_set_in_italics_by_hand_is_emphasised(book):
    novel = book(p("All of it.", "P1"), paragraphs("P1", "Standard", "", 'fo:font-style="italic"'))
    assert marked(scene(novel)[0]) == [("All of it.", d.EMPHASIS)]


def test_links_are_not_underlined_for_being_links(book):
    link = '<text:a xlink:href="https://example.org/">{}</text:a>'
    named = letters("Internet_20_link", 'style:text-underline-style="solid"')
    novel = book(p(link.format(span("Internet_20_link", "there"))), named=named)
    assert marked(scene(novel)[0]) == [("there", d.LINK)]


@pytest.mark.parametrize(
    ("style", "kind", "attrs"),
    [
        ("Quotations", d.QUOTATION, {}),
        ("Verse", d.VERSE, {}),
        ("Letter", d.LETTER, {}),
        ("Heading_20_in_20_Text_20_3", d.HEADING, {"level": 3}),
        ("Right_20_Aligned", d.PARAGRAPH, {"align": "right"}),
        ("Text_20_Break", d.SCENE_BREAK, {"symbol": "words"}),
    ],
)
def test_names_of_styles_that_mean_something(book, style, kind, attrs):
    novel = book(p("words", "P1") + p("more"), paragraphs("P1", style))
    assert (scene(novel)[0].kind, scene(novel)[0].attrs) == (kind, attrs)


@pytest.mark.parametrize(
    "line",
    [
        p("", "Horizontal_20_Line"), p("#", "Scene_20_Break"), p("* * *"), p("* * *", "P1"),
        p("", "P2"),
    ],
)  # fmt: skip
def test_what_parts_scenes(book, line):
    styles = paragraphs("P1", "Standard", 'fo:text-align="center"') + paragraphs(
        "P2", "Standard", 'fo:border-bottom="0.5pt solid #000000"'
    )
    novel = book(p("Out.") + line + p("In."), styles)
    assert [kinds(novel, number) for number in (0, 1)] == [
        [(d.PARAGRAPH, "Out.")], [(d.PARAGRAPH, "In.")],
    ]  # fmt: skip


def test_paragraphs_far_from_the_margin_are_quotations(book):
    style = paragraphs("P1", "Standard", 'fo:margin-left="1cm"')
    novel = book(p("Out.") + p("As it says.", "P1"), style)
    assert kinds(novel) == [(d.PARAGRAPH, "Out."), (d.QUOTATION, "As it says.")]


def test_what_most_paragraphs_are_says_nothing(book):
    layout = 'fo:margin-left="1cm" fo:text-align="justify"'
    language = 'fo:language="de" fo:country="AT"'
    style = paragraphs("P1", "Standard", layout, language)
    novel = book(p("Aus.", "P1") + p("Ein.", "P1") * 3, style)
    assert kinds(novel)[0] == (d.PARAGRAPH, "Aus.")
    assert scene(novel)[0].attrs == {}
    assert scene(novel)[0].inlines == (d.Run("Aus."),)
    assert novel.language == "de-AT"


def test_chinese_letters_have_the_language_of_theirs(book):
    said_of_letters = 'fo:language="en" fo:country="US" style:language-asian="ja"'
    novel = book(p(f"你好{span('T1', '今日は')}你好世界"), letters("T1", said_of_letters))
    marks = [(i.text, m.value) for i in scene(novel)[0].inlines for m in i.marks]
    assert marks == [("今日は", "ja")]


def test_a_heading_told_by_its_style_alone(tmp_path):
    named = (
        '<style:style style:name="Part" style:family="paragraph" '
        'style:parent-style-name="Heading_20_1" style:default-outline-level="1"/>'
    )
    body = p("Ebb", "Part") + p("One", "Heading_20_2") + p("Out.") + p("Two", "Heading_20_2")
    novel = read_source(odt(tmp_path / "a.odt", body + p("In.") + p("Flood", "Part"), "", named))
    inside = [("chapter", "One", [("scene", "", [])]), ("chapter", "Two", [("scene", "", [])])]
    assert shape(novel.items) == [("part", "Ebb", inside), ("part", "Flood", [])]


def test_an_empty_heading_is_none_unless_it_has_a_number(tmp_path):
    body = h("One") + p("Out.") + h("") + p("In.")
    assert len(read_source(odt(tmp_path / "a.odt", body)).of_kind(ItemKind.CHAPTER)) == 1
    level = '<text:outline-level-style text:level="1" style:num-format="1"/>'
    named = f'<text:outline-style style:name="Outline">{level}</text:outline-style>'
    novel = read_source(odt(tmp_path / "b.odt", body, "", named))
    assert [item.title for item in novel.of_kind(ItemKind.CHAPTER)] == ["One", ""]


def test_lines_of_the_first_page_are_title_and_author(tmp_path):
    front = p("Neaps", "Title") + p("A Tale", "Subtitle") + p("by Ada Farrow", "Author")
    path = odt(tmp_path / "a.odt", front + h("One") + p("Out.") + TAIL)
    novel = read_source(path)
    found = (novel.title, novel.details.subtitle, novel.author)
    assert found == ("Neaps", "A Tale", "Ada Farrow")
    assert kinds(novel) == [(d.PARAGRAPH, "Out.")]


def test_chapters_in_numbered_lists_are_chapters(book):
    numbered = f'<text:list text:style-name="L1"><text:list-item>{h("Three")}</text:list-item>'
    novel = book(p("Out.") + numbered + "</text:list>" + p("In."))
    assert [i.title for i in novel.of_kind(ItemKind.CHAPTER)] == ["One", "Three", "Two"]


# -- words that are hidden in strange places -------------------------------------------------------


def test_white_space_of_the_file_is_none_of_the_text(book):
    novel = book(p("\n  She\n\t lit <text:s/>it" + span("T1", " \n now") + ".\n "))
    assert scene(novel)[0].plain_text == "She lit  it now."


def test_unknown_elements_keep_their_words_and_are_named(book):
    novel = book(
        p("Out <text:strange>and <text:odd>far</text:odd></text:strange> away.")
        + "<text:thing><text:p>Inside.</text:p></text:thing>loose"
        + "<text:bare>Bare.</text:bare>"
    )
    assert [words for _, words in kinds(novel)] == [
        "Out and far away.", "Inside.", "loose", "Bare.",
    ]  # fmt: skip
    names = [name for part, name in left(novel) if part is Part.UNKNOWN]
    assert names == ["text:strange", "text:odd", "text:thing", "text outside of paragraphs",
                     "text:bare"]  # fmt: skip


def test_fields_are_the_words_that_they_show(book):
    novel = book(
        p("On <text:date>4 March</text:date>, page <text:page-number>7</text:page-number>")
    )
    assert scene(novel)[0].plain_text == "On 4 March, page 7"
    assert not left(novel)


def test_contents_are_left_out_and_named(book):
    entry = "<text:index-body><text:p>One 1</text:p></text:index-body>"
    novel = book(f"<text:table-of-content>{entry}</text:table-of-content>" + p("Out."))
    assert kinds(novel) == [(d.PARAGRAPH, "Out.")]
    assert left(novel) == [(Part.CONTENTS, "")]


def test_a_picture_with_a_caption_below_or_beside_it(book):
    frame = '<draw:frame svg:width="2.54cm"><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    box = f"<draw:frame><draw:text-box>{p(frame + 'The quay', 'Illustration')}</draw:text-box>"
    below = p(frame) + p("The lamp", "Caption") + p(box + "</draw:frame>")
    novel = book(below, **{"a.png": PIXEL})
    assert [block.attrs["caption"] for block in scene(novel)] == ["The lamp", "The quay"]
    assert {block.attrs["width"] for block in scene(novel)} == {96}


NOTE = "<text:note><text:note-body><text:p>Brass.</text:p></text:note-body></text:note>"
FRAME = '<draw:frame svg:width="1in"><draw:image xlink:href="Pictures/a.png"/></draw:frame>'


def atoms(novel: ImportedNovel) -> list[str]:
    """The kinds of all that stands in the texts and is no words."""
    blocks = [block for item in novel.walk() for block in item.document]
    return [one.kind for b in blocks for one in b.inlines if isinstance(one, d.Atom)]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (p(f"* * *{NOTE}"), [d.FOOTNOTE]),
        (p(f"#{NOTE}{FRAME}", "Scene_20_Break"), [d.FOOTNOTE]),
        (p(f"~{NOTE}", "Text_20_Break"), [d.FOOTNOTE]),
        (p(f"Neaps{NOTE}{FRAME}", "Title"), [d.FOOTNOTE, d.IMAGE]),
        (p(FRAME) + p(f"The lamp{NOTE}", "Caption"), [d.FOOTNOTE]),
        (p(f"The lamp{FRAME}{NOTE}", "Caption"), [d.IMAGE, d.FOOTNOTE]),
    ],
)  # fmt: skip
def test_lines_that_are_no_text_keep_their_notes_and_pictures(book, line, kept):
    novel = book(p("Out.") + line + p("In."), **{"a.png": PIXEL})
    assert atoms(novel) == kept


def test_a_title_with_a_note_and_a_picture_is_the_title_and_they_are_kept(tmp_path):
    front = p(FRAME, "Title") + p(f"Neaps{NOTE}", "Title") + p("Ada Farrow", "Author")
    novel = read_source(odt(tmp_path / "a.odt", front + TAIL, **{"a.png": PIXEL}))
    assert (novel.title, novel.author) == ("Neaps", "Ada Farrow")
    assert atoms(novel) == [d.IMAGE, d.FOOTNOTE]


def test_words_that_stand_in_a_break_are_kept_behind_it(book):
    novel = book(p("Out.") + p("Three days later", "Scene_20_Break") + p("In."))
    assert [words for _, words in kinds(novel, 1)] == ["Three days later", "In."]


def test_a_comment_without_a_place_is_kept_with_its_answers(tmp_path):
    ask = '<office:annotation office:name="a"><dc:creator>Ada</dc:creator><text:p>So?</text:p>'
    answer = '<office:annotation office:name="b" loext:parent-name="a"><text:p>Yes.</text:p>'
    end = "</office:annotation>"
    novel = read_source(odt(tmp_path / "a.odt", h("One") + p("..." + ask + end + answer + end)))
    assert novel.of_kind(ItemKind.SCENE)[0].notes == "Ada: So?\nYes."


def test_pictures_that_are_elsewhere_are_named_and_their_words_stay(book, tmp_path):
    (tmp_path / "secret.png").write_bytes(PIXEL)
    images = "".join(
        f'<draw:frame><draw:image xlink:href="{address}"/><svg:title>seen</svg:title></draw:frame>'
        for address in ("https://example.org/a.png", "../secret.png",
                        (tmp_path / "secret.png").as_uri(), "Pictures/gone.png")
    )  # fmt: skip
    novel = book(p(f"Look: {images}"))
    assert not novel.pictures
    assert scene(novel)[0].plain_text == "Look: " + "seen" * 4
    assert {part for part, _ in left(novel)} == {Part.PICTURE}


def test_a_picture_that_is_shown_often_is_read_once(book):
    frame = '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    novel = book(p(frame) * 300, **{"a.png": PIXEL + bytes(5_000_000)})
    assert len(scene(novel)) == 300


def test_a_drawing_without_words_is_named(book):
    novel = book(p('Out.<draw:line svg:x1="0cm"/>') + p("<draw:g><draw:custom-shape><text:p>In."
                 "</text:p></draw:custom-shape></draw:g>"))  # fmt: skip
    assert [words for _, words in kinds(novel)] == ["Out.", "In."]
    assert left(novel) == [(Part.SHAPE, "")]


def test_pages_have_heads_that_are_named(tmp_path):
    path = odt(tmp_path / "a.odt", h("One") + p("Out."))
    heads = "<style:header><text:p>Farrow / NEAPS</text:p></style:header>"
    heads += "<style:footer><text:p>- <text:page-number>2</text:page-number> -</text:p>"
    master = f"<style:master-page>{heads}</style:footer></style:master-page>"
    inside = f"<office:master-styles>{master}</office:master-styles>"
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["styles.xml"] = part("document-styles", inside).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert left(read_source(path)) == [(Part.HEADER, "")]


# -- comments and changes --------------------------------------------------------------------------


def test_answers_belong_to_what_they_answer(book):
    ask = '<office:annotation office:name="a" loext:resolved="true"><dc:creator>Ada</dc:creator>'
    answer = '<office:annotation office:name="b" loext:parent-name="a"><text:p>Yes.</text:p>'
    end = '<office:annotation-end office:name="a"/>'
    novel = book(p(f"The {ask}<text:p>So?</text:p></office:annotation>lamp{end}"
                   f"{answer}</office:annotation> out."))  # fmt: skip
    assert said(novel) == [("lamp", [("Ada", "So?"), ("", "Yes.")])]
    (comment,) = novel.of_kind(ItemKind.SCENE)[0].comments
    assert comment.is_resolved


def test_a_comment_goes_on_over_paragraphs(book):
    begin = '<office:annotation office:name="a"><text:p>Why?</text:p></office:annotation>'
    novel = book(p(f"He {begin}left.") + p('She<office:annotation-end office:name="a"/> stayed.'))
    assert said(novel) == [("left.\nShe", [("", "Why?")])]


def test_what_is_said_of_notes_and_titles_is_kept(book, tmp_path):
    remark = "<office:annotation><text:p>{}</text:p></office:annotation>"
    note = "<text:note><text:note-body><text:p>Brass{}.</text:p></text:note-body></text:note>"
    body = h("One" + remark.format("Of a title")) + p(
        "The lamp" + note.format(remark.format("Of a note")) + " out."
    )
    novel = read_source(odt(tmp_path / "a.odt", body + TAIL))
    assert {words for _, [(_, words)] in said(novel)} == {"Of a title", "Of a note"}
    assert novel.items[0].title == "One"


def deletion(name: str, *words: str) -> str:
    inside = "".join(map(p, words))
    about = "<office:change-info><dc:creator>Bo</dc:creator></office:change-info>"
    return (
        f'<text:changed-region text:id="{name}"><text:deletion>{about}{inside}'
        "</text:deletion></text:changed-region>"
    )


def test_deletions_over_paragraphs_and_of_places_that_are_gone(book):
    changes = deletion("a", "of the", "lamp") + deletion("b", "gone") + deletion("c", "", "")
    head = f"<text:tracked-changes>{changes}</text:tracked-changes>"
    novel = book(head + p('It was <text:change text:change-id="a"/>out.'
                          '<text:change text:change-id="c"/>'))  # fmt: skip
    assert said(novel) == [("was", [("Bo", "Deleted: of the\nlamp")])]
    assert left(novel) == [(Part.DELETED, "")]


# -- what is wrong, or meant to do harm ------------------------------------------------------------


def test_one_file_that_is_no_archive(tmp_path):
    picture = b64encode(PIXEL).decode()
    frame = f"<draw:frame><draw:image><office:binary-data>{picture}</office:binary-data>"
    body = h("One") + p(f"{frame}</draw:image></draw:frame>") + TAIL
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    flat = tmp_path / "a.fodt"
    flat.write_text(part("document", inside), encoding="utf-8")
    novel = read_source(flat)
    assert [block.kind for block in scene(novel)] == [d.IMAGE_BLOCK]
    assert list(novel.pictures.values()) == [PIXEL]
    flat.write_text("no XML", encoding="utf-8")
    with pytest.raises(SourceDamagedError):
        read_source(flat)


def test_files_that_hold_no_text(tmp_path):
    empty, bare = tmp_path / "empty.odt", tmp_path / "bare.odt"
    empty.write_bytes(b"")
    with pytest.raises(SourceEmptyError):
        read_source(empty)
    with pytest.raises(SourceEmptyError):
        read_source(odt(tmp_path / "nothing.odt", p(" ")))
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(SourceDamagedError):
        read_source(bare)


def test_damaged_parts_beside_the_text_are_named(tmp_path):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content(h("One") + p("Out.")))
        archive.writestr("styles.xml", "<broken")
        archive.writestr("meta.xml", b"\0")
    novel = read_source(path)
    names = {w.text for w in novel.warnings if w.kind is WarningKind.DAMAGED}
    assert (kinds(novel), names) == ([(d.PARAGRAPH, "Out.")], {"styles.xml", "meta.xml"})


def test_entities_and_other_files_are_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    for entity in (f'x SYSTEM "{secret.as_uri()}"', f'x "{SECRET}"'):
        path = tmp_path / "a.odt"
        with zipfile.ZipFile(path, "w") as archive:
            text = f"<!DOCTYPE d [<!ENTITY {entity}>]>" + content(p("It was &x;."))
            archive.writestr("content.xml", text)
        with pytest.raises(SourceDamagedError):
            read_source(path)


@pytest.mark.parametrize("deep", ["text:span", "text:section", "text:list", "text:strange"])
def test_what_is_nested_too_deep_is_refused_or_read(tmp_path, deep):
    for depth in (50, 280, 100_000):
        inside = f"<{deep}>" * depth + p("Deep.") + f"</{deep}>" * depth
        got = outcome(read_source, odt(tmp_path / "a.odt", h("One") + p("Out.") + inside))
        assert isinstance(got, SourceDamagedError) or "Deep." in str(kinds(got))
        assert depth > 50 or not isinstance(got, SourceDamagedError)


def test_a_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("content.xml", content(p("a")) + " " * (130 * 1024 * 1024))
    with pytest.raises(SourceDamagedError):
        read_source(path)


def test_styles_that_are_based_on_themselves_and_numbers_without_end(book):
    styles = paragraphs("P1", "P2") + paragraphs("P2", "P1")
    nines = "9" * 60
    novel = book(
        p(f'One<text:s text:c="{nines}"/>two', "P1")
        + f'<text:h text:outline-level="{nines}">High</text:h>'
        + p("On.")
        + f"<text:list><text:list-item>{p('it')}</text:list-item></text:list>",
        styles,
    )
    assert kinds(novel)[0] == (d.PARAGRAPH, "One two")


def test_passages_that_never_end_cost_no_more_than_others(book):
    begin = "".join(
        f'<office:annotation office:name="{n}"><text:p>{n}</text:p></office:annotation>word '
        for n in range(2_000)
    )
    ends = "".join(f'<office:annotation-end office:name="{n}"/>' for n in range(2_000))
    novel = book(p(begin) + p(ends))
    notes = novel.of_kind(ItemKind.SCENE)[0].notes.splitlines()
    assert len(said(novel)) + len(notes) == 2_000, "what has no place any more is in the notes"
    longest = max(len(m.value) for b in scene(novel) for i in b.inlines for m in i.marks)
    assert longest < 1_000


def test_a_crowd_of_comments_and_of_strange_elements_costs_what_its_size_costs(book):
    remark = "<office:annotation><text:p>So?</text:p></office:annotation>"

    def read(size):
        deep = "<text:odd>" * 250 + "<text:bookmark/>" * 3 * size + "x" + "</text:odd>" * 250
        return book(
            p(f"word {(remark + '<text:s/>') * size}") + p("<text:s/>") * (size // 4) + p(deep)
        )

    assert_linear(read, 1_000)
    novel = read(10_000)
    notes = novel.of_kind(ItemKind.SCENE)[0].notes.splitlines()
    assert len(said(novel)) + len(notes) == 10_000
    assert kinds(novel)[-1] == (d.PARAGRAPH, "x")


def test_crowds_of_one_name_and_of_a_title_cost_what_their_size_costs(book):
    def remark(name=""):
        return f"<office:annotation{name}><text:p>So?</text:p></office:annotation>word "

    def read(size):
        named = remark(' office:name="a"') * size + '<office:annotation-end office:name="a"/>'
        return book(p(named) + h(remark() * size) + p("...") * (size // 10) + p("word"))

    assert_linear(read, 500)
    novel = read(4_000)
    notes = novel.of_kind(ItemKind.SCENE)[0].notes.splitlines()
    assert len(said(novel)) + len(notes) == 8_000


@pytest.mark.parametrize("seed", range(2))
def test_damaged_files_are_read_or_refused(tmp_path, seed):
    path = tmp_path / "damaged.odt"
    for data in damaged(LIBREOFFICE.read_bytes(), seed):
        path.write_bytes(data)
        got = outcome(read_source, path)
        assert isinstance(got, SourceDamagedError | SourceEmptyError) or got.items


def test_damaged_words_are_read_or_refused(tmp_path):
    """The same inside of the archive, where no check sum finds it."""
    with zipfile.ZipFile(LIBREOFFICE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "damaged.odt"
    for data in damaged(files["content.xml"], seed=7):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, content_of in (files | {"content.xml": data}).items():
                archive.writestr(name, content_of)
        path.write_bytes(made.getvalue())
        got = outcome(read_source, path)
        assert isinstance(got, SourceDamagedError | SourceEmptyError) or got.items


def test_reading_is_stopped():
    with pytest.raises(ReadingCancelledError):
        read_source(LIBREOFFICE, progress=lambda done: None, cancelled=lambda: True)


@pytest.mark.corpus
def test_every_text_of_the_collection():
    files = sorted(corpus("office").glob("*.odt"))
    assert files
    for file in files:
        assert read_source(file).counts().words, file.name
