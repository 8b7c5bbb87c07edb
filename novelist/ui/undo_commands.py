# SPDX-License-Identifier: MIT
"""Undo and redo go where the keyboard is: to a text or field, the outline, or the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QTextEdit

from novelist.domain.edit import EditAction
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.steps_beyond import leads_beyond
from novelist.ui.undo_offer import UndoOffer
from novelist.ui.undo_words import redo_typing_words, undo_typing_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from novelist.services.journal.undo import Step
    from novelist.ui.actions import Actions
    from novelist.ui.main_window import MainWindow
    from novelist.ui.undo_steps import UndoSteps

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class UndoCommands(QObject):
    """The two commands of the menu: each says what it will do, and does that."""

    def __init__(self, window: MainWindow, outline: UndoSteps, shelf: UndoSteps) -> None:
        super().__init__(window)
        self._window, self._outline, self._shelf = window, outline, shelf
        self._actions: Actions = window.actions_
        self._actions.say("undo", self.undo_text)
        self._actions.say("redo", self.redo_text)
        for steps in (outline, shelf):
            steps.changed.connect(self._actions.retell)
            steps.changed.connect(self._on_steps_changed)
            steps.taken_back.connect(self._on_steps_taken_back)
        window.page_changed.connect(self._actions.retell)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_application_focus_changed)

    def undo(self) -> None:
        """Take back the last change of whatever has the keyboard."""
        field = _field()
        if field is not None:
            field.undo()
        else:
            self._steps.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        field = _field()
        if field is not None:
            field.redo()
        else:
            self._steps.redo()

    def undo_beyond(self) -> bool:
        """Take a replacement back where it is the last that happened to the text; whether it is."""
        field = _field()
        if field is None or not self._undoes_replacement(field):
            return False
        self._outline.undo()
        return True

    def redo_beyond(self) -> bool:
        """Do a replacement again where it was taken back last; whether it was."""
        field = _field()
        if field is None or not self._redoes_replacement(field):
            return False
        self._outline.redo()
        return True

    def undo_text(self) -> str:
        """What the menu says of undo."""
        field = _field()
        if field is None or self._undoes_replacement(field):
            return self._steps.undo_text()
        return undo_typing_words()

    def redo_text(self) -> str:
        """What the menu says of redo."""
        field = _field()
        if field is None or self._redoes_replacement(field):
            return self._steps.redo_text()
        return redo_typing_words()

    def _undoes_replacement(self, field: QWidget) -> bool:
        """Whether the last that happened to this text is that words were replaced in the novel.

        A text that was rewritten begins its own history anew.
        """
        if not isinstance(field, ManuscriptEdit) or field.document().isUndoAvailable():
            return False
        return _is_replacement(self._outline.next_undo)

    def _redoes_replacement(self, field: QWidget) -> bool:
        if not isinstance(field, ManuscriptEdit) or field.document().isRedoAvailable():
            return False
        return _is_replacement(self._outline.next_redo)

    @property
    def _steps(self) -> UndoSteps:
        return self._shelf if self._window.current_page == "shelf" else self._outline

    def _on_application_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenu | QMenuBar):
            self._actions.retell()

    def _on_steps_changed(self) -> None:
        """A message whose step others came after can take nothing back any more."""
        toast = self._window.toast
        offer = toast.offered
        if isinstance(offer, UndoOffer) and not offer.lasts:
            following = [steps.next_undo for steps in (self._outline, self._shelf)]
            newest = max((step.id for step in following if step is not None), default=0)
            if newest > offer.step:  # one that is older was looked up before
                toast.dismiss()

    def _on_steps_taken_back(self, step: int) -> None:
        """A message that offers just that says nothing any more."""
        toast = self._window.toast
        if isinstance(toast.offered, UndoOffer) and toast.offered.step == step:
            toast.dismiss()


def _field() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """What is typed into; a text that is only read takes nothing back."""
    focused = QApplication.focusWidget()
    if not isinstance(focused, _FIELDS) or focused.isReadOnly() or leads_beyond(focused):
        return None
    return focused


def _is_replacement(step: Step | None) -> bool:
    return step is not None and step.action == EditAction.REPLACE
