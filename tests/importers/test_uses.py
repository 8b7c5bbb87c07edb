# SPDX-License-Identifier: MIT
"""What labels and fields of a file become, and what a writer is told of it before."""

from __future__ import annotations

import pytest

from novelist.domain import document as d
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.importers.imported import (
    ImportedChoice,
    ImportedComment,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportedRemark,
)
from novelist.importers.mapped import MOST_FIELDS, Mapped, Source, mapped
from novelist.importers.uses import LABELS, Use, Uses


def novel():
    scene = ImportedItem(ItemKind.SCENE, "Pier", label="Red", notes="Own.")
    scene.fields = [EntityField("Keywords", "tide"), EntityField("", "nameless")]
    chapter = ImportedItem(ItemKind.CHAPTER, "One", children=[scene])
    return ImportedNovel("Tides", items=[chapter], labels=[ImportedChoice("Red", "#ff0000")])


def applied(**chosen):
    given = novel()
    uses = Uses()
    for key, use in chosen.items():
        uses.choose(LABELS if key == "label" else key, Use(use))
    made = uses.applied(given, given.items)
    assert given.items == novel().items, "what was read stays as it is"
    return made, made.items[0].children[0]


def test_unchosen_everything_stays():
    made, _ = applied()
    assert made == novel()


@pytest.mark.parametrize(
    ("use", "fields", "notes"),
    [
        ("out", [], "Own."),
        ("note", [], "Keywords: tide\n\nOwn."),
        ("field", ["Keywords"], "Own."),
    ],
)
def test_a_field_becomes_what_was_chosen(use, fields, notes):
    made, scene = applied(Keywords=use)
    assert [each.name for each in scene.fields if each.name] == fields
    assert (scene.notes, scene.label) == (notes, "Red")
    assert [each.name for each in made.labels] == ["Red"]


def test_a_field_that_becomes_the_label_makes_the_labels_a_field():
    made, scene = applied(Keywords="label")
    assert (scene.label, [each.name for each in made.labels]) == ("tide", ["tide"])
    assert EntityField("Label", "Red") in scene.fields


def test_what_no_label_holds_is_in_the_notes():
    given, uses, long = novel(), Uses(), "tide " * 100
    given.items[0].children[0].fields = [EntityField("Sea", each) for each in ("ebb", "flow", long)]
    uses.choose("Sea", Use.LABEL)
    made = uses.applied(given, given.items)
    scene = made.items[0].children[0]
    assert (scene.label, [each.name for each in made.labels]) == ("ebb", ["ebb"])
    assert scene.notes == f"Sea: flow\nSea: {long.strip()}\n\nOwn."


def test_labels_can_be_left_out():
    made, scene = applied(label="out")
    assert (scene.label, made.labels) == ("", [])
    assert EntityField("Keywords", "tide") in scene.fields


def test_what_a_file_says_is_counted_by_what_it_is():
    given = novel()
    scene = given.items[0].children[0]
    scene.document = d.Document((d.Block(inlines=(d.Run("a"), d.Atom(d.FOOTNOTE))),))
    scene.comments = [ImportedComment("m", "a", [ImportedRemark("why")])]
    gone = ImportedItem(ItemKind.SCENE, is_trashed=True)
    given.items += [ImportedItem(ItemKind.NOTE), gone]
    given.entities = [ImportedEntity(EntityKind.PLACE, "Sea")]
    assert mapped(given) == [
        Mapped(Source.ENTITY, 1, "place"),
        Mapped(Source.LABEL, 1),
        Mapped(Source.FIELD, 1, "Keywords"),
        Mapped(Source.NOTES, 1),
        Mapped(Source.COMMENT, 1),
        Mapped(Source.FOOTNOTE, 1),
        Mapped(Source.NOTE, 1),
        Mapped(Source.TRASHED, 1),
    ]


def test_only_so_many_fields_are_told_apart():
    item = ImportedItem(ItemKind.SCENE, fields=[EntityField(str(n), "x") for n in range(500)])
    assert len(mapped(ImportedNovel("", items=[item]))) == MOST_FIELDS
