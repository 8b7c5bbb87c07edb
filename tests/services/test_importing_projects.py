# SPDX-License-Identifier: MIT
"""Projects of other writing programs, from their files into the library."""

from __future__ import annotations

import pytest

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.domain.outline import may_contain
from novelist.importers.base import read_source
from novelist.services import entities, outline, texts
from novelist.services.importing import importing
from tests.corpora import corpus

PROJECTS = [  # and what stands in the trash of each
    ("novelwriter/sample", ["Delete Me!"]),
    ("novelwriter/sample/nwProject.nwx", ["Delete Me!"]),
    ("ywriter/yw2nw/edited.yw7", []),
    ("manuskript/book-of-acts.msk", []),
]


@pytest.mark.parametrize(("name", "thrown_away"), PROJECTS)
def test_a_project_stands_in_the_library_as_it_was_read(library, loop, name, thrown_away):
    novel = read_source(corpus(name))
    result = loop(importing.import_novel(novel))
    items = loop(outline.load_outline(result.novel_id))
    live = [each for item in novel.items for each in item.walk_live()]
    assert [(each.kind, each.title) for each in items] == [(each.kind, each.title) for each in live]
    assert [each.title for each in loop(outline.load_trash(result.novel_id))] == thrown_away
    statuses = {each.id: each.name for each in loop(outline.list_statuses(result.novel_id))}
    assert list(statuses.values()) == [each.name for each in novel.statuses]
    assert [statuses.get(each.status_id, "") for each in items] == [each.status for each in live]
    held = loop(entities.list_entities(result.novel_id))
    wanted = sorted(novel.entities, key=lambda each: list(EntityKind).index(each.kind))
    assert [(each.kind, each.name, each.aliases) for each in held] == [
        (each.kind, each.name, tuple(each.aliases)) for each in wanted
    ]
    for kept, read in zip(held, wanted, strict=True):
        assert (kept.summary, kept.notes) == (read.summary, read.notes)
        assert kept.fields == tuple(read.fields)
    assert len(held) == result.entities > 2
    fields = loop(entities.list_item_fields(result.novel_id))
    for row, item in zip(items, live, strict=True):
        assert fields.get(row.id, ()) == tuple(item.fields)
        assert (row.notes, row.synopsis, row.target) == (item.notes, item.synopsis, item.target)
        if item.kind.has_text:
            assert loop(texts.load_text(row.id)).document == item.document


@pytest.mark.parametrize(("name", "_"), PROJECTS)
def test_everything_stands_where_it_may(name, _):
    novel = read_source(corpus(name))
    assert all(may_contain(None, each.kind) for each in novel.items)
    for item in novel.walk():
        assert all(may_contain(item.kind, child.kind) for child in item.children), item.title
        assert item.kind.has_text or not item.document
        assert not (item.kind in (ItemKind.FOLDER, ItemKind.NOTE) and item.in_manuscript)
