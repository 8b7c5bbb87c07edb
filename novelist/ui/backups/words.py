# SPDX-License-Identifier: MIT
"""What is said of a backup: why it was made, what it holds, how that compares with now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QObject

from novelist.domain.enums import BackupReason
from novelist.domain.languages import is_han
from novelist.services.library.backups import Backup, NovelPreview, SecondTrouble, Totals
from novelist.services.library.restoring import Restored
from novelist.ui.faults.sentences import together
from novelist.ui.labels import count_label
from novelist.ui.moments import moment_label
from novelist.ui.widgets.question_sheet import Question

_IN_WORDS: Final = "en"  # languages that stand for their unit
_IN_CHARACTERS: Final = "zh"


class BackupWords(QObject):
    """All sentences about backups."""

    def reason(self, reason: BackupReason) -> str:
        """Why it was made."""
        return {
            BackupReason.TIMER: self.tr("Made while you wrote"),
            BackupReason.EXIT: self.tr("Made when Novelist was closed"),
            BackupReason.UPGRADE: self.tr("Made before an update of Novelist"),
            BackupReason.CHANGE: self.tr("Made before a large change"),
            BackupReason.RESTORE: self.tr("Made before a backup was restored"),
            BackupReason.ASKED: self.tr("Made when you asked"),
        }[reason]

    def brief_reason(self, reason: BackupReason) -> str:
        """The same beside a time; nothing for the usual ones."""
        return {
            BackupReason.UPGRADE: self.tr("before an update"),
            BackupReason.CHANGE: self.tr("before a change"),
            BackupReason.RESTORE: self.tr("before a restore"),
            BackupReason.ASKED: self.tr("by you"),
        }.get(reason, "")

    def about(self, backup: Backup) -> str:
        """Why it was made, its size, whether it was found whole, where it is."""
        form = QLocale.DataSizeFormat.DataSizeSIFormat
        size = QLocale().formattedDataSize(backup.size, 1, form)
        place = ""
        if backup.is_away:
            place = self.tr("in the second folder only")
        elif backup.is_copied:
            place = self.tr("in both folders")
        said = [self.reason(backup.reason), size, self.state(backup), place]
        return self.tr(" · ", "between facts").join(filter(None, said))

    def state(self, backup: Backup) -> str:
        """Whether it was found whole."""
        if backup.is_damaged:
            return self.tr("damaged")
        return self.tr("checked, whole") if backup.verified else self.tr("not checked yet")

    def holds(self, totals: Totals) -> str:
        """“3 novels, 566,012 words”, of novels in Chinese in characters."""
        words, characters = _kinds(totals)
        if words and characters:
            said = self._both(
                [count_label(words, _IN_WORDS), count_label(characters, _IN_CHARACTERS)]
            )
        else:
            said = self.length(totals)
        novels = self.tr("%Ln novels", "", totals.novels)
        return self.tr("{novels}, {words}").format(novels=novels, words=said)

    def length(self, totals: Totals) -> str:
        """How long all of it is, in little room: words and characters are added up."""
        words, characters = _kinds(totals)
        if totals.characters is None or (words and characters):
            return self.tr("%Ln in all", "words and characters", totals.words)
        return count_label(totals.words, _IN_CHARACTERS if characters else _IN_WORDS)

    def compared(self, then: Totals, now: Totals) -> str:
        """“1,204 words fewer than now”, and the same of characters where there are any."""
        if _kinds(then) == _kinds(now):
            return self._as_many(then)
        pairs = zip(_kinds(then), _kinds(now), (_IN_WORDS, _IN_CHARACTERS), strict=True)
        kinds = [(before - after, language) for before, after, language in pairs]
        return self._both([self._more(more, language) for more, language in kinds if more])

    def _as_many(self, totals: Totals) -> str:
        if not totals.characters:
            return self.tr("as many words as now")
        if totals.characters == totals.words:
            return self.tr("as many characters as now")
        return self.tr("as much as now")

    def _more(self, more: int, language: str) -> str:
        """Of a number that is not 0."""
        if is_han(language):
            if more < 0:
                return self.tr("%Ln characters fewer than now", "", -more)
            return self.tr("%Ln characters more than now", "", more)
        if more < 0:
            return self.tr("%Ln words fewer than now", "", -more)
        return self.tr("%Ln words more than now", "", more)

    def _both(self, said: list[str]) -> str:
        if len(said) < 2:
            return "".join(said)
        return self.tr("{words} and {characters}").format(words=said[0], characters=said[1])

    def of_novel(self, novel: NovelPreview, present: dict[str, NovelPreview] | None) -> str:
        """How a novel compares with the one in the library now; None: that cannot be read."""
        said = [self.tr("in Trash")] if novel.is_trashed else []
        if present is not None:
            found = present.get(novel.born)
            if found is None:
                said.append(self.tr("not in your library now"))
            elif found.words != novel.words:
                said.append(self._more(novel.words - found.words, novel.language))
        return self.tr(" · ", "between facts").join(said)

    def untitled(self) -> str:
        """Of a novel without a title."""
        return self.tr("Untitled novel")

    def copy_title(self, title: str, moment: str) -> str:
        """What a copy is called, so that it is told from the novel in the library."""
        return self.tr("{title} ({moment})").format(title=title or self.untitled(), moment=moment)

    def restore_question(self, backup: Backup, library: str) -> Question:
        """What is asked before a backup takes the place of the library."""
        held = self.holds(backup.totals) if backup.totals is not None else ""
        moment = moment_label(backup.made_at)
        then = self.tr("{moment} ({contents})") if held else "{moment}"
        told = together(
            self.tr("All novels in “{library}” become what they were in this backup: {then}."),
            self.tr("What is in the library now is first kept as a backup, in this same list."),
        )
        return Question(
            self.tr("Replace your library with this backup?"),
            told.format(library=library, then=then.format(moment=moment, contents=held)),
            self.tr("Keep my library"),
            self.tr("Restore library"),
            self.tr("Close"),
        )

    def restored(self, moment: str, restored: Restored) -> str:
        """That the library is what it was then, and where what was there before is."""
        said = self.tr("Your library is as it was: {moment}.").format(moment=moment)
        if restored.backup is not None:
            before = self.tr("What was there before is in Backups: “{reason}”.")
            reason = self.brief_reason(restored.backup.reason)
            return together(said, before.format(reason=reason))
        if restored.aside is not None:
            before = self.tr("The damaged library is kept as {name}.")
            return together(said, before.format(name=restored.aside.name))
        return said

    def second(self, trouble: SecondTrouble) -> str:
        """Why the second folder got no copy, and what to do."""
        return {
            SecondTrouble.MISSING: self.tr(
                "The second folder for backups is not there. The backup beside your library was "
                "made. Connect the drive, or choose another folder in Preferences."
            ),
            SecondTrouble.READ_ONLY: self.tr(
                "The second folder for backups may not be written. The backup beside your library "
                "was made. Choose another folder in Preferences."
            ),
            SecondTrouble.FULL: self.tr(
                "The second folder for backups is full. The backup beside your library was made. "
                "Free some space there, or choose another folder in Preferences."
            ),
            SecondTrouble.FAILED: self.tr(
                "The second folder for backups did not answer. The backup beside your library was "
                "made. Check the drive, or choose another folder in Preferences."
            ),
        }[trouble]

    def fell(self, words: int) -> str:
        """So many words are gone since the backup before."""
        return self.tr(
            "Your library holds %Ln words fewer than its last backup. That backup is kept.",
            "",
            words,
        )

    def fell_otherwise(self) -> str:
        """Novels or texts are gone, though not words."""
        return self.tr("Your library holds less than its last backup. That backup is kept.")


def _kinds(totals: Totals) -> tuple[int, int]:
    """The words and the characters; words alone where they were not counted apart."""
    characters = totals.characters or 0
    return totals.words - characters, characters
