# SPDX-License-Identifier: MIT
"""Covers are the same for ever, and the words below them agree with the novel."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from novelist.ui.shelf.caption import length_label, percent_done, spoken_card, touched_label
from novelist.ui.shelf.cover import CoverText, cover_pair, is_upright, paint_cover
from novelist.ui.shelf.model import ShelfModel
from novelist.ui.theme import Theme

TODAY = date(2025, 11, 21)


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en_GB"))


def drawn(theme: Theme, text: CoverText) -> QImage:
    image = QImage(168, 248, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_cover(painter, theme, QRectF(0, 0, 168, 248), text)
    painter.end()
    return image


def test_a_cover_is_the_same_in_every_session(theme: Theme) -> None:
    text = CoverText(3, "Glass Season", "I. M. Farrow", "")
    assert drawn(theme, text) == drawn(Theme("dark"), text)


def test_novels_side_by_side_have_covers_of_their_own(theme: Theme) -> None:
    pairs = [cover_pair(theme, CoverText(key, "Title", "", "")) for key in range(1, 8)]
    assert sorted(pairs) == sorted(theme.cover_names())


def test_the_chosen_pair_is_kept(theme: Theme) -> None:
    assert cover_pair(theme, CoverText(1, "Title", "", "moss")) == "moss"
    assert cover_pair(theme, CoverText(1, "Title", "", "gold")) in theme.cover_names()


@pytest.mark.parametrize(
    ("title", "upright"),
    [("雾港来信", True), ("三体 II", True), ("A Ledger", False), ("", False), ("——", False)],
)
def test_chinese_titles_run_downwards(title: str, upright: bool) -> None:
    assert is_upright(title) is upright


@pytest.mark.parametrize(
    "title",
    [
        "",
        "A",
        "雾",
        "Antidisestablishmentarianism " * 9,
        "第一百二十回" * 30,
        "《呐喊》（上）：一……",
        "🙂 t",
    ],
)
@pytest.mark.parametrize("key", range(1, 7))
def test_no_title_is_too_strange_for_a_cover(theme: Theme, title: str, key: int) -> None:
    image = drawn(theme, CoverText(key, title, "沈砚秋" if key % 2 else "Imogen Farrow", ""))
    ground, _ink = theme.cover(cover_pair(theme, CoverText(key, title, "", "")))
    edges = [image.pixelColor(x, y) for x, y in ((84, 2), (84, 245), (3, 124), (164, 124))]
    assert edges == [ground] * 4  # nothing touches an edge


def test_lengths_are_said_with_their_unit(make_card) -> None:
    assert length_label(make_card(words=56345, target=90000)) == "56,345 of 90,000 words"
    assert length_label(make_card(words=18240)) == "18,240 words"
    assert (
        length_label(make_card(language="zh", words=51630, target=150_000)) == "51,630 / 150,000 字"
    )


def test_a_target_in_characters_counts_characters(make_card) -> None:
    card = make_card(characters=500, target=1000, target_unit="characters")
    assert (length_label(card), percent_done(card)) == ("500 of 1,000 characters", 50)


def test_progress_ends_at_the_goal(make_card) -> None:
    shares = [percent_done(make_card(words=n, target=t)) for n, t in ((0, 10), (15, 10), (5, None))]
    assert shares == [0, 100, None]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Edited today"),
        (1, "Edited yesterday"),
        (2, "Edited on 19 November"),
        (400, "Edited on 17 October 2024"),
    ],
)
def test_days_are_said_as_people_say_them(make_card, days: int, said: str) -> None:
    noon = datetime(2025, 11, 21, 12).astimezone()
    assert touched_label(make_card(updated_at=noon - timedelta(days=days)), TODAY) == said


def test_a_time_without_zone_is_universal(make_card) -> None:
    aware = datetime.now(UTC)
    naive = aware.replace(tzinfo=None)
    assert touched_label(make_card(updated_at=naive)) == touched_label(make_card(updated_at=aware))


def test_a_screen_reader_hears_the_whole_card(qapp: QApplication, make_card) -> None:
    model = ShelfModel()
    card = make_card(words=5611)
    model.set_cards([card])
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == spoken_card(card) == "Glass Season, Imogen Farrow, 5,611 words, Edited today"


def test_the_model_keeps_the_rules_of_qt(qapp: QApplication, make_card, qtmodeltester) -> None:
    model = ShelfModel()
    model.set_cards([make_card(1), make_card(2, "雾港来信")])
    qtmodeltester.check(model)
    model.set_filter("glass")
    qtmodeltester.check(model)
