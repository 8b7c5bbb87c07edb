# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.texts`` and ``progress``."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest

from novelist.domain.changes import Subject
from novelist.domain.counting import Counts
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.errors import NotFoundError, StorageCorruptError
from novelist.services import novels, outline, texts
from novelist.services.library import library as libraries
from novelist.services.library.library import close_library, open_library
from novelist.services.progress import SessionProgress


@pytest.fixture
def scene(library, loop):
    novel = loop(novels.create_novel(title="Harbour", language="en"))
    return loop(outline.load_outline(novel))[1].id


def test_a_text_comes_back_as_it_was_saved(scene, library, loop):
    document = document_of("“It’s early,” said Tobias.", "雾号响了一声。")
    loop(texts.save_text(loop(texts.load_text(scene)).body, document))
    loop(close_library())
    loop(open_library(library))
    assert loop(texts.load_text(scene)).document == document


def test_saving_counts_and_digests(scene, library, loop):
    saved = loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("雾港 at night")))
    assert (saved.before.words, saved.after.words) == (0, 4)
    (item,) = loop(outline.load_items([scene]))
    assert item.words == 4
    with closing(sqlite3.connect(library)) as connection, connection:
        content, kept = connection.execute("SELECT content, digest FROM scene_bodies").fetchone()
    connection.close()
    assert kept == digest(content)


def test_many_saves_that_wait_together_keep_the_last(scene, loop):
    body = loop(texts.load_text(scene)).body

    async def burst():
        await asyncio.gather(
            *(texts.save_text(body, document_of("word " * number)) for number in range(1, 51))
        )

    loop(burst())
    assert loop(texts.load_text(scene)).document.plain_text.split() == ["word"] * 50


def test_an_item_without_a_text_is_not_found(library, loop):
    with pytest.raises(NotFoundError):
        loop(texts.load_text(404))


def test_damage_is_noticed_when_the_text_is_loaded(scene, library, loop):
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("The ledger.")))
    loop(close_library())
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET content = replace(content, 'ledger', 'leader')")
    connection.close()
    loop(open_library(library))
    with pytest.raises(StorageCorruptError):
        loop(texts.load_text(scene))


def test_a_very_long_text_is_saved_without_holding_the_loop(scene, loop):
    body = loop(texts.load_text(scene)).body
    document = document_of(*["word " * 50] * 4000)
    assert loop(texts.save_text(body, document)).after.words == 200_000
    assert loop(texts.load_text(scene)).document == document


def test_a_long_text_keeps_its_rarest_characters(scene, loop):
    rare = "\\ \\\\n \0 \x1a \r \" ' '' %s %(x)s {} 🐋 é é 不見 _binary'"
    document = document_of(*[f"{number} {rare}" for number in range(1000)])
    loop(texts.save_text(loop(texts.load_text(scene)).body, document))
    assert loop(texts.load_text(scene)).document == document


def test_what_was_written_is_the_sum_of_what_saves_changed():
    progress, heard = SessionProgress(), []
    unsubscribe = progress.subscribe(heard.append)
    progress.record(1, Counts(10, 50, 40), Counts(25, 120, 100))
    progress.record(1, Counts(25, 120, 100), Counts(20, 100, 80))
    progress.record(1, Counts(20, 100, 80), Counts(20, 100, 80))
    unsubscribe()
    progress.record(2, Counts(0, 0, 0), Counts(5, 20, 16))
    assert (progress.written(1).words, progress.written(2).words) == (10, 5)
    assert heard == [1, 1]


def test_the_first_words_of_a_text_stand_for_a_missing_title(scene, loop):
    (item,) = loop(outline.load_items([scene]))
    assert loop(texts.load_excerpts(item.novel_id)) == {}
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("Snow again.", "And ice.")))
    assert loop(texts.load_excerpts(item.novel_id)) == {scene: "Snow again. And ice."}
    assert loop(texts.load_excerpts(item.novel_id, [scene + 1])) == {}


def test_a_saved_text_is_announced_with_its_novel(scene, loop):
    heard = []
    unsubscribe = libraries.subscribe(heard.append)
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("x"), initiator="editor"))
    unsubscribe()
    (changes,) = heard
    assert (changes.initiator, changes.ids(Subject.TEXT)) == ("editor", {scene})
    assert changes.entries[0].novel_id is not None


def test_a_long_text_never_overtakes_a_shorter_one_that_was_given_later(scene, loop):
    text = texts.OpenText(loop(texts.load_text(scene)).body)

    async def write():
        long, short = document_of(*["word " * 50] * 4000), document_of("All cut but this.")
        await asyncio.gather(*(text.save(each) for each in (long, short)))

    loop(write())
    assert loop(texts.load_text(scene)).document.plain_text == "All cut but this."


def test_the_counts_are_those_of_the_text_that_was_written(scene, loop):
    body = loop(texts.load_text(scene)).body

    async def write():
        saving = asyncio.ensure_future(texts.save_text(body, document_of("one")))
        await asyncio.sleep(0)  # it waits for the writer, and will write what stands there then
        body.plain_text = "one two three"
        body.content = to_json_lines(document_of(body.plain_text))
        body.digest = digest(body.content)
        assert (await saving).after.words == 3

    loop(write())
    assert loop(outline.load_items([scene]))[0].words == 3
