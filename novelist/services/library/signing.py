# SPDX-License-Identifier: MIT
"""Who writes: the name that every version, change and row carries. Light enough for the start."""

from __future__ import annotations

from novelist.db import audit


def sign_as(author: str) -> None:
    """Sign what is written from here on, in this context and on this machine."""
    audit.sign_as(author)
