# SPDX-License-Identifier: MIT
"""What a document says of itself: title, author, language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from novelist.importers.container import Container
from novelist.importers.document_novel import Properties
from novelist.importers.pandoc.inlines import plain_text
from novelist.importers.xml_reading import XmlError, parse_xml, text_of

_FILE: Final = "docProps/core.xml"  # of DOCX
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"


def properties_of(meta: Mapping[str, Any], container: Container | None) -> Properties:
    """Those of pandoc's metadata, and what else the archive has."""
    own = _of_archive(container)
    return Properties(
        _value(meta.get("title")) or own.title,
        _value(meta.get("subtitle")),
        _value(meta.get("author")) or own.author,
        _value(meta.get("language")) or _value(meta.get("lang")) or own.language,
    )


def language_in(container: Container) -> str:
    """What a document says that it is written in; "" where it says nothing."""
    return _of_archive(container).language


def _of_archive(container: Container | None) -> Properties:
    data = container.read(_FILE) if container is not None else b""
    try:
        root = parse_xml(data) if data else None
    except XmlError:
        root = None
    if root is None:
        return Properties()
    found = {
        key: " ".join(text_of(root.find(f".//{_DUBLIN_CORE}{key}")).split())
        for key in ("title", "creator", "language")
    }
    return Properties(found["title"], "", found["creator"], found["language"])


def _value(value: Mapping[str, Any] | None) -> str:
    """A value of pandoc's metadata as text; of several authors all."""
    if value is None:
        return ""
    kind, content = value["t"], value["c"]
    if kind == "MetaString":
        return str(content)
    if kind == "MetaInlines":
        return plain_text(content)
    if kind == "MetaBlocks":
        words = (plain_text(each["c"]) for each in content if each["t"] in ("Para", "Plain"))
        return " ".join(words)
    return ", ".join(_value(each) for each in content) if kind == "MetaList" else ""
