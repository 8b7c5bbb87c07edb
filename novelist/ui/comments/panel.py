# SPDX-License-Identifier: MIT
"""The tab "Comments": open or resolved threads of the scene, the chapter or the novel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.ui.comments.draft_card import DraftCard
from novelist.ui.comments.labels import CommentWords
from novelist.ui.comments.model import Card
from novelist.ui.comments.thread_list import CommentList
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.choice_button import ChoiceButton
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented

OPEN: Final = "open"
RESOLVED: Final = "resolved"
SCENE: Final = "scene"
CHAPTER: Final = "chapter"
NOVEL: Final = "novel"


class CommentsPanel(Retranslated, QWidget):
    """Shows the cards it is given; says what is wished."""

    comment_requested = Signal()
    """The paragraph at the caret is to be commented."""
    scope_chosen = Signal(str)
    refresh_requested = Signal()
    """It is seen now, or speaks another language."""
    shown_changed = Signal()
    """Open ones are to be listed, or resolved ones."""

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, words: CommentWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comments_panel")
        self._theme = theme
        self._counts = (0, 0)
        self.shown = Segmented(theme, self)
        self.shown.setObjectName("comments_shown")
        self._scope = ChoiceButton(theme, icons, self, name="comments_scope", value=SCENE)
        self.draft = DraftCard(theme, tasks, self)
        self.draft.shown.connect(self._show_empty)
        self.list = CommentList(theme, icons, tasks, words, self)
        self.empty = EmptyState(theme, icons, "message-square", self, width=240)
        self.empty.setObjectName("comments_empty")
        theme.lay_ground(self, "side")
        self._lay_out()
        self.retranslate()
        self.shown.value_changed.connect(self._on_shown_changed)
        self._scope.chosen.connect(self.scope_chosen)
        self.empty.action_requested.connect(self.comment_requested)

    @property
    def scope(self) -> str:
        """How much is looked at."""
        return self._scope.value

    @property
    def shows_resolved(self) -> bool:
        """Whether resolved ones are listed."""
        return self.shown.value() == RESOLVED

    def show_cards(self, cards: Sequence[Card], counts: tuple[int, int], language: str) -> None:
        """List these; ``counts`` says how many are open, how many resolved."""
        self._counts = counts
        if self.list.model_.show(cards) or language != self.list.language:
            self.list.refresh(language)
        self._stack.setCurrentWidget(self.list if cards else self.empty)
        self._show_empty()
        self._say()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.list.setAccessibleName(self.tr("Comments"))
        self.setAccessibleName(self.tr("Comments"))
        self._say()
        self.refresh_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: nothing was listed while nobody looked."""
        super().showEvent(event)
        self.refresh_requested.emit()

    def _show_empty(self) -> None:
        """Nothing invites to comment while a comment is being written."""
        is_empty = self._stack.currentWidget() is self.empty
        self._stack.setVisible(not is_empty or self.draft.isHidden())

    def _say(self) -> None:
        opened, resolved = self._counts
        self.shown.set_segments(
            [
                (OPEN, self.tr("Open {count}").format(count=opened)),
                (RESOLVED, self.tr("Resolved {count}").format(count=resolved)),
            ]
        )
        self._scope.set_words(self._scopes())
        if self.shows_resolved:
            self.empty.set_words(self.tr("Nothing is resolved here yet."))
        else:
            self.empty.set_words(
                self.tr("Leave yourself a note in the margin."),
                action=self.tr("Comment on this paragraph"),
            )

    def _scopes(self) -> dict[str, str]:
        return {
            SCENE: self.tr("Scene"),
            CHAPTER: self.tr("Chapter"),
            NOVEL: self.tr("Novel"),
        }

    def _lay_out(self) -> None:
        side, gap = self._theme.space("l"), self._theme.space("m")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        keeping = self._stack.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._stack.setSizePolicy(keeping)
        head = QHBoxLayout()
        head.setSpacing(self._theme.space("s"))
        head.addWidget(self.shown)
        head.addStretch()
        head.addWidget(self._scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, gap, side, 0)
        column.setSpacing(gap)
        column.addLayout(head)
        column.addWidget(self.draft)
        column.addWidget(self._stack, 1)

    def _on_shown_changed(self, _value: str) -> None:
        self._say()
        self.shown_changed.emit()
