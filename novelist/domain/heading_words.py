# SPDX-License-Identifier: MIT
"""The words that headings are made of, in English and Chinese: the one list of them.

The importers tell headings by them; the outline tells by them which titles already carry a number
and which chapters stand outside the count.
"""

from __future__ import annotations

from typing import Final

PART_WORDS: Final = ("part", "book", "volume", "vol.", "tome", "act")
CHAPTER_WORDS: Final = ("chapter", "chap.", "ch.", "canto", "letter", "stave", "episode")
SECTION_WORDS: Final = ("section", "scene")

# Parts of a book that are called by a name instead of a number.
CHAPTER_NAMES: Final = (
    *("prologue", "prolog", "epilogue", "epilog"),
    *("interlude", "intermission", "prelude", "coda"),
)
FRONT_NAMES: Final = (
    *("preface", "foreword", "introduction"),
    *("dedication", "epigraph", "author's note"),
)
BACK_NAMES: Final = ("afterword", "acknowledgements", "acknowledgments", "appendix")

HAN_PART_WORDS: Final = "部集卷篇"
HAN_CHAPTER_WORDS: Final = "章回幕折话話场場"
HAN_SECTION_WORDS: Final = "节節"

HAN_CHAPTER_NAMES: Final = (
    *("楔子", "序章", "序幕", "引子", "序曲"),
    *("尾声", "尾聲", "终章", "終章", "终曲", "番外", "外传"),
)
HAN_FRONT_NAMES: Final = ("序言", "前言", "自序", "代序", "引言", "序", "题记", "献词")
HAN_BACK_NAMES: Final = ("后记", "後記", "附录", "附錄", "跋", "完本感言")

HAN_FIGURES: Final = "〇零○一二三四五六七八九十百千万兩两廿卅0-9０-９"
"""The inside of a character class: what a number in a Chinese heading is written with."""
