# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.importing.plan``."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from novelist.domain.document import HEADING, SCENE_BREAK, document_of
from novelist.domain.entities import EntityField
from novelist.domain.enums import ItemKind
from novelist.importers.base import ImportedItem, ImportedNovel
from novelist.importers.imported import ImportedComment, ImportedRemark, ImportedVersion
from novelist.ui.importing.plan import Choice, ImportPlan, PlannedItem
from tests.ui.importing.conftest import make_novel


@pytest.fixture
def plan() -> ImportPlan:
    return ImportPlan(make_novel())


def find(plan: ImportPlan, title: str) -> PlannedItem:
    return next(item for item in plan.walk() if item.title == title)


def result(plan: ImportPlan) -> ImportedNovel:
    return plan.result(title="T", author="A", language="en")


def titles(novel: ImportedNovel) -> list[str]:
    return [item.title for item in novel.walk()]


def test_untouched_it_makes_what_was_read(plan):
    made = result(plan)
    assert made.items == make_novel().items
    assert (made.title, made.author, made.language) == ("T", "A", "en")


def test_its_words_are_those_of_the_manuscript(plan):
    assert plan.words == make_novel().counts().words == 11


def test_what_is_left_out_is_not_made_nor_counted(plan):
    find(plan, "One").set_chosen(False)
    assert titles(result(plan)) == ["Preface", "Springs", "Two", "Ebb", "Contents"]
    assert plan.words == 6
    assert find(plan, "One").all_words == 5


def test_a_parent_of_something_left_out_is_partly_chosen(plan):
    find(plan, "High water").set_chosen(False)
    assert find(plan, "One").choice is find(plan, "Springs").choice is Choice.PARTLY
    assert titles(result(plan)) == ["Preface", "Springs", "One", "", "Two", "Ebb", "Contents"]


def test_the_last_child_left_out_takes_its_parents_along(plan):
    find(plan, "Ebb").set_chosen(False)
    assert find(plan, "Two").choice is Choice.OUT
    assert "Two" not in titles(result(plan))


def test_one_child_taken_in_again_brings_its_parents_back(plan):
    find(plan, "Springs").set_chosen(False)
    find(plan, "Ebb").set_chosen(True)
    assert titles(result(plan)) == ["Preface", "Springs", "Two", "Ebb", "Contents"]


def test_a_chapter_made_front_matter_keeps_all_its_text(plan):
    chapter = find(plan, "One")
    chapter.parent.set_kind(ItemKind.FOLDER)  # not offered: front matter stands at the top only
    assert ItemKind.FRONT not in chapter.kinds()
    part = find(plan, "Springs")
    part.set_kind(ItemKind.BACK)
    made = result(plan).items[1]
    assert made.kind is ItemKind.BACK
    assert made.children == []
    for text in ("The tide came", "Nobody slept.", "It went out again.", "High water", "Two"):
        assert text in made.document.plain_text
    assert [block.kind for block in made.document].count(HEADING) == 4
    assert plan.words == 11


def test_texts_without_a_title_are_joined_by_a_scene_break():
    scenes = [ImportedItem(ItemKind.SCENE, "", document_of(text)) for text in ("a", "b")]
    chapter = ImportedItem(ItemKind.CHAPTER, "One", children=scenes)
    plan = ImportPlan(ImportedNovel("T", items=[chapter]))
    plan.items[0].set_kind(ItemKind.SCENE)
    blocks = result(plan).items[0].document.blocks
    assert [block.kind for block in blocks] == ["p", SCENE_BREAK, "p"]


def test_what_was_left_out_stays_out_when_its_chapter_becomes_one_text(plan):
    find(plan, "High water").set_chosen(False)
    find(plan, "One").set_kind(ItemKind.SCENE)
    scene = next(item for item in result(plan).walk() if item.title == "One")
    assert scene.document.plain_text == "Nobody slept."
    assert plan.words == 8


def test_a_scene_made_a_chapter_keeps_its_text_in_a_scene_of_its_own(plan):
    preface = find(plan, "Preface")
    preface.set_kind(ItemKind.CHAPTER)
    made = result(plan).items[0]
    assert (made.kind, made.title, made.document.blocks) == (ItemKind.CHAPTER, "Preface", ())
    assert [(item.kind, item.document.plain_text) for item in made.children] == [
        (ItemKind.SCENE, "Read this.")
    ]


def commented(title: str, text: str) -> ImportedItem:
    comment = ImportedComment(text, text, [ImportedRemark(f"Why {text}?")])
    version = ImportedVersion(document_of("before"), datetime(2026, 1, 1, tzinfo=UTC))
    return ImportedItem(
        ItemKind.SCENE, title, document_of(text), synopsis=f"S {text}", notes=f"N {text}",
        comments=[comment], fields=[EntityField("Tide", text)], versions=[version],
    )  # fmt: skip


def test_a_chapter_made_one_text_keeps_what_is_said_of_its_scenes():
    scenes = [commented("", text) for text in ("a", "b", "c")]
    chapter = ImportedItem(ItemKind.CHAPTER, "One", notes="N", children=scenes)
    plan = ImportPlan(ImportedNovel("T", items=[chapter]))
    plan.items[0].children[1].set_chosen(False)
    plan.items[0].set_kind(ItemKind.SCENE)
    (made,) = result(plan).items
    assert (made.synopsis, made.notes) == ("S a\n\nS c", "N\n\nN a\n\nN c")
    assert [each.mark for each in made.comments] == ["a", "c"]
    assert [each.value for each in made.fields] == ["a", "c"]
    assert len(made.versions) == 2


def test_what_is_said_of_a_scene_made_a_chapter_comes_once():
    plan = ImportPlan(ImportedNovel("T", items=[commented("Ebb", "a")]))
    plan.items[0].set_kind(ItemKind.CHAPTER)
    (made,) = result(plan).items
    (scene,) = made.children
    assert (made.synopsis, made.notes, len(made.fields)) == ("S a", "N a", 1)
    assert (scene.synopsis, scene.notes, len(scene.fields)) == ("", "", 0)
    assert (len(made.comments), len(scene.comments)) == (0, 1)
    assert (len(made.versions), len(scene.versions)) == (0, 1)


def test_a_note_made_a_scene_belongs_to_the_manuscript(plan):
    find(plan, "Contents").set_kind(ItemKind.SCENE)
    assert result(plan).items[2].in_manuscript
    assert plan.words == 14


def test_only_kinds_that_may_stand_there_are_offered(plan):
    assert find(plan, "Ebb").kinds() == [ItemKind.SCENE, ItemKind.NOTE]
    assert ItemKind.PART not in find(plan, "One").kinds()
    assert set(find(plan, "Preface").kinds()) == set(ItemKind) - {ItemKind.FOLDER}


def test_a_later_reading_takes_over_what_was_changed(plan):
    find(plan, "Two").set_chosen(False)
    find(plan, "High water").set_kind(ItemKind.NOTE)
    again = ImportPlan(make_novel())
    again.adopt(plan)
    assert titles(result(again)) == titles(result(plan))
    assert find(again, "High water").kind is ItemKind.NOTE


def test_a_later_reading_of_another_shape_starts_anew(plan):
    find(plan, "Springs").set_chosen(False)
    other = ImportPlan(
        ImportedNovel("T", items=[ImportedItem(ItemKind.SCENE, "A", document_of("b"))])
    )
    other.adopt(plan)
    assert other.words == 1


def test_what_the_file_had_thrown_away_is_not_counted():
    novel = make_novel()
    novel.items[1].children[0].is_trashed = True
    plan = ImportPlan(novel)
    assert plan.words == novel.counts().words == 6
    assert plan.tally()[ItemKind.SCENE] == 1
    assert plan.result(title="", author="", language="en").items[1].children[0].is_trashed
