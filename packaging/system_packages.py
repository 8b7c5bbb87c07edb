# SPDX-License-Identifier: MIT
"""The libraries of the system that Qt needs on Linux: finds, installs or names what is missing.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Library:
    """One shared library, and the package that brings it in each family of distributions."""

    soname: str
    debian: str
    fedora: str
    arch: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
)
X11_WINDOW = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil",
            "xcb-util-renderutil"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11",
            "libxkbcommon-x11"),
)  # fmt: skip
WAYLAND_WINDOW = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)

# What each family types to install packages, and its name for a font with Chinese characters.
_INSTALL = {
    "debian": ("apt-get install -y --no-install-recommends", "fonts-noto-cjk"),
    "fedora": ("dnf install -y", "google-noto-serif-cjk-fonts"),
    "arch": ("pacman -S --needed --noconfirm", "noto-fonts-cjk"),
}
_SERVER_PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
_CHINESE_FONT = re.compile("cjk|sourcehan|wqy|uming|ukai|fallback|lxgw", re.IGNORECASE)


def missing(libraries: Iterable[Library]) -> list[Library]:
    """Those of ``libraries`` that this machine cannot load."""
    return [library for library in libraries if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def distribution() -> str | None:
    """The family of this Linux: ``debian``, ``fedora``, ``arch``, or None where it is another."""
    for name, program in (("debian", "apt-get"), ("fedora", "dnf"), ("arch", "pacman")):
        if shutil.which(program):
            return name
    return None


def packages_of(libraries: Iterable[Library], family: str) -> list[str]:
    """The packages of ``family`` that bring ``libraries``, each once."""
    return list(dict.fromkeys(getattr(library, family) for library in libraries))


def install_command(packages: Iterable[str], family: str) -> str:
    """The one command that a person types to install ``packages``."""
    command, _ = _INSTALL[family]
    return f"sudo {command} {' '.join(packages)}"


def install_debian(packages: list[str]) -> bool:
    """Install ``packages`` without a question; True when all are there afterwards."""
    print(f"Installing {', '.join(packages)}", flush=True)
    install = [*_INSTALL["debian"][0].split(), *packages]
    return _apt(install) or (_apt(["apt-get", "update", "-q"]) and _apt(install))


def _apt(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode == 0


def may_install() -> bool:
    """True where packages can be installed without asking anybody: root on Debian."""
    return distribution() == "debian" and hasattr(os, "geteuid") and os.geteuid() == 0


def require(libraries: Iterable[Library], more: Iterable[str] = ()) -> None:
    """Have ``libraries`` and the packages ``more``, or leave with the one command to type."""
    absent, more = missing(libraries), list(more)
    if not absent and not more:
        return
    family = distribution()
    if family is None:
        names = ", ".join([*(library.soname for library in absent), *more])
        raise SystemExit(f"Novelist needs these, which this system lacks: {names}")
    if may_install() and install_debian([*packages_of(absent, family), *more]):
        return
    everything = packages_of(missing((*ALWAYS, *X11_WINDOW, *WAYLAND_WINDOW)), family)
    everything += [name for name in (*packages_of(absent, family), *more) if name not in everything]
    command = install_command(everything, family)
    raise SystemExit(f"Novelist needs packages that this system lacks. Install them: {command}")


def suggest_chinese_font() -> None:
    """Say which package brings a font for Chinese, where no font here has its characters."""
    family = distribution()
    if family is not None and not _has_chinese_font():
        command = install_command([_INSTALL[family][1]], family)
        print(f"No font here has Chinese characters. To see Chinese text: {command}")


def _has_chinese_font() -> bool:
    if shutil.which("fc-list"):
        found = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
        return bool(found.stdout.strip())
    folders = [Path("/usr/share/fonts"), Path.home() / ".local/share/fonts", Path.home() / ".fonts"]
    files = (path for folder in folders if folder.is_dir() for path in folder.rglob("*.[ot]t[cf]"))
    return any(_CHINESE_FONT.search(path.name) for path in files)


def offer_server() -> None:
    """Install the database server that some tests start, where that needs no question.

    Those tests skip where it is absent, so nothing is said of it elsewhere.
    """
    if may_install() and shutil.which("mariadbd", path=_SERVER_PATH) is None:
        install_debian(["mariadb-server"])


if __name__ == "__main__":
    if sys.argv[1:] == ["--server"]:
        offer_server()
    elif sys.platform == "linux":
        require((*ALWAYS, *X11_WINDOW, *WAYLAND_WINDOW))
        suggest_chinese_font()
