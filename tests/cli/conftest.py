# SPDX-License-Identifier: MIT
"""Commands as they are typed, and a short novel to give to them."""

import pytest

from novelist.cli import main

STORY = """CHAPTER 1. The Quay

The ferry left at six.

* * *

Nobody waited.

CHAPTER 2. The River

It rained for three days.
"""


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "The Ferry.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def told(capsys):
    """Runs the program; gives its status, what it printed and what it complained of."""

    def run(*argv):
        status = main([str(word) for word in argv])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def library(source, told, tmp_path):
    path = tmp_path / "Books.novelist"
    assert told("import", source, "--library", path)[0] == 0
    return path
