# SPDX-License-Identifier: MIT
"""Names of elements and attributes of OpenDocument, as a parsed file has them."""

from __future__ import annotations

from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = {
    **{
        prefix: f"{_OASIS}{name}:1.0"
        for prefix, name in {
            "office": "office", "style": "style", "text": "text", "table": "table",
            "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible", "meta": "meta",
            "form": "form", "presentation": "presentation", "chart": "chart",
        }.items()
    },
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}  # fmt: skip
_PREFIXES: Final = {space: prefix for prefix, space in _SPACES.items()}


@cache
def q(name: str) -> str:
    """The name of "text:p" with its namespace."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def shown(element: Element) -> str:
    """The name of an element as its specification writes it: "text:p"."""
    space, _, local = element.tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space, "")
    return f"{prefix}:{local}" if prefix else local


def value(element: Element, name: str) -> str:
    """The value of an attribute; "" where it has none of that name."""
    return element.get(q(name), "")
