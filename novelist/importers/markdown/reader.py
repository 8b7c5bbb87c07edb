# SPDX-License-Identifier: MIT
"""Markdown to a novel (``docs/file-format.md``, section 3): our own exports, and any other."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from markdown_it.token import Token

from novelist.domain.enums import ItemKind
from novelist.domain.markdown_dialect import (
    DIALECT_KEY,
    DIALECT_VERSION,
    FIRST_TEXT_HEADING,
    ITEM_LEVELS,
)
from novelist.importers.imported import (
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
    counted_warnings,
)
from novelist.importers.markdown.blocks import BlockReader
from novelist.importers.markdown.bounds import INLINES_DONE
from novelist.importers.markdown.runs import plain_text
from novelist.importers.markdown.syntax import parse
from novelist.importers.outline import OutlineBuilder, Title, chaptered, levels_of
from novelist.importers.plain.layout import clean
from novelist.importers.plain.long_lines import divide_long_lines
from novelist.importers.plain.reader import guess_language
from novelist.importers.watch import Watch
from novelist.progress import Progress

_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY: Final = re.compile(r"([\w-]+):[ \t]*(.*)")
_KNOWN_KEYS: Final = ("title", "author", "language", DIALECT_KEY)
_OWN_LEVELS: Final = {level: kind for kind, level in ITEM_LEVELS.items()}


def read_markdown(text: str, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel in a Markdown file."""
    cleaned, controls = clean(text)
    values, body, warnings = _front_matter(cleaned)
    watch = Watch(progress)
    own = values.get(DIALECT_KEY) == DIALECT_VERSION
    body, divided = (body, 0) if own else divide_long_lines(body)
    tokens, as_written = parse(body, watch)
    title = values.get("title", "")
    if own:
        items = _items(tokens, _OWN_LEVELS, FIRST_TEXT_HEADING, options, watch)
    else:
        heading, tokens = _book_title(tokens)
        title = title or heading
        levels = levels_of([Title(*each) for each in _headings(tokens)])
        read = _items(tokens, levels, max(levels, default=0) + 1, options, watch)
        items = chaptered(read, warnings)
    warnings += counted_warnings(
        {
            WarningKind.CONTROL: controls,
            WarningKind.DIVIDED: divided,
            WarningKind.AS_WRITTEN: as_written,
        }
    )
    language = values.get("language") or guess_language(body)
    return ImportedNovel(title, values.get("author", ""), language, items, warnings)


def _items(
    tokens: Sequence[Token],
    levels: Mapping[int, ItemKind],
    text_level: int,
    options: ImportOptions,
    watch: Watch,
) -> list[ImportedItem]:
    builder = OutlineBuilder(levels, split_scenes=options.split_scenes)
    for event in BlockReader(text_level).read(tokens):
        watch.step(INLINES_DONE)
        builder.add(event)
    return builder.finish()


def _front_matter(text: str) -> tuple[dict[str, str], str, list[ImportWarning]]:
    """The values before the text, the text, and a warning of the lines not understood."""
    found = _FRONT_MATTER.match(text)
    lines = [line for line in found[1].split("\n") if line.strip()] if found else []
    if found is None or not lines or not _KEY.match(lines[0]):
        return {}, text, []
    values: dict[str, str] = {}
    strange: list[str] = []
    for line in lines:
        match = _KEY.match(line)
        if match and match[1] in _KNOWN_KEYS:
            values[match[1]] = _value(match[2])
        else:
            strange.append(line.strip())
    warnings = [ImportWarning(WarningKind.METADATA, len(strange), strange[0])] if strange else []
    return values, text[found.end() :], warnings


def _value(written: str) -> str:
    """A JSON string, or the plain rest of the line."""
    try:
        value = json.loads(written)
    except ValueError:
        return written.strip().strip("'")
    return clean(value)[0] if isinstance(value, str) else written.strip()


def _headings(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Level and words of every heading that stands in nothing else."""
    return [
        (int(token.tag[1:]), plain_text(tokens[index + 1].children or ()))
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]


def _book_title(tokens: list[Token]) -> tuple[str, list[Token]]:
    """The title of the book, where the first thing is the only heading of the highest level."""
    headings = _headings(tokens)
    alone = [level for level, _ in headings].count(1) == 1
    if not alone or len(headings) < 2 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return "", tokens
    return headings[0][1], tokens[3:]
