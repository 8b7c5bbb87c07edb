# SPDX-License-Identifier: MIT
"""Which addresses a text may link to: pages on the web, and mail."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 2_000
_KNOWN: Final = re.compile(r"(?:https?://[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_MAIL: Final = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_PAGE: Final = re.compile(r"(?:[^\s@:/?#.]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


def link_address(typed: str) -> str | None:
    """The address that somebody typed, with its scheme; None where it is none that is opened.

    ``example.org`` is a page, ``ann@example.org`` is mail; no other scheme is ever taken.
    """
    address = typed.strip()
    if not address or len(address) > LONGEST or not address.isprintable():
        return None
    if _KNOWN.fullmatch(address):
        return address
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    return f"https://{address}" if _PAGE.fullmatch(address) else None
