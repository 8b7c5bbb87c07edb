# SPDX-License-Identifier: MIT
"""Texts of OpenDocument made by hand: as archives, or as one file."""

from __future__ import annotations

import zipfile
from pathlib import Path

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "meta": "meta",
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)  # fmt: skip
MEDIA = "application/vnd.oasis.opendocument.text"


def part(name: str, inside: str) -> str:
    """A part of a text: "content" is ``office:document-content``."""
    return f"<office:{name} {SPACES}>{inside}</office:{name}>"


def content(body: str, styles: str = "") -> str:
    """The part that holds the text."""
    return part(
        "document-content",
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )


def odt(
    path: Path, body: str, styles: str = "", named: str = "", meta: str = "", **files: bytes
) -> Path:
    """An archive; ``styles`` are automatic ones, ``named`` those of people."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA)
        archive.writestr("content.xml", content(body, styles))
        inside = f"<office:styles>{named}</office:styles>"
        archive.writestr("styles.xml", part("document-styles", inside))
        archive.writestr("meta.xml", part("document-meta", f"<office:meta>{meta}</office:meta>"))
        for name, data in files.items():
            archive.writestr(f"Pictures/{name}", data)
    return path


def letters(name: str, said: str) -> str:
    """An automatic style of letters."""
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties {said}/></style:style>"
    )


def paragraphs(name: str, parent: str = "", layout: str = "", said: str = "") -> str:
    """A style of paragraphs."""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" '
        f'style:parent-style-name="{parent}"><style:paragraph-properties {layout}/>'
        f"<style:text-properties {said}/></style:style>"
    )


def p(inside: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def span(style: str, inside: str) -> str:
    """Letters with a style."""
    return f'<text:span text:style-name="{style}">{inside}</text:span>'
