# SPDX-License-Identifier: MIT
"""The look, for tests of widgets; a loop that Qt drives, for tests that are coroutines."""

from __future__ import annotations

import gc
import inspect
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme

Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def run_on_loop(qapp: QApplication) -> Iterator[Run]:
    """Run a coroutine to its end on a loop that Qt drives."""
    with qasync.QEventLoop(qapp) as loop:
        yield loop.run_until_complete
    del loop  # it holds timers of Qt, which must end in the thread that they are of
    gc.collect()  # here, and not later in some thread


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run an ``async def`` test on the loop of ``run_on_loop``."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    run: Run = pyfuncitem.funcargs["run_on_loop"]
    names = inspect.signature(pyfuncitem.obj).parameters
    run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.hookimpl
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every ``async def`` test of the window the loop it needs."""
    for item in items:
        in_the_window = item.path.is_relative_to(Path(__file__).parent)
        is_coroutine = inspect.iscoroutinefunction(getattr(item, "obj", None))
        if in_the_window and is_coroutine and isinstance(item, pytest.Function):
            item.fixturenames.insert(0, "run_on_loop")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, installed for one test."""
    theme = Theme("light")
    theme.install()
    yield theme
    # Widgets that are closed and not yet deleted must go before the style sheet does: Qt would
    # keep what it knows of them beyond their end, and the next style sheet would crash.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.uninstall()


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Icons in that theme."""
    return Icons(theme)


@pytest.fixture(autouse=True)
def english_numbers() -> Iterator[None]:
    """Numbers as English writes them, whatever this machine or another test prefers."""
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(QLocale.system())
