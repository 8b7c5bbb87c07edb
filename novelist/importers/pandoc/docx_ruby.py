# SPDX-License-Identifier: MIT
"""Readings over words in a DOCX: pandoc drops them together with the words.

It is given a copy in which such words are a link whose address holds their reading.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from urllib.parse import quote, unquote

_SIGN: Final = b"<w:ruby"
_BEGIN: Final = re.compile(rb"<w:ruby(?:\s[^>]{0,200})?>")
_END: Final = b"</w:ruby>"
_WORDS: Final = re.compile(rb"<w:t(?:\s[^>]{0,200})?>([^<]*)</w:t>")
_ADDRESS: Final = "novelist-reading:"
_LONGEST: Final = 300  # characters of a reading


def reading_of(address: str) -> str:
    """The reading that a link of such a copy holds; "" for every other."""
    name = address.removeprefix("#")
    return unquote(name.removeprefix(_ADDRESS)) if name.startswith(_ADDRESS) else ""


def linked(data: bytes) -> bytes:
    """The text with links in place of readings; each ends the run it stands in."""
    if _SIGN not in data:
        return data
    first, *pieces = _BEGIN.split(data)
    found = [first]
    for piece in pieces:
        ruby, end, rest = piece.partition(_END)
        found.append(_link(ruby) + rest if end else ruby)
    return b"".join(found)


def _link(ruby: bytes) -> bytes:
    over = _inside(ruby, b"w:rt")
    reading = unescape(b"".join(_WORDS.findall(over)).decode("utf-8", "replace"))[:_LONGEST]
    words = _inside(ruby, b"w:rubyBase")
    name = quote(_ADDRESS + reading, safe=":").encode()
    return b'</w:r><w:hyperlink w:anchor="' + name + b'">' + words + b"</w:hyperlink><w:r>"


def _inside(data: bytes, name: bytes) -> bytes:
    """What stands between the first tag of that name and its end."""
    _, _, rest = data.partition(b"<" + name + b">")
    return rest.partition(b"</" + name + b">")[0]
