# SPDX-License-Identifier: MIT
"""Which encoding a file of text is in.

In this order: a byte order mark; the pattern of zero bytes that UTF-16 and UTF-32 leave in any
text with spaces or line ends; strict UTF-8 over the whole; then chardet on the lines that are not
ASCII, restricted to what novels come in, and proved by decoding the whole. GBK and GB2312 are
decoded as their superset GB18030.
"""

from __future__ import annotations

import codecs
import re
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
# What chardet calls them; the more common first.
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
_CODECS: Final = tuple(dict.fromkeys(_CANDIDATES.values()))
_OTHER_ALPHABETS: Final = ("cp1250", "cp1251", "koi8-r")
_ASCII: Final = bytes(range(128))
_RARE: Final = 50  # one byte above ASCII in so many; Czech and Russian have far more
_NEARLY: Final = 0.85  # of the best confidence: no difference
_SAMPLE: Final = 65_536
_SURE: Final = 0.4  # chardet's own confidence; right in every trial above it
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_MIXED: Final = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
# Letters and punctuation of the scripts that novels are written in; bytes misread are spread wider.
_SENSIBLE: Final = re.compile(
    "[\t\n\r -~\xa0-\u024f\u0370-\u052f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
    "\uff00-\uffef]"
)
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
    """UTF-16 or UTF-32 without a mark: there are zero bytes, and the characters make sense."""
    if b"\0" not in data[:_SAMPLE]:
        return None
    for codec, width in _WIDE:
        if len(data) % width == 0 and _decodes(data, codec):
            sample = data[:_SAMPLE].decode(codec, "ignore")
            if len(_SENSIBLE.findall(sample)) * 10 > len(sample) * 9:
                return codec
    return None


def _guess(data: bytes) -> EncodingGuess:
    """The likeliest encoding that fits; of nearly equal ones the more common."""
    likely = _likely(data)
    if likely:
        best = max(likely.values())
        codec = next(each for each in _CODECS if likely.get(each, 0.0) >= best * _NEARLY)
        if codec in _OTHER_ALPHABETS and "cp1252" in likely and _is_nearly_ascii(data):
            codec = "cp1252"
        return EncodingGuess(_narrow(data, codec), likely[codec], likely[codec] >= _SURE)
    codec = next((each for each in _CODECS if _decodes(data, each)), "iso8859-1")
    return EncodingGuess(_narrow(data, codec), 0.0, False)


def _is_nearly_ascii(data: bytes) -> bool:
    """Whether so few bytes are above ASCII that they are accents and quotes of English."""
    return len(data.translate(None, _ASCII)) * _RARE < len(data)


def _likely(data: bytes) -> dict[str, float]:
    """How likely each encoding is that decodes the whole."""
    sample = _evidence(data)
    found: dict[str, float] = {}
    for result in chardet.detect_all(sample, include_encodings=_CANDIDATES):
        codec = _CANDIDATES.get((result["encoding"] or "").lower())
        if codec and _decodes(data, codec) and not _is_mixed(sample, codec):
            found[codec] = max(found.get(codec, 0.0), float(result["confidence"]))
    return found


def _is_mixed(sample: bytes, codec: str) -> bool:
    """Whether Cyrillic letters stand inside Latin words, as accented ones do when misread."""
    text = sample.decode(codec, "replace")
    return len(_MIXED.findall(text)) * 4 > len(_CYRILLIC.findall(text))


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
