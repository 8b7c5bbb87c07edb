# SPDX-License-Identifier: MIT
"""Novels to put on a shelf."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from novelist.services.novels import NovelCard

MakeCard = Callable[..., NovelCard]


@pytest.fixture
def make_card() -> MakeCard:
    """Makes cards; what is not said has a usual value."""

    def make(novel_id: int = 1, title: str = "Glass Season", **values: Any) -> NovelCard:
        now = datetime.now(UTC)
        usual: dict[str, Any] = {
            "author": "Imogen Farrow",
            "language": "en",
            "words": 5611,
            "characters": 30_100,
            "chapters": 4,
            "scenes": 12,
            "target": None,
            "target_unit": "words",
            "cover": "",
            "opened_at": now,
            "updated_at": now,
            "deleted_at": None,
        }
        return NovelCard(id=novel_id, title=title, **(usual | values))

    return make
