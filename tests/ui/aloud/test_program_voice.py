# SPDX-License-Identifier: MIT
"""A voice that is a program: here one that notes what it reads and with which arguments."""

from __future__ import annotations

import json
import os
import sys

import pytest
from PySide6.QtCore import QObject

from novelist.ui.aloud.program_voice import ProgramVoice
from novelist.ui.aloud.speakers import Speaker, espeak

SPEAKER = """#!{python}
import json, os, sys, time
if "--voices" in sys.argv:
    print(" 5  fr-fr   --/M  French_(France)  roa/fr  (fr 5)")
    sys.exit()
said = sys.stdin.buffer.read().decode()
with open({notes!r}, "a") as notes:
    notes.write(json.dumps([os.getpid(), sys.argv[1:], said]) + "\\n")
{then}
"""
ON_AND_ON = "time.sleep(60)"


class Heard:
    """The stand-in program, and what it noted."""

    def __init__(self, folder):
        self.folder, self.notes = folder, folder / "notes"

    def speaker(self, then="", name="speaker", made=espeak):
        path = self.folder / name
        path.write_text(SPEAKER.format(python=sys.executable, notes=str(self.notes), then=then))
        path.chmod(0o700)
        return made(str(path))

    @property
    def all(self):
        lines = self.notes.read_text().splitlines() if self.notes.exists() else []
        return [json.loads(line) for line in lines]

    @property
    def said(self):
        return [said for _, _, said in self.all]


@pytest.fixture
def heard(tmp_path):
    return Heard(tmp_path)


@pytest.fixture
def made(qapp):
    """Voices that end with the test, what they speak with too."""
    parent, voices = QObject(), []

    def make(*speakers):
        voices.append(ProgramVoice(speakers, parent))
        return voices[-1]

    yield make
    for voice in voices:
        voice._on_application_about_to_quit()


def is_gone(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("text", ["The boats lay dry.", "“Où est l’été ?”", "走吧,𠮷野家。"])
def test_a_sentence_is_read_from_the_input_and_ends(heard, made, qtbot, text):
    voice = made(heard.speaker())
    with qtbot.waitSignal(voice.ended), qtbot.assertNotEmitted(voice.failed):
        voice.say(text, "en")
    (_, arguments, said) = heard.all[0]
    assert said == text + "\n"
    assert not any(word in " ".join(arguments) for word in text.split())


def test_one_sentence_comes_after_the_other(heard, made, qtbot):
    voice = made(heard.speaker())
    following = iter(["Two.", "Three."])

    def go_on():
        text = next(following, None)
        if text is not None:
            voice.say(text, "en")

    voice.ended.connect(go_on)
    voice.say("One.", "en")
    qtbot.waitUntil(lambda: heard.said == ["One.\n", "Two.\n", "Three.\n"])


def test_the_voice_of_the_language_and_the_rate_are_asked_for(heard, made, qtbot):
    voice = made(heard.speaker())
    voice.set_rate(1.0)
    for language in ("fr", "sv"):
        with qtbot.waitSignal(voice.ended):
            voice.say("Bonjour.", language)
    french, swedish = (arguments for _, arguments, _ in heard.all)
    assert french == ["-v", "fr-fr", "-s", "350", "-b", "1", "--stdin"]
    assert "-v" not in swedish


def test_a_program_that_ends_badly_has_failed(heard, made, qtbot):
    voice = made(heard.speaker("sys.exit(1)"))
    with qtbot.waitSignal(voice.failed), qtbot.assertNotEmitted(voice.ended):
        voice.say("Go.", "en")


def test_a_program_that_only_complains_has_failed(heard, made, qtbot):
    voice = made(heard.speaker("print('error: no sound card', file=sys.stderr)"))
    with qtbot.waitSignal(voice.failed), qtbot.assertNotEmitted(voice.ended):
        voice.say("Go.", "en")


def test_a_program_that_is_not_there_has_failed(heard, made, qtbot):
    voice = made(espeak(str(heard.folder / "nobody")))
    with qtbot.waitSignal(voice.failed):
        voice.say("Go.", "en")


def test_where_the_first_program_never_speaks_the_next_one_does(heard, made, qtbot):
    voice = made(
        espeak(str(heard.folder / "nobody")),
        heard.speaker("sys.exit(1)", "mute"),
        heard.speaker(name="loud"),
    )
    with qtbot.waitSignal(voice.ended), qtbot.assertNotEmitted(voice.failed):
        voice.say("Go.", "en")
    assert heard.said == ["Go.\n", "Go.\n"]


def test_stopped_it_is_gone_and_nothing_is_told(heard, made, qtbot):
    voice = made(heard.speaker(ON_AND_ON))
    voice.say("Go.", "en")
    qtbot.waitUntil(lambda: len(heard.all) == 1)
    with qtbot.assertNotEmitted(voice.failed), qtbot.assertNotEmitted(voice.ended):
        voice.stop()
        qtbot.waitUntil(lambda: is_gone(heard.all[0][0]))
        voice.resume()
    assert len(heard.all) == 1


def test_after_a_pause_the_sentence_is_said_from_its_beginning(heard, made, qtbot):
    voice = made(heard.speaker(ON_AND_ON))
    voice.say("Go.", "en")
    qtbot.waitUntil(lambda: len(heard.all) == 1)
    with qtbot.assertNotEmitted(voice.failed), qtbot.assertNotEmitted(voice.ended):
        voice.pause()
        qtbot.waitUntil(lambda: is_gone(heard.all[0][0]))
        voice.resume()
        qtbot.waitUntil(lambda: len(heard.all) == 2)
    assert heard.said == ["Go.\n", "Go.\n"]


def test_what_was_handed_on_to_a_service_is_taken_back(heard, made, qtbot):
    def handing_on(program):
        return Speaker(program, lambda *_: ["say"], lambda _: b"Go.", silencing=("take back",))

    voice = made(heard.speaker(ON_AND_ON, made=handing_on))
    voice.say("Go.", "en")
    qtbot.waitUntil(lambda: len(heard.all) == 1)
    voice.stop()
    qtbot.waitUntil(lambda: len(heard.all) == 2)
    assert [arguments for _, arguments, _ in heard.all] == [["say"], ["take back"]]


def test_a_slow_listing_is_asked_for_only_in_its_language(heard, made, qtbot):
    def slow(program):
        told = {"given": lambda _: b"", "listing": ("list",), "listed_for": "zh"}
        return Speaker(program, lambda *_: ["say"], **told)

    voice = made(heard.speaker(made=slow))
    for language in ("fr", "zh-CN", "zh"):
        with qtbot.waitSignal(voice.ended):
            voice.say("Go.", language)
    assert [arguments for _, (arguments,), _ in heard.all] == ["say", "list", "say", "say"]


def test_it_does_not_outlive_the_program(heard, made, qapp, qtbot):
    voice = made(heard.speaker(ON_AND_ON))
    voice.say("Go.", "en")
    qtbot.waitUntil(lambda: len(heard.all) == 1)
    qapp.aboutToQuit.emit()
    assert is_gone(heard.all[0][0])
