# SPDX-License-Identifier: MIT
"""Blocks, runs and footnotes of a document as HTML."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby
from typing import Final

from novelist.domain import document as d
from novelist.domain.manuscript import Manuscript
from novelist.domain.pictures import PictureFile
from novelist.exporters.exported import Findings, WarningReason, number_of, text_of

_WIDEST: Final = 10_000
_FITTING: Final = ' style="max-width:100%;height:auto"'

# Outermost first; the language and the reading are nearest to the text.
_TAGS: Final[Mapping[str, tuple[str, str]]] = {
    d.LINK: ('<a href="{}">', "</a>"),
    d.HIGHLIGHT: ("<mark>", "</mark>"),
    d.STRONG: ("<strong>", "</strong>"),
    d.EMPHASIS: ("<em>", "</em>"),
    d.UNDERLINE: ("<u>", "</u>"),
    d.STRIKE: ("<s>", "</s>"),
    d.SMALL_CAPS: ('<span class="small-caps">', "</span>"),
    d.SUPERSCRIPT: ("<sup>", "</sup>"),
    d.SUBSCRIPT: ("<sub>", "</sub>"),
    d.LANGUAGE: ('<span lang="{}">', "</span>"),
    d.RUBY: ("<ruby>", "<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>"),
    d.COMMENT: ("", ""),  # comments are for the writer, not for the reader
}
_SAFE_LINK: Final = re.compile(r"(?i)(?:https?|mailto|ftp|tel):|#|(?![a-z][a-z0-9+.-]*:|//)[\w./?]")
_GROUPS: Final[Mapping[str, tuple[str, str]]] = {
    d.QUOTATION: ("<blockquote>", "</blockquote>"),
    d.LETTER: ('<blockquote class="letter">', "</blockquote>"),
    d.VERSE: ('<div class="verse">', "</div>"),
}
_CLASSES: Final[Mapping[str, str]] = {
    "center": "center", "right": "right", "justify": "justify", "none": "flush",
    "hanging": "hanging",
}  # fmt: skip
_DEEPEST: Final = 20


def scene_break(symbol: str) -> str:
    """What stands between two scenes; the style sheet shows the symbol."""
    return f'<hr class="scene-break" data-symbol="{escape(symbol)}">'


class BlockWriter:
    """Writes blocks of one page and keeps its footnotes until they are taken."""

    def __init__(self, manuscript: Manuscript, findings: Findings) -> None:
        self._manuscript = manuscript
        self._findings = findings
        self._notes: list[tuple[int, d.Atom]] = []
        self._note_count = 0
        self._level = 3
        self._blocks: Mapping[str, Callable[[d.Block], str]] = {
            d.HEADING: self._heading,
            d.SCENE_BREAK: self._break,
            d.IMAGE_BLOCK: self._image,
        }

    def blocks(self, blocks: Iterable[d.Block], level: int = 3) -> list[str]:
        """The blocks as lines; headings in the text begin at ``level``."""
        self._level = level
        lines: list[str] = []
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind == d.LIST_ITEM:
                lines += self._lists(list(group))
                continue
            opening, closing = _GROUPS.get(kind, ("", ""))
            inner = [self._block(block) for block in group]
            lines += [opening, *inner, closing] if opening else inner
        return lines

    def take_notes(self) -> list[str]:
        """The footnotes referred to since they were last taken, as asides."""
        if not self._notes:
            return []
        lines = ['<div class="footnotes">']
        while self._notes:  # a footnote may hold another
            number, note = self._notes.pop(0)
            lines += [
                f'<aside class="footnote" role="doc-footnote" id="note-{number}">',
                f'<a role="doc-backlink" href="#ref-{number}">{number}</a>',
                *self.blocks(self._findings.footnote_blocks(note), 6),
                "</aside>",
            ]
        return [*lines, "</div>"]

    # Blocks

    def _block(self, block: d.Block) -> str:
        if block.kind in self._blocks:
            return self._blocks[block.kind](block)
        if block.kind != d.PARAGRAPH and block.kind not in _GROUPS:
            self._findings.add(WarningReason.UNKNOWN_BLOCK, block.kind)
        return f"<p{_class_of(block)}>{self._inlines(block)}</p>"

    def _heading(self, block: d.Block) -> str:
        level = max(1, min(self._level + number_of(block, "level", 1) - 1, 6))
        return f"<h{level}{_class_of(block)}>{self._inlines(block)}</h{level}>"

    def _break(self, block: d.Block) -> str:
        return scene_break(text_of(block, "symbol") or d.BREAK_SYMBOL) + (
            f"\n<p>{self._inlines(block)}</p>" if block.inlines else ""
        )

    def _image(self, block: d.Block) -> str:
        caption = escape(text_of(block, "caption"))
        words = " ".join(part for part in (caption, self._inlines(block)) if part)
        below = f"<figcaption>{words}</figcaption>" if words else ""
        return f'<figure><p class="picture">{self._picture(block)}</p>{below}</figure>'

    def _lists(self, items: list[d.Block]) -> list[str]:
        """Neighbouring list items as lists inside lists."""
        lines: list[str] = []
        open_lists: list[str] = []
        for item in items:
            depth = max(0, min(number_of(item, "depth", 0), _DEEPEST))
            tag = "ol" if item.attrs.get("ordered") is True else "ul"
            while len(open_lists) > depth + 1 or (
                len(open_lists) == depth + 1 and open_lists[-1] != tag
            ):
                lines.append(f"</li></{open_lists.pop()}>")
            lines += ["</li>"] if len(open_lists) == depth + 1 else []
            while len(open_lists) <= depth:
                lines.append(f"<{tag}>" if len(open_lists) == depth else f"<{tag}><li>")
                open_lists.append(tag)
            lines.append(f"<li{_class_of(item)}>{self._inlines(item)}")
        return [*lines, *(f"</li></{tag}>" for tag in reversed(open_lists))]

    # Inlines

    def _inlines(self, block: d.Block) -> str:
        return "".join(self._inline(inline) for inline in block.inlines)

    def _inline(self, inline: d.Inline) -> str:
        if isinstance(inline, d.Run):
            return self._marked(escape(inline.text), inline.marks)
        if inline.kind == d.LINE_BREAK:
            return "<br>\n"
        if inline.kind == d.FOOTNOTE:
            return self._footnote(inline)
        if inline.kind == d.IMAGE:
            return self._marked(self._picture(inline), inline.marks)
        if inline.kind == d.PLACEHOLDER:
            value = self._findings.placeholder(self._manuscript, inline)
            return self._marked(escape(value), inline.marks)
        self._findings.add(WarningReason.UNKNOWN_ATOM, inline.kind)
        words = text_of(inline, "text") or f"[{inline.kind}]"
        return self._marked(escape(words), inline.marks)

    def _footnote(self, atom: d.Atom) -> str:
        self._note_count += 1
        number = self._note_count
        self._notes.append((number, atom))
        link = f'<a role="doc-noteref" id="ref-{number}" href="#note-{number}">{number}</a>'
        unlinked = tuple(mark for mark in atom.marks if mark.name != d.LINK)
        return self._marked(f'<span class="noteref">{link}</span>', unlinked)

    def _picture(self, holder: d.Atom | d.Block) -> str:
        alt = text_of(holder, "alt")
        file = self._manuscript.pictures.get(text_of(holder, "digest"))
        if file is not None:
            return _embedded(file, alt, number_of(holder, "width", 0))
        self._findings.add(WarningReason.IMAGE_AS_TEXT, alt)
        return f'<span role="img" aria-label="{escape(alt)}">[{escape(alt)}]</span>'

    def _marked(self, text: str, marks: d.Marks) -> str:
        given = {mark.name: mark.value for mark in marks}
        for name in given.keys() - _TAGS.keys():
            self._findings.add(WarningReason.UNKNOWN_MARK, name)
        for name in reversed(tuple(_TAGS)):
            opening, closing = _TAGS[name]
            if name not in given:
                continue
            if name == d.LINK and not _SAFE_LINK.match(given[name]):
                self._findings.add(WarningReason.UNSAFE_LINK, given[name])
                continue
            value = escape(given[name])
            text = opening.replace("{}", value) + text + closing.replace("{}", value)
        return text


def _class_of(block: d.Block) -> str:
    """The class attribute for the alignment and indent of a block."""
    names = [_CLASSES.get(text_of(block, name), "") for name in ("align", "indent")]
    joined = " ".join(name for name in names if name)
    return f' class="{joined}"' if joined else ""


def _embedded(file: PictureFile, alt: str, width: int) -> str:
    """A picture inside the page itself, which so stays one file."""
    address = f"data:{file.kind.media_type};base64,{b64encode(file.data).decode()}"
    wide = f' width="{width}"' if 0 < width < _WIDEST else ""
    return f'<img src="{address}" alt="{escape(alt)}"{wide}{_FITTING}>'
