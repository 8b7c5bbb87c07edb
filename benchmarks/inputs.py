# SPDX-License-Identifier: MIT
"""The texts that are measured: War and Peace, or words of the same number where it is absent."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CORPORA = PROJECT.parent / "shared" / "corpora"
_WORDS = 565_000
_CHAPTERS = 365
_VOCABULARY = 12_000
_PROSE = 200  # characters of a paragraph; shorter ones are headings and the like
_LETTERS = "etaoinshrdlucmfwypvbg"


def war_and_peace(folder: Path) -> tuple[Path, str]:
    """A novel of 565,000 words, and what it is; ``folder`` takes it when it has to be made."""
    real = CORPORA / "novels-en" / "war-and-peace.txt"
    if real.exists():
        return real, "War and Peace"
    made = folder / "stand-in.txt"
    if not made.exists():
        made.write_text(_stand_in(), encoding="utf-8")
    return made, "a made-up text as long as War and Peace"


def moby_dick(folder: Path) -> tuple[Path, str]:
    """Moby-Dick where it lies beside the project, else as many made-up words; and its name."""
    real = CORPORA / "novels-en" / "moby-dick.txt"
    if real.exists():
        return real, "Moby-Dick"
    made = folder / "as-long-as-moby-dick.txt"
    made.write_text(prose_of(210_000), encoding="utf-8")
    return made, "a made-up novel of 210,000 words"


def scene_of(words: int) -> str:
    """One scene of so many made-up words, in paragraphs of about eighty."""
    return "\n\n".join(_Writer(random.Random(7)).paragraphs(words))


def prose_of(words: int) -> str:
    """One scene of so many words in English: the sample novel, as often as it takes."""
    sample = (PROJECT / "resources" / "sample" / "sample-en.md").read_text(encoding="utf-8")
    paragraphs = [each for each in sample.split("\n\n") if len(each) > _PROSE]
    found, count = [], 0
    for paragraph in itertools.cycle(paragraphs):
        found.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            return "\n\n".join(found)
    return ""


def _stand_in() -> str:
    writer = _Writer(random.Random(1869))
    per_chapter = _WORDS // _CHAPTERS
    chapters = (
        f"CHAPTER {number}\n\n" + "\n\n".join(writer.paragraphs(per_chapter))
        for number in range(1, _CHAPTERS + 1)
    )
    return "\n\n\n".join(chapters) + "\n"


class _Writer:
    """Makes up words and uses a few of them often and most of them rarely, as every text does."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = [
            "".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(_VOCABULARY)
        ]
        ranks = range(1, _VOCABULARY + 1)
        self._frequency = list(itertools.accumulate(1 / rank for rank in ranks))

    def paragraphs(self, words: int) -> list[str]:
        """Paragraphs with so many words in all."""
        found = []
        while words > 0:
            length = min(words, self._chance.randint(20, 140))
            chosen = self._chance.choices(self._words, cum_weights=self._frequency, k=length)
            found.append(" ".join(chosen).capitalize() + ".")
            words -= length
        return found
