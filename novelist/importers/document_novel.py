# SPDX-License-Identifier: MIT
"""The novel of a document that was read: its outline, what it says of itself, its comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.domain.counting import count_document
from novelist.domain.document import Block
from novelist.errors import SourceEmptyError
from novelist.importers.comment_ranges import CommentRanges
from novelist.importers.comments import place_comments
from novelist.importers.deletions import Deletions
from novelist.importers.imported import ImportedDetails, ImportedNovel, ImportOptions
from novelist.importers.leftovers import Leftovers
from novelist.importers.outline import Event, Title, outlined
from novelist.importers.plain.reader import guess_language

_SAMPLE: Final = 40  # texts that are looked at for their language


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself; each is "" where it does not say."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    language: str = ""
    synopsis: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """What the first page may repeat."""
        return tuple(each for each in (self.title, self.subtitle, self.author) if each)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read beside the text."""

    properties: Properties
    comments: CommentRanges
    deletions: Deletions
    leftovers: Leftovers
    pictures: Mapping[str, bytes]


def novel_of(
    path: Path, events: Sequence[Event], found: Found, options: ImportOptions
) -> ImportedNovel:
    """The novel. Raises ``SourceEmptyError`` where it has no words."""
    properties = found.properties
    title, items, warnings = outlined(
        _without_title_page(events, properties),
        split_scenes=options.split_scenes,
        has_title=bool(properties.title),
    )
    novel = ImportedNovel(
        properties.title or title,
        properties.author,
        properties.language,
        items,
        [*warnings, *found.leftovers.warnings()],
        pictures=dict(found.pictures),
        details=ImportedDetails(subtitle=properties.subtitle, synopsis=properties.synopsis),
    )
    if not any(len(item.document) for item in novel.walk()):
        raise SourceEmptyError(path)
    novel.language = novel.language or _language(novel)
    place_comments(items, [*found.comments.found(), *found.deletions.found(novel.language)])
    return novel


def _without_title_page(events: Sequence[Event], properties: Properties) -> Sequence[Event]:
    """The text behind the lines that only say again what the novel is called and whose it is."""
    printed = properties.printed
    for number, event in enumerate(events):
        words = event.text if isinstance(event, Title) else ""
        words = event.plain_text if isinstance(event, Block) else words
        if words.strip() not in printed:
            return events[number:]
    return events


def _language(novel: ImportedNovel) -> str:
    texts = [item.document for item in novel.walk() if count_document(item.document).characters]
    return guess_language("\n".join(text.plain_text for text in texts[:_SAMPLE]))
