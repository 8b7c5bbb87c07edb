# SPDX-License-Identifier: MIT
"""The last hand at a book that pandoc wrote: what shops and reading programs ask for beyond it.

Titles of the files, divisions, landmarks, metadata, the cover's words; and the same bytes for the
same book. EPUB 3.3; EPUB Accessibility 1.1.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Final
from xml.etree import ElementTree

from novelist.exporters.pandoc.body import CONTINUED
from novelist.exporters.pandoc.epub_metadata import BookFacts, metadata

_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold
_PAGE: Final = re.compile(r"EPUB/text/ch\d+\.xhtml")
_HEADINGS: Final = (f"{_XHTML}h1", f"{_XHTML}h2")
_SPACES: Final = re.compile("[ \t\r\n]+")  # the one of Chinese stays
_PACKAGE: Final = "EPUB/content.opf"
_NAVIGATION: Final = "EPUB/nav.xhtml"
_COVER: Final = "EPUB/text/cover.xhtml"
_TITLE_PAGE: Final = "EPUB/text/title_page.xhtml"
_BODY: Final = re.compile(r'<body(?: epub:type="\w+")?>')
_DIVISION: Final = re.compile(r'(<(?:section|h[12])\b[^>]*?) data-division="(\w+)"')
_NO_HEADING: Final = re.compile(rf'<h[12] class="{CONTINUED} unlisted"></h[12]>\n?')
_LANDMARKS: Final = re.compile(r'<nav epub:type="landmarks".*?</nav>\s*', re.S)
_METADATA: Final = re.compile(r"<metadata\b.*?</metadata>", re.S)
_GUIDE: Final = re.compile(r"\s*<guide>.*?</guide>", re.S)
_IMAGE: Final = re.compile(r'<image\b[^>]*?xlink:href="([^"]+)"')
_SVG: Final = re.compile(r"<svg\b.*?</svg>", re.S)


def finished(data: bytes, facts: BookFacts) -> bytes:
    """The book as it goes to shops."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    pages = _Pages(facts)
    for name in filter(_PAGE.fullmatch, files):
        files[name] = pages.finished(name, files[name].decode()).encode()
    if _COVER in files:
        files[_COVER] = _cover(files[_COVER].decode(), facts).encode()
    files[_NAVIGATION] = _navigation(files, pages.begins, facts).encode()
    files[_PACKAGE] = _package(files[_PACKAGE].decode(), facts).encode()
    return _packed(files)


class _Pages:
    """The files of the text, one after the other; ``begins`` is the first of the novel itself."""

    def __init__(self, facts: BookFacts) -> None:
        self._title, self._division = facts.title, "bodymatter"
        self.begins = ""

    def finished(self, name: str, page: str) -> str:
        """A file with its title and its division; what has none of its own goes on."""
        heads = (each for each in ElementTree.fromstring(page).iter() if each.tag in _HEADINGS)
        self._title = next(filter(None, map(_words, heads)), self._title)
        found = _DIVISION.search(page)
        self._division = found[2] if found else self._division
        if self._division == "bodymatter":
            self.begins = self.begins or name
        page = _DIVISION.sub(r"\1", _NO_HEADING.sub("", page))
        page = _BODY.sub(f'<body epub:type="{self._division}">', page, count=1)
        return _titled(page, self._title)


def _words(element: ElementTree.Element) -> str:
    return _SPACES.sub(" ", " ".join(element.itertext())).strip(" ")


def _navigation(files: Mapping[str, bytes], begins: str, facts: BookFacts) -> str:
    page = files[_NAVIGATION].decode().replace("<br />\n", " ")
    marks = (
        '<nav epub:type="landmarks" id="landmarks" hidden="hidden">'
        f"{_landmarks(files, begins, facts)}</nav>"
    )
    return _LANDMARKS.sub("", page, count=1).replace("</body>", f"{marks}\n</body>", 1)


def _package(package: str, facts: BookFacts) -> str:
    """The package with its metadata, and the contents among what one can go to."""
    package = _METADATA.sub(lambda _: metadata(facts), package, count=1)
    package = _GUIDE.sub("", package).replace(' properties="svg"', "", 1)
    if '<itemref idref="nav"' not in package:
        package = package.replace("</spine>", '  <itemref idref="nav" linear="no" />\n  </spine>')
    return package


def _titled(page: str, title: str) -> str:
    before, _, rest = page.partition("<title>")
    _, _, after = rest.partition("</title>")
    return f"{before}<title>{escape(title, quote=False)}</title>{after}"


def _cover(page: str, facts: BookFacts) -> str:
    """The picture as one that has words, which those of a drawing are not read out."""
    found = _IMAGE.search(page)
    if found is not None:
        words = escape(facts.cover_words)
        image = f'<img src="{found[1]}" alt="{words}" role="doc-cover" />'
        page = _SVG.sub(lambda _: image, page, count=1)
    return _titled(page, facts.cover_words)


def _landmarks(files: Mapping[str, bytes], begins: str, facts: BookFacts) -> str:
    names = {"cover": _COVER, "titlepage": _TITLE_PAGE, "bodymatter": begins}
    found = {kind: name for kind, name in names.items() if name in files}
    places = {kind: name.removeprefix("EPUB/") for kind, name in found.items()} | {"toc": "#toc"}
    entries = "".join(
        f'<li><a epub:type="{kind}" href="{places[kind]}">{escape(words)}</a></li>'
        for kind, words in facts.landmark_words.items()
        if kind in places
    )
    return f"<ol>{entries}</ol>"


def _packed(files: Mapping[str, bytes]) -> bytes:
    """The archive, its type first and bare, without the hour at which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files, key=lambda each: (each != "mimetype", each)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return made.getvalue()
