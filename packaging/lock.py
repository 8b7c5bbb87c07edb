# SPDX-License-Identifier: MIT
"""Writes ``requirements/``: every version, with hashes, for every system and Python we support.

Run by ``make lock``. Versions already locked stay; ``make lock ARGS=--upgrade`` takes the newest
that ``pyproject.toml`` allows. The resolver is uv, in an environment that is thrown away.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SETS = {
    "run": ["--extra", "server", "--group", "build"],
    "dev": ["--extra", "server", "--group", "build", "--group", "dev"],
}
OLDEST_PYTHON = "3.11"


def main(options: list[str]) -> None:
    """Lock both sets; the dev set takes the versions of the run set as they are."""
    with tempfile.TemporaryDirectory() as folder:
        uv = _install_uv(Path(folder))
        _compile(uv, "run", options)
        _compile(uv, "dev", [*options, "--constraint", "requirements/run.txt"])


def _install_uv(folder: Path) -> list[str]:
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
    return [str(python), "-m", "uv", "--no-config"]


def _compile(uv: list[str], name: str, options: list[str]) -> None:
    lock = f"requirements/{name}.txt"
    what = ["pip", "compile", "pyproject.toml", *SETS[name], "--output-file", lock, "--quiet"]
    how = ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"]
    header = ["--custom-compile-command", "make lock"]
    subprocess.run([*uv, *what, *how, *header, *options], cwd=PROJECT, check=True)
    print(f"{lock} is written")


if __name__ == "__main__":
    main(sys.argv[1:])
