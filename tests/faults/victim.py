# SPDX-License-Identifier: MIT
"""A program that works in a library until it is killed; run by the tests of this folder.

It imports everything once. For each line on its standard input, "work LIBRARY" (or
"create", "hold", "backup"), it forks, prints "pid N", and the fork does the work, printing
a line for each thing that is done.
When the fork is dead it prints "dead".
"""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, update

from novelist.db.backups.making import make_backup
from novelist.db.migrate import create_library
from novelist.db.models import Preference, SceneBody
from novelist.db.session import open_library_file, writer
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.enums import BackupReason


def say(*words: object) -> None:
    """Print a line at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def save(item_id: int, name: str, number: int, length: int = 1000):
    """A command that rewrites a text (of 15 kB) and notes its number, both or neither."""
    content = to_json_lines(document_of(f"{number}", "雾港的夜。" * length))

    async def command(session):
        await session.execute(insert(Preference), {"key": f"{name} {number}", "value": number})
        await session.execute(
            update(SceneBody)
            .where(SceneBody.item_id == item_id)
            .values(content=content, digest=digest(content), version=SceneBody.version + 1)
        )

    return command


async def work(library: Path) -> None:
    """Write as fast as it goes, for ever, saying the number of each save that is on disk."""
    await open_library_file(library)
    name, number = os.getpid(), 0

    async def acknowledged(mine: int) -> None:
        await writer().submit(save(1, f"{name}", mine))
        say("saved", mine)

    while True:
        await asyncio.gather(*(acknowledged(number + each) for each in range(16)))
        number += 16


async def hold(library: Path) -> None:
    """Keep the library open."""
    await open_library_file(library)
    say("open")
    await asyncio.Event().wait()


def back_up_for_ever(library: Path) -> None:
    """Change a library and back it up, again and again."""
    number = 0
    while True:
        with closing(sqlite3.connect(library, isolation_level=None)) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO preferences (key, value) VALUES ('text', ?)",
                (json.dumps(f"{os.getpid()} {number} {'雾港的夜。' * 20_000}"),),
            )
        if number == 0:
            say("backing up")
        make_backup(library, BackupReason.TIMER, datetime.now(UTC), lambda: False)
        if number == 0:
            say("backed up")
        number += 1


def run(task: str, library: Path) -> None:
    """Do the work of the fork."""
    if task == "backup":
        back_up_for_ever(library)
    elif task == "create":
        say("creating")
        create_library(library)
        say("created")
    else:
        asyncio.run(work(library) if task == "work" else hold(library))


def main() -> None:
    """Fork for each line that comes in."""
    for line in sys.stdin:
        task, path = line.rstrip("\n").split(" ", 1)
        pid = os.fork()
        if pid == 0:
            try:
                run(task, Path(path))
            finally:
                os._exit(1)
        say("pid", pid)
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
