# SPDX-License-Identifier: MIT
"""Office documents, books and web pages, made by pandoc and by hand, as novels."""

from __future__ import annotations

import base64
import json
import os
import random
import subprocess
import threading
import zipfile

import pytest

from novelist import pandoc
from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.domain.pictures import picture_digest
from novelist.errors import (
    PandocMissingError,
    ReadingCancelledError,
    SourceDamagedError,
    SourceEmptyError,
    SourceError,
)
from novelist.importers.base import read_source
from novelist.importers.imported import ImportOptions, WarningKind
from novelist.importers.parts import Part
from novelist.pandoc import find_pandoc
from tests.corpora import corpus

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SECRET = "what nobody should read"
BOOK = """---
title: Neaps
author: Ada Farrow
lang: en-GB
---

# Part One

## The Lamp

She *lit* the **lamp**, and [the]{.smallcaps} tide^[It turned at nine.] came in.

> As the book says.

| One line
|   and another

| A stanza

* * *

It went ~~out~~ [away]{.underline} H~2~O x^2^.

## The Boat

- oars
- sails
    1. main

# Part Two

## Night

“No,” she said.
"""


@pytest.fixture
def made(tmp_path):
    """A file made by pandoc out of Markdown; its path."""

    def make(suffix, text=BOOK, *options):
        path = tmp_path / f"book.{suffix}"
        command = [str(find_pandoc()), "--from", "markdown", "--output", str(path), *options]
        subprocess.run(command, input=text.encode(), check=True, cwd=tmp_path)
        return path

    return make


def shape(items):
    return [(str(item.kind), item.title, shape(item.children)) for item in items]


def scene(novel, number=0):
    return novel.of_kind(ItemKind.SCENE)[number].document.blocks


def marked(block):
    """The words of a block that have marks, with their names."""
    return [
        (inline.text, *(mark.name for mark in inline.marks))
        for inline in block.inlines
        if isinstance(inline, d.Run) and inline.marks
    ]


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "html"])
def test_parts_chapters_and_scenes(made, suffix):
    novel = read_source(made(suffix, BOOK, "--standalone"))
    assert (novel.title, novel.author) == ("Neaps", "Ada Farrow")
    assert novel.language == "en-GB"
    inside = [item for item in shape(novel.items) if item[0] == "part"]
    assert inside == [
        ("part", "Part One", [
            ("chapter", "The Lamp", [("scene", "", [])] * 2),
            ("chapter", "The Boat", [("scene", "", [])]),
        ]),
        ("part", "Part Two", [("chapter", "Night", [("scene", "", [])])]),
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "html"])
def test_what_is_set_apart_and_footnotes(made, suffix):
    blocks = scene(read_source(made(suffix)))
    first = blocks[0]
    assert first.plain_text == "She lit the lamp, and the tide came in."
    words = marked(first)
    assert ("lit", d.EMPHASIS) in words
    assert ("lamp", d.STRONG) in words
    assert ("the", d.SMALL_CAPS) in words
    (note,) = [each for each in first.inlines if isinstance(each, d.Atom)]
    assert (note.kind, note.attrs["blocks"]) == (d.FOOTNOTE, [["p", ["It turned at nine."]]])
    assert (d.QUOTATION, "As the book says.") in [(b.kind, b.plain_text) for b in blocks]


def test_verse_keeps_lines_and_stanzas(made):
    blocks = scene(read_source(made("epub")))
    stanzas = [block.plain_text for block in blocks if block.kind == d.VERSE]
    assert [[line.strip() for line in each.split("\n")] for each in stanzas] == [
        ["One line", "and another"], ["A stanza"],
    ]  # fmt: skip


def test_marks_of_a_run(made):
    assert marked(scene(read_source(made("docx")), 1)[0]) == [
        ("out", d.STRIKE), ("away", d.UNDERLINE), ("2", d.SUBSCRIPT), ("2", d.SUPERSCRIPT),
    ]  # fmt: skip


def test_lists(made):
    blocks = scene(read_source(made("docx")), 2)
    assert [(b.kind, b.plain_text, dict(b.attrs)) for b in blocks] == [
        (d.LIST_ITEM, "oars", {}),
        (d.LIST_ITEM, "sails", {}),
        (d.LIST_ITEM, "main", {"ordered": True, "depth": 1}),
    ]


def test_scenes_stay_together_where_that_is_wanted(made):
    novel = read_source(made("docx"), ImportOptions(split_scenes=False))
    assert d.SCENE_BREAK in [block.kind for block in scene(novel)]


def test_chinese_has_no_spaces_between_lines(tmp_path):
    page = tmp_path / "page.html"
    text = "<h1>第一回　潮</h1><p>潮水来了，\n灯还亮着。</p><p>A tide\nturned.</p>"
    page.write_text(text, encoding="utf-8")
    novel = read_source(page)
    assert novel.language == "zh"
    assert [b.plain_text for b in scene(novel)] == ["潮水来了，灯还亮着。", "A tide turned."]
    assert novel.items[0].title == "第一回　潮"


def test_pictures_come_along(made, tmp_path):
    (tmp_path / "lamp.png").write_bytes(PIXEL)
    for suffix in ("docx", "odt", "epub"):
        novel = read_source(made(suffix, "# One\n\n![A lamp](lamp.png)\n\nText.\n"))
        assert list(novel.pictures.values()) == [PIXEL], suffix
        (picture,) = [b for b in scene(novel) if b.kind == d.IMAGE_BLOCK]
        assert picture.attrs["digest"] == picture_digest(PIXEL)


def test_a_picture_in_a_heading_stands_below_it(made, tmp_path):
    (tmp_path / "lamp.png").write_bytes(PIXEL)
    for suffix in ("docx", "epub"):
        novel = read_source(made(suffix, "# One ![A lamp](lamp.png)\n\nText.\n"))
        assert novel.items[0].title.startswith("One"), suffix
        picture, text = scene(novel)
        assert (picture.kind, text.plain_text) == (d.IMAGE_BLOCK, "Text.")


def page_with(folder, *addresses):
    """A page in a folder that shows pictures at these addresses; what came of it."""
    shown = "".join(f'<p>Text <img src="{each}" alt="a lamp"></p>' for each in addresses)
    page = folder / "page.html"
    page.write_text(
        f"<h1>One</h1>{shown}<p><script>alert(1)</script></p>"
        '<iframe src="file:///etc/hostname"></iframe>',
        encoding="utf-8",
    )
    novel = read_source(page)
    left = [w.text for w in novel.warnings if w.part is Part.PICTURE]
    return novel, [block.plain_text for block in scene(novel)], left


def test_pictures_beside_a_web_page_come_along(tmp_path):
    (tmp_path / "my pictures").mkdir()
    (tmp_path / "lamp.png").write_bytes(PIXEL)
    (tmp_path / "my pictures" / "tide.jpg").write_bytes(PIXEL)  # whatever it is called
    data = "data:image/png;base64," + base64.b64encode(PIXEL).decode()
    addresses = ("lamp.png", "./my%20pictures/tide.jpg?v=2#x", data)
    novel, said, left = page_with(tmp_path, *addresses)
    assert novel.pictures == {picture_digest(PIXEL): PIXEL}
    assert (said, left) == (["Text "] * 3, [])


def test_a_web_page_reads_nothing_outside_its_folder_and_no_other_files(tmp_path):
    inside, secret = tmp_path / "inside", tmp_path / "secret.png"
    inside.mkdir()
    secret.write_bytes(PIXEL)
    (inside / "link.png").symlink_to(secret)
    (inside / "folder.png").mkdir()
    (inside / "text.png").write_text("no picture", encoding="utf-8")
    os.mkfifo(inside / "pipe.png")
    addresses = (
        "../secret.png", "%2e%2e/secret.png", str(secret), secret.as_uri(), "link.png",
        "folder.png", "text.png", "pipe.png", "gone.png", "//example.org/x.png",
        "https://example.org/x.png", "C:/secret.png", "..\\secret.png", "a" * 5_000,
        "data:image/png;base64,AAAA",
    )  # fmt: skip
    novel, said, left = page_with(inside, *addresses)
    assert not novel.pictures
    assert said == ["Text a lamp"] * len(addresses)
    assert {"secret.png", "link.png", "pipe.png", "x.png", ""} <= set(left)


COMMENTED = """# One

The [Which?]{.comment-start id="0" author="Ada" date="2025-03-04T12:00:00Z"}green
lamp[]{.comment-end id="0"} went out, [And?]{.comment-start id="1" author="Bo"}and

it stayed[]{.comment-end id="1"} out.
"""


def test_comments_lie_on_their_words_over_paragraphs_too(made):
    novel = read_source(made("docx", COMMENTED))
    (item,) = novel.of_kind(ItemKind.SCENE)
    assert [(c.passage, [r.text for r in c.remarks]) for c in item.comments] == [
        ("green lamp", ["Which?"]), ("and\nit stayed", ["And?"]),
    ]  # fmt: skip
    first = item.comments[0].remarks[0]
    assert (first.author, first.made_at.isoformat()) == ("Ada", "2025-03-04T12:00:00+00:00")
    marks = [m.value for b in item.document for i in b.inlines for m in i.marks]
    assert set(marks) == {each.mark for each in item.comments}


DELETED = """# The [Old]{.deletion author="Bo" date="2025-01-02T00:00:00Z"} Lamp

It was [dark *green*]{.deletion author="A"
date="2025-01-01T00:00:00Z"}[blue]{.insertion author="A" date="2025-01-01T00:00:00Z"} then.

[All of it.]{.deletion author="A" date="2025-01-03T00:00:00Z"}

A note.[^1]

[^1]: At [ten]{.deletion author="A" date="2025-01-04T00:00:00Z"} nine.
"""


def test_what_was_deleted_under_track_changes_is_a_comment_at_its_place(made):
    novel = read_source(made("docx", DELETED))
    (item,) = novel.of_kind(ItemKind.SCENE)
    assert [b.plain_text for b in item.document] == ["It was blue then.", "A note."]
    assert novel.items[0].title == "The Lamp"
    assert {(c.passage, *((r.author, r.text) for r in c.remarks)) for c in item.comments} == {
        ("It", ("Bo", "Deleted: Old")),
        ("was", ("A", "Deleted: dark green")),
        ("A", ("A", "Deleted: All of it.")),
        ("note", ("A", "Deleted: ten")),
    }
    made_at = {r.made_at.day for c in item.comments for r in c.remarks}
    assert made_at == {1, 2, 3, 4}
    assert not [w for w in novel.warnings if w.kind is WarningKind.LEFT]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(made, tmp_path):
    source = made("docx", "# One\n\nIt rained  HERE\n\nand *blew*.\n\nNight.\n")
    gone = '<w:rPr><w:del w:id="9" w:author="A" w:date="2025-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    path = tmp_path / "gone.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                before, style, rest = data.partition('<w:pStyle w:val="FirstParagraph" /></w:pPr>')
                data = before + style.replace("</w:pPr>", gone) + rest.replace("HERE", "")
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
    novel = read_source(path)
    assert [block.plain_text for block in scene(novel)] == ["It rained and blew.", "Night."]


def test_a_comment_about_a_place_lies_on_the_word_before(made):
    text = (
        '# One\n\nThe lamp[Which?]{.comment-start id="0" author="A"}[]{.comment-end id="0"} went.\n'
    )
    (item,) = read_source(made("docx", text)).of_kind(ItemKind.SCENE)
    assert [(c.passage, c.remarks[0].text) for c in item.comments] == [("lamp", "Which?")]
    assert not item.notes


def test_words_of_tables_stay(made):
    novel = read_source(made("docx", "# One\n\n| a | b |\n|---|---|\n| c | d |\n"))
    assert [block.plain_text for block in scene(novel)] == ["a | b", "c | d"]


def test_styles_of_word_that_have_a_meaning(made):
    letter = '::: {custom-style="Letter"}\nDear Bo,\n:::'
    text = f'# One\n\n{letter}\n\n::: {{custom-style="Scene Break"}}\n\\#\n:::\n\nOn.\n'
    novel = read_source(made("docx", text))
    assert [(b.kind, b.plain_text) for b in scene(novel)] == [(d.LETTER, "Dear Bo,")]
    assert scene(novel, 1)[0].plain_text == "On."


def test_what_stands_in_a_break_beside_its_symbol_is_kept(made):
    text = '# One\n\nOut.\n\n::: {custom-style="Scene Break"}\nThree days later\n:::\n\nIn.\n'
    novel = read_source(made("docx", f"{text}\n\\* \\* \\*[^1]\n\nOn.\n\n[^1]: Brass.\n"))
    assert [block.plain_text for block in scene(novel, 1)] == ["Three days later", "In."]
    (mark,) = scene(novel, 2)[0].inlines
    assert isinstance(mark, d.Atom)
    assert mark.kind == d.FOOTNOTE


# -- what is wrong, or meant to do harm ------------------------------------------------------------


def test_files_that_are_none(tmp_path):
    for suffix in ("docx", "odt", "epub"):
        broken = tmp_path / f"broken.{suffix}"
        broken.write_bytes(b"no archive at all")
        with pytest.raises(SourceDamagedError):
            read_source(broken)
    empty = tmp_path / "empty.html"
    empty.write_text("<p> </p>", encoding="utf-8")
    with pytest.raises(SourceEmptyError):
        read_source(empty)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "html"])
def test_damaged_files_are_read_or_refused(made, suffix, tmp_path):
    data, refused = made(suffix).read_bytes(), 0
    dice = random.Random(suffix)
    for number in range(12):
        broken = bytearray(data)
        if number % 2:
            del broken[dice.randrange(len(broken)) :]
        for _ in range(8):
            if broken:
                broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        path = tmp_path / f"damaged.{suffix}"
        path.write_bytes(bytes(broken))
        try:
            novel = read_source(path)
        except SourceError:
            refused += 1
        else:
            assert novel.items
    assert refused or suffix == "html"


def test_an_archive_with_a_bomb_or_a_foreign_entity(made, tmp_path):
    source = made("docx")
    hostile, secret = tmp_path / "hostile.docx", tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(hostile, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
                data = data.replace(b"?>", b"?>" + entity, 1).replace(b"lamp", b"&x;", 1)
            new.writestr(name, data)
    try:
        found = [block.plain_text for block in scene(read_source(hostile))]
    except SourceDamagedError:
        found = []
    assert SECRET not in json.dumps(found)


def test_reading_is_stopped(made):
    stop = threading.Event()
    with pytest.raises(ReadingCancelledError):
        read_source(made("docx"), progress=lambda done: stop.set(), cancelled=stop.is_set)


def test_without_pandoc_one_is_told(made, monkeypatch):
    path = made("docx")
    monkeypatch.setattr(pandoc, "_bundled", lambda: None)
    monkeypatch.setattr(pandoc, "_of_the_system", lambda: None)
    monkeypatch.delenv("PYPANDOC_PANDOC", raising=False)
    with pytest.raises(PandocMissingError):
        read_source(path)
    monkeypatch.setenv("PYPANDOC_PANDOC", os.devnull)
    with pytest.raises(PandocMissingError):
        read_source(path)


# -- real ones -------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_a_whole_book():
    novel = read_source(corpus("epub/love-among-the-chickens.epub"))
    chapters = novel.of_kind(ItemKind.CHAPTER)
    assert (novel.title, novel.author, novel.language) == (
        "Love Among the Chickens", "P. G. Wodehouse", "en-GB",
    )  # fmt: skip
    with zipfile.ZipFile(corpus("epub/love-among-the-chickens.epub")) as archive:
        files = [name for name in archive.namelist() if "/chapter-" in name]
    assert len(chapters) == len(files) == 23
    assert chapters[0].title == "I. A Letter with a Postscript"


@pytest.mark.corpus
def test_verse_of_a_book():
    novel = read_source(corpus("epub/wasteland.epub"))
    lines = [
        b.plain_text for s in novel.of_kind(ItemKind.SCENE) for b in s.document if b.kind == d.VERSE
    ]
    assert lines[0].startswith(
        "April is the cruellest month, breeding\nLilacs out of the dead land"
    )


@pytest.mark.corpus
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_every_office_document(suffix):
    files = sorted(corpus("office").glob(f"*.{suffix}"))
    assert files
    for file in files:
        assert read_source(file).counts().words, file.name


@pytest.mark.parametrize("suffix", ["docx", "epub"])
def test_a_title_longer_than_a_library_holds_is_kept_in_the_notes(made, suffix):
    title = " ".join(["endless"] * 250)
    text = f"---\ntitle: {title}\n---\n\n# A {title}\n\nShe left.\n\n# Two\n\nHe stayed.\n"
    novel = read_source(made(suffix, text, "--standalone"))
    chapter = novel.items[0]
    assert 0 < len(novel.title) <= 500
    assert 0 < len(chapter.title) <= 1000
    assert title in chapter.notes
