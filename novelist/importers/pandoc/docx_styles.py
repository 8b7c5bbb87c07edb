# SPDX-License-Identifier: MIT
"""What the styles of a DOCX say of the languages of letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Self
from xml.etree.ElementTree import Element

from novelist.importers.language_tags import language_tag
from novelist.importers.xml_reading import XmlError, parse_xml

_LONGEST_CHAIN: Final = 20
_ROOT: Final = "styles"
_TRUE: Final = ("1", "true", "on")


class LetterStyle(NamedTuple):
    """A style of letters; the languages are None where it says nothing of them."""

    name: str = ""
    western: str | None = None
    eastern: str | None = None


@dataclass(frozen=True, slots=True)
class LetterStyles:
    """The styles of letters by their identifiers, and what is usual in the document."""

    usual: LetterStyle
    _all: Mapping[str, LetterStyle]

    @classmethod
    def read(cls, data: bytes) -> Self | None:
        """Those of a file of styles; None where it is none."""
        try:
            root = parse_xml(data)
        except XmlError:
            return None
        space, _, name = root.tag.rpartition("}")
        if name != _ROOT:
            return None
        reader = _Reader(space + "}")
        return cls(reader.usual(root), reader.letters(root))

    @property
    def has_languages(self) -> bool:
        """Whether any of them says one."""
        return any(style.western or style.eastern for style in self._all.values())

    def of(self, identifier: str) -> LetterStyle:
        """The style that is written so in a run."""
        return self._all.get(identifier, LetterStyle(identifier))


class _Reader:
    """Reads elements whose names are in a namespace."""

    def __init__(self, space: str) -> None:
        self._space = space

    def usual(self, root: Element) -> LetterStyle:
        """That of paragraphs without a style."""
        normal = (
            each
            for each in root.findall(self._q("style"))
            if self._value(each, "type") == "paragraph" and self._value(each, "default") in _TRUE
        )
        places = [*normal, *root.iterfind("/".join(map(self._q, ("docDefaults", "rPrDefault"))))]
        return _over(self._said(each) for each in places)

    def letters(self, root: Element) -> dict[str, LetterStyle]:
        """Those of letters, each with what the ones say that it is based on."""
        own: dict[str, tuple[LetterStyle, str]] = {}
        for each in root.iterfind(self._q("style")):
            if self._value(each, "type") == "character":
                identifier = self._value(each, "styleId")
                own[identifier] = self._said(each), self._child(each, "basedOn")
        return {identifier: _over(_chain(own, identifier)) for identifier in own}

    def _said(self, style: Element) -> LetterStyle:
        found = style.find(f"{self._q('rPr')}/{self._q('lang')}")
        name = self._child(style, "name")
        if found is None:
            return LetterStyle(name)
        western, eastern = (found.get(self._q(each)) for each in ("val", "eastAsia"))
        return LetterStyle(name, language_tag(western), language_tag(eastern))

    def _child(self, element: Element, name: str) -> str:
        found = element.find(self._q(name))
        return "" if found is None else self._value(found, "val")

    def _value(self, element: Element, name: str) -> str:
        return element.get(self._q(name), "")

    def _q(self, name: str) -> str:
        return f"{self._space}{name}"


def _chain(own: Mapping[str, tuple[LetterStyle, str]], identifier: str) -> Iterator[LetterStyle]:
    for _ in range(_LONGEST_CHAIN):
        if identifier not in own:
            return
        style, identifier = own[identifier]
        yield style


def _over(styles: Iterator[LetterStyle]) -> LetterStyle:
    """What the first says, and where it says nothing the next."""
    name, western, eastern = "", None, None
    for style in styles:
        name = name or style.name
        western = style.western if western is None else western
        eastern = style.eastern if eastern is None else eastern
    return LetterStyle(name, western, eastern)
