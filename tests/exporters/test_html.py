# SPDX-License-Identifier: MIT
"""HTML: valid, self-contained, escaped, linked; every word is in it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import document as d
from novelist.domain.compiling.settings import CompileSettings, Content
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import (
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)
from tests.exporters.sample import CHAPTER, PART, SCENE, block, document, note, novel, plain, run
from tests.strategies import DOCUMENTS, NON_EMPTY, TEXTS

OPTIONS = ExportOptions(ExportFormat.HTML)
VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Reads a page back, strictly: every element is closed where it was opened."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.texts, self.ids = [], [], {}, []
        self.feed(data.decode())
        self.close()
        assert self.open == []
        assert len(set(self.ids)) == len(self.ids)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in self.open:
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def exported(manuscript):
    (file,) = export(manuscript, OPTIONS)
    return file


def page(*blocks):
    return Page(exported(plain(document(*blocks))).data)


def words(text):
    kept = (char for char in text if char.isprintable() and not char.isspace())
    return "".join(kept).replace("\ufffd", "")


def test_a_page_stands_by_itself():
    data = exported(novel("zh-Hans")).data
    read = Page(data)
    assert read.tags[0] == ("html", {"lang": "zh-Hans"})
    assert read.texts["title"] == "The Ferry & Co."
    assert "prefers-color-scheme" in read.texts["style"]
    assert not any(b in data for b in (b"<script", b"<link", b"<img", b"@import", b"url("))


@given(DOCUMENTS, TEXTS, TEXTS, st.sampled_from(["en", "zh", '"><script>', ""]))
def test_every_word_is_read_back_and_nothing_escapes(text, title, author, language):
    items = (
        ManuscriptItem(CHAPTER, title, number=1),
        ManuscriptItem(SCENE, title, text, depth=1),
    )
    read = Page(exported(Manuscript(title, author, language, items)).data)
    assert {tag for tag, _ in read.tags}.isdisjoint({"script", "iframe", "object"})
    seen = words(read.texts["body"])
    for each in text.blocks:
        assert all(words(i.text) in seen for i in each.inlines if isinstance(i, d.Run))
    assert words(title) in seen


@given(NON_EMPTY)
def test_a_link_leads_only_where_it_is_safe(address):
    read = page(block("p", run("here", link=address)))
    for attrs in read.all("a"):
        head = "".join(attrs["href"].split()).lower()
        assert not head.startswith(("javascript:", "data:", "vbscript:", "//"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", " javascript:x", "//x.y"]
)
def test_an_unsafe_link_keeps_its_words(address):
    file = exported(plain(document(block("p", run("here", link=address)))))
    assert b"here</p>" in file.data
    assert file.warnings == (ExportWarning(WarningReason.UNSAFE_LINK, address),)


def test_parts_hold_chapters_and_chapters_hold_scenes():
    read = Page(exported(novel()).data)
    classes = [attrs["class"] for attrs in read.all("section")]
    assert classes == ["front", "part", "chapter", "scene", "scene", "chapter", "scene"]
    assert "Second scene." in read.texts["section"]
    assert "working title" not in read.texts["body"]


def test_footnotes_are_asides_at_the_end_of_their_chapter_and_link_both_ways():
    inner = d.Atom(d.FOOTNOTE, {"id": "2", "blocks": [["p", ["deeper"]]]})
    outer = d.Atom(
        d.FOOTNOTE,
        {"id": "1", "blocks": [["p", ["below", {"atom": "footnote", "attrs": dict(inner.attrs)}]]]},
    )
    read = page(block("p", run("text"), outer), block("p", note("1", "same id")))
    anchors = {attrs["href"] for attrs in read.all("a")}
    assert {f"#note-{n}" for n in (1, 2, 3)} | {f"#ref-{n}" for n in (1, 2, 3)} <= anchors
    assert anchors <= {f"#{each}" for each in read.ids}
    assert len(read.all("aside")) == 3


def test_lists_of_any_depth_are_closed():
    depths = [2, 0, 5, 1, 1, -3, True, "x"]
    items = [block("li", run(str(n)), depth=n, ordered=i % 2 == 0) for i, n in enumerate(depths)]
    read = page(*items)
    assert all(str(n) in read.texts["li"] for n in depths)


def test_the_symbol_of_a_break_and_ruby_are_shown():
    read = page(block("break", symbol="◇"), block("p", run("漢", ruby="かん")), block("break"))
    assert [attrs["data-symbol"] for attrs in read.all("hr")] == ["◇", "* * *"]
    assert (read.texts["ruby"], read.texts["rt"]) == ("漢(かん)", "かん")


def test_alignment_and_indent_are_classes():
    read = page(block("p", run("x"), align="right", indent="none"), block("p", align="odd"))
    assert [attrs.get("class") for attrs in read.all("p")] == ["right flush", None]


def test_pages_a_chapter_are_linked_and_listed():
    files = export(novel(title="A / B"), ExportOptions(ExportFormat.HTML, per_chapter=True))
    names = [file.name for file in files]
    assert names == ["index.html", "01 For Anna.html", "02 The Quay.html", "03 Chapter 2.html"]
    index, first, second, last = (Page(file.data) for file in files)
    assert len(index.all("a")) == 4
    relations = [[a["rel"] for a in each.all("a") if "rel" in a][:3] for each in (first, second)]
    assert relations == [["index", "next", "index"], ["prev", "index", "next"]]
    assert last.all("a")[0]["href"] == "02%20The%20Quay.html"


def test_a_novel_without_words_is_a_page():
    assert Page(exported(Manuscript("")).data).texts["title"] == "*"
    items = (ManuscriptItem(PART), ManuscriptItem(CHAPTER, depth=1))
    assert len(Page(exported(Manuscript("", items=items)).data).all("section")) == 2


def test_a_preset_heads_in_lines_and_leaves_title_and_contents_out():
    settings = CompileSettings(content=Content(title_page=False, contents=False))
    item = ManuscriptItem(ItemKind.CHAPTER, "Ebb", headings=("3", "Ebb <"))
    scenes = [ManuscriptItem(ItemKind.SCENE, document=d.document_of(t), depth=1) for t in "ab"]
    manuscript = Manuscript("Neaps", items=[item, *scenes], scene_break="⁂")
    options = ExportOptions(ExportFormat.HTML, settings=settings)
    (file,) = export(manuscript, options)
    page = file.data.decode()
    assert "<h2>3<br>Ebb &lt;</h2>" in page
    assert '<hr class="scene-break" data-symbol="⁂">' in page
    assert "<header>" not in page
    assert "doc-toc" not in page
