# SPDX-License-Identifier: MIT
"""Programs that work for this one in processes of their own, and are not waited for for ever."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

from novelist.progress import Progress, nobody

_LOOK: Final = 0.05  # seconds between two looks at whether somebody stopped it


def run_child(
    command: Sequence[str],
    *,
    usual: float,
    is_too_much: Callable[[float], bool],
    progress: Progress | None = None,
    **options: Any,  # noqa: ANN401 - those of subprocess.Popen
) -> int | None:
    """What the program ended with; None where it was ended because it was too much.

    It blocks. ``progress`` is told a guess: half is done after the ``usual`` seconds. If it raises,
    the program is ended. ``is_too_much`` is asked with the seconds that were taken. Nothing that
    the program says of errors is read: it may hold words of a manuscript. Raises ``OSError``.
    """
    report = progress or nobody
    begun = time.monotonic()
    with subprocess.Popen(
        command,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        **options,
    ) as started:
        try:
            while started.poll() is None:
                taken = time.monotonic() - begun
                if is_too_much(taken):
                    return None
                report(taken / (taken + usual))
                time.sleep(_LOOK)
        finally:
            started.kill()
    return started.returncode
