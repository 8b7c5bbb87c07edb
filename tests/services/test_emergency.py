# SPDX-License-Identifier: MIT
"""Words that could not be saved lie elsewhere, and come back at the next start."""

from __future__ import annotations

import json
import os
import tempfile

import pytest

from novelist import paths
from novelist.domain.document import document_of
from novelist.errors import NotFoundError
from novelist.services import emergency, novels, outline, texts
from novelist.services.emergency import EmergencyCopy
from novelist.services.found_words import find_words, keep_as_scene, put_in
from novelist.services.rescue import UnsavedText

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
