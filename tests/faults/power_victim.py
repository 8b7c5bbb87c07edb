# SPDX-License-Identifier: MIT
"""Works in a library while ``power.c`` writes down what it does; run by ``test_power_loss.py``.

``python -m tests.faults.power_victim LIBRARY SAVES SYNCHRONOUS`` saves a text SAVES times, sixteen
at once, and notes each number that it was told is saved. ``… LIBRARY create`` makes a library.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from novelist.db import connection
from novelist.db.migrate import create_library
from novelist.db.session import close_async_db, open_library_file, writer
from tests.faults.power import ACKNOWLEDGED
from tests.faults.victim import save

TOGETHER = 16
CHECKPOINT_AFTER = 40  # pages, so that the log is folded in many times


async def work(library: Path, saves: int) -> None:
    """Save, and note what was acknowledged."""
    notes = os.open(library.with_name(ACKNOWLEDGED), os.O_RDWR | os.O_CREAT, 0o600)
    await open_library_file(library)
    for first in range(1, saves, TOGETHER):
        numbers = range(first, first + TOGETHER)
        await asyncio.gather(
            *(writer().submit(save(1, "n", number, length=100)) for number in numbers)
        )
        os.pwrite(notes, str(numbers[-1]).encode(), 0)
    await close_async_db()


def main() -> None:
    """Do what the command line says."""
    library = Path(sys.argv[1])
    if sys.argv[2] == "create":
        create_library(library)
        return
    chosen = [each for each in connection.PRAGMAS if not each.startswith("synchronous")]
    more = (f"synchronous={sys.argv[3]}", f"wal_autocheckpoint={CHECKPOINT_AFTER}")
    connection.PRAGMAS = (*chosen, *more)
    asyncio.run(work(library, int(sys.argv[2])))


if __name__ == "__main__":
    main()
