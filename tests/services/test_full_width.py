# SPDX-License-Identifier: MIT
"""Full-width marks over several scenes: found, chosen, changed at once, undone."""

from __future__ import annotations

import pytest

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from novelist.services.finding.finding import Scope, Where
from novelist.services.finding.full_width import find_repairs, repair_marks
from novelist.services.history import snapshots
from novelist.services.journal.undo import UndoStack

FIRST = document_of('他说:"你好."', "All right, he said.")
SECOND = document_of("走,走")


@pytest.fixture
def novel(loop, library):
    return loop(novels.create_novel(title="港", language="zh"))


@pytest.fixture
def scenes(loop, novel):
    return [add(loop, novel, document) for document in (FIRST, SECOND)]


def add(loop, novel_id, document):
    place = {"kind": ItemKind.SCENE, "parent_id": None, "title": ""}
    made = loop(outline.create_item(novel_id, **place)).ids[0]
    loop(texts.save_text(loop(texts.load_text(made)).body, document))
    return made


def read(loop, item_id):
    return loop(texts.load_text(item_id)).document


def found(loop, where):
    async def collect():
        return [each async for step in find_repairs(where) for each in step]

    return loop(collect())


def test_what_is_chosen_is_changed_in_one_step_and_comes_back(loop, novel, scenes):
    all_of_it = found(loop, Where(Scope.NOVEL, novel))
    assert [each.item_id for each in all_of_it] == [scenes[0]] * 3 + [scenes[1]]
    done = loop(repair_marks(all_of_it[:2], looked_for="marks", moment="Before"))
    assert done.left == frozenset()
    assert read(loop, scenes[0]) == document_of("他说：“你好.”", "All right, he said.")
    assert read(loop, scenes[1]) == SECOND
    loop(UndoStack(novel).undo(only=done.edits[0]))
    assert read(loop, scenes[0]) == FIRST


def test_the_moment_before_it_has_a_name(loop, novel, scenes):
    chosen = found(loop, Where(Scope.NOVEL, novel))
    loop(repair_marks(chosen, looked_for="marks", moment="Before the marks"))
    assert [each.name for each in loop(snapshots.list_snapshots(novel))] == ["Before the marks"]


def test_one_scene_alone_can_be_looked_through(loop, novel, scenes):
    in_scene = found(loop, Where(Scope.SCENE, novel, scenes[1]))
    assert [each.item_id for each in in_scene] == [scenes[1]]
