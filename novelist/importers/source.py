# SPDX-License-Identifier: MIT
"""The file an importer reads: opened with every way it can be wrong told apart, then decoded."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.domain.enums import ImportFormat
from novelist.errors import (
    SourceEmptyError,
    SourceMissingError,
    SourceNotTextError,
    SourceTooLargeError,
    SourceTooManyLinesError,
    SourceUnreadableError,
    UnknownFormatError,
)
from novelist.importers.encoding import decode, detect_encoding
from novelist.importers.formats import format_of
from novelist.importers.imported import ImportOptions, ImportWarning, WarningKind
from novelist.importers.plain.layout import count_lines

LARGEST_SOURCE: Final = 64 * 1024 * 1024
"""Bytes; some twenty times the longest novel in print."""

MOST_LINES: Final = 1_000_000
"""Every line may be a paragraph, and each takes memory, however short it is."""

# The first bytes of documents that other programs write: text, but not as text.
_FOREIGN: Final = (
    b"PK\x03\x04",  # DOCX, ODT, EPUB, zipped projects
    b"%PDF-",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # DOC
    b"SQLite format 3\0",
)
_CONTROL: Final = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_BINARY_SHARE: Final = 100  # one control character in so many bytes is no text
_SAMPLE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """A file that could be read: its text, how it is read, and what to warn of."""

    text: str
    format: ImportFormat
    encoding: str
    warnings: tuple[ImportWarning, ...]


def open_source(path: Path, options: ImportOptions) -> Source:
    """The decoded text of a file.

    Raises:
        SourceError: one of its kinds says what is wrong with the file.
    """
    data = read_file(path)
    chosen = options.format or _format(path, data)
    encoding, text, warnings = _decode(path, data, options.encoding)
    if not text.strip():
        raise SourceEmptyError(path)
    if count_lines(text) > MOST_LINES:
        raise SourceTooManyLinesError(path, MOST_LINES)
    return Source(text, chosen, encoding, warnings)


def decode_preview(path: Path, encoding: str, limit: int = 4000) -> str:
    """The first characters of a file in an encoding, with U+FFFD where it does not fit.

    Raises:
        SourceError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit * 4)
    except OSError as error:
        raise unreadable(path, error) from error
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(data).removeprefix("\ufeff")[:limit]


def read_file(path: Path, largest: int = LARGEST_SOURCE) -> bytes:
    """The whole of a file. Raises the ``SourceError`` that says what is wrong with it."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > largest:
        raise SourceTooLargeError(path, largest)
    if not data.strip():
        raise SourceEmptyError(path)
    return data


def unreadable(path: Path, error: OSError) -> SourceMissingError | SourceUnreadableError:
    """What to say of a file that could not be opened."""
    if isinstance(error, FileNotFoundError):
        return SourceMissingError(path)
    return SourceUnreadableError(path, error.strerror or "")


def _format(path: Path, data: bytes) -> ImportFormat:
    if data.startswith(_FOREIGN):
        raise UnknownFormatError(path, path.suffix)
    return format_of(path)


def _decode(
    path: Path, data: bytes, encoding: str | None
) -> tuple[str, str, tuple[ImportWarning, ...]]:
    if encoding is not None:
        return _decode_as(path, data, encoding)
    guess = detect_encoding(data)
    if _is_binary(data, guess.encoding):
        raise SourceNotTextError(path)
    text = decode(data, guess.encoding)
    unsure = (
        () if guess.sure else (ImportWarning(WarningKind.UNSURE_ENCODING, text=guess.encoding),)
    )
    return guess.encoding, text, unsure


def _decode_as(
    path: Path, data: bytes, encoding: str
) -> tuple[str, str, tuple[ImportWarning, ...]]:
    """Decode as a person asked, even where it does not fit."""
    try:
        text = decode(data, encoding, "replace")
    except LookupError as error:
        raise SourceNotTextError(path, str(error)) from error
    replaced = text.count("\ufffd")
    warnings = (ImportWarning(WarningKind.REPLACED, replaced),) if replaced else ()
    return encoding, text, warnings


def _is_binary(data: bytes, encoding: str) -> bool:
    if encoding.startswith(("utf-16", "utf-32")):
        return False
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls * _BINARY_SHARE > len(sample)
