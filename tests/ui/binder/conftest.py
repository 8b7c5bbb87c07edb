# SPDX-License-Identifier: MIT
"""A small outline of transient items, for tests of the binder."""

from collections.abc import Callable

import pytest

from novelist.db.models import OutlineItem, Status
from novelist.domain.enums import ItemKind
from novelist.domain.outline import GAP

STATUSES = [
    Status(id=1, novel_id=1, name="First draft", hue="ochre", position=1),
    Status(id=2, novel_id=1, name="Finished", hue="moss", position=2),
]


def make_item(item_id: int, kind: ItemKind, title: str = "", **values: object) -> OutlineItem:
    """A transient item with every column a binder reads."""
    columns: dict[str, object] = {
        "novel_id": 1, "parent_id": None, "position": item_id * GAP, "synopsis": "", "notes": "",
        "status_id": None, "label_id": None, "in_manuscript": True, "target": None, "words": 0,
        "characters": 0, "characters_no_spaces": 0, "version": 1,
    }  # fmt: skip
    return OutlineItem(id=item_id, kind=kind, title=title, **(columns | values))


def make_outline() -> list[OutlineItem]:
    """Two parts of two chapters of two scenes, and a folder with a note.

    1 part (2 chapter (3, 4), 5 chapter (6, 7)), 8 part (9 chapter (10, 11), 12 chapter (13, 14)),
    15 folder (16 note). Each scene has as many words as ten times its id.
    """
    items: list[OutlineItem] = []
    for part in (1, 8):
        items.append(make_item(part, ItemKind.PART, f"Part {part}"))
        for chapter in (part + 1, part + 4):
            title = f"Chapter of {chapter}"
            items.append(make_item(chapter, ItemKind.CHAPTER, title, parent_id=part))
            for scene in (chapter + 1, chapter + 2):
                values = {"parent_id": chapter, "words": scene * 10, "status_id": 1}
                items.append(make_item(scene, ItemKind.SCENE, f"Scene {scene}", **values))
    items.append(make_item(15, ItemKind.FOLDER, "Harbour"))
    items.append(make_item(16, ItemKind.NOTE, "Tides", parent_id=15, words=100))
    return items


@pytest.fixture
def outline() -> list[OutlineItem]:
    return make_outline()


@pytest.fixture
def item() -> Callable[..., OutlineItem]:
    return make_item


@pytest.fixture
def statuses() -> list[Status]:
    return STATUSES
