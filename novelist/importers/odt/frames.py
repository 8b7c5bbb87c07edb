# SPDX-License-Identifier: MIT
"""What is drawn in a text: pictures, and boxes with texts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.lengths import pixels
from novelist.importers.odt.names import q, value
from novelist.importers.odt.package import Package
from novelist.importers.odt.speech import has_words
from novelist.importers.parts import Part
from novelist.importers.xml_reading import text_of

_WIDEST: Final = 592  # pixels on the page
_HIGHEST: Final = 20_000
FRAMES: Final = frozenset({q("draw:frame"), q("draw:a"), q("draw:g")})
"""What holds pictures, boxes or others like them."""
_IMAGE: Final = q("draw:image")
_DRAWN: Final = q("draw:")
_DESCRIBED: Final = (q("svg:title"), q("svg:desc"))
_OBJECTS: Final = frozenset(
    {q("draw:object"), q("draw:object-ole"), q("draw:plugin"), q("draw:applet")}
)
_SILENT: Final = frozenset(
    {*_DESCRIBED, q("draw:glue-point"), q("draw:image-map"), q("draw:contour-polygon"),
     q("draw:contour-path"), q("draw:enhanced-geometry"),
     q("office:event-listeners")}
)  # fmt: skip


def is_drawn(element: Element) -> bool:
    """Whether it is a frame or a shape."""
    return element.tag.startswith(_DRAWN)


class FrameReader:
    """Reads what is drawn; ``leftovers`` gets the names of what cannot be shown."""

    def __init__(self, package: Package, leftovers: Leftovers) -> None:
        self._package, self._leftovers = package, leftovers

    def read(self, element: Element) -> Iterator[d.Atom | str | Element]:
        """The pictures of a frame, words for those that are not there, and what holds text."""
        if element.tag not in FRAMES:
            yield from self._box(element)
            return
        images = list(element.iterfind(_IMAGE))
        if images:
            yield from self._picture(element, images)
        for child in element:
            if child.tag in FRAMES:
                yield from self.read(child)
            elif child.tag == _IMAGE:
                if child.find(q("text:p")) is not None:
                    yield child
            elif child.tag not in _SILENT:
                yield from self._box(child)

    def _box(self, element: Element) -> Iterator[Element]:
        """What has a text of its own; what has none is named."""
        if has_words(element) or next(element.iter(_IMAGE), None) is not None:
            yield element
        else:
            self._leftovers.leave(Part.OBJECT if element.tag in _OBJECTS else Part.SHAPE)

    def _picture(self, frame: Element, images: list[Element]) -> Iterator[d.Atom | str]:
        """The first form of a picture that can be kept."""
        described = (text_of(frame.find(name)) for name in reversed(_DESCRIBED))
        alt = " ".join(next((each for each in described if each), "").split())
        for image in images:
            attrs = self._package.picture(image)
            if attrs is not None:
                shown_as = {**attrs, **_size(frame, attrs)}
                yield d.Atom(d.IMAGE, {**shown_as, "alt": alt} if alt else shown_as)
                return
        address = value(images[0], "xlink:href")
        self._leftovers.leave(Part.PICTURE, address.rpartition("/")[2][:80])
        if alt:
            yield alt


def _size(frame: Element, attrs: dict[str, d.JsonValue]) -> dict[str, d.JsonValue]:
    """How large a picture is shown, where the frame says it."""
    wide, own, high = pixels(value(frame, "svg:width")), attrs["width"], attrs["height"]
    if wide <= 0 or not isinstance(own, int) or not isinstance(high, int):
        return {}
    width = min(wide, _WIDEST)
    return {"width": width, "height": max(1, min(round(high * width / own), _HIGHEST))}
