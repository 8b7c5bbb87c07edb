# SPDX-License-Identifier: MIT
"""What every test gets: no display needed, and a home of its own."""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("novelist", deadline=None, print_blob=True)
settings.load_profile("novelist")


@pytest.fixture(autouse=True)
def undisturbed(request):
    """Let a long test run on: printing the stacks of threads that run can end the process."""
    if request.node.get_closest_marker("full") is not None:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True)
def novelist_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty folder for data, settings and logs, so that no test meets the user's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NOVELIST_HOME", str(home))
    return home
