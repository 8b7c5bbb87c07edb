# SPDX-License-Identifier: MIT
"""What a book says of itself to shops and libraries: Dublin Core, its series, its accessibility."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from novelist.domain import document as d
from novelist.domain.compiling.isbn import digits_of
from novelist.domain.document import Atom, Block
from novelist.domain.languages import is_han
from novelist.domain.manuscript import Manuscript
from novelist.domain.typing.letters import has_han
from novelist.exporters.exported import Findings, text_of

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NO_MOMENT: Final = "2000-01-01T00:00:00Z"
_SPACE: Final = uuid.UUID("8f5f4c1e-2a53-4b52-9d0e-6f5b1c2d7a90")
_FEATURES: Final = (
    "tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability",
)  # fmt: skip
_LANDMARKS: Final[Mapping[str, tuple[str, str]]] = {
    "cover": ("Cover", "封面"), "titlepage": ("Title page", "扉页"),
    "toc": ("Contents", "目录"), "bodymatter": ("Start of text", "正文"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookFacts:
    """All that is said of a book."""

    title: str
    author: str
    file_as: str
    language: str
    identifier: str
    modified: str
    subtitle: str = ""
    year: str = ""
    series: str = ""
    series_index: str = ""
    pictures: int = 0
    described: int = 0
    """Of the pictures, those with words for who does not see them."""

    @property
    def cover_words(self) -> str:
        """What stands for the cover."""
        name = "封面" if is_han(self.language) else "Cover"
        return f"{name}：{self.title}" if is_han(self.language) else f"{name}: {self.title}"

    @property
    def landmark_words(self) -> Mapping[str, str]:
        """The names of places by which one finds one's way, in order."""
        return {kind: words[is_han(self.language)] for kind, words in _LANDMARKS.items()}

    @property
    def is_described(self) -> bool:
        """Whether nothing is lost to who does not see the pictures."""
        return self.described == self.pictures


def facts_of(manuscript: Manuscript, title: str, findings: Findings, has_cover: bool) -> BookFacts:
    """What a manuscript says of the book."""

    def said(name: str) -> str:
        return " ".join(findings.writable(manuscript.field(name) or "").split())

    title, author = (" ".join(findings.writable(each).split()) for each in
                     (title or manuscript.title, manuscript.author))  # fmt: skip
    is_whole = title == " ".join(findings.writable(manuscript.title).split())
    isbn = digits_of(said("isbn")) if is_whole else ""
    modified = said("modified")
    alts = list(_descriptions(manuscript))
    own = _own_number(manuscript, "" if is_whole else title)
    return BookFacts(
        title or "—", author, _filed(author), language_tag(manuscript.language),
        f"urn:isbn:{isbn}" if isbn else own,
        modified if _MOMENT.fullmatch(modified) else _NO_MOMENT,
        said("subtitle"), said("year"), said("series"), said("series-index"),
        pictures=len(alts) + has_cover, described=sum(map(bool, alts)) + has_cover,
    )  # fmt: skip


def language_tag(language: str) -> str:
    """A tag that reading programs know; "und" for what is none."""
    tag = language.replace("_", "-")
    if tag.casefold() == "zh":
        return "zh-CN"
    return tag if _TAG.fullmatch(tag) else "und"


def metadata(facts: BookFacts) -> str:
    """The element of the package."""
    lines = [
        f'<dc:identifier id="epub-id-1">{facts.identifier}</dc:identifier>',
        *_titles(facts),
        f"<dc:language>{facts.language}</dc:language>",
        *_author(facts),
        *([f"<dc:date>{facts.year}</dc:date>"] if re.fullmatch(r"\d{4}", facts.year) else []),
        _meta("dcterms:modified", facts.modified),
        *_series(facts),
        *_accessibility(facts),
    ]
    inside = "".join(f"\n    {line}" for line in lines)
    return f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}\n  </metadata>'


def _titles(facts: BookFacts) -> list[str]:
    if not facts.subtitle:
        return [f"<dc:title>{escape(facts.title)}</dc:title>"]
    return [
        f'<dc:title id="title">{escape(facts.title)}</dc:title>',
        _meta("title-type", "main", "title"),
        f'<dc:title id="subtitle">{escape(facts.subtitle)}</dc:title>',
        _meta("title-type", "subtitle", "subtitle"),
    ]


def _author(facts: BookFacts) -> list[str]:
    if not facts.author:
        return []
    role = '<meta refines="#author" property="role" scheme="marc:relators">aut</meta>'
    creator = f'<dc:creator id="author">{escape(facts.author)}</dc:creator>'
    return [creator, role, _meta("file-as", facts.file_as, "author")]


def _series(facts: BookFacts) -> list[str]:
    if not facts.series:
        return []
    place = '<meta id="series" property="belongs-to-collection">'
    found = [f"{place}{escape(facts.series)}</meta>", _meta("collection-type", "series", "series")]
    if re.fullmatch(r"\d+(?:\.\d+)*", facts.series_index):
        found.append(_meta("group-position", facts.series_index, "series"))
    return found


def _accessibility(facts: BookFacts) -> list[str]:
    modes = ["textual", *(["visual"] if facts.pictures else [])]
    sufficient = "textual" if facts.is_described else "textual,visual"
    features = [*_FEATURES, *(["alternativeText"] if facts.pictures and facts.is_described else [])]
    return [
        *(_meta("schema:accessMode", mode) for mode in modes),
        _meta("schema:accessModeSufficient", sufficient),
        *(_meta("schema:accessibilityFeature", feature) for feature in features),
        _meta("schema:accessibilityHazard", "none"),
        _meta("schema:accessibilitySummary", _summary(facts)),
    ]


def _summary(facts: BookFacts) -> str:
    """A sentence or two in the language of the book, or else in English."""
    if is_han(facts.language):
        found = "正文可以用任意字号、字体和颜色阅读，也可以朗读；目录和标题可以用来跳转。"
        if not facts.pictures:
            return found
        return found + ("图片都有文字说明。" if facts.is_described else "有些图片没有文字说明。")
    found = (
        "The text can be shown in any size, typeface and colour and read aloud; contents and "
        "headings lead to every chapter."
    )
    if not facts.pictures:
        return found
    all_of = " All pictures are described." if facts.is_described else ""
    return found + (all_of or " Some pictures are not described.")


def _meta(name: str, value: str, refines: str = "") -> str:
    about = f' refines="#{refines}"' if refines else ""
    return f'<meta{about} property="{name}">{escape(value)}</meta>'


def _own_number(manuscript: Manuscript, part: str) -> str:
    """The same for the same novel or the same part of it, whatever else is changed in it."""
    given = manuscript.field("uuid")
    novel = (given,) if given else (manuscript.title, manuscript.author, manuscript.language)
    words = "\0".join((*novel, part))
    return uuid.uuid5(_SPACE, words.encode("utf-8", "replace").decode()).urn


def _filed(author: str) -> str:
    """How a library files a name: "Farrow, Ada"; a Chinese name as it is."""
    names = author.split()
    if len(names) < 2 or "," in author or has_han(author):
        return author
    return f"{names[-1]}, {' '.join(names[:-1])}"


def _descriptions(manuscript: Manuscript) -> Iterable[str]:
    """What is said of each picture that the book shows."""
    for item in manuscript.items:
        for holder in _holders(item.document.blocks):
            if text_of(holder, "digest") in manuscript.pictures:
                yield text_of(holder, "alt").strip()


def _holders(blocks: Iterable[Block]) -> Iterable[Atom | Block]:
    for block in blocks:
        if block.kind == d.IMAGE_BLOCK:
            yield block
        for inline in block.inlines:
            if isinstance(inline, Atom) and inline.kind == d.IMAGE:
                yield inline
            elif isinstance(inline, Atom) and inline.kind == d.FOOTNOTE:
                yield from _holders(Findings().footnote_blocks(inline))
