# SPDX-License-Identifier: MIT
"""Comments in the window: made at the caret, listed, answered, gone through, coloured."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from novelist.domain.comments import Placed, Thread
from novelist.services.comments import (
    Edit,
    remove_comment,
    resolve_comment,
)
from novelist.ui.comments.composer import INITIATOR, Composer
from novelist.ui.comments.labels import CommentWords
from novelist.ui.comments.looks import CommentLooks
from novelist.ui.comments.making import CommentMaking
from novelist.ui.comments.marking import passage_at
from novelist.ui.comments.model import Card, quoted
from novelist.ui.comments.panel import (
    CHAPTER,
    NOVEL,
    OPEN,
    RESOLVED,
    SCENE,
    CommentsPanel,
)
from novelist.ui.comments.reading import chapter_of, thread_at
from novelist.ui.comments.threads import Threads
from novelist.ui.editor.going_to import put_caret
from novelist.ui.inspector.tab_shown import TabShown
from novelist.ui.save_state import SaveState
from novelist.ui.undo_offer import UndoOffer
from novelist.ui.widgets.menu_rows import menu_row, put_first

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

_SOON: Final = 40  # milliseconds after the caret came into a passage until its card opens
_AFTER: Final = 300  # milliseconds after a key until the list is looked at again


class CommentsController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller, self._workspace = controller, controller.workspace
        self._editor = controller.workspace.editor
        self._tasks, context = controller.tasks, controller.context
        self._settings = context.settings
        self._words = CommentWords(self)
        self._is_going = False
        self._open_here = 0
        self.threads = Threads(self._editor.documents, self._tasks, self)
        self.looks = CommentLooks(self._editor, self.threads, self._settings, self)
        inspector = self._workspace.inspector
        self.panel = CommentsPanel(
            context.theme, context.icons, self._tasks, self._words, inspector
        )
        inspector.add_tab(self.panel)
        self._tab = TabShown(controller, self.panel)
        self.making = CommentMaking(self._editor, self.threads, self.looks.layer, self.panel.draft)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_AFTER)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_SOON)
        self._connect()
        self.show_choice()
        self.refresh()

    def _connect(self) -> None:
        card, draft = self.panel.list.card, self.panel.draft
        self._clock.timeout.connect(self.refresh)
        self._opening.timeout.connect(self._open_chosen)
        self.threads.changed.connect(self._on_threads_changed)
        self._controller.context.bus.changed.connect(self.threads.follow)
        self._editor.text_shown.connect(self._on_editor_text_shown)
        self._editor.documents.text_edited.connect(self._on_text_edited)
        self._editor.edit.cursorPositionChanged.connect(self._follow_caret)
        self._editor.menu_opening.connect(self._on_menu_opening)
        self._workspace.following.read.connect(self._clock.start)
        self._workspace.counts_changed.connect(self._follow_novel)
        self._workspace.companions.append(self)
        self.panel.comment_requested.connect(self.comment)
        self.panel.scope_chosen.connect(self.refresh)
        self.panel.shown_changed.connect(self.refresh)
        self.panel.list.thread_chosen.connect(self._on_thread_chosen)
        self.panel.list.text_requested.connect(self._tab.leave)
        self.panel.list.remove_requested.connect(self.remove)
        card.passage_requested.connect(self.go_to)
        card.resolve_requested.connect(self._on_resolve_requested)
        card.remove_requested.connect(self.remove)
        card.given_back.connect(self._on_given_back)
        card.text_requested.connect(self._tab.leave)
        draft.text_requested.connect(self._tab.leave)
        self.making.made.connect(self.looks.choose)
        self.making.ended.connect(self.refresh)
        self.looks.chosen_changed.connect(self._opening.start)
        self.panel.refresh_requested.connect(self.refresh)
        for composer in self._composers:
            composer.changed.connect(self._tell_state)
        actions = self._controller.window.actions_
        actions.connect_all(
            {
                "comment": self.comment,
                "next_comment": partial(self.step, 1),
                "previous_comment": partial(self.step, -1),
                "resolve_comment": self.resolve,
                "comments": self.show,
            }
        )
        actions["resolved_comments"].triggered.connect(self._on_resolved_triggered)

    # -- making one ----------------------------------------------------------------------------

    def comment(self) -> None:
        """Comment what is selected, or the word at the caret, with the keyboard in the comment.

        Nothing stays selected: however one comes back to the text, one goes on behind the passage.
        """
        edit = self._editor.edit
        if edit.live is None or edit.isReadOnly():
            return
        edit.commit_composition()
        passage = passage_at(edit.textCursor())
        if passage is None:
            words = self.tr("A comment needs some words to stand at.")
            self._controller.window.notify(words)
            return
        self.reveal()
        put_caret(self._editor, edit.textCursor().selectionEnd())
        self.making.begin(edit.live.item_id, passage)

    # -- what can be done with one ---------------------------------------------------------------

    def resolve(self) -> None:
        """Resolve the thread that is chosen, or reopen it."""
        thread = None if self.looks.chosen is None else self.threads.find(self.looks.chosen)
        if thread is not None:
            self._on_resolve_requested(thread.id, not thread.is_resolved)

    def remove(self, comment_id: int) -> None:
        """Delete a comment with its answers, or one answer."""
        self._tasks.start(self._remove(comment_id))

    async def _remove(self, comment_id: int) -> None:
        await self.settle()
        is_thread = self.threads.find(comment_id) is not None
        edit = await remove_comment(comment_id, initiator=INITIATOR)
        words = self.tr("Comment deleted") if is_thread else self.tr("Reply deleted")
        undo = partial(self._workspace.outline.undo_only, edit)
        self._controller.window.notify(words, UndoOffer(edit.command_id, undo))

    def _on_given_back(self, edit: Edit) -> None:
        """What was typed is a step away: in this message, and in the menu."""
        self._workspace.outline.remember(edit)
        undo = partial(self._workspace.outline.undo_only, edit)
        words = self.tr("The comment is as it was")
        self._controller.window.notify(words, UndoOffer(edit.command_id, undo))

    def _on_resolve_requested(self, thread_id: int, resolved: bool) -> None:
        self._tasks.start(self._do(resolve_comment(thread_id, resolved=resolved)))

    async def _do(self, change: Awaitable[Edit]) -> None:
        self._workspace.outline.remember(await change)

    # -- the list ------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the comments, with the keyboard in their list."""
        self.reveal()
        self.refresh()
        lists = self.panel.list
        if lists.chosen is None and lists.model_.cards():
            lists.choose(lists.model_.cards()[0].thread.id)
        target = lists if lists.model_.cards() else self.panel.empty.action
        target.setFocus()

    def reveal(self) -> None:
        """Show the tab of the comments, wherever the window hides it."""
        self._tab.reveal()

    def refresh(self) -> None:
        """List what is there now; count what is open in this scene."""
        self._clock.stop()
        current = self._editor.current_item_id
        listed = self._listed()
        inside = self._inside(self.panel.scope, current)
        here = [each for each in listed if inside is None or each.item_id in inside]
        counts = [sum(each.thread.is_resolved is done for each in here) for done in (False, True)]
        wanted = self.panel.shows_resolved
        cards = [self._card(each) for each in here if each.thread.is_resolved is wanted]
        if self.panel.isVisible():
            language = self._editor.edit.typesetting.language
            self.panel.show_cards(cards, (counts[0], counts[1]), language)
            self._open_chosen()
        self._open_here = sum(e.item_id == current and not e.thread.is_resolved for e in listed)
        self._say()

    def _say(self) -> None:
        word = self.tr("Comments")
        if self._open_here:
            word = self.tr("Comments {count}").format(count=self._open_here)
        self._workspace.inspector.set_tab_word(self.panel, word)

    def _listed(self) -> list[Placed]:
        """All threads but the one that is being made, in the order of reading."""
        made, order = self.making.thread_id, [item.id for item in self._workspace.items]
        return [each for each in self.threads.placed(order) if each.thread.id != made]

    def _inside(self, scope: str, current: int | None) -> frozenset[int] | None:
        """The items of a scope; None: all."""
        if scope == NOVEL:
            return None
        if scope == CHAPTER and current is not None:
            return chapter_of(self._workspace.items, current)
        return frozenset() if current is None else frozenset({current})

    def _card(self, placed: Placed) -> Card:
        scene = "" if self.panel.scope == SCENE else self._workspace.binder.title_of(placed.item_id)
        words = placed.thread.passage if placed.passage is None else placed.passage
        return Card(placed.thread, placed.item_id, quoted(words), placed.is_lost, scene)

    # -- going to them -------------------------------------------------------------------------

    def step(self, way: int) -> None:
        """Go to the next open comment (1), or the one before (-1), round and round."""
        self._tasks.latest("comment_step", self._step(way))

    async def _step(self, way: int) -> None:
        found = [each for each in self._listed() if not (each.is_lost or each.thread.is_resolved)]
        if not found:
            words = self.tr("There is no open comment in this novel.")
            self._controller.window.notify(words)
            return
        await self._go(self._nearest(found, way).thread)

    def _nearest(self, found: Sequence[Placed], way: int) -> Placed:
        """The one after the caret, or before it; several that begin there come one by one."""
        ranks = {item.id: number for number, item in enumerate(self._workspace.items)}
        caret = self._editor.edit.textCursor().selectionStart()
        place = (ranks.get(self._editor.current_item_id or 0, -1), caret)
        keys = [(ranks[each.item_id], self._position(each), n) for n, each in enumerate(found)]
        chosen = [k for k in keys if found[k[2]].thread.id == self.looks.chosen and k[:2] == place]
        here = chosen[0] if chosen else (*place, len(found) if way > 0 else -1)
        beyond = [key for key in keys if (key > here if way > 0 else key < here)]
        return found[(beyond or keys)[0 if way > 0 else -1][2]]

    def _position(self, placed: Placed) -> int:
        passage = self.threads.passage(placed.item_id, placed.thread.mark)
        return 0 if passage is None else passage.position

    def go_to(self, thread_id: int, *, focus: bool = True) -> None:
        """Go to the passage of a thread, with the keyboard in the text."""
        thread = self.threads.find(thread_id)
        if thread is not None:
            self._tasks.latest("comment_step", self._go(thread, focus=focus))

    async def show_remark(self, comment_id: int) -> None:
        """Show a comment, or an answer, and go to the passage."""
        if self._workspace.novel_id != self.threads.novel_id or not len(self.threads):
            self._follow_novel()
            await self.threads.load()
        for thread in self.threads.all():
            if any(each.id == comment_id for each in thread.remarks):
                self.reveal()
                self.panel.shown.set_value(RESOLVED if thread.is_resolved else OPEN)
                await self._go(thread)

    async def _go(self, thread: Thread, *, focus: bool = True) -> None:
        placed = next((each for each in self._listed() if each.thread.id == thread.id), None)
        if placed is None:
            return
        if not placed.is_lost or focus:
            await self._workspace.open_item(placed.item_id, focus=focus)
        passage = self.threads.passage(placed.item_id, thread.mark)
        if passage is not None and self._editor.current_item_id == placed.item_id:
            self._is_going = True
            self._editor.edit.set_caret_position(passage.position)
            self._editor.edit.ensureCursorVisible()
            self._is_going = False
        self.looks.choose(thread.id)

    # -- which one is chosen ---------------------------------------------------------------------

    def _open_chosen(self) -> None:
        """Open the card of the chosen thread, once the key that led there is done with."""
        if self.panel.isVisible() and self.panel.list.chosen != self.looks.chosen:
            self.panel.list.choose(self.looks.chosen)

    def _follow_caret(self) -> None:
        """With the caret in a passage its thread is chosen; outside of all none is."""
        live = self._editor.edit.live
        if live is None or self._is_going or not len(self.threads):
            return
        cursor = self._editor.edit.textCursor()
        seen = partial(self.looks.seen, live.item_id)
        thread = thread_at(cursor, seen, self.looks.chosen)
        if thread is not None:
            self.looks.choose(thread.id)
        elif self.looks.chosen is not None and self._editor.edit.hasFocus():
            self.looks.choose(None)

    def _on_thread_chosen(self, thread_id: int) -> None:
        self.looks.choose(thread_id)
        self.go_to(thread_id, focus=False)

    # -- what is chosen by settings ---------------------------------------------------------------

    def show_choice(self) -> None:
        """Resolved ones are seen in the text, or not."""
        action = self._controller.window.actions_["resolved_comments"]
        action.setChecked(self._settings.resolved_comments)
        self._words.author = self._settings.author
        self.looks.follow()

    def _on_resolved_triggered(self, on: bool) -> None:
        self._controller.commands.choose("resolved_comments", on)

    # -- keeping what is typed -------------------------------------------------------------------

    @property
    def _composers(self) -> tuple[Composer, ...]:
        card = self.panel.list.card
        return (self.panel.draft.composer, card.replying, card.correcting)

    async def settle(self) -> None:
        """Return when everything typed is on disk; raises what kept it from getting there."""
        for composer in self._composers:
            await composer.settle()

    def forget(self) -> None:
        """Save nothing of what was typed: its library is left."""
        for composer in self._composers:
            composer.forget()

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on disk."""
        return any(composer.unsaved for composer in self._composers)

    def unsaved(self) -> list[tuple[int, str]]:
        """What was typed about items and is not on disk."""
        return [each for composer in self._composers for each in composer.unsaved]

    def _tell_state(self) -> None:
        state = SaveState.EDITED if self.has_unsaved else SaveState.SAVED
        self._controller.tracker.set_source(INITIATOR, state)

    # -- following -----------------------------------------------------------------------------

    def _on_threads_changed(self) -> None:
        thread = None if self.looks.chosen is None else self.threads.find(self.looks.chosen)
        if thread is None or thread.is_resolved is not self.panel.shows_resolved:
            self.looks.chosen = None  # it is gone, or not in this list any more
        self.looks.follow()
        self.refresh()

    def _on_editor_text_shown(self) -> None:
        self._follow_novel()
        self._clock.start()

    def _follow_novel(self, *_counts: object) -> None:
        """Another novel is open, or none: what is written about this one goes to the store."""
        if self._workspace.novel_id != self.threads.novel_id:
            self.making.put_away()
            for composer in self._composers:
                composer.begin(None)
            self.looks.choose(None)
            self.threads.show(self._workspace.novel_id)

    def _on_text_edited(self, _item_id: int) -> None:
        if len(self.threads):
            self._clock.start()

    def _on_menu_opening(self, menu: QMenu, _position: int) -> None:
        """Offer it over the text, above what else there is."""
        if self._editor.edit.isReadOnly() or not self._editor.edit.textCursor().hasSelection():
            return
        put_first(menu, [menu_row(menu, self.tr("Comment on this"), "menu_comment", self.comment)])
