# SPDX-License-Identifier: MIT
"""Words that are right whatever a dictionary says: one's own, the novel's, names, ignored ones."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.words_to_spell import dictionary_form, is_among, words_to_spell

PERSONAL: Final = "personal"
NOVEL: Final = "novel"
NAMES: Final = "names"  # of people and places: whoever knows them tells them here
SESSION: Final = "session"  # ignored until the program ends


class KnownWords(QObject):
    """Words from several sources; each source replaces its own when it knows better."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sources: dict[str, frozenset[str]] = {}
        self._all: frozenset[str] = frozenset()

    def tell(self, source: str, words: Iterable[str]) -> None:
        """These, and no others, are the words of a source; a name may be several words."""
        found = frozenset(itertools.chain.from_iterable(map(_single, words)))
        if found != self._sources.get(source, frozenset()):
            self._sources[source] = found
            self._all = frozenset().union(*self._sources.values())
            self.changed.emit()

    def of(self, source: str) -> frozenset[str]:
        """The words of one source."""
        return self._sources.get(source, frozenset())

    def has(self, word: str) -> bool:
        """Whether somebody knows the word, in this or another of its forms."""
        return bool(self._all) and is_among(word, self._all)


def _single(words: str) -> list[str]:
    """The words as they are looked up: each of several, and all that hyphens join."""
    whole = dictionary_form(words.strip())
    found = [word.text for word in words_to_spell(words)]
    return [*found, whole] if whole and not whole.isspace() else found
