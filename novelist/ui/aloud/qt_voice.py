# SPDX-License-Identifier: MIT
"""Qt's text to speech, whose module is no part of what Novelist needs."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterable
from types import ModuleType
from typing import Final

from PySide6.QtCore import QLocale, QObject

from novelist.domain.languages import primary
from novelist.ui.aloud.voice import Voice

log = logging.getLogger(__name__)

_MODULE: Final = "PySide6.QtTextToSpeech"
_SILENT: Final = frozenset({"mock"})  # engines that say nothing


class QtVoice(Voice):
    """Qt's text to speech."""

    def __init__(self, module: ModuleType, engine: str, parent: QObject) -> None:
        super().__init__(parent)
        self._states = module.QTextToSpeech.State
        self._speech = module.QTextToSpeech(engine, self)
        self._speech.stateChanged.connect(self._on_speech_state_changed)
        self._locales: list[QLocale] = list(self._speech.availableLocales())
        self._language = ""
        self._is_saying = False

    @property
    def has_voice(self) -> bool:
        """Whether there is anything that could speak."""
        is_broken = self._speech.state() == self._states.Error
        return not is_broken and bool(self._locales or self._speech.availableVoices())

    def say(self, text: str, language: str) -> None:
        """Begin to say a sentence, by a voice of its language where there is one."""
        if language != self._language:
            self._language = language
            found = nearest_locale(language, self._locales)
            if found is not None:
                self._speech.setLocale(found)
        self._is_saying = True
        self._speech.say(text)

    def pause(self) -> None:
        """Be silent."""
        self._speech.pause()

    def resume(self) -> None:
        """Go on."""
        self._speech.resume()

    def stop(self) -> None:
        """Say nothing more."""
        self._is_saying = False
        self._speech.stop()

    def set_rate(self, rate: float) -> None:
        """Speak so fast."""
        self._speech.setRate(rate)

    def _on_speech_state_changed(self, state: object) -> None:
        if not self._is_saying:
            return
        if state == self._states.Ready:
            self._is_saying = False
            self.ended.emit()
        elif state == self._states.Error:
            self._is_saying = False
            self.failed.emit()


def nearest_locale(language: str, locales: Iterable[QLocale]) -> QLocale | None:
    """The locale of a language, that of its country first; None where no voice speaks it."""
    wanted = QLocale(language.replace("-", "_"))
    same = [
        locale for locale in locales if primary(locale.bcp47Name()) == primary(wanted.bcp47Name())
    ]
    exact = [locale for locale in same if locale.territory() == wanted.territory()]
    return next(iter(exact or same), None)


def find_qt_voice(parent: QObject) -> Voice | None:
    """A voice that Qt can reach; None where its module, an engine or every voice is missing."""
    try:
        module = importlib.import_module(_MODULE)
        for engine in module.QTextToSpeech.availableEngines():
            voice = None if engine in _SILENT else QtVoice(module, engine, parent)
            if voice is not None and voice.has_voice:
                return voice
            if voice is not None:
                voice.deleteLater()
    except Exception as error:  # noqa: BLE001 - a broken speech system is as good as none
        log.info("no text to speech: %s", type(error).__name__)
    return None
