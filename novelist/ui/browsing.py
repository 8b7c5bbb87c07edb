# SPDX-License-Identifier: MIT
"""Between binder and page: browsing scenes with the keyboard in the binder, and going to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.tasks import Tasks
from novelist.ui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from novelist.ui.binder.panel import BinderPanel
    from novelist.ui.editor.panel import EditorPanel
    from novelist.ui.inspector.panel import InspectorPanel

OPENING: Final = "open_item"
"""The name of the task that opens a text: the newest wish wins."""


class Browsing(QObject):
    """Opens the scene chosen in the binder; what is typed there goes on in its text.

    ``went_writing`` asks for binder and inspector to show the scene that is written in.
    """

    went_writing = Signal(int)

    def __init__(
        self,
        binder: BinderPanel,
        editor: EditorPanel,
        inspector: InspectorPanel,
        tasks: Tasks,
        open_item: Callable[[int], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(binder)
        self._binder, self._editor, self._inspector = binder, editor, inspector
        self._tasks, self._open_item = tasks, open_item
        self._opening: asyncio.Task[Any] | None = None
        self._typed: list[QEvent] = []  # meanwhile
        self._is_elsewhere = False
        self._ahead = TypedAhead(editor.edit, self)
        binder.create_requested.connect(self._on_binder_create_requested)
        binder.create_failed.connect(self._ahead.release)
        binder.tree.write = self._write
        binder.tree.browse_requested.connect(self._on_browse_requested)
        binder.selection_changed.connect(self._on_binder_selection_changed)
        editor.edit.textChanged.connect(self._on_text_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_ahead(self) -> bool:
        """Whether the binder has the keyboard and stands at another scene, which is coming."""
        return self._opening is not None and self._binder.tree.hasFocus()

    def arrive(self) -> None:
        """A text has the keyboard: what was typed since it was asked for goes into it."""
        self._ahead.release()

    def settle(self) -> None:
        """Let all that is typed be in a text, were it on its way or in an input method."""
        self._ahead.release()
        self._editor.edit.commit_composition()

    def _on_binder_create_requested(self, kind: str) -> None:
        if ItemKind(kind).has_text or kind == ItemKind.CHAPTER:  # that comes with a scene
            self._ahead.hold()

    # -- from the binder to the text -----------------------------------------------------------

    def _on_browse_requested(self, item_id: int) -> None:
        self._opening = self._tasks.latest(OPENING, self._open_item(item_id))
        self._opening.add_done_callback(self._on_opened)

    def _on_opened(self, task: asyncio.Task[Any]) -> None:
        if task is self._opening:
            self._opening = None
            typed, self._typed = self._typed, []
            for event in typed:
                self._hand_on(event)

    def _write(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Type into the open text what was typed in the binder; False where none is open."""
        if self._opening is not None:
            self._typed.append(event.clone())
            return True
        if self._editor.current_item_id is None:
            return False
        self._hand_on(event)
        return True

    def _hand_on(self, event: QEvent) -> None:
        """The keyboard moves along, but not in the middle of what an input method composes."""
        if isinstance(event, QInputMethodEvent):
            QCoreApplication.sendEvent(self._editor.edit, event)
            if event.commitString() and not event.preeditString():
                self._editor.focus_text()
        else:
            self._editor.focus_text()
            QCoreApplication.sendEvent(self._editor.edit, event)

    # -- from the text to binder and inspector -------------------------------------------------

    def _on_binder_selection_changed(self, ids: list[int]) -> None:
        self._is_elsewhere = ids != [self._editor.current_item_id]

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is self._editor.edit or new is self._editor.edit.title:
            other = self._inspector.item_id != self._editor.current_item_id
            self._follow(is_elsewhere=self._is_elsewhere or other)

    def _on_text_changed(self) -> None:
        if self._is_elsewhere and self._editor.edit.hasFocus():
            self._follow(is_elsewhere=True)

    def _follow(self, *, is_elsewhere: bool) -> None:
        item_id = self._editor.current_item_id
        if is_elsewhere and item_id is not None:
            self._is_elsewhere = False
            self.went_writing.emit(item_id)
