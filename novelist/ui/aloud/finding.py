# SPDX-License-Identifier: MIT
"""Which voice reads aloud on this computer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from novelist.ui.aloud.program_voice import ProgramVoice
from novelist.ui.aloud.qt_voice import find_qt_voice
from novelist.ui.aloud.speakers import find_speakers
from novelist.ui.aloud.voice import Voice


def find_voice(parent: QObject) -> Voice | None:
    """Qt's where it has one, else a program of the system; None where nothing could be heard."""
    voice = find_qt_voice(parent)
    if voice is not None:
        return voice
    speakers = find_speakers()
    return ProgramVoice(speakers, parent) if speakers else None
