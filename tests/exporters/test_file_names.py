# SPDX-License-Identifier: MIT
"""File names made of any title are safe on every platform, in order and unique."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.exporters.file_names import LONGEST, numbered_names, safe_name

TITLES = st.text() | st.sampled_from(
    ["con", "NUL.txt", "a/b", "..", "COM1 .x", "👩‍👩‍👧" * 60, "é" * 300]
)


@given(TITLES)
def test_any_title_gives_a_safe_name(title):
    name = safe_name(title, "novel")
    assert name
    assert len(name.encode()) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in name)
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().upper() not in {"CON", "NUL", "AUX", "PRN", "COM1", "LPT9"}


@given(st.lists(TITLES, max_size=8))
def test_numbered_names_are_unique_in_order_and_can_be_made(tmp_path_factory, titles):
    names = numbered_names(titles, ".md")
    assert names == sorted(names)
    assert len({name.casefold() for name in names}) == len(titles)
    folder = tmp_path_factory.mktemp("names")
    for name in names:
        (folder / name).write_bytes(b"")
    assert len(list(Path(folder).iterdir())) == len(titles)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Loomings", "Loomings"),
        ("第一章　渡口", "第一章 渡口"),
        ("Either/Or: a life?", "Either Or a life"),
        ("  .hidden.  ", "hidden"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("a\x00b\u202ec", "abc"),
        ("☕ Café", "☕ Café"),
        ("///", "novel"),
    ],
)
def test_titles_become_names(title, name):
    assert safe_name(title, "novel") == name


def test_a_long_name_is_cut_between_characters():
    assert safe_name("字" * 300) == "字" * 50
    assert safe_name("x" + "👩‍👩‍👧" * 60).endswith("👧")


def test_numbers_are_as_wide_as_the_book_needs():
    assert numbered_names(["Loomings", ""], ".md") == ["01 Loomings.md", "02.md"]
    assert numbered_names(["x"] * 100, ".md")[0] == "001 x.md"
