# SPDX-License-Identifier: MIT
"""Binder, editor and inspector of one novel: what is open, saved, counted and followed."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from novelist.domain.counting import Counts
from novelist.domain.enums import ItemKind
from novelist.domain.excerpts import beginning_of
from novelist.domain.outline import text_to_open
from novelist.errors import NotFoundError, NovelistError
from novelist.services import outline, scenes, texts
from novelist.services.library.preload import LoadedNovel
from novelist.services.texts import LoadedText
from novelist.services.unsaved.rescue import UnsavedText
from novelist.settings import NovelState
from novelist.ui import errors
from novelist.ui.binder.controller import BinderController
from novelist.ui.binder.panel import BinderPanel
from novelist.ui.browsing import OPENING, Browsing
from novelist.ui.conflicts.questions import Questions
from novelist.ui.conflicts.words_saver import WordsSaver
from novelist.ui.context import Context
from novelist.ui.desk import Desk
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.editor.place import back_to, place_in
from novelist.ui.following import Following
from novelist.ui.footnotes.controller import FootnotesController
from novelist.ui.inspector.panel import InspectorPanel
from novelist.ui.labels import untitled_label
from novelist.ui.manuscript.controller import ManuscriptController
from novelist.ui.manuscript_counts import ManuscriptCounts
from novelist.ui.notify import Notify
from novelist.ui.open_texts import OpenTexts
from novelist.ui.save_state import SaveState
from novelist.ui.typed_titles import TypedTitles
from novelist.ui.undo_offer import UndoOffer
from novelist.ui.unsaved import Companion, unsaved_texts
from novelist.ui.widgets.next_paint import NextPaint

if TYPE_CHECKING:
    from novelist.db.models import Novel, OutlineItem
    from novelist.domain.document import Document

log = logging.getLogger(__name__)

_INSPECTOR: Final = "inspector"
_NOTE_AFTER: Final = 1500  # milliseconds after which a moved caret is noted on disk


class Workspace(QObject):
    """One novel at a time: ``open`` shows it, ``flush`` puts everything typed on disk.

    It takes over the page of the desk, with whatever was typed there before the store was open.
    """

    counts_changed = Signal(object, object, int, str, str)  # scene, chapter, novel, language, kind
    session_changed = Signal(int, str)  # words since the start, language
    novel_left = Signal()

    def __init__(self, context: Context, desk: Desk, notify: Notify) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self.tasks = self._tasks = desk.tasks
        self._tracker, self._notify = desk.tracker, notify
        self.editor, self.page = desk.editor, desk.page
        self._loaded: LoadedNovel | None = None
        self._counts = ManuscriptCounts()
        self._saving_items = 0
        self._note = QTimer(self)
        self._note.setSingleShot(True)
        self._note.setInterval(_NOTE_AFTER)
        self._next_paint = NextPaint(self.editor.edit)
        self._titles = TypedTitles(self._save_item, self._tasks, self)
        self.companions: list[Companion] = []  # who have something typed to keep too

    async def build(self) -> None:
        """Put binder and inspector beside the editor, in several turns of the loop."""
        theme, icons, tasks = self._context.theme, self._context.icons, self._tasks
        self.binder = BinderPanel(theme, icons)
        await asyncio.sleep(0)
        self.inspector = InspectorPanel(theme, icons, tasks, save=self._save_item)
        await asyncio.sleep(0)
        self.questions = Questions(self)
        self.words = WordsSaver(self.questions, self)
        self._texts = OpenTexts(self._newest_text, self.binder.title_of, self.questions, self)
        self.outline = BinderController(
            self.binder, self._context.bus, tasks, self._notify, self.flush
        )
        self._browsing = Browsing(self.binder, self.editor, self.inspector, tasks, self.open_item)
        self.page.put_binder(self.binder)
        await asyncio.sleep(0)
        self.page.put_inspector(self.inspector)
        await asyncio.sleep(0)
        self._connect()

    def _connect(self) -> None:
        self._note.timeout.connect(self._on_note_timeout)
        self.following = Following(self, self._context.bus, self._counts, self._texts, self._tasks)
        self.following.read.connect(self.retell)
        self.following.left.connect(self._on_following_left)
        self.manuscript = ManuscriptController(self, self._context, self._counts, self._texts)
        self.following.read.connect(self.manuscript.refresh)
        self.footnotes = FootnotesController(self.editor, self._context.theme, self._context.icons)
        self._texts.progress.subscribe(self._on_progress)
        self._texts.saved.connect(self._on_texts_saved)
        self._titles.saved.connect(self._note_items)
        self.outline.open_requested.connect(self.show_item)
        self._browsing.went_writing.connect(self._accompany)
        self.binder.selection_changed.connect(self._on_binder_selection_changed)
        for rows_changed in (self.binder.model.dataChanged, self.binder.model.modelReset):
            rows_changed.connect(self.retell)
        self.inspector.edited.connect(self._on_inspector_edited)
        self.page.layout_changed.connect(self._note.start)
        self._connect_editor()

    def _connect_editor(self) -> None:
        editor = self.editor
        editor.name_with(self.binder.title_of)
        editor.counts_changed.connect(self._on_editor_counts_changed)
        editor.title_edited.connect(self._on_editor_title_edited)
        editor.split_requested.connect(self._on_editor_split_requested)
        editor.new_scene_requested.connect(self._on_editor_new_scene_requested)
        editor.place_changed.connect(self._note.start)
        editor.scene_left.connect(self._keep_place)
        editor.scene_entered.connect(self._on_editor_scene_entered)
        editor.autosave.failed.connect(self._on_autosave_failed)

    # -- what is open --------------------------------------------------------------------------

    @property
    def novel_id(self) -> int | None:
        """The novel that is open."""
        return None if self._loaded is None else self._loaded.novel.id

    @property
    def novel(self) -> Novel:
        """The open novel; only to be asked while there is one."""
        assert self._loaded is not None
        return self._loaded.novel

    @property
    def items(self) -> list[OutlineItem]:
        """The outline of the open novel as it stands."""
        return self._counts.items

    def panels(self) -> tuple[BinderPanel, EditorPanel, InspectorPanel]:
        """Binder, editor, inspector."""
        return (self.binder, self.editor, self.inspector)

    @property
    def _state(self) -> NovelState:
        return self._context.state.novel(self._context.library, self.novel.id)

    async def open(self, loaded: LoadedNovel, text: LoadedText | None = None) -> None:
        """Show a novel where it was left; ``text`` is its open scene, where that is loaded."""
        self._loaded = loaded
        self._texts.show(loaded.novel.id)
        self._counts.show(loaded.items)
        state = self._state
        self.outline.show(
            loaded.novel, loaded.items, loaded.statuses, loaded.labels, state.expanded
        )
        self.inspector.show_choices(loaded.statuses, loaded.labels, loaded.novel.language)
        first = text_to_open(self.items, state.open_item)
        item_id = None if first is None else first.id
        if text is not None and text.body.item_id == item_id:
            self._show_text(text)
        elif item_id is not None:
            await self.open_item(item_id)
        else:
            self.editor.show_nothing()
        self._tasks.latest("complete", self._next_paint.then(self._complete))
        self._desk.gate.open(self._texts.save)
        self.editor.autosave.save_now()  # what is being composed goes on

    def _complete(self) -> None:
        """The scene is on the screen: now comes what stands around it."""
        self.outline.complete()
        self.manuscript.restore()

    async def close_novel(self) -> None:
        """Put everything typed on disk and forget the novel."""
        if self._loaded is None:
            return
        await self.flush()
        while self._has_unsaved():  # typed meanwhile
            await self.flush()
        self.forget_novel()

    def forget_novel(self) -> None:
        """Forget the novel, with whatever is not on disk."""
        if self._loaded is not None:
            self._keep_place()
            self.manuscript.leave()
        self._loaded = None
        self._counts.show([])
        self.inspector.show_item(None)
        self.editor.close_texts()
        self.novel_left.emit()

    def abandon_novel(self) -> None:
        """Forget the novel of a library that takes nothing, and save nothing of it any more."""
        self._titles.forget()
        self.inspector.forget()
        for each in self.companions:
            each.forget()
        self.forget_novel()

    def show_item(self, item_id: int) -> asyncio.Task[None]:
        """Open the text of an item; a chapter or part only shows in the inspector."""
        return self._tasks.latest(OPENING, self.open_item(item_id, focus=True))

    async def open_item(self, item_id: int, *, focus: bool = False) -> None:
        """Show the text of an item, and give it the keyboard with ``focus``."""
        if self._counts.find(item_id) is None:  # made just now: the news of it is on its way
            await self.following.follow([item_id])
        item = self._counts.find(item_id)
        if item is None or not ItemKind(item.kind).has_text:
            return
        if self.editor.current_item_id != item_id:
            self._keep_place()
            try:
                text = await texts.load_text(item_id)
            except NotFoundError:
                log.info("an item without a text was to be opened")
                return
            self._show_text(text)
        if focus:
            self.editor.focus_text()
            self._browsing.arrive()

    def _show_text(self, text: LoadedText) -> None:
        item_id = text.body.item_id
        item = self._counts.find(item_id)
        if item is None:
            return
        if item_id not in self.editor.documents:
            self._name_by_beginning(item_id, text.document)
        if self._desk.first is not None:
            self._take_over(text, item)
        else:
            if item_id not in self.editor.documents:
                self._texts.open(text.body)
            self._let_write(text, item)
        self._attend(item)

    def _accompany(self, item_id: int) -> None:
        """Let everything around the text show the item that is open."""
        item = self._counts.find(item_id)
        if item is not None and item_id == self.editor.current_item_id:
            if not self._browsing.is_ahead:
                self.binder.point_at(item_id)
                self.inspector.show_item(item)
            self.tell_counts()

    def _on_editor_scene_entered(self, item_id: int) -> None:
        """The caret went over the border of a scene."""
        item = self._counts.find(item_id)
        if item is not None:
            self.editor.note_scene(
                item.title, self._breadcrumb(item), partial(untitled_label, item.kind)
            )
            self._attend(item)

    def _attend(self, item: OutlineItem) -> None:
        """Let everything around the text show the item that is written in from now on."""
        self._state.open_item = item.id
        self._counts.set_live(item.id, item.words)
        follow = partial(self._accompany, item.id)
        self._tasks.latest("accompany", self._next_paint.then(follow))
        self._note.start()

    def _let_write(self, text: LoadedText, item: OutlineItem) -> None:
        self.manuscript.make_room(item.id)
        self.editor.show_text(
            item.id,
            text.document,
            title=item.title,
            place=self._breadcrumb(item),
            language=self.novel.language,
            untitled=partial(untitled_label, item.kind),
            **back_to(self._state.place(item.id)),
        )

    def _take_over(self, text: LoadedText, item: OutlineItem) -> None:
        """The text is on the screen already, and perhaps typed into: that goes on undisturbed.

        Where the library holds another text than was shown, saving finds the two and keeps both.
        """
        handed = self._desk.hand_over()
        assert handed is not None
        shown, title = handed
        self._name_by_beginning(item.id, shown.document)
        self._texts.open(text.body, shown.digest)
        live = self.editor.documents.find(item.id)
        if text.body.digest != shown.digest and live is not None and not live.is_dirty:
            self.editor.replace_text(item.id, text.document)
            self._texts.accept(item.id)
        self.editor.set_title(item.id, item.title if title is None else title)
        self.editor.set_place(self._breadcrumb(item))
        if title is not None:
            self._on_editor_title_edited(item.id, title)
        self.editor.counter.count_some()

    def _breadcrumb(self, item: OutlineItem) -> list[str]:
        """The titles of what the item stands in, outermost first, as the binder shows them."""
        return [self.binder.title_of(above.id) for above in self._counts.ancestors(item.id)]

    def _newest_text(self, item_id: int) -> Document | None:
        return self.editor.text_of(item_id)

    # -- saving --------------------------------------------------------------------------------

    async def _save_item(self, item: OutlineItem) -> None:
        self._saving_items += 1
        self._note_items()
        try:
            save = partial(outline.save_item, item, initiator=_INSPECTOR)
            await self.words.save(item, save, self.binder.title_of(item.id))
        except BaseException:
            self._saving_items -= 1
            self._tracker.set_source(_INSPECTOR, SaveState.EDITED)
            raise
        self._saving_items -= 1
        self._note_items()

    def _note_items(self) -> None:
        """How far what was typed of the items (titles, synopses) is on its way to the disk."""
        if self._saving_items:
            state = SaveState.SAVING
        else:
            unsaved = self.inspector.has_unsaved or self._titles
            state = SaveState.EDITED if unsaved else SaveState.SAVED
        self._tracker.set_source(_INSPECTOR, state)

    async def flush(self) -> None:
        """Return when everything typed is on disk; raises what kept some of it from getting there.

        What cannot be saved keeps nothing else from being saved.
        """
        failure: Exception | None = None
        beside = [each.settle for each in self.companions]
        for save in (self._titles.save, self.inspector.settle, *beside, self.editor.flush):
            try:
                await save()
            except Exception as error:  # noqa: BLE001 - raised below; the others come first
                failure = failure or error
        if failure is not None:
            raise failure

    def _has_unsaved(self) -> bool:
        """Whether something is typed that is not on disk, were it in an input method."""
        self._browsing.settle()
        beside = any(each.has_unsaved for each in self.companions)
        typed = self._titles or self.inspector.has_unsaved or beside
        return bool(typed or self.editor.documents.dirty())

    def save_now(self) -> None:
        """Put everything typed on disk at once."""
        self._tasks.start(self.flush())

    def unsaved_texts(self, *, composing: bool = False) -> dict[int, UnsavedText]:
        """The words that are not on disk, by item; ``composing`` leaves an input method alone."""
        if not composing:
            self._browsing.settle()
        novel = self.novel if self._loaded is not None else None
        beside = [said for each in self.companions for said in each.unsaved()]
        return unsaved_texts(self._desk, novel, self.items, self.binder.title_of, beside)

    # -- commands ------------------------------------------------------------------------------

    def create_item(self, kind: ItemKind) -> None:
        """Add an item where the binder stands."""
        self.binder.ask_for_new(kind)

    def split_here(self) -> None:
        """Make two scenes of the open one, at the caret."""
        self.editor.edit.request_split()

    def give_focus(self, panel: QWidget) -> bool:
        """Put the keyboard into a panel; False where nothing in it takes it."""
        if panel is self.editor:
            self.editor.focus_text()
            return True
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return panel.isAncestorOf(panel.window().focusWidget() or panel) or panel.hasFocus()

    # -- counts --------------------------------------------------------------------------------

    def tell_counts(self) -> None:
        """Say the counts of the open scene, its chapter and the novel."""
        if self._loaded is None:
            return
        item = self._counts.find(self.editor.current_item_id or 0)
        scene, chapter, novel = self._counts.totals(self.editor.current_item_id)
        kind = ItemKind.SCENE if item is None else item.kind
        self.counts_changed.emit(scene, chapter, novel, self.novel.language, kind)
        written = self._texts.progress.written(self.novel.id).words
        self.session_changed.emit(written, self.novel.language)

    def _on_progress(self, novel_id: int) -> None:
        if novel_id == self.novel_id:
            self.tell_counts()

    def _on_texts_saved(self, item_id: int, document: Document) -> None:
        self._name_by_beginning(item_id, document)

    def _name_by_beginning(self, item_id: int, document: Document) -> None:
        if not self.binder.has_title(item_id):
            self.binder.set_excerpt(item_id, beginning_of(document))

    def _on_editor_counts_changed(self, item_id: int, counts: Counts) -> None:
        self._counts.set_live(item_id, counts.words)
        if self.inspector.item_id == item_id:
            self.inspector.set_words(counts.words)
        self.tell_counts()

    # -- slots ---------------------------------------------------------------------------------

    def _on_binder_selection_changed(self, ids: list[int]) -> None:
        item = self._counts.find(ids[0]) if len(ids) == 1 else None
        if item is not None:
            self.inspector.show_item(item, words=self.binder.words_of(item.id))

    def retell(self) -> None:
        """Say anew where the open scene stands."""
        item = self._counts.find(self.editor.current_item_id or 0)
        if item is not None:
            self.editor.set_place(self._breadcrumb(item))
        self.manuscript.tell_names()

    def _on_following_left(self, neighbour: int, is_written: bool) -> None:
        self._tasks.start(self.open_item(neighbour, focus=is_written))

    def _on_inspector_edited(self, item_id: int, attribute: str) -> None:
        self._tracker.set_source(_INSPECTOR, SaveState.EDITED)
        self.binder.refresh_item(item_id)
        if attribute == "title":
            self.outline.show_beginnings(frozenset({item_id}))

    def _on_autosave_failed(self, item_id: int, error: NovelistError) -> None:
        self._desk.note_text(item_id, SaveState.EDITED)
        if self._tracker.state is SaveState.PAUSED:
            return  # the banner says it
        self._notify(errors.sentence(error), self.editor.autosave.save_now, self.tr("Try again"))

    def _on_editor_new_scene_requested(self) -> None:
        self.create_item(ItemKind.SCENE)

    def _on_editor_title_edited(self, item_id: int, title: str) -> None:
        item = self._counts.find(item_id)
        if item is not None:
            self._titles.type(item, title)
            self._on_inspector_edited(item_id, "title")
            self.inspector.refresh_item(item_id)

    def _on_editor_split_requested(self, item_id: int, block: int, offset: int) -> None:
        self._tasks.start(self._split(item_id, block, offset))

    async def _split(self, item_id: int, block: int, offset: int) -> None:
        await self.flush()
        edit = await scenes.split_scene(self.novel.id, item_id=item_id, block=block, offset=offset)
        if edit.novel_id != self.novel_id:
            return
        self.outline.remember(edit)
        await self.following.follow(edit.after)
        await self.open_item(edit.ids[0], focus=True)
        undo = UndoOffer(edit.command_id, lambda: self.outline.undo_only(edit))
        self._notify(self.tr("One scene is two now"), undo)

    # -- the place to come back to ---------------------------------------------------------------

    def _keep_place(self) -> None:
        """Note where the caret stands and which chapters are open."""
        if self._loaded is None:
            return
        state = self._state
        state.expanded = sorted(self.binder.expanded_ids)
        self.manuscript.keep()
        item_id = self.editor.current_item_id
        if item_id is not None:
            state.places[str(item_id)] = place_in(self.editor)

    def note_place(self) -> None:
        """Keep soon where the caret stands and what is shown."""
        self._note.start()

    def _on_note_timeout(self) -> None:
        self._keep_place()
        self._tasks.latest("keep_state", self._context.keep_state())
