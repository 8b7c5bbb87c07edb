# SPDX-License-Identifier: MIT
"""Earlier versions of texts: ``revisions.xml``, the outline once more with what each text was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeAlias
from xml.etree.ElementTree import Element

Revisions: TypeAlias = dict[str, list[tuple[datetime, str]]]
"""By the ID of the text; each with its moment."""


def read_revisions(root: Element) -> Revisions:
    """All that have a moment and words."""
    found: Revisions = {}
    for item in root.iter("outlineItem"):
        for revision in item.iterfind("revision"):
            moment, text = _moment(revision.get("timestamp", "")), revision.get("text", "")
            if moment is not None and text.strip():
                found.setdefault(item.get("ID", ""), []).append((moment, text))
    return found


def _moment(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
