# SPDX-License-Identifier: MIT
"""Reading versions with plain sqlite3: for looking a library over and for saving what is left."""

from __future__ import annotations

import sqlite3

from novelist.domain.document_text import digest
from novelist.domain.revision_codec import apply
from novelist.errors import RevisionDamagedError


class VersionReader:
    """Reads the versions of one text after the other; keeps what it unpacked of the last one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._item: int | None = None
        self._unpacked: dict[int, bytes] = {}

    def read(self, revision: int) -> str:
        """The text of a version. Raises ``RevisionDamagedError``."""
        chain = self._chain(revision)
        if chain and chain[0][1] != self._item:
            self._item, self._unpacked = chain[0][1], {}
            chain = self._chain(revision)
        for number, _item, base, _expected, data in reversed(chain):
            self._unpacked[number] = apply(data, None if base is None else self._unpacked[base])
        return self._checked(revision, chain[0][3] if chain else None)

    def _checked(self, revision: int, expected: str | None) -> str:
        try:
            text = self._unpacked[revision].decode()
        except UnicodeDecodeError as error:
            raise RevisionDamagedError("the text is not UTF-8") from error
        if expected is not None and digest(text) != expected:
            del self._unpacked[revision]
            raise RevisionDamagedError("the text does not fit its digest")
        return text

    def _chain(self, revision: int) -> list[tuple[int, int, int | None, str, bytes]]:
        """The version, what it builds on, and so on up to one that is unpacked or whole."""
        found: list[tuple[int, int, int | None, str, bytes]] = []
        wanted: int | None = revision
        while wanted is not None and wanted not in self._unpacked:
            row = self._connection.execute(
                "SELECT id, item_id, base_id, digest, data FROM revisions WHERE id = ?", (wanted,)
            ).fetchone()
            if row is None or wanted in {each[0] for each in found}:
                raise RevisionDamagedError("a version that it builds on is missing")
            found.append(row)
            wanted = row[2]
        return found
