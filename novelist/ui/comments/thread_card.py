# SPDX-License-Identifier: MIT
"""The chosen thread: all that was said, a field to answer in, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.comments import Remark, Thread
from novelist.services.comments import add_reply
from novelist.ui.comments.composer import INITIATOR, Composer, Remarking
from novelist.ui.comments.correction_row import CorrectionRow
from novelist.ui.comments.delegate import PADDING
from novelist.ui.comments.field import CommentField
from novelist.ui.comments.labels import CommentWords
from novelist.ui.comments.model import Card
from novelist.ui.comments.remark_view import Quote, RemarkView
from novelist.ui.comments.send_row import SendRow
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class ThreadCard(Retranslated, QWidget):
    """Stands over the row of its thread; tells its height for the width of the list."""

    passage_requested = Signal(int)
    resolve_requested = Signal(int, bool)
    remove_requested = Signal(int)
    given_back = Signal(object)
    """A comment says again what it said before it was written anew: the ``Edit``."""
    text_requested = Signal()
    """The keyboard should go back to the text."""
    grew = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, words: CommentWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comment_thread")
        self._theme, self._icons, self._words = theme, icons, words
        self._card: Card | None = None
        self._language = "en"
        self._views: list[RemarkView] = []
        self._edited: int | None = None
        self._scene = TextLabel(theme, "small", "text_3", self)
        self._quote = Quote(theme, self)
        self._state = TextLabel(theme, "small", "warning", self, wrap=True)
        self.reply = CommentField(theme, "comment_reply", self)
        self.correction = CommentField(theme, "comment_correction", self)
        self._sending = SendRow(theme, icons, self.reply, self)
        self._keeping = CorrectionRow(theme, icons, self.correction, self)
        self.replying = Composer(self.reply, tasks, self)
        self.correcting = Composer(self.correction, tasks, self)
        self._resolve = Button(theme, icons, ButtonRole.BORDERED, self, icon="check", small=True)
        self._resolve.setObjectName("comment_resolve")
        self._remove = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        self._remove.setObjectName("comment_remove")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def shown(self) -> Thread | None:
        """The thread that is shown."""
        return None if self._card is None else self._card.thread

    def show_card(self, card: Card | None, language: str = "en") -> None:
        """Show a thread, or none; what is being written about the same one stays."""
        before = self.shown
        if card == self._card and language == self._language:
            return
        self._card, self._language = card, language
        is_other = card is None or before is None or card.thread.id != before.id
        if is_other:
            self._stop_editing()
            self.replying.begin(None)
        if card is not None:
            self._show_words(card)
            if is_other:
                self._begin_reply()
            else:
                self._show_remarks(card.thread)

    def height_at(self, width: int) -> int:
        """How high it is at this width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(width)

    def write_reply(self) -> None:
        """Put the keyboard where one answers."""
        self.reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_remark(self, comment_id: int) -> None:
        """Write a remark anew, in its place."""
        view = self._view(comment_id)
        if self._card is None or view is None:
            return
        self._stop_editing()
        self._edited = comment_id
        remark = view.remark
        self.correcting.begin(Remarking(self._card.item_id, comment_id=remark.id, said=remark.text))
        view.put_field(self.correction, self._keeping)
        self.correction.editor.dress()
        self._keeping.follow_field()
        self.correction.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grew.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.reply.set_words(self.tr("Reply"), self.tr("Reply"))
        self.correction.set_words(self.tr("Edit comment"), "")
        self._remove.setText(self.tr("Delete"))
        if self._card is not None:
            self._show_words(self._card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.text_requested.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: nothing behind it is clicked."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a card that stands out from the others."""
        radius = self._theme.radius("card")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            frame(painter, self.rect(), self._theme.colour("line_button"), radius)

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[PADDING] * 4)
        column.setSpacing(4)
        column.addWidget(self._scene)
        column.addWidget(self._quote)
        column.addWidget(self._state)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(4)
        column.addLayout(self._remarks)
        column.addWidget(self.reply)
        column.addWidget(self._sending)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(self._theme.space("s"))
        buttons.addWidget(self._resolve)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        column.addLayout(buttons)
        self.correction.hide()

    def _connect(self) -> None:
        self._quote.clicked.connect(self._on_quote_clicked)
        self._resolve.clicked.connect(self._on_resolve_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        for field in (self.reply, self.correction):
            field.grew.connect(self.grew)
            field.done.connect(self.text_requested)
        self.replying.finished.connect(self._begin_reply)
        self.correcting.finished.connect(self._stop_editing)
        self.correcting.given_back.connect(self.given_back)
        self._keeping.given_up.connect(self._on_given_up)

    def _show_words(self, card: Card) -> None:
        thread = card.thread
        self._scene.setText(card.scene)
        self._scene.setVisible(bool(card.scene))
        is_open = not (card.is_lost or thread.is_resolved)
        quote = card.quote
        self._quote.show_passage(quote, self._language, is_open=is_open)
        self._state.setText(self._words.lost() if card.is_lost else "")
        self._state.setVisible(card.is_lost)
        self._resolve.setText(self.tr("Reopen") if thread.is_resolved else self.tr("Resolve"))
        self._resolve.set_icon("rotate-ccw" if thread.is_resolved else "check")
        self.grew.emit()

    def _show_remarks(self, thread: Thread) -> None:
        """All but an answer that is still being written; a field in use stays where it is."""
        written = self.replying.remarking
        hidden = None if written is None else written.comment_id
        wanted = [remark for remark in thread.remarks if remark.id != hidden]
        known = [view.remark.id for view in self._views]
        if known != [remark.id for remark in wanted[: len(known)]] and self._edited is None:
            self._clear_remarks()
            known = []
        for view, remark in zip(self._views, wanted, strict=False):
            if view.remark.id == remark.id:
                view.show_remark(remark)
        for remark in wanted[len(known) :]:
            self._add_remark(remark)
        self.grew.emit()

    def _clear_remarks(self) -> None:
        for view in self._views:
            self._remarks.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = []

    def _add_remark(self, remark: Remark) -> None:
        view = RemarkView(self._theme, self._icons, self._words, remark, self)
        view.line.setVisible(bool(self._views))
        view.edit_requested.connect(self.edit_remark)
        view.remove_requested.connect(self.remove_requested)
        self._remarks.addWidget(view)
        self._views.append(view)

    def _stop_editing(self) -> None:
        view = None if self._edited is None else self._view(self._edited)
        self._edited = None
        self.correcting.begin(None)
        if view is not None:
            for widget in (self.correction, self._keeping):
                widget.setParent(self)
                widget.hide()
            view.put_field()
            self.grew.emit()

    def _view(self, comment_id: int) -> RemarkView | None:
        return next((view for view in self._views if view.remark.id == comment_id), None)

    def _begin_reply(self) -> None:
        if self._card is None:
            return
        thread_id = self._card.thread.id

        async def make(text: str) -> int:
            edit = await add_reply(thread_id, text, initiator=INITIATOR)
            return next(iter(edit.comments_after))

        self.replying.begin(Remarking(self._card.item_id, make))
        self._show_remarks(self._card.thread)

    def _on_given_up(self) -> None:
        self.correcting.give_up()
        self.text_requested.emit()

    def _on_quote_clicked(self) -> None:
        if self._card is not None:
            self.passage_requested.emit(self._card.thread.id)

    def _on_resolve_clicked(self) -> None:
        if self._card is not None:
            thread = self._card.thread
            self.resolve_requested.emit(thread.id, not thread.is_resolved)

    def _on_remove_clicked(self) -> None:
        if self._card is not None:
            self.remove_requested.emit(self._card.thread.id)
