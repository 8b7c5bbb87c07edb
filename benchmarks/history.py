# SPDX-License-Identifier: MIT
"""Every version kept: what it takes, how quickly one is read and compared, what it slows down."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.inputs import scene_of, war_and_peace
from benchmarks.novel import copy_home, open_once, prepare
from benchmarks.past import add_rewritten, drafts, give_past
from benchmarks.processes import novelist
from benchmarks.table import Row
from benchmarks.writing import inside
from novelist.domain.comparing.diff import compare
from novelist.domain.document import Document, document_of
from novelist.domain.document_text import to_json_lines
from novelist.domain.revision_codec import encode
from novelist.services import novels, outline
from novelist.services.history import history, novel_history
from novelist.services.library import library

_VERSIONS = 1_000
_WORDS = 3_000
_LIBRARY = 20_000
_MANY = 100_000
_ROUNDS = 9
_HAN = [chr(0x4E00 + number) for number in range(1_500)]


def measure_history(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """One scene's history by itself, comparing, and a whole library with and without history."""
    return [
        Row("1,000 versions of 3,000 words, share of their size", "%", [_share()]),
        *_reading(folder),
        *_comparing(),
        *_whole_library(folder, variables),
        *_many(folder, variables),
    ]


def _share() -> float:
    """What the versions of one growing scene take, in percent of their sizes together."""
    raw = packed = 0
    base = None
    content = to_json_lines(document_of(*scene_of(_WORDS).split("\n\n")))
    for draft in drafts(content, _VERSIONS, random.Random(1)):
        row = encode(draft, base)
        base = row.base
        raw += len(draft.encode())
        packed += len(row.data)
    return 100 * packed / raw


def _reading(folder: Path) -> list[Row]:
    """Any version out of the library, by the service that the history asks."""
    home = folder / "past"
    path = home / "Novels.novelist"
    home.mkdir(parents=True, exist_ok=True)
    source = folder / "past.txt"
    source.write_text(scene_of(_WORDS), encoding="utf-8")
    novelist("import", str(source), "--library", str(path), home=home)
    give_past(path, _VERSIONS)
    return [Row("any of 1,000 versions, read", "ms", asyncio.run(_read_some(path)), worst=0.99)]


async def _read_some(path: Path) -> list[float]:
    await library.open_library(path)
    (card,) = await novels.list_novels()
    item = (await outline.load_outline(card.id))[-1]
    versions = await history.list_marks(item.id, limit=200)
    took = []
    for version in versions:
        started = time.perf_counter()
        await history.read_version(version.id)
        took.append((time.perf_counter() - started) * 1000)
    await library.close_library()
    return took


def _comparing() -> list[Row]:
    """Two versions of 5,000 words, and of 5,000 characters, two hundred places apart."""
    english = scene_of(5_000).split("\n\n")
    chance = random.Random(2)
    chinese = ["".join(chance.choices(_HAN, k=100)) for _ in range(50)]
    return [
        Row("two versions of 5,000 words compared", "ms", _compare(english, " word ")),
        Row("two versions of 5,000 Han characters compared", "ms", _compare(chinese, "雾港")),
    ]


def _compare(paragraphs: list[str], word: str) -> list[float]:
    old, new = document_of(*paragraphs), _edited(paragraphs, word)
    took = []
    for _ in range(_ROUNDS * 3):
        started = time.perf_counter()
        compare(old, new)
        took.append((time.perf_counter() - started) * 1000)
    return took


def _edited(paragraphs: list[str], word: str) -> Document:
    chance, edited = random.Random(3), list(paragraphs)
    for _ in range(200):
        place = chance.randrange(len(edited))
        text = edited[place]
        at = chance.randrange(len(text))
        edited[place] = text[:at] + word + text[at + chance.randrange(12) :]
    return document_of(*edited)


def _whole_library(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """Start, save and switch with 20,000 versions; the yardstick is the same without any."""
    plain, past = prepare(folder), folder / "novel-with-past"
    copy_home(plain, past)
    give_past(past / "Novels.novelist", _LIBRARY)
    _, what = war_and_peace(folder)
    name = f"{what} with 20,000 versions, to none"
    starts: dict[Path, list[float]] = {plain: [], past: []}
    for _ in range(_ROUNDS):
        for home in (plain, past):
            starts[home].append(open_once(home, variables, "editable"))
    rows = [Row(f"start: {name}", "ms", starts[past], starts[plain])]
    for part in ("save", "switch"):
        found: dict[Path, list[float]] = {plain: [], past: []}
        for _ in range(3):
            for home in (plain, past):
                found[home] += inside(part, home, variables)[part]
        rows.append(Row(f"{part}: {name}", "ms", found[past], found[plain], worst=0.95))
    return rows


def _many(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """What the history shows at once of a novel with 100,000 versions, and its whole page."""
    home = folder / "novel-with-long-past"
    copy_home(prepare(folder), home)
    give_past(home / "Novels.novelist", _MANY)
    took = asyncio.run(_ask(home / "Novels.novelist"))
    names = {
        "list": "list of a scene's versions, of 100,000",
        "line": "time line of a novel, of 100,000",
        "month": "month of writing, of 100,000 in two years",
        "dense": "month of writing, with all of 100,000",
    }
    rows = [Row(names[part], "ms", samples) for part, samples in took.items()]
    return rows + _page(home, variables)


def _page(home: Path, variables: Mapping[str, str]) -> list[Row]:
    """How long the window stands still while one goes through the history."""
    for words in (5_000, 100_000):
        add_rewritten(home / "Novels.novelist", words)
    took = inside("history", home, variables)
    names = {
        "open": "history: longest stop of the window, opened for the first time",
        "usual": "history: longest stop of the window, 100,000 versions, scene of 5,000 words",
        "long": "history: longest stop of the window, scene of 100,000 words",
    }
    return [Row(names[part], "ms", samples) for part, samples in took.items()]


async def _ask(path: Path) -> dict[str, list[float]]:
    await library.open_library(path)
    (card,) = await novels.list_novels()
    scene = next(i.id for i in await outline.load_outline(card.id) if i.kind == "scene")
    span = await novel_history.first_and_last(card.id)
    assert span is not None
    middle = span[0] + (span[1] - span[0]) / 2
    asks: dict[str, Callable[[], Coroutine[Any, Any, Any]]] = {
        "list": lambda: history.list_versions(scene),
        "line": lambda: novel_history.count_stretches(card.id, *span),
        "month": lambda: novel_history.sum_stretches(card.id, _days(middle, timedelta(days=1))),
        "dense": lambda: novel_history.sum_stretches(
            card.id, _days(span[0], (span[1] - span[0]) / 31)
        ),
    }
    took: dict[str, list[float]] = {part: [] for part in asks}
    for part, ask in asks.items():
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            await ask()
            took[part].append((time.perf_counter() - started) * 1000)
    await library.close_library()
    return took


def _days(start: datetime, day: timedelta) -> list[tuple[datetime, datetime]]:
    return [(start + day * number, start + day * (number + 1)) for number in range(31)]
