# SPDX-License-Identifier: MIT
"""The texts that are measured: War and Peace, or words of the same number where it is absent."""

from __future__ import annotations

import random
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CORPORA = PROJECT.parent / "shared" / "corpora"
_WORDS = 565_000
_CHAPTERS = 365
_VOCABULARY = 12_000
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


def scene_of(words: int) -> str:
    """One scene of so many made-up words, in paragraphs of about eighty."""
    return "\n\n".join(_paragraphs(random.Random(7), words))


def _stand_in() -> str:
    chance = random.Random(1869)
    per_chapter = _WORDS // _CHAPTERS
    chapters = (
        f"CHAPTER {number}\n\n" + "\n\n".join(_paragraphs(chance, per_chapter))
        for number in range(1, _CHAPTERS + 1)
    )
    return "\n\n\n".join(chapters) + "\n"


def _paragraphs(chance: random.Random, words: int) -> list[str]:
    vocabulary = _made_up_words(random.Random(3))
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]  # as in every natural text
    paragraphs = []
    while words > 0:
        length = min(words, chance.randint(20, 140))
        sentence = " ".join(chance.choices(vocabulary, weights, k=length))
        paragraphs.append(sentence.capitalize() + ".")
        words -= length
    return paragraphs


def _made_up_words(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(_VOCABULARY)]
