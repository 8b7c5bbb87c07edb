# SPDX-License-Identifier: MIT
"""Which typefaces a book is set in: the one that was chosen, ours, and those of the system.

Every list is tried from its beginning; what a system does not have is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, TypeAlias

from novelist.domain.languages import is_han, primary
from novelist.exporters.typst.languages import is_traditional

Face: TypeAlias = dict[str, str]

BOOK_FACE: Final = "EB Garamond"
_OURS: Final = (BOOK_FACE, "Literata", "Source Serif 4")
_LAST: Final = ("Libertinus Serif", "DejaVu Sans Mono")  # in typst itself
_SAME_AS: Final = {
    "times": ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Times"),
    "courier": ("Courier Prime", "Courier New", "Liberation Mono", "Cousine", "Nimbus Mono PS",
                "Courier", "DejaVu Sans Mono"),
}  # fmt: skip
"""What stands in for a face that is not there, by a word in its name: as wide as that one."""
_SIMPLIFIED: Final = (
    "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
    "思源宋体", "Songti SC", "STSong", "SimSun", "NSimSun", "AR PL UMing CN",
)  # fmt: skip
_TRADITIONAL: Final = (
    "Noto Serif CJK TC", "Source Han Serif TC", "Source Han Serif TW", "Noto Serif TC",
    "Songti TC", "PMingLiU", "MingLiU", "AR PL UMing TW",
)  # fmt: skip
_JAPANESE: Final = (
    "Noto Serif CJK JP", "Source Han Serif JP", "Source Han Serif", "Noto Serif JP",
    "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho",
)  # fmt: skip
_SANS: Final = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
_KAI: Final = ("Kaiti SC", "STKaiti", "KaiTi", "楷体", "LXGW WenKai", "AR PL UKai CN", "TW-Kai")
_KAI_TRADITIONAL: Final = ("Kaiti TC", "BiauKai", "DFKai-SB", "標楷體", "TW-Kai", "AR PL UKai TW")
_HAN_NAME: Final = re.compile(
    r"(?i)[\u3040-\u9fff]|CJK|Song|Sun\b|Kai|Fang|Hei\b|Ming|Mincho|Gothic|YaHei|WenKai|WenQuan"
    r"|Source Han"
)


def body_faces(typeface: str, language: str) -> list[Face]:
    """The faces of the text. In a book of Han characters a Latin one has no say over their marks.

    >>> body_faces("", "en")[0]
    {'name': 'EB Garamond'}
    """
    chosen = _with_likes(typeface)
    if not is_han(language):
        return [{"name": name} for name in (*chosen, *_OURS, *_han_faces(language), *_SANS, *_LAST)]
    latin = [name for name in (*chosen, BOOK_FACE) if not _HAN_NAME.search(name)]
    own = [name for name in chosen if _HAN_NAME.search(name)]
    return [
        *({"name": name, "covers": "latin"} for name in latin),
        *({"name": name} for name in (*own, *_han_faces(language), *_SANS, *_OURS, *_LAST)),
    ]


def emphasis_faces(language: str) -> list[Face]:
    """The faces that emphasis has in Chinese: 楷体, where there is one."""
    faces = _KAI_TRADITIONAL if is_traditional(language) else _KAI
    return [] if primary(language) == "ja" else [{"name": name} for name in faces]


def missing_faces(typeface: str, language: str, families: Collection[str]) -> list[str]:
    """The chosen face where it is not among those of the system, or the first one of Chinese.

    ``families`` are in lower case. A face that is as wide as the chosen one stands for it unsaid.
    """
    chosen = _with_likes(typeface)
    found = [] if not chosen or any(name.lower() in families for name in chosen) else chosen[:1]
    han = (*_han_faces(language), *_SANS)
    if is_han(language) and not any(name.lower() in families for name in han):
        found += han[:1]
    return found


def _with_likes(typeface: str) -> list[str]:
    """The chosen face and those that may stand for it; nothing where none was chosen."""
    chosen = typeface.encode("utf-8", "replace").decode().strip()
    if not chosen:
        return []
    word = chosen.casefold()
    likes = next((names for key, names in _SAME_AS.items() if key in word), ())
    return [chosen, *(name for name in likes if name != chosen)]


def _han_faces(language: str) -> Sequence[str]:
    """All of them, those of the language first."""
    if primary(language) == "ja":
        return (*_JAPANESE, *_SIMPLIFIED, *_TRADITIONAL)
    if is_traditional(language):
        return (*_TRADITIONAL, *_SIMPLIFIED, *_JAPANESE)
    return (*_SIMPLIFIED, *_TRADITIONAL, *_JAPANESE)
