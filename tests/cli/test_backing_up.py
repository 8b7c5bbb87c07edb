# SPDX-License-Identifier: MIT
"""``backup`` and ``restore``, from the words that are typed to the files that are there."""

from __future__ import annotations

import asyncio
import shutil

import pytest

from novelist.services.library import library as service
from tests.cli.test_commands import answer
from tests.db.test_backup import damage


def test_a_backup_is_made_checked_and_named(told, library):
    found = answer(told, "backup", "--library", library)
    assert found["verified"] is True
    assert found["path"].startswith(str(library.parent / "backups" / "Books.asked."))
    status, out, _ = told("backup", "--library", library)
    assert status == 0
    assert out.startswith("Nothing changed since the last backup: ")


def test_a_backup_goes_to_the_file_that_is_named(told, library, tmp_path):
    output = tmp_path / "copy.novelist"
    status, out, err = told("backup", "--library", library, "--output", output)
    assert (status, err) == (0, "")
    assert out == f"Backed up and checked: 1 novel, 12 words. It is in {output}\n"
    assert answer(told, "list", "--library", output)[0]["title"] == "The Ferry"


def test_what_was_restored_is_there_and_what_was_before_is_kept(told, library, source):
    backup = answer(told, "backup", "--library", library)["path"]
    told("import", source, "--library", library)
    status, out, _ = told("restore", backup, "--library", library)
    assert status == 0
    restored, kept = out.splitlines()
    assert restored == f"Restored and checked: {library}"
    assert len(answer(told, "list", "--library", library)) == 1
    before = kept.removeprefix("What was there before is in ")
    assert answer(told, "restore", before, "--library", library) == {
        "path": str(library), "verified": True,
    }  # fmt: skip
    assert len(answer(told, "list", "--library", library)) == 2


def test_a_library_is_made_where_there_is_none(told, library, tmp_path):
    backup = answer(told, "backup", "--library", library)["path"]
    other = tmp_path / "New.novelist"
    assert told("restore", backup, "--library", other)[0] == 0
    assert len(answer(told, "list", "--library", other)) == 1


def test_a_library_in_use_can_be_backed_up_but_not_replaced(told, library):
    async def meanwhile():
        await service.open_library(library)
        try:
            return await asyncio.to_thread(in_use)
        finally:
            await service.close_library()

    def in_use():
        made = answer(told, "backup", "--library", library)
        return told("restore", made["path"], "--library", library)

    status, _, err = asyncio.run(meanwhile())
    assert status == 1
    assert "is open in another program" in err


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (damage, "is damaged and was not restored. Nothing was changed"),
        (lambda path: path.write_text("Dear diary"), "is not a library of Novelist"),
        (lambda path: path.unlink(), "There is no library"),
    ],
)
def test_a_backup_that_cannot_be_restored_is_named(told, library, spoil, words):
    first = answer(told, "backup", "--library", library)["path"]
    backup = library.parent / "spoiled.novelist"
    shutil.move(first, backup)
    spoil(backup)
    status, out, err = told("restore", backup, "--library", library)
    assert (status, out) == (1, "")
    assert words in err
    assert str(backup) in err


def test_the_library_to_be_replaced_must_be_named(told):
    status, _, err = told("restore", "backup.novelist")
    assert status == 2
    assert "--library" in err
