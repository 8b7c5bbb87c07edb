# SPDX-License-Identifier: MIT
"""A novel in an RTF file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from novelist.domain import document as d
from novelist.errors import (
    SourceDamagedError,
    SourceEmptyError,
)
from novelist.importers.comments import place_comments
from novelist.importers.imported import (
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
    counted_warnings,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.outline import OutlineBuilder, chaptered, outlined
from novelist.importers.parts import Part
from novelist.importers.plain.reader import guess_language
from novelist.importers.rtf.reader import NotRtfError, RichText, read_rich_text
from novelist.importers.rtf.sections import LEVELS, by_headings, by_words
from novelist.importers.source import read_file
from novelist.importers.watch import Watch
from novelist.progress import Progress

_READ: Final = 0.7  # the share of the work that is done when the file is read
_SAMPLE: Final = 400  # paragraphs that are looked at for their language


def read_rtf(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel in an RTF file.

    Raises the ``SourceError`` that says what is wrong with it.
    """
    watch = Watch(progress)
    try:
        text = read_rich_text(read_file(path), lambda done: watch.step(done * _READ))
    except NotRtfError as error:
        raise SourceDamagedError(path, str(error)) from error
    if not any(block.inlines or block.kind == d.IMAGE_BLOCK for block in text.blocks):
        raise SourceEmptyError(path)
    novel = _novel(text, options, watch)
    place_comments(novel.items, [*text.comments, *text.deletions.found(novel.language)])
    return novel


def warnings_of(text: RichText, leftovers: Leftovers) -> list[ImportWarning]:
    """What to say of a text; what was left out and damaged is noted in ``leftovers``."""
    for (part, name), count in text.left.items():
        leftovers.leave(part, name, count)
    if text.damaged_pictures:
        leftovers.damage(Part.PICTURE)
    return counted_warnings(
        {
            WarningKind.REPLACED: text.replaced,
            WarningKind.CONTROL: text.controls,
            WarningKind.CUT_OFF: int(text.is_cut_off),
        }
    )


def _novel(text: RichText, options: ImportOptions, watch: Watch) -> ImportedNovel:
    title = text.title or _take_title(text)
    author, warnings = text.author, list[ImportWarning]()
    if any(block.kind == d.HEADING for block in text.blocks):
        events = by_headings(text.blocks)
        found, items, warnings = outlined(events, split_scenes=options.split_scenes)
        title = title or found
    else:
        page, events = by_words(text.blocks, watch)
        builder = OutlineBuilder(LEVELS, split_scenes=options.split_scenes)
        for event in events:
            builder.add(event)
        items = chaptered(builder.finish(), warnings)
        title, author = title or page.title, author or page.author
    leftovers = Leftovers()
    warnings += warnings_of(text, leftovers)
    language = guess_language("\n".join(block.plain_text for block in text.blocks[:_SAMPLE]))
    warnings += leftovers.warnings()
    return ImportedNovel(title, author, language, items, warnings, pictures=text.pictures)


def _take_title(text: RichText) -> str:
    """The title of the book, set in the style of one before everything else."""
    words = [block.plain_text.strip() for block in text.blocks]
    first = next((index for index, line in enumerate(words) if line), -1)
    if first not in text.title_blocks:
        return ""
    del text.blocks[: first + 1]
    return words[first]
