# SPDX-License-Identifier: MIT
"""What runs in the process beside the window: reads dictionaries, answers questions, one by one."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from novelist.errors import SpellerError


@dataclass(frozen=True, slots=True)
class Wrong:
    """Which of these words does the dictionary not know?"""

    folder: Path
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggest:
    """What may be meant by this word?"""

    folder: Path
    name: str
    word: str


Question: TypeAlias = Wrong | Suggest


def serve(line: Connection) -> None:
    """Answer until the other end is gone; a question that cannot be answered gets an error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    from novelist.services.hunspell_reader import DictionaryReader  # noqa: PLC0415 - here alone

    readers: dict[tuple[Path, str], DictionaryReader] = {}

    def answer(question: Question) -> object:
        key = question.folder, question.name
        if key not in readers:
            readers[key] = DictionaryReader(*key)
        if isinstance(question, Wrong):
            return frozenset(filter(readers[key].is_wrong, question.words))
        return readers[key].suggest(question.word)

    while True:
        try:
            question = line.recv()
        except (EOFError, OSError):
            return
        try:
            line.send(answer(question))
        except Exception as error:  # noqa: BLE001 - whatever a dictionary brings the library to
            line.send(SpellerError(f"{type(error).__name__}: {error}"))
