# SPDX-License-Identifier: MIT
"""A novel of a library compiled by a preset: loaded, arranged, written or shown, or stopped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from novelist.domain.compiling.settings import CompileSettings, Content, Extent, Headings
from novelist.domain.document import document_of
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.errors import (
    CompilingStoppedError,
    DestinationTakenError,
    NotFoundError,
    NothingToCompileError,
)
from novelist.importers.imported import ImportedItem, ImportedNovel
from novelist.services import outline
from novelist.services.exporting import compiling
from novelist.services.exporting.compiling import compile_novel, load_book, preview_novel
from novelist.services.importing import importing

_TEXT = CompileSettings(format=ExportFormat.TEXT)


def _chapter(title: str, *texts: str) -> ImportedItem:
    scenes = [ImportedItem(ItemKind.SCENE, document=document_of(text)) for text in texts]
    return ImportedItem(ItemKind.CHAPTER, title, children=scenes)


@pytest.fixture
def novel(library, loop):
    items = [_chapter("Low Water", "It went out."), _chapter("High Water", "It came.", "In.")]
    found = ImportedNovel("Neaps", "Imogen Farrow", "en", items)
    return loop(importing.import_novel(found)).novel_id


@pytest.fixture
def book(novel, loop):
    return loop(load_book(novel, contact="Quay 1"))


def test_a_book_holds_what_compiling_needs(book, loop, novel):
    assert (book.title, book.author, book.contact) == ("Neaps", "Imogen Farrow", "Quay 1")
    assert [row.title for row in book.candidates if row.kind == "chapter"] == [
        "Low Water",
        "High Water",
    ]
    with pytest.raises(NotFoundError):
        loop(load_book(novel + 1))


def test_it_is_written_as_the_preset_says(book, loop, tmp_path):
    settings = replace(_TEXT, headings=Headings(scene_break="#"), end_mark="END")
    target = tmp_path / "neaps.txt"
    result = loop(compile_novel(book, settings, output=target))
    written = target.read_text("utf-8")
    assert "Chapter 2\nHigh Water\n\nIt came.\n\n#\n\nIn.\n\nEND\n" in written
    assert (result.path, result.counts.words) == (target, 6)
    with pytest.raises(DestinationTakenError):
        loop(compile_novel(book, settings, output=target, replace=False))


def test_a_selection_goes_into_files_of_chapters(book, loop, tmp_path):
    settings = replace(_TEXT, per_chapter=True, content=Content(extent=Extent.SELECTION))
    chapter = next(row.id for row in book.candidates if row.title == "High Water")
    loop(compile_novel(book, settings, output=tmp_path / "out", selected=[chapter]))
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["01 High Water.txt"]
    with pytest.raises(NothingToCompileError):
        loop(compile_novel(book, settings, output=tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_text_is_shown_as_it_will_be(book, loop):
    found = loop(preview_novel(book, _TEXT))
    assert found.text.startswith("Neaps\nImogen Farrow\n")
    assert (found.pages, found.files, found.counts.words) == (b"", 1, 6)


@pytest.mark.parametrize("form", [ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.EPUB])
def test_what_has_pages_is_shown_as_pages(form, book, loop):
    told = []
    found = loop(preview_novel(book, replace(_TEXT, format=form), progress=told.append))
    assert found.pages.startswith(b"%PDF")
    assert told[-1] == 1.0
    assert told == sorted(told)


def test_whoever_stops_it_gets_nothing(book, loop, tmp_path):
    target = tmp_path / "neaps.pdf"
    settings = replace(_TEXT, format=ExportFormat.PDF)
    with pytest.raises(CompilingStoppedError):
        loop(compile_novel(book, settings, output=target, stopped=lambda: True))
    assert not target.exists()


def test_what_changed_since_is_in_the_next_book(novel, loop):
    items = loop(outline.load_outline(novel))
    scene = next(item for item in items if item.kind == ItemKind.SCENE)
    loop(outline.trash_items(novel, ids=[scene.id]))
    assert scene.id not in {row.id for row in loop(load_book(novel)).candidates}


def test_of_a_very_long_book_the_beginning_is_shown(book, loop, monkeypatch, tmp_path):
    monkeypatch.setattr(compiling, "_MOST_SHOWN", 5)
    found = loop(preview_novel(book, _TEXT))
    assert "It went out." in found.text
    assert "It came." not in found.text
    assert (found.is_whole, found.counts.words) == (False, 6)
    loop(compile_novel(book, _TEXT, output=tmp_path / "all.txt"))
    assert "It came." in (tmp_path / "all.txt").read_text("utf-8")
