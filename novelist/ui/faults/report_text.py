# SPDX-License-Identifier: MIT
"""The words of a check and of a salvage: how many, which, from when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.ui.faults.sentences import together
from novelist.ui.moments import moment_label

if TYPE_CHECKING:
    from novelist.services.library.checking import Problem, SalvagedText, SalvageReport

_MOST = 200  # lines; nobody reads more
_DETAILED = ("file", "reference", "picture")  # kinds of damage that are told by their details


class ReportText(QObject):
    """Whole sentences in the language of the interface."""

    def running(self, name: str, saving: bool) -> str:
        """While it works."""
        if saving:
            return self.tr("Reading what can be read of “{name}”…").format(name=name)
        return self.tr("Looking at every page, text and version of “{name}”…").format(name=name)

    def checked(self, name: str, count: int) -> str:
        """What a check came to."""
        if not count:
            return self.tr("“{name}” is sound: every text and every version can be read.").format(
                name=name
            )
        return self.tr(
            "%Ln problems were found. Nothing was changed. "
            "Restore a backup, or save what can be read as a new library.",
            "",
            count,
        )

    def problems(self, found: Sequence[Problem], titles: Mapping[int, str]) -> str:
        """A line for each, the items by their titles; those of one kind in one text are counted."""
        untitled = self.tr("Untitled scene")
        alike = Counter(
            (
                str(each.kind),
                titles.get(each.id or 0) or untitled,
                each.detail if each.kind in _DETAILED else "",
            )
            for each in found
        )
        lines = (self._problem(*key, count) for key, count in islice(alike.items(), _MOST))
        return "\n".join(lines)

    def _problem(self, kind: str, title: str, detail: str, count: int) -> str:
        words = {
            "file": self.tr("The file is damaged: {detail}"),
            "reference": self.tr("Something refers to what is missing: {detail}"),
            "text": self.tr("The text of “{title}” is not what was saved."),
            "version": self.tr("An earlier version of “{title}” cannot be read."),
            "picture": self.tr("A picture is not what was kept: {detail}"),
            "orphan": self.tr("“{title}” has no place in its outline."),
            "cycle": self.tr("“{title}” stands inside itself."),
        }
        if kind == "version" and count > 1:
            many = self.tr("%Ln earlier versions of “{title}” cannot be read.", "", count)
            return many.format(title=title)
        line = words[kind].format(title=title, detail=detail)
        if count > 1:
            line = self.tr("{line} (%Ln times)", "", count).format(line=line)
        return line

    def saved(self, report: SalvageReport) -> str:
        """What was saved."""
        words = self.tr("{novels} and {texts} are saved in “{name}”.")
        if report.versions:
            words = self.tr("{novels}, {texts} and {versions} are saved in “{name}”.")
        said = words.format(
            novels=self.tr("%Ln novels", "", report.novels),
            texts=self.tr("%Ln whole texts", "", report.texts),
            versions=self.tr("%Ln versions", "", report.versions),
            name=report.target.name,
        )
        return together(said, self.tr("Nothing was lost.") if report.is_whole else "")

    def losses(self, report: SalvageReport) -> str:
        """What was not, one line each."""
        return "\n".join(self._losses(report))

    def _losses(self, report: SalvageReport) -> Iterator[str]:
        for text in report.changed[:_MOST]:
            yield self._loss(text)
        if report.lost_versions:
            yield self.tr("%Ln earlier versions could not be read.", "", report.lost_versions)
        if report.lost_pictures:
            yield self.tr("%Ln pictures could not be read.", "", report.lost_pictures)
        places = sum(report.unreadable.values())
        if places:
            yield self.tr("%Ln places of the file could not be read.", "", places)

    def _loss(self, text: SalvagedText) -> str:
        words = {
            "version": self.tr("{title}: as it was {moment}; what came after cannot be read."),
            "doubtful": self.tr("{title}: read, but it may hold wrong characters."),
            "lost": self.tr("{title}: empty now; neither text nor versions can be read."),
        }
        title = text.title or self.tr("Untitled scene")
        return words[str(text.outcome)].format(title=title, moment=_moment(text.saved_at))


def _moment(saved_at: str) -> str:
    if not saved_at:
        return ""
    return moment_label(datetime.fromisoformat(saved_at).replace(tzinfo=UTC))
