# SPDX-License-Identifier: MIT
"""Saving by itself: soon, truly, and nothing is forgotten."""

import asyncio

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.errors import StorageFullError
from novelist.ui.editor.autosave import DUE, Autosave
from novelist.ui.tasks import Tasks
from tests.ui.editor.conftest import heard


@pytest.fixture
def autosave(page, store):
    owner = QObject(page.documents)
    page.errors = []
    return Autosave(page.documents, store.save, Tasks(owner, page.errors.append), owner)


async def test_typing_is_saved_without_being_asked(page, autosave, store):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "ab")
    assert await heard(autosave.saved) == (1,)
    assert store.saves == [(1, d.document_of("ab"))]


async def test_the_first_key_starts_the_clock_and_later_keys_do_not_wind_it_up(
    page, autosave, store
):
    page.show(d.EMPTY)
    typing = QTimer(page.edit, interval=DUE // 4)
    typing.timeout.connect(lambda: QTest.keyClicks(page.edit, "a"))
    typing.start()
    await heard(autosave.saving, within=20)  # never, if each key wound the clock up again
    assert typing.isActive()
    typing.stop()


async def test_a_save_that_is_due_begins_right_behind_a_key(page, autosave, store, monkeypatch):
    monkeypatch.setattr("novelist.ui.editor.autosave._PATIENCE", 3_600_000)
    page.show(d.EMPTY)
    typing = QTimer(page.edit, interval=DUE // 4)
    typing.timeout.connect(lambda: QTest.keyClicks(page.edit, "a"))
    typing.start()
    await heard(autosave.saving, within=20)
    typing.stop()


@pytest.mark.usefixtures("clock_stands")
async def test_saving_now_does_not_wait(page, autosave, store):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    autosave.save_now()
    await heard(autosave.saved)


async def test_saved_is_said_only_when_nothing_changed_meanwhile(page, autosave, store):
    store.gate = asyncio.Event()
    said = []
    autosave.saved.connect(said.append)
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    autosave.save_now()
    await heard(autosave.saving)
    QTest.keyClicks(page.edit, "b")
    store.gate.set()
    for _turn in range(20):
        await asyncio.sleep(0)
    assert said == []
    assert page.edit.live.is_dirty
    await heard(autosave.saved)
    assert store.saves[-1] == (1, d.document_of("ab"))


async def test_a_save_that_hangs_does_not_hold_up_the_newer_text(page, autosave, store):
    store.gate = asyncio.Event()
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    autosave.save_now()
    await heard(autosave.saving)
    QTest.keyClicks(page.edit, "b")
    await heard(autosave.saving)
    assert [document.plain_text for _, document in store.saves] == ["a", "ab"]
    store.gate.set()
    await heard(autosave.saved)


async def test_a_failed_save_keeps_the_text_and_is_tried_again(page, autosave, store):
    store.error = StorageFullError()
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    item_id, error = await heard(autosave.failed)
    assert (item_id, error) == (1, store.error)
    assert page.edit.live.is_dirty
    with pytest.raises(StorageFullError):
        await autosave.flush()
    store.error = None
    autosave.save_now()
    await heard(autosave.saved)
    assert not page.edit.live.is_dirty


async def test_a_bug_in_saving_is_reported_and_keeps_the_text(page, autosave, store):
    store.error = ZeroDivisionError()
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    autosave.save_now()
    await heard(autosave.saving)
    await asyncio.sleep(0)
    assert page.edit.live.is_dirty
    assert page.errors == [store.error]


async def test_flushing_returns_when_every_text_is_on_disk(page, autosave, store):
    for item_id in (1, 2):
        page.show(d.EMPTY, item_id)
        QTest.keyClicks(page.edit, "a")
    await autosave.flush()
    assert page.documents.dirty() == []
    assert {item_id for item_id, _ in store.saves} == {1, 2}


async def test_what_was_typed_before_a_composition_does_not_wait_for_its_end(page, autosave, store):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    page.compose("ni")
    await heard(autosave.saved, within=1)
    assert store.saves == [(1, d.document_of("a"))]
    page.compose("", "你")
    await heard(autosave.saved, within=1)
    assert store.saves[-1] == (1, d.document_of("a你"))


async def test_a_composition_that_goes_on_part_by_part_is_saved_part_by_part(page, autosave, store):
    page.show(d.EMPTY)
    page.compose("wugang")
    page.compose("deye", "雾港")
    await heard(autosave.saved, within=1)
    assert page.edit.live.is_composing
    assert store.saves == [(1, d.document_of("雾港"))]


async def test_showing_zooming_and_colouring_save_nothing(page, autosave, store, theme):
    page.show(d.Document((d.paragraph("a", "hl"), d.paragraph("b"))))
    said = []
    autosave.edited.connect(said.append)
    page.edit.set_settings(type(page.edit.settings)(zoom=1.5))
    theme.set_choice("dark")
    page.put_caret(1, 1)
    assert said == []
    assert not page.edit.live.is_dirty
    assert store.saves == []


async def test_a_text_that_is_closed_right_after_the_last_key_is_saved_and_then_forgotten(
    page, autosave, store
):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "last words")
    page.edit.show_nothing()
    autosave.save_now()
    page.documents.close(1)
    await heard(autosave.saved)
    assert store.saves == [(1, d.document_of("last words"))]
    assert 1 not in page.documents


async def test_a_closed_text_that_cannot_be_saved_is_kept_and_tried_again(page, autosave, store):
    store.error = StorageFullError()
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "a")
    page.edit.show_nothing()
    page.documents.close(1)
    with pytest.raises(StorageFullError):
        await autosave.flush()
    store.error = None
    await autosave.flush()
    assert store.saves[-1] == (1, d.document_of("a"))
    assert page.documents.dirty() == []


async def test_one_text_that_cannot_be_saved_does_not_keep_the_others_from_it(page):
    saved, errors = [], []

    async def save(item_id, document):
        if item_id == 1:
            raise ZeroDivisionError
        saved.append((item_id, document))

    autosave = Autosave(page.documents, save, Tasks(page.documents, errors.append), page.edit)
    for item_id in (1, 2):
        page.show(d.EMPTY, item_id)
        QTest.keyClicks(page.edit, "a")
    with pytest.raises(ZeroDivisionError):
        await autosave.flush()
    assert saved == [(2, d.document_of("a"))]
