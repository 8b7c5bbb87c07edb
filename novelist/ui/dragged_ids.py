# SPDX-License-Identifier: MIT
"""Rows on their way by drag and drop: their ids, which mean something in this program alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QMimeData

_HERE: Final = uuid4().hex
"""This run of the program: another one, with another library, has other rows by the same ids."""


def carry_ids(mime_type: str, ids: Sequence[int]) -> QMimeData:
    """What a drag of these rows carries."""
    data = QMimeData()
    data.setData(mime_type, json.dumps([_HERE, *ids]).encode())
    return data


def ids_in(mime_type: str, data: QMimeData) -> list[int]:
    """The ids of the rows that are dragged; none of what comes from elsewhere."""
    try:
        found = json.loads(bytes(data.data(mime_type).data()) or b"[]")
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, list) or found[:1] != [_HERE]:
        return []
    return found[1:]
