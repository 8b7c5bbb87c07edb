# SPDX-License-Identifier: MIT
"""What goes to the clipboard and what is taken from it: our own form, HTML and plain text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData

from novelist.domain import document as d
from novelist.domain.document import BREAK_SYMBOL, Atom, Block, Document, Inline, JsonValue, Mark
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.errors import DocumentFormatError
from novelist.ui.editor.paste import document_from_html
from novelist.ui.editor.styles import heading_level

MIME_TYPE: Final = "application/x-novelist-document+jsonl"
LONGEST: Final = 4_000_000
"""Characters of HTML or of our own form that are read at most; plain text has no limit."""

_BLOCK_TAGS: Final = {d.QUOTATION: "blockquote", d.LIST_ITEM: "li"}
_TAGS: Final = {
    d.EMPHASIS: "em",
    d.STRONG: "strong",
    d.UNDERLINE: "u",
    d.STRIKE: "s",
    d.SUPERSCRIPT: "sup",
    d.SUBSCRIPT: "sub",
    d.HIGHLIGHT: "mark",
}


def put_into(data: QMimeData, document: Document) -> None:
    """Fill with the document in all three forms, instead of what is there."""
    data.clear()
    data.setData(MIME_TYPE, to_json_lines(document).encode())
    data.setHtml(to_html(document))
    data.setText(to_plain(document))


def from_mime(source: QMimeData) -> Document | None:
    """The document in the best form that is there; None where there is only plain text."""
    if source.hasFormat(MIME_TYPE):
        ours = _from_own(bytes(source.data(MIME_TYPE).data()))
        if ours is not None:
            return ours
    if source.hasHtml():
        html = source.html()
        return document_from_html(html) if len(html) <= LONGEST else None
    return None


def plain_words(source: QMimeData) -> str:
    """The words alone; of our own form also the characters that plain text cannot carry."""
    ours = _from_own(bytes(source.data(MIME_TYPE).data())) if source.hasFormat(MIME_TYPE) else None
    return source.text() if ours is None else to_plain(ours)


def has_files(source: QMimeData) -> bool:
    """Whether files are being dropped: they are no text."""
    return source.hasUrls() and any(url.isLocalFile() for url in source.urls())


def to_plain(document: Document) -> str:
    """One line a block; a scene break is its symbol."""
    return "\n".join(
        _symbol(block.attrs) if block.kind == d.SCENE_BREAK else block.plain_text
        for block in document
    )


def to_html(document: Document) -> str:
    """Plain semantic HTML: no fonts, no sizes, no colours."""
    return "".join(_block_html(block) for block in document)


def _from_own(data: bytes) -> Document | None:
    if len(data) > LONGEST:
        return None
    try:
        return from_json_lines(data.decode())
    except (UnicodeDecodeError, DocumentFormatError):
        return None


def _symbol(attrs: Mapping[str, JsonValue]) -> str:
    symbol = attrs.get("symbol")
    return symbol if isinstance(symbol, str) and symbol else BREAK_SYMBOL


def _picture_words(attrs: Mapping[str, JsonValue]) -> str:
    words = attrs.get("alt") or attrs.get("caption")
    return words if isinstance(words, str) else ""


def _block_html(block: Block) -> str:
    if block.kind == d.SCENE_BREAK:
        return f'<p style="text-align:center">{escape(_symbol(block.attrs))}</p>'
    if block.kind == d.IMAGE_BLOCK:
        return f"<p>[{escape(_picture_words(block.attrs))}]</p>"
    level = heading_level(block.kind, block.attrs)
    tag = f"h{level}" if level else _BLOCK_TAGS.get(block.kind, "p")
    align = block.attrs.get("align")
    style = f' style="text-align:{align}"' if align in ("center", "right", "justify") else ""
    return f"<{tag}{style}>{''.join(_inline_html(inline) for inline in block.inlines)}</{tag}>"


def _inline_html(inline: Inline) -> str:
    if isinstance(inline, Atom):
        return "<br>" if inline.kind == d.LINE_BREAK else ""
    result = escape(inline.text)
    for mark in inline.marks:
        result = _marked(result, mark)
    return result


def _marked(html: str, mark: Mark) -> str:
    if mark.name == d.LINK and not mark.raw:
        return f'<a href="{escape(mark.value)}">{html}</a>'
    if mark.name == d.SMALL_CAPS:
        return f'<span style="font-variant:small-caps">{html}</span>'
    tag = _TAGS.get(mark.name)
    return f"<{tag}>{html}</{tag}>" if tag else html
