# SPDX-License-Identifier: MIT
"""Presets: those of the program, the writer's own, files of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from novelist.domain.changes import Action, Subject
from novelist.domain.compiling.settings import CompileSettings, Page, Preset
from novelist.domain.enums import ExportFormat
from novelist.errors import (
    DestinationError,
    DuplicateTitleError,
    NotFoundError,
    PresetDamagedError,
    SourceMissingError,
)
from novelist.services.exporting.presets import (
    built_in_presets,
    delete_preset,
    free_name,
    list_presets,
    read_preset,
    save_preset,
    write_preset,
)
from novelist.services.library.library import subscribe

_BOOK = CompileSettings(format=ExportFormat.EPUB, page=Page(paper="5x8", drop_cap=True))


def test_the_program_brings_presets_of_its_own():
    found = {preset.key: preset.settings for preset in built_in_presets()}
    assert next(iter(found)) == "submission"
    assert {"print", "print-chinese", "ebook", "web-novel", "partial"} <= found.keys()
    assert found["print"].page.mirrored
    assert all(preset.key and preset.id is None for preset in built_in_presets())


def test_presets_are_kept_changed_and_forgotten(library, loop):
    heard = []
    unsubscribe = subscribe(heard.append)
    mine = loop(save_preset(Preset("  My\nbook ", _BOOK)))
    other = loop(save_preset(Preset("Another 我的", CompileSettings())))
    assert loop(list_presets()) == [other, mine]
    assert (mine.name, mine.settings) == ("My book", _BOOK)
    changed = loop(save_preset(replace(mine, name="Ours", settings=CompileSettings())))
    assert changed.id == mine.id
    assert loop(list_presets()) == [other, changed]
    loop(delete_preset(other.id))
    assert loop(list_presets()) == [changed]
    unsubscribe()
    actions = [entry.action for each in heard for entry in each.entries]
    assert actions == [Action.CREATED, Action.CREATED, Action.UPDATED, Action.DELETED]
    assert {entry.subject for each in heard for entry in each.entries} == {Subject.PRESET}


def test_a_name_is_given_once(library, loop):
    mine = loop(save_preset(Preset("Mine", _BOOK)))
    yours = loop(save_preset(Preset("Yours", _BOOK)))
    with pytest.raises(DuplicateTitleError):
        loop(save_preset(Preset("Mine", CompileSettings())))
    with pytest.raises(DuplicateTitleError):
        loop(save_preset(replace(yours, name="Mine")))
    assert loop(list_presets()) == [mine, yours]
    assert free_name("Mine", {"Mine", "Mine 2"}) == "Mine 3"


def test_one_that_is_gone_is_not_changed(library, loop):
    with pytest.raises(NotFoundError):
        loop(save_preset(Preset("Mine", _BOOK, id=9)))
    with pytest.raises(PresetDamagedError):
        loop(save_preset(Preset(" \n ", _BOOK)))
    assert loop(list_presets()) == []


def test_a_preset_travels_as_a_file(tmp_path, loop):
    file = tmp_path / "mine.novelist-preset"
    loop(write_preset(file, Preset("Mine 我的", _BOOK)))
    assert loop(read_preset(file)) == Preset("Mine 我的", _BOOK)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_half_a_character_in_a_file_costs_nothing_but_itself(library, tmp_path, loop):
    file = tmp_path / "odd.novelist-preset"
    file.write_text(
        '{"novelist-preset": 1, "name": "a\\ud800", "settings":'
        ' {"end-mark": "b\\udfff", "content": {"labels": ["c\\ud800"]}}}'
    )
    kept = loop(save_preset(loop(read_preset(file))))
    assert loop(list_presets()) == [kept]
    assert (kept.settings.end_mark, kept.settings.content.labels) == ("b\ufffd", ("c\ufffd",))


def test_bad_files_are_refused(tmp_path, loop):
    with pytest.raises(SourceMissingError):
        loop(read_preset(tmp_path / "none"))
    for data in (b"\xff\xfe\x00", b"{}", b" " * (2**20 + 1)):
        file = tmp_path / "bad.novelist-preset"
        file.write_bytes(data)
        with pytest.raises(PresetDamagedError):
            loop(read_preset(file))
    with pytest.raises(DestinationError):
        loop(write_preset(tmp_path / "none" / "x", Preset("Mine", _BOOK)))
