# SPDX-License-Identifier: MIT
"""How letters look, and which marks that makes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from novelist.domain import document as d
from novelist.importers.language_tags import language_of, language_tag
from novelist.importers.odt.names import q

_BOLD: Final = 600  # weights from here on


class TextLook(NamedTuple):
    """What a style says of letters; None where it says nothing.

    ``language`` is that of western letters, ``eastern`` that of Chinese, Japanese and Korean ones;
    "" is none.
    """

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    struck: bool | None = None
    small_caps: bool | None = None
    position: str | None = None
    highlighted: bool | None = None
    language: str | None = None
    eastern: str | None = None

    def over(self, below: TextLook) -> TextLook:
        """The look of letters that have this one inside of another."""
        return TextLook._make(a if a is not None else b for a, b in zip(self, below, strict=True))

    def language_of(self, text: str) -> str:
        """The language that is said of a text; "" where none is."""
        return language_of(text, self.language or "", self.eastern or "")


PLAIN: Final = TextLook()


@lru_cache(1024)
def marks_of(look: TextLook) -> d.Marks:
    """The marks of letters, but for their language."""
    named = {
        d.STRONG: look.bold,
        d.EMPHASIS: look.italic,
        d.UNDERLINE: look.underlined,
        d.STRIKE: look.struck,
        d.SMALL_CAPS: look.small_caps,
        d.SUPERSCRIPT: look.position == d.SUPERSCRIPT,
        d.SUBSCRIPT: look.position == d.SUBSCRIPT,
        d.HIGHLIGHT: look.highlighted,
    }
    return d.marks(*(name for name, has in named.items() if has))


def text_look(given: Mapping[str, str]) -> TextLook:
    """What the attributes of ``style:text-properties`` say."""

    def said(*names: str) -> str | None:
        return next((given[q(name)] for name in names if q(name) in given), None)

    return TextLook(
        _is_bold(said("fo:font-weight", "style:font-weight-asian")),
        _is(said("fo:font-style", "style:font-style-asian"), "italic", "oblique"),
        _is_not(said("style:text-underline-style", "style:text-underline-type"), "none"),
        _is_not(said("style:text-line-through-style", "style:text-line-through-type"), "none"),
        _is(said("fo:font-variant"), "small-caps"),
        _position(said("style:text-position")),
        _is_not(said("fo:background-color"), "transparent"),
        language_tag(said("style:rfc-language-tag"), said("fo:language"), said("fo:script"),
                     said("fo:country")),
        language_tag(said("style:rfc-language-tag-asian"), said("style:language-asian"),
                     said("style:script-asian"), said("style:country-asian")),
    )  # fmt: skip


def _is(said: str | None, *values: str) -> bool | None:
    return None if said is None else said in values


def _is_not(said: str | None, value: str) -> bool | None:
    return None if said is None else said != value


def _is_bold(said: str | None) -> bool | None:
    if said is None:
        return None
    return int(said) >= _BOLD if said.isdecimal() and len(said) < 5 else said == "bold"


def _position(said: str | None) -> str | None:
    """What "super 58%", "33% 58%" or "-33% 58%" mean."""
    if said is None:
        return None
    where = said.split()[0] if said.split() else ""
    if where == "super":
        return d.SUPERSCRIPT
    if where == "sub" or where.startswith("-"):
        return d.SUBSCRIPT
    return d.SUPERSCRIPT if where.rstrip("%").strip("0.") else ""
