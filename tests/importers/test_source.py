# SPDX-License-Identifier: MIT
"""Every way a file can be wrong has its own error; what is right is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from novelist.domain.enums import ImportFormat, ItemKind
from novelist.errors import (
    ReadingCancelledError,
    SourceEmptyError,
    SourceMissingError,
    SourceNotTextError,
    SourceTooLargeError,
    SourceUnreadableError,
    UnknownFormatError,
)
from novelist.importers.base import (
    FILE_IMPORTERS,
    IMPORTERS,
    LARGEST_SOURCE,
    ImportOptions,
    WarningKind,
    decode_preview,
    read_source,
)
from tests.importers.reading import PROSE


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "A_short_novel.txt"
    path.write_text(f"Chapter 1\n\n{PROSE}\n\nChapter 2\n\n{PROSE}\n", encoding="utf-8")
    return path


def test_every_format_has_an_importer() -> None:
    assert {*IMPORTERS, *FILE_IMPORTERS} == set(ImportFormat)
    assert not IMPORTERS.keys() & FILE_IMPORTERS.keys()


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceMissingError):
        read_source(tmp_path / "nothing.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadableError):
        read_source(tmp_path)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(source: Path, content: bytes) -> None:
    source.write_bytes(content)
    with pytest.raises(SourceEmptyError):
        read_source(source)


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 99, bytes(range(256)) * 9])
def test_a_file_that_is_no_text(source: Path, content: bytes) -> None:
    source.write_bytes(content)
    with pytest.raises(SourceNotTextError):
        read_source(source)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"SQLite format 3\0"])
def test_a_document_of_another_program(source: Path, start: bytes) -> None:
    source.write_bytes(start + b" and more")
    with pytest.raises(UnknownFormatError):
        read_source(source)


def test_a_file_larger_than_any_novel_is_refused_without_reading_it_all(source: Path) -> None:
    with source.open("ab") as file:
        os.truncate(file.fileno(), 3 * LARGEST_SOURCE)
    with pytest.raises(SourceTooLargeError) as caught:
        read_source(source)
    assert caught.value.limit == LARGEST_SOURCE


def test_the_name_of_the_file_is_the_title_of_last_resort(source: Path) -> None:
    assert read_source(source).title == "A short novel"


def test_title_and_language_can_be_given(source: Path) -> None:
    novel = read_source(source, ImportOptions(title="Mine", language="de"))
    assert (novel.title, novel.language) == ("Mine", "de")


def test_the_suffix_decides_the_format_unless_it_is_given(source: Path) -> None:
    path = source.with_suffix(".MD")
    source.write_text("# One\n\nText.\n", encoding="utf-8")
    source.rename(path)
    assert read_source(path).of_kind(ItemKind.CHAPTER)[0].title == "One"
    as_text = read_source(path, ImportOptions(format=ImportFormat.TEXT))
    assert as_text.items[0].children[0].document.plain_text.startswith("# One")


def test_an_encoding_can_be_given_even_a_wrong_one(source: Path) -> None:
    source.write_text("第一章\n\n春天来了。\n", encoding="gb18030")
    right = read_source(source, ImportOptions(encoding="gb18030"))
    assert right.of_kind(ItemKind.CHAPTER)[0].title == "第一章"
    wrong = read_source(source, ImportOptions(encoding="utf-8"))
    assert wrong.warnings[0].kind is WarningKind.REPLACED
    with pytest.raises(SourceNotTextError):
        read_source(source, ImportOptions(encoding="no such thing"))


def test_a_warning_can_be_written_down(source: Path) -> None:
    source.write_bytes(b"Chapter 1\n\nna\xefve\n\nCONTROL \x01\n" + PROSE.encode() * 9)
    assert [str(warning) for warning in read_source(source).warnings] == [
        "unsure-encoding: iso8859-1",
        "control: 1",
    ]


def test_progress_rises_to_one(source: Path) -> None:
    seen: list[float] = []
    read_source(source, progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)


def test_reading_stops_when_asked(source: Path) -> None:
    asked = iter([False, False, True])
    with pytest.raises(ReadingCancelledError):
        read_source(source, cancelled=lambda: next(asked))


def test_a_preview_shows_the_beginning_in_any_encoding(source: Path, tmp_path: Path) -> None:
    source.write_bytes("\ufeff第一章 春天".encode("utf-8") + b"\xff")
    assert decode_preview(source, "utf-8", 3) == "第一章"
    assert decode_preview(source, "utf-8").endswith("\ufffd")
    assert decode_preview(source, "cp1252")
    with pytest.raises(SourceMissingError):
        decode_preview(tmp_path / "nothing.txt", "utf-8")
