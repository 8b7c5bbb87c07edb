# SPDX-License-Identifier: MIT
"""The versions of a text as the history lists them, and which of them may be thinned out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from novelist.domain.enums import RevisionReason

STEP: Final = timedelta(minutes=10)  # saves of one sitting within it are listed as one step
KEPT_WHOLE: Final = 50  # the newest of a text that are never thinned
_BIG: Final = 0.2  # of a text; what takes out more is a big deletion
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
# How old, and then one in how long is kept.
_LADDER: Final = (
    (timedelta(days=30), _DAY),
    (timedelta(days=7), _HOUR),
    (_DAY, timedelta(minutes=10)),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One kept version of a text, without the text."""

    id: int
    item_id: int
    saved_at: datetime
    reason: RevisionReason
    sitting: str
    words: int
    characters: int
    removed: int
    author: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Some saves of one sitting that are listed as one: the newest, and what was before them.

    ``words_before`` is None for the first version of a text. ``saves`` is how many it stands for.
    """

    version: Version
    words_before: int | None
    saves: int = 1

    @property
    def difference(self) -> int:
        """How many words came, or went."""
        return 0 if self.words_before is None else self.version.words - self.words_before


def steps(
    newest_first: Iterable[Version], named: Collection[int] = (), *, every: bool = False
) -> Iterator[Step]:
    """The steps of one text, given all its versions or as many as are needed.

    A version that was ``named``, or has a reason of its own, is a step by itself; with ``every``
    each one is. The first version of all has none before it.
    """
    newest: Version | None = None
    saves = 0
    for version in newest_first:
        if newest is not None and not every and _goes_on(version, newest, named):
            saves += 1
            continue
        if newest is not None:
            yield Step(newest, version.words, saves)
        newest, saves = version, 1
    if newest is not None:
        yield Step(newest, None if newest.reason is RevisionReason.FOUND else 0, saves)


def _goes_on(version: Version, newest: Version, named: Collection[int]) -> bool:
    """Whether a version belongs to the step of the ``newest`` after it."""
    return (
        version.reason is newest.reason is RevisionReason.SAVE
        and version.sitting == newest.sitting
        and version.id not in named
        and newest.saved_at - version.saved_at < STEP
    )


def to_thin(oldest_first: Sequence[Version], kept: Collection[int], now: datetime) -> list[Version]:
    """Which versions of one text may go.

    Never: those ``kept`` for their names, the first, the newest fifty, those of the last day, the
    last of each sitting, and the one before more than a fifth of a text went. Of the others the
    newest of each ten minutes stays for a week, of each hour for a month, of each day for ever.
    """
    old = oldest_first[1:-KEPT_WHOLE]
    following = oldest_first[2:]
    found: list[Version] = []
    for version, after in zip(old, following, strict=False):
        span = _span(now - version.saved_at)
        if (
            span is not None
            and version.id not in kept
            and version.sitting == after.sitting
            and after.removed <= _BIG * version.characters
            and _slot(version.saved_at, span) == _slot(after.saved_at, span)
        ):
            found.append(version)
    return found


def _span(age: timedelta) -> timedelta | None:
    return next((span for older, span in _LADDER if age > older), None)


def _slot(moment: datetime, span: timedelta) -> int:
    return int(moment.timestamp() // span.total_seconds())


def segments(rows: Sequence[tuple[int, bool]], gone: set[int], size: int) -> Iterator[list[int]]:
    """Ids from a whole version up to the next, put together to about ``size``, where any goes.

    ``rows`` are ids, oldest first, and whether each is whole.
    """
    starts = [place for place, (_, is_whole) in enumerate(rows) if is_whole]
    part: list[int] = []
    for start, end in pairwise([*starts, len(rows)]):
        part += [key for key, _ in rows[start:end]]
        if len(part) >= size or end == len(rows):
            if not gone.isdisjoint(part):
                yield part
            part = []
