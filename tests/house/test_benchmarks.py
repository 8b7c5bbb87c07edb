# SPDX-License-Identifier: MIT
"""The figures of the benchmarks are what they say."""

from __future__ import annotations

from benchmarks import inputs
from benchmarks.table import Row, markdown, percentile
from novelist.domain.counting import count
from tests.house.sources import PROJECT


def test_a_percentile_is_the_smallest_sample_with_that_share_below():
    samples = list(range(100, 0, -1))
    assert percentile(samples, 0.95) == 95
    assert percentile(samples, 1.0) == 100
    assert percentile([7], 0.99) == 7


def test_a_row_shows_median_worst_and_ratio_to_the_bare_window():
    row = Row("start", "ms", [200, 400, 300], [100, 150, 200], worked=[120, 180, 110])
    assert row.cells() == (
        "start", "300 ms", "max 400 ms", "max 180 ms", "3", "150 ms", "max 200 ms", "2.00",
    )  # fmt: skip


def test_the_table_is_markdown_with_one_line_a_row():
    lines = markdown([Row("save", "ms", [5.25]), Row("open", "s", [1.5])]).splitlines()
    assert [line.count("|") for line in lines] == [9, 9, 9, 9]
    assert lines[2].startswith("| save | 5.25 ms")


def test_the_stand_in_is_as_long_as_war_and_peace(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "CORPORA", tmp_path / "absent")
    made, what = inputs.war_and_peace(tmp_path)
    words = count(made.read_text(encoding="utf-8")).words
    assert 550_000 < words < 580_000
    assert "made-up" in what


def test_the_page_has_a_place_for_the_figures():
    page = (PROJECT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert page.index("<!-- figures") < page.index("<!-- end of figures -->")
