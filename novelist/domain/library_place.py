# SPDX-License-Identifier: MIT
"""Where a library is: a file, or a database of a server."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import quote, unquote, urlsplit

SCHEMES: Final = ("mysql", "mariadb")
PORT: Final = 3306
_UPGRADE: Final = "upgrade=yes"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database of a server, and who asks for it. As a text it never shows the password."""

    host: str
    database: str
    user: str = ""
    password: str = field(default="", repr=False)
    port: int = PORT
    may_upgrade: bool = False  # the database has been backed up

    @property
    def name(self) -> str:
        """What the library is called where there is little room."""
        return f"{self.database} @ {self.host}"

    @property
    def url(self) -> str:
        """The whole address, password and all: for the store alone."""
        user = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@" if self.user else ""
        question = f"?{_UPGRADE}" if self.may_upgrade else ""
        place = f"{_bracketed(self.host)}:{self.port}/{quote(self.database, safe='')}"
        return f"mysql+asyncmy://{user}{place}{question}"

    def __str__(self) -> str:
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        port = "" if self.port == PORT else f":{self.port}"
        return f"mysql://{user}{_bracketed(self.host)}{port}/{quote(self.database, safe='')}"


LibraryPlace: TypeAlias = Path | ServerAddress


def place_of(text: str) -> LibraryPlace:
    """A path, or the address that a URL such as ``mysql://user:password@host/database`` is.

    Raises ``ValueError`` for a URL of another kind, or one without host and database.
    """
    if not re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE):
        return Path(text).expanduser()
    parts = urlsplit(text)
    database = unquote(parts.path.strip("/"))
    if parts.scheme.partition("+")[0].lower() not in SCHEMES or not parts.hostname or not database:
        raise ValueError("a library is a file, or mysql://user:password@host/database")
    return ServerAddress(
        host=parts.hostname,
        database=database,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        port=parts.port or PORT,
        may_upgrade=_UPGRADE in parts.query,
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
