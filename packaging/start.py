# SPDX-License-Identifier: MIT
"""Starts Novelist from its sources: the window, or the tour off-screen where there is no display.

Run by ``make run`` with the interpreter of ``.venv``; arguments go to the program.
"""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
from pathlib import Path

import system_packages

PROJECT = Path(__file__).resolve().parent.parent
SCREENSHOTS = PROJECT / "demo-output"


def main(arguments: list[str]) -> int:
    """Run the program until it ends; return its exit status."""
    if sys.platform != "linux":
        return _novelist(arguments)
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return _tour()
    if wayland_reachable(os.environ):
        system_packages.require(system_packages.WAYLAND_WINDOW)
        return _novelist(arguments)
    if x11_reachable(os.environ.get("DISPLAY", "")):
        system_packages.require(system_packages.X11_WINDOW)
        return _novelist(arguments)
    return _tour()


def wayland_reachable(environment: os._Environ[str] | dict[str, str]) -> bool:
    """True when the Wayland compositor that ``environment`` names answers."""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX) as compositor:
        try:
            compositor.connect(str(path))
        except OSError:
            return False
    return True


def x11_reachable(display: str) -> bool:
    """True when the X server ``display`` lets this user in."""
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _tour() -> int:
    """Drive the real window off-screen; the tour ends by saying where its pictures are."""
    print("No display can be reached here, so Novelist shows itself off-screen.", flush=True)
    return _novelist(["demo", "--output", str(SCREENSHOTS)], QT_QPA_PLATFORM="offscreen")


def _novelist(arguments: list[str], **variables: str) -> int:
    command = [sys.executable, "-m", "novelist", *arguments]
    return subprocess.run(command, env={**os.environ, **variables}).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
