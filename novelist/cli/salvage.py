# SPDX-License-Identifier: MIT
"""``novelist check --salvage``: saves what can be read of a library, and says what could not."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from novelist.cli.progress import ProgressLine
from novelist.cli.tables import clean
from novelist.cli.words import Words
from novelist.errors import DestinationError
from novelist.services.library import checking


async def salvage(source: Path, target: Path, as_json: bool, words: Words) -> int:
    """Run it; the exit status: 0 when all was saved, 1 when something could not be."""
    report = await _run(source, target, words)
    if as_json:
        print(json.dumps(asdict(report) | {"whole": report.is_whole}, default=str))
    else:
        print("\n".join(_lines(report, words)))
    return 0 if report.is_whole else 1


async def _run(source: Path, target: Path, words: Words) -> checking.SalvageReport:
    stopped = threading.Event()
    with ProgressLine(sys.stderr, source.name, words) as line:
        try:
            return await checking.salvage(source, target, checking.Watch(line.show, stopped.is_set))
        except asyncio.CancelledError:
            stopped.set()
            raise
        except OSError as error:
            raise DestinationError(target, error.strerror or "it is there already") from error


def _lines(report: checking.SalvageReport, words: Words) -> Iterator[str]:
    yield words(
        "salvage.saved",
        novels=words.counted("novels", report.novels),
        texts=words.counted("texts", report.texts),
        versions=words.counted("versions", report.versions),
        path=report.target,
    )
    for text in report.changed:
        title = clean(text.title) or words("untitled")
        yield words(
            f"salvage.{text.outcome}", title=title, id=text.item_id, when=text.saved_at[:16]
        )
    if report.lost_versions:
        yield words("salvage.versions", versions=words.counted("versions", report.lost_versions))
    if report.lost_pictures:
        yield words("salvage.pictures", n=report.lost_pictures)
    for table, places in report.unreadable.items():
        yield words("salvage.unreadable", table=table, n=places)
    if report.is_whole:
        yield words("salvage.whole")
