# SPDX-License-Identifier: MIT
"""One chapter set to be read: its document, its notes, its pages, made in slices."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QImage, QTextBlock, QTextCursor, QTextDocument

from novelist.domain import document as d
from novelist.domain.document import Block, Document, Run
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.codec import blocks_from, fill, offset_in, position_of, write_blocks
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.letter_room import set_apart
from novelist.ui.editor.notes import Note
from novelist.ui.editor.page import zoomed_device
from novelist.ui.editor.picture_painting import room_of_block
from novelist.ui.editor.properties import block_meaning
from novelist.ui.editor.styles import PageStyle
from novelist.ui.reading.chapters import ReadChapter
from novelist.ui.reading.paging import Line, Paging

_SLICE: Final = 6_000  # characters that are written or laid out at one go
_NOTES: Final = 8  # that are set at one go
_NOTE_SIZE: Final = 0.82
_NOTE_LEADING: Final = 78
_HEAD_ROOM: Final = 72  # pixels over the heading of a chapter


@dataclass(frozen=True)
class Setting:
    """How a chapter is set; pages are ``width`` by ``height`` pixels."""

    font: QFont
    style: PageStyle
    width: int
    height: int
    notes_at_end: bool = False
    titles: bool = False
    gap: float = 0.0  # between Han and Latin letters


@dataclass(frozen=True)
class Place:
    """A place of the novel: an item, a block of its text, an offset in code points."""

    item_id: int
    block: int = 0
    offset: int = 0


class ChapterText(QObject):
    """``work`` goes on with it; ``paging.pages`` are those that are known by now."""

    def __init__(
        self,
        chapter: ReadChapter,
        texts: Mapping[int, Document],
        setting: Setting,
        atoms: AtomPainter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.chapter, self.setting = chapter, setting
        self._texts, self._atoms = texts, atoms
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self._device: QImage = zoomed_device(setting.style.scale)
        self._starts: list[tuple[int, int]] = []  # the first block of a scene, its item
        self.notes: list[QTextDocument] = []
        self.note_lines: list[list[tuple[float, float]]] = []
        self.paging = Paging(setting.height)
        self.is_whole = False
        self._steps = self._make()

    def work(self) -> bool:
        """Do the next slice; whether there is more to be done."""
        if not self.is_whole and next(self._steps, True):
            self.is_whole = True
        return not self.is_whole

    def position_of(self, place: Place) -> int:
        """Where a place stands in the document."""
        first = next((start for start, item in self._starts if item == place.item_id), 0)
        return position_of(self.document, first + place.block, place.offset)

    def place_at(self, position: int) -> Place | None:
        """The place of the novel that stands there."""
        block = self.document.findBlock(position)
        number = bisect.bisect_right([start for start, _ in self._starts], block.blockNumber()) - 1
        if number < 0:
            return Place(self._starts[0][1]) if self._starts else None
        start, item_id = self._starts[number]
        return Place(item_id, block.blockNumber() - start, offset_in(block, position))

    # -- making it -----------------------------------------------------------------------------

    def _make(self) -> Iterator[None]:
        document, setting = self.document, self.setting
        document.setDocumentMargin(0)
        document.setLayoutEnabled(False)
        document.setDefaultFont(setting.font)
        yield from self._write()
        document.documentLayout().setPaintDevice(self._device)
        found = self._atoms.attend(document).all()
        if setting.notes_at_end:
            self._write_notes_at_end(found)
        else:
            yield from self._set_notes(found)
        justify_in(document, setting.width)
        document.setTextWidth(setting.width)
        document.setLayoutEnabled(True)
        at_foot = () if setting.notes_at_end else found
        yield from self._paginate({note.position: note.number - 1 for note in at_foot})

    def _write(self) -> Iterator[None]:
        cursor = QTextCursor(self.document)
        written = cursor.position()
        whole = self._whole()
        for place in write_blocks(cursor, whole, self.setting.style):
            set_apart(cursor.block(), self.setting.gap)
            if place - written > _SLICE:
                written = place
                yield
        block = self.document.firstBlock()
        if block_meaning(block.blockFormat())[0] == d.HEADING:
            room = block.blockFormat()
            room.setTopMargin(_HEAD_ROOM)
            QTextCursor(block).setBlockFormat(room)
            self._space_below_headings(block)

    def _space_below_headings(self, block: QTextBlock) -> None:
        while block.isValid() and block_meaning(block.blockFormat())[0] == d.HEADING:
            last, block = block, block.next()
        room = last.blockFormat()
        room.setBottomMargin(self.setting.style.line)
        QTextCursor(last).setBlockFormat(room)

    def _whole(self) -> Document:
        """Headings and scenes as one document."""
        blocks: list[Block] = []
        if self.chapter.part:
            blocks.append(_heading(self.chapter.part, 2))
        if self.chapter.title:
            blocks.append(_heading(self.chapter.title, 1))
        for number, scene in enumerate(self.chapter.scenes):
            if self.setting.titles and scene.title:
                blocks.append(_heading(scene.title, 3))
            elif number:
                blocks.append(Block(d.SCENE_BREAK))
            self._starts.append((len(blocks), scene.item_id))
            blocks += self._texts.get(scene.item_id, d.EMPTY).blocks or (Block(),)
        return Document(tuple(blocks))

    def _note_text(self, note: Note) -> Document:
        blocks = list(note.document.blocks) or [Block()]
        number = Run(f"{note.number}\u2002")
        blocks[0] = Block(d.PARAGRAPH, (number, *blocks[0].inlines), {"indent": "none"})
        return Document(tuple(blocks))

    def _write_notes_at_end(self, found: list[Note]) -> None:
        if not found:
            return
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        ends = [Block(d.SCENE_BREAK, (), {"symbol": "—"})]
        for note in found:
            ends += self._note_text(note).blocks
        style = self.setting.style
        cursor.insertBlock(style.block_format(d.SCENE_BREAK, ends[0].attrs, d.PARAGRAPH))
        for block in ends[1:]:
            cursor.insertBlock(style.block_format(block.kind, block.attrs, d.PARAGRAPH))
            cursor.insertText(block.plain_text)
            set_apart(cursor.block(), self.setting.gap)

    def _set_notes(self, found: list[Note]) -> Iterator[None]:
        """Each note as a document of its own, and the lines it has."""
        setting = self.setting
        font = QFont(setting.font)
        font.setPixelSize(max(round(font.pixelSize() * _NOTE_SIZE), 8))
        style = PageStyle(setting.style.han, setting.style.scale * _NOTE_SIZE, _NOTE_LEADING)
        for note in found:
            document = QTextDocument(self)
            document.setDocumentMargin(0)
            document.setDefaultFont(font)
            document.documentLayout().setPaintDevice(self._device)
            self._atoms.attend(document)
            fill(document, self._note_text(note), style)
            for block in blocks_from(document.firstBlock()):
                set_apart(block, setting.gap * _NOTE_SIZE)
            justify_in(document, setting.width)
            document.setTextWidth(setting.width)
            self.notes.append(document)
            self.note_lines.append([(line.top, line.bottom) for line in _lines_of(document)])
            if len(self.notes) % _NOTES == 0:
                yield
        self.paging.notes = [[b - t for t, b in lines] or [0.0] for lines in self.note_lines]

    def _paginate(self, notes: Mapping[int, int]) -> Iterator[None]:
        taken = 0
        layout = self.document.documentLayout()
        positions = sorted(notes)
        lines: list[Line] = []
        for block in blocks_from(self.document.firstBlock()):
            layout.blockBoundingRect(block)
            lines += _block_lines(block, positions, notes)
            if block.position() - taken > _SLICE:
                taken = block.position()
                self.paging.take(lines)
                lines = []
                yield
        self.paging.take(lines)
        self.paging.finish()


def _heading(title: str, level: int) -> Block:
    return Block(d.HEADING, (Run(title),), {"level": level} if level > 1 else {})


def _lines_of(document: QTextDocument) -> list[Line]:
    found: list[Line] = []
    for block in blocks_from(document.firstBlock()):
        document.documentLayout().blockBoundingRect(block)
        found += _block_lines(block, [], {})
    return found


def _block_lines(block: QTextBlock, positions: list[int], notes: Mapping[int, int]) -> list[Line]:
    """The lines of a block that is laid out; the room over and below it belongs to its lines."""
    layout = block.layout()
    count, rect = layout.lineCount(), room_of_block(block)
    is_heading = block_meaning(block.blockFormat())[0] == d.HEADING
    tops = [layout.position().y() + layout.lineAt(n).y() for n in range(count)]
    if tops:
        tops[0] = min(tops[0], rect.top())
    found = []
    for number, top in enumerate(tops):
        line = layout.lineAt(number)
        start = block.position() + line.textStart()
        low = bisect.bisect_left(positions, start)
        high = bisect.bisect_left(positions, start + line.textLength())
        bottom = tops[number + 1] if number + 1 < count else rect.bottom()
        called = tuple(notes[each] for each in positions[low:high])
        found.append(Line(top, bottom, start, number == 0, number == count - 1, is_heading, called))
    return found
