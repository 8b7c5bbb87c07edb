# SPDX-License-Identifier: MIT
"""A comment while it is made: its passage has a colour at once, and its mark with the first words.

So a comment that nobody wrote leaves nothing behind, not even a step of undo.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from novelist.services.comments import add_comment, new_mark
from novelist.ui.comments.composer import INITIATOR, Remarking
from novelist.ui.comments.draft_card import DraftCard
from novelist.ui.comments.layer import CommentLayer
from novelist.ui.comments.marking import mark_passage, unmark, words_of
from novelist.ui.comments.threads import Threads
from novelist.ui.editor.panel import EditorPanel


class CommentMaking(QObject):
    """One at a time; the field is the one of the draft above the list."""

    made = Signal(int)
    """The comment is in the store and its field was left."""
    ended = Signal()
    """Nothing is being made any more, whether something was or not."""

    def __init__(
        self, editor: EditorPanel, threads: Threads, layer: CommentLayer, draft: DraftCard
    ) -> None:
        super().__init__(draft)
        self._editor, self._threads = editor, threads
        self._layer, self._draft = layer, draft
        self._mark = ""
        draft.composer.finished.connect(self._on_draft_finished)

    @property
    def thread_id(self) -> int | None:
        """The comment that is being written, once it is in the store."""
        remarking = self._draft.composer.remarking
        return None if remarking is None else remarking.comment_id

    def begin(self, item_id: int, passage: QTextCursor) -> None:
        """Let a comment on this passage of the text of an item be written."""
        mark, words = new_mark(), words_of(passage)
        self._editor.documents.hold(self, [item_id])

        async def make(text: str) -> int:
            self._put_mark(item_id, passage, mark)
            edit = await add_comment(
                item_id, mark=mark, passage=words, text=text, initiator=INITIATOR
            )
            return next(iter(edit.comments_after))

        language = self._editor.edit.typesetting.language
        self._draft.begin(words, language, Remarking(item_id, make))
        self._mark = mark
        self._draw(passage)

    def put_away(self) -> None:
        """Its novel is left; what is written goes to the store."""
        self._draft.composer.begin(None)
        self._draw(None)
        self._draft.hide()

    def _put_mark(self, item_id: int, passage: QTextCursor, mark: str) -> None:
        live = self._editor.documents.find(item_id)
        known = self._threads.passage(item_id, mark)
        if live is not None and known is None and passage.document() is live.document:
            mark_passage(passage, mark)

    def _draw(self, passage: QTextCursor | None) -> None:
        """Colour the passage whose comment is being written."""
        before, self._layer.draft = self._layer.draft, passage
        for cursor in (before, passage):
            if cursor is not None and not cursor.isNull():  # its text may be gone
                self._repaint(cursor)

    def _repaint(self, cursor: QTextCursor) -> None:
        document = cursor.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        for number in range(first, last + 1):
            self._editor.documents.layers.block_changed.emit(document, number)

    def _on_draft_finished(self) -> None:
        made = self._draft.composer.last
        self._draw(None)
        self._draft.hide()
        self._editor.documents.let_go(self)
        if made is not None and made.comment_id is not None:
            self._settle(made, made.comment_id)
        self._mark = ""
        self.ended.emit()

    def _settle(self, made: Remarking, comment_id: int) -> None:
        """All that was written may have been deleted again: then the passage is like any other."""
        if made.said.strip():
            self.made.emit(comment_id)
            return
        live = self._editor.documents.find(made.item_id)
        if live is not None:
            unmark(live.document, self._mark)
