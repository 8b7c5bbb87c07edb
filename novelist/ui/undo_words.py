# SPDX-License-Identifier: MIT
"""What the menu says of undo and redo: the action, and what it was done to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from novelist.domain.edit import EditAction
from novelist.domain.excerpts import shortened
from novelist.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from novelist.services.journal.undo import Step

_LONGEST: Final = 32  # characters of a title in a menu

ACTIONS: Final[dict[str, str]] = {
    EditAction.CREATE: QT_TRANSLATE_NOOP("undo", "New entry"),
    EditAction.MOVE: QT_TRANSLATE_NOOP("undo", "Move"),
    EditAction.DUPLICATE: QT_TRANSLATE_NOOP("undo", "Duplicate"),
    EditAction.TRASH: QT_TRANSLATE_NOOP("undo", "Move to Trash"),
    EditAction.RESTORE: QT_TRANSLATE_NOOP("undo", "Put back"),
    EditAction.SPLIT: QT_TRANSLATE_NOOP("undo", "Split scene"),
    EditAction.MERGE: QT_TRANSLATE_NOOP("undo", "Merge scenes"),
    EditAction.KEEP_BOTH: QT_TRANSLATE_NOOP("undo", "Keep both versions"),
    EditAction.TAKE_OTHER: QT_TRANSLATE_NOOP("undo", "Use the other version"),
    EditAction.RESTORE_TEXT: QT_TRANSLATE_NOOP("undo", "Restore an earlier version"),
    EditAction.RESTORE_SNAPSHOT: QT_TRANSLATE_NOOP("undo", "Restore the novel"),
    EditAction.REPLACE: QT_TRANSLATE_NOOP("undo", "Replace"),
    EditAction.SET_TITLE: QT_TRANSLATE_NOOP("undo", "Rename"),
    EditAction.SET_SYNOPSIS: QT_TRANSLATE_NOOP("undo", "Synopsis"),
    EditAction.SET_NOTES: QT_TRANSLATE_NOOP("undo", "Notes"),
    EditAction.SET_STATUS: QT_TRANSLATE_NOOP("undo", "Change of status"),
    EditAction.SET_LABEL: QT_TRANSLATE_NOOP("undo", "Change of label"),
    EditAction.SET_TARGET: QT_TRANSLATE_NOOP("undo", "Change of target"),
    EditAction.SET_IN_MANUSCRIPT: QT_TRANSLATE_NOOP("undo", "In the manuscript"),
    EditAction.CREATE_STATUS: QT_TRANSLATE_NOOP("undo", "New status"),
    EditAction.RENAME_STATUS: QT_TRANSLATE_NOOP("undo", "Rename status"),
    EditAction.RECOLOUR_STATUS: QT_TRANSLATE_NOOP("undo", "Colour of status"),
    EditAction.MOVE_STATUS: QT_TRANSLATE_NOOP("undo", "Move status"),
    EditAction.REMOVE_STATUS: QT_TRANSLATE_NOOP("undo", "Delete status"),
    EditAction.CREATE_LABEL: QT_TRANSLATE_NOOP("undo", "New label"),
    EditAction.RENAME_LABEL: QT_TRANSLATE_NOOP("undo", "Rename label"),
    EditAction.RECOLOUR_LABEL: QT_TRANSLATE_NOOP("undo", "Colour of label"),
    EditAction.MOVE_LABEL: QT_TRANSLATE_NOOP("undo", "Move label"),
    EditAction.REMOVE_LABEL: QT_TRANSLATE_NOOP("undo", "Delete label"),
    EditAction.CREATE_COMMENT: QT_TRANSLATE_NOOP("undo", "Comment"),
    EditAction.CREATE_REPLY: QT_TRANSLATE_NOOP("undo", "Reply"),
    EditAction.WRITE_COMMENT: QT_TRANSLATE_NOOP("undo", "Edit comment"),
    EditAction.RESOLVE_COMMENT: QT_TRANSLATE_NOOP("undo", "Resolve comment"),
    EditAction.REOPEN_COMMENT: QT_TRANSLATE_NOOP("undo", "Reopen comment"),
    EditAction.REMOVE_COMMENT: QT_TRANSLATE_NOOP("undo", "Delete comment"),
    EditAction.REMOVE_REPLY: QT_TRANSLATE_NOOP("undo", "Delete reply"),
    EditAction.CREATE_ENTITY: QT_TRANSLATE_NOOP("undo", "New in the story bible"),
    EditAction.WRITE_ENTITY: QT_TRANSLATE_NOOP("undo", "Edit in the story bible"),
    EditAction.REMOVE_ENTITY: QT_TRANSLATE_NOOP("undo", "Delete from the story bible"),
    EditAction.WRITE_FIELDS: QT_TRANSLATE_NOOP("undo", "Custom fields"),
    EditAction.NOVEL_SUBTITLE: QT_TRANSLATE_NOOP("undo", "Subtitle"),
    EditAction.NOVEL_AUTHOR: QT_TRANSLATE_NOOP("undo", "Author"),
    EditAction.NOVEL_LANGUAGE: QT_TRANSLATE_NOOP("undo", "Language"),
    EditAction.NOVEL_GENRE: QT_TRANSLATE_NOOP("undo", "Genre"),
    EditAction.NOVEL_SERIES: QT_TRANSLATE_NOOP("undo", "Series"),
    EditAction.NOVEL_SERIES_INDEX: QT_TRANSLATE_NOOP("undo", "Series number"),
    EditAction.NOVEL_LOGLINE: QT_TRANSLATE_NOOP("undo", "Logline"),
    EditAction.NOVEL_TARGET: QT_TRANSLATE_NOOP("undo", "Target"),
    EditAction.NOVEL_TARGET_UNIT: QT_TRANSLATE_NOOP("undo", "Unit of the target"),
    EditAction.NOVEL_DEADLINE: QT_TRANSLATE_NOOP("undo", "Deadline"),
    EditAction.CREATE_NOVEL: QT_TRANSLATE_NOOP("undo", "New novel"),
    EditAction.IMPORT_NOVEL: QT_TRANSLATE_NOOP("undo", "Import"),
    EditAction.RENAME_NOVEL: QT_TRANSLATE_NOOP("undo", "Rename"),
    EditAction.TRASH_NOVEL: QT_TRANSLATE_NOOP("undo", "Move to Trash"),
    EditAction.RESTORE_NOVEL: QT_TRANSLATE_NOOP("undo", "Put back on the shelf"),
}

# Where the title beside the action would read as something else.
_TITLED: Final[dict[str, str]] = {
    EditAction.RESTORE_TEXT: QT_TRANSLATE_NOOP("undo", "Restore an earlier version of “{title}”"),
    EditAction.RESTORE_SNAPSHOT: QT_TRANSLATE_NOOP("undo", "Restore the novel"),
    EditAction.REPLACE: QT_TRANSLATE_NOOP("undo", "Replace “{title}”"),
}


def undo_words(step: Step | None) -> str:
    """“Undo: Move “The tide office””, or “Undo” for nothing."""
    return _UndoWords().undo(step)


def redo_words(step: Step | None) -> str:
    """“Redo: Move “The tide office””, or “Redo” for nothing."""
    return _UndoWords().redo(step)


def step_words(step: Step) -> str:
    """“Move “The tide office””: the action and what it was done to."""
    return _UndoWords().step(step)


def undo_typing_words() -> str:
    """What undo is called while a text or field has the keyboard."""
    return _UndoWords().undo_typing()


def redo_typing_words() -> str:
    """What redo is called while a text or field has the keyboard."""
    return _UndoWords().redo_typing()


class _UndoWords(QObject):
    """Only ``QObject.tr`` is collected with its plurals."""

    def undo(self, step: Step | None) -> str:
        if step is None:
            return self.tr("Undo")
        return self.tr("Undo: {step}").format(step=self.step(step))

    def redo(self, step: Step | None) -> str:
        if step is None:
            return self.tr("Redo")
        return self.tr("Redo: {step}").format(step=self.step(step))

    def undo_typing(self) -> str:
        return self.tr("Undo typing")

    def redo_typing(self) -> str:
        return self.tr("Redo typing")

    def step(self, step: Step) -> str:
        known = ACTIONS.get(step.action)
        action = QCoreApplication.translate("undo", known) if known else self.tr("Change")
        if step.more and step.action not in _TITLED:
            several = self.tr("{action} (%n entries)", "", step.more + 1)
            return several.format(action=action)
        if not step.subject:
            return action
        title = _shortened(step.subject)
        if step.action in _TITLED:
            titled = QCoreApplication.translate("undo", _TITLED[step.action])
            return titled.format(title=title)
        return self.tr("{action} “{title}”").format(action=action, title=title)


def _shortened(title: str) -> str:
    return shortened(title, _LONGEST).replace(
        "&", "&&"
    )  # in a menu a single one underlines a letter
