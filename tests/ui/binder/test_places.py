# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.binder.places``."""

import pytest

from novelist.domain.enums import ItemKind
from novelist.ui.binder.outline_tree import OutlineTree
from novelist.ui.binder.places import Place, Step, place_for_new, step

PART, CHAPTER, SCENE = ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE
NOTE, FOLDER = ItemKind.NOTE, ItemKind.FOLDER


@pytest.fixture
def tree(outline):
    return OutlineTree(outline)


@pytest.mark.parametrize(
    ("kind", "current", "place"),
    [
        (SCENE, 3, Place(2, 1)),  # after the current scene
        (SCENE, 2, Place(2, 2)),  # into the chapter
        (SCENE, None, Place(12, 2)),  # into the last chapter
        (SCENE, 16, Place(12, 2)),
        (CHAPTER, 3, Place(1, 1)),  # after the chapter of the current scene
        (CHAPTER, 8, Place(8, 2)),
        (CHAPTER, None, Place(8, 2)),
        (PART, 3, Place(None, 1)),
        (NOTE, 16, Place(15, 1)),
        (NOTE, 3, Place(None, 3)),
        (FOLDER, 16, Place(15, 1)),
        (FOLDER, None, Place(None, 3)),
    ],
)
def test_new_items_go_near_the_current_one(tree, kind, current, place):
    assert place_for_new(tree, kind, current) == place


def test_the_first_scene_of_an_empty_novel_stands_at_the_top():
    assert place_for_new(OutlineTree(), SCENE, None) == Place(None, 0)


@pytest.mark.parametrize(
    ("ids", "direction", "place"),
    [
        ([4], Step.UP, Place(2, 0)),
        ([3], Step.UP, None),  # the first scene of all
        ([6], Step.UP, Place(2, 2)),  # to the end of the chapter above
        ([10], Step.UP, Place(5, 2)),  # and across parts
        ([3], Step.DOWN, Place(2, 2)),
        ([4], Step.DOWN, Place(5, 0)),
        ([7], Step.DOWN, Place(9, 0)),
        ([14], Step.DOWN, None),
        ([9], Step.UP, Place(1, 2)),
        ([8], Step.UP, Place(None, 0)),
        ([8], Step.DOWN, None),  # below are notes, which are shown elsewhere
        ([15], Step.UP, None),
        ([3, 4], Step.DOWN, Place(5, 0)),
        ([3], Step.OUT, Place(1, 1)),
        ([2], Step.OUT, Place(None, 1)),
        ([1], Step.OUT, None),
        ([16], Step.OUT, Place(None, 3)),
        ([4], Step.IN, None),  # a scene holds nothing
        ([2], Step.IN, None),
        ([5], Step.IN, None),  # a chapter holds no chapter
        ([], Step.UP, None),
    ],
)
def test_a_key_moves_by_one_place(tree, ids, direction, place):
    assert step(tree, ids, direction) == place


def test_a_scene_goes_into_the_chapter_above_it(outline, item):
    scene = item(20, SCENE, parent_id=1, position=3_000_000)
    tree = OutlineTree([*outline, scene])
    assert tree.children(1) == [2, 20, 5]
    assert step(tree, [20], Step.IN) == Place(2, 2)


def test_a_note_beside_a_scene_does_not_leave_the_manuscript(outline, item):
    tree = OutlineTree([*outline, item(20, NOTE, parent_id=9), item(21, CHAPTER)])
    assert step(tree, [20], Step.OUT) == Place(8, 1)
    tree = OutlineTree([item(21, CHAPTER), item(20, NOTE, parent_id=21)])
    assert step(tree, [20], Step.OUT) is None
