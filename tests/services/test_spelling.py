# SPDX-License-Identifier: MIT
"""The process that knows the dictionaries: right, wrong, suggested, ended and started anew."""

from __future__ import annotations

import asyncio
import subprocess
import threading

import pytest

from novelist.errors import DictionaryError, SpellerError
from novelist.services.spelling.dictionaries import find_dictionaries
from novelist.services.spelling.spelling import SpellerProcess, add_dictionary


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NOVELIST_HOME", str(tmp_path / "home"))


@pytest.fixture
def speller():
    speller = SpellerProcess()
    yield speller
    speller.close()


@pytest.fixture
def dictionaries():
    return find_dictionaries()


def test_the_bundled_dictionaries_judge_and_suggest(speller, dictionaries, loop):
    words = ["speling", "didn't", "well-known", "naïve", "café", "дом", "colour"]
    assert loop(speller.find_wrong(dictionaries["en_US"], words)) == {"speling", "colour"}
    assert loop(speller.find_wrong(dictionaries["en_GB"], words)) == {"speling"}
    assert loop(speller.find_wrong(dictionaries["fr"], ["l'homme", "œuvre", "grimoir"])) == {
        "grimoir"
    }
    assert loop(speller.find_wrong(dictionaries["es"], ["dímelo", "ninyo"])) == {"ninyo"}
    suggested = loop(speller.suggest(dictionaries["en_US"], "speling"))
    assert "spelling" in suggested
    assert len(suggested) <= 5


def test_many_ask_at_once(speller, dictionaries, loop):
    async def ask():
        questions = [speller.find_wrong(dictionaries["es"], [f"x{n}q", "niño"]) for n in range(20)]
        return await asyncio.gather(*questions)

    assert loop(ask()) == [frozenset({f"x{n}q"}) for n in range(20)]


def test_a_process_that_ended_is_started_anew(speller, dictionaries, loop):
    loop(speller.find_wrong(dictionaries["es"], ["niño"]))
    speller.forget()
    assert loop(speller.find_wrong(dictionaries["es"], ["ninyo"])) == {"ninyo"}


def test_after_the_end_there_is_no_answer(speller, dictionaries, loop):
    loop(speller.find_wrong(dictionaries["es"], ["niño"]))
    speller.close()
    with pytest.raises(SpellerError):
        loop(speller.find_wrong(dictionaries["es"], ["niño"]))


def test_closed_while_the_process_starts_none_is_left(dictionaries, loop, monkeypatch):
    speller, started = SpellerProcess(), []
    begun, go_on = threading.Event(), threading.Event()
    popen = subprocess.Popen

    def slow(*arguments, **options):
        begun.set()
        go_on.wait(20)
        started.append(popen(*arguments, **options))
        return started[0]

    monkeypatch.setattr("novelist.services.spelling.spelling.subprocess.Popen", slow)

    async def close_meanwhile():
        asked = asyncio.ensure_future(speller.find_wrong(dictionaries["es"], ["niño"]))
        await asyncio.to_thread(begun.wait, 20)
        closing = asyncio.ensure_future(asyncio.to_thread(speller.close))
        go_on.set()
        await closing
        return await asyncio.gather(asked, return_exceptions=True)

    (answer,) = loop(close_meanwhile())
    assert isinstance(answer, SpellerError) or answer == frozenset()
    assert [process.poll() is not None for process in started] == [True]


def test_a_dictionary_that_takes_too_long_is_given_up(dictionaries, loop):
    hasty = SpellerProcess(patience=0.0)
    with pytest.raises(SpellerError):
        loop(hasty.find_wrong(dictionaries["es"], ["niño"]))
    hasty.close()


def test_a_dictionary_is_tried_and_then_ones_own(speller, tmp_path, loop):
    (tmp_path / "qx.aff").write_bytes("SET ISO8859-1\nSFX é Y 1\nSFX é 0 s .\n".encode("latin-1"))
    (tmp_path / "qx.dic").write_bytes("1\ncafé/é\n".encode("latin-1"))
    added = loop(add_dictionary(speller, tmp_path / "qx.dic"))
    assert find_dictionaries()["qx"] == added
    assert loop(speller.find_wrong(added, ["cafés", "café", "cafe"])) == {"cafe"}


@pytest.mark.parametrize(
    "rules",
    ["SET UTF-8\nSFX A Y 99999\n", "SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE ((((\n", "AF 1\nAF\n"],
)
def test_a_hostile_dictionary_does_no_harm(speller, dictionaries, tmp_path, loop, rules):
    (tmp_path / "qx.aff").write_text(rules)
    (tmp_path / "qx.dic").write_text("1\nword/A\n")
    try:
        loop(add_dictionary(speller, tmp_path / "qx.dic"))
    except DictionaryError:
        assert "qx" not in find_dictionaries()
    assert loop(speller.find_wrong(dictionaries["es"], ["ninyo"])) == {"ninyo"}
