# SPDX-License-Identifier: MIT
"""The threads of the open novel and where their passages are, for panel, colours and keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Changes, Subject
from novelist.domain.comments import Commented, Placed, Thread, place_threads
from novelist.services.comments import list_threads, load_commented
from novelist.ui.comments.passages import Passage, Passages
from novelist.ui.editor.documents import Documents
from novelist.ui.tasks import Tasks

_Known: TypeAlias = tuple[list[Thread], list[int], list[list[Commented]]]
_NONE: Final[list[Commented]] = []
_MOVING: Final = frozenset({Subject.ITEM, Subject.NOVEL})


class Threads(QObject):
    """Follows the store; of open texts it knows what stands on the screen."""

    changed = Signal()
    """Threads came, went, or say something else; passages may be elsewhere."""

    def __init__(self, documents: Documents, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._tasks = documents, tasks
        self._novel_id: int | None = None
        self._threads: list[Thread] = []
        self._by_mark: dict[str, list[Thread]] = {}
        self._stored: dict[int, list[Commented]] = {}
        self._live: dict[int, Passages] = {}
        self._known: _Known = ([], [], [])  # what ``_placed`` was made of
        self._placed: list[Placed] = []
        self._edited: set[int] = set()  # texts that are open and were written in
        documents.forgotten.connect(self._on_documents_forgotten)
        documents.text_edited.connect(self._edited.add)

    @property
    def novel_id(self) -> int | None:
        """The novel whose threads these are."""
        return self._novel_id

    def show(self, novel_id: int | None) -> None:
        """Know those of this novel from now on."""
        if novel_id == self._novel_id:
            return
        self._novel_id = novel_id
        self._take([], {})
        if novel_id is not None:
            self.reload()

    def reload(self) -> None:
        """Read all of it anew, soon."""
        self._tasks.latest("comments", self.load())

    async def load(self) -> None:
        """Read all of it anew."""
        novel_id = self._novel_id
        if novel_id is None:
            return
        threads = await list_threads(novel_id)
        stored = await load_commented(novel_id) if threads else {}
        if novel_id == self._novel_id:
            self._take(threads, stored)

    def __len__(self) -> int:
        return len(self._threads)

    def all(self) -> list[Thread]:
        """Every thread, the oldest first."""
        return self._threads

    def find(self, thread_id: int) -> Thread | None:
        """The thread with this id."""
        return next((each for each in self._threads if each.id == thread_id), None)

    def meant_by(self, mark: str, item_id: int) -> Thread | None:
        """The thread that a mark in the text of an item means."""
        found = self._by_mark.get(mark, ())
        return next(
            (each for each in found if each.item_id == item_id), found[0] if found else None
        )

    def placed(self, order: Iterable[int]) -> list[Placed]:
        """Every thread of these items, which come in the order of reading, and where it is.

        In that order, within a text in that of its passages; lost ones after them.
        """
        if not self._threads:
            return []
        items = list(order)
        texts = {item_id: self._passages_of(item_id) for item_id in items}
        known = (self._threads, items, list(texts.values()))
        if not _are_same(known, self._known):
            self._known, self._placed = known, self._place(items, texts)
        return self._placed

    def _place(self, items: list[int], texts: Mapping[int, Sequence[Commented]]) -> list[Placed]:
        inside = set(items)
        places = {
            (item_id, each.mark): number
            for item_id in items
            for number, each in enumerate(texts[item_id])
        }
        ranks = {item_id: number for number, item_id in enumerate(items)}
        far = len(places)
        return sorted(
            (each for each in place_threads(self._threads, texts) if each.item_id in inside),
            key=lambda each: (
                ranks[each.item_id],
                places.get((each.item_id, each.thread.mark), far) if not each.is_lost else far,
                each.thread.id,
            ),
        )

    def passages(self, item_id: int) -> Passages | None:
        """The passages of an open text."""
        live = self._documents.find(item_id)
        if live is None:
            return None
        if item_id not in self._live:
            self._live[item_id] = Passages(live)
        return self._live[item_id]

    def passage(self, item_id: int, mark: str) -> Passage | None:
        """A passage of an open text."""
        passages = self.passages(item_id)
        return None if passages is None else passages.find(mark)

    def commented_texts(self) -> Iterable[int]:
        """The items whose texts are open and may have comments."""
        return [each for each in self._documents if self._may_be_commented(each)]

    def _may_be_commented(self, item_id: int) -> bool:
        """Others need not be read: nothing is on them in the store, and nobody wrote in them."""
        is_known = item_id in self._live or item_id in self._edited
        return is_known or bool(self._stored.get(item_id))

    def follow(self, changes: Changes) -> None:
        """Something was committed."""
        here = [entry for entry in changes.entries if entry.novel_id == self._novel_id]
        subjects = {entry.subject for entry in here}
        if Subject.COMMENT in subjects or (self._threads and subjects & _MOVING):
            self.reload()
        elif self._threads and Subject.TEXT in subjects:
            ids = {each for entry in here if entry.subject is Subject.TEXT for each in entry.ids}
            closed = {each for each in ids if each not in self._documents}
            self._edited |= ids - closed
            if closed:
                self._tasks.start(self._read_texts(closed))

    async def _read_texts(self, ids: set[int]) -> None:
        novel_id = self._novel_id
        if novel_id is None:
            return
        found = await load_commented(novel_id, ids)
        if novel_id == self._novel_id:
            for item_id in ids:
                self._stored[item_id] = found.get(item_id, [])
            self.changed.emit()

    def _passages_of(self, item_id: int) -> list[Commented]:
        is_live = item_id in self._documents and self._may_be_commented(item_id)
        passages = self.passages(item_id) if is_live else None
        return self._stored.get(item_id, _NONE) if passages is None else passages.commented()

    def _take(self, threads: list[Thread], stored: dict[int, list[Commented]]) -> None:
        self._threads, self._stored = threads, stored
        self._by_mark = {}
        for thread in threads:
            self._by_mark.setdefault(thread.mark, []).append(thread)
        self.changed.emit()

    def _on_documents_forgotten(self, item_id: int) -> None:
        self._edited.discard(item_id)
        passages = self._live.pop(item_id, None)
        if passages is not None:
            self._stored[item_id] = passages.commented()


def _are_same(one: _Known, other: _Known) -> bool:
    """Whether nothing was read anew in between."""
    same_texts = len(one[2]) == len(other[2]) and all(map(is_, one[2], other[2]))
    return one[0] is other[0] and one[1] == other[1] and same_texts
