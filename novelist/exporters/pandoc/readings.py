# SPDX-License-Identifier: MIT
"""Readings over words in DOCX and EPUB, for which pandoc's model has nothing.

What is raw for one format is left out by the writer of the other. ISO/IEC 29500-1, 17.3.3.25.
"""

from __future__ import annotations

from html import escape
from typing import Final

from novelist.exporters.pandoc.nodes import Node, attr, node

_ABOVE: Final = 22  # half points from the line of the words to that of the reading
_SIZE: Final = 12  # half points of the reading
_WORDS: Final = 24  # half points of the words that it is made for


def with_reading(made: Node, reading: str) -> Node:
    """Inlines with how they are read above them."""
    said = escape(reading)
    begin = (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>'
        f'<w:hps w:val="{_SIZE}"/><w:hpsRaise w:val="{_ABOVE}"/><w:hpsBaseText w:val="{_WORDS}"/>'
        '<w:lid w:val="zh-CN"/></w:rubyPr>'
        f'<w:rt><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="{_SIZE}"/></w:rPr>'
        f'<w:t xml:space="preserve">{said}</w:t></w:r></w:rt><w:rubyBase>'
    )
    pieces = [
        _raw("html", "<ruby>"),
        _raw("openxml", begin),
        made,
        _raw("openxml", "</w:rubyBase></w:ruby></w:r>"),
        _raw("html", f"<rp>（</rp><rt>{said}</rt><rp>）</rp></ruby>"),
    ]
    return node("Span", attr(), pieces)


def _raw(format: str, text: str) -> Node:
    return node("RawInline", format, text)
