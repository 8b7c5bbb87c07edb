# SPDX-License-Identifier: MIT
"""Damaged copies of files, the same ones every time."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from novelist.errors import SourceError
from novelist.importers.imported import ImportedNovel

COUNT = int(os.environ.get("NOVELIST_MUTATIONS", "25"))


def outcome(read: Callable[[Path], ImportedNovel], path: Path) -> ImportedNovel | SourceError:
    """What came of reading: a novel, or an error with a sentence; any other is a bug."""
    try:
        return read(path)
    except SourceError as error:
        return error


def damaged(data: bytes, seed: int = 0, count: int = COUNT) -> Iterator[bytes]:
    """Copies that end early, or have a few bits flipped."""
    chance = random.Random(seed)
    for number in range(count):
        copy = bytearray(data)
        if number % 2:
            del copy[chance.randrange(len(copy)) :]
        else:
            for _ in range(chance.randint(1, 8)):
                copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
        yield bytes(copy)
