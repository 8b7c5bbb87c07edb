# SPDX-License-Identifier: MIT
"""What is exported as Markdown is read back as the same outline and the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.document import Document
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.outline import may_contain
from novelist.exporters.base import (
    EXPORTERS,
    ExportOptions,
    Manuscript,
    ManuscriptItem,
)
from novelist.importers.base import ImportedItem, ImportedNovel, ImportOptions, read_source
from novelist.importers.markdown.reader import read_markdown
from tests.corpora import corpus
from tests.strategies import KNOWN_DOCUMENTS, TEXTS

TITLES = TEXTS
PARENTS = st.lists(st.integers(0, 5), max_size=7)


@st.composite
def outlines(draw: st.DrawFn) -> list[ManuscriptItem]:
    """Items depth first, each in something that may hold it."""
    items: list[ManuscriptItem] = []
    path: list[ManuscriptItem] = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(ItemKind))
        del path[draw(st.integers(0, len(path))) :]
        while path and not may_contain(path[-1].kind, kind):
            path.pop()
        document = draw(KNOWN_DOCUMENTS) if kind.has_text else Document()
        outside = kind in (ItemKind.NOTE, ItemKind.FOLDER)
        item = ManuscriptItem(
            kind, draw(TITLES), document, len(path), None, not outside and draw(st.booleans())
        )
        path.append(item)
        items.append(item)
    return items


def written(manuscript: Manuscript) -> str:
    options = ExportOptions(ExportFormat.MARKDOWN)
    (file,) = EXPORTERS[ExportFormat.MARKDOWN].export(manuscript, options)
    return file.data.decode()


def read(text: str) -> ImportedNovel:
    return read_markdown(text, ImportOptions(), lambda done: None)


def flat(items: Iterable[ImportedItem], depth: int = 0) -> Iterator[ManuscriptItem]:
    for item in items:
        yield ManuscriptItem(item.kind, item.title, item.document, depth, None, item.in_manuscript)
        yield from flat(item.children, depth + 1)


@given(KNOWN_DOCUMENTS)
def test_every_text_comes_back_identical(document: Document) -> None:
    scene = ManuscriptItem(ItemKind.SCENE, "A scene", document)
    text = written(Manuscript("", "", "en", [scene]))
    (item,) = read(text).items
    assert item.document == document, text


@given(outlines())
def test_every_outline_comes_back_identical(items: list[ManuscriptItem]) -> None:
    text = written(Manuscript("Title", "Author", "en", items))
    assert list(flat(read(text).items)) == items, text


@given(TEXTS, TEXTS)
def test_title_and_author_come_back(title: str, author: str) -> None:
    novel = read(written(Manuscript(title, author, "zh-Hans", [])))
    assert (novel.title, novel.author, novel.language) == (title, author, "zh-Hans")
    assert not novel.warnings


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["novels-en/moby-dick.txt", "novels-zh/西游记.txt"])
def test_a_whole_novel_comes_back_identical(name: str) -> None:
    novel = read_source(corpus(name))
    items = list(flat(novel.items))
    again = read(written(Manuscript(novel.title, novel.author, novel.language, items)))
    assert list(flat(again.items)) == items
    assert (again.title, again.author) == (novel.title, novel.author)
