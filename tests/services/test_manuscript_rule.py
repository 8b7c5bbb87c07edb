# SPDX-License-Identifier: MIT
"""What belongs to the manuscript is one rule: shelf, status bar, binder, command line, export."""

from __future__ import annotations

import pytest

from novelist.cli.outline_view import nested_outline
from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem, ImportedNovel
from novelist.services import novels, outline
from novelist.services.exporting import exporting
from novelist.services.importing import importing
from novelist.ui.binder.outline_tree import OutlineTree
from novelist.ui.manuscript_counts import ManuscriptCounts


def text(kind, words, **values):
    return ImportedItem(kind, "", document_of(words), **values)


BOOK = ImportedNovel(
    title="Harbour",
    items=[
        ImportedItem(
            ItemKind.CHAPTER,
            "One",
            children=[text(ItemKind.SCENE, "The tide came in."), text(ItemKind.NOTE, "A lamp.")],
        ),
        ImportedItem(
            ItemKind.CHAPTER,
            "Left out",
            in_manuscript=False,
            children=[text(ItemKind.SCENE, "It never happened.")],
        ),
        ImportedItem(ItemKind.FOLDER, "Research", children=[text(ItemKind.NOTE, "Salt, rope.")]),
        text(ItemKind.BACK, "Thanks."),
    ],
)


@pytest.fixture
def novel(library, loop):
    return loop(importing.import_novel(BOOK)).novel_id


def test_everybody_counts_the_same_words(novel, loop):
    (card,) = loop(novels.list_novels())
    items = loop(outline.load_outline(novel))
    status_bar, tree = ManuscriptCounts(), OutlineTree(items)
    status_bar.show(items)
    top = [item for item in items if item.parent_id is None]
    inside = [item for item in top if item.in_manuscript and not ItemKind(item.kind).is_outside]
    _, exported = loop(exporting.load_manuscript(novel))
    counted = {
        "shelf": card.words,
        "status bar": status_bar.totals(None)[2],
        "binder": sum(tree.total(item.id) for item in inside),
        "command line": nested_outline(novel, "Harbour", items)["words"],
        "export": exported.words,
    }
    assert counted == dict.fromkeys(counted, 5)
