# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.novels``."""

from __future__ import annotations

from datetime import date

import pytest

from novelist.domain.document import document_of
from novelist.errors import AmbiguousTitleError, NotFoundError, TextChangedError
from novelist.services import novels, outline, texts
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import close_library, open_library


def test_a_new_novel_has_one_chapter_with_one_empty_scene(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en", author="I. Farrow"))
    items = loop(outline.load_outline(novel_id))
    assert [(item.kind, item.title, item.words) for item in items] == [
        ("chapter", "", 0),
        ("scene", "", 0),
    ]
    assert items[1].parent_id == items[0].id


def test_a_novel_starts_with_statuses_in_its_own_language(library, loop):
    english = loop(novels.create_novel(title="Harbour", language="en"))
    chinese = loop(novels.create_novel(title="雾港", language="zh"))
    assert loop(outline.list_statuses(english))[1].name == "First draft"
    assert loop(outline.list_statuses(chinese))[1].name == "初稿"


def test_everything_is_there_after_closing_and_opening(library, loop):
    novel_id = loop(novels.create_novel(title="雾港来信", language="zh", author="沈砚秋"))
    loop(close_library())
    loop(open_library(library))
    (card,) = loop(novels.list_novels())
    assert (card.id, card.title, card.author, card.chapters, card.scenes) == (
        novel_id, "雾港来信", "沈砚秋", 1, 1,
    )  # fmt: skip


def test_trash_and_back(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    loop(novels.trash_novel(novel_id))
    assert loop(novels.list_novels()) == []
    assert [card.id for card in loop(novels.list_novels(trashed=True))] == [novel_id]
    loop(novels.restore_novel(novel_id))
    assert [card.id for card in loop(novels.list_novels())] == [novel_id]


def test_only_what_is_in_the_trash_can_be_removed_for_ever(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    with pytest.raises(NotFoundError):
        loop(novels.purge_novel(novel_id))
    loop(novels.trash_novel(novel_id))
    loop(novels.purge_novel(novel_id))
    assert loop(novels.list_novels(trashed=True)) == []


def test_renaming_reaches_the_object_that_a_widget_holds(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    live = loop(novels.get_novel(novel_id))
    loop(novels.rename_novel(novel_id, "The harbour"))
    assert live.title == "The harbour"


def test_a_novel_is_found_by_id_or_by_title(library, loop):
    first = loop(novels.create_novel(title="Harbour", language="en"))
    assert loop(novels.find_novel(str(first))) == first
    assert loop(novels.find_novel("HARBOUR")) == first
    with pytest.raises(NotFoundError):
        loop(novels.find_novel("Inland"))
    second = loop(novels.create_novel(title="harbour", language="en"))
    with pytest.raises(AmbiguousTitleError) as error:
        loop(novels.find_novel("Harbour"))
    assert set(error.value.ids) == {first, second}


def test_a_novel_is_found_by_how_its_title_alone_begins(library, loop):
    ferry = loop(novels.create_novel(title="The “Ferry’s” end", language="en"))
    fog = loop(novels.create_novel(title="The fog", language="en"))
    assert loop(novels.find_novel('the "ferry\'s"')) == ferry
    assert loop(novels.find_novel("THE  FO")) == fog
    with pytest.raises(AmbiguousTitleError) as error:
        loop(novels.find_novel("The"))
    assert set(error.value.titles) == {"The “Ferry’s” end", "The fog"}
    with pytest.raises(NotFoundError):
        loop(novels.find_novel(" "))


def test_what_is_typed_into_a_live_novel_is_saved(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    live = loop(novels.get_novel(novel_id))
    live.author = "Imogen Farrow"
    loop(novels.save_novel(live))
    assert loop(novels.list_novels())[0].author == "Imogen Farrow"


@pytest.mark.parametrize("on_shelf", [True, False])
def test_details_are_undone_field_by_field(library, loop, on_shelf):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    live = loop(novels.get_novel(novel_id))
    live.genre, live.deadline = "Mystery", date(2027, 1, 31)
    loop(novels.save_novel(live, on_shelf=on_shelf))
    stack = loop(UndoStack.load(None if on_shelf else novel_id))
    assert (stack.next_undo.action, stack.next_undo.subject) == ("novel_deadline", "Harbour")
    loop(stack.undo())
    assert (live.genre, live.deadline) == ("Mystery", None)
    loop(stack.undo())
    assert live.genre == ""
    for _ in range(2):
        loop(stack.redo())
    assert (live.genre, live.deadline) == ("Mystery", date(2027, 1, 31))


def test_letters_typed_into_a_detail_are_one_step(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    live = loop(novels.get_novel(novel_id))
    for typed in ("Tow", "Tower"):
        live.title = typed
        loop(novels.save_novel(live, on_shelf=False))
    stack = loop(UndoStack.load(novel_id))
    assert (stack.next_undo.action, stack.next_undo.subject) == ("rename_novel", "Tower")
    loop(stack.undo())
    assert (live.title, stack.can_undo) == ("Harbour", False)


def test_what_was_written_elsewhere_since_is_not_undone(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    loop(novels.rename_novel(novel_id, "Tower"))
    live = loop(novels.get_novel(novel_id))
    live.title = "Lighthouse"
    loop(novels.save_novel(live, on_shelf=False))
    with pytest.raises(TextChangedError):
        loop(UndoStack(None).undo())
    assert live.title == "Lighthouse"


def test_the_novel_opened_last_comes_first(library, loop):
    first = loop(novels.create_novel(title="One", language="en"))
    loop(novels.create_novel(title="Two", language="en"))
    loop(novels.mark_opened(first))
    assert [card.title for card in loop(novels.list_novels())] == ["One", "Two"]


def test_what_stands_in_a_chapter_that_is_left_out_is_not_counted_on_the_shelf(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    chapter, scene = [item.id for item in loop(outline.load_outline(novel_id))]
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("Three little words.")))
    assert loop(novels.list_novels())[0].words == 3
    loop(outline.set_attribute(novel_id, ids=[chapter], name="in_manuscript", value=False))
    (card,) = loop(novels.list_novels())
    assert (card.words, card.chapters, card.scenes) == (0, 0, 0)
