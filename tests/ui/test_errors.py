# SPDX-License-Identifier: MIT
"""Every error has a sentence of its own that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from novelist import errors
from novelist.ui.errors import SENTENCES, is_expected, sentence
from novelist.ui.faults.sentences import apart, together
from tests.speaking import speaking


def family(kind):
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


EXPECTED = sorted(
    {*family(errors.UserError), *family(errors.EnvironmentFailure)} - {errors.FileError},
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", EXPECTED, ids=lambda kind: kind.__name__)
def test_each_error_of_the_user_or_the_machine_has_a_sentence(kind):
    assert kind in SENTENCES
    assert SENTENCES[kind].endswith(".")


def test_the_file_is_named(qapp):
    error = errors.SourceEmptyError(Path("/somewhere/My book.txt"))
    assert sentence(error) == "“My book.txt” holds no text. Choose another file."


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("“Dr. No. 1.txt” is full. It is. ", ["“Dr. No. 1.txt” is full.", "It is."]),
        ("磁盘满了。文字都在。再试一次。", ["磁盘满了。", "文字都在。", "再试一次。"]),
        ("One sentence, version 0.1 of it", ["One sentence, version 0.1 of it"]),
        ("A name with a mark“ in it. No more.", ["A name with a mark“ in it. No more."]),
    ],
)
def test_sentences_are_taken_apart_and_names_are_not(said, parts):
    assert apart(said) == parts


@pytest.mark.parametrize("words", SENTENCES.values())
def test_taken_apart_nothing_of_a_sentence_is_lost(words):
    assert together(*apart(words)) == words


def test_in_chinese_nobody_is_begged_and_the_text_is_safe_in_the_same_words(qapp):
    with speaking("zh_CN"):
        told = {words: QCoreApplication.translate("errors", words) for words in SENTENCES.values()}
    assert not [said for said in told.values() if "请" in said]
    safe = [said for words, said in told.items() if "Your text is safe" in words]
    assert len(safe) > 8
    assert all("文字都在" in said for said in safe)


def test_what_nobody_foresaw_still_gets_a_sentence(qapp):
    assert "Your text is safe" in sentence(ZeroDivisionError())
    assert not is_expected(ZeroDivisionError())
    assert is_expected(errors.StorageFullError())
