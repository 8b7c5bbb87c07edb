# SPDX-License-Identifier: MIT
"""The composition root of the desktop program: first the window, then everything behind it.

This module loads only what the first paint needs. ``wiring`` makes and joins the rest, and the
store with its panels comes after that, in a thread (``docs/architecture.md``).
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from novelist import __version__, paths
from novelist.domain.library_place import LibraryPlace
from novelist.settings import load_window_state
from novelist.ui import trace
from novelist.ui.main_window import MainWindow

_TURN = 0.0002  # seconds for which a thread may keep Python from the window (Python's own: 0.005)
_PAINTED_BY = 1000  # milliseconds; a window that starts minimised is never painted


def run_window(library: LibraryPlace | None, *, debug: bool = False) -> int:
    """Open the window and stay until it is closed; the exit status of the program."""
    application = create_application()
    window = MainWindow(load_window_state(paths.settings_folder()))
    paint(application, window)
    trace.mark("window_shown")
    wiring = importlib.import_module("novelist.app.wiring")
    wiring.start_logging(debug)
    return int(wiring.live(application, window, library))


def paint(application: QApplication, window: MainWindow) -> None:
    """Show the window and return when its paper is on the screen."""
    late = QTimer(singleShot=True, interval=_PAINTED_BY)
    for painted in (window.first_painted, late.timeout):
        painted.connect(_end_loop)
    window.show()
    late.start()
    application.exec()
    late.stop()
    window.first_painted.disconnect(_end_loop)


def _end_loop() -> None:
    QCoreApplication.exit()  # quit() would ask the window to close


def run_demo(output: Path | None) -> Path:
    """Drive the real window through the main job off-screen; where its pictures and report are.

    Works on a library of its own in a temporary folder and touches nothing of the user's.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = (output or Path("demo-output")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    wiring = importlib.import_module("novelist.app.wiring")
    with tempfile.TemporaryDirectory() as home:
        os.environ["NOVELIST_HOME"] = home
        wiring.start_logging(debug=False)
        wiring.demonstrate(create_application(), folder)
    return folder


def create_application() -> QApplication:
    """The QApplication, with what must be set before it exists."""
    sys.setswitchinterval(_TURN)
    _prepare_input_method()
    QCoreApplication.setApplicationName("Novelist")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("novelist")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    return application


def _prepare_input_method() -> None:
    """Qt's wheels bring no fcitx plugin; fcitx answers to ibus as well."""
    if "fcitx" in os.environ.get("XMODIFIERS", "") and "QT_IM_MODULE" not in os.environ:
        os.environ["QT_IM_MODULE"] = "ibus"
