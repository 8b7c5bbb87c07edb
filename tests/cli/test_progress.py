# SPDX-License-Identifier: MIT
"""How far a long reading is: shown on a terminal, after a while, and wiped off."""

import io

import pytest

from novelist.cli.progress import PATIENCE, ProgressLine
from novelist.cli.words import Words


class Terminal(io.StringIO):
    def isatty(self):
        return True


def shares(stream, times):
    clock = iter(times)
    with ProgressLine(stream, "a\x1b.txt", Words("en"), clock=lambda: next(clock)) as line:
        for share in (0.1, 0.5, 0.5, 0.9):
            line.show(share)
    return stream.getvalue()


def test_a_long_reading_is_shown_and_wiped_off():
    written = shares(Terminal(), [0, 0, PATIENCE, PATIENCE, PATIENCE])
    shown = written.split("\r")
    assert [text for text in shown if text.strip()] == [
        "Reading a\ufffd.txt: 50 %",
        "Reading a\ufffd.txt: 90 %",
    ]
    assert not shown[-2].strip()


@pytest.mark.parametrize(("stream", "late"), [(Terminal(), 0), (io.StringIO(), 9)])
def test_short_readings_and_pipes_show_nothing(stream, late):
    assert shares(stream, [0, late, late, late, late]) == ""
