# SPDX-License-Identifier: MIT
"""A library to begin with."""

from __future__ import annotations

import asyncio
import os
import subprocess

import pytest

from novelist import paths
from novelist.services import library
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


@pytest.fixture
def drive(tmp_path):
    """A disk of 2 MB; skips where none can be made."""
    folder = tmp_path / "drive"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs privileges")
    asyncio.run(make_with_novel(folder / "Harbour.novelist"))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
