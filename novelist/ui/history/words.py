# SPDX-License-Identifier: MIT
"""What is said of versions: why they were kept, what came and went."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from novelist.domain.comparing.diff import Change
from novelist.domain.enums import RevisionReason
from novelist.domain.languages import is_han
from novelist.services.history.moment_changes import ChangedBeside


class HistoryWords(QObject):
    """All words about versions that more than one part of the page says."""

    def reason(self, reason: RevisionReason) -> str:
        """Why a version was kept."""
        return {
            RevisionReason.FOUND: self.tr("First version"),
            RevisionReason.SAVE: self.tr("Written"),
            RevisionReason.SPLIT: self.tr("Scene split"),
            RevisionReason.MERGE: self.tr("Scenes merged"),
            RevisionReason.UNDO: self.tr("Undone"),
            RevisionReason.RESTORE: self.tr("Restored"),
            RevisionReason.REPLACE: self.tr("Find and replace"),
            RevisionReason.IMPORT: self.tr("Imported"),
            RevisionReason.CONFLICT: self.tr("Changed elsewhere"),
        }[reason]

    def bring_back(self, fate: Collection[Change]) -> str:
        """What it is called to let a changed passage be what it was."""
        if Change.REMOVED not in fate:
            return self.tr("Take out passage")
        return self.tr("Bring back wording") if len(fate) > 1 else self.tr("Bring back passage")

    def brought_back(self, fate: Collection[Change]) -> str:
        """What is said when that is done."""
        if Change.REMOVED not in fate:
            return self.tr("The passage is out.")
        return self.tr("The wording is back.") if len(fate) > 1 else self.tr("The passage is back.")

    def unchanged(self, beside: ChangedBeside) -> str:
        """That no text has changed, and what else has."""
        if beside.outline and beside.bible:
            return self.tr(
                "No text has changed since then, but the outline and the story bible have."
            )
        if beside.outline:
            return self.tr("No text has changed since then, but the outline has.")
        if beside.bible:
            return self.tr("No text has changed since then, but the story bible has.")
        return self.tr("No scene has changed since then.")

    def signed(self, difference: int) -> str:
        """“+24” or “−43”, nothing for 0."""
        if not difference:
            return ""
        sign = "+" if difference > 0 else "\u2212"
        return sign + QLocale().toString(abs(difference))

    def day_total(self, words: int, language: str) -> str:
        """“+588 words”, or characters in a novel that counts those."""
        if is_han(language):
            if words < 0:
                return self.tr("\u2212%Ln characters", "fewer", -words)
            return self.tr("+%Ln characters", "more", words)
        if words < 0:
            return self.tr("\u2212%Ln words", "fewer", -words)
        return self.tr("+%Ln words", "more", words)

    def unit(self, language: str) -> str:
        """What counts count in a novel in this language."""
        return self.tr("characters", "unit") if is_han(language) else self.tr("words", "unit")

    def scenes(self, number: int) -> str:
        """“3 scenes”."""
        return self.tr("%Ln scenes", "", number)

    def saves(self, number: int) -> str:
        """“Saved 12 times”."""
        return self.tr("Saved %Ln times", "", number)

    def month(self, month: date) -> str:
        """“November 2026”."""
        form = self.tr("MMMM yyyy")
        return QLocale().toString(QDate(month.year, month.month, 1), form)


REASON_ICONS = {
    RevisionReason.FOUND: "file-text",
    RevisionReason.SAVE: "history",
    RevisionReason.SPLIT: "scissors",
    RevisionReason.MERGE: "merge",
    RevisionReason.UNDO: "undo-2",
    RevisionReason.RESTORE: "rotate-ccw",
    RevisionReason.REPLACE: "replace",
    RevisionReason.IMPORT: "upload",
    RevisionReason.CONFLICT: "users",
}
