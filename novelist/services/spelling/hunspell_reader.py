# SPDX-License-Identifier: MIT
"""Reads a dictionary and answers for it: by chunspell, or by spylls where that is not built.

Only the process of ``spelling_process`` calls this: both keep the interpreter's lock, for a
quarter of a second now and then, and a damaged dictionary can end Hunspell at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from novelist.domain.words_to_spell import is_in_script_of, other_spellings

try:
    from hunspell import Hunspell
except ImportError:  # no wheel for this computer
    Hunspell = None
    from spylls.hunspell import Dictionary as SpyllsDictionary

MOST: Final = 5  # suggestions for one word


class Reader(Protocol):
    """What both libraries can do with one dictionary."""

    def knows(self, word: str) -> bool:
        """Whether the word is right."""

    def suggest(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first."""


class DictionaryReader:
    """One dictionary that was read."""

    def __init__(self, folder: Path, name: str) -> None:
        """Raises whatever the library raises for a dictionary that it cannot read."""
        self._language = name
        self._reader = _open(folder, name)

    def is_wrong(self, word: str) -> bool:
        """Whether the dictionary should know the word and does not."""
        if not is_in_script_of(word, self._language):
            return False
        return not any(map(self._reader.knows, (word, *other_spellings(word, self._language))))

    def suggest(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first."""
        found = dict.fromkeys(self._reader.suggest(word))
        return [each for each in found if each and each != word][:MOST]


def _open(folder: Path, name: str) -> Reader:
    return _Spylls(folder, name) if Hunspell is None else _Chunspell(folder, name)


class _Chunspell:
    def __init__(self, folder: Path, name: str) -> None:
        self._dictionary = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")

    def knows(self, word: str) -> bool:
        try:
            return bool(self._dictionary.spell(word))
        except UnicodeEncodeError:  # a dictionary of the system that cannot even write it
            return True

    def suggest(self, word: str) -> list[str]:
        try:
            return list(self._dictionary.suggest(word))
        except UnicodeEncodeError:
            return []


class _Spylls:
    def __init__(self, folder: Path, name: str) -> None:
        self._dictionary = SpyllsDictionary.from_files(str(folder / name))

    def knows(self, word: str) -> bool:
        return bool(self._dictionary.lookup(word))

    def suggest(self, word: str) -> list[str]:
        return list(self._dictionary.suggest(word))
