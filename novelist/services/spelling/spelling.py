# SPDX-License-Identifier: MIT
"""Judging words and suggesting others: what the window asks, and the process that answers.

Hunspell works in a process beside the window (``docs/decisions.md``, 41). It starts with the first
question, ends with the program, and is started anew where a dictionary ended it.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from novelist.errors import DictionaryError, SpellerError
from novelist.services.spelling.dictionaries import Dictionary, keep_own, read_for_adding
from novelist.services.spelling.spelling_process import FLAG, Question, Suggest, Wrong, main

_PATIENCE: Final = 30.0  # seconds for one answer; reading the largest dictionary takes two
_TRIAL: Final = ("wrod", "naïve", "дом", "l'eau", "well-known")  # whatever a dictionary is of
_ENDING: Final = 2.0  # seconds that the process may take to end by itself


class Speller(Protocol):
    """Who knows the words of dictionaries."""

    async def find_wrong(self, dictionary: Dictionary, words: Sequence[str]) -> frozenset[str]:
        """Those of the words that the dictionary does not know. Raises ``SpellerError``."""

    async def suggest(self, dictionary: Dictionary, word: str) -> list[str]:
        """Words that may be meant, the likeliest first. Raises ``SpellerError``."""

    def forget(self) -> None:
        """Read the dictionaries anew when they are asked next: files have changed."""

    def close(self) -> None:
        """Answer no more; what is being asked raises ``SpellerError``."""


async def add_dictionary(speller: Speller, chosen: Path) -> Dictionary:
    """Take a dictionary among the user's own; it is tried first, where it can do no harm.

    Raises ``DictionaryError``.
    """
    name, rules, words = await asyncio.to_thread(read_for_adding, chosen)
    try:
        with tempfile.TemporaryDirectory() as folder:
            tried = await asyncio.to_thread(keep_own, name, rules, words, Path(folder))
            await speller.find_wrong(tried, _TRIAL)
            await speller.suggest(tried, _TRIAL[0])
        speller.forget()
        return await asyncio.to_thread(keep_own, name, rules, words)
    except (SpellerError, OSError) as error:
        raise DictionaryError(chosen, str(error)) from error


class SpellerProcess:
    """A ``Speller`` in a process of its own, made when it is first asked."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._thread: ThreadPoolExecutor | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._lock = threading.Lock()  # nobody closes between a start and the note of it

    async def find_wrong(self, dictionary: Dictionary, words: Sequence[str]) -> frozenset[str]:
        """See ``Speller``."""
        found: frozenset[str] = await self._ask(
            Wrong(dictionary.folder, dictionary.name, tuple(words))
        )
        return found

    async def suggest(self, dictionary: Dictionary, word: str) -> list[str]:
        """See ``Speller``."""
        found: list[str] = await self._ask(Suggest(dictionary.folder, dictionary.name, word))
        return found

    def forget(self) -> None:
        """See ``Speller``."""
        self._end()

    def close(self) -> None:
        """End the process; it does not outlive the window."""
        self._is_closed = True
        self._end()
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)
            self._thread = None

    async def _ask(self, question: Question) -> Any:  # noqa: ANN401 - as the question wants it
        if self._is_closed:
            raise SpellerError("closed")
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="speller")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._answer, question)

    def _answer(self, question: Question) -> Any:  # noqa: ANN401
        """Ask the process, in the thread that waits for it."""
        process = self._running()
        late = threading.Timer(self._patience, process.kill)
        late.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(question, process.stdin)
            process.stdin.flush()
            answer = pickle.load(process.stdout)
        except (OSError, ValueError, EOFError, pickle.UnpicklingError) as error:
            self._end()  # a dictionary ended it, or took too long
            raise SpellerError("the process ended") from error
        finally:
            late.cancel()
        if isinstance(answer, SpellerError):
            raise answer
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_closed:
                raise SpellerError("closed")
            if self._process is None:
                self._process = _start()
            return self._process

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait(_ENDING)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not sent is of no use any more
                    stream.close()


def _start() -> subprocess.Popen[bytes]:
    own_paths = os.pathsep.join(path for path in sys.path if path)
    try:
        return subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": own_paths},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise SpellerError(str(error)) from error


def _command() -> list[str]:
    """How this process is started: the packaged program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-c", f"from {main.__module__} import main; main()"]
