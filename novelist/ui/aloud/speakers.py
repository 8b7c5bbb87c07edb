# SPDX-License-Identifier: MIT
"""The programs of the systems that speak: where each is, and how it is told what to say.

What is said goes in by the standard input and never as an argument, which other users could read
in the list of processes. Nothing goes through a shell, and no program comes from the current
folder.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale

from novelist.domain.languages import primary

_USUAL: Final = 175  # words a minute of say and espeak-ng
_LINE: Final = 4000  # characters: spd-say cuts lines of more than 16,383 bytes
# What espeak-ng calls them. Its "cmn" reads its own pinyin as if it were English.
_OF_ESPEAK: Final = {
    "zh": ("cmn-latn-pinyin", "cmn", "zh"),
    "zh-hk": ("yue", "zh-yue"),
    "zh-mo": ("yue", "zh-yue"),
    "no": ("nb",),
}
_PLAY: Final = re.compile(  # voices of macOS that are made for fun
    "Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Fred|Good News|Hysterical|Jester"
    "|Junior|Organ|Pipe Organ|Ralph|Superstar|Trinoids|Whisper|Wobble|Zarvox"
)
_SAY_VOICE: Final = re.compile(r"^(\S.*?)\s+([a-z]{2,3}(?:[_-]\w+)*)\s+#", re.MULTILINE)
_ESPEAK_VOICE: Final = re.compile(r"^\s*\d+\s+([a-z]{2,3}[\w-]*)\s", re.MULTILINE)
# PowerShell reads its standard input in the old code page of the system: base64 has only ASCII.
_SPEAK_BY_SAPI: Final = (
    "$ErrorActionPreference = 'Stop'; "
    "$bytes = [Convert]::FromBase64String((-join @($input))); "
    "$said = [Text.Encoding]::UTF8.GetString($bytes) -split ([char]10), 3; "
    "Add-Type -AssemblyName System.Speech; "
    "$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voices = @($speaker.GetInstalledVoices() | Where-Object { $_.Enabled }"
    " | ForEach-Object { $_.VoiceInfo }); "
    "if ($voices.Count -eq 0) { exit 3 }; "
    "$language = ($said[1] -split '-')[0]; "
    "$fit = @($voices | Where-Object { $_.Culture.Name -eq $said[1] })"
    " + @($voices | Where-Object { $_.Culture.TwoLetterISOLanguageName -eq $language }); "
    "if ($fit.Count -gt 0) { $speaker.SelectVoice($fit[0].Name) }; "
    "$speaker.Rate = [int]$said[0]; "
    "$speaker.Speak($said[2])"
)


@dataclass(frozen=True)
class Utterance:
    """A sentence, its language (a BCP 47 tag) and how fast it is said, from -1 to 1."""

    text: str
    language: str
    rate: float


Voices = Mapping[str, str]
"""The names of voices by language: lower case, with hyphens."""


@dataclass(frozen=True)
class Speaker:
    """One program: ended with 0, it has said what it read to the end."""

    program: str
    """Its full path."""
    arguments: Callable[[Utterance, Voices], list[str]]
    given: Callable[[Utterance], bytes]
    """What it reads."""
    listing: tuple[str, ...] = ()
    """The arguments with which it lists its voices; none where it finds them itself."""
    listed: Callable[[str], Voices] = lambda _listing: {}
    listed_for: str = ""
    """The only language for which it is asked, since it takes seconds; "" is every one."""
    complaint: bytes = b""
    """How a line of its errors begins when nothing was heard, whatever it ends with."""
    silencing: tuple[str, ...] = ()
    """The arguments with which it takes back what it has handed on to a service."""


def find_speakers(platform: str = sys.platform) -> list[Speaker]:
    """The programs of this system that can speak, the best first."""
    if platform == "darwin":
        return _at("/usr/bin/say", say)
    if platform == "win32":
        root = os.environ.get("SystemRoot", r"C:\Windows")  # noqa: SIM112 - as Windows writes it
        return _at(rf"{root}\System32\WindowsPowerShell\v1.0\powershell.exe", powershell)
    folders = os.pathsep.join(folder for folder in os.get_exec_path() if Path(folder).is_absolute())
    named = (("spd-say", spd_say), ("espeak-ng", espeak), ("espeak", espeak))
    found = ((shutil.which(name, path=folders), made) for name, made in named)
    return [made(program) for program, made in found if program]


def _at(program: str, made: Callable[[str], Speaker]) -> list[Speaker]:
    return [made(program)] if os.access(program, os.X_OK) else []


def say(program: str) -> Speaker:
    """That of macOS."""

    def arguments(utterance: Utterance, voices: Voices) -> list[str]:
        is_own = primary(utterance.language) == primary(QLocale.system().bcp47Name())
        # In the language of the system it is the voice that was chosen in its settings.
        voice = None if is_own else voice_for(utterance.language, voices)
        speed = ["-r", str(_words_a_minute(utterance.rate))] if utterance.rate else []
        return [*(["-v", voice] if voice else []), *speed, "-f", "-"]

    return Speaker(program, arguments, _plain, ("-v", "?"), voices_of_say)


def powershell(program: str) -> Speaker:
    """That of Windows, which reaches the voices of the system."""

    def given(utterance: Utterance) -> bytes:
        rate = round(utterance.rate * 10)
        told = f"{rate}\n{_tag(utterance.language)}\n{utterance.text}"
        return base64.b64encode(_encoded(told)) + b"\n"

    fixed = ["-NoProfile", "-NonInteractive", "-Command", _SPEAK_BY_SAPI]
    return Speaker(program, lambda _utterance, _voices: list(fixed), given)


def spd_say(program: str) -> Speaker:
    """That of speech-dispatcher, with whatever voice is set up there."""

    def arguments(utterance: Utterance, voices: Voices) -> list[str]:
        language = primary(utterance.language)
        tag = voices.get("zh", "zh") if language == "zh" else _tag(utterance.language)
        rate = str(round(utterance.rate * 100))
        return ["-N", "novelist", "-l", tag, "-r", rate, "-w", "-e"]

    def given(utterance: Utterance) -> bytes:
        # A line that begins with !-! would be a command; a space before it is not said.
        return b"".join(b" " + _encoded(line) + b"\n" for line in _lines(utterance.text))

    return Speaker(program, arguments, given, ("-L",), voices_of_spd_say, "zh", silencing=("-S",))


def espeak(program: str) -> Speaker:
    """espeak-ng, or espeak."""

    def arguments(utterance: Utterance, voices: Voices) -> list[str]:
        voice = voice_for(utterance.language, voices)
        speed = ["-s", str(_words_a_minute(utterance.rate))]
        return [*(["-v", voice] if voice else []), *speed, "-b", "1", "--stdin"]

    # Without a sound card it says so, and ends with 0 at once.
    return Speaker(program, arguments, _plain, ("--voices",), voices_of_espeak, complaint=b"error:")


def voice_for(language: str, voices: Voices) -> str | None:
    """The voice of a language, that of its usual country first; None where none speaks it."""
    wanted, short = _tag(language), primary(language)
    usual = _tag(QLocale(language.replace("-", "_")).name())
    fit = [voices[tag] for tag in (wanted, usual, short) if tag in voices]
    others = (name for tag, name in voices.items() if primary(tag) == short)
    return fit[0] if fit else next(others, None)


def voices_of_say(listing: str) -> dict[str, str]:
    """The voices in a listing of macOS; those made for fun only where there is no other."""
    found: dict[str, str] = {}
    named = _SAY_VOICE.findall(listing)
    for name, tag in sorted(named, key=lambda row: (bool(_PLAY.fullmatch(row[0])), "(" in row[0])):
        found.setdefault(_tag(tag), name)
    return found


def voices_of_espeak(listing: str) -> dict[str, str]:
    """The voices in a listing of espeak-ng, which go by their language."""
    found = {tag: tag for tag in map(_tag, _ESPEAK_VOICE.findall(listing))}
    names = {
        tag: next((name for name in called if name in found), None)
        for tag, called in _OF_ESPEAK.items()
    }
    return found | {tag: name for tag, name in names.items() if name is not None}


def voices_of_spd_say(listing: str) -> dict[str, str]:
    """What to ask for to hear Chinese, where its voices are those of espeak-ng."""
    pinyin = "cmn-latn-pinyin"
    return {"zh": pinyin} if pinyin in listing.lower().split() else {}


def _tag(language: str) -> str:
    return language.replace("_", "-").lower()


def _words_a_minute(rate: float) -> int:
    return round(_USUAL * 2**rate)


def _plain(utterance: Utterance) -> bytes:
    # Brackets in pairs hold commands.
    return _encoded(utterance.text.replace("[[", "[ [").replace("\n", " ")) + b"\n"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half characters


def _lines(text: str) -> list[str]:
    """A text in lines that are short enough, cut at spaces where there are any."""
    left, lines = text.replace("\n", " "), []
    while len(left) > _LINE:
        end = left.rfind(" ", 1, _LINE)
        end = _LINE if end < 0 else end
        lines.append(left[:end])
        left = left[end:]
    return [*lines, left]
