# SPDX-License-Identifier: MIT
"""Voices that Qt can reach: found, chosen by language, or simply not there."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from novelist.ui.aloud.qt_voice import find_qt_voice, nearest_locale

MODULE = "PySide6.QtTextToSpeech"
LOCALES = [QLocale("en_US"), QLocale("en_GB"), QLocale("zh_CN"), QLocale("zh_TW")]


@pytest.mark.parametrize(
    ("language", "found"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("zh", "zh_CN"), ("zh-TW", "zh_TW"), ("fr", None)],
)
def test_a_voice_of_the_language_is_chosen_that_of_its_country_first(language, found):
    locale = nearest_locale(language, LOCALES)
    assert (None if locale is None else locale.name()) == found


class Speech(QObject):
    """What Qt's module has, as far as it is used."""

    class State:
        Ready, Speaking, Error = range(3)

    stateChanged = Signal(object)  # noqa: N815 - as Qt calls it
    engines = ("speechd",)
    locales = LOCALES

    def __init__(self, engine, parent):
        super().__init__(parent)
        self.said = []

    @staticmethod
    def availableEngines():
        return list(Speech.engines)

    def availableLocales(self):
        return self.locales

    def availableVoices(self):
        return []

    def state(self):
        return self.State.Ready

    def setLocale(self, locale):
        self.said.append(locale.name())

    def say(self, text):
        self.said.append(text)
        self.stateChanged.emit(self.State.Speaking)


@pytest.fixture
def speech(monkeypatch):
    module = ModuleType(MODULE)
    module.QTextToSpeech = Speech
    monkeypatch.setitem(sys.modules, MODULE, module)
    return Speech


def test_without_the_module_there_is_no_voice(monkeypatch):
    monkeypatch.setitem(sys.modules, MODULE, None)
    assert find_qt_voice(QObject()) is None


def test_an_engine_that_says_nothing_is_no_voice(speech, monkeypatch):
    monkeypatch.setattr(speech, "engines", ("mock",))
    assert find_qt_voice(QObject()) is None


def test_an_engine_without_voices_is_no_voice(speech, monkeypatch):
    monkeypatch.setattr(speech, "locales", [])
    assert find_qt_voice(QObject()) is None


def test_the_first_engine_that_has_a_voice_speaks(speech, monkeypatch):
    monkeypatch.setattr(speech, "engines", ("broken", "mock", "speechd"))
    monkeypatch.setattr(speech, "state", lambda self: self.broken)
    made = []

    def begin(self, engine, parent):
        QObject.__init__(self, parent)
        made.append(engine)
        self.broken = self.State.Error if engine == "broken" else self.State.Ready

    monkeypatch.setattr(speech, "__init__", begin)
    parent = QObject()
    assert find_qt_voice(parent) is not None
    assert made == ["broken", "speechd"]


def test_a_module_that_breaks_is_no_voice(speech, monkeypatch):
    monkeypatch.setattr(speech, "__init__", None)
    assert find_qt_voice(QObject()) is None


def test_a_sentence_ends_when_the_system_is_ready_again(speech, qtbot):
    parent = QObject()
    voice = find_qt_voice(parent)
    voice.say("走吧。", "zh")
    system = voice.findChild(speech)
    assert system.said == ["zh_CN", "走吧。"]
    with qtbot.waitSignal(voice.ended):
        system.stateChanged.emit(speech.State.Ready)
    with qtbot.assertNotEmitted(voice.ended):
        system.stateChanged.emit(speech.State.Ready)


def test_trouble_while_speaking_is_told(speech, qtbot):
    parent = QObject()
    voice = find_qt_voice(parent)
    voice.say("Go.", "en")
    with qtbot.waitSignal(voice.failed):
        voice.findChild(speech).stateChanged.emit(speech.State.Error)
