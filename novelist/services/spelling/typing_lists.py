# SPDX-License-Identifier: MIT
"""The corrections that come with the program, and tables of words in the user's own files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from novelist import paths
from novelist.domain.typing.habits import language_key
from novelist.domain.typing.word_lists import format_words, parse_words
from novelist.services.swapping import swap_in


def shipped_corrections(language: str) -> dict[str, str]:
    """What comes with the program for a language; nothing where there is no list."""
    file = paths.resources() / "typing" / f"{language_key(language)}.txt"
    return parse_words(file.read_text("utf-8")) if file.is_file() else {}


def read_words(file: Path) -> dict[str, str]:
    """The table in a text file. Raises ``OSError``."""
    return parse_words(file.read_bytes().decode("utf-8", "replace"))


def write_words(file: Path, table: Mapping[str, str]) -> None:
    """Write a table as a text file, beside and swapped in. Raises ``OSError``."""
    swap_in(file, format_words(table).encode())
