# SPDX-License-Identifier: MIT
"""The words for what a person should know about an import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale, QObject

from novelist.importers.base import ENCODINGS, ImportWarning, WarningKind
from novelist.ui.importing.part_names import part_name


class Notices(QObject):
    """Says warnings in whole sentences, in the language of the interface."""

    def sentences(self, warnings: Iterable[ImportWarning], most: int | None = None) -> list[str]:
        """One for each warning, but one for all that is left out and one for all damaged.

        ``most``: so many of those are named; without it all.
        """
        given = list(warnings)
        found: dict[str, None] = {}
        for warning in given:
            if warning.kind in (WarningKind.LEFT, WarningKind.DAMAGED):
                alike = [each for each in given if each.kind is warning.kind]
                found[self._said(warning.kind, self._names(alike, most))] = None
            else:
                found[self.sentence(warning)] = None
        return list(found)

    def _names(self, alike: Sequence[ImportWarning], most: int | None) -> str:
        """The names of what is left out or damaged; how many more there are."""
        shown = alike if most is None or len(alike) <= most + 1 else alike[:most]
        names = self.tr("; ", "between things left out").join(map(self._name, shown))
        rest = len(alike) - len(shown)
        if not rest:
            return names
        return " ".join((names, self.tr("and %Ln more", "things left out", rest)))

    def sentence(self, warning: ImportWarning) -> str:
        """What happened, and what was done about it."""
        return self._counted(warning) or self._named(warning)

    def _counted(self, warning: ImportWarning) -> str:
        count = warning.count
        sentences = {
            WarningKind.REPEATED: self.tr(
                "%Ln lines that only repeat a title are left out.", "", count
            ),
            WarningKind.REPLACED: self.tr(
                "%Ln characters do not exist in this encoding. Try another one.", "", count
            ),
            WarningKind.CONTROL: self.tr("%Ln control characters are left out.", "", count),
            WarningKind.DIVIDED: self.tr(
                "%Ln lines longer than any paragraph are divided where sentences end.", "", count
            ),
            WarningKind.AS_WRITTEN: self.tr(
                "%Ln paragraphs have too many brackets and marks to read: these stay as written.",
                "",
                count,
            ),
            WarningKind.METADATA: self.tr(
                "%Ln lines at the head of the file were not understood.", "", count
            ),
        }
        return sentences.get(warning.kind, "")

    def _named(self, warning: ImportWarning) -> str:
        return self._said(warning.kind, self._name(warning), encoding_label(warning.text))

    def _said(self, kind: WarningKind, name: str, encoding: str = "") -> str:
        """The sentence of a kind."""
        sentences = {
            WarningKind.CONTENTS: self.tr("The printed contents are kept outside the manuscript."),
            WarningKind.NO_CHAPTERS: self.tr("No headings were found: one chapter holds it all."),
            WarningKind.AFTER_END: self.tr(
                "What follows the end of the novel is kept outside the manuscript."
            ),
            WarningKind.LEFT: self.tr("Left out, since it has no place here yet: {name}."),
            WarningKind.DAMAGED: self.tr("Could not be read, and is left out: {name}."),
            WarningKind.CUT_OFF: self.tr(
                "The file ends too early: what came after that is missing."
            ),
            WarningKind.OPEN_ELSEWHERE: self.tr(
                "Another program has this project open: what is not saved there is missing."
            ),
            WarningKind.UNSURE_ENCODING: self.tr(
                "The encoding {encoding} is a guess: look at the text before you import it."
            ),
        }
        sentence = sentences.get(kind) or self.tr("Look at the text before you import it.")
        return sentence.format(encoding=encoding, name=name)

    def _name(self, warning: ImportWarning) -> str:
        """What is left out or damaged, and how many of it there are."""
        if warning.part is None:
            return warning.text
        name = part_name(warning.part, warning.text)
        if warning.count < 2:
            return name
        counted = self.tr("{name} ({count})", "several of one kind")
        return counted.format(name=name, count=QLocale().toString(warning.count))


def encoding_label(codec: str) -> str:
    """The name of an encoding; the codec's own where we have none."""
    return dict(ENCODINGS).get(codec, codec)
