# SPDX-License-Identifier: MIT
"""Documents with a password or of a shop are said to be that, and not to be damaged."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from novelist.errors import SourceDamagedError, SourceProtectedError
from novelist.importers.base import read_source

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
METHOD = '<e><EncryptionMethod Algorithm="{}"/></e>'


def archive(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return path


def test_a_word_document_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "Tides.docx"
    path.write_bytes(COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(1000))
    with pytest.raises(SourceProtectedError):
        read_source(path)
    path.write_bytes(COMPOUND)
    with pytest.raises(SourceDamagedError):
        read_source(path)


def test_a_libreoffice_document_with_a_password(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "Tides.odt",
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml="\x91\x07 no words",
        **{"META-INF__manifest_xml": "<m><manifest:encryption-data/></m>"},
    )
    with pytest.raises(SourceProtectedError):
        read_source(path)


def test_a_book_of_a_shop_and_one_whose_fonts_alone_are_kept(tmp_path: Path) -> None:
    for algorithm, wanted in (
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", SourceProtectedError),
        ("http://www.idpf.org/2008/embedding", SourceDamagedError),
    ):
        path = archive(
            tmp_path / "Tides.epub",
            mimetype="application/epub+zip",
            **{"META-INF__encryption_xml": METHOD.format(algorithm)},
        )
        with pytest.raises(wanted):
            read_source(path)
