# SPDX-License-Identifier: MIT
"""What was thrown away: read again, and put back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QObject

from novelist.domain.enums import ItemKind
from novelist.services import outline
from novelist.services.history import history
from novelist.ui.history.side import DELETED
from novelist.ui.history.surroundings import SHOW, Surroundings
from novelist.ui.moments import moment_within

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


class DeletedScope(QObject):
    """``show`` lists the trash of the novel."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._side, self._stage = around.page.side, around.page.stage
        self._item: OutlineItem | None = None
        self._side.deleted.selectionModel().currentChanged.connect(self._on_deleted_chosen)

    def forget(self) -> None:
        """Forget what was chosen."""
        self._item = None

    def forget_novel(self) -> None:
        """List nothing of a novel that was left."""
        self._side.deleted_rows.show_deleted([], self._around.title_of)

    async def show(self) -> None:
        """Show what was thrown away, the latest first."""
        self._item = None
        items = await self._around.load_trash()
        self._stage.line.hide()
        self._side.deleted_rows.show_deleted(items, self._around.title_of)
        if items:
            self._side.deleted.setCurrentIndex(self._side.deleted_rows.index(0, 0))
        else:
            self._around.reading.latest(SHOW, self._show_nothing())

    async def _show_nothing(self) -> None:
        self._stage.say(self.tr("Deleted scenes"))
        self._stage.show_empty(
            self.tr("Scenes you delete can be read and put back here."),
            self.tr("They stay until you empty the trash."),
        )
        self._stage.offer("")

    async def _show_item(self, item: OutlineItem) -> None:
        self._item = item
        when = moment_within(item.deleted_at) if item.deleted_at else ""
        title = self._around.title_of(item.id)
        self._stage.say(title, self.tr("Deleted {moment}").format(moment=when))
        has_text = ItemKind(item.kind).has_text
        self._stage.offer(
            self.tr("It goes back to where it was."),
            primary=self.tr("Put back"),
            second=self.tr("Show all versions") if has_text else "",
            icon="history",
        )
        if has_text:
            shown = await self._around.comparing.compare(lambda: history.show_text(item.id))
            self._stage.show_comparison(shown, "then")
        else:
            self._stage.show_empty(self.tr("What it holds comes back with it."))

    async def restore(self) -> None:
        """Put the chosen one back."""
        item = self._item
        if item is None or item.novel_id != self._around.novel_id():
            return
        edit = await outline.restore_items(self._around.novel_id(), ids=[item.id])
        title = self._around.title_of(item.id)
        self._around.done(edit, self.tr("“{title}” is back.").format(title=title))
        self._around.again(DELETED, self.show)

    def second(self) -> None:
        """Show all versions of the chosen one."""
        if self._item is not None:
            self._around.show_scene(self._item.id)

    def _on_deleted_chosen(self, current: QModelIndex) -> None:
        item = self._side.deleted_rows.subject(current)
        if item is not None:
            self._around.reading.latest(SHOW, self._show_item(cast("OutlineItem", item)))
