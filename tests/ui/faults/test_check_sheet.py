# SPDX-License-Identifier: MIT
"""What is said of a salvage that failed is about what failed."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from novelist.errors import DestinationError, DestinationTakenError, StorageFullError
from novelist.ui.faults.check_sheet import about_target

TARGET = Path("/there/Saved.novelist")
SOURCE = "/here/Harbour.novelist"
OTHER = OSError(errno.EIO, "Input/output error", SOURCE)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), StorageFullError),
        (PermissionError(errno.EACCES, "Permission denied", str(TARGET)), DestinationError),
        (OSError(errno.EROFS, "Read-only", "/tmp/made", None, str(TARGET)), DestinationError),
        (NotADirectoryError(errno.ENOTDIR, "Not a folder", str(TARGET.parent)), DestinationError),
        (FileExistsError(errno.EEXIST, "There", str(TARGET)), DestinationTakenError),
        (OTHER, OSError),
    ],
)
def test_only_what_is_about_the_place_is_said_of_the_place(error, said):
    assert isinstance(about_target(error, TARGET), said)
    assert about_target(OTHER, TARGET) is OTHER
