# SPDX-License-Identifier: MIT
"""What most of a text has alike, and therefore says nothing of any paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.odt.look import PLAIN, TextLook
from novelist.importers.odt.names import q, value
from novelist.importers.odt.styles import Styles

JUSTIFIED: Final = "justify"


@dataclass(frozen=True, slots=True)
class Habits:
    """``language`` is "" where no style says what most of the text is written in."""

    align: str = ""
    is_indented: bool = False
    language: str = ""


def habits_of(body: Element, styles: Styles) -> Habits:
    """Those of a text."""
    paragraphs = [each for each in body.iter(q("text:p")) if len(each) or each.text]
    looks = [styles.paragraph(value(each, "text:style-name")) for each in paragraphs]
    justified = sum(look.direct_align == JUSTIFIED for look in looks)
    return Habits(
        JUSTIFIED if justified * 2 > len(looks) else "",
        sum(look.is_indented for look in looks) * 2 > len(looks) > 1,
        _language(body, styles),
    )


def _language(body: Element, styles: Styles) -> str:
    letters: Counter[str] = Counter()
    look = PLAIN
    for element in body.iter():
        if element.tag == q("text:p"):
            look = styles.paragraph(value(element, "text:style-name")).text
            _count(element, look, letters)
        elif element.tag == q("text:span"):
            own = styles.text(value(element, "text:style-name"))
            _count(element, own.over(look), letters)
    total = letters.total()
    return next((each for each, count in letters.items() if each and count * 2 > total), "")


def _count(element: Element, look: TextLook, letters: Counter[str]) -> None:
    for text in (element.text, *(child.tail for child in element)):
        if text:
            letters[look.language_of(text)] += len(text)
