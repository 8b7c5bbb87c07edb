# SPDX-License-Identifier: MIT
"""What typst is told of a language: its tag in two or three letters, and a region."""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.languages import primary

_TAG: Final = re.compile(r"[a-z]{2,3}")
_REGION: Final = re.compile(r"[a-z]{2}")
_SPOKEN_AS: Final = {"cmn": "zh", "yue": "zh", "wuu": "zh", "nan": "zh", "hak": "zh", "lzh": "zh"}
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})


def language_data(tag: str) -> dict[str, str]:
    """``{"lang": "zh", "region": "CN"}``; empty for what is no tag of a language."""
    lang = primary(tag)
    lang = _SPOKEN_AS.get(lang, lang)
    if not _TAG.fullmatch(lang):
        return {}
    subtags = _subtags(tag)
    region = next((each for each in subtags if _REGION.fullmatch(each)), "")
    if lang == "zh" and not region:
        region = "tw" if "hant" in subtags else "cn"
    return {"lang": lang, "region": region.upper()} if region else {"lang": lang}


def is_traditional(tag: str) -> bool:
    """Whether Chinese of that tag is written in traditional characters."""
    return bool(_TRADITIONAL & set(_subtags(tag)))


def _subtags(tag: str) -> list[str]:
    return tag.replace("_", "-").lower().split("-")[1:]
