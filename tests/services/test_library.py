# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.library``, and of ``unsaved.rescue``."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from novelist import paths
from novelist.db.command_queue import CommandQueue
from novelist.db.session import writer
from novelist.domain.document import document_of
from novelist.domain.document_text import from_json_lines
from novelist.errors import BugError, LibraryMissingError, LibraryReadOnlyError, RescueFailedError
from novelist.services import novels, outline, texts
from novelist.services.library import checking
from novelist.services.library import library as libraries
from novelist.services.library.preload import Preloaded, Step, Wanted, preload
from novelist.services.unsaved.rescue import UnsavedText, key_of_entity, rescue_texts


def start(loop, wanted):
    result = Preloaded()

    async def run():
        return [step async for step in preload(wanted, result)]

    return loop(run()), result


def test_start_up_of_a_new_library_shows_an_empty_shelf(tmp_path, loop):
    steps, result = start(loop, Wanted(tmp_path / "new.novelist", create=True))
    loop(libraries.close_library())
    assert steps == [Step.OPEN_LIBRARY, Step.LOAD_SHELF]
    assert (result.cards, result.novel, result.text) == ([], None, None)
    assert set(result.milliseconds) == set(steps)


def test_start_up_brings_back_the_novel_and_the_scene(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    scene = loop(outline.load_outline(novel_id))[1].id
    loop(libraries.close_library())
    steps, result = start(loop, Wanted(library, create=False, novel_id=novel_id, item_id=scene))
    assert steps == list(Step)
    assert result.novel.novel.title == "Harbour"
    assert [item.kind for item in result.novel.items] == ["chapter", "scene"]
    assert result.text.body.item_id == scene


def test_what_was_open_last_and_is_gone_is_no_error(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    loop(libraries.close_library())
    _, result = start(loop, Wanted(library, create=False, novel_id=404))
    assert result.novel is None
    loop(libraries.close_library())
    _, result = start(loop, Wanted(library, create=False, novel_id=novel_id, item_id=404))
    assert (result.novel.novel.id, result.text) == (novel_id, None)


def test_a_failing_step_raises_its_error(tmp_path, loop):
    with pytest.raises(LibraryMissingError):
        start(loop, Wanted(tmp_path / "gone.novelist", create=False))


def test_storage_that_fails_is_told_and_goes_on_when_asked(library, loop, tmp_path):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    told = []

    async def journey():
        unsubscribe = libraries.watch_storage(told.append)
        aside = library.rename(tmp_path / "aside.novelist")
        waiting = asyncio.ensure_future(novels.rename_novel(novel_id, "Still here"))
        while not any(storage.failure for storage in told):
            await next_turn()
        aside.rename(library)
        libraries.retry_storage()
        await waiting
        await writer().flush()
        unsubscribe()

    loop(journey())
    assert [storage.kept for storage in told if storage.failure] == [1]
    assert told[-1].failure is None
    assert loop(novels.list_novels())[0].title == "Still here"


def test_a_writer_that_died_of_a_mistake_is_told_as_one_and_for_good(library, loop, monkeypatch):
    told = []

    async def journey():
        libraries.watch_storage(told.append)
        monkeypatch.setattr(CommandQueue, "take", lambda *_: 1 / 0)
        with pytest.raises(BugError):
            await novels.create_novel(title="Harbour", language="en")

    loop(journey())
    assert isinstance(told[-1].failure, BugError)
    assert told[-1].final


async def next_turn():
    turn = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.005, turn.set_result, None)
    await turn


def test_rescued_text_is_whole_and_readable(loop, novelist_home):
    document = document_of("雾号响了一声。", "It was early.")
    folder = loop(rescue_texts({7: UnsavedText('A "name": with / signs', document)}))
    assert folder.is_relative_to(paths.data_folder())
    (text,) = folder.glob("*.txt")
    (lines,) = folder.glob("*.jsonl")
    assert text.read_text("utf-8") == document.plain_text
    assert from_json_lines(lines.read_text("utf-8")) == document


def test_half_characters_do_not_keep_a_text_from_being_rescued(loop, novelist_home):
    document = document_of("half \ud800 and \udc00 of \x00")
    folder = loop(rescue_texts({7: UnsavedText("Odd", document)}))
    (text,) = folder.glob("*.txt")
    (lines,) = folder.glob("*.jsonl")
    assert text.read_text("utf-8") == "half \ufffd and \ufffd of \x00"
    assert from_json_lines(lines.read_text("utf-8")) == document


@pytest.mark.parametrize("title", ["\U0001f600" * 60, "\U00020bb7" * 300, "a\ud800b", "...", "CON"])
def test_no_title_keeps_a_text_from_being_rescued(loop, novelist_home, title):
    texts = {
        7: UnsavedText(title, document_of("Words."), {"synopsis": "said"}),
        key_of_entity(3): UnsavedText(title, fields={"summary": "said"}),
        -4: UnsavedText("", fields={"subtitle": "said"}, novel=title),
    }
    folder = loop(rescue_texts(texts))
    assert folder.is_relative_to(paths.data_folder())
    assert len(list(folder.iterdir())) == 5


def test_text_is_rescued_elsewhere_when_the_data_folder_takes_nothing(loop, novelist_home):
    novelist_home.rmdir()
    novelist_home.write_text("in the way", "utf-8")
    folder = loop(rescue_texts({1: UnsavedText("", document_of("Kept."))}))
    (text,) = folder.glob("*.txt")
    assert text.read_text("utf-8") == "Kept."
    for path in (*folder.iterdir(), folder):
        path.unlink() if path.is_file() else path.rmdir()


class PulledOut(dict[str, str]):
    """Fields that are written to a drive which is pulled out after the first."""

    def __init__(self, drive: Path, **fields: str) -> None:
        super().__init__(fields)
        self._drive = drive

    def items(self):
        for each in super().items():
            yield each
            if self._drive.is_dir():
                shutil.rmtree(self._drive)
                self._drive.write_text("pulled out", "utf-8")


def test_a_rescue_that_fails_half_way_is_whole_in_the_next_place(loop, tmp_path, novelist_home):
    fields = PulledOut(tmp_path / "drive", synopsis="Fog.", notes="Tides.")
    (tmp_path / "drive").mkdir()
    folder = loop(rescue_texts({7: UnsavedText("Quay", fields=fields)}, tmp_path / "drive"))
    assert folder.parent == paths.data_folder() / "Rescued text"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d", folder.name)
    written = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    assert written == {"7 Quay, synopsis.txt": "Fog.", "7 Quay, notes.txt": "Tides."}


def test_no_rescue_writes_over_an_earlier_one(loop, novelist_home):
    rescued = [loop(rescue_texts({7: UnsavedText("", document_of(str(n)))})) for n in range(9)]
    read = [(folder / "7.txt").read_text("utf-8") for folder in rescued]
    assert read == [str(number) for number in range(9)]


def test_a_text_that_no_place_takes_is_said_to_be_copied_nowhere(loop, tmp_path, monkeypatch):
    nowhere = tmp_path / "a file"
    nowhere.write_text("in the way", "utf-8")
    for name in ("NOVELIST_HOME", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(nowhere))
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    with pytest.raises(RescueFailedError):
        loop(rescue_texts({1: UnsavedText("", document_of("Nowhere."))}))


def test_a_folder_that_cannot_be_made_is_named(loop, tmp_path):
    (tmp_path / "a file").write_text("in the way", "utf-8")
    library = tmp_path / "a file" / "Novels.novelist"
    with pytest.raises(LibraryReadOnlyError) as caught:
        loop(libraries.make_folder(library))
    assert caught.value.path == library


def test_a_sound_library_has_no_problems(library, loop):
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    scene = loop(outline.load_outline(novel_id))[1].id
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("Sound.")))
    assert loop(checking.check(library)) == []


def test_abandoning_lets_go_at_once(library, loop):
    libraries.abandon_library()
    loop(libraries.open_library(library))
    assert loop(novels.list_novels()) == []
