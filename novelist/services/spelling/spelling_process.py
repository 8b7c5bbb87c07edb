# SPDX-License-Identifier: MIT
"""What runs in the process beside the window: reads dictionaries, answers questions, one by one."""

from __future__ import annotations

import os
import pickle
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from novelist.errors import SpellerError

FLAG: Final = "--know-dictionaries"
"""What the packaged program is started with when it is to be this process."""


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


def main() -> None:
    """Answer on the standard streams; whatever a library prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with os.fdopen(0, "rb", closefd=False) as questions, answers:
        serve(questions, answers)


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there are no more; a question that cannot be answered gets an error."""
    from novelist.services.spelling.hunspell_reader import DictionaryReader  # noqa: PLC0415 - here alone

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
            question = pickle.load(questions)
        except EOFError:  # the program is gone
            return
        found: object
        try:
            found = answer(question)
        except Exception as error:  # noqa: BLE001 - whatever a dictionary brings the library to
            found = SpellerError(f"{type(error).__name__}: {error}")
        pickle.dump(found, answers)
        answers.flush()
