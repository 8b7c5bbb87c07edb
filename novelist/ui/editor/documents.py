# SPDX-License-Identifier: MIT
"""The texts that are open: each keeps its history while the writer moves between scenes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.domain.document import Document
from novelist.ui.editor import codec, page
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.colouring import Colouring, Layers, MarkLayer
from novelist.ui.editor.joint_step import JointStep
from novelist.ui.editor.ruby import RubyLayer
from novelist.ui.editor.styles import PageStyle
from novelist.ui.editor.underlines import Underlines
from novelist.ui.theme import Theme

MOST_OPEN: Final = 60


class LiveText(QObject):
    """The text of one scene as Qt edits it, and whether it is on disk yet."""

    edited = Signal(int)
    """The item's id: its text changed. What is being composed counts when it is committed."""
    reflowed = Signal(int)
    """The item's id: it is another text now, or in another column since somebody else shows it."""

    def __init__(
        self,
        item_id: int,
        document: Document,
        style: PageStyle,
        theme: Theme,
        atoms: AtomPainter,
        layers: Layers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.style = style
        self.revision = 0
        self.saved_revision = 0
        self.caret = 0
        self.scroll = 0
        self.zoom = 1.0  # of its layout
        self.columns: dict[object, int] = {}  # wanted by those who show it; the least holds
        self.has_stale_styles = False
        self._composition: QTextBlock | None = None
        self._is_restyling = False
        self._has_styles_in_history = False
        self._is_in_history = False
        self._style_steps: set[int] = set()
        self._joint_steps: list[JointStep] = []  # that can be taken back
        self._undone_steps: list[JointStep] = []  # that can be done again
        # Its parent must not be an editor: that would delete it with the next setDocument().
        self.document = QTextDocument(self)
        self._load(document)
        self._length = self.document.characterCount()
        self.notes = atoms.attend(self.document)
        self.pictures = atoms.pictures
        self.colours = Colouring(self.document, layers, theme)
        self.underlines = Underlines(self.document, layers)
        self.document.contentsChange.connect(self._on_document_contents_change)

    @property
    def is_dirty(self) -> bool:
        """Whether something of it is not on disk."""
        return self.revision != self.saved_revision

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing a word in it."""
        block = self._composition
        return block is not None and block.isValid() and bool(block.layout().preeditAreaText())

    def snapshot(self) -> Document:
        """The text as it is now, without an unfinished composition."""
        return codec.read(self.document)

    def replace(self, document: Document) -> None:
        """Show what the store holds now; its history begins anew.

        Words that were typed meanwhile and are not on disk stay in the history: undo brings them
        back.
        """
        self.document.contentsChange.disconnect(self._on_document_contents_change)
        if self.is_dirty:
            codec.overwrite(self.document, document, self.style)
            self.revision += 1
        else:
            self._joint_steps.clear()
            self.document.clear()
            self._load(document)
        self.document.contentsChange.connect(self._on_document_contents_change)
        self._length = self.document.characterCount()
        self.saved_revision = self.revision
        self.reflowed.emit(self.item_id)

    def restyle(self, style: PageStyle) -> None:
        """Take on another setting of the page; waits while something could be redone."""
        if style == self.style and not self.has_stale_styles:
            return
        self.style = style
        self._is_restyling = True
        before = self.document.availableUndoSteps()
        self.has_stale_styles = not page.restyle(self.document, style)
        self._is_restyling = False
        self._has_styles_in_history |= before > 0
        if before and self.document.availableUndoSteps() > before:
            self._style_steps.add(before + 1)

    def set_column(self, owner: object, column: int | None) -> int:
        """Show it in a column so wide, or no more (None); how wide it is now.

        A text has one layout: where it is shown twice the narrower column holds for both.
        """
        before = min(self.columns.values(), default=0)
        if column is None:
            self.columns.pop(owner, None)
        else:
            self.columns[owner] = column
        now = min(self.columns.values(), default=before)
        if now != before and len(self.columns) > (0 if column is None else 1):
            self.reflowed.emit(self.item_id)
        return now

    def join(self, step: JointStep) -> None:
        """The last step was part of one that changed other texts too."""
        self._joint_steps.append(step)

    def leave_joint_steps(self) -> None:
        """The text is closed: others take back their parts without it."""
        for step in (*self._joint_steps, *self._undone_steps):
            step.leave(self)

    @property
    def has_joint_steps(self) -> bool:
        """Whether taking back something here takes it back in other texts too."""
        return bool(self._joint_steps or self._undone_steps)

    def undo(self, step: Callable[[], None], *, jointly: bool = True) -> None:
        """Take back one step of writing; steps that only restyled the page go along with it.

        What was done in several texts at once is taken back in all of them, if ``jointly``.
        """
        self._is_in_history = True
        steps = self.document.availableUndoSteps()
        step()
        if steps in self._style_steps:
            steps = self.document.availableUndoSteps()
            step()
        self._after_history()
        if self._joint_steps and self._joint_steps[-1].is_newest(self, steps):
            joint = self._joint_steps.pop()
            self._undone_steps.append(joint)
            if jointly:
                joint.undo_others(self)

    def redo(self, step: Callable[[], None], *, jointly: bool = True) -> None:
        """Do one step of writing again, and the restyling that came after it; see ``undo``."""
        self._is_in_history = True
        step()
        if self.document.availableUndoSteps() + 1 in self._style_steps:
            step()
        self._after_history()
        done = self.document.availableUndoSteps()
        if self._undone_steps and self._undone_steps[-1].is_newest(self, done):
            joint = self._undone_steps.pop()
            self._joint_steps.append(joint)
            if jointly:
                joint.redo_others(self)

    def _after_history(self) -> None:
        """Indents may be those of an earlier zoom now, until the next edit."""
        self._is_in_history = False
        self.has_stale_styles |= self._has_styles_in_history

    def _load(self, document: Document) -> None:
        """Take in a text; it is laid out when it is shown, once its font and width are known."""
        self.document.setUndoRedoEnabled(False)
        self.document.setLayoutEnabled(False)
        page.prepare(self.document)
        codec.fill(self.document, document, self.style)
        self.document.setUndoRedoEnabled(True)

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._is_restyling:
            return
        if not self._is_in_history:
            self._undone_steps.clear()
        if self._style_steps and not self._is_in_history:
            steps = self.document.availableUndoSteps()
            self._style_steps = {step for step in self._style_steps if step <= steps}
        block = self.document.findBlock(position)
        if block.layout().preeditAreaText():
            self._composition = block
        before, self._length = self._length, self.document.characterCount()
        if self.is_composing and self._length == before:
            return  # only the composition changed; it may go on for minutes, part by part
        if not self.is_composing:
            self._composition = None
        self.revision += 1
        self.edited.emit(self.item_id)


class Documents(QObject):
    """The open texts by item, the longest unused first; forgets what is saved and not held."""

    text_edited = Signal(int)
    opened = Signal(int)
    """The text of this item is open from now on, until it is ``forgotten``."""
    forgotten = Signal(int)
    """The text of this item is closed; its ``LiveText`` must not be used any more."""

    def __init__(self, theme: Theme, parent: QObject, limit: int = MOST_OPEN) -> None:
        super().__init__(parent)
        self._theme = theme
        self._limit = limit
        self._texts: OrderedDict[int, LiveText] = OrderedDict()
        self._held: dict[object, frozenset[int]] = {}  # by whoever needs them
        self._closed: set[int] = set()  # to be forgotten as soon as they are on disk
        self._atoms = AtomPainter(theme, self)
        self.pictures = self._atoms.pictures
        self.layers = Layers(self)
        self.layers.add(MarkLayer(theme))
        self.layers.add(RubyLayer())

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[int]:
        return iter(self._texts)

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._texts

    def find(self, item_id: int) -> LiveText | None:
        """The open text of an item, if it is open."""
        return self._texts.get(item_id)

    def dirty(self) -> list[LiveText]:
        """The texts of which something is not on disk."""
        return [text for text in self._texts.values() if text.is_dirty]

    def open(self, item_id: int, document: Document, style: PageStyle) -> LiveText:
        """The live text of an item, with its history where it was open before.

        A text that is open already is never older than ``document``, which may have been read
        before the last save; one that was changed elsewhere is told so by ``LiveText.replace``.
        """
        text = self._texts.get(item_id)
        if text is None:
            text = LiveText(item_id, document, style, self._theme, self._atoms, self.layers, self)
            self._texts[item_id] = text
            text.edited.connect(self.text_edited)
            self.opened.emit(item_id)
        self._texts.move_to_end(item_id)
        self._closed.discard(item_id)
        self._forget_oldest(but=item_id)
        return text

    def hold(self, owner: object, item_ids: Iterable[int]) -> None:
        """Do not forget the texts that ``owner`` needs, and no longer those it needed before."""
        self._held[owner] = frozenset(item_ids)
        self._forget_oldest()

    def let_go(self, owner: object) -> None:
        """``owner`` needs nothing any more."""
        self._held.pop(owner, None)
        self._forget_oldest()

    def close(self, item_id: int) -> None:
        """Forget a text and its history: its item is gone. What is not on disk yet waits for that.

        ``forget_closed`` is to be called after each save.
        """
        self._closed.add(item_id)
        self.forget_closed()

    def forget_closed(self) -> None:
        """Forget the closed texts that are on disk by now."""
        for item_id in list(self._closed):
            text = self._texts.get(item_id)
            if text is None or not text.is_dirty:
                self._closed.discard(item_id)
                self._forget(item_id)

    def _forget_oldest(self, but: int | None = None) -> None:
        held = frozenset[int]().union(*self._held.values())
        for item_id, text in list(self._texts.items()):
            if len(self._texts) <= self._limit:
                return
            is_needed = item_id == but or item_id in held
            if not (is_needed or text.is_dirty or text.has_joint_steps):
                self._forget(item_id)

    def _forget(self, item_id: int) -> None:
        text = self._texts.pop(item_id, None)
        if text is not None:
            text.leave_joint_steps()
            self.forgotten.emit(item_id)
            text.deleteLater()
