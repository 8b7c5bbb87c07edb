# SPDX-License-Identifier: MIT
"""What the language of a novel means for its type: which languages are set in Han characters."""

from __future__ import annotations

from typing import Final

_HAN: Final = frozenset({"zh", "ja", "yue", "cmn", "lzh", "wuu", "nan", "hak"})


def primary(language: str) -> str:
    """The first subtag of a BCP 47 tag: "zh" of "zh-Hans-CN"."""
    return language.replace("_", "-").split("-", 1)[0].lower()


def is_han(language: str) -> bool:
    """Whether books in that language are set in Han characters: 第三章, two-em indents."""
    return primary(language) in _HAN
