# SPDX-License-Identifier: MIT
"""What was thrown away: read again, and put back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QModelIndex, QObject

from novelist.domain.enums import ItemKind
from novelist.services import history, outline
from novelist.ui.history.surroundings import Surroundings
from novelist.ui.moments import moment_within

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

_SHOW: Final = "history_show"


class DeletedScope(QObject):
    """``show`` lists the trash of the novel."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._side, self._stage = around.page.side, around.page.stage
        self._item: OutlineItem | None = None
        self._side.deleted.selectionModel().currentChanged.connect(self._on_deleted_chosen)

    async def show(self) -> None:
        """Show what was thrown away, the latest first."""
        self._item = None
        items = await outline.load_trash(self._around.novel_id())
        self._stage.line.hide()
        self._side.deleted_rows.show_deleted(items, self._around.language())
        if items:
            self._side.deleted.setCurrentIndex(self._side.deleted_rows.index(0, 0))
        else:
            self._around.tasks.latest(_SHOW, self._show_nothing())

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
        title = item.title or self.tr("Untitled scene")
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
        title = item.title or self.tr("Untitled scene")
        self._around.done(edit, self.tr("“{title}” is back.").format(title=title))
        await self.show()

    def second(self) -> None:
        """Show all versions of the chosen one."""
        if self._item is not None:
            self._around.show_scene(self._item.id)

    def _on_deleted_chosen(self, current: QModelIndex) -> None:
        item = self._side.deleted_rows.subject(current)
        if item is not None:
            self._around.tasks.latest(_SHOW, self._show_item(cast("OutlineItem", item)))
