# SPDX-License-Identifier: MIT
"""Strange HTML to a document of ours: words, paragraphs and the marks we have, nothing else.

Fonts, sizes and colours are not taken over; nothing is loaded; time grows with the length alone,
however broken or hostile the HTML is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Final

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Inline, JsonValue, Mark, Run, canonical
from novelist.ui.editor.insertion import is_scene_break
from novelist.ui.editor.pasted_notes import PastedNotes
from novelist.ui.editor.tokens import Tag, tokens

_MARK_TAGS: Final = {
    "b": d.STRONG,
    "strong": d.STRONG,
    "i": d.EMPHASIS,
    "em": d.EMPHASIS,
    "cite": d.EMPHASIS,
    "u": d.UNDERLINE,
    "ins": d.UNDERLINE,
    "s": d.STRIKE,
    "strike": d.STRIKE,
    "del": d.STRIKE,
    "sup": d.SUPERSCRIPT,
    "sub": d.SUBSCRIPT,
    "mark": d.HIGHLIGHT,
}
_HEADINGS: Final = {f"h{level}": min(level, 4) for level in range(1, 7)}
_PARAGRAPH_TAGS: Final = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "aside", "address", "pre"}
    | {"center", "table", "tr", "td", "th", "dl", "dt", "dd", "ul", "ol", "figure", "figcaption"}
    | {"form", "fieldset", "body", "html", "nav", "details", "summary"}
)
_SKIPPED: Final = frozenset(
    {"script", "style", "head", "title", "template", "svg", "math", "select", "textarea"}
)
_EMPTY_TAGS: Final = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "source"}
)
_SPACE: Final = re.compile("[ \t\r\n\f]+")
_DEEPEST: Final = 200
_LINK: Final = re.compile("(?:https?|mailto):", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[0-9a-zA-Z]{1,6}[.)、]|[(（][0-9a-zA-Z]{1,6}[)）]")
_WORD_LIST: Final = re.compile(r"\blevel([1-9])\b")
_WORD_KINDS: Final = {
    "msotitle": (d.HEADING, 1),
    "msosubtitle": (d.HEADING, 2),
    "msoquote": (d.QUOTATION, 0),
    "msointensequote": (d.QUOTATION, 0),
}
_GROUND: Final = re.compile("#[0-9a-f]{6}")
_ENDS: Final = " \t\r\n\f\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the open tags say about the words inside them."""

    tag: str = ""
    marks: frozenset[Mark] = frozenset()
    kind: str = d.PARAGRAPH
    level: int = 0
    align: str = ""
    ordered: bool = False
    depth: int = 0  # how many lists are open
    is_hidden: bool = False
    is_verbatim: bool = False
    is_marker: bool = False  # what Word writes for the mark of a list item
    note: Atom | None = None  # inside the mark of a footnote


@dataclass
class _Reader:
    """Collects blocks while the tags and words go by."""

    blocks: list[Block] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    open: list[_Setting] = field(default_factory=lambda: [_Setting()])
    open_names: Counter[str] = field(default_factory=Counter)
    notes: PastedNotes = field(default_factory=PastedNotes)
    rule: int = 0  # after how many blocks a line across the page was the last
    is_numbered: bool = False  # what Word wrote before this list item is a number

    @property
    def setting(self) -> _Setting:
        return self.open[-1]

    def read_text(self, text: str) -> None:
        setting = self.setting
        words = unescape(text)
        if setting.is_marker:
            self.is_numbered |= _NUMBER.search(words) is not None
        if setting.note is not None:
            self.notes.add_words(setting.note, words)
        if setting.is_hidden or setting.is_marker or setting.note is not None:
            return
        if not setting.is_verbatim:
            words = _SPACE.sub(" ", words)
        if setting.is_verbatim and "\n" in words:
            self._read_lines(words)
        elif words:
            self.inlines.append(Run(words, canonical(setting.marks)))

    def _read_lines(self, words: str) -> None:
        first, *rest = words.split("\n")
        self.inlines.append(Run(first, canonical(self.setting.marks)))
        for line in rest:
            self.end_block()
            self.inlines.append(Run(line, canonical(self.setting.marks)))

    def read_tag(self, tag: Tag) -> None:
        if tag.name == "br":
            self._break_line()
        elif tag.name == "hr":
            self.end_block()
            self.blocks.append(Block(d.SCENE_BREAK))
            self.rule = len(self.blocks)
        elif tag.name in _EMPTY_TAGS:
            return
        elif tag.is_end:
            self._close(tag.name)
        elif len(self.open) < _DEEPEST:
            if _begins_block(tag.name):
                self.end_block()
            self.open.append(self._begun_note(tag, _entered(self.setting, tag)))
            self.open_names[tag.name] += 1

    def _begun_note(self, tag: Tag, setting: _Setting) -> _Setting:
        """The setting inside of an anchor: in the mark of a footnote there is only its number."""
        if tag.name != "a" or setting.is_hidden:
            return setting
        mark = self.notes.begin(tag)
        if self.notes.current and self.rule == len(self.blocks) > 0:
            self.blocks.pop()  # the line that parts the notes from the text
            self.rule = 0
        if mark is not None:
            self.inlines.append(mark)
            return replace(setting, note=mark)
        return replace(setting, is_hidden=True) if self.notes.is_back(tag) else setting

    def end_block(self) -> None:
        """Finish the block being collected; one without words is left out."""
        inlines = _trimmed(self.inlines)
        self.inlines = []
        if inlines:
            attrs = _attrs(self.setting)
            if self.is_numbered and self.setting.kind == d.LIST_ITEM:
                attrs["ordered"] = True
            block = _refined(d.normal(Block(self.setting.kind, tuple(inlines), attrs)))
            if not self.notes.take(block):
                self.blocks.append(block)
        self.is_numbered = False

    def _break_line(self) -> None:
        """A line break; a second one in a row begins a new paragraph."""
        if self.setting.is_hidden:
            return
        last = self.inlines[-1] if self.inlines else None
        if isinstance(last, Atom):
            self.end_block()
        else:
            self.inlines.append(Atom(d.LINE_BREAK))

    def _close(self, name: str) -> None:
        if not self.open_names[name]:
            return
        if _begins_block(name):
            self.end_block()
        if name == "div":
            self.notes.current = ""
        closed = ""
        while closed != name:
            closed = self.open.pop().tag
            self.open_names[closed] -= 1


def document_from_html(html: str) -> Document:
    """What HTML says, in our terms; every HTML whatever gives some document."""
    reader = _Reader()
    for token in tokens(html, _SKIPPED):
        if isinstance(token, Tag):
            reader.read_tag(token)
        else:
            reader.read_text(token)
    reader.end_block()
    return Document(tuple(reader.notes.finished(reader.blocks)))


def _refined(block: Block) -> Block:
    """A row of asterisks is a scene break; a heading is not bold as well."""
    if is_scene_break(block.plain_text):
        return Block(d.SCENE_BREAK)
    if block.kind != d.HEADING:
        return block
    plain = (
        replace(inline, marks=tuple(mark for mark in inline.marks if mark.name != d.STRONG))
        for inline in block.inlines
    )
    return d.normal(replace(block, inlines=tuple(plain)))


def _begins_block(name: str) -> bool:
    return name in _PARAGRAPH_TAGS or name in _HEADINGS or name in ("blockquote", "li")


def _entered(outer: _Setting, tag: Tag) -> _Setting:
    """The setting inside a tag."""
    style = tag.style
    kind, level = outer.kind, outer.level
    depth = outer.depth + (tag.name in ("ul", "ol"))
    word_class = tag.attributes.get("class", "").strip().lower()
    word_list = _WORD_LIST.search(style.get("mso-list", ""))
    if tag.name in _HEADINGS:
        kind, level = d.HEADING, _HEADINGS[tag.name]
    elif tag.name == "blockquote":
        kind, level = d.QUOTATION, 0
    elif tag.name == "li":
        kind, level = d.LIST_ITEM, 0
    elif word_list is not None:
        kind, level, depth = d.LIST_ITEM, 0, int(word_list[1])
    elif word_class in _WORD_KINDS:
        kind, level = _WORD_KINDS[word_class]
    return _Setting(
        tag=tag.name,
        marks=_marks(outer.marks, tag, style),
        kind=kind,
        level=level,
        align=_alignment(tag, style) or outer.align,
        depth=depth,
        ordered=tag.name == "ol" or (outer.ordered and tag.name != "ul"),
        is_hidden=outer.is_hidden or _is_hidden(style),
        is_verbatim=tag.name == "pre" or outer.is_verbatim,
        is_marker=outer.is_marker or style.get("mso-list") == "ignore",
        note=outer.note,
    )


def _is_hidden(style: dict[str, str]) -> bool:
    """Whether nobody sees it; so are the texts of comments, which Word puts at the end."""
    display = style.get("display", "").removesuffix("!important").strip()
    return display == "none" or style.get("mso-element") in ("comment-list", "comment")


def _marks(outer: frozenset[Mark], tag: Tag, style: dict[str, str]) -> frozenset[Mark]:
    marks = {mark.name: mark for mark in outer}
    name = _MARK_TAGS.get(tag.name)
    if name:
        marks[name] = Mark(name)
    if tag.name == "a" and _LINK.match(tag.attributes.get("href", "").strip()):
        marks[d.LINK] = Mark(d.LINK, tag.attributes["href"].strip())
    for mark, is_on in _styled(style):
        if is_on:
            marks[mark] = Mark(mark)
        else:
            marks.pop(mark, None)
    if d.LINK in marks:
        marks.pop(d.UNDERLINE, None)  # that is how links look
    return frozenset(marks.values())


def _styled(style: dict[str, str]) -> list[tuple[str, bool]]:
    """The marks that a style attribute switches on or off."""
    found: list[tuple[str, bool]] = []
    weight = style.get("font-weight")
    if weight:
        found.append((d.STRONG, weight in ("bold", "bolder", "600", "700", "800", "900")))
    if "font-style" in style:
        found.append((d.EMPHASIS, style["font-style"] in ("italic", "oblique")))
    capitals = style.get("font-variant-caps", style.get("font-variant"))
    if capitals is not None:
        found.append((d.SMALL_CAPS, "small-caps" in capitals))
    if _is_highlighted(style):
        found.append((d.HIGHLIGHT, True))
    line = style.get("text-decoration-line", style.get("text-decoration", ""))
    found.extend(
        (mark, True)
        for word, mark in (("underline", d.UNDERLINE), ("line-through", d.STRIKE))
        if word in line
    )
    raised = {"super": d.SUPERSCRIPT, "sub": d.SUBSCRIPT}.get(style.get("vertical-align", ""))
    if raised:
        found.append((raised, True))
    return found


def _is_highlighted(style: dict[str, str]) -> bool:
    """As Word and LibreOffice say it; a browser gives every word the ground of its page."""
    word = style.get("mso-highlight", "")
    office = _GROUND.fullmatch(style.get("background", ""))
    return word not in ("", "none") or (office is not None and office[0] != "#ffffff")


def _alignment(tag: Tag, style: dict[str, str]) -> str:
    if tag.name == "center":
        return "center"
    align = style.get("text-align", tag.attributes.get("align", "").strip().lower())
    return align if align in ("center", "right") else ""


def _attrs(setting: _Setting) -> dict[str, JsonValue]:
    attrs: dict[str, JsonValue] = {}
    if setting.kind == d.HEADING:
        attrs["level"] = setting.level
    if setting.kind == d.LIST_ITEM and setting.ordered:
        attrs["ordered"] = True
    if setting.kind == d.LIST_ITEM and setting.depth > 1:
        attrs["depth"] = min(setting.depth - 1, 8)
    if setting.align and setting.kind != d.LIST_ITEM:
        attrs["align"] = setting.align
    return attrs


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    """Without the spaces and line breaks at both ends, and with one space where two meet."""
    result: list[Inline] = []
    after_space = True
    for inline in inlines:
        if isinstance(inline, Run):
            text = inline.text.lstrip(" ") if after_space else inline.text
            if not result:
                text = text.lstrip(_ENDS)
            if not text:
                continue
            after_space = text.endswith(" ")
            result.append(Run(text, inline.marks))
        elif inline.kind != d.LINE_BREAK:
            after_space = False
            result.append(inline)
        elif result:
            after_space = True
            result.append(inline)
    while result:
        last = result.pop()
        if isinstance(last, Atom) and last.kind != d.LINE_BREAK:
            return [*result, last]
        text = last.text.rstrip(_ENDS) if isinstance(last, Run) else ""
        if isinstance(last, Run) and text:
            return [*result, Run(text, last.marks)]
    return []
