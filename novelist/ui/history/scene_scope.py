# SPDX-License-Identifier: MIT
"""The history of one scene: its versions, the one that is chosen, bringing it back."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QApplication

from novelist.domain.comparing.diff import bring_back
from novelist.services.history import history, snapshots
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.side import SCENE
from novelist.ui.history.surroundings import LIST, SHOW, Surroundings
from novelist.ui.history.time_slider import REST, Mark
from novelist.ui.history.words import HistoryWords
from novelist.ui.moments import day_label, moment_label, moment_within


class SceneScope(QObject):
    """``show`` begins with a scene; nothing happens while another scope is at the front."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._words = HistoryWords(self)
        self._side, self._stage = around.page.side, around.page.stage
        self.item_id: int | None = None
        self._more: int | None = None
        self._is_listing = self._is_loading_more = False
        self._chosen: int | None = None
        versions = self._side.versions
        versions.selectionModel().currentChanged.connect(self._on_version_chosen)
        versions.more_wanted.connect(self._on_more_wanted)
        self._side.every.toggled.connect(self._on_every_toggled)

    # -- showing -------------------------------------------------------------------------------

    def forget(self) -> None:
        """Forget which version was chosen: it may be of another scene."""
        self._chosen = None

    def forget_novel(self) -> None:
        """List no versions of a novel that was left."""
        self._more = None
        self._side.versions.versions.begin()

    async def show(self, item_id: int | None) -> None:
        """Show the versions of a scene; the one before the last is compared with now."""
        self.item_id, self._chosen = item_id, None
        await self.refresh()

    async def refresh(self) -> None:
        """Look again which versions there are; the chosen one stays."""
        item_id, rows = self.item_id, self._side.versions.versions
        if item_id is None:
            rows.begin()
            self._side.offer_versions(every=False, name=False)
            self._show_no_scene()
            return
        page = await history.list_versions(item_id, every=self._side.every.isChecked())
        marks = await history.list_marks(item_id)
        named = {moment.revision_id for moment in page.names.values()}
        self._is_listing = True  # rows that come and go are not chosen by anybody
        rows.begin()
        rows.add_steps(page.steps, page.names)
        self._more, self._is_listing = page.more, False
        self._side.offer_versions(every=bool(page.steps), name=True)
        self._stage.slider.set_marks(
            [Mark(mark.id, mark.saved_at, mark.id in named) for mark in marks]
        )
        self._stage.line.setVisible(len(marks) > 1)
        self._say_ends()
        self._choose_row()

    def _choose_row(self) -> None:
        rows = self._side.versions.versions
        found = rows.rows()
        if not found:
            self._show_nothing()
            return
        index = rows.index_of(self._chosen) if self._chosen is not None else QModelIndex()
        if not index.isValid():
            index = found[min(1, len(found) - 1)]
        self._side.versions.setCurrentIndex(index)

    def _say_ends(self) -> None:
        first = self._stage.slider.first_mark
        self._stage.first.setText("" if first is None else day_label(first.astimezone().date()))
        self._stage.last.setText(self.tr("Now"))

    def _show_no_scene(self) -> None:
        self._stage.line.hide()
        self._stage.say("")
        self._stage.show_empty(self.tr("Open a scene to see its versions here."))
        self._stage.offer("")

    def _show_nothing(self) -> None:
        self._stage.say(self._title())
        self._stage.show_empty(
            self.tr("Every version of this scene will be kept here."),
            self.tr("It has not been changed yet."),
            self.tr("Name this version"),
        )
        self._stage.offer("")

    async def _show_version(self, version_id: int) -> None:
        item_id = self.item_id
        if item_id is None:
            return
        self._chosen = version_id
        version = await history.find_version(version_id)
        shown = await self._around.comparing.compare(
            lambda: history.compare_with_now(item_id, version_id)
        )
        moment = moment_label(version.saved_at)
        is_now = shown.then == shown.now
        subtitle = self.tr("{moment}, as it stands now") if is_now else ""
        subtitle = subtitle or self.tr("{moment}, compared with now")
        self._stage.say(self._title(), subtitle.format(moment=moment))
        self._offer(is_now=is_now)
        self._stage.show_comparison(shown, "then" if is_now else None)

    def _offer(self, *, is_now: bool) -> None:
        copy = self.tr("Copy this version")
        if is_now:
            self._stage.offer(self.tr("This is the scene as it stands."), second=copy)
            return
        self._stage.offer(
            self.tr("Restoring adds a new version. Nothing you have written is removed."),
            primary=self.tr("Restore whole scene"),
            second=copy,
        )

    def _title(self) -> str:
        return "" if self.item_id is None else self._around.title_of(self.item_id)

    async def _load_more(self) -> None:
        item_id, before = self.item_id, self._more
        if item_id is None or before is None or self._is_loading_more:
            return
        self._is_loading_more = True
        every = self._side.every.isChecked()
        try:
            page = await history.list_versions(item_id, before=before, every=every)
        finally:
            self._is_loading_more = False
        if self.item_id == item_id and self._more == before:
            self._side.versions.versions.add_steps(page.steps, page.names)
            self._more = page.more

    # -- what is wished ------------------------------------------------------------------------

    def move_to(self, version_id: int) -> None:
        """The time slider was moved to a version."""
        versions = self._side.versions
        index = versions.versions.index_of(version_id)
        versions.selectionModel().blockSignals(True)
        versions.setCurrentIndex(index)
        versions.selectionModel().blockSignals(False)
        versions.viewport().update()
        self._around.reading.latest(SHOW, self._show_passed(version_id))

    async def _show_passed(self, version_id: int) -> None:
        """Show a version that the slider came to, if it stays there."""
        await asyncio.sleep(REST)
        await self._show_version(version_id)

    async def restore(self) -> None:
        """Let the scene be what the chosen version is."""
        item_id, version_id = self.item_id, self._chosen
        if item_id is None or version_id is None:
            return
        await self._around.flush()
        version = await history.find_version(version_id)
        edit = await history.restore_version(
            self._around.novel_id(), item_id=item_id, version_id=version_id
        )
        said = self.tr("The scene is as it was {moment}.")
        self._around.done(edit, said.format(moment=moment_within(version.saved_at)))
        self._around.again(SCENE, self.refresh)

    async def bring_back(self, passage: int) -> None:
        """Let one passage be what it was in the chosen version."""
        shown, item_id = self._stage.comparison, self.item_id
        if shown is None or item_id is None:
            return
        await self._around.flush()
        edit = await history.restore_document(
            self._around.novel_id(),
            item_id=item_id,
            document=bring_back(shown.diff, [passage]),
            expected=shown.expected,
        )
        self._around.done(edit, self._words.brought_back(shown.diff.fates[passage]))
        self._around.again(SCENE, self.refresh)

    def copy(self) -> None:
        """Put the text of the chosen version into the clipboard."""
        shown = self._stage.comparison
        if shown is not None:
            QApplication.clipboard().setText(shown.then.plain_text)
            self._around.notify(self.tr("The version is in the clipboard."))

    def ask_for_name(self) -> None:
        """Ask what the chosen version is to be called; without one, the scene as it stands."""
        if self.item_id is None:
            return
        around, rows = self._around, self._side.versions
        moment = None if self._chosen is None else rows.versions.name(rows.currentIndex())
        around.naming().ask(
            "" if moment is None else moment.name,
            lambda name: around.tasks.start(self._name(moment, name)),
            None if moment is None else lambda: around.tasks.start(self._forget(moment)),
        )

    async def _name(self, moment: NamedMoment | None, name: str) -> None:
        item_id = self.item_id
        if item_id is None:
            return
        if moment is not None:
            await snapshots.rename_snapshot(moment.id, name)
        else:
            await self._around.flush()
            novel_id, version_id = self._around.novel_id(), self._chosen
            await snapshots.take_snapshot(
                novel_id, name=name, item_id=item_id, version_id=version_id
            )
        self._around.again(SCENE, self.refresh)

    async def _forget(self, moment: NamedMoment) -> None:
        await snapshots.remove_snapshots(moment.id)
        self._around.again(SCENE, self.refresh)

    # -- slots ---------------------------------------------------------------------------------

    def _on_version_chosen(self, current: QModelIndex) -> None:
        step = self._side.versions.versions.step(current)
        if step is not None and not self._is_listing:
            self._stage.slider.show_key(step.version.id)
            self._around.reading.latest(SHOW, self._show_version(step.version.id))

    def _on_more_wanted(self) -> None:
        self._around.reading.start(self._load_more())

    def _on_every_toggled(self) -> None:
        self._around.reading.latest(LIST, self.refresh())
