# SPDX-License-Identifier: MIT
"""The contents of an office document: entries that know their pages before anybody updates them.

What pandoc writes is empty until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from novelist.domain.languages import is_han
from novelist.exporters.pandoc.nodes import Node, node

_DEEPEST: Final = 2
_LINKED: Final = 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'
_FIELD: Final = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_DIRTY: Final = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
_CODE: Final = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: how deep, the name of its place, what it says in one line."""

    level: int
    place: str
    label: str


def contents_title(language: str) -> str:
    """What contents are called in the book."""
    return "目录" if is_han(language) else "Contents"


def contents(headings: Sequence[Heading], language: str) -> list[Node]:
    """Them for both formats, of which each takes its own; nothing where nothing has a heading."""
    shown = [each for each in headings if each.level <= _DEEPEST]
    if not shown:
        return []
    title = contents_title(language)
    return [
        node("RawBlock", "openxml", _of_word(shown, title)),
        node("RawBlock", "opendocument", _of_odt(shown, title)),
    ]


def _of_word(shown: Sequence[Heading], title: str) -> str:
    found = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{_word_text(title)}</w:p>'
    for each in shown:
        page = _DIRTY + _CODE.format(f"PAGEREF {each.place} \\h")
        page += _FIELD.format("separate") + _word_text("") + _FIELD.format("end")
        found += (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{each.level}"/></w:pPr>'
            f'<w:hyperlink w:anchor="{each.place}">{_word_text(each.label)}</w:hyperlink>'
            f"<w:r><w:tab/></w:r>{page}</w:p>"
        )
    return found


def _word_text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _of_odt(shown: Sequence[Heading], title: str) -> str:
    entries = "".join(
        f'<text:p text:style-name="Contents_20_{each.level}">'
        f'<text:a xlink:type="simple" xlink:href="#{each.place}" {_LINKED}>{escape(each.label)}'
        "</text:a>"
        f'<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="{each.place}">'
        "1</text:bookmark-ref></text:p>"
        for each in shown
    )
    heading = f'<text:p text:style-name="Contents_20_Heading">{escape(title)}</text:p>'
    return (
        '<text:table-of-content text:name="Contents"><text:table-of-content-source '
        f'text:outline-level="{_DEEPEST}"><text:index-title-template '
        f'text:style-name="Contents_20_Heading">{escape(title)}</text:index-title-template>'
        f"{''.join(map(_template, range(1, _DEEPEST + 1)))}</text:table-of-content-source>"
        f'<text:index-body><text:index-title text:name="Contents Head">{heading}'
        f"</text:index-title>{entries}</text:index-body></text:table-of-content>"
    )


def _template(level: int) -> str:
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" '
        f'text:style-name="Contents_20_{level}"><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>'
        "</text:table-of-content-entry-template>"
    )
