# SPDX-License-Identifier: MIT
"""What is said of patterns that are none, and of what was found and replaced."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from novelist.errors import PatternError, PatternFault, PatternTooSlowError
from novelist.services.finding.finding import Field, Scope


class SearchWords(QObject):
    """Whole sentences, with their plurals."""

    def fault(self, error: PatternError | PatternTooSlowError) -> str:
        """What is wrong with an expression."""
        if isinstance(error, PatternTooSlowError):
            return self.tr("This expression takes too long. Make it simpler.")
        sentences = {
            PatternFault.NOT_CLOSED: self.tr("A bracket “(” is not closed."),
            PatternFault.NOT_OPENED: self.tr("A bracket “)” was never opened."),
            PatternFault.SET_NOT_CLOSED: self.tr("A set “[” is not closed."),
            PatternFault.NOTHING_TO_REPEAT: self.tr(
                "There is nothing to repeat before “*”, “+” or “?”."
            ),
            PatternFault.BAD_ESCAPE: self.tr("After “\\” stands a letter without a meaning."),
            PatternFault.BAD_RANGE: self.tr("A range ends before it begins."),
            PatternFault.UNKNOWN_GROUP: self.tr("The expression has no group of that name."),
            PatternFault.TOO_LONG: self.tr("This expression is too long."),
        }
        return sentences.get(error.fault, self.tr("This is not a regular expression."))

    def found(self, count: int, chapters: int, *, in_bible: bool = False) -> str:
        """“12 found in 4 chapters”, “… and in the bible”."""
        found = self.tr("%Ln found", "", count)
        inside = self.tr("in %Ln chapters", "", chapters)
        if in_bible:
            both = self.tr("{chapters} and in the bible").format(chapters=inside)
            inside = both if chapters else self.tr("in the bible")
        return self.tr("{found} {inside}").format(found=found, inside=inside)

    def chosen(self, chosen: int, count: int) -> str:
        """“10 chosen, 2 left as they are”; "" where all are."""
        if chosen == count:
            return ""
        here = self.tr("%Ln chosen", "", chosen)
        left = self.tr("%Ln left as they are", "", count - chosen)
        return self.tr("{found}, {chosen}").format(found=here, chosen=left)

    def replace(self, chosen: int) -> str:
        """The button: “Replace 10”."""
        return self.tr("Replace %Ln", "", chosen)

    def remove(self, chosen: int) -> str:
        """The button where nothing is to take their place: “Remove 10”."""
        return self.tr("Remove %Ln", "", chosen)

    def none(self, text: str, scope: Scope) -> str:
        """“Harbor” is not in this novel."""
        sentences = {
            Scope.SCENE: self.tr("“{text}” is not in this scene."),
            Scope.CHAPTER: self.tr("“{text}” is not in this chapter."),
            Scope.NOVEL: self.tr("“{text}” is not in this novel."),
            Scope.LIBRARY: self.tr("“{text}” is in none of your novels."),
        }
        return sentences[scope].format(text=text)

    def only_elsewhere(self, text: str) -> str:
        """“Harbor” is in nothing that was looked through, but in other fields."""
        return self.tr("“{text}” is only where you are not looking.").format(text=text)

    def counts(self, counts: Mapping[Field, int]) -> str:
        """“1 in titles, 2 in comments”."""
        said = [self._in(each, counts[each]) for each in Field if counts.get(each)]
        return self.tr(", ", "between counts").join(said)

    def _in(self, field: Field, count: int) -> str:
        sentences = {
            Field.TITLE: self.tr("%Ln in titles", "", count),
            Field.SYNOPSIS: self.tr("%Ln in synopses", "", count),
            Field.TEXT: self.tr("%Ln in the text", "", count),
            Field.NOTES: self.tr("%Ln in notes", "", count),
            Field.COMMENTS: self.tr("%Ln in comments", "", count),
            Field.BIBLE: self.tr("%Ln in the bible and in fields", "", count),
        }
        return sentences[field]

    def done(self, count: int, left: int, entities: int = 0) -> str:
        """What a toast says after a replacement."""
        said = self.tr("%Ln places replaced.", "", count)
        if left:
            kept = self.tr("%Ln scenes were changed meanwhile and are left as they are.", "", left)
            said = self.tr("{done} {kept}").format(done=said, kept=kept)
        if entities:
            kept = self.tr("%Ln entries of the bible are left as they are.", "", entities)
            said = self.tr("{done} {kept}").format(done=said, kept=kept)
        return said

    def moment(self, old: str, new: str) -> str:
        """What the versions before a replacement are called."""
        if not new:
            return self.tr("Before removing “{old}”").format(old=old)
        return self.tr("Before replacing “{old}” with “{new}”").format(old=old, new=new)
