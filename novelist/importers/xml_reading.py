# SPDX-License-Identifier: MIT
"""XML of strangers: no entities of their own, no other files, no nesting without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DEEPEST: Final = 300
"""Elements inside each other; outlines of people have some ten."""
MOST: Final = 2_000_000
"""Elements, each of which takes memory, however short it is."""


class XmlError(ValueError):
    """It is no XML, or asks for more than any project does."""


def parse_xml(data: bytes) -> Element:
    """The root element; names in a namespace as "{namespace}name".

    Raises ``XmlError``.
    """
    reader = _Reader()
    try:
        return reader.read(data)
    except expat.ExpatError as error:
        raise XmlError(expat.errors.messages[error.code]) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise XmlError(str(error)) from error


def text_of(element: Element | None) -> str:
    """All text inside an element, with no space around; "" for none."""
    return "" if element is None else "".join(element.itertext()).strip()


def child_text(element: Element, name: str) -> str:
    """The text of the first child of that name; "" where there is none."""
    return text_of(element.find(name))


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name; none where there is no element."""
    return iter(()) if element is None else element.iterfind(name)


class _Reader:
    """Builds the tree, and ends where something is asked for that a file should not ask."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._count = 0
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._refuse_entity
        parser.ExternalEntityRefHandler = self._refuse_file

    def read(self, data: bytes) -> Element:
        self._parser.Parse(data, True)
        root: Element = self._builder.close()
        return root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise XmlError("nested too deep")
        if self._count > MOST:
            raise XmlError("too many elements")
        named = {_named(key): value for key, value in attributes.items()}
        self._builder.start(_named(name), named)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_named(name))

    def _refuse_entity(self, *_: object) -> None:
        raise XmlError("declares entities")

    def _refuse_file(self, *_: object) -> int:
        raise XmlError("asks for another file")


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
