# SPDX-License-Identifier: MIT
"""What is chosen in the binder's trash is shown over the page, until something else is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from novelist.domain.enums import ItemKind
from novelist.errors import NotFoundError
from novelist.services import texts

if TYPE_CHECKING:
    from novelist.ui.context import Context
    from novelist.ui.tasks import Tasks
    from novelist.ui.trash_preview import TrashPreview
    from novelist.ui.workspace import Workspace


class TrashReader(QObject):
    """The preview is made when it is first wanted; it never puts anything back by itself."""

    def __init__(self, context: Context, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__(workspace)
        self._context, self._workspace, self._tasks = context, workspace, tasks
        self._trash = workspace.binder.trash
        self._preview: TrashPreview | None = None
        self._chosen: int | None = None
        self._trash.chosen.connect(self._on_trash_chosen)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_application_focus_changed)

    def _on_trash_chosen(self, item_id: int | None) -> None:
        self._chosen = item_id
        if item_id is not None:
            self._tasks.latest("trash_preview", self._show(item_id))
        elif self._preview is not None:
            self._preview.hide()

    async def _show(self, item_id: int) -> None:
        item, title = self._trash.item(item_id), self._trash.title_of(item_id)
        preview = self._preview or self._make_preview()
        if not ItemKind(item.kind).has_text:
            preview.show_holder(title)
            return
        try:
            text = await texts.load_text(item_id)
        except NotFoundError:  # it was deleted for ever meanwhile
            return
        if item_id == self._chosen:
            workspace = self._workspace
            settings = workspace.editor.page_settings
            preview.show_text(title, text.document, settings, workspace.novel.language)

    def _make_preview(self) -> TrashPreview:
        from novelist.ui.trash_preview import TrashPreview  # noqa: PLC0415 - when wanted

        context = self._context
        self._preview = TrashPreview(context.theme, context.icons, self._workspace.editor)
        self._preview.text.show_pictures(self._workspace.editor.documents.pictures)
        self._preview.restore_requested.connect(self._trash.put_back.click)
        return self._preview

    def _on_application_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Nobody types below it: who goes to the editor sees the editor."""
        preview, editor = self._preview, self._workspace.editor
        if now is None or preview is None or not preview.isVisible():
            return
        if editor.isAncestorOf(now) and not preview.isAncestorOf(now):
            preview.hide()
