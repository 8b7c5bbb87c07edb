# SPDX-License-Identifier: MIT
"""Searching a library: what is found, in which order, and what is shown of it."""

from __future__ import annotations

import pytest

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from novelist.services.finding import search


@pytest.fixture
def scene(loop, library):
    """A novel with one scene: the ids of both."""
    novel_id = loop(novels.create_novel(title="Moby-Dick", language="en"))
    items = loop(outline.load_outline(novel_id))
    return novel_id, items[-1].id


def write(loop, item_id, *paragraphs):
    text = loop(texts.load_text(item_id))
    loop(texts.save_text(text.body, document_of(*paragraphs)))


def add(loop, novel_id, title, *paragraphs):
    made = loop(outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None, title=title))
    write(loop, made.ids[0], *paragraphs)
    return made.ids[0]


def found(loop, text, **options):
    return [hit.item_id for hit in loop(search.search_library(text, **options))]


def test_a_text_is_found_from_the_moment_it_is_saved(loop, scene):
    _, item_id = scene
    assert found(loop, "whale") == []
    write(loop, item_id, "The white whale.")
    assert found(loop, "WHALE") == [item_id]
    write(loop, item_id, "The white shark.")
    assert found(loop, "whale") == []


def test_a_hit_names_the_novel_and_shows_the_place(loop, scene):
    novel_id, item_id = scene
    write(loop, item_id, "Call me Ishmael.", "Some years ago \u2014 never mind.")
    (hit,) = loop(search.search_library("never mind"))
    assert (hit.novel_id, hit.novel, hit.item_id, hit.where) == (
        novel_id,
        "Moby-Dick",
        item_id,
        "text",
    )
    (snippet,) = hit.snippets
    assert snippet.text[snippet.start : snippet.end] == "never mind"
    assert snippet.text == "Some years ago \u2014 never mind."


@pytest.mark.parametrize("name", ["title", "synopsis", "notes"])
def test_titles_synopses_and_notes_are_searched_too(loop, scene, name):
    novel_id, item_id = scene
    values = {"ids": [item_id], "name": name, "value": "捕鲸叉 harpoon"}
    loop(outline.set_attribute(novel_id, **values))
    for text in ("鲸", "harp"):
        (hit,) = loop(search.search_library(text))
        assert (hit.item_id, hit.where) == (item_id, name)


def test_chinese_of_any_length_is_found(loop, scene):
    _, item_id = scene
    write(loop, item_id, "满纸荒唐言，一把辛酸泪。")
    for text in ("言", "荒唐", "一把辛酸泪", "唐言"):
        assert found(loop, text) == [item_id]
    assert found(loop, "荒言") == []


def test_hits_come_in_the_order_of_reading(loop, scene):
    novel_id, item_id = scene
    write(loop, item_id, "whale one")
    last = add(loop, novel_id, "", "whale two")
    before = add(loop, novel_id, "", "whale three")
    loop(outline.move_items(novel_id, ids=[before], parent_id=None, index=0))
    assert found(loop, "whale") == [before, item_id, last]
    assert found(loop, "whale", limit=2) == [before, item_id]


def test_the_search_keeps_to_one_novel_when_asked(loop, scene):
    novel_id, item_id = scene
    write(loop, item_id, "whale")
    other = loop(novels.create_novel(title="Other", language="en"))
    second = add(loop, other, "", "whale")
    assert sorted(found(loop, "whale")) == [item_id, second]
    assert found(loop, "whale", novel_id=novel_id) == [item_id]


def test_what_is_in_the_trash_is_not_found(loop, scene):
    novel_id, item_id = scene
    write(loop, item_id, "whale")
    edit = loop(outline.trash_items(novel_id, ids=[item_id]))
    assert found(loop, "whale") == []
    loop(outline.restore_items(novel_id, ids=edit.ids))
    assert found(loop, "whale") == [item_id]
    loop(novels.trash_novel(novel_id))
    assert found(loop, "whale") == []


def test_marks_alone_can_be_looked_for(loop, scene):
    _, item_id = scene
    write(loop, item_id, "So \u2014 it was.")
    assert found(loop, "\u2014") == [item_id]


def test_nothing_is_found_for_nothing(loop, scene):
    assert found(loop, "  ") == []
