# SPDX-License-Identifier: MIT
"""Addresses of links as files may hold them: RFC 3986, with letters of all languages."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

_KNOWN: Final = re.compile(r"(?i)(?:https?|mailto|ftp|tel):")
_WITH_HOST: Final = re.compile(r"(?i)(?:https?|ftp):")
_ILLEGAL: Final = re.compile(r'[\x00-\x20"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
_HOST: Final = re.compile(r"(?:[^\W_]|[-_.:])+")


def sound_address(address: str) -> str:
    """The address with what must not stand in it encoded; "" where it leads nowhere safely."""
    if not _KNOWN.match(address):
        return ""
    escaped = _ILLEGAL.sub(lambda found: quote(found[0], safe=""), address.strip())
    if not _WITH_HOST.match(escaped):
        return escaped
    try:
        parts = urlsplit(escaped)
        host, _ = parts.hostname, parts.port
    except ValueError:  # a port that is no number, a bracket that stays open
        return ""
    return escaped if host and _HOST.fullmatch(host) else ""
