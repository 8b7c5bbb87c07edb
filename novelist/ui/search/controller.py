# SPDX-License-Identifier: MIT
"""Leads to the page "Search", and does what is wished there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Qt

from novelist.domain.changes import Changes, Subject
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.new_words import NewWords, Rule
from novelist.domain.finding.renaming import rules_of
from novelist.errors import PatternError, PatternTooSlowError
from novelist.services.finding.finding import Field, Scope, Where
from novelist.services.finding.replacing import Replaced, replace
from novelist.services.journal.undo import Edit, UndoStack
from novelist.ui.editor.going_to import select_place
from novelist.ui.search.looking import Looking
from novelist.ui.search.page import SearchPage
from novelist.ui.search.results import Hit
from novelist.ui.search.words import SearchWords
from novelist.ui.undo_offer import UndoOffer

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

SEARCH: Final = "search"
_INITIATOR: Final = "search"
_LONGEST: Final = 200  # characters of a selection that are looked for


class SearchController(QObject):
    """One for the life of the window; the page is made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        context = controller.context
        self.page = SearchPage(context.theme, context.icons)
        self._side, self._stage = self.page.side, self.page.stage
        self._words = SearchWords(self)
        self._looking = Looking(self._stage, controller.tasks, controller.workspace.flush)
        self._finder = Finder([])
        self._rules: list[Rule] = []
        self._stale = False
        self._is_borrowed = False  # by who wants something found: what was chosen here comes again
        self._is_preview = False  # of what the bar over the text is to replace
        self._awaits_list = False  # the keyboard goes to the button as soon as all is listed
        controller.window.add_page(SEARCH, self.page)
        self._recall()
        self._connect()

    def _recall(self) -> None:
        settings = self._controller.context.settings
        known = settings.search_where in [scope.value for scope in Scope]
        scope = Scope(settings.search_where) if known else Scope.NOVEL
        self._side.set_options(scope, settings.search_options)

    def _connect(self) -> None:
        side, stage = self._side, self._stage
        side.wanted_changed.connect(self._on_side_wanted_changed)
        side.new_words_changed.connect(self._on_side_new_words_changed)
        side.wanted.entered.connect(self._on_wanted_entered)
        stage.replace_requested.connect(self._on_stage_replace_requested)
        stage.everywhere_requested.connect(self._on_stage_everywhere_requested)
        stage.fields_requested.connect(self._side.look_also_in)
        stage.view.place_requested.connect(self._on_view_place_requested)
        self._looking.ended.connect(self._on_looking_ended)
        self.page.left.connect(self._on_page_left)
        self.page.replace_requested.connect(stage.replace.click)
        self._controller.context.bus.changed.connect(self._on_bus_changed)

    # -- showing -------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the page with the keyboard in its field; a selection in the text is looked for."""
        workspace, window = self._controller.workspace, self._controller.window
        if self._is_borrowed:
            self._is_borrowed = self._is_preview = self._awaits_list = False
            self._recall()
        selected = workspace.editor.edit.textCursor().selectedText().strip()
        if window.current_page == "write" and 0 < len(selected) <= _LONGEST:
            self._side.wanted.setText(selected.splitlines()[0])
        self._show_page()
        self._look(at_once=True)

    def _show_page(self) -> None:
        workspace, window = self._controller.workspace, self._controller.window
        self._side.offer_scopes(scene=workspace.editor.current_item_id is not None)
        self._stage.view.hits.language = workspace.novel.language
        window.show_page(SEARCH)
        workspace.tell_counts()
        self._side.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def preview(self, pattern: Pattern, new: str, *, keep: bool, scope: Scope) -> None:
        """Show all that the bar over the text is to replace, with the keyboard on the button.

        What was chosen on this page before is there again when it is shown by itself.
        """
        self._is_borrowed = self._is_preview = self._awaits_list = True
        self._side.take_over(pattern, new, keep=keep, scope=scope)
        self._show_page()
        self._look(at_once=True)

    def look_for(self, words: str, *, whole_word: bool, scope: Scope) -> None:
        """Show the page with the places of these words in texts."""
        self._is_borrowed, self._is_preview = True, False
        pattern = Pattern(words, whole_word=whole_word)
        self._side.take_over(pattern, "", keep=True, scope=scope)
        self._show_page()
        self._look(at_once=True)

    # -- looking -------------------------------------------------------------------------------

    @property
    def _where(self) -> Where:
        workspace = self._controller.workspace
        return Where(
            self._side.scope,
            workspace.novel_id,
            workspace.editor.current_item_id,
            self._side.fields,
        )

    def _look(self, *, at_once: bool = False) -> None:
        self._stale = False
        try:
            self._rules = self._wanted_rules()
            self._finder = Finder([rule.pattern for rule in self._rules])
        except PatternError as error:
            self._side.wanted.set_problem(self._words.fault(error))
            self._looking.clear()
            return
        self._side.wanted.set_problem("")
        self._prepare_new_words()
        if self._finder.is_empty:
            self._looking.clear()
        else:
            sought = self._side.wanted.text()
            self._looking.look(self._finder, sought, self._where, self._complain, at_once=at_once)

    def _complain(self, error: PatternTooSlowError) -> None:
        self._side.wanted.set_problem(self._words.fault(error))

    def _prepare_new_words(self) -> None:
        """Let the rows show what would take the place of each."""
        results, new = self._stage.view.results, self._side.new.text()
        try:
            words = self._new_words()
        except PatternError as error:
            self._side.new.set_problem(self._words.fault(error))
            results.set_new_words(None)
            self._stage.set_replacing(False)
            return
        self._side.new.set_problem("")
        results.set_new_words(words if new else None)
        self._stage.set_replacing(bool(new))

    def _new_words(self) -> NewWords:
        if not self._side.renames:
            self._rules = self._wanted_rules()
        return NewWords(self._finder, self._rules)

    def _wanted_rules(self) -> list[Rule]:
        """The words, or of a person every form of the name that has a new one."""
        side = self._side
        if not side.renames:
            return [Rule(side.wanted.pattern, side.new.text(), side.keep.isChecked())]
        name = side.wanted.text().strip()
        alone = [Rule(Pattern(name, match_case=True, whole_word=True))]
        return rules_of(side.forms.forms) or alone

    # -- replacing -----------------------------------------------------------------------------

    async def _replace(self) -> None:
        """What is typed meanwhile is on disk first; the list is made anew after it."""
        results, words = self._stage.view.results, self._new_words()
        old, new = self._side.wanted.text(), self._side.new.text()
        self._looking.stop()
        self._stage.begin()
        self.page.setEnabled(False)
        try:
            await self._controller.workspace.flush()
            wanted = await asyncio.to_thread(results.replacements, words)
            moment = self._words.moment(old, new)
            done = await replace(
                wanted,
                looked_for=old,
                moment=moment,
                initiator=_INITIATOR,
                keep_names=self._side.keeps_names,
            )
            results.keep_left(words)
        finally:
            self.page.setEnabled(True)
            self._stage.end()
        self._tell(done)
        if self._is_preview and done.edits:
            self._controller.show_write()
            return
        self._look(at_once=True)
        self._stage.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, done: Replaced) -> None:
        """It can be undone from the toast, from the menu, another day."""
        said = self._words.done(done.count, len(done.left), len(done.left_entities))
        if not done.edits:
            self._controller.window.notify(said)
            return
        steps, own = self._controller.workspace.outline, self._controller.workspace.novel_id
        for edit in done.edits:
            if edit.novel_id == own:
                steps.remember(edit)
        edits = done.edits
        undo = UndoOffer(edits[0].command_id, lambda: self._undo(edits))
        self._controller.window.notify(said, undo)

    def _undo(self, edits: tuple[Edit, ...]) -> None:
        own = self._controller.workspace.novel_id
        for edit in edits:
            if edit.novel_id == own:
                self._controller.workspace.outline.undo_only(edit)
            else:
                self._controller.tasks.start(self._undo_elsewhere(edit))

    async def _undo_elsewhere(self, edit: Edit) -> None:
        """In a novel that is not open."""
        await UndoStack(edit.novel_id).undo(only=edit, initiator=_INITIATOR)

    # -- going to a place ----------------------------------------------------------------------

    async def _go_to(self, hit: Hit) -> None:
        controller = self._controller
        if hit.found.group.novel_id != controller.workspace.novel_id:
            await controller.open_novel(hit.found.group.novel_id)
        spot, span = hit.part.spot, hit.span
        if hit.found.entity_id is not None and spot is not None:
            bible = controller.commands.bible
            await bible.show_spot(hit.found.entity_id, spot, span.start, span.end)
            return
        controller.show_write()
        await controller.workspace.show_item(hit.found.item_id)
        editor, address = controller.workspace.editor, hit.passage.address
        if hit.part.comment_id is not None:
            await controller.commands.comments.show_remark(hit.part.comment_id)
            return
        if spot is not None:
            controller.workspace.binder.point_at(hit.found.item_id)
            fields = controller.commands.item_fields
            await fields.show_spot(hit.found.item_id, spot, span.start, span.end)
            return
        if hit.part.field is not Field.TEXT or editor.current_item_id != hit.found.item_id:
            controller.workspace.binder.point_at(hit.found.item_id)
            return
        if address.is_note:
            select_place(editor.edit, address.block, address.note, address.note + 1)
        else:
            select_place(editor.edit, address.block, hit.span.start, hit.span.end)

    # -- slots ---------------------------------------------------------------------------------

    def _on_side_wanted_changed(self) -> None:
        self._keep_options()
        self._look()

    def _on_side_new_words_changed(self) -> None:
        self._keep_options()
        self._prepare_new_words()

    def _keep_options(self) -> None:
        """For the next time; what was wanted from elsewhere is remembered by nobody."""
        if self._is_borrowed:
            return
        settings, side = self._controller.context.settings, self._side
        chosen = side.scope.value, side.options
        if chosen != (settings.search_where, settings.search_options):
            settings.search_where, settings.search_options = chosen
            self._controller.tasks.start(self._controller.context.keep_settings())

    def _on_wanted_entered(self, _backwards: bool) -> None:
        self._look(at_once=True)

    def _on_looking_ended(self) -> None:
        """The list is there to be read: Enter replaces what is chosen of it."""
        if self._awaits_list and self.page.isVisible() and self._stage.replace.isVisible():
            self._stage.replace.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._awaits_list = False

    def _on_page_left(self) -> None:
        """Go back to the text, or to the bar that led here."""
        self._controller.show_write()
        if self._is_preview:
            bar = self._controller.commands.scene_search.bar
            bar.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_stage_replace_requested(self) -> None:
        self._controller.tasks.start(self._replace())

    def _on_stage_everywhere_requested(self) -> None:
        self._side.scopes[Scope.LIBRARY].setChecked(True)

    def _on_view_place_requested(self, index: QModelIndex) -> None:
        hit = self._stage.view.results.hit(index)
        if hit is not None:
            self._controller.tasks.start(self._go_to(hit))

    def _on_bus_changed(self, changes: Changes) -> None:
        """An undo, or another program, changed what is shown."""
        written = changes.ids(Subject.TEXT) | changes.ids(Subject.ITEM)
        written |= changes.ids(Subject.COMMENT) | changes.ids(Subject.ENTITY)
        if written and self.page.isVisible() and changes.initiator != _INITIATOR:
            self._look()
