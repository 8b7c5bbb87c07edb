# SPDX-License-Identifier: MIT
"""The document whose styles a DOCX takes (pandoc's reference document), made from nothing.

WordprocessingML: ECMA-376, part 1. Lengths are twentieths of a point, sizes half points.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Final

from novelist.exporters.pandoc.look import Look
from novelist.exporters.pandoc.office_styles import (
    CENTRED,
    ParagraphStyle,
    letters_style,
    office_styles,
)
from novelist.exporters.pandoc.running_heads import PLAIN, Field, Heads, Line

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_RELATIONS: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_CHARACTERS: Final = (
    ("Footnote Reference", "FootnoteReference", '<w:vertAlign w:val="superscript"/>'),
    ("Hyperlink", "Hyperlink", '<w:u w:val="single"/>'),
)
_REMARK: Final = ("annotation reference", "CommentReference", '<w:sz w:val="16"/>')


@lru_cache(8)
def reference_document(look: Look, heads: Heads = PLAIN) -> bytes:
    """A DOCX without text that has the look, and the heads on all pages but the first.

    Chinese gets its own faces and an indent of two characters.
    """
    edges = _edges(heads)
    files = {
        "[Content_Types].xml": _types(edges, look.has_preset),
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _body(look, edges),
        "word/_rels/document.xml.rels": _parts(edges, look.has_preset),
        "word/styles.xml": _styles(look),
        **{f"word/{name}.xml": xml for name, xml in edges.items()},
    }
    if look.has_preset:
        files["word/settings.xml"] = _settings(look, heads)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


# -- styles ----------------------------------------------------------------------------------------


def _styles(look: Look) -> str:
    language = escape(look.language)
    face, east = escape(look.typeface), escape(look.east)
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}" w:eastAsia="{east}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/><w:lang w:val="{language}" '
        f'w:eastAsia="{"zh-CN" if look.is_han else "en-US"}"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    paragraphs = "".join(_paragraph_style(row, look) for row in office_styles(look))
    characters = (*_CHARACTERS, *([_REMARK] if look.has_preset else []))
    linked = "".join(
        f'<w:style w:type="character" w:styleId="{_id(row.name)}Char"><w:name '
        f'w:val="{letters_style(row.name)}"/><w:link w:val="{_id(row.name)}"/><w:qFormat/>'
        "</w:style>"
        for row in office_styles(look)
        if row.is_linked
    )
    rest = "".join(
        f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{run}</w:rPr></w:style>"
        for name, identifier, run in characters
    )
    return f'{_HEAD}<w:styles xmlns:w="{_W}">{defaults}{paragraphs}{rest}{linked}</w:styles>'


def _paragraph_style(row: ParagraphStyle, look: Look) -> str:
    default = "" if row.based_on else ' w:default="1"'
    base = _id(row.based_on).replace("heading", "Heading")
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    following = f'<w:next w:val="{_id(row.next_style)}"/>' if row.next_style else ""
    following += f'<w:link w:val="{_id(row.name)}Char"/>' if row.is_linked else ""
    run = "<w:b/>" if row.bold else "<w:i/>" if row.italic else ""
    run += f'<w:sz w:val="{row.size}"/>' if row.size else ""
    paragraph = _paragraph(row, look)
    properties = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (
        f"<w:rPr>{run}</w:rPr>" if run else ""
    )
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{row.identifier or _id(row.name)}">'
        f'<w:name w:val="{row.name}"/>{based}{following}<w:qFormat/>{properties}</w:style>'
    )


def _paragraph(row: ParagraphStyle, look: Look) -> str:
    """What a style says of its paragraphs, in the order of the schema."""
    found = "<w:keepNext/><w:keepLines/>" if row.keeps else ""
    found += "<w:pageBreakBefore/>" if row.new_page else ""
    found += "" if row.based_on else "<w:widowControl/>"
    if row.right_tab:
        found += f'<w:tabs><w:tab w:val="right" w:pos="{row.right_tab}"/></w:tabs>'
    spacing = {"before": row.before, "after": row.after, "line": row.line}
    said = "".join(f' w:{name}="{value}"' for name, value in spacing.items() if value is not None)
    if said:
        rule = f' w:lineRule="{row.line_rule}"' if row.line is not None else ""
        found += f"<w:spacing{said}{rule}/>"
    if row.first is not None:
        sides = f' w:left="{row.inset}" w:right="{row.inset}"' if row.inset else ""
        chars = 0 if not row.first else 200 if look.is_han else None
        ems = "" if chars is None else f' w:firstLineChars="{chars}"'
        found += f'<w:ind{sides} w:firstLine="{row.first}"{ems}/>'
    found += f'<w:jc w:val="{row.align}"/>' if row.align else ""
    return found + (f'<w:outlineLvl w:val="{row.level - 1}"/>' if row.level else "")


def _id(name: str) -> str:
    return name.replace(" ", "")


# -- pages -----------------------------------------------------------------------------------------


def _body(look: Look, edges: Mapping[str, str]) -> str:
    named = "".join(
        f'<w:{name[:6]}Reference w:type="{_side(name)}" r:id="rId{number}"/>'
        for number, name in enumerate(edges, 2)
    )
    lines = '<w:lnNumType w:countBy="5" w:restart="newPage"/>' if look.line_numbers else ""
    return (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body><w:p/><w:sectPr>{named}'
        f'<w:pgSz w:w="{look.width}" w:h="{look.height}"/>'
        f'<w:pgMar w:top="{look.top}" w:right="{look.outside}" w:bottom="{look.bottom}" '
        f'w:left="{look.inside}" w:header="{min(720, look.top // 2)}" '
        f'w:footer="{min(720, look.bottom // 2)}" w:gutter="0"/>{lines}'
        f"<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _edges(heads: Heads) -> dict[str, str]:
    """Headers and footers by the names of their parts; the last figure tells the side."""
    found = {}
    if heads.right:
        found["header1"] = _edge("hdr", "Header", heads.align, heads.right, heads)
    if heads.left:
        found["header2"] = _edge("hdr", "Header", heads.align, heads.left, heads)
    if heads.has_foot:
        found["footer1"] = _edge("ftr", "Footer", CENTRED, (Field.PAGE,), heads)
        if heads.left:
            found["footer2"] = found["footer1"]
    return found


def _side(name: str) -> str:
    return "even" if name.endswith("2") else "default"


def _edge(element: str, style: str, align: str, line: Line, heads: Heads) -> str:
    runs = "".join(_run(each, heads) for each in line)
    return (
        f'{_HEAD}<w:{element} xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{runs}</w:p></w:{element}>'
    )


def _run(each: str | Field, heads: Heads) -> str:
    if isinstance(each, str):
        return f'<w:r><w:t xml:space="preserve">{escape(each)}</w:t></w:r>'
    # The figure names a level of headings whatever the language of the program is.
    code = " PAGE " if each is Field.PAGE else f" STYLEREF {heads.level} "
    shown = "2" if each is Field.PAGE else escape(heads.title)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _settings(look: Look, heads: Heads) -> str:
    found = "<w:mirrorMargins/>" if look.mirrored else ""
    found += "<w:autoHyphenation/>" if look.hyphenated else ""
    found += "<w:evenAndOddHeaders/>" if heads.left else ""
    return f'{_HEAD}<w:settings xmlns:w="{_W}">{found}</w:settings>'


# -- the package -----------------------------------------------------------------------------------


def _types(edges: Iterable[str], has_settings: bool) -> str:
    kinds = {"document": "document.main", "styles": "styles"}
    kinds |= {"settings": "settings"} if has_settings else {}
    kinds |= {name: name[:6] for name in edges}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _parts(edges: Iterable[str], has_settings: bool) -> str:
    named = {"styles": "styles", **{name: name[:6] for name in edges}}
    named |= {"settings": "settings"} if has_settings else {}
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(named.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{parts}</Relationships>'
