# SPDX-License-Identifier: MIT
"""Which places were left out of a replacement; they stay so while the same is looked for.

A place is known again by its paragraph and where it stands in it, as it was and as a replacement
around it made it; where the paragraph was written in or moved, by the words on both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from novelist.domain.finding.finding import Span
from novelist.domain.finding.passages import Address, Passage

if TYPE_CHECKING:
    from novelist.ui.search.results import Hit, Key

_AROUND: Final = 24  # characters to each side that tell one place from another


class _State(NamedTuple):
    """Where a place stands, in a paragraph that is written so."""

    address: Address
    text: str
    start: int
    end: int

    @property
    def around(self) -> tuple[str, str, str]:
        """The words on both sides and those between them."""
        before = self.text[max(self.start - _AROUND, 0) : self.start]
        after = self.text[self.end : self.end + _AROUND]
        return before, self.text[self.start : self.end], after


@dataclass(slots=True, eq=False)
class _Place:
    states: list[_State]


class LeftOut:
    """Remembers them from one search to the next of the same words."""

    def __init__(self) -> None:
        self._sought: Hashable = None
        self._places: dict[Hashable, list[_Place]] = {}
        self._of: dict[Key, _Place] = {}

    def begin(self, sought: Hashable) -> None:
        """Another search; of other words, or somewhere else, it knows nothing."""
        self._of = {}
        if sought != self._sought or sought is None:
            self._sought, self._places = sought, {}

    def leave(self, hits: Iterable[Hit]) -> None:
        """These are left as they are."""
        for hit in hits:
            if hit.key not in self._of:
                place = self._of[hit.key] = _Place([_state(hit)])
                self._places.setdefault(_part(hit), []).append(place)

    def take(self, hits: Iterable[Hit]) -> None:
        """These are chosen again."""
        for hit in hits:
            place = self._of.pop(hit.key, None)
            if place is not None:
                self._places[_part(hit)].remove(place)

    def take_all(self) -> None:
        """All are chosen again."""
        self._places, self._of = {}, {}

    def among(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Those of the hits in one item that were left out."""
        parts: dict[Hashable, list[Hit]] = {}
        if self._places:
            for hit in hits:
                parts.setdefault(_part(hit), []).append(hit)
        for part, inside in parts.items():
            yield from self._among(self._places.get(part, []), inside)

    def _among(self, places: list[_Place], hits: list[Hit]) -> Iterator[Hit]:
        exact = {_state(hit): hit for hit in hits} if places else {}
        rest = []
        for place in places:
            hit = next((exact.pop(each) for each in place.states if each in exact), None)
            if hit is None:
                rest.append(place)
            else:
                self._of[hit.key] = place
                yield hit
        for place in rest:
            state = _nearest(place, exact)
            if state is not None:
                hit = exact.pop(state)
                place.states.append(state)
                self._of[hit.key] = place
                yield hit

    def replaced(self, passage: Passage, left: Iterable[Hit], new: Mapping[Span, str]) -> None:
        """What stands around these now: ``new`` has what took the places of other spans."""
        spans = sorted(new)
        text, grown, done = "", [0], 0
        for span in spans:
            text += passage.text[done : span.start] + new[span]
            grown.append(grown[-1] + len(new[span]) - (span.end - span.start))
            done = span.end
        text += passage.text[done:]
        for hit in left:
            more = grown[bisect_left(spans, hit.span)]
            state = _State(passage.address, text, hit.span.start + more, hit.span.end + more)
            self._of[hit.key].states.append(state)


def replaced_around(
    left_out: LeftOut, hits: Iterable[Hit], new: Callable[[str, Span], str]
) -> None:
    """Tell of every paragraph in which some hits were left out and others replaced."""
    passages: dict[int, tuple[Passage, list[Hit]]] = {}
    for hit in hits:
        passages.setdefault(id(hit.passage), (hit.passage, []))[1].append(hit)
    for passage, left in passages.values():
        kept = {hit.span for hit in left}
        words = {span: new(passage.text, span) for span in passage.spans if span not in kept}
        left_out.replaced(passage, left, words)


def _nearest(place: _Place, free: Mapping[_State, Hit]) -> _State | None:
    """The hit with the same words around it that stands nearest to where it stood."""
    around = {each.around for each in place.states}
    block = place.states[-1].address.block
    found = [state for state in free if state.around in around]
    return min(found, key=lambda state: abs(state.address.block - block), default=None)


def _state(hit: Hit) -> _State:
    return _State(hit.passage.address, hit.passage.text, hit.span.start, hit.span.end)


def _part(hit: Hit) -> Hashable:
    found = hit.found.item_id, hit.found.entity_id
    return found, hit.part.field, hit.part.comment_id, hit.passage.address.is_note
