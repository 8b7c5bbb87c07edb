# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.save_state``."""

from __future__ import annotations

from novelist.ui.save_state import SaveState, SaveTracker


def test_it_says_saved_only_when_every_source_is(qapp):
    tracker = SaveTracker()
    tracker.set_source("editor", SaveState.EDITED)
    tracker.set_source("inspector", SaveState.SAVING)
    assert tracker.state is SaveState.EDITED
    tracker.set_source("editor", SaveState.SAVED)
    assert tracker.state is SaveState.SAVING
    tracker.set_source("inspector", SaveState.SAVED)
    assert tracker.state is SaveState.SAVED


def test_a_paused_store_is_said_whatever_the_sources_say(qapp):
    tracker = SaveTracker()
    heard = []
    tracker.state_changed.connect(lambda state, kept: heard.append((state, kept)))
    tracker.set_source("editor", SaveState.SAVING)
    tracker.set_paused(True, 3)
    tracker.set_paused(False)
    assert heard == [("saving", 0), ("paused", 3), ("saving", 0)]


def test_nothing_is_said_twice(qapp):
    tracker = SaveTracker()
    heard = []
    tracker.state_changed.connect(lambda state, kept: heard.append(state))
    tracker.set_source("editor", SaveState.EDITED)
    tracker.set_source("inspector", SaveState.EDITED)
    assert heard == ["edited"]
