# SPDX-License-Identifier: MIT
"""The document whose styles an ODT takes (pandoc's reference document), made from nothing.

OpenDocument 1.3, part 3. The names of styles are those that pandoc writes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Final

from novelist.exporters.pandoc.look import Look
from novelist.exporters.pandoc.office_styles import (
    CENTRED,
    JUSTIFIED,
    RIGHT,
    ParagraphStyle,
    office_styles,
)
from novelist.exporters.pandoc.running_heads import Field, Heads, Line

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: Final = (
    f'xmlns:office="{_OASIS}:office:1.0" xmlns:style="{_OASIS}:style:1.0" '
    f'xmlns:text="{_OASIS}:text:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0" '
    f'xmlns:svg="{_OASIS}:svg-compatible:1.0" office:version="1.3"'
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MEDIA: Final = "application/vnd.oasis.opendocument.text"
_NAMES: Final[Mapping[str, str]] = {
    "Normal": "Standard", "Body Text": "Text body", "First Paragraph": "First paragraph",
    "Block Text": "Quotations", "Footnote Text": "Footnote", "toc 1": "Contents 1",
    "toc 2": "Contents 2", "TOC Heading": "Contents Heading", "Image Caption": "FigureCaption",
    "Captioned Figure": "FigureWithCaption",
}  # fmt: skip
RIGHT_PAGES: Final = "Right_20_Page"
"""The name of the pages on which chapters begin that begin on right ones."""
_ALIGNED: Final[Mapping[str, str]] = {CENTRED: "center", RIGHT: "end", JUSTIFIED: "justify"}


def style_name(name: str) -> str:
    """The name of a style as the file has it: "Scene Break" is Scene_20_Break."""
    shown = _NAMES.get(name, name)
    return (f"Heading {shown[8:]}" if shown.startswith("heading ") else shown).replace(" ", "_20_")


@lru_cache(8)
def reference_text(look: Look, heads: Heads) -> bytes:
    """An ODT without text that has the look, and the heads on all pages but the first."""
    manifest = f"{_OASIS}:manifest:1.0"
    # Pandoc adds properties, but names only those parts in the manifest that were there.
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (
            ("/", _MEDIA), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )  # fmt: skip
    files = {
        "mimetype": _MEDIA,
        "content.xml": f"{_HEAD}<office:document-content {_SPACES}><office:body><office:text/>"
        "</office:body></office:document-content>",
        "styles.xml": _styles(look, heads),
        "meta.xml": f"{_HEAD}<office:document-meta {_SPACES}><office:meta/></office:document-meta>",
        "META-INF/manifest.xml": f'{_HEAD}<manifest:manifest xmlns:manifest="{manifest}" '
        f'manifest:version="1.3">{entries}</manifest:manifest>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, kind)
    return made.getvalue()


def _styles(look: Look, heads: Heads) -> str:
    face, east = escape(look.typeface), escape(look.east)
    faces = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>'
        for name in dict.fromkeys((face, east))
    )
    paragraphs = "".join(_paragraph_style(row) for row in office_styles(look))
    lines = f'text:number-lines="{str(look.line_numbers).lower()}"'
    return (
        f"{_HEAD}<office:document-styles {_SPACES}>"
        f"<office:font-face-decls>{faces}</office:font-face-decls><office:styles>"
        f"{_defaults(look, face, east)}{paragraphs}{_CHARACTERS}"
        '<text:notes-configuration text:note-class="footnote" '
        'text:citation-style-name="Footnote_20_Symbol" '
        'text:citation-body-style-name="Footnote_20_anchor" text:start-value="0" '
        'text:footnotes-position="page" text:start-numbering-at="document"/>'
        f'<text:linenumbering-configuration {lines} text:increment="5" '
        'text:restart-on-page="true" text:count-empty-lines="false" text:offset="0.5cm" '
        'text:number-position="left"/>'
        f"</office:styles><office:automatic-styles>{_page_layouts(look)}"
        f"</office:automatic-styles><office:master-styles>{_masters(look, heads)}"
        "</office:master-styles></office:document-styles>"
    )


def _defaults(look: Look, face: str, east: str) -> str:
    language, _, country = look.language.replace("_", "-").partition("-")
    country = country if len(country) == 2 else {"en": "US", "zh": "CN"}.get(language, "none")
    size = _points(look.size * 10)
    tongue = f'fo:language="{escape(language)}" fo:country="{escape(country)}"'
    asian = 'style:language-asian="zh" style:country-asian="CN"'
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        f'fo:widows="2" fo:orphans="2" style:tab-stop-distance="0.5in"/><style:text-properties '
        f'style:font-name="{face}" style:font-name-asian="{east}" fo:font-size="{size}" '
        f'style:font-size-asian="{size}" {tongue} {asian} '
        f'fo:hyphenate="{str(look.hyphenated).lower()}" fo:hyphenation-remain-char-count="2" '
        'fo:hyphenation-push-char-count="3"/></style:default-style>'
    )


_CHARACTERS: Final = (
    '<style:style style:name="Definition" style:family="text"/>'
    '<style:style style:name="Bullet_20_Symbols" style:family="text"/>'
    '<style:style style:name="Numbering_20_Symbols" style:family="text"/>'
    '<style:style style:name="Footnote_20_anchor" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Footnote_20_Symbol" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Index_20_Link" style:family="text">'
    '<style:text-properties fo:color="#000000" style:text-underline-style="none"/></style:style>'
    '<style:style style:name="Highlighted" style:family="text">'
    '<style:text-properties fo:background-color="#ffff00"/></style:style>'
    '<style:style style:name="Internet_20_link" style:family="text">'
    '<style:text-properties style:text-underline-style="solid"/></style:style>'
)


def _paragraph_style(row: ParagraphStyle) -> str:
    name = style_name(row.name)
    parent = f' style:parent-style-name="{style_name(row.based_on)}"' if row.based_on else ""
    following = f' style:next-style-name="{style_name(row.next_style)}"' if row.next_style else ""
    page = f' style:master-page-name="{RIGHT_PAGES}"' if row.right_page else ""
    outline = f' style:default-outline-level="{row.level}"' if row.level else ""
    said = "".join(f' {key}="{value}"' for key, value in _paragraph(row).items())
    tab = f'<style:tab-stop style:position="{_points(row.right_tab)}" style:type="right"/>'
    tabs = f"<style:tab-stops>{tab}</style:tab-stops>" if row.right_tab else ""
    run = {"fo:font-weight": "bold"} if row.bold else {}
    run |= {"fo:font-style": "italic"} if row.italic else {}
    if row.size:
        run |= dict.fromkeys(("fo:font-size", "style:font-size-asian"), _points(row.size * 10))
    shown = "".join(f' {key}="{value}"' for key, value in run.items())
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" '
        f'style:family="paragraph"{parent}{following}{page}{outline}>'
        f"<style:paragraph-properties{said}>{tabs}</style:paragraph-properties>"
        f"<style:text-properties{shown}/></style:style>"
    )


def _paragraph(row: ParagraphStyle) -> dict[str, str]:
    found: dict[str, str] = {}
    if row.before is not None:
        found["fo:margin-top"] = _points(row.before)
    if row.after is not None:
        found["fo:margin-bottom"] = _points(row.after)
    if row.line is not None and row.line_rule == "auto":
        found["fo:line-height"] = f"{row.line * 100 // 240}%"
    elif row.line is not None:
        found["style:line-height-at-least"] = _points(row.line)
    if row.first is not None:
        found |= {"fo:text-indent": _points(row.first), "fo:margin-left": _points(row.inset),
                  "fo:margin-right": _points(row.inset)}  # fmt: skip
    if row.align:
        found["fo:text-align"] = _ALIGNED[row.align]
    if row.keeps:
        found |= {"fo:keep-with-next": "always", "fo:keep-together": "always"}
    if row.new_page and not row.right_page:
        found["fo:break-before"] = "page"
    return found


def _page_layouts(look: Look) -> str:
    """That of all pages, and where chapters begin on right ones that of these."""
    every = _page_layout(look, "Pages", "mirrored" if look.mirrored else "all")
    return every + (_page_layout(look, "RightPages", "right") if look.right_pages else "")


def _page_layout(look: Look, name: str, usage: str) -> str:
    margins = {
        "top": look.top // 2, "bottom": look.bottom // 2, "left": look.inside,
        "right": look.outside,
    }  # fmt: skip
    said = "".join(f' fo:margin-{side}="{_points(value)}"' for side, value in margins.items())
    size = f'fo:page-width="{_points(look.width)}" fo:page-height="{_points(look.height)}"'
    rest = {"header": look.top - look.top // 2, "footer": look.bottom - look.bottom // 2}
    edges = "".join(
        f"<style:{name}-style><style:header-footer-properties "
        f'fo:min-height="{_points(height)}" fo:margin-{side}="{_points(height // 2)}"/>'
        f"</style:{name}-style>"
        for (name, height), side in zip(rest.items(), ("bottom", "top"), strict=True)
    )
    return (
        f'<style:page-layout style:name="{name}" style:page-usage="{usage}">'
        f'<style:page-layout-properties {size}{said} style:print-orientation="portrait"/>{edges}'
        "</style:page-layout>"
    )


def _masters(look: Look, heads: Heads) -> str:
    """The first page has nothing in its head and foot; each later one what the preset says."""
    right, left = heads.right, heads.left
    foot = _edge("footer", "Footer", CENTRED, (Field.PAGE,), heads) if heads.has_foot else ""
    foot = foot or "<style:footer><text:p/></style:footer>"
    first = head = _edge("header", "Header", heads.align, right, heads)
    head += _edge("header-left", "Header", heads.align, left, heads) if left else ""
    empty = "<style:header><text:p/></style:header><style:footer><text:p/></style:footer>"
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="Pages" '
        f'style:next-style-name="Following">{empty}</style:master-page>'
        '<style:master-page style:name="Following" style:page-layout-name="Pages">'
        f"{head}{foot}</style:master-page>"
    ) + (
        f'<style:master-page style:name="{RIGHT_PAGES}" style:page-layout-name="RightPages" '
        'style:display-name="Right Page" style:next-style-name="Following">'
        f"{first}{foot}</style:master-page>"
        if look.right_pages
        else ""
    )


def _edge(element: str, style: str, align: str, line: Line, heads: Heads) -> str:
    name = f"{style}_20_{align.title()}" if style == "Header" else style
    words = "".join(_run(each, heads) for each in line)
    return f'<style:{element}><text:p text:style-name="{name}">{words}</text:p></style:{element}>'


def _run(each: str | Field, heads: Heads) -> str:
    if isinstance(each, str):
        return escape(each).replace("  ", " <text:s/>")
    if each is Field.PAGE:
        return '<text:page-number text:select-page="current">2</text:page-number>'
    return (
        f'<text:chapter text:display="name" text:outline-level="{heads.level}">'
        f"{escape(heads.title)}</text:chapter>"
    )


def _points(twips: int) -> str:
    return f"{twips / 20:g}pt"
