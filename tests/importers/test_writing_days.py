# SPDX-License-Identifier: MIT
"""What other programs noted of the days on which their projects were written."""

from __future__ import annotations

import json
from datetime import date
from xml.etree.ElementTree import Element, SubElement, fromstring

import pytest

from novelist.domain.writing_days import MOST_DAYS, WrittenDay
from novelist.importers import day_log
from novelist.importers.container import open_container
from novelist.importers.imported import ImportOptions
from novelist.importers.leftovers import Leftovers
from novelist.importers.novelwriter import sessions
from novelist.importers.novelwriter.reader import read_novelwriter
from novelist.importers.novelwriter.sessions import read_sessions
from novelist.importers.scrivener.reader import read_scrivener
from novelist.importers.scrivener.writing_history import read_history
from novelist.importers.ywriter.reader import read_ywriter
from novelist.importers.ywriter.word_count_log import read_word_count_log
from tests.corpora import corpus
from tests.importers import test_novelwriter as novelwriter
from tests.importers import test_scrivener as scrivener
from tests.importers.mutations import damaged

HISTORY = """<?xml version="1.0" encoding="UTF-8"?>
<WritingHistory>
    <Day dwc="34" dcc="276" dtwc="34" owc="69" occ="524" dtcc="276">2020-09-25</Day>
    <Day dwc="1914" dcc="10774" owc="-2392" occ="-14221" s="1000" st="w">2020-10-05</Day>
    <Day dwc="0" dcc="1" owc="0" occ="0">2020-10-08</Day>
</WritingHistory>
"""
TWO_DAYS = {date(2020, 9, 25): WrittenDay(103), date(2020, 10, 5): WrittenDay(-478)}


def said(leftovers):
    return [str(each) for each in leftovers.warnings()]


# -- Scrivener -------------------------------------------------------------------------------------


def history(text, recent=None):
    leftovers = Leftovers()
    return read_history(text.encode(), recent, leftovers), said(leftovers)


def recent(day, draft, other):
    element = Element("RecentWritingHistory", {"Date": f"{day} 23:59:30 -0900"})
    for name, count in (("DraftWordCount", draft), ("OtherWordCount", other)):
        SubElement(element, name).text = count
    return element


def test_the_words_of_a_day_are_those_of_the_draft_and_of_all_else():
    assert history(HISTORY) == (TWO_DAYS, [])
    assert history("") == ({}, [])


def test_the_last_day_stands_in_the_project_until_there_is_a_later_one():
    assert history(HISTORY, recent("2020-10-09", "40", "-2"))[0] == {
        **TWO_DAYS, date(2020, 10, 9): WrittenDay(38),
    }  # fmt: skip
    for noted in (recent("2020-10-05", "1914", "0"), recent("2020-10-09", "0", "0")):
        assert history(HISTORY, noted) == (TWO_DAYS, [])
    assert history("", recent("2020-10-40", "1", "")) == (
        {}, ["damaged: writing-history “2020-10-40 23:59:30 -0900”"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('<Day dwc="7">2020-13-01</Day>', "2020-13-01"),
        ('<Day dwc="seven">2020-12-01</Day>', "2020-12-01"),
        ('<Day dwc="99999999999999">2020-12-01</Day>', "2020-12-01"),
        ('<Day dwc="200000000">2020-12-01</Day>', "2020-12-01"),
        ('<Day dwc="7">0020-12-01</Day>', "0020-12-01"),
        ('<Day owc="7">2020-12-01</Day>', "2020-12-01"),
        ('<Daz dwc="7">2020-12-01</Daz>', "2020-12-01"),
        ('<Day dwc="7"/>', "Files/writing.history: 4"),
    ],
)
def test_a_damaged_day_is_named_and_costs_no_other(line, name):
    text = HISTORY.replace("</WritingHistory>", f"{line}</WritingHistory>")
    assert history(text) == (TWO_DAYS, [f"damaged: writing-history “{name}”"])


def test_of_a_file_that_is_cut_off_the_whole_days_are_read():
    days, warnings = history(HISTORY[: HISTORY.index("2020-10-08")])
    assert (days, warnings) == (TWO_DAYS, ["damaged: writing-history “Files/writing.history”"])


def test_days_without_end_are_counted_and_left_out(monkeypatch):
    monkeypatch.setattr(day_log, "MOST_DAYS", 2)
    days = "".join(f'<Day dwc="1">2020-10-{day:02}</Day>' for day in range(1, 31))
    found, warnings = history(f"<WritingHistory>{days}</WritingHistory>")
    assert (len(found), warnings) == (2, ["left: writing-history × 28"])
    assert MOST_DAYS > 365 * 100


def test_the_history_comes_in_with_its_project(tmp_path):
    files = scrivener.content("A", "Rain.") | {"Files/writing.history": HISTORY}
    last = (
        '<RecentWritingHistory Date="2026-01-20 23:23:44 +0100">'
        "<DraftWordCount>12</DraftWordCount></RecentWritingHistory>"
    )
    binder = scrivener.draft(scrivener.row("A"))
    path = scrivener.project(tmp_path, binder, files, last)
    novel = read_scrivener(path, ImportOptions(), lambda done: None)
    assert novel.days == {**TWO_DAYS, date(2026, 1, 20): WrittenDay(12)}
    assert not novel.warnings


def test_whatever_is_broken_in_a_history_something_is_said_of_it():
    for data in damaged(HISTORY.encode(), count=200):
        leftovers = Leftovers()
        days = read_history(data, None, leftovers)
        assert len(days) <= 3
        assert leftovers.warnings() or days or not data


# -- novelWriter -----------------------------------------------------------------------------------

RECORDS = [
    {"type": "initial", "offset": 1000},
    {"type": "record", "start": "2023-06-11 22:00:00", "end": "2023-06-12 01:00:00",
     "novel": 900, "notes": 400, "idle": 600},
    {"type": "record", "start": "2023-06-12 09:00:00", "end": "2023-06-12 09:10:00",
     "novel": 880, "notes": 400, "idle": 0},
    {"type": "record", "start": "2023-06-12 10:00:00", "end": "2023-06-12 10:20:00",
     "novel": 1000, "notes": 380, "idle": 60},
]  # fmt: skip
SESSIONS = {
    date(2023, 6, 11): WrittenDay(300, 10_200),
    date(2023, 6, 12): WrittenDay(80, 1_740),
}
JSON_LINES = "".join(json.dumps(each) + "\n" for each in RECORDS)
TABLE = """# Offset 1000
# Start Time         End Time                Novel     Notes      Idle
2023-06-11 22:00:00  2023-06-12 01:00:00       900       400       600
2023-06-12 09:00:00  2023-06-12 09:10:00       880       400         0
2023-06-12 10:00:00  2023-06-12 10:20:00      1000       380        60
"""
OLDEST = """Start: 2019-05-26 14:28:28  End: 2019-05-26 14:28:38  Words:      -23
Start: 2019-05-26 14:31:12  End: 2019-05-26 14:31:34  Words:       12
Start: 2019-05-27 21:29:11  End: 2019-05-27 21:30:30  Words:        0
"""


def logs(tmp_path, **files):
    names = {"lines": sessions.LINES, "table": sessions.TABLE, "oldest": sessions.OLDEST}
    (tmp_path / "meta").mkdir(exist_ok=True)
    for name, text in files.items():
        (tmp_path / names[name]).write_text(text, encoding="utf-8")
    leftovers = Leftovers()
    return read_sessions(open_container(tmp_path), leftovers), said(leftovers)


@pytest.mark.parametrize("log", [{"lines": JSON_LINES}, {"table": TABLE}])
def test_sessions_are_the_words_by_which_the_project_grew(tmp_path, log):
    assert logs(tmp_path, **log) == (SESSIONS, [])


def test_tables_of_before_idle_time_was_known(tmp_path):
    row = "2020-06-07 10:00:00  2020-06-07 10:30:00       200       100\n"
    assert logs(tmp_path, table=row)[0] == {date(2020, 6, 7): WrittenDay(300, 1800)}


def test_the_oldest_logs_say_the_words_of_each_session(tmp_path):
    old = {date(2019, 5, 26): WrittenDay(-11, 32), date(2019, 5, 27): WrittenDay(0, 79)}
    assert logs(tmp_path, oldest=OLDEST) == (old, [])
    assert logs(tmp_path, lines=JSON_LINES) == ({**old, **SESSIONS}, [])


def test_a_log_that_was_turned_into_another_is_not_counted_twice(tmp_path):
    days, warnings = logs(tmp_path, lines=JSON_LINES, table=TABLE)
    assert (days, warnings) == (SESSIONS, ["left: writing-history “meta/sessionStats.log” × 5"])


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "7", '{"type": "other"}', "[" * 900, '{"type": "initial", "offset": "x"}',
        '{"type": "record", "start": "2023-06-31 09:00:00", "end": "2023-06-12 09:10:00"}',
        '{"type": "record", "start": "2023-06-12 09:00:00", "end": "x", "novel": 7}',
        '{"type": "record", "start": "2023-06-12", "end": "2023-06-13", "novel": 1e9}',
        "x" * 5000,
    ],
)  # fmt: skip
def test_a_damaged_line_is_named_and_costs_no_other(tmp_path, line):
    lines = JSON_LINES.splitlines(keepends=True)
    days, warnings = logs(tmp_path, lines="".join([*lines[:2], line + "\n", *lines[2:]]))
    assert (days, warnings) == (SESSIONS, [f"damaged: writing-history “{line[:60]}”"])


@pytest.mark.parametrize("line", ["x", "2023-06-12 09:00:00  x y  1  2  3", "a b c d e f"])
def test_a_damaged_row_is_named_and_costs_no_other(tmp_path, line):
    assert logs(tmp_path, table=TABLE + line) == (SESSIONS, [f"damaged: writing-history “{line}”"])
    whole = {date(2019, 5, 26): WrittenDay(-11, 32), date(2019, 5, 27): WrittenDay(0, 79)}
    (tmp_path / sessions.TABLE).unlink()
    assert logs(tmp_path, oldest=OLDEST + line)[0] == whole


def test_of_a_clock_that_was_set_back_no_time_is_known(tmp_path):
    row = "2020-10-25 02:59:00  2020-10-25 02:01:00       200       100\n"
    assert logs(tmp_path, table=row)[0] == {date(2020, 10, 25): WrittenDay(300)}


def test_a_log_without_end_is_read_up_to_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(sessions, "_MOST_LINES", 2)
    days, warnings = logs(tmp_path, lines=JSON_LINES)
    assert days == {date(2023, 6, 11): WrittenDay(300, 10_200)}
    assert warnings == ["left: writing-history “meta/sessions.jsonl” × 2"]


def test_the_sessions_come_in_with_their_project(tmp_path):
    others, handle = {sessions.LINES: JSON_LINES}, "a" * 13
    items = [novelwriter.root(), novelwriter.item(handle, novelwriter.ROOT)]
    path = novelwriter.project(tmp_path, items, {handle: "### S"}, others)
    novel = read_novelwriter(path, ImportOptions(), lambda done: None)
    assert novel.days == SESSIONS
    assert not any("writing-history" in str(each) for each in novel.warnings)


# -- yWriter ---------------------------------------------------------------------------------------


def test_the_word_count_log_says_how_long_the_project_was():
    entries = (("2022-02-21", 819, 1116), ("2022-02-22", 900, 1100), ("2022-02-23", 1, 1100))
    said_of = "".join(
        f"<WC><Date>{day}</Date><Count>{count}</Count><TotalCount>{whole}</TotalCount></WC>"
        for day, count, whole in (*entries, ("21.02.2022", 5, 5), ("2022-03-01", 5, "x"))
    )
    leftovers = Leftovers()
    root = fromstring(f"<YWRITER7><WCLog>{said_of}</WCLog></YWRITER7>")
    assert read_word_count_log(root, leftovers) == {
        date(2022, 2, 21): WrittenDay(1116), date(2022, 2, 22): WrittenDay(-16),
    }  # fmt: skip
    assert said(leftovers) == [
        "damaged: writing-history “21.02.2022”", "damaged: writing-history “2022-03-01”",
    ]  # fmt: skip


def test_the_log_of_a_real_project_comes_in():
    path = corpus("ywriter/yw2nw/edited.yw7")
    novel = read_ywriter(path, ImportOptions(), lambda done: None)
    assert novel.days == {
        date(2022, 2, 21): WrittenDay(1116), date(2023, 6, 6): WrittenDay(-1),
    }  # fmt: skip
