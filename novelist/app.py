# SPDX-License-Identifier: MIT
"""The composition root of the desktop program: what is made, in which order, and how it ends.

The window is shown before SQLAlchemy is imported; the store and the panels that need it are
loaded in a thread while the empty window is already there (``docs/architecture.md``).
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from novelist import __version__, paths
from novelist.settings import load_settings, load_window_state
from novelist.ui import errors, trace
from novelist.ui.change_bus import ChangeBus
from novelist.ui.context import Context
from novelist.ui.garbage import GarbageCollector
from novelist.ui.icons import Icons
from novelist.ui.language import Language
from novelist.ui.main_window import MainWindow
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from types import TracebackType

    from novelist.ui.controller import Controller

log = logging.getLogger(__name__)

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_window(library: Path | None, *, debug: bool = False) -> int:
    """Open the window and stay until it is closed; the exit status of the program."""
    start_logging(debug)
    application = create_application()
    loop = qasync.QEventLoop(application)
    with loop:
        window = build_window(library)
        return int(loop.run_until_complete(_live(window, loop)))


def run_demo(output: Path | None) -> Path:
    """Drive the real window through the main job off-screen; where its pictures and report are.

    Works on a library of its own in that folder and touches nothing of the user's.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = (output or Path("demo-output")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["NOVELIST_HOME"] = home
        start_logging(debug=False)
        application = create_application()
        with qasync.QEventLoop(application) as loop:
            loop.run_until_complete(_demonstrate(build_window(), folder))
        logging.shutdown()
    return folder


async def _demonstrate(window: MainWindow, folder: Path) -> None:
    """Show the program at work, then close it."""
    await window.painted.wait()
    controller = await open_library(window)
    module = importlib.import_module("novelist.ui.demo")
    try:
        await module.Demo(window, controller, folder).run()
    finally:
        await controller.close()
        window.finish_closing()


def create_application() -> QApplication:
    """The QApplication, with what must be set before it exists."""
    _prepare_input_method()
    QCoreApplication.setApplicationName("Novelist")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("novelist")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    return application


def build_window(library: Path | None = None) -> MainWindow:
    """Make the window, shown but empty; ``open_library`` fills it."""
    context = build_context(library)
    window = MainWindow(context)
    GarbageCollector(window)
    window.show()
    return window


def build_context(library: Path | None = None) -> Context:
    """Everything that the parts of the window share."""
    folder = paths.settings_folder()
    settings = load_settings(folder)
    theme = Theme(settings.theme)
    theme.set_book_family(settings.typeface)
    language = Language(paths.resources() / "i18n")
    language.changed.connect(theme.set_language)
    language.choose(settings.language)
    theme.install()
    chosen = library or Path(settings.library or paths.default_library())
    return Context(
        theme=theme,
        icons=Icons(theme),
        language=language,
        bus=ChangeBus(),
        settings=settings,
        state=load_window_state(folder),
        settings_folder=folder,
        library=chosen.expanduser().absolute(),
    )


async def open_library(window: MainWindow) -> Controller:
    """Load the store and the panels without stopping the window, then show what was open last."""
    await asyncio.to_thread(importlib.import_module, "novelist.ui.controller")
    module = importlib.import_module("novelist.ui.controller")
    controller: Controller = module.Controller(window)
    await controller.open(window.context.library)
    return controller


def start_logging(debug: bool) -> None:
    """Write what happens, never what is written in a novel, to a file of bounded size."""
    folder = paths.log_folder()
    handlers: list[logging.Handler] = [logging.StreamHandler()] if debug else []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(
                folder / "novelist.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
            )
        )
    except OSError as error:
        print(f"Novelist cannot write its log: {error.strerror}", file=sys.stderr)
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
        force=True,
    )
    for noisy in ("qasync", "aiosqlite", "sqlalchemy", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    qInstallMessageHandler(_on_qt_message)
    sys.excepthook = _on_unhandled
    log.info("Novelist %s, Python %s", __version__, sys.version.split()[0])


async def _live(window: MainWindow, loop: asyncio.AbstractEventLoop) -> int:
    """From the first paint to the last save."""
    loop.set_exception_handler(_on_loop_error)
    await window.painted.wait()
    trace.mark("window_shown")
    controller = await open_library(window)
    trace.mark("editable")
    await window.closing.wait()
    while not await controller.close():
        window.resume()
        await window.closing.wait()
    window.finish_closing()
    trace.mark("closed")
    return 0


def _prepare_input_method() -> None:
    """Qt's wheels bring no fcitx plugin; fcitx answers to ibus as well."""
    if "fcitx" in os.environ.get("XMODIFIERS", "") and "QT_IM_MODULE" not in os.environ:
        os.environ["QT_IM_MODULE"] = "ibus"


def _on_qt_message(kind: QtMsgType, _context: object, message: str | None) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)


def _on_unhandled(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """An error in a slot: the program goes on, the log has the trace."""
    log.error("unhandled error", exc_info=(kind, error, traceback))


def _on_loop_error(_loop: asyncio.AbstractEventLoop, details: dict[str, object]) -> None:
    error = details.get("exception")
    if isinstance(error, BaseException):
        errors.record(error)
    else:
        log.error("%s", details.get("message"))
