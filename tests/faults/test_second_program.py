# SPDX-License-Identifier: MIT
"""One program a library; a dead one holds nothing."""

from __future__ import annotations

import pytest

from novelist.db.session import open_library_file
from novelist.errors import LibraryLockedError


async def test_a_second_program_is_locked_out_until_the_first_is_dead(library, victim):
    victim.start("hold", library)
    assert victim.hear() == ["open"]
    with pytest.raises(LibraryLockedError, match=f"process {victim.pid} on"):
        await open_library_file(library)
    victim.kill()
    await open_library_file(library)
