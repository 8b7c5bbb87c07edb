# SPDX-License-Identifier: MIT
"""The document whose styles a DOCX takes (pandoc's reference document), made from nothing.

WordprocessingML: ECMA-376, part 1. Lengths are twentieths of a point, sizes half points.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from html import escape
from typing import Final

from novelist.domain.languages import primary

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TYPES: Final = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>
</Types>"""
_RELATIONS: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_PARTS: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_R}/footer" Target="footer1.xml"/>
</Relationships>"""
_FOOTER: Final = f"""{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>"""
_BODY: Final = f"""{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body><w:p/><w:sectPr>
<w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{{width}}" w:h="{{height}}"/>
<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"
w:gutter="0"/>
<w:titlePg/></w:sectPr></w:body></w:document>"""

_LETTER: Final = (12240, 15840)
_A4: Final = (11906, 16838)
_NORMAL: Final = "Normal"


def _style(
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based_on: str = _NORMAL,
    next_style: str = "",
    kind: str = "paragraph",
    is_default: bool = False,
) -> str:
    identifier = name.replace(" ", "")
    default = ' w:default="1"' if is_default else ""
    based = f'<w:basedOn w:val="{based_on.replace(" ", "")}"/>' if based_on else ""
    following = f'<w:next w:val="{next_style.replace(" ", "")}"/>' if next_style else ""
    properties = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (
        f"<w:rPr>{run}</w:rPr>" if run else ""
    )
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{based}{following}<w:qFormat/>{properties}</w:style>"
    )


_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_FLUSH: Final = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'
_INSET: Final = '<w:ind w:left="720" w:right="720" w:firstLine="0" w:firstLineChars="0"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'


def _heading(level: int) -> str:
    above = {1: 2400, 2: 1800}.get(level, 480)
    begins_page = "<w:pageBreakBefore/>" if level <= 2 else ""
    spacing = f'<w:spacing w:before="{above}" w:after="480"/>'
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    paragraph = f"{_KEEP}{begins_page}{spacing}{_FLUSH}{_CENTRED}{outline}"
    size = '<w:sz w:val="28"/>' if level <= 2 else ""
    return _style(f"heading {level}", paragraph, size, next_style="First Paragraph").replace(
        f'w:styleId="heading{level}"', f'w:styleId="Heading{level}"'
    )


def _styles(is_han: bool) -> list[str]:
    ems = ' w:firstLineChars="200"' if is_han else ""
    indent = f'<w:ind w:firstLine="{480 if is_han else 720}"{ems}/>'
    first = indent if is_han else _FLUSH
    double = '<w:spacing w:line="480" w:lineRule="auto" w:before="0" w:after="0"/>'
    single = '<w:spacing w:line="240" w:lineRule="auto" w:before="0" w:after="0"/>'
    above = '<w:spacing w:before="4800" w:after="240"/>'
    return [
        _style(_NORMAL, f"<w:widowControl/>{double}", based_on="", is_default=True),
        _style("Body Text", indent),
        _style("First Paragraph", first, based_on="Body Text", next_style="Body Text"),
        _style("Compact", _FLUSH, based_on="Body Text"),
        _style("Title", f"{above}{_FLUSH}{_CENTRED}", '<w:sz w:val="32"/>'),
        _style("Subtitle", f"{_FLUSH}{_CENTRED}"),
        _style("Author", f"{_FLUSH}{_CENTRED}"),
        _style("Date", f"{_FLUSH}{_CENTRED}"),
        *(_heading(level) for level in range(1, 7)),
        _style("Block Text", _INSET),
        _style("Verse", f"{_INSET}"),
        _style("Letter", _INSET),
        _style("Scene Break", f"{_KEEP}{_FLUSH}{_CENTRED}", next_style="First Paragraph"),
        _style("Text Break", f"{_KEEP}{_FLUSH}{_CENTRED}", next_style="First Paragraph"),
        _style("Centered", f"{_FLUSH}{_CENTRED}", based_on="Body Text"),
        _style("Right Aligned", f'{_FLUSH}<w:jc w:val="right"/>', based_on="Body Text"),
        _style("Justified", '<w:jc w:val="both"/>', based_on="Body Text"),
        *(
            _style(f"Heading in Text {level}", f"{_KEEP}{_FLUSH}", "<w:b/>")
            for level in range(1, 5)
        ),
        _style("Footnote Text", f"{single}{_FLUSH}", '<w:sz w:val="20"/>'),
        _style("Footnote Reference", run='<w:vertAlign w:val="superscript"/>', kind="character",
               based_on=""),
        _style("Image Caption", f"{single}{_FLUSH}{_CENTRED}", "<w:i/>"),
        _style("Captioned Figure", f"{_KEEP}{_FLUSH}{_CENTRED}"),
        _style("Footer", f"{single}{_FLUSH}{_CENTRED}"),
        _style("Hyperlink", run='<w:u w:val="single"/>', kind="character", based_on=""),
    ]  # fmt: skip


@lru_cache(8)
def reference_document(language: str) -> bytes:
    """A DOCX without text: 12 point, double-spaced, first lines indented, a page a chapter.

    Chinese gets its own faces, an indent of two characters and A4; so has all but American English
    paper of A4.
    """
    is_han, language = primary(language) == "zh", escape(language)
    width, height = _LETTER if language.casefold() in ("en", "en-us") else _A4
    fonts = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" '
        'w:eastAsia="SimSun"/>'
    )
    east = "zh-CN" if is_han else "en-US"
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{east}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    styles = f'{_HEAD}<w:styles xmlns:w="{_W}">{defaults}{"".join(_styles(is_han))}</w:styles>'
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _BODY.format(width=width, height=height),
        "word/_rels/document.xml.rels": _PARTS,
        "word/styles.xml": styles,
        "word/footer1.xml": _FOOTER,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
