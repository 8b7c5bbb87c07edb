# SPDX-License-Identifier: MIT
"""The bytes of an RTF file as tokens: groups, control words and symbols, and what is text."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

MOST_TOKENS: Final = 3_000_000
"""Of one file; a long novel in Han characters has some two million, each character a number."""

_TOKEN: Final = re.compile(
    rb"(?P<text>[^\\{}\r\n]+)"
    rb"|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<symbol>\r\n|[^a-zA-Z])"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)


class TooManyTokensError(ValueError):
    """The file is no text of a person."""


class TokenKind(Enum):
    """What a token is."""

    TEXT = auto()  # ``data`` is bytes in the code page of the font, or digits of a picture
    WORD = auto()  # ``data`` is the name of a control word, ``number`` what it says
    SYMBOL = auto()  # ``data`` is the character after the backslash
    OPEN = auto()
    CLOSE = auto()
    BINARY = auto()  # ``data`` is as it stands in the file


class Token(NamedTuple):
    """One token."""

    kind: TokenKind
    data: bytes = b""
    number: int | None = None


_OPEN: Final = Token(TokenKind.OPEN)
_CLOSE: Final = Token(TokenKind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file. Anything has tokens; what a ``bin`` counts beyond the end is missing.

    Raises ``TooManyTokensError``.
    """
    position, count, end = 0, 0, len(data)
    match = _TOKEN.match
    while position < end:
        found = match(data, position)
        assert found is not None  # some branch takes any byte
        position = found.end()
        count += 1
        if count > MOST_TOKENS:
            raise TooManyTokensError
        kind = found.lastgroup
        if kind == "text":
            yield Token(TokenKind.TEXT, found[0])
        elif kind == "word" or kind == "number":
            name, digits = found.group("word", "number")
            number = int(digits) if digits else None
            if name == b"bin":
                start, position = position, min(position + max(number or 0, 0), end)
                yield Token(TokenKind.BINARY, data[start:position])
            else:
                yield Token(TokenKind.WORD, name, number)
        elif kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind == "hex":
            yield Token(TokenKind.TEXT, unhexlify(found[0].replace(b"\\'", b"")))
        elif kind == "symbol":
            yield Token(TokenKind.SYMBOL, found["symbol"])
