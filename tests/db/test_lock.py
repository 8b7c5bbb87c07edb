# SPDX-License-Identifier: MIT
"""The promises of the library's lock (a second program is in ``tests/faults``)."""

from __future__ import annotations

import os
import socket

import pytest

from novelist.db.lock import LibraryLock, lock_path
from novelist.errors import (
    Holder,
    LibraryLockedError,
    LibraryMissingError,
    LibraryReadOnlyError,
)


@pytest.fixture
def held(library):
    lock = LibraryLock(library)
    lock.acquire()
    yield lock
    lock.release()


def test_a_second_holder_is_told_who_the_first_is(library, held):
    with pytest.raises(LibraryLockedError) as caught:
        LibraryLock(library).acquire()
    assert caught.value.holder == Holder(os.getpid(), socket.gethostname())


def test_a_released_lock_leaves_no_file_and_is_free(library, held):
    held.release()
    held.release()
    assert not lock_path(library).exists()
    again = LibraryLock(library)
    again.acquire()
    again.acquire()
    again.release()


def test_another_way_to_the_same_file_meets_the_same_lock(library, held, tmp_path):
    link = tmp_path / "link.novelist"
    link.symlink_to(library)
    with pytest.raises(LibraryLockedError):
        LibraryLock(link).acquire()


def test_a_lock_file_that_is_left_over_locks_nobody_out(library):
    lock_path(library).write_text('{"pid": 1, "host": "gone"}')
    lock = LibraryLock(library)
    lock.acquire()
    lock.release()


def test_a_lock_file_that_says_nothing_names_nobody(library, held):
    lock_path(library).write_text("")
    with pytest.raises(LibraryLockedError) as caught:
        LibraryLock(library).acquire()
    assert caught.value.holder is None


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LibraryMissingError, match="folder"):
        LibraryLock(tmp_path / "nowhere" / "x.novelist").acquire()


def test_a_lock_that_cannot_be_made_is_a_folder_that_cannot_be_written(library):
    lock_path(library).mkdir()
    with pytest.raises(LibraryReadOnlyError):
        LibraryLock(library).acquire()


def test_a_file_that_was_removed_meanwhile_is_not_the_lock(library, held):
    """Its holder gives the lock up by removing the file: whoever comes next makes a new one."""
    lock_path(library).unlink()
    other = LibraryLock(library)
    other.acquire()
    with pytest.raises(LibraryLockedError):
        LibraryLock(library).acquire()
    other.release()
