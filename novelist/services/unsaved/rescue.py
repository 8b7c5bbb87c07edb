# SPDX-License-Identifier: MIT
"""A copy elsewhere of text that the library cannot take now: on another disk if need be."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from novelist import paths
from novelist.domain.document import Document
from novelist.domain.document_text import to_json_lines
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.errors import RescueFailedError
from novelist.exporters.file_names import safe_name

_FOLDER = "Rescued text"
_LONGEST_TITLE = 90  # bytes in the name of a file, which has a number and a column too
_ENTITIES = 1 << 48  # more than there can be novels


@dataclass(frozen=True)
class UnsavedText:
    """Words that are not on disk: the text of an item, or ``fields`` (its synopsis) by name.

    Those of a novel itself, its details, stand under ``key_of_novel``; those of the story bible
    under ``key_of_entity``, where ``title`` is a name.
    """

    title: str
    document: Document | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    novel_id: int = 0
    novel: str = ""


def key_of_novel(novel_id: int) -> int:
    """What stands in place of an item's id for words of the novel itself: never an item's id."""
    return -novel_id


def key_of_entity(entity_id: int) -> int:
    """What stands in place of an item's id for words of the bible: no item's, no novel's key."""
    return -_ENTITIES - entity_id


def entity_of(key: int) -> int | None:
    """The entity that a key is of; None where it is an item's or a novel's."""
    return -key - _ENTITIES if key < -_ENTITIES else None


async def rescue_texts(texts: Mapping[int, UnsavedText], chosen: Path | None = None) -> Path:
    """Write each text as it stands, readable and complete, to a new folder; where that is.

    It is made in the ``chosen`` folder; without one, or where that does not take it, in the data
    folder, the user's home, or the folder for temporary files. Raises ``RescueFailedError`` when
    none does.
    """
    return await asyncio.to_thread(_rescue, texts, chosen)


def _rescue(texts: Mapping[int, UnsavedText], chosen: Path | None) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    failure: OSError | None = None
    homes = (paths.data_folder(), Path.home(), Path(tempfile.gettempdir()))
    for home in homes if chosen is None else (chosen, *homes):
        try:
            folder = _new_folder(home / _FOLDER, stamp)
            for item_id, text in texts.items():
                _write_text(folder, _stem(item_id, text), text)
        except OSError as error:
            failure = error
        else:
            return folder
    raise RescueFailedError(str(failure)) from failure


def _new_folder(home: Path, stamp: str) -> Path:
    """A folder that was not there before: an earlier rescue is never written over."""
    home.mkdir(parents=True, exist_ok=True)
    folder, number = home / stamp, 1
    while True:
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
            folder = home / f"{stamp} {number}"
        else:
            return folder


def _said(title: str) -> str:
    return safe_name(title, longest=_LONGEST_TITLE)


def _stem(item_id: int, text: UnsavedText) -> str:
    entity_id = entity_of(item_id)
    if entity_id is not None:
        return f"bible {entity_id} {_said(text.title)}".strip()
    if item_id < 0:
        return f"novel {-item_id} {_said(text.novel)}".strip()
    return f"{item_id} {_said(text.title)}".strip()


def _write_text(folder: Path, stem: str, text: UnsavedText) -> None:
    for column, words in text.fields.items():
        _write(folder / f"{stem}, {column}.txt", words)
    if text.document is not None:
        _write(folder / f"{stem}.txt", text.document.plain_text)
        _write(folder / f"{stem}.jsonl", to_json_lines(text.document))


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(without_lone_surrogates(text))
        file.flush()
        os.fsync(file.fileno())
