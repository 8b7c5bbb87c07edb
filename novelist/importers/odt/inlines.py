# SPDX-License-Identifier: MIT
"""What stands in a paragraph, to runs and atoms."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain import document as d
from novelist.importers.anchors import Anchors
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.annotations import Annotations
from novelist.importers.odt.changes import Changes
from novelist.importers.odt.frames import FrameReader, is_drawn
from novelist.importers.odt.look import PLAIN, TextLook, marks_of
from novelist.importers.odt.names import q, shown, value
from novelist.importers.odt.speech import SPACES, has_words, spaces_of, spoken
from novelist.importers.odt.styles import Styles
from novelist.importers.parts import Part

_LINK: Final = re.compile(r"(?:https?|mailto|ftp):", re.I)
_PART: Final = re.compile(r"(front|back)_\d+")
_FIELDS: Final = frozenset(
    q(f"text:{name}") for name in (
        "date", "time", "page-number", "page-continuation", "page-count", "word-count",
        "character-count", "paragraph-count", "author-name", "author-initials", "chapter",
        "file-name", "template-name", "sheet-name", "title", "subject", "description", "keywords",
        "creator", "initial-creator", "creation-date", "creation-time", "modification-date",
        "modification-time", "editing-duration", "editing-cycles", "print-date", "print-time",
        "printed-by", "user-defined", "user-field-get", "user-field-input", "variable-set",
        "variable-get", "variable-input", "text-input", "expression", "sequence", "sequence-ref",
        "reference-ref", "bookmark-ref", "note-ref", "placeholder", "conditional-text",
        "hidden-paragraph", "hidden-text", "measure", "dropdown", "page-variable-get",
        "page-variable-set", "sender-firstname", "sender-lastname", "bibliography-mark", "meta",
        "meta-field", "database-display", "drop-down",
    )
)  # fmt: skip
"""Elements that are the words they hold."""
_UNSAID: Final = frozenset({q("text:number"), q("text:tracked-changes"), q("office:forms")})

NoteReader = Callable[[Element], list[d.JsonValue]]


@dataclass(slots=True)
class Said:
    """What a paragraph says; ``boxes`` are what is drawn in it and has a text of its own."""

    inlines: tuple[d.Inline, ...]
    boxes: list[Element] = field(default_factory=list)
    matter: str = ""
    """"front" or "back", where a bookmark says that it heads such matter."""


@dataclass(slots=True)
class _State:
    """The paragraph that is read."""

    found: list[d.Inline] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    matter: str = ""
    may_space: bool = False
    """Whether white space means a space: not at the beginning, and not twice."""


class InlineReader:
    """Reads one paragraph after the other; comments go on over paragraphs."""

    def __init__(
        self,
        styles: Styles,
        frames: FrameReader,
        annotations: Annotations,
        changes: Changes,
        anchors: Anchors,
        leftovers: Leftovers,
        notes: NoteReader,
        *,
        usual: Collection[str],
    ) -> None:
        self._usual = usual
        self._styles, self._frames, self._notes = styles, frames, notes
        self._annotations, self._changes = annotations, changes
        self._anchors, self._leftovers = anchors, leftovers
        self._state = _State()
        self._outside: list[d.Inline] | None = None  # the text around the note that is read
        self._count = 0  # of notes
        self._is_unknown = False  # whether it reads what stands in an unknown element
        self._known: dict[tuple[TextLook, d.Marks, str], d.Marks] = {}
        self._readers: dict[str, Callable[[Element, TextLook, d.Marks], None]] = {
            q("text:span"): self._span,
            q("text:a"): self._link,
            q("text:s"): self._spaces,
            q("text:tab"): self._tab,
            q("text:line-break"): self._line_break,
            q("text:note"): self._note,
            q("text:ruby"): self._ruby,
            q("text:change"): self._change,
            q("office:annotation"): self._annotation,
            q("office:annotation-end"): self._annotation_end,
            q("text:bookmark"): self._bookmark,
            q("text:bookmark-start"): self._bookmark,
            **dict.fromkeys(_FIELDS, self._walk),
        }

    def read(self, element: Element, look: TextLook = PLAIN) -> Said:
        """What a paragraph says, runs of equal marks joined."""
        said, found = self._said(element, look)
        inlines = tuple(found) if self._outside is not None else self._anchors.settle(found)
        said.inlines = d.normal(d.Block(inlines=inlines)).inlines
        return said

    def read_title(self, element: Element) -> Said:
        """The same of a title; comments on it wait for the words below it."""
        said, found = self._said(element, PLAIN)
        self._anchors.hold(found)
        said.inlines = tuple(found)
        return said

    def change(self, place: Element) -> None:
        """A deletion between paragraphs, which waits for the next words."""
        found: list[d.Inline] = []
        self._changes.take(place, found)
        self._anchors.hold(found)

    def _said(self, element: Element, look: TextLook) -> tuple[Said, list[d.Inline]]:
        outer, self._state = self._state, _State()
        try:
            self._walk(element, look, d.NO_MARKS)
            state = self._state
            _end(state)
            return Said((), state.boxes, state.matter), state.found
        finally:
            self._state = outer

    def _walk(self, element: Element, look: TextLook, more: d.Marks) -> None:
        if element.text:
            self._text(element.text, look, more)
        for child in element:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, look, more)
            elif is_drawn(child):
                self._drawn(child, look, more)
            elif child.tag not in _UNSAID:
                self._unknown(child, look, more)
            if child.tail:
                self._text(child.tail, look, more)

    def _unknown(self, element: Element, look: TextLook, more: d.Marks) -> None:
        """An element that nobody knows: its words are kept."""
        if not (self._is_unknown or has_words(element)):
            return
        outer, self._is_unknown = self._is_unknown, True  # what is inside is looked at once
        self._leftovers.leave(Part.UNKNOWN, shown(element))
        self._walk(element, look, more)
        self._is_unknown = outer

    # -- words ---------------------------------------------------------------------------------

    def _text(self, written: str, look: TextLook, more: d.Marks) -> None:
        state = self._state
        text = SPACES.sub(" ", written)
        if not state.may_space and text[0] == " ":
            text = text[1:]
        if text:
            state.may_space = text[-1] != " "
            state.found.append(d.Run(text, self._marks(look, more, text)))

    def _put(self, text: str, look: TextLook, more: d.Marks) -> None:
        """Words whose spaces count."""
        self._state.may_space = True
        self._state.found.append(d.Run(text, self._marks(look, more, text)))

    def _atom(self, atom: d.Atom, look: TextLook, more: d.Marks) -> None:
        self._state.may_space = True
        self._state.found.append(replace(atom, marks=self._marks(look, more, "")))

    def _marks(self, look: TextLook, more: d.Marks, text: str) -> d.Marks:
        comments = "" if self._outside is not None else self._annotations.value
        if look is PLAIN and not more and not comments:
            return d.NO_MARKS
        has_language = look.language is not None or look.eastern is not None
        language = look.language_of(text) if has_language else ""
        language = "" if language in self._usual else language
        key = (look, more, f"{language} {comments}")
        if key not in self._known:
            found = [*marks_of(look), *more]
            found += [d.Mark(d.LANGUAGE, language)] if language else []
            found += [d.Mark(d.COMMENT, comments)] if comments else []
            self._known[key] = d.canonical(found)
        return self._known[key]

    def _spaces(self, element: Element, look: TextLook, more: d.Marks) -> None:
        self._put(" " * spaces_of(element), look, more)

    def _tab(self, element: Element, look: TextLook, more: d.Marks) -> None:
        self._put("\t", look, more)

    def _line_break(self, element: Element, look: TextLook, more: d.Marks) -> None:
        self._state.found.append(d.Atom(d.LINE_BREAK))
        self._state.may_space = True

    def _span(self, element: Element, look: TextLook, more: d.Marks) -> None:
        own = self._styles.text(value(element, "text:style-name"))
        self._walk(element, own.over(look) if own is not PLAIN else look, more)

    def _link(self, element: Element, look: TextLook, more: d.Marks) -> None:
        address = value(element, "xlink:href")
        mark = (d.Mark(d.LINK, address),) if _LINK.match(address) else ()
        self._walk(element, look, d.canonical((*more, *mark)))

    def _ruby(self, element: Element, look: TextLook, more: d.Marks) -> None:
        base = element.find(q("text:ruby-base"))
        over = element.find(q("text:ruby-text"))
        reading = " ".join(spoken(over).split()) if over is not None else ""
        reading = reading or ("" if over is None else " ".join("".join(over.itertext()).split()))
        mark = (d.Mark(d.RUBY, reading),) if reading else ()
        if base is not None:
            self._walk(base, look, d.canonical((*more, *mark)))
        elif reading:
            self._text(reading, look, more)

    # -- notes, comments, changes, pictures ----------------------------------------------------

    def _note(self, element: Element, look: TextLook, more: d.Marks) -> None:
        """A footnote; what was said of its words is said behind it, and one in another is words."""
        body = element.find(q("text:note-body"))
        if body is None:
            return
        if self._outside is not None:
            self._put(f" [{spoken(body)}]", look, more)
            return
        self._count += 1
        number = str(self._count)
        self._outside = []
        try:
            blocks, behind = self._notes(body), self._outside
        finally:
            self._outside = None
        self._atom(d.Atom(d.FOOTNOTE, {"id": number, "blocks": blocks}), look, more)
        self._state.found.extend(behind)

    @property
    def _places(self) -> list[d.Inline]:
        """The inlines that hold places of comments: those of the text, never of a note."""
        return self._state.found if self._outside is None else self._outside

    def _change(self, element: Element, look: TextLook, more: d.Marks) -> None:
        self._changes.take(element, self._places)

    def _annotation(self, element: Element, look: TextLook, more: d.Marks) -> None:
        is_in_note = self._outside is not None
        self._annotations.begin(element, self._places, is_in_note=is_in_note)

    def _annotation_end(self, element: Element, look: TextLook, more: d.Marks) -> None:
        self._annotations.end(element, self._places)

    def _bookmark(self, element: Element, look: TextLook, more: d.Marks) -> None:
        if found := _PART.fullmatch(value(element, "text:name")):
            self._state.matter = found[1]

    def _drawn(self, element: Element, look: TextLook, more: d.Marks) -> None:
        for each in self._frames.read(element):
            if isinstance(each, d.Atom):
                self._atom(each, look, more)
            elif isinstance(each, str):
                self._put(each, look, more)
            else:
                self._state.boxes.append(each)


def _end(state: _State) -> None:
    """White space at the end of a paragraph says nothing."""
    for place in range(len(state.found) - 1, -1, -1):
        run = state.found[place]
        if isinstance(run, d.Run):
            if not state.may_space and run.text.endswith(" "):
                state.found[place] = replace(run, text=run.text[:-1])
            return
        if run.kind == d.LINE_BREAK:
            return
