# SPDX-License-Identifier: MIT
"""The pictures that stand in an archive, or nowhere: nothing else of the disk is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from novelist.domain.document import JsonValue
from novelist.importers.container import Container
from novelist.importers.picture_files import picture_attrs


class ArchivePictures:
    """Finds pictures by the addresses that a document has for them; ``found`` are their files."""

    def __init__(self, container: Container | None) -> None:
        self._container = container
        self.found: dict[str, bytes] = {}

    def find(self, address: str) -> dict[str, JsonValue] | None:
        """How a text names it; None where it is not there, or no picture."""
        return self.keep(self._read(address))

    def keep(self, data: bytes) -> dict[str, JsonValue] | None:
        """How a text names the picture with these bytes; None where they are none."""
        attrs = picture_attrs(data) if data else None
        if attrs is not None:
            self.found[str(attrs["digest"])] = data
        return attrs

    def _read(self, address: str) -> bytes:
        if self._container is None:
            return b""
        wanted = posixpath.normpath(unquote(address))
        for name in (wanted, f"word/{wanted}", *self._ending_in(wanted)):
            if data := self._container.read(name):
                return data
        return b""

    def _ending_in(self, wanted: str) -> Iterable[str]:
        """EPUB: addresses are those of its folder of texts."""
        return (name for name in self._container_names() if name.endswith(f"/{wanted}"))

    def _container_names(self) -> Sequence[str]:
        return () if self._container is None else self._container.names
