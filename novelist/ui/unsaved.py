# SPDX-License-Identifier: MIT
"""The words of the window that are not on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from novelist.services import outline
from novelist.services.unsaved.rescue import UnsavedText
from novelist.services.unsaved.typed_details import unsaved_details
from novelist.ui.desk import Desk

if TYPE_CHECKING:
    from novelist.db.models import Novel, OutlineItem


Beside = tuple[int, str | UnsavedText]
"""An item and words about it, or what a person can put back as it is, by item or other key."""


class Companion(Protocol):
    """Something beside the text into which something is typed that is to be kept too."""

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on disk."""
        ...

    async def settle(self) -> None:
        """Wait until what was typed is on disk; raises what kept it from getting there."""

    def forget(self) -> None:
        """The library is left, with what is not on disk."""

    def unsaved(self) -> Iterable[Beside]:
        """What is not on disk."""
        ...


def unsaved_texts(
    desk: Desk,
    novel: Novel | None,
    items: Iterable[OutlineItem],
    title_of: Callable[[int], str],
    beside: Iterable[Beside] = (),
) -> dict[int, UnsavedText]:
    """By item: its text, or what was typed of its title, synopsis and notes, or both.

    What was typed of the details of any novel, and of the bible of this one, comes after those.
    Words ``beside`` that are about items (in comments) stand below the notes of the item: there
    they can be put back. Those of an item that is not here are kept under its number all the same.
    """
    known = {item.id: item for item in items}
    texts = {text.item_id: text.snapshot() for text in desk.editor.documents.dirty()}
    words = {item.id: outline.unsaved_words(item) for item in known.values()}
    others: dict[int, UnsavedText] = {}
    for item_id, said in beside:
        if isinstance(said, UnsavedText):
            if item_id > 0:
                words[item_id] = {**words.get(item_id, {}), **said.fields}
            else:
                others[item_id] = replace(said, novel=novel.title if novel else "")
            continue
        before = known[item_id].notes if item_id in known else ""
        fields = words.get(item_id, {})
        words[item_id] = {**fields, "notes": f"{fields.get('notes', before)}\n\n{said}".strip()}
    first, typed = desk.first, desk.typed_title
    if first is not None and typed is not None:
        words[first.item_id] = {"title": typed}
    of_items = {
        item_id: UnsavedText(
            title_of(item_id) or (first.title if first is not None else ""),
            texts.get(item_id),
            words.get(item_id, {}),
            novel.id if novel else first.novel_id if first else 0,
            novel.title if novel else "",
        )
        for item_id in {*texts, *(item_id for item_id, fields in words.items() if fields)}
    }
    return of_items | unsaved_details() | others
