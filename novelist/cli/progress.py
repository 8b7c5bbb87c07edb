# SPDX-License-Identifier: MIT
"""One line that says how far a long reading is, where a person watches."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, TextIO

from novelist.cli.tables import clean, width_of
from novelist.cli.words import Words

PATIENCE: Final = 0.3  # seconds before the line appears: short readings show nothing


class ProgressLine:
    """Shown on a terminal only, wiped off at the end; ``show`` may be called from any thread."""

    def __init__(
        self,
        stream: TextIO,
        name: str,
        words: Words,
        key: str = "reading",
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._name = clean(name)
        self._words = words
        self._key = key
        self._clock = clock
        self._started = clock()
        self._shown = ""

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._write(" " * width_of(self._shown) + "\r")

    def show(self, share: float) -> None:
        """Say how much is done, from 0 to 1."""
        if not self._stream.isatty() or self._clock() - self._started < PATIENCE:
            return
        line = self._words(self._key, name=self._name, percent=round(share * 100))
        if line != self._shown:
            self._shown = line
            self._write(line + "\r")

    def _write(self, text: str) -> None:
        self._stream.write(f"\r{text}")
        self._stream.flush()
