# SPDX-License-Identifier: MIT
"""What a text says of itself: title, author, language, description."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.document_novel import Properties
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.names import q
from novelist.importers.parts import Part
from novelist.importers.xml_reading import text_of

_KEYWORDS: Final = ("dc:subject", "meta:keyword")


def properties_of(root: Element, leftovers: Leftovers) -> Properties:
    """Those of the part that holds them; what has no place in a novel is named."""

    def said(name: str) -> str:
        return " ".join(text_of(meta.find(q(name))).split())

    meta = next(root.iter(q("office:meta")), Element("none"))
    for name in _KEYWORDS:
        for each in meta.iterfind(q(name)):
            leftovers.leave(Part.KEYWORD, count=int(bool(text_of(each))))
    return Properties(
        said("dc:title"),
        author=said("meta:initial-creator") or said("dc:creator"),
        language=said("dc:language"),
        synopsis=text_of(meta.find(q("dc:description"))),
    )
