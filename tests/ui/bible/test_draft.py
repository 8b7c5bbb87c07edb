# SPDX-License-Identifier: MIT
"""What is written of an entity, and what others write meanwhile."""

from dataclasses import replace

from novelist.domain.entities import Entity, EntityField, EntityKind
from novelist.ui.bible.draft import Draft, FieldsDraft, aliases_from

INES = Entity(1, 1, EntityKind.CHARACTER, "Ines", notes="Old.")
WANTS, FEARS = EntityField("Wants", "to be believed"), EntityField("Fears", "the ledger")


def test_what_others_wrote_is_taken_but_not_over_what_is_unsaved():
    draft = Draft(INES)
    draft.notes = "Mine."
    assert draft.take(replace(INES, name="Ines Marrow", notes="Theirs."))
    assert (draft.name, draft.notes) == ("Ines Marrow", "Mine.")
    assert draft.unsaved == {"notes": "Mine."}


def test_what_is_saved_is_unsaved_no_more_unless_it_was_written_on():
    draft = Draft(INES)
    draft.summary = "Tide"
    draft.note_saved("summary", "Tide")
    assert not draft.unsaved
    draft.summary = "Tide clerk"
    assert draft.unsaved == {"summary": "Tide clerk"}


def test_a_field_that_is_written_is_typed_and_one_that_goes_is_a_step():
    draft = Draft(replace(INES, fields=(WANTS, FEARS)))
    draft.fields = (WANTS, EntityField("Fears", "the ledger of 1905"))
    assert draft.is_typed("fields")
    draft.fields = (FEARS, WANTS)
    assert not draft.is_typed("fields")
    draft.fields = (FEARS,)
    assert not draft.is_typed("fields")


def test_other_names_stand_one_a_line():
    assert aliases_from("Ines\n\n the girl \nInes") == ("Ines", "the girl")


def test_fields_of_a_scene_are_kept_while_they_are_written():
    draft = FieldsDraft(1, (WANTS,))
    draft.fields = (WANTS, FEARS)
    draft.take(())
    assert draft.fields == (WANTS, FEARS)
    assert draft.is_unsaved
    draft.stored = draft.fields
    draft.take(())
    assert draft.fields == ()
