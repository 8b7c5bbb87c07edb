# SPDX-License-Identifier: MIT
"""The details of novels as words: those that are not on disk yet, and putting such words back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from novelist.db.models import Novel
from novelist.db.saving import unsaved
from novelist.db.session import identity_map
from novelist.errors import DatabaseNotInitializedError
from novelist.services.novels import get_novel, save_novel
from novelist.services.unsaved.rescue import UnsavedText, key_of_novel

if TYPE_CHECKING:
    from collections.abc import Iterable

_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "title": str,
    "subtitle": str,
    "author": str,
    "language": str,
    "genre": str,
    "series": str,
    "series_index": int,
    "logline": str,
    "synopsis": str,
    "target": int,
    "target_unit": str,
    "deadline": date.fromisoformat,
}
"""The columns that a person writes, and how each is read from its words."""


def unsaved_details() -> dict[int, UnsavedText]:
    """What was typed of any novel's details and is not on disk, by ``key_of_novel``."""
    try:
        live = identity_map().all_of(Novel)
    except DatabaseNotInitializedError:
        return {}
    typed = {novel: _typed(novel) for novel in live}
    return {
        key_of_novel(novel.id): UnsavedText("", None, words, novel.id, novel.title)
        for novel, words in typed.items()
        if words
    }


async def details_of(novel_id: int, names: Iterable[str]) -> dict[str, str]:
    """The words of these details as the library has them. Raises ``NotFoundError``."""
    novel = await get_novel(novel_id)
    return {name: _words(getattr(novel, name)) for name in names if name in _READ}


async def put_details(novel_id: int, words: Mapping[str, str]) -> None:
    """Give a novel these details; it can be undone on the shelf. Raises ``NotFoundError``."""
    novel = await get_novel(novel_id)
    for name, value in words.items():
        if name in _READ:
            setattr(novel, name, _value(name, value))
    await save_novel(novel, on_shelf=True)


def _typed(novel: Novel) -> dict[str, str]:
    return {name: _words(value) for name, value in unsaved(novel).items() if name in _READ}


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _value(name: str, words: str) -> object:
    read = _READ[name]
    return read(words) if words or read is str else None
