# SPDX-License-Identifier: MIT
"""Words that could not be saved lie elsewhere, and come back at the next start."""

from __future__ import annotations

import json
import os
import tempfile

import pytest

from novelist import paths
from novelist.domain.document import document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.finding.entity_words import written_columns, written_fields
from novelist.errors import NotFoundError
from novelist.services import entities, novels, outline, texts
from novelist.services.journal.undo import UndoStack
from novelist.services.unsaved import emergency
from novelist.services.unsaved.emergency import EmergencyCopy
from novelist.services.unsaved.found_words import find_words, keep_as_entity, keep_as_scene, put_in
from novelist.services.unsaved.rescue import UnsavedText, key_of_entity, rescue_texts

HERE = "/somewhere/Novels.novelist"


def words(text, **fields):
    return UnsavedText("The quay", document_of(text), fields, 1, "Fog")


@pytest.fixture
def scene(loop, library):
    """The scene of a new novel, with a text."""
    novel_id = loop(novels.create_novel(title="Fog", language="en"))
    item = next(each for each in loop(outline.load_outline(novel_id)) if each.kind == "scene")
    body = loop(texts.load_text(item.id)).body
    loop(texts.save_text(body, document_of("What was saved.")))
    return item.id


def text_of(loop, item_id):
    return loop(texts.load_text(item_id)).document.plain_text


def test_a_copy_holds_the_words_and_goes_when_they_are_saved(loop):
    copy = EmergencyCopy(HERE)
    path = loop(copy.write({7: words("雾港的夜。", title="Quay")}))
    (found,) = loop(emergency.find_copies(HERE))
    (kept,) = found.texts
    assert (kept.item_id, kept.novel, kept.fields) == (7, "Fog", {"title": "Quay"})
    assert "雾港的夜。" in path.read_text("utf-8")
    loop(copy.remove())
    assert loop(emergency.find_copies(HERE)) == []


def test_each_library_finds_its_own(loop):
    loop(EmergencyCopy(HERE).write({7: words("Mine.")}))
    assert loop(emergency.find_copies("/elsewhere/Novels.novelist")) == []


def test_newer_words_take_the_place_of_older_ones(loop):
    copy = EmergencyCopy(HERE)
    loop(copy.write({7: words("One.")}))
    loop(copy.write({7: words("One. Two.")}))
    (found,) = loop(emergency.find_copies(HERE))
    assert "One. Two." in found.texts[0].content


def test_where_the_data_folder_takes_nothing_another_one_does(loop, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", "/proc/none")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    paths.data_folder().mkdir(exist_ok=True)
    (paths.data_folder() / "Emergency copies").write_text("in the way")
    path = loop(EmergencyCopy(HERE).write({7: words("Kept.")}))
    assert path.is_relative_to(tmp_path)
    assert len(loop(emergency.find_copies(HERE))) == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_nobody_else_may_read_it(loop):
    path = loop(EmergencyCopy(HERE).write({7: words("Secret.")}))
    assert path.stat().st_mode & 0o077 == 0


def test_the_oldest_make_room(loop, monkeypatch):
    monkeypatch.setattr(emergency, "MOST_FILES", 3)
    for number in range(5):
        loop(EmergencyCopy(HERE).write({number: words(f"{number}")}))
    assert len(loop(emergency.find_copies(HERE))) == 3


def test_a_damaged_copy_stops_nothing(loop):
    path = loop(EmergencyCopy(HERE).write({7: words("Kept.")}))
    (path.parent / "2020 odd.json").write_text("{")
    (path.parent / "2021 newer.json").write_text(json.dumps({"novelist": 99}))
    copy = json.loads(path.read_text("utf-8"))
    copy["texts"][0]["of_tomorrow"] = 1
    (path.parent / "2022 keys.json").write_text(json.dumps(copy))
    assert len(loop(emergency.find_copies(HERE))) == 1


def test_words_that_the_library_has_are_not_offered(loop, library, scene):
    loop(EmergencyCopy(str(library)).write({scene: words("What was saved.")}))
    assert loop(find_words(str(library))) == []
    assert loop(emergency.find_copies(str(library))) == []


def test_found_words_are_compared_and_put_in(loop, library, scene):
    loop(EmergencyCopy(str(library)).write({scene: words("What was not.", title="Quay")}))
    (found,) = loop(find_words(str(library)))
    assert found.stored.plain_text == "What was saved."
    loop(put_in(found))
    assert text_of(loop, scene) == "What was not."
    assert loop(outline.load_items([scene]))[0].title == "Quay"
    assert loop(find_words(str(library))) == []


def test_found_words_are_kept_as_a_scene_after_it(loop, library, scene):
    loop(EmergencyCopy(str(library)).write({scene: words("What was not.")}))
    (found,) = loop(find_words(str(library)))
    made = loop(keep_as_scene(found, title="The quay, found"))
    assert text_of(loop, scene) == "What was saved."
    assert text_of(loop, made) == "What was not."
    novel_id = loop(outline.load_items([made]))[0].novel_id
    order = [item.id for item in loop(outline.load_outline(novel_id))]
    assert order.index(made) == order.index(scene) + 1


def test_words_of_a_scene_and_a_novel_that_are_gone_get_new_ones(loop, library):
    loop(EmergencyCopy(str(library)).write({99: words("Nowhere to go.")}))
    (found,) = loop(find_words(str(library)))
    assert found.stored is None
    made = loop(keep_as_scene(found, title="Found"))
    assert text_of(loop, made) == "Nowhere to go."
    assert [card.title for card in loop(novels.list_novels())] == ["Fog"]
    with pytest.raises(NotFoundError):
        loop(put_in(found))


TYPED = {
    "name": "Ines Marrow",
    "aliases": ("Miss", "她"),
    "notes": "Two\nlines.",
    "fields": (EntityField("Wants: most", "rest\n\tand quiet"), EntityField("", "x")),
}


@pytest.fixture
def ines(loop, library):
    """A character of a new novel; the ids of both."""
    novel_id = loop(novels.create_novel(title="Fog", language="en"))
    made = loop(entities.create_entity(novel_id, kind=EntityKind.CHARACTER, name="Ines"))
    return novel_id, next(iter(made.entities_after))


def of_bible(novel_id, key, **values):
    words = written_columns(TYPED | values)
    return {key_of_entity(key): UnsavedText("Ines", None, words, novel_id, "Fog")}


def bible(loop, novel_id):
    return loop(entities.list_entities(novel_id))


def test_words_of_the_bible_are_put_into_their_entity_exactly(loop, library, ines):
    novel_id, key = ines
    loop(EmergencyCopy(str(library)).write(of_bible(novel_id, key)))
    (found,) = loop(find_words(str(library)))
    assert (found.kept.entity_id, found.kept.is_of_novel) == (key, False)
    assert found.stored is not None
    loop(put_in(found))
    (person,) = bible(loop, novel_id)
    assert {name: getattr(person, name) for name in TYPED} == TYPED
    assert loop(find_words(str(library))) == []
    assert loop(emergency.find_copies(str(library))) == []
    loop(loop(UndoStack.load(novel_id)).undo())
    assert bible(loop, novel_id)[0].name == "Ines"


def test_words_of_a_deleted_entity_bring_it_back(loop, library, ines):
    novel_id, key = ines
    loop(entities.remove_entity(key))
    loop(EmergencyCopy(str(library)).write(of_bible(novel_id, key)))
    (found,) = loop(find_words(str(library)))
    loop(put_in(found))
    assert [each.id for each in bible(loop, novel_id)] == [key]


def test_words_of_an_entity_that_is_gone_or_of_another_novel_get_one_of_their_own(
    loop, library, ines
):
    novel_id, key = ines
    other = loop(novels.create_novel(title="Other", language="en"))
    loop(EmergencyCopy(str(library)).write(of_bible(other, key, kind=EntityKind.PLACE)))
    (found,) = loop(find_words(str(library)))
    assert found.stored is None
    made = loop(keep_as_entity(found, title="Found"))
    (place,) = bible(loop, other)
    assert (place.id, place.kind, place.notes) == (made, EntityKind.PLACE, TYPED["notes"])
    assert place.fields == TYPED["fields"]
    assert bible(loop, novel_id)[0].name == "Ines"


def test_words_of_the_bible_of_a_novel_that_is_gone_get_a_new_one(loop, library):
    loop(EmergencyCopy(str(library)).write(of_bible(99, 7)))
    (found,) = loop(find_words(str(library)))
    loop(keep_as_entity(found, title="Found words"))
    (card,) = loop(novels.list_novels())
    assert card.title == "Fog"
    assert [each.name for each in bible(loop, card.id)] == ["Ines Marrow"]


def test_fields_of_a_scene_are_put_into_it(loop, library, scene):
    fields = (EntityField("Weather", "fog\nand rain"),)
    typed = UnsavedText("Quay", None, {"fields": written_fields(fields)}, 1, "Fog")
    loop(EmergencyCopy(str(library)).write({scene: typed}))
    (found,) = loop(find_words(str(library)))
    loop(put_in(found))
    assert loop(entities.list_item_fields(1)) == {scene: fields}
    assert loop(find_words(str(library))) == []
    loop(EmergencyCopy(str(library)).write({99: typed}))
    (found,) = loop(find_words(str(library)))
    made = loop(keep_as_scene(found, title="Found"))
    assert loop(entities.list_item_fields(1))[made] == fields


def test_rescued_words_of_the_bible_can_be_read(loop):
    folder = loop(rescue_texts(of_bible(1, 7)))
    read = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert read == {
        "bible 7 Ines, name.txt": "Ines Marrow",
        "bible 7 Ines, aliases.txt": "Miss\n她",
        "bible 7 Ines, notes.txt": "Two\nlines.",
        "bible 7 Ines, fields.txt": "Wants\\: most: rest\n\t\tand quiet\n: x",
    }
