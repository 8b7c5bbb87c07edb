# SPDX-License-Identifier: MIT
"""``main``: reads the command line, runs what it says, and turns every outcome into an exit status.

0 is done, 1 failed (one line on stderr), 2 not understood. Qt is loaded for the window alone, the
store for commands alone (``docs/architecture.md``).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final, TextIO

from novelist.cli.arguments import PROGRAM, UsageError, explain, language_of, parse
from novelist.cli.complaining import complain
from novelist.cli.messages import sentence
from novelist.cli.words import Words, words_for

DONE: Final = 0
FAILED: Final = 1
NOT_UNDERSTOOD: Final = 2
_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # what Qt looks for on Linux


def main(argv: Sequence[str] | None = None) -> int:
    """Run Novelist as the command line says; the exit status."""
    given = sys.argv[1:] if argv is None else list(argv)
    _prepare_streams()
    words = words_for(language_of(given))
    try:
        arguments = parse(given, words)
    except UsageError as error:
        complain(explain(error, words))
        return NOT_UNDERSTOOD
    except SystemExit as ended:  # help or version was printed
        return ended.code if isinstance(ended.code, int) else DONE
    return _guarded(arguments, words)


def _guarded(arguments: argparse.Namespace, words: Words) -> int:
    """Run, and say in one sentence what went wrong."""
    try:
        status = _run(arguments, words)
        sys.stdout.flush()
    except UsageError as error:
        complain(explain(error, words))
        return NOT_UNDERSTOOD
    except KeyboardInterrupt:
        complain(words("stopped"))
        return FAILED
    except BrokenPipeError:
        _silence(sys.stdout)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last place that can speak to the person
        if arguments.debug:
            traceback.print_exc()
        complain(sentence(error, words))
        return FAILED
    return status


def _run(arguments: argparse.Namespace, words: Words) -> int:
    if arguments.command == "":
        if not _has_screen():
            complain(words("no_screen", program=PROGRAM))
            return FAILED
        from novelist.app import run_window  # noqa: PLC0415 - Qt, for the window alone

        return run_window(arguments.library, debug=arguments.debug)
    if arguments.command == "demo":
        from novelist.app import run_demo  # noqa: PLC0415 - Qt, for the window alone

        print(words("demo.done", folder=run_demo(arguments.output)))
        return DONE
    from novelist.cli import commands  # noqa: PLC0415 - the store is not loaded for --help

    logging.basicConfig(level=logging.DEBUG if arguments.debug else logging.CRITICAL)
    return commands.run(arguments, words)


def _has_screen() -> bool:
    """Whether a window can be shown; where there is none, Qt would end the program by itself."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _SCREENS)


def _prepare_streams() -> None:
    """Let any character be printed; a pipe gets UTF-8, a terminal what it understands."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    """The reader of a pipe has gone: keep the interpreter from complaining at its end."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):  # it complains nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
