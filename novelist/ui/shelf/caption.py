# SPDX-License-Identifier: MIT
"""What stands under a cover: how long the novel is, how far, and when it was last touched."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject

from novelist.domain.enums import TargetUnit
from novelist.domain.languages import is_han
from novelist.ui.labels import count_label

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard


def shown_count(card: NovelCard) -> int:
    """What the target of the novel counts: words (Han characters each count as one) or signs."""
    return card.characters if card.target_unit == TargetUnit.CHARACTERS else card.words


def percent_done(card: NovelCard) -> int | None:
    """How much of the target is reached, 0 to 100; None where there is no target."""
    if not card.target:
        return None
    return min(100, shown_count(card) * 100 // card.target)


def shown_title(card: NovelCard) -> str:
    """The title, or what stands for it while there is none."""
    return card.title.strip() or _Words().untitled()


def length_label(card: NovelCard) -> str:
    """“56,345 of 90,000 words”, or “18,240 words” where there is no target."""
    if not card.target:
        return count_label(card.words, card.language)
    return _Words().of_target(card)


def touched_label(card: NovelCard, today: date | None = None) -> str:
    """“Edited yesterday”, or “Deleted on 2 September” for a novel in the trash."""
    day = today or datetime.now().astimezone().date()
    if card.deleted_at is not None:
        return _Words().deleted(_local_day(card.deleted_at), day)
    return _Words().edited(_local_day(card.updated_at), day)


def spoken_card(card: NovelCard) -> str:
    """The whole card in one line, for a screen reader."""
    pieces = (shown_title(card), card.author, length_label(card), touched_label(card))
    return ", ".join(piece for piece in pieces if piece)


def _local_day(moment: datetime) -> date:
    """The day on the user's own calendar; a time without a zone is in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone().date()


class _Words(QObject):
    """The sentences; only ``QObject.tr`` is collected for translation with its plurals."""

    def untitled(self) -> str:
        return self.tr("Untitled novel")

    def of_target(self, card: NovelCard) -> str:
        if is_han(card.language):
            sentence = self.tr("{count} / {target} 字")
        elif card.target_unit == TargetUnit.CHARACTERS:
            sentence = self.tr("{count} of {target} characters")
        else:
            sentence = self.tr("{count} of {target} words")
        locale = QLocale()
        count, target = locale.toString(shown_count(card)), locale.toString(card.target or 0)
        return sentence.format(count=count, target=target)

    def edited(self, day: date, today: date) -> str:
        if day >= today:
            return self.tr("Edited today")
        if day == today - timedelta(days=1):
            return self.tr("Edited yesterday")
        return self.tr("Edited on {date}").format(date=self._said(day, today))

    def deleted(self, day: date, today: date) -> str:
        if day >= today:
            return self.tr("Deleted today")
        if day == today - timedelta(days=1):
            return self.tr("Deleted yesterday")
        return self.tr("Deleted on {date}").format(date=self._said(day, today))

    def _said(self, day: date, today: date) -> str:
        same_year = day.year == today.year
        form = self.tr("d MMMM") if same_year else self.tr("d MMMM yyyy")
        return QLocale().toString(QDate(day.year, day.month, day.day), form)
