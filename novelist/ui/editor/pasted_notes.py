# SPDX-License-Identifier: MIT
"""Footnotes in strange HTML: an anchor that names another one, which names it back.

So do Word (``_ftnref1`` and ``_ftn1``), LibreOffice (``sdfootnote1anc`` and ``sdfootnote1sym``) and
Google Docs (``ftnt_ref1`` and ``ftnt1``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import uuid4

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Inline, JsonValue, Run
from novelist.domain.document_text import block_to_json
from novelist.ui.editor.tokens import Tag

_WAITING: Final = "footnote that waits for its words"
_LONGEST_MARK: Final = 12  # characters of "[123]"


@dataclass
class PastedNotes:
    """Collects what notes say, and gives it to their marks at the end."""

    said: dict[str, list[Block]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)  # what stands for each in the text
    current: str = ""
    """The note whose words are being read."""

    def begin(self, tag: Tag) -> Atom | None:
        """An anchor begins: the mark of a note, or (None) its words, or neither."""
        target = tag.attributes.get("href", "")
        name = tag.attributes.get("name") or tag.attributes.get("id") or ""
        if not target.startswith("#") or not name:
            return None
        if name in self.marks and name not in self.said:
            self.current = name
            self.said.setdefault(name, [])
            return None
        if self.current or target[1:] in self.marks:  # no note stands in another, or twice
            return None
        self.marks[target[1:]] = ""
        return Atom(_WAITING, {"note": target[1:]})

    def is_back(self, tag: Tag) -> bool:
        """Whether the anchor stands before the words of a note: its own words are only a number."""
        return bool(self.current) and tag.attributes.get("href", "").startswith("#")

    def take(self, block: Block) -> bool:
        """Keep a block that belongs to a note; False for one of the text."""
        if not self.current:
            return False
        self.said[self.current].append(block)
        return True

    def finished(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks with the notes where their marks are; a mark without words is words again.

        Notes whose marks are nowhere come last, as text.
        """
        placed = {
            str(inline.attrs["note"])
            for block in blocks
            for inline in block.inlines
            if isinstance(inline, Atom) and inline.kind == _WAITING
        }
        lost = [block for name, said in self.said.items() if name not in placed for block in said]
        return [self._finished(block) for block in (*blocks, *lost)]

    def _finished(self, block: Block) -> Block:
        kinds = {inline.kind for inline in block.inlines if isinstance(inline, Atom)}
        if _WAITING not in kinds:
            return block
        inlines = [self._note(inline) for inline in block.inlines]
        return d.normal(replace(block, inlines=tuple(each for each in inlines if each is not None)))

    def _note(self, inline: Inline) -> Inline | None:
        if isinstance(inline, Run) or inline.kind != _WAITING:
            return inline
        name = str(inline.attrs["note"])
        if name in self.said:
            blocks: list[JsonValue] = [block_to_json(block) for block in self.said[name]]
            return Atom(d.FOOTNOTE, {"id": uuid4().hex[:12], "blocks": blocks})
        words = self.marks[name].strip()
        return Run(words, d.marks(d.SUPERSCRIPT)) if words else None

    def add_words(self, atom: Atom, words: str) -> None:
        """Words inside the mark of a note: its number."""
        name = str(atom.attrs["note"])
        self.marks[name] = (self.marks[name] + words)[:_LONGEST_MARK]
