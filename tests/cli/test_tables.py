# SPDX-License-Identifier: MIT
"""Columns are aligned in a terminal, also in Chinese; titles cannot steer it."""

from hypothesis import given
from hypothesis import strategies as st

from novelist.cli.tables import clean, shortened, table, width_of

CELLS = st.text("ab 渡口，é\u0301", max_size=10).map(clean)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_columns_are_aligned_where_han_is_two_cells_wide(rows):
    lines = table([(*row, "|") for row in rows], [False, True, False]).split("\n")
    assert len({width_of(line) for line in lines}) == 1
    assert all(line.endswith("|") for line in lines)


@given(st.text("ab渡口", max_size=30), st.integers(1, 20))
def test_a_long_cell_is_cut(text, widest):
    assert width_of(shortened(text, widest)) <= max(widest, 1)
    assert shortened(text, 100) == text


@given(st.text())
def test_nothing_in_a_title_steers_the_terminal(text):
    assert clean(text).isprintable()


def test_a_title_stays_on_one_line():
    assert clean("a\nb\x1b[31m\tc") == "a b\ufffd[31m c"
    assert width_of("渡口a\u0301") == 5
