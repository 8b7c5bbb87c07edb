# SPDX-License-Identifier: MIT
"""DOCX and ODT as a preset wants them: pages, heads, title page, contents, comments."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from novelist.domain import document as d
from novelist.domain.comments import Remark, Thread
from novelist.domain.compiling.settings import (
    ChapterStart,
    CompileSettings,
    Content,
    Page,
    RunningHead,
    Typography,
)
from novelist.domain.document import Atom, Block, Document, Mark, Run, document_of, paragraph
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.importers.base import read_source
from novelist.importers.xml_reading import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = [ExportFormat.DOCX, ExportFormat.ODT]
MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FIELDS = {"surname": "Farrow", "keyword": "NEAP", "about-words": "98,000",
          "contact": "Ada Farrow\n1 Quay <Street>"}  # fmt: skip
SUBMISSION = CompileSettings(
    page=Page(paper="letter", size=12, leading=2, justified=False, hyphenated=False,
              running_head=RunningHead.SUBMISSION),
)  # fmt: skip


def novel(*blocks, **values):
    scene = ManuscriptItem(ItemKind.SCENE, "", Document(blocks), 1)
    items = (
        ManuscriptItem(ItemKind.CHAPTER, "Ebb", number=1, headings=("CHAPTER ONE", "Ebb")), scene,
        ManuscriptItem(ItemKind.CHAPTER, "Flood", number=2, headings=("CHAPTER TWO", "Flood")),
        ManuscriptItem(ItemKind.SCENE, "", document_of("It came in."), 1),
    )  # fmt: skip
    given = {"title": "The Neap Tides", "author": "Ada Farrow", "language": "en-US",
             "items": items, "fields": FIELDS} | values  # fmt: skip
    return Manuscript(**given)


def parts(manuscript, settings, form=ExportFormat.DOCX):
    (file,) = export(manuscript, ExportOptions(form, settings=settings))
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def body(manuscript, settings):
    return parse_xml(parts(manuscript, settings)["word/document.xml"].encode()).find(f"{W}body")


def lines(manuscript, settings):
    """The style and the words of each paragraph of a DOCX."""
    found = []
    for each in body(manuscript, settings).findall(f"{W}p"):
        style = each.find(f"{W}pPr/{W}pStyle")
        marks = {f"{W}t": lambda run: run.text or "", f"{W}tab": lambda _: "\t",
                 f"{W}br": lambda _: "\n"}  # fmt: skip
        words = "".join(marks[run.tag](run) for run in each.iter() if run.tag in marks)
        found.append((style.get(f"{W}val") if style is not None else "", words))
    return found


@pytest.mark.parametrize("form", OFFICE)
def test_margins_that_leave_no_room_are_made_smaller(form):
    page = Page(paper="5x8", inside=90, outside=90, top=100, bottom=100)
    parted = parts(novel(paragraph("One.")), CompileSettings(page=page), form)
    if form is ExportFormat.DOCX:
        found = re.findall(
            r'w:(?:left|right)="(\d+)" ', _element("w:pgMar", parted, "word/document")
        )
        room = 5 * 72 - sum(map(int, found)) / 20
    else:
        layout = _element("style:page-layout-properties", parted, "styles")
        found = re.findall(r'margin-(?:left|right)="([\d.]+)pt"', layout)
        room = 5 * 72 - sum(map(float, found))
    assert len(found) == 2
    assert room == pytest.approx(20 * 72 / 25.4, abs=0.2)


def _element(name, parted, part):
    return re.search(rf"<{name}[^>]*>", parted[f"{part}.xml"])[0]


def edges(manuscript, settings):
    """What the section says: its edges by kind and side, with their text and alignment."""
    found = parts(manuscript, settings)
    relations = {
        each.get("Id"): each.get("Target")
        for each in parse_xml(found["word/_rels/document.xml.rels"].encode())
    }
    section = parse_xml(found["word/document.xml"].encode()).find(f"{W}body/{W}sectPr")
    result = {}
    for each in section:
        if each.tag.endswith("Reference"):
            number = next(value for key, value in each.items() if key.endswith("}id"))
            edge = parse_xml(found[f"word/{relations[number]}"].encode())
            words = "".join(edge.itertext())
            align = edge.find(f".//{W}jc").get(f"{W}val")
            kind = each.tag.removeprefix(W).removesuffix("Reference")
            result[kind, each.get(f"{W}type")] = (" ".join(words.split()), align)
    return result, section, found


def style(manuscript, settings, name):
    styles = parse_xml(parts(manuscript, settings)["word/styles.xml"].encode())
    return next(each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == name)


def test_a_submission_begins_with_who_wrote_how_much():
    found = lines(novel(paragraph("It went out.")), SUBMISSION)
    assert found == [
        ("Contact", "Ada Farrow\tabout 98,000 words"),
        ("Contact", "1 Quay <Street>"),
        ("Title", "The Neap Tides"),
        ("Author", "by Ada Farrow"),
        ("Heading1", "CHAPTER ONE\nEbb"),
        ("FirstParagraph", "It went out."),
        ("Heading1", "CHAPTER TWO\nFlood"),
        ("FirstParagraph", "It came in."),
    ]


def test_a_chinese_submission_says_so_in_chinese():
    found = lines(novel(language="zh", title="潮", author="艾达"), SUBMISSION)
    assert ("Contact", "Ada Farrow\t约 98,000 字") in found
    assert ("Author", "艾达　著") in found


def test_the_head_of_a_submission_stands_right_from_the_second_page_on():
    found, section, _ = edges(novel(), SUBMISSION)
    assert found == {("header", "default"): ("Farrow / NEAP / PAGE 2", "right")}
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}pgSz").get(f"{W}w") == "12240"
    assert section.find(f"{W}pgMar").get(f"{W}left") == "1440"


def test_a_submission_is_double_spaced_ragged_and_of_one_size():
    manuscript = novel()
    normal = style(manuscript, SUBMISSION, "Normal").find(f"{W}pPr/{W}spacing")
    assert (normal.get(f"{W}line"), normal.get(f"{W}lineRule")) == ("480", "atLeast")
    assert style(manuscript, SUBMISSION, "BodyText").find(f"{W}pPr/{W}jc") is None
    heading = style(manuscript, SUBMISSION, "Heading1")
    assert heading.find(f"{W}rPr/{W}sz") is None
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert heading.find(f"{W}pPr/{W}spacing").get(f"{W}before") == str(15840 // 3 - 1440)


def test_a_story_begins_below_its_title():
    page = replace(SUBMISSION.page, chapter_start=ChapterStart.SAME_PAGE)
    manuscript, settings = novel(paragraph("Out.")), replace(SUBMISSION, page=page)
    assert "PageStart" not in [name for name, _ in lines(manuscript, settings)]
    assert style(manuscript, settings, "Heading1").find(f"{W}pPr/{W}pageBreakBefore") is None


def test_what_begins_no_page_of_its_own_is_not_on_the_title_page():
    page = Page(chapter_start=ChapterStart.SAME_PAGE)
    found = [name for name, _ in lines(novel(), CompileSettings(page=page))]
    assert found[:4] == ["Title", "Author", "PageStart", "Heading1"]
    scene = ManuscriptItem(ItemKind.SCENE, "", document_of("Alone."))
    found = [name for name, _ in lines(novel(items=(scene,)), CompileSettings())]
    assert found[:3] == ["Title", "Author", "PageStart"]
    bare = CompileSettings(content=Content(title_page=False))
    assert lines(novel(), bare)[0] == ("Heading1", "CHAPTER ONE\nEbb")


@pytest.mark.parametrize(
    ("head", "left", "right"),
    [
        (RunningHead.AUTHOR_TITLE, "Ada Farrow", "The Neap Tides"),
        (RunningHead.TITLE_CHAPTER, "The Neap Tides", "STYLEREF 1 The Neap Tides"),
    ],
)
def test_left_and_right_pages_have_heads_of_their_own(head, left, right):
    settings = CompileSettings(page=Page(running_head=head, mirrored=True))
    found, _, files = edges(novel(), settings)
    assert found["header", "even"][0] == left
    assert found["header", "default"][0] == right
    assert found["footer", "even"] == found["footer", "default"] == ("PAGE 2", "center")
    assert "w:evenAndOddHeaders" in files["word/settings.xml"]
    assert "w:mirrorMargins" in files["word/settings.xml"]


def test_pages_without_heads_and_numbers():
    found, section, _ = edges(novel(), CompileSettings(page=Page(page_numbers=False)))
    assert not found
    assert section.find(f"{W}lnNumType") is None
    settings = CompileSettings(page=Page(paper="a5", line_numbers=True, inside=25))
    found, section, _ = edges(novel(), settings)
    assert list(found) == [("footer", "default")]
    assert section.find(f"{W}lnNumType") is not None
    assert section.find(f"{W}pgSz").get(f"{W}w") == "8391"
    assert section.find(f"{W}pgMar").get(f"{W}left") == "1417"


def test_type_and_paragraphs_are_those_of_the_preset():
    page = Page(typeface="EB Garamond", size=10.5, leading=1.5)
    settings = CompileSettings(page=page, typography=Typography(paragraph_space=True))
    manuscript = novel()
    styles = parts(manuscript, settings)["word/styles.xml"]
    assert 'w:ascii="EB Garamond"' in styles
    text = style(manuscript, settings, "BodyText").find(f"{W}pPr")
    assert text.find(f"{W}jc").get(f"{W}val") == "both"
    assert text.find(f"{W}ind").get(f"{W}firstLine") == "0"
    assert text.find(f"{W}spacing").get(f"{W}after") == str(round(10.5 * 1.5 * 20))
    chinese = style(novel(language="zh"), settings, "BodyText").find(f"{W}pPr/{W}ind")
    assert chinese.get(f"{W}firstLineChars") == "200", "Chinese keeps its indent beside the space"


def test_headings_of_scenes_begin_no_page():
    items = (
        ManuscriptItem(ItemKind.CHAPTER, "Ebb", number=1, headings=("Ebb",)),
        ManuscriptItem(ItemKind.SCENE, "", document_of("Out."), 1, headings=("The Quay",)),
    )
    manuscript = novel(items=items)
    assert ("Heading2", "The Quay") in lines(manuscript, CompileSettings())
    heading = style(manuscript, CompileSettings(), "Heading2")
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is None


def test_chapters_inside_parts_are_below_them_and_those_beside_are_not():
    items = (
        ManuscriptItem(ItemKind.FRONT, "Dedication", document_of("To A."), headings=("To",)),
        ManuscriptItem(ItemKind.PART, "I", headings=("I",)),
        ManuscriptItem(ItemKind.CHAPTER, "Ebb", depth=1, headings=("Ebb",)),
        ManuscriptItem(ItemKind.CHAPTER, "After", depth=0, headings=("After",)),
    )
    found = lines(novel(items=items), CompileSettings())
    assert [name for name, _ in found if name.startswith("Heading")] == [
        "Heading1", "Heading1", "Heading2", "Heading1",
    ]  # fmt: skip


def test_an_empty_line_between_scenes():
    items = (*novel(paragraph("Out.")).items[:2],
             ManuscriptItem(ItemKind.SCENE, "", document_of("Later."), 1))  # fmt: skip
    found = lines(novel(items=items, scene_break=""), SUBMISSION)
    assert ("SceneBreak", "\u00a0") in found


@pytest.mark.parametrize("form", OFFICE)
def test_contents_name_every_chapter_and_know_its_page(form):
    settings = CompileSettings(content=Content(contents=True))
    name = {"docx": "word/document.xml", "odt": "content.xml"}[form]
    text = parts(novel(paragraph("Out.")), settings, form)[name]
    opening = text[: text.index("Out.")]
    assert ">Contents<" in opening
    assert opening.count("CHAPTER TWO  Flood") == 1
    for place in ("heading_1", "heading_2"):
        assert text.count(f'name="{place}"') >= 1, "nothing to lead to"
        assert re.search(rf"PAGEREF {place}|ref-name=\"{place}\"", opening)


def test_the_pages_of_an_odt_are_those_of_the_preset():
    settings = CompileSettings(
        page=Page(paper="a5", size=10, leading=1.5, running_head=RunningHead.TITLE_CHAPTER)
    )
    found = parts(novel(paragraph("Out.")), settings, ExportFormat.ODT)
    styles = parse_xml(found["styles.xml"].encode())
    values = {name.rpartition("}")[2]: value for each in styles.iter() for name, value in
              each.items() if each.tag.endswith("page-layout-properties")}  # fmt: skip
    assert values["page-width"] == "419.55pt"
    heads = {each.tag.rpartition("}")[2]: "".join(each.itertext()) for each in styles.iter()
             if each.tag.rpartition("}")[2] in ("header", "header-left")}  # fmt: skip
    assert heads == {"header": "The Neap Tides", "header-left": "The Neap Tides"}
    assert "text:chapter" in found["styles.xml"]
    assert 'text:style-name="Title">The Neap Tides<' in found["content.xml"]
    assert "meta.xml" in found["META-INF/manifest.xml"], "LibreOffice opens no file without it"


# -- comments --------------------------------------------------------------------------------------


def on(text, *marks):
    return Run(text, d.canonical((*(Mark(name) for name in marks), Mark(d.COMMENT, "ab"))))


NOTE = Atom(d.FOOTNOTE, {"id": "1", "blocks": [["p", ["Below."]]]}, (Mark(d.COMMENT, "ab"),))
COMMENTED = (
    Block(inlines=(Run("It was "), on("quick"), NOTE, on(" and wet", d.EMPHASIS), Run("."))),
    Block(inlines=(on("Still"), Run(" there."))),
    Block(d.LIST_ITEM, (Run("oars", (Mark(d.COMMENT, "gone"),)),)),
    Block(inlines=(on("Again"),)),
)
THREADS = {
    "ab": Thread(1, "ab", 1, "quick", (
        Remark(1, "Too <quick>?\nReally.", "Bo & Co.", MADE), Remark(2, "No.", "Ada", MADE),
    )),
}  # fmt: skip


def test_comments_come_back_from_a_docx(tmp_path):
    manuscript = novel(*COMMENTED, threads=THREADS)
    (file,) = export(manuscript, ExportOptions(ExportFormat.DOCX, settings=SUBMISSION))
    path = tmp_path / "commented.docx"
    path.write_bytes(file.data)
    found = [each for item in read_source(path).walk() for each in item.comments]
    (comment,) = found
    (remark,) = comment.remarks
    assert (remark.author, remark.made_at) == ("Bo & Co.", MADE)
    assert remark.text == "Too <quick>? Really. Ada: No."
    assert comment.passage.split() == ["quick", "and", "wet.", "Still"]


def test_an_odt_has_the_comments_too():
    manuscript = novel(*COMMENTED, threads=THREADS)
    text = parts(manuscript, SUBMISSION, ExportFormat.ODT)["content.xml"]
    assert text.count("<office:annotation ") == 2, "one is an answer"
    assert text.count("<office:annotation-end ") == 2
    assert "<dc:creator>Bo &amp; Co.</dc:creator><dc:date>2026-01-02T03:04:05Z</dc:date>" in text
    assert "<text:p>Too &lt;quick&gt;?</text:p><text:p>Really.</text:p></office:ann" in text
    assert "<text:p>No.</text:p></office:annotation>" in text
    assert text.index("annotation-end") > text.index("Still")


@pytest.mark.parametrize("form", list(OFFICE))
def test_what_no_file_can_hold_is_in_no_comment(form):
    hurt = {"ab": Thread(1, "ab", 1, "", (Remark(1, "a\ud800b\x00c", "\ud800", MADE),))}
    fields = {name: "\ud800\x01" for name in FIELDS}
    manuscript = novel(*COMMENTED, threads=hurt, fields=fields, title="\ud800", author="\x02")
    (file,) = export(manuscript, ExportOptions(form, settings=SUBMISSION))
    assert "unwritable_character" in {str(each.reason) for each in file.warnings}


# -- pages -----------------------------------------------------------------------------------------


def printed(manuscript, settings, form, folder, filter="pdf"):
    """The words of each page as LibreOffice prints them."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (file,) = export(manuscript, ExportOptions(form, settings=settings))
    path = folder / f"pages.{form}"
    path.write_bytes(file.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", filter, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, timeout=120, capture_output=True)
    pdf = pypdfium2.PdfDocument(folder / "pages.pdf")
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    finally:
        pdf.close()


@pytest.mark.full
@pytest.mark.parametrize("form", OFFICE)
def test_printed_pages_of_a_submission(form, tmp_path):
    pages = printed(novel(*COMMENTED, threads=THREADS), SUBMISSION, form, tmp_path)
    assert len(pages) == 3
    assert pages[0].startswith("Ada Farrow about 98,000 words 1 Quay <Street> The Neap Tides")
    assert "NEAP" not in pages[0]
    assert "Farrow / NEAP / 2" in pages[1]
    assert "CHAPTER ONE Ebb" in pages[1]
    assert "Below." in pages[1], "the note stands at the foot of its page"
    assert "Farrow / NEAP / 3" in pages[2]
    assert "CHAPTER TWO Flood" in pages[2]


@pytest.mark.full
@pytest.mark.parametrize("form", OFFICE)
def test_printed_contents_know_their_pages(form, tmp_path):
    settings = CompileSettings(content=Content(contents=True))
    pages = printed(novel(*COMMENTED), settings, form, tmp_path)
    assert "CHAPTER ONE Ebb 3 CHAPTER TWO Flood 4" in pages[1]
    assert "CHAPTER TWO" in pages[3]


RIGHT = CompileSettings(
    content=Content(title_page=True),
    page=Page(paper="a5", mirrored=True, chapter_start=ChapterStart.RIGHT_PAGE,
              running_head=RunningHead.AUTHOR_TITLE),
)  # fmt: skip


def sections(manuscript, settings):
    """The sections of a DOCX: how each begins, whether it has heads of its own, its last words."""
    found, words = [], []
    for each in body(manuscript, settings):
        said = "".join(each.itertext()).strip()
        words += [said] if said else []
        section = each if each.tag == f"{W}sectPr" else each.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            kind = section.find(f"{W}type")
            own = [one for one in section if one.tag.endswith(("Reference", "titlePg"))]
            shown = kind.get(f"{W}val") if kind is not None else ""
            found.append((shown, bool(own), words[-1]))
            assert section.find(f"{W}pgMar") is not None
    return found


def test_chapters_of_a_docx_begin_right_pages_by_sections():
    book = novel(paragraph("It went out."))
    assert sections(book, RIGHT) == [
        ("", True, "Ada Farrow"), ("oddPage", False, "It went out."),
        ("oddPage", False, "It came in."),
    ]  # fmt: skip
    assert not [words for style, words in lines(book, RIGHT) if not words], "no empty paragraphs"
    without = replace(RIGHT, content=Content(title_page=False))
    assert sections(book, without) == [
        ("", True, "It went out."), ("oddPage", False, "It came in."),
    ]  # fmt: skip


def test_chapters_that_begin_any_page_need_no_sections():
    page = replace(RIGHT.page, chapter_start=ChapterStart.NEW_PAGE)
    book = novel(paragraph("It went out."))
    assert sections(book, replace(RIGHT, page=page)) == [("", True, "It came in.")]


def test_headings_of_scenes_begin_no_right_page():
    book = novel(paragraph("It went out."))
    named = [replace(each, headings=each.headings or ("At sea",)) for each in book.items]
    assert len(sections(replace(book, items=named), RIGHT)) == 3


def test_chapters_of_an_odt_begin_pages_of_a_right_layout():
    found = parts(novel(paragraph("It went out.")), RIGHT, ExportFormat.ODT)["styles.xml"]
    named = {each.get(f"{STYLE}name"): each for each in parse_xml(found.encode()).iter()}
    assert named["Heading_20_1"].get(f"{STYLE}master-page-name") == "Right_20_Page"
    assert named["RightPages"].get(f"{STYLE}page-usage") == "right"
    master = named["Right_20_Page"]
    assert master.get(f"{STYLE}page-layout-name") == "RightPages"
    assert master.get(f"{STYLE}next-style-name") == "Following"
    assert "The Neap Tides" in "".join(master.itertext())


@pytest.mark.parametrize("has_title_page", [True, False])
def test_an_odt_that_begins_with_a_chapter_has_the_first_page_of_others(has_title_page):
    settings = replace(RIGHT, content=Content(title_page=has_title_page))
    found = parts(novel(paragraph("It went out.")), settings, ExportFormat.ODT)["content.xml"]
    styles = re.findall(r'<text:h text:style-name="([^"]*)"', found)
    assert styles == ["Heading_20_1" if has_title_page else "First_20_Heading", "Heading_20_1"]
    own = '<style:style style:name="First_20_Heading" style:family="paragraph"'
    assert (own in found) is not has_title_page


@pytest.mark.full
@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize(("language", "word"), [("en-US", "It went out. "), ("zh", "潮水退去了。")])
def test_printed_chapters_stand_on_right_pages(form, language, word, tmp_path):
    long = [paragraph(word * 40) for _ in range(4)]
    blank = '{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
    pages = printed(
        novel(*long, language=language), RIGHT, form, tmp_path, f"pdf:writer_pdf_Export:{blank}"
    )
    first = next(number for number, words in enumerate(pages) if "Ebb" in words)
    second = next(number for number, words in enumerate(pages) if "Flood" in words)
    assert (first, second % 2) == (2, 0)
    assert not pages[1]
    assert pages[second].startswith("The Neap Tides")
    assert pages[second].endswith(f"{second + 1}")
    assert [not words for words in pages].count(True) == 2 - (second - first) // 2 % 2
