# SPDX-License-Identifier: MIT
"""What pandoc leaves out of a DOCX: languages of eastern letters, chapters on right pages.

WordprocessingML: ECMA-376, part 1, 17.3.2.20 (languages) and 17.6 (sections). A section is
described in its last paragraph.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Final

from novelist.exporters.pandoc.nodes import Node, attr, node

_BODY: Final = "word/document.xml"
_TEXTS: Final = (_BODY, "word/footnotes.xml")
_EASTERN: Final = ("zh", "ja", "ko")
_LANGUAGE: Final = re.compile(r'<w:lang w:val="((?:zh|ja|ko)(?:-[A-Za-z0-9-]*)?)"\s*/>', re.I)
_MARK: Final = '<w:p><w:pPr><w:pStyle w:val="RightPage"/></w:pPr></w:p>'
_MARKED: Final = re.compile(
    r'\s*<w:p>\s*<w:pPr>\s*<w:pStyle w:val="RightPage"\s*/>\s*</w:pPr>\s*</w:p>'
)
_SECTION: Final = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.S)
_EDGES: Final = re.compile(r"<w:(?:header|footer)Reference\b[^>]*/>|<w:titlePg\s*/>")
_TYPE: Final = '<w:type w:val="oddPage"/>'
_PARAGRAPH: Final = "<w:p>"
_END: Final = "</w:p>"
_PROPERTIES: Final = "</w:pPr>"


class DocxFinish:
    """Writes what pandoc would not, and remembers what the finished text still needs."""

    def __init__(self) -> None:
        self._has_eastern = self._has_right_pages = False

    def in_language(self, made: Node, tag: str) -> Node:
        """Inlines in another language."""
        if tag.casefold().split("-")[0] in _EASTERN:
            self._has_eastern = True
        return node("Span", attr(lang=tag), [made])

    def on_right_pages(
        self, front: Sequence[Node], blocks: Sequence[Node], levels: int
    ) -> list[Node]:
        """Blocks of which each heading of so many levels begins a right page."""
        self._has_right_pages = True
        found = list(front)
        for block in blocks:
            if block["t"] == "Header" and block["c"][0] <= levels:
                found.append(node("RawBlock", "openxml", _MARK))
            found.append(block)
        return found

    def finished(self, data: bytes) -> bytes:
        """The file that pandoc made of all that, with what it needs."""
        if not (self._has_eastern or self._has_right_pages):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            for info in old.infolist():
                content = old.read(info)
                if info.filename in _TEXTS:
                    content = self._text(content.decode(), info.filename).encode()
                new.writestr(info, content, info.compress_type)
        return made.getvalue()

    def _text(self, text: str, name: str) -> str:
        if self._has_eastern:
            text = _LANGUAGE.sub(r'<w:lang w:val="\1" w:eastAsia="\1"/>', text)
        return _parted(text) if self._has_right_pages and name == _BODY else text


def _parted(text: str) -> str:
    """The text in sections: where something stands before a mark one ends there."""
    whole = _SECTION.search(text, text.rfind("<w:sectPr"))
    first, *others = _MARKED.split(text)
    if whole is None or not others:
        return "".join((first, *others))
    section = whole[0]
    further = _further(section)
    found = [first]
    is_first = True
    for piece in others:
        if (ended := _ended(found[-1], section if is_first else further)) is not None:
            found[-1], is_first = ended, False
        found.append(piece)
    if not is_first:
        found[-1] = found[-1].replace(section, further)
    return "".join(found)


def _further(section: str) -> str:
    """A section that begins on a right page; heads and feet are those of the one before it."""
    begin, end, rest = _EDGES.sub("", section).partition(">")
    return f"{begin}{end}{_TYPE}{rest}"


def _ended(piece: str, section: str) -> str | None:
    """The piece with a section that ends with its last paragraph; None where it has none."""
    start = piece.rfind(_PARAGRAPH)
    if start < 0 or not piece.endswith(_END):
        return None
    before, paragraph = piece[: start + len(_PARAGRAPH)], piece[start + len(_PARAGRAPH) :]
    properties, end, rest = paragraph.partition(_PROPERTIES)
    if not end:
        return f"{before}<w:pPr>{section}</w:pPr>{paragraph}"
    return f"{before}{properties}{section}{end}{rest}"
