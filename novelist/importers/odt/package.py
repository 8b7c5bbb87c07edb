# SPDX-License-Identifier: MIT
"""The parts of a text: files of an archive, or elements of the one file of FODT."""

from __future__ import annotations

import binascii
import posixpath
from base64 import b64decode
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from novelist.domain.document import JsonValue
from novelist.errors import SourceDamagedError, SourceEmptyError
from novelist.importers.archive_pictures import ArchivePictures
from novelist.importers.container import Container, open_container
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.names import q
from novelist.importers.parts import Part
from novelist.importers.protection import require_open_archive
from novelist.importers.source import read_file, unreadable
from novelist.importers.xml_reading import XmlError, parse_xml, text_of

_ZIP: Final = b"PK"
_CONTENT: Final = "content.xml"


class Package:
    """``content`` is the root that holds the text; what else is damaged is noted and left out."""

    def __init__(self, path: Path, leftovers: Leftovers) -> None:
        self._path, self._leftovers = path, leftovers
        self._container = _container(path)
        self._pictures = ArchivePictures(self._container)
        self._known: dict[str, dict[str, JsonValue] | None] = {}  # by address
        if self._container is not None:
            require_open_archive(path, self._container)
        data = read_file(path) if self._container is None else self._container.read(_CONTENT)
        if not data:
            raise SourceDamagedError(path, f"{_CONTENT} is missing")
        try:
            self.content = parse_xml(data)
        except XmlError as error:
            raise SourceDamagedError(path, str(error)) from error
        self.styles = self._root("styles.xml")
        self.meta = self._root("meta.xml")

    @property
    def pictures(self) -> dict[str, bytes]:
        """The files of the pictures that were asked for, by digest."""
        return self._pictures.found

    def picture(self, image: Element) -> dict[str, JsonValue] | None:
        """How a text names the picture of a ``draw:image``; None where it is none, or elsewhere."""
        inside = image.find(q("office:binary-data"))
        if inside is not None:
            try:
                return self._pictures.keep(b64decode(text_of(inside)))
            except (binascii.Error, ValueError):
                self._leftovers.damage(Part.PICTURE)
                return None
        address = image.get(q("xlink:href"), "")
        if address not in self._known:
            self._known[address] = self._pictures.keep(self._file(address))
        return self._known[address]

    def _file(self, address: str) -> bytes:
        if self._container is None or not address:
            return b""
        return self._part(posixpath.normpath(unquote(address)))

    def _part(self, name: str) -> bytes:
        """A file of the archive; b"" where it is not there, or damaged, which is noted."""
        assert self._container is not None
        try:
            return self._container.read(name)
        except SourceDamagedError:
            self._leftovers.damage(Part.FILE, name)
            return b""

    def _root(self, name: str) -> Element:
        """The root of another part; that of the text where all is one file, or an empty one."""
        if self._container is None:
            return self.content
        data = self._part(name)
        try:
            return parse_xml(data) if data else Element("none")
        except XmlError:
            self._leftovers.damage(Part.FILE, name)
            return Element("none")


def _container(path: Path) -> Container | None:
    """The archive; None where the file is none."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_ZIP))
    except OSError as error:
        raise unreadable(path, error) from error
    if not head:
        raise SourceEmptyError(path)
    return open_container(path) if head == _ZIP or path.suffix.lower() != ".fodt" else None
