# SPDX-License-Identifier: MIT
"""A run that ends badly leaves a report, a clean one nothing; no report holds a manuscript."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from novelist.app.crash import CrashWatch, take_report

SECRET = "雾港的夜 It was early."

RUN = """
import faulthandler, sys, threading
from pathlib import Path
from novelist.app.crash import CrashWatch
secret = sys.argv[3]
watch = CrashWatch(Path(sys.argv[1]))
watch.begin()

def break_down(text):
    try:
        {}[text]
    except KeyError as error:
        raise ValueError(text) from error

how = sys.argv[2]
if how in ("error", "quiet"):
    try:
        break_down(secret)
    except ValueError as error:
        watch.note(type(error), error, error.__traceback__)
if how == "thread":
    thread = threading.Thread(target=break_down, args=(secret,))
    thread.start()
    thread.join()
if how == "fault":
    faulthandler._sigsegv()
if how == "quiet":
    watch.end()
import os
os._exit(1)
"""


def run(folder, how):
    subprocess.run(
        [sys.executable, "-c", RUN, folder, how, SECRET],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
    )


def test_a_clean_end_leaves_nothing(tmp_path):
    run(tmp_path, "quiet")
    assert take_report(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["error", "thread", "fault"])
def test_a_report_names_versions_and_places_and_no_text(how, tmp_path):
    run(tmp_path, how)
    report = take_report(tmp_path)
    assert report.has_trace
    assert "Novelist: " in report.text
    assert "SQLite: " in report.text
    assert "line " in report.text
    if how != "fault":
        assert "builtins.ValueError" in report.text
        assert "in break_down" in report.text
    assert "雾港" not in report.text
    assert "early" not in report.text
    assert str(Path(__file__).parents[2]) not in report.text


def test_a_mistake_that_is_made_again_and_again_leaves_room_for_others(tmp_path):
    watch = CrashWatch(tmp_path)
    watch.begin()
    for number in range(50):
        watch.note(*mistake(lambda: int(f"none {number}")))  # noqa: B023 - it is called at once
    watch.note(*mistake(lambda: {}["missing"]))
    (trace,) = tmp_path.glob("trace-*.txt")
    noted = trace.read_text("utf-8")
    watch.end()
    assert (noted.count("builtins.ValueError"), noted.count("builtins.KeyError")) == (1, 1)


def mistake(act):
    try:
        act()
    except Exception:  # noqa: BLE001 - whatever it is
        return sys.exc_info()


def test_a_run_that_was_killed_has_no_trace(tmp_path):
    run(tmp_path, "killed")
    report = take_report(tmp_path)
    assert not report.has_trace


def test_a_report_is_told_once_and_leaves_no_file(tmp_path):
    run(tmp_path, "fault")
    assert take_report(tmp_path) is not None
    assert take_report(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_still_runs_did_not_crash(tmp_path):
    watch = CrashWatch(tmp_path)
    watch.begin()
    assert take_report(tmp_path) is None
    watch.end()
    watch.end()


def test_where_nothing_can_be_written_the_program_runs_on(tmp_path):
    (tmp_path / "in the way").write_text("")
    CrashWatch(tmp_path / "in the way").begin()
    assert take_report(tmp_path / "in the way") is None
