# SPDX-License-Identifier: MIT
"""What is looked at before a copy counts as a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from novelist.db.backups.check import require_whole
from novelist.errors import StorageCorruptError


def test_a_picture_that_is_no_file_any_more_is_damage(library):
    row = "INSERT INTO attachments VALUES (1, 'd', 'png', 1, 1, 1, 'words', '2026-01-01')"
    with closing(sqlite3.connect(library)) as connection:
        require_whole(connection, lambda: False)
        connection.execute(row)
        with pytest.raises(StorageCorruptError):
            require_whole(connection, lambda: False)
