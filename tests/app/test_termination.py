# SPDX-License-Identifier: MIT
"""The promises of ``novelist.app.termination``."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from novelist.app.termination import Termination

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")


@pytest.fixture
def termination(qapp):
    found = Termination()
    found.begin()
    yield found
    found.end()


def test_the_loop_hears_of_the_signal(termination, qtbot):
    with qtbot.waitSignal(termination.requested):
        os.kill(os.getpid(), signal.SIGTERM)


def test_another_signal_asks_for_nothing(termination, qtbot):
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        with qtbot.assertNotEmitted(termination.requested, wait=50):
            os.kill(os.getpid(), signal.SIGUSR1)
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_after_the_end_the_signal_does_what_it_did_before(qapp):
    before = signal.getsignal(signal.SIGTERM)
    termination = Termination()
    termination.begin()
    assert signal.getsignal(signal.SIGTERM) is not before
    termination.end()
    termination.end()
    assert signal.getsignal(signal.SIGTERM) is before
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup)
    assert wakeup == -1
