# SPDX-License-Identifier: MIT
"""A voice that is a program of the system, started for each sentence, never waited for."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication, QDir, QObject, QProcess, QProcessEnvironment

from novelist.domain.languages import primary
from novelist.ui.aloud.speakers import Speaker, Utterance, Voices
from novelist.ui.aloud.voice import Voice

log = logging.getLogger(__name__)

_END_TAKES: Final = 1000  # milliseconds, at the most, when the program ends
_ENDED_WELL: Final = 0
_LIBRARIES: Final = "LD_LIBRARY_PATH"


class ProgramVoice(Voice):
    """Speaks by the first of some programs that works; no sentence outlives the window."""

    def __init__(self, speakers: Sequence[Speaker], parent: QObject) -> None:
        super().__init__(parent)
        self._speakers = list(speakers)
        self._voices: Voices | None = None  # of the first of them, once listed
        self._process: QProcess | None = None
        self._sentence: tuple[str, str] | None = None
        self._rate = 0.0
        self._is_heard = False  # the first of them has said a sentence
        self._is_paused = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_application_about_to_quit)

    def say(self, text: str, language: str) -> None:
        """Begin to say a sentence, by a voice of its language where the program has one."""
        self.stop()
        self._sentence = (text, language)
        self._begin()

    def pause(self) -> None:
        """Be silent; the sentence is kept."""
        self._is_paused = True
        self._silence()

    def resume(self) -> None:
        """Say the sentence from its beginning."""
        if self._is_paused and self._sentence is not None:
            self._is_paused = False
            self._begin()

    def stop(self) -> None:
        """Say nothing more."""
        self._sentence, self._is_paused = None, False
        self._silence()

    def set_rate(self, rate: float) -> None:
        """Speak so fast from the next sentence on."""
        self._rate = rate

    # -- inside --------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._sentence is None:
            return
        speaker = self._speakers[0]
        is_asked = speaker.listed_for in ("", primary(self._sentence[1]))
        if self._voices is None and speaker.listing and is_asked:
            self._start(speaker, list(speaker.listing), b"", self._on_listing_finished)
            return
        utterance = Utterance(*self._sentence, self._rate)
        arguments = speaker.arguments(utterance, self._voices or {})
        self._start(speaker, arguments, speaker.given(utterance), self._on_speaking_finished)

    def _start(
        self, speaker: Speaker, arguments: list[str], given: bytes, ended: Callable[..., None]
    ) -> None:
        process = self._process = _process_of(speaker, arguments, self)
        process.finished.connect(partial(ended, process))
        process.errorOccurred.connect(partial(self._on_process_error_occurred, process))
        process.start()
        if self._process is process:  # it may have failed at once
            process.write(given)
            process.closeWriteChannel()

    def _silence(self) -> None:
        """End what runs, and hear no more of it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.connect(process.deleteLater)
        process.kill()
        speaker = self._speakers[0]
        if speaker.silencing:
            other = _process_of(speaker, list(speaker.silencing), self)
            other.setStandardInputFile(QProcess.nullDevice())
            other.finished.connect(other.deleteLater)
            other.start()

    def _fail(self) -> None:
        """Try the next program where this one never spoke; else nothing more can be said."""
        log.info("%s does not speak", PurePath(self._speakers[0].program).name)
        if not self._is_heard and len(self._speakers) > 1:
            del self._speakers[0]
            self._voices = None
            self._begin()
        else:
            self._sentence = None
            self.failed.emit()

    # -- slots ---------------------------------------------------------------------------------

    def _on_listing_finished(self, process: QProcess, *_how: object) -> None:
        if not self._let_go(process):
            return
        listing = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._voices = self._speakers[0].listed(listing)
        self._begin()

    def _on_speaking_finished(
        self, process: QProcess, code: int, status: QProcess.ExitStatus
    ) -> None:
        if not self._let_go(process):
            return
        errors = bytes(process.readAllStandardError().data())
        complaint = self._speakers[0].complaint
        is_silent = bool(complaint) and any(
            line.startswith(complaint) for line in errors.splitlines()
        )
        if is_silent or code != _ENDED_WELL or status != QProcess.ExitStatus.NormalExit:
            self._fail()
            return
        self._is_heard, self._sentence = True, None
        self.ended.emit()

    def _on_process_error_occurred(self, process: QProcess, error: QProcess.ProcessError) -> None:
        has_not_begun = error == QProcess.ProcessError.FailedToStart  # after others it finishes
        if has_not_begun and self._let_go(process):
            self._fail()

    def _let_go(self, process: QProcess) -> bool:
        """Forget a process that has ended; False where we had ended it."""
        if process is not self._process:
            return False
        self._process = None
        process.deleteLater()
        return True

    def _on_application_about_to_quit(self) -> None:
        self.stop()
        for process in self.findChildren(QProcess):
            if not process.waitForFinished(_END_TAKES):  # what we ended is gone at once
                process.kill()
                process.waitForFinished(_END_TAKES)


def _process_of(speaker: Speaker, arguments: list[str], parent: QObject) -> QProcess:
    process = QProcess(parent)
    process.setProgram(speaker.program)
    process.setArguments(arguments)
    process.setWorkingDirectory(QDir.homePath())
    process.setProcessEnvironment(_environment())
    return process


def _environment() -> QProcessEnvironment:
    """That of the program, without the bundle's own libraries; text is UTF-8."""
    environment = QProcessEnvironment.systemEnvironment()
    if hasattr(sys, "frozen"):
        before = os.environ.get(f"{_LIBRARIES}_ORIG")
        if before is None:
            environment.remove(_LIBRARIES)
        else:
            environment.insert(_LIBRARIES, before)
    if sys.platform == "darwin":
        environment.insert("LC_CTYPE", "UTF-8")
    return environment
