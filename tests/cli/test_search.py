# SPDX-License-Identifier: MIT
"""`novelist search`: what is printed for people, and for programs."""

import json

import pytest


@pytest.fixture
def told(told, tmp_path):
    """Runs the program on a library with two short novels."""

    def run(*argv):
        return told(*argv, "--library", tmp_path / "Books.novelist")

    for name, text in {
        "Ferry": "The ferry left.\n\nNobody waited.",
        "河": "他在河边等船。",
    }.items():
        source = tmp_path / f"{name}.txt"
        source.write_text(text, encoding="utf-8")
        assert run("import", source)[0] == 0
    return run


def test_search_names_novel_and_item_and_shows_the_place(told):
    status, out, err = told("search", "WAITED", "--json")
    assert (status, err) == (0, "")
    (hit,) = json.loads(out)
    assert set(hit) == {"novel", "item_id", "title", "snippet"}
    assert (hit["novel"], hit["snippet"]) == ("Ferry", "Nobody waited.")


def test_search_finds_chinese_and_keeps_to_a_novel(told):
    assert [hit["novel"] for hit in json.loads(told("search", "河边", "--json")[1])] == ["河"]
    status, out, _ = told("search", "河边", "--novel", "Ferry", "--json")
    assert (status, json.loads(out)) == (0, [])


def test_search_prints_a_table_or_says_that_nothing_was_found(told):
    assert "Nobody waited." in told("search", "nobody")[1]
    assert told("search", "whale")[:2] == (0, "Nothing was found for “whale”.\n")
