# SPDX-License-Identifier: MIT
"""Readings over words, in pages, books and DOCX, and through our own export."""

from __future__ import annotations

import zipfile

import pytest

from novelist.domain import document as d
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import ExportOptions, export
from novelist.importers.base import read_source
from novelist.importers.pandoc.docx_ruby import linked
from tests.exporters.sample import block, document, plain, run


def read_over(novel):
    """The words of every text that have a reading, with it."""
    return [
        (inline.text, mark.value)
        for item in novel.of_kind(ItemKind.SCENE)
        for block in item.document
        for inline in block.inlines
        for mark in inline.marks
        if mark.name == d.RUBY and isinstance(inline, d.Run)
    ]


@pytest.mark.parametrize(
    ("ruby", "found"),
    [
        ("<ruby>漢<rt>かん</rt></ruby>", [("漢", "かん")]),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>",
         [("漢", "かん"), ("字", "じ")]),
        ("<ruby><rb>東</rb> <rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby>",
         [("東", "とう"), ("京", "きょう")]),
        ("<ruby><em>漢</em><rtc><rt>kan</rt></rtc></ruby>", [("漢", "kan")]),
        ("<ruby>漢</ruby>", []),
        ("<ruby>漢<rt>かん", [("漢", "かん z.")]),
        ("</ruby><rt>x</rt>", []),
    ],
)  # fmt: skip
def test_a_page(tmp_path, ruby, found):
    page = tmp_path / "page.html"
    page.write_text(f"<h1>{ruby}</h1><p>A {ruby} z.</p>", encoding="utf-8")
    novel = read_source(page)
    assert read_over(novel) == found
    said = novel.of_kind(ItemKind.SCENE)[0].document.plain_text
    assert "(" not in said
    assert not found or novel.items[0].title == "".join(words for words, _ in found)


@pytest.mark.parametrize("format", [ExportFormat.DOCX, ExportFormat.EPUB, ExportFormat.HTML])
def test_it_goes_out_and_comes_back(tmp_path, format):
    words = block("p", run("On "), run("漢", "em", ruby="かん"), run("字", ruby="<じ>&"), run("."))
    (file,) = export(plain(document(words)), ExportOptions(format))
    path = tmp_path / f"book.{format.value}"
    path.write_bytes(file.data)
    novel = read_source(path)
    assert read_over(novel) == [("漢", "かん"), ("字", "<じ>&")]
    assert novel.of_kind(ItemKind.SCENE)[0].document.plain_text == "On 漢字."


def test_a_docx_of_word_keeps_the_words(tmp_path):
    """Pandoc leaves words out that have a reading."""
    text = document(block("p", run("On HERE.")))
    (file,) = export(plain(text), ExportOptions(ExportFormat.DOCX))
    (tmp_path / "old.docx").write_bytes(file.data)
    ruby = (
        '<w:r><w:rPr><w:b/></w:rPr><w:ruby><w:rubyPr><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>'
        "<w:r><w:t>とう</w:t></w:r><w:r><w:t>きょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京"
        "</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    path = tmp_path / "new.docx"
    with zipfile.ZipFile(tmp_path / "old.docx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(
                    b"On HERE.", b"On </w:t></w:r>" + ruby.encode() + b"<w:r><w:t>."
                )
            new.writestr(name, data)
    assert read_over(read_source(path)) == [("東京", "とうきょう")]


def test_readings_without_an_end_cost_no_time():
    assert linked(b"a" + b"<w:ruby>" * 200_000) == b"a"
