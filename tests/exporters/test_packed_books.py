# SPDX-License-Identifier: MIT
"""Whole books go out and come back: every word, and all that the format can hold."""

from __future__ import annotations

from collections import Counter

import pytest

from novelist.domain.document import Atom
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.importers.base import read_source
from tests.corpora import corpus

BOOKS = (
    "novels-en/moby-dick.txt",
    "epub/love-among-the-chickens.epub",
    "novels-zh/三国演义.txt",
)
# What does not come back as it went: docs/importing.md says so.
BECOMES = {
    ExportFormat.EPUB: {},
    ExportFormat.DOCX: {},
    ExportFormat.ODT: {},
}


def manuscript(novel):
    items = []

    def add(item, depth):
        if item.in_manuscript:
            items.append(ManuscriptItem(item.kind, item.title, item.document, depth))
            for child in item.children:
                add(child, depth + 1)

    for item in novel.items:
        add(item, 0)
    return Manuscript(novel.title, novel.author, novel.language, items)


def counted(novel):
    """Words in order, and how many there are of each kind of item, block, atom and mark."""
    words, counts = [], Counter()
    for item in novel.walk():
        if not item.in_manuscript:
            continue
        words += item.document.plain_text.split()
        counts[str(item.kind)] += item.kind is not ItemKind.SCENE
        for block in item.document:
            counts[block.kind] += 1
            for inline in block.inlines:
                counts.update(f"mark {mark.name}" for mark in inline.marks)
                if isinstance(inline, Atom):
                    counts[f"atom {inline.kind}"] += 1
    return words, +counts


def expected(counts, becomes):
    result = Counter()
    for name, count in counts.items():
        result[becomes.get(name, name)] += count
    del result[None]
    return result


@pytest.mark.corpus
@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("form", BECOMES)
def test_a_whole_book_comes_back(book, form, tmp_path):
    novel = read_source(corpus(book))
    (file,) = export(manuscript(novel), ExportOptions(form))
    assert not file.warnings
    path = tmp_path / f"book.{form}"
    path.write_bytes(file.data)
    back = read_source(path)
    assert (back.title, back.author) == (novel.title, novel.author)
    words, counts = counted(novel)
    words_back, counts_back = counted(back)
    assert words_back == words
    assert counts_back == expected(counts, BECOMES[form])
    titles = [item.title for item in novel.of_kind(ItemKind.CHAPTER)]
    assert set(titles) <= {item.title for item in back.of_kind(ItemKind.CHAPTER)}
