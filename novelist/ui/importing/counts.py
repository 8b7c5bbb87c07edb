# SPDX-License-Identifier: MIT
"""How many of what an import makes, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.ui.importing.plan import ImportPlan


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

    def brief(self, plan: ImportPlan) -> str:
        """What there is where there are no words: “10 notes, 12 of the story bible”."""
        notes = plan.tally().get(ItemKind.NOTE, 0)
        entities = plan.entities()
        kinds = [kind for kind, number in entities.items() if number]
        bible = self.tr("%Ln of the story bible", "", sum(entities.values()))
        return self._listed(
            [
                (notes, self.tr("%Ln notes", "", notes)),
                (len(kinds), self.entities(entities) if len(kinds) == 1 else bible),
            ]
        )

    def _listed(self, counted: Iterable[tuple[int, str]]) -> str:
        """The phrases whose numbers are not 0, one after another."""
        return self.tr(", ", "between counts").join(phrase for number, phrase in counted if number)


def _of(found: Mapping[EntityKind, int], kind: str) -> int:
    return found.get(EntityKind(kind), 0)
