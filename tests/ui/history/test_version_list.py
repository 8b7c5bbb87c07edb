# SPDX-License-Identifier: MIT
"""The list of versions: days stay in sight, what the writer kept stands out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics

from novelist.domain.enums import RevisionReason
from novelist.domain.versions import Step, Version
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.version_list import VersionList
from novelist.ui.moments import time_label
from novelist.ui.widgets.row_look import RowRole

NOW = datetime.now().astimezone().replace(hour=12)


def a_step(number, days_ago=0):
    saved_at = NOW - timedelta(days=days_ago, minutes=number)
    version = Version(
        1000 - number,
        1,
        saved_at,
        RevisionReason.SAVE,
        sitting="",
        words=9,
        characters=40,
        removed=0,
    )
    return Step(version, words_before=8)


@pytest.fixture
def versions(qtbot, theme, icons):
    made = VersionList(theme, icons)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_the_day_of_the_first_row_comes_into_sight_with_it(versions):
    versions.versions.add_steps([a_step(number, number // 20) for number in range(60)], {})
    rows = versions.versions.rows()
    versions.setCurrentIndex(rows[-1])
    for row in (rows[20], rows[0]):
        versions.setCurrentIndex(row)
        day = versions.visualRect(row.siblingAtRow(row.row() - 1))
        assert versions.viewport().rect().contains(day)
        assert versions.viewport().rect().contains(versions.visualRect(row))
    assert versions.verticalScrollBar().value() == 0


def test_what_the_writer_kept_stands_out(versions):
    steps = [a_step(number) for number in range(3)]
    names = {
        steps[1].version.id: NamedMoment(1, 1, 1, NOW, "First draft", "", steps[1].version.id),
        steps[2].version.id: NamedMoment(2, 1, 1, NOW, "", "", steps[2].version.id),
    }
    versions.versions.add_steps(steps, names)
    rows = versions.versions.rows()
    assert [row.data(RowRole.ICON_INK) for row in rows] == [None, "accent", "accent"]
    assert [row.data(RowRole.ICON) for row in rows] == ["history", "bookmark", "save"]


@pytest.mark.parametrize("name", ["en_US", "zh_CN", "de_DE"])
def test_the_column_of_times_is_as_wide_as_the_language_writes_them(versions, theme, name):
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        versions.versions.add_steps([a_step(1)], {})
        row = versions.versions.rows()[0]
        pieces = versions.rows.layout(versions, versions.visualRect(row), row)
        widest = time_label(NOW.replace(hour=22, minute=50))
        written = QFontMetrics(theme.figures_font("body")).horizontalAdvance(widest)
        gap = pieces.title.left() - pieces.mark.right() - 1
        assert written <= gap - 2 * theme.space("s") <= written + 3  # “AM” may be the wider one
    finally:
        QLocale.setDefault(before)
