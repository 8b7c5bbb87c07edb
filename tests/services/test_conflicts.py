# SPDX-License-Identifier: MIT
"""Somebody else saved first: both versions are in the library, and either may be chosen."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from novelist.db.session import writer
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.enums import ItemKind
from novelist.errors import ConflictError
from novelist.services import novels, outline, texts
from novelist.services.journal.undo import UndoStack
from novelist.services.unsaved import conflicts


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


def elsewhere(loop, table, key, **columns):
    """What another program saves, of which nobody here has heard."""
    name = "item_id" if table == "scene_bodies" else "id"
    given = ", ".join(f"{column} = :{column}" for column in columns)
    statement = text(f"UPDATE {table} SET {given}, version = version + 1 WHERE {name} = :key")

    async def command(session):
        await session.execute(statement, columns | {"key": key})

    async def save():
        await writer().submit(command)

    loop(save())


def write_elsewhere(loop, item_id, words):
    content = to_json_lines(document_of(words))
    columns = {"content": content, "digest": digest(content), "plain_text": words}
    elsewhere(loop, "scene_bodies", item_id, **columns)


def a_scene(loop, novel):
    return loop(outline.load_outline(novel))[-1]


def words_of(loop, item_id):
    return loop(texts.load_text(item_id)).document.plain_text


def keep(loop, item):
    """Save an item, keeping both where that is needed."""
    return loop(
        conflicts.save_keeping_both(lambda: outline.save_item(item), item, title="The other")
    )


def test_what_others_saved_in_another_field_stays(novel, loop):
    item = a_scene(loop, novel)
    elsewhere(loop, "outline_items", item.id, notes="Theirs.")
    item.synopsis = "Mine."
    loop(outline.save_item(item))
    assert (item.synopsis, item.notes) == ("Mine.", "Theirs.")


def test_words_in_one_field_are_both_kept(novel, loop):
    item = a_scene(loop, novel)
    elsewhere(loop, "outline_items", item.id, synopsis="Theirs,\nof two lines.", notes="A note.")
    item.synopsis = "Mine."
    with pytest.raises(ConflictError):
        loop(outline.save_item(item))
    kept = keep(loop, item)
    after = loop(outline.load_outline(novel))[-1]
    assert (kept.other_id, after.kind, after.title) == (after.id, ItemKind.NOTE, "The other")
    assert words_of(loop, after.id) == "Theirs,\nof two lines."
    assert (item.synopsis, item.notes) == ("Mine.", "A note.")
    assert not outline.unsaved_words(item)


def test_a_choice_that_others_made_too_is_nobodys_words(novel, loop):
    item = a_scene(loop, novel)
    elsewhere(loop, "outline_items", item.id, target=900)
    item.target = 700
    assert keep(loop, item) is None
    assert loop(outline.load_items([item.id]))[0].target == 700


def test_the_words_of_others_may_take_the_place_of_mine(novel, loop):
    item = a_scene(loop, novel)
    elsewhere(loop, "outline_items", item.id, title="High tide")
    item.title = "Low tide"
    kept = keep(loop, item)
    loop(conflicts.take_other(kept))
    assert [each.title for each in loop(outline.load_outline(novel))][-1:] == ["High tide"]
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert [each.title for each in loop(outline.load_outline(novel))][-2:] == [
        "Low tide",
        "The other",
    ]


def test_details_of_a_novel_are_both_kept(novel, loop):
    found = loop(novels.get_novel(novel))
    elsewhere(loop, "novels", novel, logline="Theirs.", author="Anna")
    found.logline = "Mine."
    kept = loop(
        conflicts.save_keeping_both(lambda: novels.save_novel(found), found, title="The other")
    )
    assert (found.logline, found.author) == ("Mine.", "Anna")
    assert words_of(loop, kept.other_id) == "Theirs."
    loop(conflicts.take_other(kept))
    assert loop(novels.get_novel(novel)).logline == "Theirs."
    loop(loop(UndoStack.load(novel)).undo())
    assert loop(novels.get_novel(novel)).logline == "Mine."


def beside(loop, novel, item_id, page, mine, before=None):
    """Save a text over theirs, which is kept beside it."""
    with pytest.raises(ConflictError):
        loop(page.save(document_of(mine)))
    kept = loop(conflicts.keep_stored_text(novel, body=page.body, title="The other", before=before))
    page.accept()
    loop(page.save(document_of(mine)))
    return kept


@pytest.fixture
def page(novel, loop):
    item_id = a_scene(loop, novel).id
    page = texts.OpenText(loop(texts.load_text(item_id)).body)
    loop(page.save(document_of("Before.")))
    return page


def test_who_writes_on_elsewhere_fills_no_second_scene(novel, loop, page):
    item_id = page.body.item_id
    write_elsewhere(loop, item_id, "Theirs.")
    kept = beside(loop, novel, item_id, page, "Mine.")
    write_elsewhere(loop, item_id, "Theirs, and more.")
    again = beside(loop, novel, item_id, page, "Mine, and more.", kept)
    assert again.other_id == kept.other_id
    assert words_of(loop, kept.other_id) == "Theirs, and more."
    assert words_of(loop, item_id) == "Mine, and more."


def test_a_scene_that_was_written_in_since_is_left_alone(novel, loop, page):
    item_id = page.body.item_id
    write_elsewhere(loop, item_id, "Theirs.")
    kept = beside(loop, novel, item_id, page, "Mine.")
    other = loop(texts.load_text(kept.other_id)).body
    loop(texts.save_text(other, document_of("Theirs, put right.")))
    write_elsewhere(loop, item_id, "Theirs, and more.")
    again = beside(loop, novel, item_id, page, "Mine, and more.", kept)
    assert again.other_id != kept.other_id
    assert words_of(loop, kept.other_id) == "Theirs, put right."


def test_the_text_of_others_may_take_the_place_of_mine(novel, loop, page):
    item_id = page.body.item_id
    write_elsewhere(loop, item_id, "Theirs.")
    kept = beside(loop, novel, item_id, page, "Mine.")
    both = loop(conflicts.compare_kept(kept))
    assert (both.diff.added.words, both.diff.removed.words) == (1, 1)
    loop(conflicts.take_other(kept))
    assert words_of(loop, item_id) == "Theirs."
    assert [item.id for item in loop(outline.load_trash(novel))] == [kept.other_id]
    loop(loop(UndoStack.load(novel)).undo())
    assert (words_of(loop, item_id), words_of(loop, kept.other_id)) == ("Mine.", "Theirs.")


def test_mine_may_stay_alone(novel, loop, page):
    item_id = page.body.item_id
    write_elsewhere(loop, item_id, "Theirs.")
    kept = beside(loop, novel, item_id, page, "Mine.")
    loop(conflicts.keep_only_mine(kept))
    assert words_of(loop, item_id) == "Mine."
    assert [item.id for item in loop(outline.load_trash(novel))] == [kept.other_id]
