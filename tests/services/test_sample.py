# SPDX-License-Identifier: MIT
"""The novel that comes with Novelist."""

from __future__ import annotations

import pytest

from novelist.services import novels, outline
from novelist.services.sample import create_sample


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_is_a_whole_small_novel(language, library, loop):
    novel_id = loop(create_sample(language))
    (card,) = loop(novels.list_novels())
    items = loop(outline.load_outline(novel_id))
    scenes = [item for item in items if item.kind == "scene"]
    assert card.language.startswith(language)
    assert card.target is not None
    assert card.chapters >= 5
    assert len(scenes) >= 10
    assert all(item.status_id and item.synopsis and item.words for item in scenes)
    assert len(loop(outline.list_labels(novel_id))) >= 3
    assert {"note", "part"} <= {item.kind for item in items}
