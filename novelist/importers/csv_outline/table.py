# SPDX-License-Identifier: MIT
"""The cells of a CSV file, whichever sign divides them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from novelist.importers.csv_outline.columns import Column, columns_of

DELIMITERS: Final = (",", ";", "\t")
_SAID: Final = re.compile(r"sep=([,;\t])[ \t]*\n")  # as Excel writes it before all else
_LARGEST_CELL: Final = 64 * 1024 * 1024
_MOST_COLUMNS: Final = 1_000
_MOST_CELLS: Final = 5_000_000


class TableError(ValueError):
    """What is no table with a heading that is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by what they say, and those under headings that say nothing known."""

    cells: dict[Column, str]
    others: list[tuple[str, str]]

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")


def read_table(text: str) -> tuple[frozenset[Column], list[Row]]:
    """The columns that are known, and the rows in which something stands.

    Raises ``TableError`` where the first row names no items.
    """
    said = _SAID.match(text)
    body = text[said.end() :] if said else text.lstrip("\n")
    line = body.split("\n", 1)[0]
    delimiter = said[1] if said else max(DELIMITERS, key=lambda sign: _known_in(line, sign))
    if body.count(delimiter) > _MOST_CELLS:
        raise TableError("more cells than an outline has")
    try:
        rows = list(_rows(body, delimiter))
    except csv.Error as error:
        raise TableError(str(error)) from error
    headings = rows[0][:_MOST_COLUMNS] if rows else []
    columns = columns_of(headings)
    if not {Column.TITLE, Column.PART, Column.CHAPTER, Column.SCENE} & {*columns.values()}:
        raise TableError("no heading of a column that names items")
    read = [_row(cells, headings, columns) for cells in rows[1:]]
    return frozenset(columns.values()), [row for row in read if row.cells or row.others]


def _known_in(line: str, delimiter: str) -> int:
    """How many headings are known when the first line is divided by that sign."""
    try:
        return len(columns_of(next(_rows(line, delimiter), [])))
    except csv.Error:
        return 0


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)  # of the whole program, which reads no other CSV
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _row(cells: list[str], headings: list[str], columns: dict[int, Column]) -> Row:
    known: dict[Column, str] = {}
    others: list[tuple[str, str]] = []
    for place, cell in enumerate(cells[:_MOST_COLUMNS]):
        words = cell.strip()
        if not words:
            continue
        if place in columns:
            known[columns[place]] = words
        else:
            others.append((headings[place].strip() if place < len(headings) else "", words))
    return Row(known, others)
