# SPDX-License-Identifier: MIT
"""What was found as a list: a heading a chapter, a row a place, and which of them are chosen."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from novelist.domain.finding.finding import Span
from novelist.domain.finding.passages import Address, Passage
from novelist.domain.finding.replacing import Change
from novelist.services.finding.found import BIBLE, Field, Found, FoundIn, Group
from novelist.services.finding.replacing import Replacement
from novelist.ui.labels import bible_label, entity_field_label, unnamed_label, untitled_label
from novelist.ui.search.glimpse import Glimpse, glimpse_of
from novelist.ui.search.left_out import LeftOut, replaced_around

Index = QModelIndex | QPersistentModelIndex
NewWordsOf = Callable[[str, Span], str]


Key = tuple[int, tuple[int, Address], int]


class HitRole(IntEnum):
    """What a row answers besides its words and its check."""

    HEADING = Qt.ItemDataRole.UserRole + 1  # Heading, for a row that begins a chapter
    GLIMPSE = Qt.ItemDataRole.UserRole + 2  # Glimpse, for a row that is a place
    FIELD = Qt.ItemDataRole.UserRole + 3  # the words for where it stands, "" for the text


class Hit(NamedTuple):
    """One place."""

    place: int  # of its item in the order of reading
    order: tuple[int, Address]  # of its field in the item, and where in this
    start: int
    found: Found
    part: FoundIn
    passage: Passage
    span: Span

    @property
    def key(self) -> Key:
        """Tells it from all others of one search."""
        return self[:3]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the line above the places of a chapter says."""

    number: int | None
    title: str
    novel: str
    count: int
    chosen: int


@dataclass(slots=True, eq=False)
class _Chapter:
    group: Group
    place: int
    hits: list[Hit] = field(default_factory=list)
    left: set[Key] = field(default_factory=set)


class ResultsModel(QAbstractListModel):
    """The rows; new ones come in while the search goes on.

    All are chosen but those that were left out of the last search of the same.
    """

    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chapters: list[_Chapter] = []
        self._starts: list[int] = [0]  # the first row of each chapter, and one behind the last
        self._new_words: NewWordsOf | None = None
        self._many_novels = False
        self._left_out = LeftOut()

    # -- what is shown -------------------------------------------------------------------------

    def clear(self, *, many_novels: bool = False, sought: Hashable = None) -> None:
        """Begin anew; ``many_novels`` lets headings name the novel.

        What was left out stays so while ``sought``, which says what for and where, is the same.
        """
        self.beginResetModel()
        self._left_out.begin(sought)
        self._chapters, self._starts = [], [0]
        self._many_novels = many_novels
        self.endResetModel()
        self.choice_changed.emit()

    def add(self, found: Iterable[Found]) -> None:
        """Put what was found where it belongs, mostly at the end."""
        ordered = sorted(found, key=lambda each: each.place)
        if not ordered:
            return
        if self._chapters and ordered[0].place <= self._last_place:
            self._put_between(ordered)
        else:
            self._append(ordered)
        self.choice_changed.emit()

    @property
    def _last_place(self) -> int:
        return self._chapters[-1].hits[-1].place

    def _append(self, found: Sequence[Found]) -> None:
        first = self._starts[-1]
        new: list[_Chapter] = []
        last = self._chapters[-1] if self._chapters else None
        rows = 0
        added: list[tuple[_Chapter, list[Hit]]] = []
        for each in found:
            if last is None or last.group != each.group:
                last = _Chapter(each.group, each.place)
                new.append(last)
                rows += 1
            hits = list(_hits(each))
            added.append((last, hits))
            rows += len(hits)
        self.beginInsertRows(QModelIndex(), first, first + rows - 1)
        for chapter, hits in added:
            chapter.hits += hits
            chapter.left |= self._left_before(hits)
        self._chapters += new
        self._count(len(self._chapters) - len(new) - 1)
        self.endInsertRows()

    def _put_between(self, found: Iterable[Found]) -> None:
        """What only footnotes hold comes late."""
        self.beginResetModel()
        for each in found:
            chapter = next((c for c in self._chapters if c.group == each.group), None)
            if chapter is None:
                chapter = _Chapter(each.group, each.place)
                insort(self._chapters, chapter, key=lambda other: other.place)
            hits = list(_hits(each))
            for hit in hits:
                insort(chapter.hits, hit)
            chapter.left |= self._left_before(hits)
        self._count()
        self.endResetModel()

    def set_new_words(self, new_words: NewWordsOf | None) -> None:
        """What would take the place of each; None while nothing is replaced."""
        self._new_words = new_words
        self._repaint()

    def _left_before(self, hits: Iterable[Hit]) -> set[Key]:
        return {hit.key for hit in self._left_out.among(hits)}

    def _count(self, first: int = 0) -> None:
        """Where each chapter begins."""
        first = max(first, 0)
        sizes = [len(chapter.hits) + 1 for chapter in self._chapters[first:]]
        self._starts[first:] = accumulate(sizes, initial=self._starts[first])

    # -- what is chosen ------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many places there are."""
        return sum(len(chapter.hits) for chapter in self._chapters)

    @property
    def chosen(self) -> int:
        """How many of them are chosen."""
        return self.count - sum(len(chapter.left) for chapter in self._chapters)

    @property
    def chapters(self) -> int:
        """In how many chapters they stand."""
        return sum(chapter.group.kind != BIBLE for chapter in self._chapters)

    @property
    def is_in_bible(self) -> bool:
        """Whether some stand in the story bible."""
        return self.chapters < len(self._chapters)

    def choose_all(self, chosen: bool) -> None:
        """Choose every place, or none."""
        if chosen:
            self._left_out.take_all()
        for chapter in self._chapters:
            chapter.left = set() if chosen else {hit.key for hit in chapter.hits}
            self._left_out.leave(() if chosen else chapter.hits)
        self._repaint()
        self.choice_changed.emit()

    def toggle(self, index: Index) -> None:
        """Choose a place or leave it; at a heading all of its chapter."""
        chapter, hit = self._at(index.row())
        hits = chapter.hits if hit is None else [hit]
        if any(each.key in chapter.left for each in hits):
            chapter.left -= {each.key for each in hits}
            self._left_out.take(hits)
        else:
            chapter.left |= {each.key for each in hits}
            self._left_out.leave(hits)
        first = self._starts[bisect_right(self._starts, index.row()) - 1]
        self.dataChanged.emit(self.index(first), self.index(first + len(chapter.hits)))
        self.choice_changed.emit()

    def hit(self, index: Index) -> Hit | None:
        """The place in a row; of a heading the first of its chapter."""
        if not index.isValid():
            return None
        chapter, hit = self._at(index.row())
        return hit or chapter.hits[0]

    def replacements(self, new_words: NewWordsOf) -> list[Replacement]:
        """What is to be done with the places that are chosen; may be asked in a thread."""
        wanted: dict[Hashable, Replacement] = {}
        for chapter in self._chapters:
            for hit in chapter.hits:
                if hit.key in chapter.left:
                    continue
                item_id, entity_id, part = hit.found.item_id, hit.found.entity_id, hit.part
                key = item_id, entity_id, part.field, part.comment_id, part.spot
                if key not in wanted:
                    wanted[key] = Replacement(
                        chapter.group.novel_id,
                        item_id,
                        part.field,
                        part.expected,
                        {},
                        part.comment_id,
                        entity_id,
                        part.spot,
                    )
                new = new_words(hit.passage.text, hit.span)
                change = Change(hit.span.start, hit.span.end, new)
                changes: Any = wanted[key].changes
                changes.setdefault(hit.passage.address, []).append(change)
        return list(wanted.values())

    def keep_left(self, new_words: NewWordsOf) -> None:
        """The chosen places are replaced now; know the others again among the new words."""
        for chapter in self._chapters:
            left = (hit for hit in chapter.hits if hit.key in chapter.left)
            replaced_around(self._left_out, left, new_words)

    # -- the model -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """A row a chapter, and one a place."""
        return 0 if parent.isValid() else self._starts[-1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The pieces of a row."""
        if not index.isValid():
            return None
        chapter, hit = self._at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            return _check(chapter, hit)
        if hit is None:
            return self._heading_data(chapter, role)
        if role == HitRole.GLIMPSE:
            return self._glimpse(chapter, hit)
        if role == HitRole.FIELD:
            return self._field(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._glimpse(chapter, hit).words
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Check a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if wanted != (self.data(index, role) is Qt.CheckState.Checked):
            self.toggle(index)
        return True

    def _heading_data(self, chapter: _Chapter, role: int) -> Any:  # noqa: ANN401
        group = chapter.group
        untitled = bible_label() if group.kind == BIBLE else untitled_label(group.kind)
        heading = Heading(
            group.number,
            group.title or untitled,
            group.novel if self._many_novels else "",
            len(chapter.hits),
            len(chapter.hits) - len(chapter.left),
        )
        if role == HitRole.HEADING:
            return heading
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{heading.title}, {self.said(heading)}"
        return None

    def said(self, heading: Heading) -> str:
        """“3 found, 2 chosen”."""
        found = self.tr("%Ln found", "", heading.count)
        if heading.chosen == heading.count:
            return found
        chosen = self.tr("%Ln chosen", "", heading.chosen)
        return self.tr("{found}, {chosen}").format(found=found, chosen=chosen)

    def _glimpse(self, chapter: _Chapter, hit: Hit) -> Glimpse:
        is_chosen = hit.key not in chapter.left
        new = None
        if self._new_words is not None and is_chosen:
            new = self._new_words(hit.passage.text, hit.span)
        return glimpse_of(hit.passage.text, hit.span, new, is_chosen=is_chosen)

    def _field(self, hit: Hit) -> str:
        words = {
            Field.TITLE: self.tr("Title"),
            Field.SYNOPSIS: self.tr("Synopsis"),
            Field.NOTES: self.tr("Notes"),
            Field.COMMENTS: self.tr("Comment"),
        }
        if hit.passage.address.is_note:
            return self.tr("Footnote")
        if hit.part.spot is not None:
            return self._spot(hit.found, hit.part)
        return words.get(hit.part.field, "")

    def _spot(self, found: Found, part: FoundIn) -> str:
        """“Ines · Summary”; of a scene's own field only what that is called."""
        column = part.spot.column if part.spot is not None else ""
        called = part.label or entity_field_label(column)
        if found.entity_id is None:
            return called
        name = found.title.strip() or unnamed_label(found.kind)
        return self.tr("{name} · {field}", "where in the bible").format(name=name, field=called)

    def _at(self, row: int) -> tuple[_Chapter, Hit | None]:
        number = bisect_right(self._starts, row) - 1
        chapter, inside = self._chapters[number], row - self._starts[number]
        return chapter, chapter.hits[inside - 1] if inside else None

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))


def _check(chapter: _Chapter, hit: Hit | None) -> Qt.CheckState:
    if hit is not None:
        is_chosen = hit.key not in chapter.left
        return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
    if not chapter.left:
        return Qt.CheckState.Checked
    everything = len(chapter.left) == len(chapter.hits)
    return Qt.CheckState.Unchecked if everything else Qt.CheckState.PartiallyChecked


def _hits(found: Found) -> Iterator[Hit]:
    for part in found.parts:
        number = _ORDER[part.field]
        for passage in part.passages:
            order = (number, passage.address)
            for span in passage.spans:
                yield Hit(found.place, order, span.start, found, part, passage, span)


_ORDER: Final = {name: number for number, name in enumerate(Field)}
