# SPDX-License-Identifier: MIT
"""What the binder's wishes do: each becomes one action of a service, which can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, scenes, texts
from novelist.services.journal.undo import Edit
from novelist.ui.change_bus import ChangeBus
from novelist.ui.desk import EDITOR
from novelist.ui.notify import Notify
from novelist.ui.tasks import Tasks
from novelist.ui.undo_offer import UndoOffer
from novelist.ui.undo_steps import UndoSteps

if TYPE_CHECKING:
    from novelist.db.models import Label, Novel, OutlineItem, Status
    from novelist.ui.binder.panel import BinderPanel

INITIATOR: Final = "binder"
_ARRIVALS: Final = frozenset({Action.CREATED, Action.RESTORED})
_TRASH_ACTIONS: Final = frozenset({Action.DELETED, Action.RESTORED})


async def _nothing() -> None:
    """Nothing is to be saved."""


class BinderController(QObject):
    """Connects the binder to the services, remembers what can be undone, follows the store."""

    open_requested = Signal(int)

    def __init__(
        self,
        panel: BinderPanel,
        bus: ChangeBus,
        tasks: Tasks,
        notify: Notify,
        flush: Callable[[], Awaitable[None]] = _nothing,
    ) -> None:
        """``flush`` saves whatever is typed; it runs before texts are copied or joined."""
        super().__init__(panel)
        self._panel, self._tasks, self._notify, self._flush = panel, tasks, notify, flush
        self._novel_id: int | None = None
        self.steps = UndoSteps(tasks, INITIATOR, self._after_step, self, flush)
        self._stale: set[int] = set()
        self._following = asyncio.Lock()
        self._connect()
        bus.changed.connect(self._on_bus_changed)

    def _connect(self) -> None:
        panel = self._panel
        panel.open_requested.connect(self.open_requested)
        panel.create_requested.connect(self._on_create_requested)
        panel.move_requested.connect(self._on_move_requested)
        panel.rename_requested.connect(self._on_rename_requested)
        panel.attribute_requested.connect(self._on_attribute_requested)
        panel.duplicate_requested.connect(self._on_duplicate_requested)
        panel.merge_requested.connect(self._on_merge_requested)
        panel.trash_requested.connect(self._on_trash_requested)
        panel.restore_requested.connect(self._on_restore_requested)
        panel.purge_requested.connect(self._on_purge_requested)

    # -- from outside --------------------------------------------------------------------------

    def show(
        self,
        novel: Novel,
        items: Iterable[OutlineItem],
        statuses: Iterable[Status],
        labels: Iterable[Label],
        expanded: Iterable[int] | None = None,
    ) -> None:
        """Show a novel that was loaded; what is not seen at first comes with ``complete``."""
        if novel.id != self._novel_id:
            self._novel_id = novel.id
            self.steps.show(novel.id)
        self._stale.clear()
        self._panel.show_outline(novel, items, statuses, labels, expanded)

    def complete(self) -> None:
        """Load what can be undone, what the trash holds, and how texts without a title begin."""
        self.steps.follow()
        self._tasks.start(self._show_trash())
        self._tasks.start(self._show_excerpts(()))

    def remember(self, edit: Edit) -> None:
        """Let an action that was done elsewhere (a split in the editor) be undone from here."""
        self.steps.remember(edit)

    def undo(self) -> None:
        """Take the last action back."""
        self.steps.undo()

    def redo(self) -> None:
        """Do the last undone action again."""
        self.steps.redo()

    def undo_only(self, edit: Edit) -> None:
        """Undo an action, unless others were done since."""
        self.steps.undo(only=edit)

    # -- wishes --------------------------------------------------------------------------------

    def _on_create_requested(self, kind: str, parent_id: int | None, index: int | None) -> None:
        making = self._tasks.start(self._create(ItemKind(kind), parent_id, index))
        making.add_done_callback(self._on_made)

    def _on_made(self, making: asyncio.Task[bool]) -> None:
        if making.cancelled() or making.exception() is not None or not making.result():
            self._panel.create_failed.emit()

    def _on_move_requested(self, ids: list[int], parent_id: int | None, index: int) -> None:
        self._tasks.start(self._move(ids, parent_id, index))

    def _on_rename_requested(self, item_id: int, title: str) -> None:
        self._on_attribute_requested([item_id], "title", title)

    def _on_attribute_requested(self, ids: list[int], name: str, value: object) -> None:
        self._act(
            lambda novel_id: outline.set_attribute(
                novel_id, ids=ids, name=name, value=value, initiator=INITIATOR
            )
        )

    def _on_duplicate_requested(self, ids: list[int]) -> None:
        self._act(
            lambda novel_id: scenes.duplicate_items(novel_id, ids=ids, initiator=INITIATOR),
            choose=True,
        )

    def _on_merge_requested(self, ids: list[int]) -> None:
        self._tasks.start(self._merge(ids))

    def _on_trash_requested(self, ids: list[int]) -> None:
        self._tasks.start(self._trash(ids))

    def _on_restore_requested(self, ids: list[int]) -> None:
        self._act(
            lambda novel_id: outline.restore_items(novel_id, ids=ids, initiator=INITIATOR),
            choose=True,
        )

    def _on_purge_requested(self, ids: list[int]) -> None:
        self._tasks.start(self._purge(ids))

    def _act(
        self, start: Callable[[int], Coroutine[Any, Any, Edit]], *, choose: bool = False
    ) -> None:
        self._tasks.start(self._do(start, choose=choose))

    async def _do(
        self, start: Callable[[int], Coroutine[Any, Any, Edit]], *, choose: bool = False
    ) -> Edit | None:
        """Save what is typed, run an action of this novel and remember it."""
        if self._novel_id is None:
            return None
        novel_id = self._novel_id
        await self._flush()
        edit = await start(novel_id)
        if novel_id != self._novel_id:
            return None
        if edit.after:
            self.remember(edit)
        await self._follow(edit.after)
        if novel_id != self._novel_id:  # left meanwhile
            return None
        if choose:
            self._choose(edit.ids)
        return edit

    async def _create(self, kind: ItemKind, parent_id: int | None, index: int | None) -> bool:
        """Make an item and let it be written in, or named; False where it is not there then."""

        def start(novel_id: int) -> Coroutine[Any, Any, Edit]:
            if kind is ItemKind.CHAPTER:
                return outline.create_chapter(
                    novel_id, parent_id=parent_id, index=index, initiator=INITIATOR
                )
            return outline.create_item(
                novel_id, kind=kind, parent_id=parent_id, index=index, initiator=INITIATOR
            )

        edit = await self._do(start)
        if edit is None:
            return False
        made = edit.ids[0]
        text = made if kind.has_text else self._panel.first_text_in(made)
        if text is None:
            self._panel.rename(made)
        else:
            self._panel.show_item(text)
            self.open_requested.emit(text)
        return True

    async def _move(self, ids: list[int], parent_id: int | None, index: int) -> None:
        edit = await self._do(
            lambda novel_id: outline.move_items(
                novel_id, ids=ids, parent_id=parent_id, index=index, initiator=INITIATOR
            )
        )
        if edit is not None:
            self._panel.keep_in_view(ids)

    async def _merge(self, ids: list[int]) -> None:
        edit = await self._do(
            lambda novel_id: scenes.merge_scenes(novel_id, ids=ids, initiator=INITIATOR),
            choose=True,
        )
        if edit is not None:
            sentence = self.tr("%n scenes are one now", "", len(ids))
            self._notify(sentence, UndoOffer(edit.command_id, lambda: self.undo_only(edit)))

    async def _trash(self, ids: list[int]) -> None:
        words = self._say_trashed(ids)
        edit = await self._do(
            lambda novel_id: outline.trash_items(novel_id, ids=ids, initiator=INITIATOR)
        )
        if edit is not None:
            self._notify(
                words, UndoOffer(edit.command_id, lambda: self._bring_back(edit), lasts=True)
            )

    async def _purge(self, ids: list[int]) -> None:
        if self._novel_id is not None:
            await outline.purge_items(self._novel_id, ids=ids, initiator=INITIATOR)
            await self._show_trash()

    def _say_trashed(self, ids: list[int]) -> str:
        if len(ids) == 1:
            title = self._panel.title_of(ids[0])
            return self.tr("“{title}” moved to Trash").format(title=title)
        return self.tr("%n entries moved to Trash", "", len(ids))

    # -- undo ----------------------------------------------------------------------------------

    async def _after_step(self, edit: Edit) -> None:
        """Show what was undone or done again."""
        await self._follow(edit.after)
        self._choose(edit.ids)

    def _bring_back(self, edit: Edit) -> None:
        """Take things out of the trash again, whatever was done since."""
        if self.steps.is_next(edit):
            self.undo_only(edit)
        else:
            self._on_restore_requested(list(edit.ids))

    # -- following the store -------------------------------------------------------------------

    def _on_bus_changed(self, changes: Changes) -> None:
        """Note what changed in this novel, and show it as soon as it is loaded."""
        here = [entry for entry in changes.entries if entry.novel_id == self._novel_id]
        subjects = {entry.subject for entry in here}
        for entry in here:
            self._stale |= entry.ids if entry.subject is Subject.ITEM else frozenset()
            for item_id in entry.ids if entry.subject is Subject.TEXT else ():
                self._panel.refresh_item(item_id)  # the live item has its new counts
            rewritten = entry.subject is Subject.TEXT and changes.initiator != EDITOR
            if rewritten or entry.action in _ARRIVALS:
                self.show_beginnings(entry.ids)
        if self._stale:
            self._tasks.start(self._refresh())
        if any(entry.action in _TRASH_ACTIONS for entry in here if entry.subject is Subject.ITEM):
            self._tasks.latest("binder_trash", self._show_trash())
        if subjects & {Subject.STATUS, Subject.LABEL}:
            self._tasks.latest("binder_lists", self._show_lists())
        if Subject.NOVEL in subjects:
            self._tasks.latest("binder_novel", self._show_novel())
        if here and changes.initiator != EDITOR:  # who only saves texts
            self.steps.follow()

    async def _follow(self, ids: Iterable[int]) -> None:
        """Show these items as they are now, before anything else is done with their rows."""
        self._stale.update(ids)
        await self._refresh()

    async def _refresh(self) -> None:
        """Load what is stale; several changes in a row are loaded together."""
        async with self._following:
            while self._stale:
                novel_id, ids = self._novel_id, frozenset(self._stale)
                self._stale.clear()
                found = {item.id: item for item in await outline.load_items(sorted(ids))}
                if novel_id == self._novel_id:
                    self._show_changed(ids, found)

    def _show_changed(self, ids: frozenset[int], found: dict[int, OutlineItem]) -> None:
        live = {
            item_id: item
            for item_id, item in found.items()
            if item.deleted_at is None and item.novel_id == self._novel_id
        }
        self._panel.apply_changes(live, ids - live.keys())

    async def _show_trash(self) -> None:
        novel_id = self._novel_id
        if novel_id is not None:
            items = await outline.load_trash(novel_id)
            words = await texts.load_beginnings(novel_id, items)
            if novel_id == self._novel_id:
                self._panel.show_trash(items)
                self._panel.trash.show_excerpts(words)

    def show_beginnings(self, ids: frozenset[int]) -> None:
        """Show how those of the texts begin that have no title to stand in their rows."""
        untitled = [item_id for item_id in ids if not self._panel.has_title(item_id)]
        if untitled:
            self._tasks.start(self._show_excerpts(untitled))

    async def _show_excerpts(self, only: Collection[int]) -> None:
        """Show how the texts begin; a text that is empty now begins with nothing."""
        novel_id = self._novel_id
        if novel_id is not None:
            found = dict.fromkeys(only, "") | await texts.load_excerpts(novel_id, only)
            if novel_id == self._novel_id:
                for item_id, words in found.items():
                    self._panel.set_excerpt(item_id, words)

    async def _show_lists(self) -> None:
        if self._novel_id is not None:
            statuses = await outline.list_statuses(self._novel_id)
            self._panel.show_statuses(statuses, await outline.list_labels(self._novel_id))

    async def _show_novel(self) -> None:
        if self._novel_id is not None:
            await novels.get_novel(self._novel_id)  # the live object takes the new values
            self._panel.refresh_novel()

    def _choose(self, ids: Iterable[int]) -> None:
        self._panel.select(ids)
