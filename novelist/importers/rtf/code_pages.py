# SPDX-License-Identifier: MIT
"""Which codec the bytes of an RTF file are in: by the code page, or by the font's character set."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Final

USUAL: Final = "cp1252"

_BY_PAGE: Final[Mapping[int, str]] = {
    437: "cp437", 850: "cp850", 852: "cp852", 866: "cp866", 874: "cp874",
    932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5hkscs",
    1361: "johab", 10000: "mac_roman", 10001: "shift_jis", 10006: "mac_greek",
    10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish",
    20866: "koi8-r", 20932: "euc_jp", 20936: "gb18030", 51936: "gb18030",
    54936: "gb18030", 65001: "utf-8",
}  # fmt: skip

# 1 (default) and 2 (symbols) have no codec of their own: the bytes are in that of the file.
_BY_CHARACTER_SET: Final[Mapping[int, str]] = {
    77: "mac_roman", 78: "shift_jis", 79: "cp949", 80: "gb18030", 81: "big5hkscs",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip


def codec_of_page(page: int) -> str | None:
    """The codec of a code page; None where nobody has one."""
    codec = _BY_PAGE.get(page) or f"cp{page}"
    try:
        codecs.lookup(codec)
    except LookupError:
        return None
    return codec


def codec_of_character_set(number: int) -> str | None:
    """The codec of a font's character set; None where it is that of the file."""
    return _BY_CHARACTER_SET.get(number)
