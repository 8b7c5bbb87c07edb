# SPDX-License-Identifier: MIT
"""What is said on stderr: one line that begins with the name of the program."""

from __future__ import annotations

import contextlib
import sys

from novelist.cli.arguments import PROGRAM


def complain(text: str) -> None:
    """Say what went wrong, where somebody still listens."""
    with contextlib.suppress(OSError):  # nobody reads what it says
        print(f"{PROGRAM}: {text}", file=sys.stderr)
