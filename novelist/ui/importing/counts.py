# SPDX-License-Identifier: MIT
"""How many of what an import makes, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.ui.importing.plan import ImportPlan

_MOST_KINDS: Final = 3  # of items that a short line names one by one


class ImportCounts(QObject):
    """Says counts of items and of the story bible; "" where there are none."""

    def items(self, tally: Mapping[ItemKind, int]) -> str:
        """“3 chapters, 5 scenes, 1 note”."""
        return self._listed(
            (tally.get(kind, 0), phrase)
            for kind, phrase in (
                (ItemKind.PART, self.tr("%Ln parts", "", tally.get(ItemKind.PART, 0))),
                (ItemKind.CHAPTER, self.tr("%Ln chapters", "", tally.get(ItemKind.CHAPTER, 0))),
                (ItemKind.SCENE, self.tr("%Ln scenes", "", tally.get(ItemKind.SCENE, 0))),
                (ItemKind.FRONT, self.tr("%Ln front pages", "", tally.get(ItemKind.FRONT, 0))),
                (ItemKind.BACK, self.tr("%Ln back pages", "", tally.get(ItemKind.BACK, 0))),
                (ItemKind.NOTE, self.tr("%Ln notes", "", tally.get(ItemKind.NOTE, 0))),
            )
        )

    def entities(self, found: Mapping[EntityKind, int]) -> str:
        """“12 people, 3 places”."""
        return self._listed(
            (found.get(kind, 0), phrase)
            for kind, phrase in (
                (EntityKind.CHARACTER, self.tr("%Ln people", "", _of(found, "character"))),
                (EntityKind.PLACE, self.tr("%Ln places", "", _of(found, "place"))),
                (EntityKind.THING, self.tr("%Ln things", "", _of(found, "thing"))),
                (EntityKind.GROUP, self.tr("%Ln groups", "", _of(found, "group"))),
                (EntityKind.THREAD, self.tr("%Ln storylines", "", _of(found, "thread"))),
                (
                    EntityKind.OTHER,
                    self.tr("%Ln more of the story bible", "", _of(found, "other")),
                ),
            )
        )

    def brief_items(self, tally: Mapping[ItemKind, int]) -> str:
        """The same in a few words: of many kinds only how many items there are."""
        kinds = [kind for kind, number in tally.items() if number and kind is not ItemKind.FOLDER]
        if len(kinds) <= _MOST_KINDS:
            return self.items(tally)
        return self.tr("%Ln items", "", sum(tally[kind] for kind in kinds))

    def brief(self, plan: ImportPlan) -> str:
        """All that there is where there are no words: “10 notes, 12 of the story bible”."""
        items, entities = self.brief_items(plan.tally()), plan.entities()
        kinds = [kind for kind, number in entities.items() if number]
        bible = self.tr("%Ln of the story bible", "", sum(entities.values()))
        return self._listed(
            [
                (len(items), items),
                (len(kinds), self.entities(entities) if len(kinds) == 1 else bible),
            ]
        )

    def _listed(self, counted: Iterable[tuple[int, str]]) -> str:
        """The phrases whose numbers are not 0, one after another."""
        return self.tr(", ", "between counts").join(phrase for number, phrase in counted if number)


def _of(found: Mapping[EntityKind, int], kind: str) -> int:
    return found.get(EntityKind(kind), 0)
