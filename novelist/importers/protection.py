# SPDX-License-Identifier: MIT
"""Documents that nobody reads without a password or a licence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from novelist.errors import SourceProtectedError
from novelist.importers.container import Container

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB, 2.2
_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO, 2.3.4.4
_LARGEST: Final = 64 * 1024 * 1024
_MANIFEST: Final = "META-INF/manifest.xml"
_SECRET: Final = b"encryption-data"  # OpenDocument 1.3, part 2, 4.4
_RIGHTS: Final = "META-INF/encryption.xml"  # EPUB OCF 3.3, 4.2.6.3.2
_ALGORITHM: Final = re.compile(rb"""EncryptionMethod[^>]*Algorithm\s*=\s*["']([^"']*)""")
_OF_FONTS: Final = frozenset(
    (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
)
"""What only keeps fonts from being taken out of a book."""


def require_open_file(path: Path) -> None:
    """Raise ``SourceProtectedError`` for a Word document with a password: it is no archive."""
    try:
        with path.open("rb") as file:
            if file.read(len(_COMPOUND)) == _COMPOUND and _PACKAGE in file.read(_LARGEST):
                raise SourceProtectedError(path)
    except OSError:
        return  # whoever reads it says what is wrong with it


def require_open_archive(path: Path, container: Container) -> None:
    """Raise ``SourceProtectedError`` for an ODT with a password, an EPUB of a shop."""
    algorithms = set(_ALGORITHM.findall(container.read(_RIGHTS)))
    if _SECRET in container.read(_MANIFEST) or algorithms - _OF_FONTS:
        raise SourceProtectedError(path)
