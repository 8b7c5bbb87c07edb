# SPDX-License-Identifier: MIT
"""How the programs that speak are found, and told what to say in which voice."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from novelist.ui.aloud import finding
from novelist.ui.aloud.finding import find_voice
from novelist.ui.aloud.program_voice import ProgramVoice
from novelist.ui.aloud.speakers import (
    Utterance,
    espeak,
    find_speakers,
    powershell,
    say,
    spd_say,
    voice_for,
    voices_of_espeak,
    voices_of_say,
)

SAY = """\
Albert              en_US    # Hello! My name is Albert.
Amélie              fr_CA    # Bonjour! Je m’appelle Amélie.
Eddy (Chinese (China mainland)) zh_CN    # 你好!我叫Eddy。
Bad News            en_US    # Hello! My name is Bad News.
Samantha            en_US    # Hello! My name is Samantha.
Thomas              fr_FR    # Bonjour, je m’appelle Thomas.
Tingting            zh_CN    # 你好!我叫婷婷。
"""
ESPEAK = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  af              --/M      Afrikaans          gmw/af
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn   (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh 5)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  es              --/M      Spanish_(Spain)    roa/es
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  yue             --/M      Chinese_(Cantonese) sit/yue              (zh-yue 5)(zh 8)
"""
SPOKEN = Utterance("走吧。", "zh-CN", 0.0)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Samantha"),
        ("fr", "Thomas"),
        ("fr-CA", "Amélie"),
        ("zh-Hans", "Tingting"),
        ("zh-TW", "Tingting"),
        ("sv", None),
    ],
)
def test_say_has_a_voice_of_the_language_and_no_joke(language, name):
    assert voice_for(language, voices_of_say(SAY)) == name


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "en-us"),
        ("en-GB", "en-gb"),
        ("fr", "fr-fr"),
        ("es-MX", "es"),
        ("zh", "cmn-latn-pinyin"),
        ("zh-Hans-CN", "cmn-latn-pinyin"),
        ("zh-HK", "yue"),
        ("sv", None),
    ],
)
def test_espeak_has_a_voice_of_the_language(language, name):
    assert voice_for(language, voices_of_espeak(ESPEAK)) == name


def test_in_the_language_of_the_system_say_speaks_as_the_system_does(monkeypatch):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("zh_CN"))
    voices = voices_of_say(SAY)
    speaker = say("/usr/bin/say")
    assert speaker.arguments(SPOKEN, voices) == ["-f", "-"]
    french = Utterance("Bonjour.", "fr", -1.0)
    assert speaker.arguments(french, voices) == ["-v", "Thomas", "-r", "88", "-f", "-"]


@pytest.mark.parametrize(("rate", "told"), [(-1.0, "-100"), (0.0, "0"), (0.3, "30"), (1.0, "100")])
def test_speech_dispatcher_is_told_language_and_rate(rate, told):
    arguments = spd_say("/usr/bin/spd-say").arguments(Utterance("Go.", "en-GB", rate), {})
    assert arguments == ["-N", "novelist", "-l", "en-gb", "-r", told, "-w", "-e"]


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        (
            "Chinese (Mandarin, latin as Pinyin)          cmn-Latn-pinyin     none\n",
            "cmn-latn-pinyin",
        ),
        ("      Tingting            zh-CN           none\n", "zh"),
    ],
)
def test_speech_dispatcher_reads_chinese_by_the_voice_that_knows_pinyin(listing, told):
    speaker = spd_say("/usr/bin/spd-say")
    assert speaker.arguments(SPOKEN, speaker.listed(listing))[2:4] == ["-l", told]


def test_no_text_is_a_command():
    spoken = Utterance("!-!QUIT [[slnc 5000]]", "en", 0.0)
    assert not spd_say("spd-say").given(spoken).startswith(b"!-!")
    assert b"[[" not in say("say").given(spoken)
    assert b"[[" not in espeak("espeak").given(spoken)


def test_a_very_long_sentence_goes_to_speech_dispatcher_in_lines_that_it_takes():
    text = "Sie 走𠮷 " * 20_000
    lines = spd_say("spd-say").given(Utterance(text, "de", 0.0)).splitlines()
    assert max(map(len, lines)) < 16_383
    assert b"".join(lines).decode().split() == text.split()


def test_half_a_character_is_said_somehow():
    assert espeak("espeak").given(Utterance("a\ud800b", "en", 0.0)) == b"a?b\n"


def test_windows_gets_rate_language_and_text_by_the_input_alone():
    speaker = powershell("powershell.exe")
    given = base64.b64decode(speaker.given(Utterance("走吧。\nGo.", "zh_CN", -0.5)))
    assert given.decode().split("\n", 2) == ["-5", "zh-cn", "走吧。\nGo."]
    assert speaker.arguments(SPOKEN, {}) == speaker.arguments(Utterance("Go.", "en", 1.0), {})


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Puts programs into a folder where programs are looked for, and into the current one."""
    here, there = tmp_path / "here", tmp_path / "there"
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(there)]))

    def put(*names, folder=there):
        folder.mkdir(exist_ok=True)
        for name in names:
            (folder / name).touch(mode=0o700)

    put("spd-say", "espeak-ng", folder=here)
    monkeypatch.chdir(here)
    return put


def found():
    return [Path(speaker.program).name for speaker in find_speakers("linux")]


def test_speech_dispatcher_comes_before_espeak(programs):
    programs("espeak", "espeak-ng", "spd-say")
    assert found() == ["spd-say", "espeak-ng", "espeak"]


def test_nothing_is_taken_from_the_current_folder(programs):
    assert found() == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_the_program_of_the_system_is_missing_there_is_none(platform, monkeypatch, tmp_path):
    monkeypatch.setenv("SystemRoot", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert find_speakers(platform) == []


def test_a_voice_of_qt_comes_before_a_program_and_without_both_there_is_none(monkeypatch, qapp):
    chosen = espeak("/usr/bin/espeak-ng")
    for of_qt, speakers, kind in (
        (qapp, [chosen], type(qapp)),
        (None, [chosen], ProgramVoice),
        (None, [], type(None)),
    ):
        monkeypatch.setattr(finding, "find_qt_voice", lambda _parent, voice=of_qt: voice)
        monkeypatch.setattr(finding, "find_speakers", lambda found=speakers: found)
        assert type(find_voice(qapp)) is kind
