# SPDX-License-Identifier: MIT
"""Makes ``.venv`` and keeps it equal to the lock: ``python packaging/environment.py run|dev``.

Standard library only: it runs before anything is installed, with Python 3.11 to 3.13.
"""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

import system_packages

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main(kind: str) -> None:
    """Have the locked set ``kind`` (run or dev) installed; do nothing where it already is."""
    ready = _works()
    if sys.platform == "linux":
        system_packages.require(system_packages.ALWAYS, () if ready else _venv_package())
    if not ready:
        print(f"Creating .venv with Python {sys.version.split()[0]}", flush=True)
        _run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], "The environment was not made")
    wanted = fingerprint(kind)
    if wanted in _stamps(kind):
        return
    _install(kind)
    _stamp(kind).write_text(wanted, encoding="utf-8")
    if sys.platform == "linux":
        system_packages.suggest_chinese_font()


def _works() -> bool:
    """True when the environment is there and its interpreter still starts."""
    if not PYTHON.exists():
        return False
    return not subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode


def _venv_package() -> list[str]:
    """The package with the part of Python that makes environments, which Debian ships apart."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def fingerprint(kind: str) -> str:
    """What the installed set depends on: the lock, the project's own metadata and the place."""
    digest = hashlib.sha256(str(PROJECT).encode())
    for path in (_lock(kind), PROJECT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _lock(kind: str) -> Path:
    return PROJECT / "requirements" / f"{kind}.txt"


def _stamp(kind: str) -> Path:
    return ENVIRONMENT / f"installed-{kind}"


def _stamps(kind: str) -> set[str]:
    """The fingerprints under which ``kind`` was installed; dev holds all that run does."""
    found = {_stamp(kind).read_text(encoding="utf-8")} if _stamp(kind).exists() else set()
    if kind == "run" and _stamp("dev").exists():
        same = _stamp("dev").read_text(encoding="utf-8") == fingerprint("dev")
        found |= {fingerprint("run")} if same else set()
    return found


def _install(kind: str) -> None:
    print(
        f"Installing what Novelist needs (requirements/{kind}.txt); this takes a minute once",
        flush=True,
    )
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    locked: list[str | Path] = ["--require-hashes", "--no-deps", "--requirement", _lock(kind)]
    _run([*pip, *locked], "The packages were not installed; is this machine online?")
    itself: list[str | Path] = ["--no-build-isolation", "--no-deps", "--editable", PROJECT]
    _run([*pip, *itself], "Novelist itself was not installed into .venv")


def _run(command: list[str | Path], failure: str) -> None:
    if subprocess.run(command, cwd=PROJECT, stdin=subprocess.DEVNULL).returncode:
        raise SystemExit(failure)


if __name__ == "__main__":
    main(sys.argv[1])
