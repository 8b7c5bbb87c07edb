# SPDX-License-Identifier: MIT
"""Titles made to hurt break no file and no file name, and their words are written all the same."""

from __future__ import annotations

import pytest

from novelist.domain.document import document_of
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from tests.exporters.references import words_in
from tests.importers.reading import everything, from_markdown

HOSTILE = (
    "The\nRoad", "The\r\n# Road", "The\x00Road", "The\x1b[31mRoad", "\u202eThe Road",
    "The\u2028Road", "The\x85Road", "../The/Road", "The Road\\", "{.The Road}", "[^The]: Road",
    "</title><b>The Road",
)  # fmt: skip


def manuscript(title: str) -> Manuscript:
    chapter = ManuscriptItem(ItemKind.CHAPTER, title)
    scene = ManuscriptItem(ItemKind.SCENE, title, document_of("Once."), 1)
    return Manuscript(title, title, "en", [chapter, scene])


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("per_chapter", [False, True])
@pytest.mark.parametrize("form", list(ExportFormat))
def test_any_title_is_written_into_files_with_safe_names(
    form: ExportFormat, per_chapter: bool, title: str
) -> None:
    files = export(manuscript(title), ExportOptions(form, per_chapter))
    assert all("The" in name and name.isprintable() and "/" not in name for name in
               (file.name for file in files if file.name != "index.html"))  # fmt: skip
    for word in ("The", "Road", "Once."):
        assert any(word in words_in(file.data) for file in files)


@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_comes_back_from_markdown_as_one(title: str) -> None:
    (file,) = export(manuscript(title), ExportOptions(ExportFormat.MARKDOWN))
    novel = from_markdown(file.data.decode())
    assert [item.kind for item in novel.walk()] == [ItemKind.CHAPTER, ItemKind.SCENE]
    assert everything(novel).count("Road") == 2
    assert "The" in novel.title
    assert "Road" in novel.title
