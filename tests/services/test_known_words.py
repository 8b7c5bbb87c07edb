# SPDX-License-Identifier: MIT
"""Words that are called right: kept, told of, taken back, carried as text and with their novel."""

from __future__ import annotations

import pytest

from novelist.domain.changes import Subject
from novelist.domain.enums import BackupReason
from novelist.errors import DestinationError, SourceNotTextError
from novelist.services import novels
from novelist.services.library.backups import back_up
from novelist.services.library.library import subscribe
from novelist.services.library.restoring import copy_novel_from
from novelist.services.spelling.known_words import (
    add_known_words,
    list_known_words,
    read_word_list,
    remove_known_words,
    write_word_list,
)

ODD = [
    "  Rynd ",
    "Mira  Vale",
    "na\u0131\u0308ve",
    "a\nb",
    "\ud800",
    "\0",
    "",
    "Rynd",
    "rynd",
    "龘",
]


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


def test_words_are_kept_once_and_told_of(library, novel, loop):
    heard = []
    unsubscribe = subscribe(heard.append)
    assert loop(add_known_words(["Rynd", "Rynd", "Mira Vale"], novel)) == ["Rynd", "Mira Vale"]
    assert loop(add_known_words(["Rynd", "tor"], novel)) == ["tor"]
    unsubscribe()
    assert loop(list_known_words(novel)) == ["Rynd", "Mira Vale", "tor"]
    assert {entry.subject for each in heard for entry in each.entries} == {Subject.WORD}


def test_a_novel_and_the_library_have_their_own(library, novel, loop):
    loop(add_known_words(["Rynd"], novel))
    loop(add_known_words(["Rynd", "tor"]))
    loop(remove_known_words(["Rynd"]))
    assert loop(list_known_words(novel)) == ["Rynd"]
    assert loop(list_known_words()) == ["tor"]


def test_words_of_any_kind_are_kept_clean(library, novel, loop):
    loop(add_known_words(ODD, novel))
    kept = loop(list_known_words(novel))
    assert kept[:2] == ["Rynd", "Mira Vale"]
    assert "龘" in kept
    assert all(word == word.strip() and word.isprintable() for word in kept)


def test_a_list_goes_through_a_text_file(library, novel, loop, tmp_path):
    loop(add_known_words(["tor", "Äpfel", "龘"]))
    assert loop(write_word_list(tmp_path / "words.txt")) == 3
    assert (tmp_path / "words.txt").read_text("utf-8") == "tor\nÄpfel\n龘\n"
    assert loop(read_word_list(tmp_path / "words.txt", novel)) == ["tor", "Äpfel", "龘"]


def test_files_that_are_none_are_refused(library, novel, loop, tmp_path):
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(SourceNotTextError):
        loop(read_word_list(tmp_path / "words.txt", novel))
    with pytest.raises(DestinationError):
        loop(write_word_list(tmp_path / "nowhere" / "words.txt"))


def test_they_come_along_with_a_novel_out_of_a_backup(library, novel, loop):
    loop(add_known_words(["Rynd", "tor"], novel))
    made = loop(back_up(BackupReason.TIMER))
    copied = loop(copy_novel_from(made.path, novel))
    assert loop(list_known_words(copied)) == ["Rynd", "tor"]


def test_they_go_for_ever_with_their_novel(library, novel, loop):
    loop(add_known_words(["Rynd"], novel))
    loop(novels.trash_novel(novel))
    loop(novels.purge_novel(novel))
    assert loop(list_known_words(novel)) == []
