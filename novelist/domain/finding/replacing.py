# SPDX-License-Identifier: MIT
"""What takes the place of words that were found, and the document with it in place.

Marks stay on the letters that stay; what is new takes those of the letter whose place it takes.
Atoms are never replaced. Nothing else of the document changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.document import (
    COMMENT,
    LINE_BREAK,
    NO_MARKS,
    Atom,
    Block,
    Document,
    Inline,
    Marks,
    Run,
    canonical,
)
from novelist.domain.document_text import block_from_line, block_to_json, line_of
from novelist.domain.finding.passages import OBJECT, Address, note_block, passage_text


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """New words for a stretch of a text."""

    start: int
    end: int
    new: str


Changes = Mapping[Address, Sequence[Change]]  # of each passage in order and apart


def replace_in_text(text: str, changes: Iterable[Change]) -> str:
    """A text without marks with the changes made."""
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (text[done : change.start], change.new)
        done = change.end
    return "".join((*parts, text[done:]))


def replace_in_document(document: Document, changes: Changes) -> Document:
    """The document with the changes made; blocks without one are the very same."""
    by_block = _by_block(changes)
    if not by_block:
        return document
    blocks = list(document.blocks)
    for number, inside in by_block.items():
        blocks[number] = _changed(blocks[number], number, inside)
    return Document(tuple(blocks))


def replace_in_content(content: str, changes: Changes) -> str:
    """The same for a stored text (JSON Lines); lines of other blocks stay to the byte.

    Raises ``DocumentFormatError``.
    """
    lines = content.split("\n")
    for number, inside in _by_block(changes).items():
        line = number + 1  # after the header
        lines[line] = line_of(_changed(block_from_line(lines[line], line + 1), number, inside))
    return "\n".join(lines)


def _by_block(changes: Changes) -> dict[int, dict[Address, Sequence[Change]]]:
    found: dict[int, dict[Address, Sequence[Change]]] = {}
    for address, wanted in changes.items():
        if wanted:
            found.setdefault(address.block, {})[address] = wanted
    return found


def _changed(block: Block, number: int, inside: Changes) -> Block:
    notes = {(each.note, each.inner): wanted for each, wanted in inside.items() if each.is_note}
    if notes:
        block = _with_notes(block, notes)
    return _rewritten(block, inside.get(Address(number), ()))


def _with_notes(block: Block, changes: Mapping[tuple[int, int], Sequence[Change]]) -> Block:
    """The block with other words in its footnotes."""
    inlines: list[Inline] = []
    offset = 0
    for inline in block.inlines:
        if isinstance(inline, Atom) and any(note == offset for note, _ in changes):
            inlines.append(_note(inline, offset, changes))
        else:
            inlines.append(inline)
        offset += len(inline.text) if isinstance(inline, Run) else 1
    return replace(block, inlines=tuple(inlines))


def _note(atom: Atom, offset: int, changes: Mapping[tuple[int, int], Sequence[Change]]) -> Atom:
    blocks = atom.attrs.get("blocks")
    assert isinstance(blocks, list)
    inside = list(blocks)
    for (note, inner), wanted in changes.items():
        found = note_block(atom, inner) if note == offset else None
        if found is not None:
            inside[inner] = [*block_to_json(_rewritten(found, wanted))]
    return replace(atom, attrs={**atom.attrs, "blocks": inside})


# -- the inlines of one block ----------------------------------------------------------------------


def _rewritten(block: Block, changes: Sequence[Change]) -> Block:
    text = passage_text(block)
    wanted = [each for each in changes if each.new != text[each.start : each.end]]
    if not wanted:
        return block
    only = block.inlines[0]
    if len(block.inlines) == 1 and isinstance(only, Run) and not _breaks(wanted):
        new = replace_in_text(text, wanted)
        return replace(block, inlines=(Run(new, only.marks),) if new else ())
    cutter = _Cutter(block.inlines)
    inlines: list[Inline] = []
    for change in wanted:
        _extend(inlines, cutter.up_to(change.start))
        for inline in _replaced(cutter.up_to(change.end), change.new):
            _extend(inlines, [inline])
    _extend(inlines, cutter.rest())
    return replace(block, inlines=tuple(inlines))


def _breaks(changes: Iterable[Change]) -> bool:
    """Whether a change brings the end of a line, which is an atom."""
    return any("\n" in change.new for change in changes)


def _extend(inlines: list[Inline], more: Sequence[Inline]) -> None:
    """Add inlines, the first of them in one run with what stands before it if it is its like."""
    last, first = inlines[-1] if inlines else None, more[0] if more else None
    if isinstance(last, Run) and isinstance(first, Run) and last.marks == first.marks:
        inlines[-1] = Run(last.text + first.text, last.marks)
        more = more[1:]
    inlines.extend(more)


class _Cutter:
    """Hands out inlines from the beginning on, cut where it is asked to."""

    def __init__(self, inlines: Sequence[Inline]) -> None:
        self._inlines = inlines
        self._number = self._inside = self._offset = 0

    def up_to(self, offset: int) -> list[Inline]:
        """What stands before that offset and was not handed out."""
        found: list[Inline] = []
        while self._offset < offset:
            inline = self._inlines[self._number]
            length = len(inline.text) - self._inside if isinstance(inline, Run) else 1
            taken = min(length, offset - self._offset)
            found.append(_part(inline, self._inside, taken))
            self._offset += taken
            self._inside += taken
            if taken == length:
                self._number, self._inside = self._number + 1, 0
        return found

    def rest(self) -> list[Inline]:
        """All that was not handed out."""
        left = self._inlines[self._number :]
        if not self._inside:
            return list(left)
        first = left[0]
        assert isinstance(first, Run)
        return [_part(first, self._inside, len(first.text)), *left[1:]]


def _part(inline: Inline, start: int, length: int) -> Inline:
    if isinstance(inline, Atom) or (start == 0 and length >= len(inline.text)):
        return inline
    return Run(inline.text[start : start + length], inline.marks)


def _replaced(old: Sequence[Inline], new: str) -> list[Inline]:
    """New words in the place of old ones; footnotes and pictures among these stay.

    They stand where a group of an expression brought them, or else after the new words.
    """
    atoms = [n for n, each in enumerate(old) if isinstance(each, Atom) and each.kind != LINE_BREAK]
    pieces = new.split(OBJECT)
    if len(pieces) != len(atoms) + 1:
        return [*_worded(old, "".join(pieces)), *(old[place] for place in atoms)]
    found: list[Inline] = []
    start = 0
    for end, piece in zip([*atoms, len(old)], pieces, strict=True):
        found += [*_worded(old[start:end], piece), *old[end : end + 1]]
        start = end + 1
    return found


def _worded(old: Sequence[Inline], new: str) -> list[Inline]:
    """New words in the place of those among some inlines."""
    letters = [letter for inline in old for letter in _letters(inline)]
    written = [letter.text if isinstance(letter, Run) else "\n" for letter in letters]
    first, last = common_ends(written, list(new))
    end = len(letters) - last
    middle = _dressed(new[first : len(new) - last], _marks_for(letters, first, end))
    return [*letters[:first], *middle, *letters[end:]]


def _letters(inline: Inline) -> Iterable[Inline]:
    """The characters of an inline, each by itself."""
    if isinstance(inline, Run):
        return [Run(character, inline.marks) for character in inline.text]
    return [inline] if inline.kind == LINE_BREAK else []


def _marks_for(letters: Sequence[Inline], first: int, end: int) -> Marks:
    """Those of the letter whose place is taken, or that it follows; a comment is not lost."""
    gone = letters[first:end]
    if not gone:
        return letters[max(0, first - 1)].marks if letters else NO_MARKS
    marks = gone[0].marks
    if any(mark.name == COMMENT for mark in marks):
        return marks
    comments = [mark for each in gone for mark in each.marks if mark.name == COMMENT]
    return canonical((*marks, comments[0])) if comments else marks


def _dressed(text: str, marks: Marks) -> list[Inline]:
    inlines: list[Inline] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            inlines.append(Atom(LINE_BREAK, {}, marks))
        if line:
            inlines.append(Run(line, marks))
    return inlines
