# SPDX-License-Identifier: MIT
"""Sprints and the lock by a clock of the test's own: strip, words, results, ways out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.domain.sprint import Goal
from novelist.ui.focus.break_out import BreakOutSign
from novelist.ui.focus.lock import LockRoom
from novelist.ui.focus.sprints import Sprints
from novelist.ui.focus.strip import SprintStrip
from novelist.ui.focus.words import SprintWords, clock_label


@pytest.fixture
def sprints(qapp, clock):
    return Sprints(qapp, clock)


@pytest.fixture
def strip(qtbot, theme, icons, sprints):
    page = QWidget()
    qtbot.addWidget(page)
    result = SprintStrip(theme, icons, sprints, page)
    result.show()
    yield result
    page.close()


def test_the_strip_shows_the_time_that_is_left_and_the_words_that_are_written(
    strip, sprints, clock
):
    sprints.count(1, 40, "en")
    sprints.start(Goal(25 * 60, 500))
    clock.go(13 * 60 + 18)
    sprints.count(1, 358, "en")
    assert (strip.time.text(), strip.count.text()) == ("11:42", "318 of 500 words")
    assert strip.bar.share() == pytest.approx(318 / 500)


def test_words_of_a_novel_that_is_opened_meanwhile_count_from_then_on(strip, sprints):
    sprints.count(1, 10, "en")
    sprints.start(Goal(words=100))
    sprints.count(1, 30, "en")
    sprints.count(2, 500, "zh-Hans")
    sprints.count(2, 507, "zh-Hans")
    assert sprints.running.written(sprints.words) == 27
    assert strip.count.text() == "27 of 100 characters"


def test_pausing_stops_the_clock_and_the_button_says_what_it_would_do(strip, sprints, clock):
    sprints.start(Goal(600))
    strip.pause.click()
    clock.go(500)
    sprints.tick()
    assert (strip.time.text(), strip.pause.accessibleName()) == ("10:00", "Go on")
    strip.pause.click()
    clock.go(60)
    sprints.tick()
    assert strip.time.text() == "9:00"


def test_it_ends_quietly_when_its_time_is_up_and_is_remembered(strip, sprints, clock):
    sprints.count(1, 0, "en")
    sprints.start(Goal(60, 10))
    sprints.count(1, 12, "en")
    clock.go(60)
    sprints.tick()
    assert sprints.running is None
    assert (strip.time.text(), strip.count.text()) == ("Goal reached", "12 words in 1:00")
    assert [result.words for result in sprints.results] == [12]
    strip.stop.click()
    assert not strip.is_wanted


def test_results_of_the_last_sprints_are_kept_the_newest_first(sprints, clock):
    for number in range(12):
        sprints.start(Goal(60))
        clock.go(number)
        sprints.end()
    assert [result.seconds for result in sprints.results] == [11, 10, 9, 8, 7, 6, 5, 4]


def test_what_is_left_is_said_in_words_and_time(sprints, clock):
    words = SprintWords(sprints)
    sprints.start(Goal(600, 500))
    assert words.left() == "500 words or 10:00 to go"
    sprints.start(Goal(600))
    assert words.left() == "10:00 to go"
    sprints.start(Goal(words=1_500))
    assert words.left() == "1,500 words to go"
    assert [clock_label(each) for each in (5, 65, 3_665)] == ["0:05", "1:05", "1:01:05"]


@pytest.fixture
def lock(qapp, clock):
    return LockRoom(qapp, clock)


def test_esc_opens_the_lock_only_when_it_is_held_for_five_seconds(lock, clock):
    lock.close([])
    lock.press()
    clock.go(4.9)
    lock.look()
    assert lock.is_closed
    lock.release()
    clock.go(10)
    lock.look()
    assert lock.is_closed
    lock.press()
    clock.go(5)
    lock.look()
    assert not lock.is_closed


def test_a_ring_fills_while_esc_is_held_and_is_gone_when_it_is_let_go(qtbot, theme, lock, clock):
    page = QWidget()
    qtbot.addWidget(page)
    sign, broken = BreakOutSign(theme, page), []
    lock.held.connect(sign.show_share)
    lock.broken.connect(lambda: broken.append(lock.is_closed))
    lock.close([])
    lock.press()
    clock.go(2.5)
    lock.look()
    assert (sign.isHidden(), sign.share) == (False, 0.5)
    lock.release()
    assert (sign.isHidden(), sign.share) == (True, 0.0)
    lock.press()
    clock.go(5)
    lock.look()
    assert (sign.isHidden(), broken) == (True, [False])


def test_in_the_lock_room_the_strip_offers_neither_a_pause_nor_an_end(strip, sprints):
    sprints.start(Goal(600))
    strip.set_locked(True)
    assert (strip.pause.isHidden(), strip.stop.isHidden()) == (True, True)
    strip.set_locked(False)
    assert (strip.pause.isHidden(), strip.stop.isHidden()) == (False, False)
    strip.set_locked(True)
    sprints.end()
    strip.set_locked(False)
    assert (strip.stop.isHidden(), strip.stop.text()) == (False, "Close")


def test_keys_that_lead_out_say_what_is_left_and_do_nothing(qtbot, lock):
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(window, shortcut=QKeySequence("Ctrl+L"))
    window.addAction(action)
    chosen, refused = [], []
    action.triggered.connect(lambda: chosen.append(True))
    lock.refused.connect(lambda: refused.append(True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    lock.close([action])
    QTest.keySequence(window, QKeySequence("Ctrl+L"))
    assert (chosen, refused) == ([], [True])
    lock.open()
    QTest.keySequence(window, QKeySequence("Ctrl+L"))
    assert chosen == [True]
