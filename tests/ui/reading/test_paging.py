# SPDX-License-Identifier: MIT
"""Lines on pages: none is lost, none stands twice, notes stand where they are called or go on."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from novelist.ui.reading.paging import Line, Paging


def lines(count, *, notes=None, paragraph=100):
    return [
        Line(
            n * 20.0,
            n * 20.0 + 20,
            n * 10,
            n % paragraph == 0,
            n % paragraph == paragraph - 1,
            notes=tuple((notes or {}).get(n, ())),
        )
        for n in range(count)
    ]


def paged(given_lines, height=200, notes=()):
    paging = Paging(height, notes)
    paging.take(given_lines)
    paging.finish()
    return paging


def test_a_page_holds_as_many_lines_as_fit():
    pages = paged(lines(25)).pages
    assert [(page.top, page.bottom) for page in pages] == [(0, 200), (200, 400), (400, 500)]


def test_a_page_is_found_by_any_place_on_it():
    paging = paged(lines(25))
    assert [paging.page_of(position) for position in (0, 99, 100, 249)] == [0, 0, 1, 2]


def test_a_note_stands_on_the_page_that_calls_it():
    pages = paged(lines(12, notes={2: (0,)}), notes=[[20.0, 20.0]]).pages
    assert pages[0].notes[0].note == 0
    assert pages[0].bottom <= 200 - 40
    assert not pages[1].notes


def test_a_note_that_is_longer_than_a_page_goes_on_at_the_foot_of_the_next():
    pages = paged(lines(9, notes={7: (0,)}), notes=[[20.0] * 15]).pages
    parts = [part for page in pages for part in page.notes]
    assert parts[0].first == 0
    assert parts[-1].last == 15
    assert all(a.last == b.first for a, b in pairwise(parts))


def test_one_line_of_a_paragraph_stands_alone_neither_above_nor_below():
    below = paged(lines(12, paragraph=9), height=200).pages
    assert below[0].bottom == 180
    above = paged(lines(22, paragraph=11), height=200).pages
    assert above[0].bottom == 180


def test_nothing_at_all_has_no_page():
    assert paged([]).pages == []


@given(
    st.integers(1, 60),
    st.integers(30, 300),
    st.dictionaries(st.integers(0, 59), st.integers(0, 4), max_size=5),
    st.lists(st.integers(1, 30), min_size=5, max_size=5),
    st.integers(1, 9),
)
def test_every_line_and_every_note_stands_once_in_order(count, height, calls, long, paragraph):
    notes = [[16.0] * each for each in long]
    used = {}
    for line, note in calls.items():
        if line < count and note not in used.values():
            used[line] = note
    given_lines = lines(count, notes={k: (v,) for k, v in used.items()}, paragraph=paragraph)
    pages = paged(given_lines, height, notes).pages
    assert pages[0].top == 0
    assert pages[-1].bottom == count * 20
    assert all(a.bottom == b.top for a, b in pairwise(pages))
    shown = [(part.note, n) for page in pages for part in page.notes
             for n in range(part.first, part.last)]  # fmt: skip
    assert shown == [(used[k], n) for k in sorted(used) for n in range(len(notes[used[k]]))]
