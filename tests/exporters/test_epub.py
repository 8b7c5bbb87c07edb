# SPDX-License-Identifier: MIT
"""Books as shops take them: what their files say of themselves, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from novelist.domain import document as d
from novelist.domain import heading_words
from novelist.domain.compiling.settings import CompileSettings, Content, Page, Typography
from novelist.domain.document import Atom, Block, Document, Run, document_of, paragraph
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.pictures import PictureFile, PictureKind, picture_digest
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.exporters.pandoc.matter import matter_of
from novelist.importers.base import read_source
from novelist.importers.xml_reading import parse_xml
from tests.importers.test_pandoc import PIXEL

PICTURE = picture_digest(PIXEL)
PICTURES = {PICTURE: PictureFile(PictureKind.PNG, PIXEL)}
NOTE = Atom(d.FOOTNOTE, {"id": "1", "blocks": [["p", ["Below."]]]})
ITEMS = (
    ManuscriptItem(ItemKind.FRONT, "Dedication", document_of("To A."), headings=("Dedication",)),
    ManuscriptItem(ItemKind.PART, "Springs", headings=("Springs",)),
    ManuscriptItem(ItemKind.CHAPTER, "Ebb", depth=1, headings=("CHAPTER ONE", "Ebb & <Flow>")),
    ManuscriptItem(ItemKind.SCENE, "", Document((Block(inlines=(Run("Out."), NOTE)),)), 2),
    ManuscriptItem(ItemKind.CHAPTER, "Epilogue", depth=0, headings=("Epilogue",)),
    ManuscriptItem(ItemKind.SCENE, "", document_of("In."), 1),
    ManuscriptItem(ItemKind.BACK, "Afterword", document_of("She."), headings=("Afterword",)),
)  # fmt: skip
EPUB = CompileSettings(format=ExportFormat.EPUB)


def novel(*items, **values):
    given = {"title": "Neaps & Springs", "author": "Ada Farrow", "language": "en-GB",
             "items": items or ITEMS} | values  # fmt: skip
    return Manuscript(**given)


def written(manuscript, settings=EPUB, **values):
    (file,) = export(manuscript, ExportOptions(ExportFormat.EPUB, settings=settings, **values))
    return file.data


def parts(manuscript, settings=EPUB):
    with zipfile.ZipFile(io.BytesIO(written(manuscript, settings))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for name, data in found.items():
        if name.endswith(("xhtml", "opf", "ncx")):
            parse_xml(data.replace(b"<!DOCTYPE html>", b""))
    return {name: data.decode("utf-8", "replace") for name, data in found.items()}


def pages(manuscript, settings=EPUB):
    return [text for name, text in parts(manuscript, settings).items() if "/text/ch" in name]


def package(manuscript, settings=EPUB):
    return parts(manuscript, settings)["EPUB/content.opf"]


def said(text, name):
    return re.findall(rf'<meta[^>]* property="{name}"[^>]*>([^<]*)</meta>', text)


def test_files_are_called_by_their_chapters():
    titles = [re.search("<title>(.*?)</title>", page)[1] for page in pages(novel())]
    assert titles == [
        "Dedication", "Springs", "CHAPTER ONE Ebb &amp; &lt;Flow&gt;", "Epilogue", "Afterword",
    ]  # fmt: skip


def test_parts_of_the_book_say_what_they_are():
    found = []
    for page in pages(novel()):
        section = re.search("<section[^>]*>", page)[0]
        found.append((
            re.search('<body epub:type="(.*?)"', page)[1],
            re.search('epub:type="(.*?)"', section)[1], re.search('role="(.*?)"', section)[1],
        ))  # fmt: skip
    assert found == [
        ("frontmatter", "dedication", "doc-dedication"),
        ("bodymatter", "part", "doc-part"),
        ("bodymatter", "chapter", "doc-chapter"),
        ("bodymatter", "epilogue", "doc-epilogue"),
        ("backmatter", "afterword", "doc-afterword"),
    ]
    assert "data-division" not in "".join(pages(novel()))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("The Prologue: Rain", "prologue"), ("Prologues", ""), ("楔子　雨", "prologue"),
        ("序", "foreword"), ("序列", ""), ("Author’s Note", "preface"),
        ("About the Author", "contributors"),
        ("后记", "afterword"), ("致谢", "acknowledgments"), ("", ""),
    ],
)  # fmt: skip
def test_matter_is_told_by_its_title(title, kind):
    assert matter_of(ManuscriptItem(ItemKind.FRONT, title)).type == kind


def test_every_name_that_headings_have_is_known():
    names = (*heading_words.FRONT_NAMES, *heading_words.BACK_NAMES, *heading_words.HAN_FRONT_NAMES,
             *heading_words.HAN_BACK_NAMES)  # fmt: skip
    unknown = [name for name in names if not matter_of(ManuscriptItem(ItemKind.FRONT, name)).type]
    assert not unknown


def test_one_finds_ones_way():
    manuscript = novel(pictures=PICTURES, fields={"cover-digest": PICTURE})
    navigation = parts(manuscript)["EPUB/nav.xhtml"]
    marks = navigation[navigation.index("landmarks") :]
    assert re.findall('epub:type="(\\w+)" href="(.*?)">(.*?)<', marks) == [
        ("cover", "text/cover.xhtml", "Cover"),
        ("titlepage", "text/title_page.xhtml", "Title page"),
        ("toc", "#toc", "Contents"),
        ("bodymatter", "text/ch002.xhtml", "Start of text"),
    ]
    chinese = parts(novel(language="zh"))["EPUB/nav.xhtml"]
    assert ">目录</h1>" in chinese
    assert ">正文</a>" in chinese
    assert "<br />" not in navigation


def test_contents_are_read_where_the_preset_wants_them():
    wanted = package(novel(), replace(EPUB, content=Content(contents=True)))
    assert '<itemref idref="nav" />' in wanted
    assert '<itemref idref="nav" linear="no" />' in package(novel())


def test_no_title_page_where_none_is_wanted():
    found = parts(novel(), replace(EPUB, content=Content(title_page=False)))
    assert "EPUB/text/title_page.xhtml" not in found
    navigation = found["EPUB/nav.xhtml"]
    assert "titlepage" not in navigation
    assert navigation.count('epub:type="landmarks"') == 1, "they are there all the same"
    assert 'epub:type="bodymatter" href="text/ch002.xhtml"' in navigation


@pytest.mark.parametrize(
    ("isbn", "said_as"),
    [("0-8044-2957-x", "urn:isbn:080442957X"), ("978-3-16-148410-1", "urn:uuid:")],
)
def test_a_number_that_is_no_isbn_is_left_out(isbn, said_as):
    found = package(novel(fields={"isbn": isbn}))
    assert f'id="epub-id-1">{said_as}' in found


def test_the_book_says_what_it_is():
    fields = {"series": "Tides", "series-index": "2", "isbn": "978-3-16-148410-0", "year": "2026",
              "subtitle": "A Novel", "modified": "2026-11-22T10:00:00Z"}  # fmt: skip
    found = package(novel(fields=fields))
    assert 'id="epub-id-1">urn:isbn:9783161484100</dc:identifier>' in found
    assert ">Neaps &amp; Springs</dc:title>" in found
    assert ">A Novel</dc:title>" in found
    assert ">en-GB</dc:language>" in found
    assert said(found, "file-as") == ["Farrow, Ada"]
    assert said(found, "belongs-to-collection") == ["Tides"]
    assert said(found, "group-position") == ["2"]
    assert said(found, "dcterms:modified") == ["2026-11-22T10:00:00Z"]
    assert "<dc:date>2026</dc:date>" in found


def test_the_same_novel_is_the_same_file():
    first, second = written(novel()), written(novel())
    assert first == second
    (number,) = re.findall(r"urn:uuid:[0-9a-f-]{36}", package(novel()))
    changed = novel(*ITEMS[:4])
    assert number in package(changed), "the number is that of the novel"
    assert number in parts(changed)["EPUB/toc.ncx"]
    assert number not in package(novel(title="Springs"))


def test_chinese_books_are_in_chinese():
    found = package(novel(language="zh", author="艾达·林"))
    assert ">zh-CN</dc:language>" in found
    assert said(found, "file-as") == ["艾达·林"]
    (summary,) = said(found, "schema:accessibilitySummary")
    assert summary.startswith("正文")
    assert ">zh-Hant</dc:language>" in package(novel(language="zh-Hant"))
    assert ">und</dc:language>" in package(novel(language='e"<'))


def with_picture(alt, **values):
    block = Block(d.IMAGE_BLOCK, (), {"digest": PICTURE, "alt": alt})
    items = (ITEMS[2], ManuscriptItem(ItemKind.SCENE, "", Document((block,)), 2))
    return novel(*items, **{"pictures": PICTURES} | values)


def test_pictures_are_described_only_where_all_are():
    found = package(with_picture("A lamp"))
    assert said(found, "schema:accessMode") == ["textual", "visual"]
    assert said(found, "schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in said(found, "schema:accessibilityFeature")
    found = package(with_picture(""))
    assert said(found, "schema:accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in said(found, "schema:accessibilityFeature")
    found = package(novel())
    assert said(found, "schema:accessMode") == ["textual"]
    assert "alternativeText" not in said(found, "schema:accessibilityFeature")
    assert said(found, "schema:accessibilityHazard") == ["none"]


def test_the_cover_has_words():
    found = parts(with_picture("A lamp", fields={"cover-digest": PICTURE}))
    assert 'properties="cover-image"' in found["EPUB/content.opf"]
    assert 'properties="svg"' not in found["EPUB/content.opf"]
    page = found["EPUB/text/cover.xhtml"]
    assert 'alt="Cover: Neaps &amp; Springs"' in page
    (shown,) = re.findall('<img src="\\.\\./(.*?)"', page)
    assert f"EPUB/{shown}" in found
    gone = parts(novel(fields={"cover-digest": PICTURE}))
    assert "EPUB/text/cover.xhtml" not in gone


def test_a_picture_that_programs_need_not_know_is_told():
    bitmap = {PICTURE: PictureFile(PictureKind.BMP, PIXEL)}
    manuscript = with_picture("A lamp", pictures=bitmap)
    (file,) = export(manuscript, ExportOptions(ExportFormat.EPUB, settings=EPUB))
    assert [str(each.reason) for each in file.warnings] == ["image_as_text"]


def test_long_chapters_go_on_in_files_of_their_own(tmp_path):
    texts = [f"{number} " + "tide " * 2000 for number in range(60)]
    scene = ManuscriptItem(ItemKind.SCENE, "", document_of(*texts), 2)
    manuscript = novel(ITEMS[2], scene, *ITEMS[4:6])
    found = pages(manuscript)
    assert len(found) > 3
    assert max(len(page.encode()) for page in found) < 300_000
    assert all("<title>CHAPTER ONE" in page for page in found[:-1])
    assert "continued" not in "".join(re.findall("<h[12].*?>", "".join(found)))
    navigation = parts(manuscript)["EPUB/nav.xhtml"]
    assert navigation.count("<li id=") == 2
    path = tmp_path / "long.epub"
    path.write_bytes(written(manuscript))
    back = [each.plain_text.strip() for item in read_source(path).walk() for each in item.document]
    assert back == [text.strip() for text in (*texts, "In.")]


def test_notes_are_asides():
    page = pages(novel())[2]
    assert re.search('<a [^>]*epub:type="noteref"', page)
    assert re.search('<aside [^>]*role="doc-footnote"', page)


def test_the_sheet_follows_the_preset():
    def sheet(settings, language="en"):
        return parts(novel(language=language), settings)["EPUB/styles/stylesheet1.css"]

    assert "p + p { margin-top" not in sheet(EPUB)
    assert "hyphens: auto" in sheet(EPUB)
    spaced = replace(EPUB, typography=Typography(paragraph_space=True))
    assert "p + p { margin-top: 1em; }" in sheet(spaced)
    assert sheet(spaced).endswith("p { text-indent: 0; }\n")
    assert not sheet(spaced, "zh").endswith("p { text-indent: 0; }\n")
    ragged = replace(EPUB, page=Page(justified=False))
    assert "\np { text-align: justify; }" in sheet(EPUB)
    assert "\np { text-align: justify; }" not in sheet(ragged)


def test_files_of_chapters_have_numbers_of_their_own():
    options = ExportOptions(ExportFormat.EPUB, per_chapter=True, settings=EPUB)
    files = export(novel(fields={"uuid": "1", "isbn": "9783161484100"}), options)
    numbers = set()
    for file in files:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            numbers |= set(re.findall(b"urn:uuid:[0-9a-f-]+", archive.read("EPUB/content.opf")))
            assert "EPUB/text/title_page.xhtml" not in archive.namelist()
    assert len(numbers) == len(files) > 2


def test_without_a_preset_the_book_is_as_pandoc_writes_it():
    assert "accessibilitySummary" not in package(novel(), None)
    assert "bodymatter" in "".join(pages(novel(), None))


def test_words_that_cannot_be_written_stop_no_book():
    hurt = "a\ud800b\x00c\\1"
    fields = {name: hurt for name in ("series", "isbn", "subtitle", "uuid", "modified", "year")}
    items = (ManuscriptItem(ItemKind.CHAPTER, hurt, headings=(hurt,)),
             ManuscriptItem(ItemKind.SCENE, "", Document((paragraph(hurt),)), 1))  # fmt: skip
    found = parts(novel(*items, title=hurt, author=hurt, language=hurt, fields=fields))
    assert "a\ufffdb\ufffdc\\1" in found["EPUB/content.opf"]
