# SPDX-License-Identifier: MIT
"""What marks a file as a library, and the structures it may have. Light: read at every start."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4E4F564C  # "NOVL"; PRAGMA application_id of every library
KNOWN_REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
)  # oldest first
HEAD_REVISION: Final = KNOWN_REVISIONS[-1]
