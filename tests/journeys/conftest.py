# SPDX-License-Identifier: MIT
"""A library to begin with."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from contextlib import contextmanager

import pytest

from novelist import paths
from novelist.services.library import library
from tests.journeys.faults import make as make_with_novel


@pytest.fixture
def empty_library(novelist_home):
    """The default library, made and empty, so that no sample opens."""

    async def make():
        paths.data_folder().mkdir(parents=True, exist_ok=True)
        await library.open_library(paths.default_library(), create=True)
        await library.close_library()

    asyncio.run(make())
    return paths.default_library()


@pytest.fixture
def harbour(tmp_path):
    """A library with one novel."""
    path = tmp_path / "Harbour.novelist"
    asyncio.run(make_with_novel(path))
    return path


@contextmanager
def mounted(folder):
    """A disk of 2 MB in a new folder; skips where none can be made."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs privileges")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def unchangeable(path):
    """A file or folder that may not be changed, by nobody; skips where the system cannot."""
    if (
        shutil.which("chattr") is None
        or subprocess.run(["chattr", "+i", path], check=False, capture_output=True).returncode
    ):
        pytest.skip("forbidding writing to everybody needs privileges")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", path], check=True)


@pytest.fixture
def drive(tmp_path):
    """A disk of 2 MB with a library on it."""
    with mounted(tmp_path / "drive") as folder:
        asyncio.run(make_with_novel(folder / "Harbour.novelist"))
        yield folder
