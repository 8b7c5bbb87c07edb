# SPDX-License-Identifier: MIT
"""An outline in a CSV file: a row an item, or columns for part, chapter and scene.

With a column of levels every row is an item of that level. Else a cell under part, chapter or
scene names an item; one that says what stood there before, or nothing, means the item above. A
title beside them is that of the item where its cell is only a number, else of a scene inside. What
else a row says is said of the innermost item that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from novelist.domain.enums import ItemKind
from novelist.domain.outline import may_contain
from novelist.errors import SourceEmptyError, SourceHeadingsError
from novelist.importers.csv_outline.columns import NAMING, Column, kinds_of
from novelist.importers.csv_outline.table import Row, TableError, read_table
from novelist.importers.imported import (
    ImportedChoice,
    ImportedItem,
    ImportedNovel,
    ImportOptions,
)
from novelist.importers.named_lines import joined, named_lines
from novelist.importers.plain.layout import clean
from novelist.importers.plain.reader import guess_language
from novelist.importers.settling import target_of
from novelist.importers.source import open_source
from novelist.progress import Progress

_GROUPS: Final = re.compile(r"[\s,.，']")  # between the digits of a number
_KINDS: Final = dict(zip(NAMING, (ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE), strict=True))
_SAMPLE: Final = 400  # rows that are looked at for their language
_DEEPEST: Final = 100  # folders in folders


def read_csv(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The outline of a novel, without any text."""
    source = open_source(path, options)
    text = clean(source.text)[0]
    try:
        columns, rows = read_table(text)
    except TableError as error:
        raise SourceHeadingsError(path, str(error)) from error
    progress(0.5)
    items = _by_levels(rows) if Column.LEVEL in columns else _by_columns(rows, columns)
    if not items:
        raise SourceEmptyError(path)
    return ImportedNovel(
        "",
        "",
        guess_language("\n".join(" ".join(row.cells.values()) for row in rows[:_SAMPLE])),
        items,
        [*source.warnings],
        encoding=source.encoding,
        statuses=_choices(row[Column.STATUS] for row in rows),
        labels=_choices(row[Column.LABEL] for row in rows),
    )


def _choices(names: Iterable[str]) -> list[ImportedChoice]:
    return [ImportedChoice(name) for name in dict.fromkeys(names) if name]


class _Outline:
    """Puts items one after the other into what holds them."""

    def __init__(self) -> None:
        self.items: list[ImportedItem] = []
        self._above: list[ImportedItem] = []

    def add(self, item: ImportedItem) -> ImportedItem:
        """In the last item that may hold it, or at the top."""
        while self._above and not may_contain(self._above[-1].kind, item.kind):
            self._above.pop()
        del self._above[_DEEPEST:]
        (self._above[-1].children if self._above else self.items).append(item)
        self._above.append(item)
        return item


def _by_levels(rows: Sequence[Row]) -> list[ImportedItem]:
    kinds = kinds_of([row[Column.LEVEL] for row in rows])
    outline = _Outline()
    for row in rows:
        level = row[Column.LEVEL]
        kind = kinds.get(level, ItemKind.SCENE)
        title = row[Column.TITLE] or next((row[each] for each in NAMING if row[each]), "")
        item = outline.add(ImportedItem(kind, title, in_manuscript=not kind.is_outside))
        _tell(item, row, [] if level in kinds else [(Column.LEVEL, level)])
    return outline.items


def _by_columns(rows: Sequence[Row], columns: frozenset[Column]) -> list[ImportedItem]:
    naming = [each for each in NAMING if each in columns]
    outline = _Outline()
    last: dict[Column, str] = {}  # what stands in the columns of names
    titles_name_chapters = _are_numbers([row[Column.CHAPTER] for row in rows])
    for row in rows:
        named: ImportedItem | None = None
        for place, column in enumerate(naming):
            cell = row[column]
            if cell and (column is Column.SCENE or cell != last.get(column)):
                named = outline.add(ImportedItem(_KINDS[column], _title(column, cell)))
                last = {each: last[each] for each in naming[:place] if each in last}
                last[column] = cell
        title = row[Column.TITLE]
        is_its_own = named is not None and not named.title and named.kind is not ItemKind.PART
        if named is not None and named.kind is ItemKind.CHAPTER and not titles_name_chapters:
            is_its_own = False
        if named is not None and title and is_its_own:
            named.title = title
        elif named is None or (title and named.kind is not ItemKind.SCENE):
            kind = ItemKind.SCENE if naming else ItemKind.CHAPTER
            named = outline.add(ImportedItem(kind, title))
        _tell(named, row, [(Column.TITLE, title)] if title != named.title else [])
    return outline.items


def _are_numbers(chapters: Sequence[str]) -> bool:
    """Whether chapters are only numbered, each in one row: then titles are theirs."""
    numbers = [each for each in chapters if each]
    return all(each.isdecimal() for each in numbers) and len({*numbers}) == len(chapters)


def _title(column: Column, cell: str) -> str:
    """What the item is called. The number of a chapter or scene is no title: they are counted."""
    return "" if cell.isdecimal() and column is not Column.PART else cell


def _tell(item: ImportedItem, row: Row, others: Sequence[tuple[str, str]]) -> None:
    """Give the item what its row says; what has no place of its own is in the notes."""
    written = row[Column.WORDS]
    item.target = target_of(_GROUPS.sub("", written))
    if written and item.target is None and written.strip("0"):
        others = [*others, (Column.WORDS, written)]
    beside = named_lines([*others, *row.others])
    item.synopsis = row[Column.SYNOPSIS]
    item.notes = joined(row[Column.NOTES], "\n".join(beside))
    item.status, item.label = row[Column.STATUS], row[Column.LABEL]
