# SPDX-License-Identifier: MIT
"""What is read together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from novelist.ui.reading.chapters import ALONE, CHAPTER, NOVEL, chapters_of


@dataclass
class Item:
    id: int
    parent_id: int | None
    kind: str
    title: str = ""
    position: int = 0
    in_manuscript: bool = True
    characters: int = 100


ITEMS = [
    Item(1, None, "part", "Field work"),
    Item(2, 1, "chapter", "One", 1),
    Item(3, 2, "scene", "Ebb", 1),
    Item(4, 2, "scene", "Flood", 2),
    Item(5, 2, "note", "A note", 3),
    Item(6, 2, "scene", "Cut", 4, in_manuscript=False),
    Item(7, 1, "chapter", "Two", 2),
    Item(8, 7, "scene", "", 1),
]
TITLES = {item.id: item.title or f"Scene {item.id}" for item in ITEMS}


def read(item_id, extent):
    chapters = chapters_of(ITEMS, item_id, extent, TITLES.get)
    return [(each.part, each.title, [scene.item_id for scene in each.scenes]) for each in chapters]


def test_the_novel_has_its_chapters_the_first_of_a_part_says_so():
    assert read(4, NOVEL) == [("Field work", "One", [3, 4]), ("", "Two", [8])]


def test_a_chapter_has_its_scenes_without_notes_and_what_is_left_out():
    assert read(4, CHAPTER) == [("Field work", "One", [3, 4])]


def test_a_scene_alone_is_called_by_its_own_name():
    assert read(4, ALONE) == [("", "Flood", [4])]
    assert read(8, ALONE) == [("", "Scene 8", [8])]


@pytest.mark.parametrize("extent", [ALONE, CHAPTER, NOVEL])
@pytest.mark.parametrize("item_id", [5, 6])
def test_what_is_not_in_the_manuscript_is_read_alone(item_id, extent):
    assert [scenes for *_, scenes in read(item_id, extent)] == [[item_id]]
