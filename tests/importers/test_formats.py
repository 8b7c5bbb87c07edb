# SPDX-License-Identifier: MIT
"""Which format a file, folder or archive has."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from novelist.domain.enums import ImportFormat
from novelist.importers.base import read_source
from novelist.importers.formats import format_of, is_project

MAINS = [("nwProject.nwx", ImportFormat.NOVELWRITER), ("MANUSKRIPT", ImportFormat.MANUSKRIPT)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", ImportFormat.TEXT), ("a.MD", ImportFormat.MARKDOWN), ("a", ImportFormat.TEXT),
        ("nwProject.nwx", ImportFormat.NOVELWRITER), ("a.yw7", ImportFormat.YWRITER),
        ("a.YW5", ImportFormat.YWRITER), ("a.msk", ImportFormat.MANUSKRIPT),
    ],
)  # fmt: skip
def test_names_of_files(name: str, kind: ImportFormat) -> None:
    assert format_of(Path(name)) is kind


@pytest.mark.parametrize(("name", "kind"), MAINS)
def test_a_folder_is_known_by_its_main_file(tmp_path: Path, name: str, kind: ImportFormat) -> None:
    (tmp_path / name).write_text("1")
    assert format_of(tmp_path) is kind
    assert is_project(tmp_path)


@pytest.mark.parametrize(("name", "kind"), MAINS)
def test_an_archive_is_known_by_the_main_file_in_it(
    tmp_path: Path, name: str, kind: ImportFormat
) -> None:
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"Tides/{name}", "1")
    assert format_of(path) is kind


@pytest.mark.parametrize("name", ["letter.doc", "letter.txt", "letter", "letter.docx"])
def test_rtf_by_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{\\rtf1 The tide came in.}")
    assert format_of(tmp_path / name) is ImportFormat.RTF
    assert read_source(tmp_path / name).counts().words == 4


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ({"word/document.xml": "<w/>"}, ImportFormat.DOCX),
        ({"mimetype": "application/epub+zip"}, ImportFormat.EPUB),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, ImportFormat.ODT),
        ({"mimetype": "application/x-other" + "0" * 5_000_000}, ImportFormat.TEXT),
        ({"other": ""}, ImportFormat.TEXT),
    ],
)
def test_documents_by_any_name(tmp_path: Path, inside: dict[str, str], kind: ImportFormat) -> None:
    path = tmp_path / "novel.txt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in inside.items():
            archive.writestr(name, content)
    assert format_of(path) is kind


def test_what_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert not is_project(tmp_path)
    assert format_of(tmp_path / "broken.zip") is ImportFormat.TEXT
