# SPDX-License-Identifier: MIT
"""DOCX, ODT and EPUB go out, and what comes back of them."""

from __future__ import annotations

import errno
import io
import re
import tempfile
import zipfile
from datetime import UTC, datetime

import pytest

from novelist.domain import document as d
from novelist.domain.comments import Remark, Thread
from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.document import Atom, Block, Document, Mark, Run, document_of, paragraph
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.pictures import PictureFile, PictureKind, picture_digest
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.exporters.pandoc import exporter
from novelist.exporters.pandoc.addresses import sound_address
from novelist.importers.base import read_source
from novelist.importers.xml_reading import parse_xml
from novelist.pandoc import PandocError, run_pandoc
from tests.exporters.references import words_in
from tests.importers.test_pandoc import PIXEL

PACKED = [ExportFormat.DOCX, ExportFormat.ODT, ExportFormat.EPUB]
PICTURE = picture_digest(PIXEL)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def scene(*blocks, depth=2):
    return ManuscriptItem(ItemKind.SCENE, "", Document(blocks), depth)


def novel(*items, **values):
    values = {"title": "Neaps", "author": "Ada Farrow", "language": "en-GB"} | values
    return Manuscript(items=items, **values)


def chapter(*blocks):
    return novel(ManuscriptItem(ItemKind.CHAPTER, "One", depth=0), scene(*blocks, depth=1))


def written(manuscript, form):
    (file,) = export(manuscript, ExportOptions(form))
    return file


def read_back(manuscript, form, tmp_path):
    path = tmp_path / f"book.{form}"
    path.write_bytes(written(manuscript, form).data)
    return read_source(path)


def texts(imported):
    return [list(item.document) for item in imported.of_kind(ItemKind.SCENE)]


def shape(items):
    return [(str(item.kind), item.title, shape(item.children)) for item in items]


def inside(file, name):
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return archive.read(name)


def names(file):
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return archive.namelist()


@pytest.mark.parametrize("form", PACKED)
def test_outline_and_words_come_back(form, tmp_path):
    manuscript = novel(
        ManuscriptItem(ItemKind.PART, "Springs", depth=0),
        ManuscriptItem(ItemKind.CHAPTER, "One", depth=1),
        scene(paragraph("The tide came in.")),
        scene(paragraph("It went out.")),
        ManuscriptItem(ItemKind.CHAPTER, "Two", depth=1),
        scene(paragraph("Night.")),
    )
    found = read_back(manuscript, form, tmp_path)
    assert (found.title, found.author, found.language) == ("Neaps", "Ada Farrow", "en-GB")
    assert shape(found.items) == [
        ("part", "Springs", [
            ("chapter", "One", [("scene", "", []), ("scene", "", [])]),
            ("chapter", "Two", [("scene", "", [])]),
        ]),
    ]  # fmt: skip
    assert [[b.plain_text for b in blocks] for blocks in texts(found)] == [
        ["The tide came in."], ["It went out."], ["Night."],
    ]  # fmt: skip


LINE = Atom(d.LINE_BREAK)
TURNED = ["It turned at ", ["nine", {"em": 1}], "."]
NOTE = Atom(d.FOOTNOTE, {"id": "1", "blocks": [["p", TURNED]]})
ADDRESS = Mark(d.LINK, "https://example.org/a?b=1")
EVERYTHING = (
    Block(inlines=(Run("Set "), *(Run(name, (Mark(name),)) for name in (
        d.EMPHASIS, d.STRONG, d.UNDERLINE, d.STRIKE, d.SMALL_CAPS, d.SUPERSCRIPT, d.SUBSCRIPT,
    )), Run(" apart"), Run("both", (Mark(d.EMPHASIS), Mark(d.STRONG))), NOTE)),
    Block(inlines=(Run("linked", (ADDRESS,)), Run(" “quoted” — …"))),
    Block(d.QUOTATION, (Run("As the book says."),)),
    Block(d.VERSE, (Run("One line"), LINE, Run("and another", (Mark(d.EMPHASIS),)))),
    Block(d.LETTER, (Run("Dear Bo,"),)),
    Block(d.HEADING, (Run("A heading"),), {"level": 2}),
    Block(d.SCENE_BREAK),
    Block(d.SCENE_BREAK, (), {"symbol": "⁂"}),
    Block(inlines=(Run("In the middle"),), attrs={"align": "center"}),
    Block(d.LIST_ITEM, (Run("oars"),)),
    Block(d.LIST_ITEM, (Run("main"),), {"ordered": True, "depth": 1}),
    Block(d.LIST_ITEM, (Run("sails"),)),
)  # fmt: skip


@pytest.mark.parametrize("form", PACKED)
def test_everything_a_text_holds_comes_back(form, tmp_path):
    ((*found,),) = texts(read_back(chapter(*EVERYTHING), form, tmp_path))
    assert found == [d.normal(block) for block in EVERYTHING]


TAGS = ("fr", "en-US", "zh-Hans", "zh-Hant-TW", "sr-Latn-RS", "grc", "de-1996", "es-419")


@pytest.mark.parametrize("form", [ExportFormat.DOCX, ExportFormat.ODT])
def test_office_documents_keep_languages_readings_and_highlights(form, tmp_path):
    spans = [Run("words", (Mark(d.LANGUAGE, tag),)) for tag in TAGS]
    blocks = (
        *(Block(inlines=(Run("Other "), span, Run("."))) for span in spans),
        Block(inlines=(Run("漢字", (Mark(d.RUBY, "かんじ"), Mark(d.STRONG))), Run("と"))),
        Block(inlines=(Run("seen", (Mark(d.HIGHLIGHT), Mark(d.LANGUAGE, "la"))), Run(" twice"))),
        Block(d.VERSE, (Run("One"), LINE, Run("two"))),
        Block(d.VERSE, (Run("A stanza"),)),
    )
    ((*found,),) = texts(read_back(chapter(*blocks), form, tmp_path))
    assert found == list(blocks)


def test_an_odt_keeps_the_spaces_of_verse(tmp_path):
    verse = Block(d.VERSE, (Run("One"), LINE, Run("  two")))
    ((found,),) = texts(read_back(chapter(verse), ExportFormat.ODT, tmp_path))
    assert found == verse


@pytest.mark.parametrize("form", [ExportFormat.DOCX, ExportFormat.ODT])
def test_office_documents_keep_front_and_back_matter(form, tmp_path):
    front, back = ItemKind.FRONT, ItemKind.BACK
    items = (
        ManuscriptItem(front, "Foreword", d.document_of("Before.")),
        *chapter(paragraph("On.")).items,
        ManuscriptItem(back, "Thanks", d.document_of("After.")),
    )
    found = read_back(novel(*items), form, tmp_path)
    assert [(str(i.kind), i.title) for i in found.items] == [
        ("front", "Foreword"), ("chapter", "One"), ("back", "Thanks"),
    ]  # fmt: skip
    assert [i.document.plain_text for i in (found.items[0], found.items[2])] == [
        "Before.",
        "After.",
    ]


@pytest.mark.parametrize("form", [ExportFormat.DOCX, ExportFormat.ODT])
def test_office_documents_keep_front_matter_without_a_heading(form, tmp_path):
    verse = Block(d.VERSE, (Run("Roll on"),))
    items = (
        ManuscriptItem(ItemKind.FRONT, "", Document((paragraph("To Bo."), verse, paragraph("A.")))),
        ManuscriptItem(ItemKind.FRONT, "Foreword", d.document_of("Before.")),
        *chapter(paragraph("On.")).items,
        ManuscriptItem(ItemKind.BACK, "", d.document_of("Set in brass.")),
    )
    found = read_back(novel(*items), form, tmp_path)
    assert [(str(i.kind), i.title, i.document.plain_text) for i in found.items] == [
        ("front", "", "To Bo.\nRoll on\nA."), ("front", "Foreword", "Before."),
        ("chapter", "One", ""), ("back", "", "Set in brass."),
    ]  # fmt: skip


def test_headings_of_front_matter_in_a_docx_are_headings_as_all_are(tmp_path):
    item = ManuscriptItem(ItemKind.FRONT, "Foreword", d.document_of("Before."))
    data = written(novel(item, *chapter(paragraph("On.")).items), ExportFormat.DOCX).data
    archive = zipfile.ZipFile(io.BytesIO(data))
    body = parse_xml(archive.read("word/document.xml"))
    title = next(p for p in body.iter(f"{W}p") if "".join(p.itertext()) == "Foreword")
    assert title.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"
    letters = title.find(f".//{W}rStyle").get(f"{W}val")
    styles = parse_xml(archive.read("word/styles.xml")).iter(f"{W}style")
    style = next(each for each in styles if each.get(f"{W}styleId") == letters)
    assert style.find(f"{W}name").get(f"{W}val") == "Front Matter Heading Char"
    assert style.find(f"{W}link").get(f"{W}val") == "FrontMatterHeading"


@pytest.mark.parametrize(("tag", "eastern"), [("fr", None), ("zh-Hant-TW", "zh-Hant-TW")])
def test_the_language_of_eastern_letters_is_said_as_such(tag, eastern):
    words = Block(inlines=(Run("On "), Run("再见", (Mark(d.LANGUAGE, tag),))))
    data = written(chapter(words), ExportFormat.DOCX).data
    body = parse_xml(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    (said,) = body.iter(f"{W}lang")
    assert (said.get(f"{W}val"), said.get(f"{W}eastAsia")) == (tag, eastern)


def test_an_odt_keeps_how_pictures_are_described_and_shown(tmp_path):
    pictures = {PICTURE: PictureFile(PictureKind.PNG, PIXEL)}
    small = {"digest": PICTURE, "alt": "A lamp & <wick>", "width": 20, "height": 20}
    plain = {"digest": PICTURE, "width": 200, "height": 200}
    blocks = (
        Block(d.IMAGE_BLOCK, (), plain),
        Block(d.IMAGE_BLOCK, (), {**plain, "alt": "A quay", "caption": "At night"}),
        Block(inlines=(Run("See "), Atom(d.IMAGE, small), Run(" there."))),
    )
    manuscript = novel(*chapter(*blocks).items, pictures=pictures)
    ((*found,),) = texts(read_back(manuscript, ExportFormat.ODT, tmp_path))
    assert found == list(blocks)


@pytest.mark.parametrize("has_preset", [False, True])
def test_the_styles_that_an_odt_names_are_in_it(has_preset):
    settings = CompileSettings() if has_preset else None
    (file,) = export(chapter(*EVERYTHING), ExportOptions(ExportFormat.ODT, settings=settings))
    style, text = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "xmlns:text:1.0}style-name"
    roots = [parse_xml(inside(file, name)) for name in ("content.xml", "styles.xml")]
    known = {e.get(f"{{{style}}}name") for root in roots for e in root.iter()}
    used = {v for e in roots[0].iter() for k, v in e.attrib.items() if k.endswith(text)}
    assert used - known == set()


def test_an_odt_keeps_comments_on_their_passages(tmp_path):
    made = datetime(2025, 3, 4, 12, tzinfo=UTC)
    remark, answer = Remark(1, "Which?", "Ada", made), Remark(2, "This.", "Bo", made)
    marked = (Mark(d.COMMENT, "aa"),)
    blocks = (
        Block(inlines=(Run("The "), Run("lamp", marked))),
        Block(inlines=(Run("went", marked), Run(" out."))),
    )
    threads = {"aa": Thread(1, "aa", 1, "", (remark, answer), resolved_at=made)}
    manuscript = novel(*chapter(*blocks).items, threads=threads)
    found = read_back(manuscript, ExportFormat.ODT, tmp_path)
    (comment,) = found.of_kind(ItemKind.SCENE)[0].comments
    assert comment.passage == "lamp\nwent"
    assert comment.is_resolved
    said = [(each.author, each.text, each.made_at) for each in comment.remarks]
    assert said == [("Ada", "Which?", made), ("Bo", "This.", made)]


@pytest.mark.parametrize("align", ["center", "right", "justify"])
@pytest.mark.parametrize("kind", [d.VERSE, d.LETTER, d.QUOTATION, d.HEADING, d.PARAGRAPH])
def test_an_odt_keeps_what_a_paragraph_is_wherever_it_stands(kind, align, tmp_path):
    attrs = {"align": align} | ({"level": 2} if kind == d.HEADING else {})
    blocks = [paragraph("Out."), Block(kind, (Run("Yours, Bo"),), attrs), paragraph("In.")]
    ((*found,),) = texts(read_back(chapter(*blocks), ExportFormat.ODT, tmp_path))
    assert found == blocks


@pytest.mark.parametrize("form", PACKED)
def test_pictures_go_along(form, tmp_path):
    pictures = {PICTURE: PictureFile(PictureKind.PNG, PIXEL)}
    block = Block(d.IMAGE_BLOCK, (), {"digest": PICTURE, "alt": "A lamp", "width": 200})
    manuscript = novel(*chapter(paragraph("See:"), block).items, pictures=pictures)
    file = written(manuscript, form)
    assert [n for n in names(file) if n.endswith(".png")], "no picture in it"
    assert not file.warnings
    assert read_back(manuscript, form, tmp_path).pictures == {PICTURE: PIXEL}
    (warning,) = written(chapter(block), form).warnings
    assert str(warning.reason) == "image_as_text"


def test_one_file_a_chapter():
    manuscript = novel(
        ManuscriptItem(ItemKind.CHAPTER, "Ebb", depth=0), scene(paragraph("Out."), depth=1),
        ManuscriptItem(ItemKind.CHAPTER, "Flood", depth=0), scene(paragraph("In."), depth=1),
    )  # fmt: skip
    files = export(manuscript, ExportOptions(ExportFormat.DOCX, per_chapter=True))
    assert [file.name for file in files] == ["01 Ebb.docx", "02 Flood.docx"]
    assert b"Out." in inside(files[0], "word/document.xml")
    assert b"Out." not in inside(files[1], "word/document.xml")


def test_a_word_document_looks_like_a_manuscript():
    file = written(chapter(paragraph("One."), paragraph("Two.")), ExportFormat.DOCX)
    styles = parse_xml(inside(file, "word/styles.xml"))
    found = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    assert {"Heading1", "BodyText", "FirstParagraph", "BlockText", "SceneBreak"} <= found.keys()
    spacing = found["Normal"].find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}line") == "480", "it is not double-spaced"
    assert found["Heading1"].find(f"{W}pPr/{W}pageBreakBefore") is not None
    body = parse_xml(inside(file, "word/document.xml"))
    used = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    assert used == ["Title", "Author", "Heading1", "FirstParagraph", "BodyText"]
    assert b"PAGE" in inside(file, next(n for n in names(file) if "footer" in n))


@pytest.mark.parametrize(
    ("language", "width", "indent"),
    [
        ("en-US", "12240", "firstLine"),
        ("en-GB", "11906", "firstLine"),
        ("zh", "11906", "firstLineChars"),
    ],
)
def test_paper_and_indent_are_those_of_the_language(language, width, indent):
    manuscript = novel(*chapter(paragraph("潮水")).items, language=language)
    file = written(manuscript, ExportFormat.DOCX)
    size = next(parse_xml(inside(file, "word/document.xml")).iter(f"{W}pgSz"))
    assert size.get(f"{W}w") == width
    styles = parse_xml(inside(file, "word/styles.xml"))
    body = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "BodyText")
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}{indent}") not in (None, "0")


def test_a_book_has_a_file_a_chapter_with_its_language():
    manuscript = novel(
        ManuscriptItem(ItemKind.PART, "I", depth=0),
        *(each for number in range(3) for each in (
            ManuscriptItem(ItemKind.CHAPTER, f"Tide {number}", depth=1), scene(paragraph("On.")),
        )),
    )  # fmt: skip
    file = written(manuscript, ExportFormat.EPUB)
    pages = [name for name in names(file) if re.search(r"ch\d+\.xhtml$", name)]
    assert len(pages) == 4
    package = inside(file, next(name for name in names(file) if name.endswith(".opf"))).decode()
    assert "<dc:title" in package
    assert ">en-GB</dc:language>" in package
    assert "Ada Farrow" in package


@pytest.mark.parametrize("form", PACKED)
def test_any_characters_and_hostile_titles_are_words(form, tmp_path):
    hostile = "<b>&amp; $x$ \\input{x} [a](b) *c* <!-- --> 𠮷😀\x00\ud800"
    manuscript = novel(
        ManuscriptItem(ItemKind.CHAPTER, hostile, depth=0), scene(paragraph(hostile), depth=1),
        title=hostile, author="<i>A</i>", language='e"n',
    )  # fmt: skip
    found = read_back(manuscript, form, tmp_path)
    shown = hostile.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert texts(found)[0][0].plain_text == shown
    assert found.of_kind(ItemKind.CHAPTER)[0].title == shown
    assert found.author == "<i>A</i>"


HURT = "a\ud800b\x00c"
HURTING = (
    Block(inlines=tuple(Run(HURT, d.marks(**{name: f"https://{HURT}"})) for name in (
        d.LINK, d.LANGUAGE, d.RUBY,
    ))),
    Block(inlines=tuple(Atom(kind, {"alt": HURT, "name": HURT, "text": HURT}) for kind in (
        d.IMAGE, d.PLACEHOLDER, "news" + HURT,
    ))),
    Block(inlines=(Atom("news" + HURT), Atom(d.PLACEHOLDER, {"name": "motto"}),
                   Atom(d.FOOTNOTE, {"blocks": HURT}))),
    Block(inlines=(Atom(d.IMAGE, {"digest": PICTURE, "alt": HURT}),)),
    Block(d.SCENE_BREAK, (), {"symbol": HURT}),
    Block(d.IMAGE_BLOCK, (), {"alt": HURT, "caption": HURT}),
    Block(d.IMAGE_BLOCK, (), {"digest": PICTURE, "alt": [HURT], "caption": HURT}),
    Block("news" + HURT, (Run(HURT),), {"align": HURT}),
)  # fmt: skip


@pytest.mark.parametrize("form", PACKED)
def test_no_word_that_cannot_be_written_stops_the_writing(form):
    """Halves of characters and controls, wherever a document may hold words."""
    file = written(
        novel(
            ManuscriptItem(ItemKind.CHAPTER, HURT, headings=(HURT, HURT)),
            scene(*HURTING), scene(paragraph(HURT)),
            title=HURT, author=HURT, language=HURT, fields={"motto": HURT}, scene_break=HURT,
            pictures={PICTURE: PictureFile(PictureKind.PNG, PIXEL)},
        ),
        form,
    )  # fmt: skip
    assert "unwritable_character" in {str(warning.reason) for warning in file.warnings}
    assert "a\ufffdb\ufffdc" in words_in(file.data)


def test_the_files_that_chapters_share_are_laid_out_once(monkeypatch):
    folders = []

    def look(_arguments, _model, *, folder, **_values):
        folders.append((folder, {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}))
        return b""

    monkeypatch.setattr(exporter, "run_pandoc", look)
    items = (ManuscriptItem(ItemKind.CHAPTER, "Ebb"), ManuscriptItem(ItemKind.CHAPTER, "Flood"))
    pictures = {PICTURE: PictureFile(PictureKind.PNG, PIXEL)}
    export(novel(*items, pictures=pictures), ExportOptions(ExportFormat.DOCX, per_chapter=True))
    first, second = folders
    assert first == second
    assert set(first[1]) == {f"{PICTURE}.png", "reference-1.docx", "reference-2.docx"}
    assert not first[0].exists()


def test_the_writing_of_chapters_goes_on_and_can_be_stopped():
    items = [ManuscriptItem(ItemKind.CHAPTER, name) for name in ("Ebb", "Flood")]
    told = []
    export(novel(*items), ExportOptions(ExportFormat.DOCX, per_chapter=True, progress=told.append))
    assert told == sorted(told)
    assert 0 <= told[0] < 0.5 <= told[-1] < 1

    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(novel(*items), ExportOptions(ExportFormat.DOCX, progress=stop))


@pytest.mark.parametrize("form", [ExportFormat.DOCX, ExportFormat.PDF])
def test_a_disk_without_room_for_what_is_made_on_the_way_is_said(monkeypatch, form):
    def full(*args, **values):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(DocumentNotWrittenError):
        export(novel(ManuscriptItem(ItemKind.CHAPTER, "Ebb")), ExportOptions(form))


def test_a_language_that_is_none_is_told(tmp_path):
    marked = Block(inlines=tuple(Run(name, (Mark(d.LANGUAGE, name),)) for name in ("fr", 'x"> y')))
    (warning,) = written(chapter(marked), ExportFormat.EPUB).warnings
    assert (str(warning.reason), warning.name) == ("unknown_attribute", 'x"> y')
    ((first,),) = texts(read_back(chapter(marked), ExportFormat.EPUB, tmp_path))
    assert [each.marks for each in first.inlines] == [(Mark(d.LANGUAGE, "fr"),), ()]


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("https://example.org/潮 a|b%2", "https://example.org/潮%20a%7Cb%252"),
        ("https://bücher.example/%20", "https://bücher.example/%20"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("https://a b/", ""), ("https://a:x/", ""), ("https://[::1", ""), ("https:a", ""),
        ("javascript:alert(1)", ""), ("file:///etc/passwd", ""), ("", ""),
    ],
)  # fmt: skip
def test_addresses_are_sound_or_none(address, sound):
    assert sound_address(address) == sound


def test_what_pandoc_complains_of_is_told_to_nobody():
    with pytest.raises(PandocError) as told:
        run_pandoc(["--from", "json", "--to", "plain"], b'{"a secret": "of the manuscript"}')
    assert re.fullmatch(r"pandoc ended with \d+", str(told.value))


def test_where_pandoc_fails_one_is_told(monkeypatch):
    def fail(*_arguments, **_values):
        raise PandocError("no")

    monkeypatch.setattr(exporter, "run_pandoc", fail)
    with pytest.raises(DocumentNotWrittenError):
        written(chapter(), ExportFormat.DOCX)


@pytest.mark.parametrize("form", PACKED)
def test_an_empty_novel_can_be_written(form):
    assert written(novel(), form).data
    assert written(novel(*chapter(*document_of("")).items), form).data
