# SPDX-License-Identifier: MIT
"""Which of the languages that an office document says of its letters is that of a text.

It says two: one of western letters, one of Chinese, Japanese and Korean ones.
"""

from __future__ import annotations

import re
from typing import Final

EASTERN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""A letter that is Chinese, Japanese or Korean."""
_EASTERN_TONGUES: Final = ("zh", "ja", "ko")
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47
_NO_LANGUAGE: Final = ("none", "zxx", "und")


def language_of(text: str, western: str, eastern: str) -> str:
    """The language that is said of a text; "" where none is."""
    if text.isascii() or not EASTERN.search(text):
        return western
    return eastern or (western if western.startswith(_EASTERN_TONGUES) else "")


def language_tag(
    whole: str | None,
    language: str | None = None,
    script: str | None = None,
    country: str | None = None,
) -> str | None:
    """A BCP 47 tag, or one of its parts; "" for no language, None where nothing is said."""
    if whole is None and language is None:
        return None
    parts = [each for each in (language, script, country) if each and each not in _NO_LANGUAGE]
    tag = whole or ("-".join(parts) if language not in _NO_LANGUAGE else "")
    return tag if _TAG.fullmatch(tag) and tag.split("-")[0].casefold() not in _NO_LANGUAGE else ""
