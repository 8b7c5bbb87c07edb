# SPDX-License-Identifier: MIT
"""The writing days of a novel stand in its library, and go wherever it goes."""

from __future__ import annotations

from datetime import date

import pytest

from novelist.db.repositories import WritingDayRepository
from novelist.db.session import writer
from novelist.domain.enums import BackupReason
from novelist.domain.writing_days import WrittenDay
from novelist.errors import DuplicateKeyError, ForbiddenValueError
from novelist.services import novels
from novelist.services.library.backups import back_up
from novelist.services.library.restoring import copy_novel_from
from novelist.services.writing_days import list_writing_days

DAYS = {date(2026, 11, 1): WrittenDay(500, 3600), date(2026, 11, 2): WrittenDay(-20)}


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


def add(loop, novel, days):
    async def command(session):
        await WritingDayRepository(session).add(novel, days)

    async def submit():
        await writer().submit(command)

    loop(submit())


def test_they_are_listed_in_the_order_of_the_calendar(library, novel, loop):
    assert loop(list_writing_days(novel)) == {}
    add(loop, novel, dict(reversed(DAYS.items())))
    found = loop(list_writing_days(novel))
    assert (found, list(found)) == (DAYS, list(DAYS))


def test_a_day_stands_there_once(library, novel, loop):
    add(loop, novel, DAYS)
    with pytest.raises(DuplicateKeyError):
        add(loop, novel, DAYS)
    assert loop(list_writing_days(novel)) == DAYS


def test_no_time_is_negative(library, novel, loop):
    with pytest.raises(ForbiddenValueError):
        add(loop, novel, {date(2026, 11, 3): WrittenDay(1, -1)})
    assert loop(list_writing_days(novel)) == {}


def test_they_come_along_with_a_novel_out_of_a_backup(library, novel, loop):
    add(loop, novel, DAYS)
    made = loop(back_up(BackupReason.TIMER))
    copied = loop(copy_novel_from(made.path, novel))
    assert loop(list_writing_days(copied)) == DAYS == loop(list_writing_days(novel))


def test_they_go_for_ever_with_their_novel(library, novel, loop):
    add(loop, novel, DAYS)
    loop(novels.trash_novel(novel))
    loop(novels.purge_novel(novel))
    assert loop(list_writing_days(novel)) == {}
