# SPDX-License-Identifier: MIT
"""The fields of a scene's own, as an import brings them, below its notes in the inspector."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.changes import Changes, Subject
from novelist.domain.finding.entity_words import written_fields
from novelist.errors import NotFoundError
from novelist.services.entities import list_item_fields, write_item_fields
from novelist.services.unsaved.rescue import UnsavedText
from novelist.ui.bible.draft import FieldsDraft
from novelist.ui.bible.field_rows import FieldRows
from novelist.ui.binding import BindingGroup, Saver
from novelist.ui.desk import EDITOR
from novelist.ui.icons import Icons
from novelist.ui.inspector.panel import SectionTitle
from novelist.ui.inspector.tab_shown import TabShown
from novelist.ui.save_state import SaveState
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline

if TYPE_CHECKING:
    from novelist.domain.finding.entity_words import Spot
    from novelist.ui.controller import Controller

ITEM_FIELDS: Final = "item_fields"
_OTHERS: Final = (ITEM_FIELDS, EDITOR)  # who save what is known here, or none of it


class FieldsSection(Retranslated, QWidget):
    """A title and the rows; hidden while a scene has none."""

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, save: Saver, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector_fields")
        self.group = BindingGroup(save, tasks, self)
        self.rows = FieldRows(theme, icons, self, column=theme.size("label_column"))
        self._title = SectionTitle(theme, self)
        side = theme.space("s")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space("l"), 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(theme))
        column.addSpacing(theme.space("m"))
        inner = QVBoxLayout()
        inner.setContentsMargins(side, 0, side, 0)
        inner.setSpacing(0)
        self._title.setContentsMargins(side, 0, 0, 0)
        inner.addWidget(self._title)
        inner.addWidget(self.rows)
        column.addLayout(inner)
        self.group.bind(self.rows, "fields")
        self.rows.left.connect(self.group.flush)
        self.hide()
        self.retranslate()

    def show_draft(self, draft: FieldsDraft | None) -> None:
        """Save what was typed and show the fields of another scene; None: of none."""
        if draft is not None and draft is self.group.bound:
            self.group.reflect()
        else:
            self.rows.finish_composition()
            self.group.flush()
            self.rows.clear()
            self.group.rebind(draft)
        self.setVisible(draft is not None)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self._title.setText(self.tr("Fields"))


class ItemFields(QObject):
    """Knows the fields of the open novel's items, and keeps what is typed of them."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller, self._workspace = controller, controller.workspace
        self._tasks, context = controller.tasks, controller.context
        self._novel_id: int | None = None
        self._drafts: dict[int, FieldsDraft] = {}
        self._turn = asyncio.Lock()
        self._saves = 0
        inspector = self._workspace.inspector
        self.section = FieldsSection(
            context.theme, context.icons, self._tasks, self._save, inspector
        )
        inspector.add_section(self.section)
        self.section.rows.stand_after(inspector.notes.editor)
        self.section.group.edited.connect(self._on_group_edited)
        inspector.item_shown.connect(self._on_item_shown)
        self._workspace.counts_changed.connect(self._follow_novel)
        self._workspace.novel_left.connect(self._follow_novel)
        self._tab = TabShown(controller, None)
        self._workspace.companions.append(self)
        context.bus.changed.connect(self._on_bus_changed)

    async def show_spot(self, item_id: int, spot: Spot, start: int, end: int) -> None:
        """Select characters of a field of the item that the inspector shows, wherever it hides."""
        await self.load()
        if self._workspace.inspector.item_id == item_id:
            self._tab.reveal()
            self.section.rows.select(spot.number, start, end, in_name=spot.is_name)

    # -- following -----------------------------------------------------------------------------

    def _follow_novel(self) -> None:
        if self._novel_id != self._workspace.novel_id:
            self._novel_id, self._drafts = self._workspace.novel_id, {}
            self.section.show_draft(None)
            self._tasks.latest(ITEM_FIELDS, self.load())

    async def load(self) -> None:
        """Read the fields of all items anew."""
        novel_id, saves = self._novel_id, -1
        if novel_id is None:
            return
        while saves != self._saves:
            saves = self._saves
            found = await list_item_fields(novel_id)
        if novel_id != self._novel_id:
            return
        for item_id in found.keys() | self._drafts.keys():
            fields = found.get(item_id, ())
            draft = self._drafts.setdefault(item_id, FieldsDraft(item_id, fields))
            draft.take(fields)
        self._show(self._workspace.inspector.item_id)

    def _show(self, item_id: int | None) -> None:
        draft = None if item_id is None else self._drafts.get(item_id)
        is_shown = draft is not None and draft is self.section.group.bound
        if draft is not None and not (draft.fields or is_shown):
            draft = None
        self.section.show_draft(draft)

    def _on_item_shown(self, item_id: int) -> None:
        self._show(item_id or None)

    def _on_bus_changed(self, changes: Changes) -> None:
        mine = [entry for entry in changes.entries if entry.novel_id == self._novel_id]
        if changes.initiator not in _OTHERS and any(
            entry.subject is Subject.ITEM for entry in mine
        ):
            self._tasks.latest(ITEM_FIELDS, self.load())

    # -- saving --------------------------------------------------------------------------------

    async def _save(self, draft: FieldsDraft) -> None:
        try:
            async with self._turn:
                while draft.is_unsaved:
                    await self._write(draft)
        finally:
            self._tell_state()

    async def _write(self, draft: FieldsDraft) -> None:
        fields = draft.fields
        try:
            edit = await write_item_fields(draft.id, fields, initiator=ITEM_FIELDS)
        except NotFoundError:  # what nobody can save holds nothing else up
            draft.stored = fields
            raise
        self._saves += 1
        draft.stored = fields
        if edit.command_id and edit.novel_id == self._novel_id:
            self._workspace.outline.remember(edit)

    async def settle(self) -> None:
        """Wait until what was typed is on disk; raises what kept it from getting there."""
        self.section.rows.finish_composition()
        await self.section.group.settle()
        for draft in self._unsaved():
            await self._save(draft)

    def forget(self) -> None:
        """The library is left with what was typed and not saved: that waits elsewhere."""
        self.section.rows.clear()
        self.section.group.forget()
        self._drafts = {}

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on disk."""
        return bool(self._unsaved())

    def unsaved(self) -> list[tuple[int, UnsavedText]]:
        """What is not on disk, by item."""
        return [
            (draft.id, UnsavedText("", fields={"fields": written_fields(draft.fields)}))
            for draft in self._unsaved()
        ]

    def _unsaved(self) -> list[FieldsDraft]:
        return [draft for draft in self._drafts.values() if draft.is_unsaved]

    def _on_group_edited(self) -> None:
        self._tell_state()

    def _tell_state(self) -> None:
        state = SaveState.EDITED if self.has_unsaved else SaveState.SAVED
        self._controller.tracker.set_source(ITEM_FIELDS, state)
