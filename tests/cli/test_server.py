# SPDX-License-Identifier: MIT
"""The command line on a library of a server, named by its URL."""

import json

import pytest

from tests.mariadb import PASSWORD


@pytest.fixture
def imported(told, database_url, tmp_path):
    source = tmp_path / "The Ferry.txt"
    source.write_text(
        "CHAPTER 1. The Quay\n\nThe ferry left at six.\n\n渡船走了。", encoding="utf-8"
    )
    assert told("import", source, "--library", database_url)[0] == 0
    return database_url


def test_a_novel_is_imported_listed_searched_and_exported(told, imported, tmp_path):
    at = ("--library", imported, "--json")
    status, out, err = told("list", *at)
    assert (status, err) == (0, "")
    (novel,) = json.loads(out)
    assert novel["title"] == "The Ferry"
    (hit,) = json.loads(told("search", "渡船", *at)[1])
    assert hit["snippet"] == "渡船走了。"
    assert json.loads(told("search", "FERRY LEFT", *at)[1])[0]["item_id"] == hit["item_id"]
    output = tmp_path / "out.md"
    assert told("export", "The Ferry", "--output", output, *at)[0] == 0
    assert "The ferry left at six." in output.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("check",), ("backup",)])
def test_what_is_done_to_files_says_so(told, imported, words):
    status, _, err = told(*words, "--library", imported)
    assert (status, "library files alone" in err) == (1, True)
    assert PASSWORD not in err


def test_a_wrong_address_or_password_is_one_sentence_without_the_password(told, database_url):
    wrong = database_url.replace("novelist:", "nobody:")
    for url in (wrong, "mysql+asyncmy://jane:topsecret@127.0.0.1"):
        status, out, err = told("list", "--library", url)
        assert (status in (1, 2), out, err.count("\n")) == (True, "", 1)
        assert PASSWORD not in err
        assert "topsecret" not in err
