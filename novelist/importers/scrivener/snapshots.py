# SPDX-License-Identifier: MIT
"""Earlier versions of texts: a folder an item, a file a snapshot, an index with their titles.

``Snapshots/KEY.snapshots/2026-01-02-03-04-05+0100.rtf``; the index is ``index.xml`` in 3 and
``snapshot.indexes`` in 2, and names each by its date.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.xml_reading import XmlError, parse_xml, text_of

FOLDER: Final = "Snapshots/"
INDEXES: Final = ("index.xml", "snapshot.indexes")
_MOMENT: Final = re.compile(
    r"(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)\s*(?:([+-])(\d\d):?(\d\d))?"
)
_UNTITLED: Final = "untitled snapshot"


def moment_of(name: str) -> datetime | None:
    """The moment that a file or an index names; None where it names none."""
    found = _MOMENT.match(name)
    if found is None:
        return None
    sign, hours, minutes = found[7], int(found[8] or 0), int(found[9] or 0)
    away = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    try:
        zone = timezone(away) if sign else UTC
        moment = datetime(*(int(part) for part in found.groups()[:6]))  # type: ignore[arg-type]
        return moment.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def titles_of(index: bytes) -> dict[datetime, str]:
    """The titles of snapshots by their moments; nothing where the index cannot be read."""
    try:
        root = parse_xml(index) if index.strip() else None
    except XmlError:  # the texts are there all the same
        return {}
    found: dict[datetime, str] = {}
    for each in root.iter() if root is not None else ():
        moment = moment_of(_said(each, "Date"))
        title = _said(each, "Title")
        if moment is not None and title.casefold() != _UNTITLED:
            found[moment] = title
    return found


def _said(element: Element, name: str) -> str:
    child = element.find(name)
    return text_of(child).strip() if child is not None else element.get(name, "").strip()
