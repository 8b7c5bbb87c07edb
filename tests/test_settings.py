# SPDX-License-Identifier: MIT
"""The promises of ``novelist.settings``."""

from __future__ import annotations

import os

import pytest

from novelist.settings import (
    NovelState,
    Place,
    Settings,
    WindowState,
    load_settings,
    load_window_state,
    save_settings,
    save_window_state,
)


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load_settings(tmp_path) == Settings()
    assert load_window_state(tmp_path) == WindowState()


def test_choices_come_back(tmp_path):
    chosen = Settings(language="zh_CN", theme="sepia", zoom=125, author="沈砚秋")
    save_settings(tmp_path / "new folder", chosen)
    assert load_settings(tmp_path / "new folder") == chosen


def test_the_layout_of_every_novel_comes_back(tmp_path):
    state = WindowState(open_novel=3)
    left = state.novel(tmp_path / "a.novelist", 3)
    left.open_item, left.expanded = 7, [1, 2]
    left.places["7"] = Place(caret=120, scroll=40)
    save_window_state(tmp_path, state)
    found = load_window_state(tmp_path).novel(tmp_path / "a.novelist", 3)
    assert (found.open_item, found.expanded, found.place(7)) == (7, [1, 2], Place(120, 40))
    assert found.place(8) == Place()


def test_a_damaged_file_is_set_aside_and_not_lost(tmp_path):
    (tmp_path / "settings.json").write_text("{half", "utf-8")
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_text("utf-8") == "{half"


def test_a_file_that_holds_no_object_is_set_aside_beside_earlier_ones(tmp_path):
    for data in ("[1]", '"dark"'):
        (tmp_path / "settings.json").write_text(data, "utf-8")
        assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_text("utf-8") == "[1]"
    assert (tmp_path / "settings.damaged 2.json").read_text("utf-8") == '"dark"'


@pytest.mark.skipif(os.name != "posix", reason="links are a privilege there")
@pytest.mark.parametrize("save", [False, True], ids=["read", "written over"])
def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path, save):
    unreadable = tmp_path / "settings.json"
    unreadable.symlink_to(unreadable)
    if not save:
        assert load_settings(tmp_path) == Settings()
    save_settings(tmp_path, Settings(theme="dark"))
    assert (tmp_path / "settings.damaged.json").is_symlink()
    assert load_settings(tmp_path) == Settings(theme="dark")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not hold")
def test_a_file_that_cannot_be_set_aside_stays_and_the_log_says_so(tmp_path, caplog):
    (tmp_path / "settings.json").write_text("{half", "utf-8")
    tmp_path.chmod(0o500)
    assert load_settings(tmp_path) == Settings()
    tmp_path.chmod(0o700)
    assert (tmp_path / "settings.json").read_text("utf-8") == "{half"
    assert "stays where it is" in caplog.text
    assert "set aside" not in caplog.text


def test_values_of_a_wrong_type_and_unknown_names_are_left_out(tmp_path):
    (tmp_path / "settings.json").write_text('{"zoom": "big", "theme": "dark", "new": 1}', "utf-8")
    assert load_settings(tmp_path) == Settings(theme="dark")


def test_a_file_that_may_not_be_read_gives_the_defaults(tmp_path):
    (tmp_path / "settings.json").mkdir()
    assert load_settings(tmp_path) == Settings()


def test_something_else_than_an_object_gives_the_defaults(tmp_path):
    (tmp_path / "window.json").write_text('{"novels": [1], "geometry": "x"}', "utf-8")
    state = load_window_state(tmp_path)
    assert (state.novels, state.geometry) == ({}, "x")


HOSTILE = [
    b'{"zoom": 100, "author": "\xff\xfe"}',
    b'{"open_novel": [], "binder_width": ' + b"9" * 40 + b"}",
    b"[" * 100_000,
    b'{"novels": {"a#1": {"expanded": 5, "open_item": {}, "places": {"1": {"caret": 1e400}}}}}',
    b'{"novels": {"a#1": {"expanded": ["x", null], "open_item": "one"}}}',
    b"",
]


@pytest.mark.parametrize("data", HOSTILE)
def test_whatever_stands_in_the_file_only_values_that_fit_are_taken(data, tmp_path):
    for name in ("settings.json", "window.json"):
        (tmp_path / name).write_bytes(data)
    assert load_settings(tmp_path) == Settings()
    state = load_window_state(tmp_path)
    assert (state.open_novel, state.binder_width) == (None, WindowState().binder_width)
    assert all(novel == NovelState(places=novel.places) for novel in state.novels.values())
    assert all(p == Place() for novel in state.novels.values() for p in novel.places.values())
