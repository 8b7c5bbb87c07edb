# SPDX-License-Identifier: MIT
"""Dictionaries: which there are, which one a language gets, and which files become one."""

from __future__ import annotations

import pytest

from novelist.errors import DictionaryError, DictionaryHalfError, DictionaryNameError
from novelist.services.spelling.dictionaries import (
    Dictionary,
    Origin,
    dictionary_for,
    find_dictionaries,
    keep_own,
    read_for_adding,
    remove_own,
)

RULES = "SET ISO8859-1\nSFX é Y 1\nSFX é 0 s .\n"
WORDS = "2\ncafé/é\nmot\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NOVELIST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def files(tmp_path):
    """Writes the two files of a dictionary; where its words are."""

    def write(rules=RULES, words=WORDS, name="xx_YY", encoding="iso8859-1"):
        for kind, text in (("aff", rules), ("dic", words)):
            (tmp_path / f"{name}.{kind}").write_bytes(text.encode(encoding))
        return tmp_path / f"{name}.dic"

    return write


def test_four_dictionaries_come_with_the_program_in_utf_8():
    found = find_dictionaries()
    assert {"en_US", "en_GB", "fr", "es"} <= found.keys()
    for name in ("en_US", "en_GB", "fr", "es"):
        texts = [path.read_text("utf-8") for path in found[name].files]
        assert "SET UTF-8" in texts[0]
        assert (found[name].folder / f"{name}-licence.txt").exists()


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("en-AU", "en_GB"), ("en-CA", "en_US"), ("fr-CA", "fr"),
     ("es-MX", "es"), ("EN_us", "en_US"), ("zh-CN", None), ("de", None), ("", None)],
)  # fmt: skip
def test_a_language_gets_the_nearest_dictionary(language, name):
    available = {
        each: Dictionary(each, None, Origin.BUNDLED) for each in ("en_GB", "en_US", "es", "fr")
    }
    found = dictionary_for(language, available)
    assert (found and found.name) == name


def test_ones_own_dictionary_goes_before_ours_and_can_be_taken_away():
    keep_own("en_US", b"SET UTF-8\n", b"1\nword\n")
    assert find_dictionaries()["en_US"].origin is Origin.OWN
    remove_own("en_US")
    assert find_dictionaries()["en_US"].origin is Origin.BUNDLED


def test_an_old_encoding_becomes_utf_8_with_its_flags(files):
    name, rules, words = read_for_adding(files().with_suffix(".aff"))
    assert name == "xx_YY"
    assert rules.decode("utf-8").startswith("SET UTF-8\nFLAG UTF-8\n")
    assert "ISO8859" not in rules.decode("utf-8")
    assert words.decode("utf-8") == WORDS


def test_flags_of_two_letters_stay_in_their_encoding(files):
    rules = "SET ISO8859-1\nFLAG long\nSFX éa Y 1\nSFX éa 0 s .\n"
    assert read_for_adding(files(rules))[1] == rules.encode("iso8859-1")


@pytest.mark.parametrize(
    ("rules", "words", "encoding"),
    [
        ("SET NOSUCH-1\n", WORDS, "iso8859-1"),
        ("SET UTF-8\n", WORDS, "iso8859-1"),
        ("SET UTF-8\n", "Not a list of words\nat all\n", "utf-8"),
        ("SET UTF-8\n", "999999999999\nword\n", "utf-8"),
        ("SET UTF-8\n", "1\nwo\0rd\n", "utf-8"),
        ("", "", "utf-8"),
    ],
)
def test_what_cannot_be_one_is_refused(files, rules, words, encoding):
    with pytest.raises(DictionaryError):
        read_for_adding(files(rules, words, encoding=encoding))


def test_half_a_dictionary_is_refused(files):
    chosen = files()
    chosen.with_suffix(".aff").unlink()
    with pytest.raises(DictionaryHalfError):
        read_for_adding(chosen)


@pytest.mark.parametrize("name", ["words", "de_DE frami", "..", "x"])
def test_the_name_has_to_say_a_language(files, name):
    with pytest.raises(DictionaryNameError):
        read_for_adding(files(name=name))
