# SPDX-License-Identifier: MIT
"""Which encoding a file of text is in.

In this order: a byte order mark; the pattern of zero bytes that UTF-16 and UTF-32 leave in any
text with spaces or line ends; strict UTF-8 over the whole; then chardet on the lines that are not
ASCII, restricted to what novels come in, and proved by decoding the whole. GBK and GB2312 are
decoded as their superset GB18030.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

import chardet

ENCODINGS: Final[tuple[tuple[str, str], ...]] = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 (GBK, GB2312)"),
    ("big5hkscs", "Big5"),
    ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16 LE"),
    ("utf-16-be", "UTF-16 BE"),
    ("utf-32", "UTF-32"),
    ("cp1252", "Windows-1252"),
    ("iso8859-1", "ISO 8859-1"),
    ("cp1250", "Windows-1250"),
    ("cp1251", "Windows-1251"),
    ("koi8-r", "KOI8-R"),
    ("cp932", "Shift JIS"),
    ("euc_jp", "EUC-JP"),
    ("cp949", "EUC-KR"),
)
"""The codecs to choose from, the likeliest first, each with its name (which is not translated)."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE: Final = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
# What chardet calls them; in the order to fall back on.
_CANDIDATES: Final = {
    "gb18030": "gb18030",
    "big5hkscs": "big5hkscs",
    "big5": "big5hkscs",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "cp932": "cp932",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "cp949": "cp949",
    "euc-kr": "cp949",
}
_SAMPLE: Final = 65_536
_SURE: Final = 0.4  # chardet's own confidence; right in every trial above it
_C1: Final = bytes(range(0x80, 0xA0))


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """A codec that decodes the whole, how likely it is (0 to 1), and whether to trust it."""

    encoding: str
    confidence: float
    sure: bool


def detect_encoding(data: bytes) -> EncodingGuess:
    """The encoding of a text; it never fails, since ISO 8859-1 decodes anything."""
    for mark, codec in _MARKS:
        if data.startswith(mark) and _decodes(data, codec):
            return EncodingGuess(codec, 1.0, True)
    wide = _wide(data)
    if wide is not None:
        return EncodingGuess(wide, 0.95, True)
    if _decodes(data, "utf-8"):
        return EncodingGuess("utf-8", 1.0, True)
    return _guess(data)


def decode(data: bytes, encoding: str, errors: str = "strict") -> str:
    """The text without its byte order mark.

    Raises:
        UnicodeDecodeError: the bytes are not of that encoding (unless ``errors`` says otherwise).
        LookupError: there is no such encoding.
    """
    return data.decode(encoding, errors).removeprefix("\ufeff")


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zero bytes stand in some columns and not in others."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample:
        return None
    for codec, width in _WIDE:
        if len(data) % width == 0 and _columns_fit(sample, codec, width) and _decodes(data, codec):
            return codec
    return None


def _columns_fit(sample: bytes, codec: str, width: int) -> bool:
    """Whether the high bytes are often zero and the low ones hardly ever."""
    columns = [sample[start::width].count(0) for start in range(width)]
    if codec.endswith("be"):
        columns.reverse()
    low, high = columns[0], min(columns[2:] or columns[1:])
    rows = max(1, len(sample) // width)
    return low <= rows // 200 and high > max(low * 8, rows // 500)


def _guess(data: bytes) -> EncodingGuess:
    sample = _evidence(data)
    found = chardet.detect_all(sample, include_encodings=_CANDIDATES)
    for result in found:
        codec = _CANDIDATES.get((result["encoding"] or "").lower())
        if codec is not None and _decodes(data, codec):
            confidence = float(result["confidence"])
            return EncodingGuess(_narrow(data, codec), confidence, confidence >= _SURE)
    for codec in dict.fromkeys(_CANDIDATES.values()):
        if _decodes(data, codec):
            return EncodingGuess(_narrow(data, codec), 0.0, False)
    return EncodingGuess("iso8859-1", 0.0, False)


def _narrow(data: bytes, codec: str) -> str:
    """ISO 8859-1 where its larger cousin Windows-1252 is not needed."""
    if codec == "cp1252" and data.translate(None, _C1) == data:
        return "iso8859-1"
    return codec


def _evidence(data: bytes) -> bytes:
    """The first whole lines that hold more than ASCII, up to the size of a sample."""
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(lines)
