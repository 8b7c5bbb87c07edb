# SPDX-License-Identifier: MIT
"""A serial of 2,000 chapters and 5,000,000 Chinese characters, as long as they get on the web."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.inputs import CORPORA
from benchmarks.processes import novelist

CHAPTERS = 2_000
CHARACTERS = 5_000_000
RARE = "龘靐齉"  # stands in one chapter alone, near the end
_RARE_IN = 1_900
_SENTENCES = re.compile(r"[^。！？\n]{4,120}[。！？]")
_STAND_IN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
)


def long_novel(folder: Path) -> Path:
    """The text of it as a file, made once."""
    made = folder / "serial.txt"
    if not made.exists():
        made.write_text("\n\n".join(_chapters()), encoding="utf-8")
    return made


def prepare_long(folder: Path) -> Path:
    """A library that holds it; made once."""
    library = folder / "serial" / "Novels.novelist"
    if not library.exists():
        library.parent.mkdir(parents=True, exist_ok=True)
        novelist("import", str(long_novel(folder)), "--library", str(library), home=library.parent)
    return library


def _chapters() -> Iterator[str]:
    sentences = itertools.cycle(_sentences())
    for number in range(1, CHAPTERS + 1):
        paragraphs, length = [], 0
        while length < CHARACTERS // CHAPTERS:
            paragraph = "".join(itertools.islice(sentences, 3))
            paragraphs.append(paragraph)
            length += len(paragraph)
        if number == _RARE_IN:
            paragraphs[len(paragraphs) // 2] += f"{RARE}不见了。"
        yield "\n\n".join((f"第{number}章 夜航", *paragraphs))


def _sentences() -> list[str]:
    """Those of two classics where they are there, else of characters by chance."""
    files = sorted((CORPORA / "novels-zh").glob("*.txt"))
    found = [each for file in files for each in _SENTENCES.findall(file.read_text("utf-8"))]
    if len(found) > 1_000:
        return [each for each in found if not re.search(r"第.{1,6}[回章]", each)]
    chance = random.Random(2_000)
    length = [chance.randint(6, 40) for _ in range(20_000)]
    return ["".join(chance.choices(_STAND_IN, k=each)) + "。" for each in length]
