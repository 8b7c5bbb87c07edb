# SPDX-License-Identifier: MIT
"""Parts, chapters and scenes out of headings that say their levels alone."""

from __future__ import annotations

from novelist.domain.document import HEADING, paragraph
from novelist.domain.enums import ItemKind
from novelist.importers.imported import WarningKind
from novelist.importers.outline import Boundary, Title, outlined

TIDE = paragraph("The tide came in.")


def shape(items):
    return [(str(item.kind), item.title, shape(item.children)) for item in items]


def read(*events, split_scenes=True, has_title=False):
    return outlined(events, split_scenes=split_scenes, has_title=has_title)


def test_one_level_of_headings_is_chapters():
    title, items, warnings = read(Title(2, "One"), TIDE, Title(2, "Two"), TIDE)
    assert (title, warnings) == ("", [])
    assert shape(items) == [
        ("chapter", "One", [("scene", "", [])]), ("chapter", "Two", [("scene", "", [])]),
    ]  # fmt: skip


def test_the_only_heading_above_all_others_names_the_book():
    title, items, _ = read(Title(1, "Neaps"), TIDE, Title(2, "One"), TIDE, Title(2, "Two"), TIDE)
    assert title == "Neaps"
    assert [item.title for item in items] == ["", "One", "Two"]
    assert read(TIDE, Title(1, "Neaps"), Title(2, "One"), TIDE)[0] == "", "text stands before it"
    assert read(Title(1, "Neaps"), TIDE)[0] == "", "it is a chapter"


def test_where_the_book_has_a_title_its_first_heading_is_a_part():
    title, items, _ = read(Title(1, "I"), Title(2, "One"), TIDE, has_title=True)
    assert title == ""
    assert shape(items) == [("part", "I", [("chapter", "One", [("scene", "", [])])])]


def test_parts_chapters_scenes_and_headings_of_the_text():
    _, items, _ = read(
        Title(1, "I"), Title(2, "One"), Title(3, "At night"), TIDE, Title(4, "A letter"), TIDE,
        Title(1, "II"), Title(2, "Two"), Title(3, "By day"), TIDE,
    )  # fmt: skip
    assert shape(items) == [
        ("part", "I", [("chapter", "One", [("scene", "At night", [])])]),
        ("part", "II", [("chapter", "Two", [("scene", "By day", [])])]),
    ]
    night = items[0].children[0].children[0]
    heading = night.document.blocks[1]
    assert (heading.kind, heading.plain_text, heading.attrs) == (HEADING, "A letter", {"level": 1})


def test_a_break_ends_a_scene_where_that_is_wanted():
    _, items, _ = read(Title(1, "One"), TIDE, Boundary(), TIDE)
    assert [len(scene.document) for scene in items[0].children] == [1, 1]
    _, items, _ = read(Title(1, "One"), TIDE, Boundary(), TIDE, split_scenes=False)
    assert [len(scene.document) for scene in items[0].children] == [3]


def test_a_text_without_headings_is_one_chapter():
    title, items, warnings = read(TIDE, TIDE)
    assert (title, [each.kind for each in warnings]) == ("", [WarningKind.NO_CHAPTERS])
    assert [item.kind for item in items] == [ItemKind.CHAPTER]
    assert shape(items)[0][2] == [("scene", "", [])]
