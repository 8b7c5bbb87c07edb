# SPDX-License-Identifier: MIT
"""Makes everything behind the window and joins it: look, language, loop, log, store, ending."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from novelist import __version__, paths
from novelist.app.crash import CrashWatch, take_report
from novelist.app.termination import Termination
from novelist.app.unhandled import Unhandled
from novelist.domain.library_place import LibraryPlace
from novelist.services.library.first_look import look
from novelist.services.library.signing import sign_as
from novelist.settings import WindowState, load_settings, load_window_state
from novelist.ui import errors, trace
from novelist.ui.change_bus import ChangeBus
from novelist.ui.context import Context
from novelist.ui.furniture import furnish
from novelist.ui.icons import Icons
from novelist.ui.language import Language
from novelist.ui.main_window import MainWindow
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.desk import Desk

log = logging.getLogger(__name__)

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def live(application: QApplication, window: MainWindow, library: LibraryPlace | None) -> int:
    """From the first paint to the last save; the exit status of the program."""
    loop = qasync.QEventLoop(application)
    crash = CrashWatch(paths.log_folder())
    crash.begin()
    unhandled = Unhandled(crash)
    sys.excepthook = unhandled.on_error
    termination = Termination()
    termination.requested.connect(window.close_for_system)
    termination.begin()
    loop.set_exception_handler(unhandled.on_loop_error)
    try:
        with loop:
            furnish(window, build_context(library, window.state))
            status = loop.run_until_complete(_live(window, unhandled))
    except Exception as error:
        crash.note(type(error), error, error.__traceback__)
        raise
    crash.end()
    termination.end()  # from here on a signal may kill: everything is on disk
    return int(status)


def demonstrate(application: QApplication, folder: Path) -> None:
    """Show the program at work, leaving pictures in ``folder``, then close it."""
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(_demonstrate(build_window(), folder))
    logging.shutdown()


async def _demonstrate(window: MainWindow, folder: Path) -> None:
    controller = await open_library(window)
    module = importlib.import_module("novelist.ui.demo")
    try:
        await module.Demo(window, controller, folder).run()
    finally:
        await controller.close()
        window.finish_closing()


def build_window(library: LibraryPlace | None = None) -> MainWindow:
    """Make the window, furnished and shown but empty; ``open_library`` fills it."""
    state = load_window_state(paths.settings_folder())
    window = MainWindow(state)
    window.show()
    furnish(window, build_context(library, state))
    return window


def build_context(library: LibraryPlace | None, state: WindowState) -> Context:
    """Everything that the parts of the window share."""
    folder = paths.settings_folder()
    settings = load_settings(folder)
    sign_as(settings.author)
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
        state=state,
        settings_folder=folder,
        library=chosen.expanduser().absolute() if isinstance(chosen, Path) else chosen,
    )


async def lay_desk(window: MainWindow) -> Desk:
    """Make the page to write on; where the library can be read at first sight, with its scene."""
    context = window.context
    novel_id, item_id = context.state.left_open(context.library)
    file = context.library_file
    looking = None if novel_id is None or file is None else look(file, novel_id, item_id)
    started = None if looking is None else asyncio.ensure_future(looking)
    await asyncio.sleep(0)  # the look goes on in its thread while the editor is loaded
    module = importlib.import_module("novelist.ui.desk")
    desk: Desk = module.Desk(window)
    found = None if started is None else await started
    if found is not None:
        desk.show_first(found)
    return desk


async def open_library(window: MainWindow, desk: Desk | None = None) -> Controller:
    """Load the store and the panels without stopping the window, then show what was open last."""
    desk = desk or await lay_desk(window)
    await asyncio.to_thread(importlib.import_module, "novelist.ui.controller")
    module = importlib.import_module("novelist.ui.controller")
    controller: Controller = module.Controller(window, desk)
    await controller.build()
    await controller.open(window.context.library)
    return controller


def start_logging(debug: bool) -> None:
    """Write what happens, never what is written in a novel, to a file of bounded size."""
    folder = paths.log_folder()
    handlers: list[logging.Handler] = [logging.StreamHandler()] if debug else []
    failure: OSError | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(
                folder / "novelist.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
            )
        )
    except OSError as error:
        failure = error
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
        force=True,
    )
    for noisy in ("qasync", "aiosqlite", "sqlalchemy", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    if failure is not None:
        log.warning("no log can be written: %s", failure.strerror)
    qInstallMessageHandler(_on_qt_message)
    log.info("Novelist %s, Python %s", __version__, sys.version.split()[0])


async def _live(window: MainWindow, unhandled: Unhandled) -> int:
    """From the first paint to the last save."""
    desk = await lay_desk(window)
    unhandled.show = desk.show_error
    is_early = desk.first is not None
    if is_early:
        await asyncio.sleep(0)
        trace.mark("editable")
    controller = await open_library(window, desk)
    if not is_early:
        trace.mark("editable")
    await asyncio.sleep(0)
    trace.mark("complete")
    report = await asyncio.to_thread(take_report, paths.log_folder())
    if report is not None and report.has_trace:
        controller.faults.show_crash(report.text)
    gc.freeze()  # what the start made stays: no collection stops the window to look at it again
    await window.closing.wait()
    while not await controller.close():
        window.resume()
        await window.closing.wait()
    unhandled.show = errors.record  # there is no window any more to say it in
    window.finish_closing()
    trace.mark("closed")
    return 0


def _on_qt_message(kind: QtMsgType, _context: object, message: str | None) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)
