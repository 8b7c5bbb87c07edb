# SPDX-License-Identifier: MIT
"""A novel written as JSON and read again is the same novel: everything in it, to the byte."""

from __future__ import annotations

import json
import sqlite3
import tracemalloc
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from novelist.domain.document import Block, Document, Run, document_of, marks
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ExportFormat, Hue, ItemKind, TargetUnit
from novelist.domain.pictures import picture_digest
from novelist.domain.writing_days import WrittenDay
from novelist.exporters.json_novel import json_of
from novelist.importers.base import ImportOptions, read_source
from novelist.importers.imported import (
    ImportedChoice,
    ImportedComment,
    ImportedDetails,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportedRemark,
    WarningKind,
)
from novelist.importers.settling import settled
from novelist.services import comments, entities, novels, outline, texts
from novelist.services.exporting.compiling import compile_novel, load_book
from novelist.services.exporting.exporting import export_novel
from novelist.services.exporting.novel_records import load_record
from novelist.services.exporting.presets import built_in_presets
from novelist.services.history import snapshots
from novelist.services.importing.importing import import_novel
from novelist.services.journal.undo import UndoStack
from novelist.services.writing_days import list_writing_days
from tests.corpora import corpus
from tests.exporters.sample import RICH
from tests.services.test_attachments import png

BOOKS = [
    "novels-en/moby-dick.txt", "epub/love-among-the-chickens.epub",
    "novels-zh/三国演义.txt",
]  # fmt: skip
WHEN = datetime(2025, 3, 4, 12, 30, 5, 120, tzinfo=UTC)


def everything():
    """A novel with something in every place there is."""
    picture = Block("image", (), {"digest": picture_digest(png()), "width": 9, "height": 9})
    odd = Block("later", (Run("half \ud83d", marks(tomorrow="x")),), {"deep": {"a": [1, None]}})
    commented = Block("p", (Run("The "), Run("high water", marks(comment="a1 b2")), Run(".")))
    marked = Block("p", (Run("Here", marks(bookmark="b7")), Run(" it is.")))
    rich = Document((*RICH.blocks, picture, odd, commented, marked))
    remarks = [
        ImportedRemark("Why?", "Ann", WHEN, WHEN),
        ImportedRemark("Why not?\nSee “Neaps”.", "阿博", WHEN),
    ]
    scene = ImportedItem(
        ItemKind.SCENE, "The Ferry　与", rich, synopsis="She\nleaves.", notes="N", status="Done",
        label="风", target=900,
        fields=[EntityField("Moon", "full\nand red"), EntityField("潮", "")],
        comments=[
            ImportedComment("a1", "high water", remarks, is_resolved=True, resolved_at=WHEN),
            ImportedComment("b2", "high water", [ImportedRemark("And?", "", WHEN)]),
            ImportedComment("c3", "what is gone", [ImportedRemark("Lost.", "", WHEN)]),
        ],
    )  # fmt: skip
    cut = ImportedItem(ItemKind.SCENE, "", Document(), in_manuscript=False)
    gone = ImportedItem(
        ItemKind.CHAPTER, "Gone", is_trashed=True,
        children=[ImportedItem(ItemKind.SCENE, "Dust", RICH)],
    )  # fmt: skip
    inner = ImportedItem(ItemKind.FOLDER, "Inner", children=[ImportedItem(ItemKind.NOTE, "N")])
    return ImportedNovel(
        "Neaps & “Springs”", "A. <Writer>", "zh-Hans",
        [
            ImportedItem(ItemKind.FRONT, "Dedication", RICH),
            ImportedItem(
                ItemKind.PART, "One", synopsis="S", status="Done",
                children=[ImportedItem(ItemKind.CHAPTER, "1", children=[scene, cut]), gone],
            ),
            ImportedItem(ItemKind.BACK, "After"),
            ImportedItem(ItemKind.FOLDER, "Research", in_manuscript=False, children=[inner]),
        ],
        pictures={picture_digest(png()): png()},
        details=ImportedDetails(
            "Sub", "Sea", "Tides", 3, "One line.", "All\nof it.", 90_000, date(2026, 1, 31),
            TargetUnit.CHARACTERS, "moss",
        ),
        statuses=[ImportedChoice("Draft", hue=Hue.PLUM), ImportedChoice("Done", hue=Hue.MOSS)],
        labels=[ImportedChoice("风", hue=Hue.TEAL)],
        entities=[
            ImportedEntity(
                EntityKind.CHARACTER, "Ada “A.” <B>", ["阿达", "A"], "A pilot.\nOld.", "N\n\nM",
                [EntityField("Hair", "grey"), EntityField("Hair", "white")],
            ),
            *(ImportedEntity(kind, f"A {kind}") for kind in EntityKind),
        ],
        days={date(2025, 12, 31): WrittenDay(-20), date(2026, 1, 1): WrittenDay(500, 3600)},
    )  # fmt: skip


def written(loop, novel_id, tmp_path):
    return loop(
        export_novel(novel_id, output=tmp_path / "novel.json", format=ExportFormat.JSON)
    ).path


def again(loop, path):
    """The same novel brought in once more: what a record of it says."""
    novel = read_source(path)
    assert not novel.warnings
    return json_of(loop(load_record(loop(import_novel(novel)).novel_id)))


def test_everything_comes_back(library, loop, tmp_path):
    novel_id = loop(import_novel(everything())).novel_id
    path = written(loop, novel_id, tmp_path)
    assert again(loop, path) == path.read_bytes()
    held = json.loads(path.read_bytes())
    (thread,) = [each for item in held["outline"] for each in item.get("comments", [])[:1]]
    assert [each["author"] for each in thread["remarks"]] == ["Ann", "阿博"]
    assert [each["title"] for each in held["outline"] if each.get("in_trash")] == ["Gone", "Dust"]
    assert held["pictures"].keys() == {picture_digest(png())}
    assert held["details"]["deadline"] == "2026-01-31"
    assert held["days"] == [["2025-12-31", -20], ["2026-01-01", 500, 3600]]
    ada = held["entities"][0]
    assert (ada["kind"], ada["aliases"]) == ("character", ["阿达", "A"])
    assert ada["fields"] == [["Hair", "grey"], ["Hair", "white"]]
    assert [each["fields"] for each in held["outline"] if "fields" in each] == [
        [["Moon", "full\nand red"], ["潮", ""]]
    ]


def test_what_was_thrown_away_comes_back_into_the_trash(library, loop, tmp_path):
    novel_id = loop(import_novel(everything())).novel_id
    path = written(loop, novel_id, tmp_path)
    fresh = loop(import_novel(read_source(path))).novel_id
    assert [item.title for item in loop(outline.load_trash(fresh))] == ["Gone"]
    assert len(loop(comments.list_threads(fresh))) == 3


@pytest.mark.parametrize("book", BOOKS)
def test_whole_books_come_back(library, loop, tmp_path, book):
    novel_id = loop(import_novel(read_source(corpus(book)))).novel_id
    path = written(loop, novel_id, tmp_path)
    assert again(loop, path) == path.read_bytes()
    told = loop(load_record(novel_id))
    assert sum(len(item.document) for item in told.items) > 1_000


def test_the_same_novel_is_written_alike(library, loop, tmp_path):
    novel_id = loop(import_novel(everything())).novel_id
    first = written(loop, novel_id, tmp_path).read_bytes()
    assert written(loop, novel_id, tmp_path).read_bytes() == first
    lines = first.decode().split("\n")
    assert lines[1] == ' "novelist_novel": 1,'
    assert any(line.strip().startswith('["p",["The ",["high water"') for line in lines)


def test_a_title_is_chosen_at_import(library, loop, tmp_path):
    novel_id = loop(import_novel(everything())).novel_id
    path = written(loop, novel_id, tmp_path)
    assert read_source(path, ImportOptions(title="Ebb")).title == "Ebb"


def bible(loop, novel_id):
    return [replace(each, id=0, novel_id=0) for each in loop(entities.list_entities(novel_id))]


def test_an_import_that_is_undone_and_done_again_keeps_the_story_bible(library, loop):
    novel_id = loop(import_novel(everything())).novel_id
    before, fields = bible(loop, novel_id), loop(entities.list_item_fields(novel_id))
    assert [each.kind for each in before][:2] == [EntityKind.CHARACTER] * 2
    assert len(before) == 7
    assert len(fields) == 1
    shelf = loop(UndoStack.load(None))
    loop(shelf.undo())
    assert [card.id for card in loop(novels.list_novels())] == []
    loop(shelf.redo())
    assert bible(loop, novel_id) == before
    assert loop(entities.list_item_fields(novel_id)) == fields
    assert not loop(UndoStack.load(novel_id)).can_undo  # all of it is one step, on the shelf


def test_names_that_no_library_holds_are_kept_in_the_notes(library, loop):
    long = "A" * 400
    novel = everything()
    fields = [EntityField(long, "v")]
    novel.entities = [
        ImportedEntity(EntityKind.PLACE, f"{long}\nx", [long, "B\nb"], notes="N", fields=fields)
    ]
    (found,) = bible(loop, loop(import_novel(settled(novel))).novel_id)
    assert (found.name, found.aliases) == ("A" * 300, ("B b",))
    assert found.notes == f"{long}\n\n{long} x\n\nN"
    assert found.fields == (EntityField("A" * 200, f"{long}\nv"),)


def test_a_damaged_story_bible_costs_no_more_than_what_is_damaged(tmp_path):
    value = {
        "novelist_novel": 1, "title": "T", "outline": [{"kind": "scene", "fields": [["a"], 3]}],
        "entities": [7, {"kind": "ghost", "name": "G", "aliases": ["g", 1], "more": 1},
                     {"kind": "place", "name": "P", "fields": [["a", "b"], ["c", 1]]}],
    }  # fmt: skip
    path = tmp_path / "T.json"
    path.write_text(json.dumps(value))
    novel = read_source(path)
    assert [(each.kind, each.name) for each in novel.entities[1:]] == [
        ("other", "G"),
        ("place", "P"),
    ]
    assert novel.entities[1].aliases == ["g"]
    assert novel.entities[2].fields == [EntityField("a", "b")]
    assert {str(each) for each in novel.warnings} >= {
        "damaged: unknown “entities: kind”", "damaged: custom-fields", "left: unknown “more”",
        "damaged: unknown “entities”",
    }  # fmt: skip


def test_writing_days_are_brought_in_and_taken_back_with_their_novel(library, loop):
    novel = everything()
    result = loop(import_novel(novel))
    assert result.days == 2
    assert loop(list_writing_days(result.novel_id)) == novel.days
    shelf = loop(UndoStack.load(None))
    loop(shelf.undo())
    assert loop(novels.list_novels()) == []
    loop(shelf.redo())
    assert loop(list_writing_days(result.novel_id)) == novel.days


def test_damaged_writing_days_are_named_and_cost_no_others(tmp_path):
    bad = [["2026-02-30", 5], ["2026-02-01"], 7, ["2026-02-02", True], ["2026-02-03", 1, -1], {}]
    value = {
        "novelist_novel": 1, "title": "T", "outline": [{"kind": "scene"}],
        "days": [["2026-01-01", 5], *bad, ["2026-01-01", 3, 60]],
    }  # fmt: skip
    path = tmp_path / "T.json"
    path.write_text(json.dumps(value))
    novel = read_source(path)
    assert novel.days == {date(2026, 1, 1): WrittenDay(8, 60)}
    assert {str(each) for each in novel.warnings} == {
        f"damaged: writing-history “{json.dumps(each)}”" for each in bad
    }


def test_very_many_people_come_in_with_what_is_theirs(library, loop):
    novel, many = everything(), 1_200  # more than one statement takes
    novel.entities = [
        ImportedEntity(EntityKind.CHARACTER, f"P{n}", [f"A{n}"], fields=[EntityField("n", str(n))])
        for n in range(many)
    ]
    found = bible(loop, loop(import_novel(novel)).novel_id)
    assert [each.name for each in found] == [f"P{n}" for n in range(many)]
    assert found[-1].aliases == (f"A{many - 1}",)
    assert found[700].fields == (EntityField("n", "700"),)


def with_a_past(loop):
    """A novel with one scene that was three things, one of which has a name, and its item."""
    novel_id = loop(import_novel(everything())).novel_id
    item = next(each for each in loop(outline.load_outline(novel_id)) if each.kind == "scene")
    for words in ("The tide came in.", "The tide went out.", "The tide is out."):
        body = loop(texts.load_text(item.id)).body
        loop(texts.save_text(body, document_of(words)))
        if words == "The tide went out.":
            loop(snapshots.take_snapshot(novel_id, item_id=item.id, name="Before the storm"))
    return novel_id, item.id


def pasts_in(path):
    held = json.loads(path.read_bytes())
    return [each["past"] for each in held["outline"] if "past" in each]


def test_earlier_versions_come_back_with_their_names(library, loop, tmp_path):
    novel_id, _ = with_a_past(loop)
    path = written(loop, novel_id, tmp_path)
    (past,) = pasts_in(path)
    read = read_source(path)
    (versions,) = [item.versions for item in read.walk() if item.versions]
    said = [each.document.plain_text for each in versions]
    assert said[-2:] == ["The tide came in.", "The tide went out."]
    assert [each.title for each in versions if each.title] == ["Before the storm"]
    assert len(past["versions"]) == len(versions)
    fresh = loop(import_novel(read)).novel_id
    path.rename(tmp_path / "first.json")
    again = written(loop, fresh, tmp_path)
    assert pasts_in(again) == [past]
    assert again.read_bytes() == (tmp_path / "first.json").read_bytes()


def test_earlier_versions_can_be_left_out(library, loop, tmp_path):
    novel_id, _ = with_a_past(loop)
    everything_else = json_of(loop(load_record(novel_id)))
    preset = next(each for each in built_in_presets() if each.key == "everything").settings
    slim = replace(preset, content=replace(preset.content, versions=False))
    book = loop(load_book(novel_id))
    for settings, is_there in ((preset, True), (slim, False)):
        path = loop(compile_novel(book, settings, output=tmp_path / "n.json")).path
        assert bool(pasts_in(path)) == is_there
    assert path.read_bytes() == everything_else


def test_a_version_that_cannot_be_read_is_left_out(library, loop, tmp_path):
    novel_id, item_id = with_a_past(loop)
    whole = len(pasts_in(written(loop, novel_id, tmp_path))[0]["versions"])
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute(
            "UPDATE revisions SET digest = 'x' WHERE id ="
            " (SELECT MIN(id) + 1 FROM revisions WHERE item_id = ?)", (item_id,)
        )  # fmt: skip
    (past,) = pasts_in(written(loop, novel_id, tmp_path))
    assert len(past["versions"]) == whole - 1


@pytest.mark.parametrize(
    "damage",
    [
        {"text": "7"},
        {"text": 7},
        {"text": None},
        {"made_at": "yesterday"},
        {"made_at": None},
    ],
)
def test_a_damaged_version_is_named_and_costs_no_other(library, loop, tmp_path, damage):
    version = {"made_at": "2026-01-01T10:00:00+00:00", "text": "0"}
    item = {
        "kind": "scene", "depth": 0, "title": "Ebb", "text": [["p", ["Now"]]],
        "past": {"paragraphs": [["p", ["Then"]]], "versions": [version, {**version, **damage}]},
    }  # fmt: skip
    path = tmp_path / "novel.json"
    path.write_text(json.dumps({"novelist_novel": 1, "title": "Tides", "outline": [item]}))
    novel = read_source(path)
    assert [each.document.plain_text for each in novel.items[0].versions] == ["Then"]
    assert WarningKind.DAMAGED in {each.kind for each in novel.warnings}


@pytest.mark.parametrize(("limit", "most"), [("_MOST", 100), ("_LONGEST", 100 * 1_000)])
def test_a_file_may_not_unfold_into_endless_versions(
    library, loop, tmp_path, monkeypatch, limit, most
):
    monkeypatch.setattr(f"novelist.importers.json_novel.past.{limit}", most)
    version = {"made_at": "2026-01-01T10:00:00+00:00", "text": ",".join(["0"] * 60)}
    item = {
        "kind": "scene", "depth": 0, "title": "Ebb",
        "past": {"paragraphs": [["p", ["Then" * 250]]], "versions": [version, version]},
    }  # fmt: skip
    path = tmp_path / "novel.json"
    path.write_text(json.dumps({"novelist_novel": 1, "title": "Tides", "outline": [item]}))
    novel = read_source(path)
    assert len(novel.items[0].versions) == 1
    assert [each.kind for each in novel.warnings] == [WarningKind.LEFT]


def test_versions_are_written_one_after_the_other(library, loop, tmp_path):
    version = {"made_at": "2026-01-01T10:00:00+00:00", "text": "0"}
    item = {
        "kind": "scene", "depth": 0, "title": "Ebb",
        "past": {"paragraphs": [["p", ["Then " * 40_000]]], "versions": [version] * 40},
    }  # fmt: skip
    path = tmp_path / "novel.json"
    path.write_text(json.dumps({"novelist_novel": 1, "title": "Tides", "outline": [item]}))
    novel = read_source(path)
    tracemalloc.start()
    loop(import_novel(novel))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000, "all versions together are more"
