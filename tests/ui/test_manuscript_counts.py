# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.manuscript_counts``."""

from __future__ import annotations

import pytest

from novelist.db.models import OutlineItem
from novelist.ui.manuscript_counts import ManuscriptCounts


def item(item_id, kind, parent=None, words=0, **values):
    values = {"in_manuscript": True, "position": item_id, **values}
    return OutlineItem(id=item_id, kind=kind, parent_id=parent, words=words, **values)


@pytest.fixture
def counts():
    counts = ManuscriptCounts()
    counts.show(
        [
            item(1, "chapter"),
            item(2, "scene", 1, 10),
            item(3, "scene", 1, 20),
            item(4, "chapter", in_manuscript=False),
            item(5, "scene", 4, 40),
            item(6, "note", None, 80),
        ]
    )
    return counts


def test_it_counts_the_scene_its_chapter_and_the_manuscript(counts):
    assert counts.totals(2) == (10, 30, 30)


def test_what_is_typed_counts_before_it_is_saved(counts):
    counts.set_live(2, 15)
    assert counts.totals(2) == (15, 35, 35)


def test_what_was_saved_counts_when_another_scene_is_open(counts):
    assert counts.totals(2) == (10, 30, 30)
    counts.set_live(2, 15)
    counts.find(2).words = 15
    counts.find(6).words = 90
    counts.recount([2, 6, 99])
    assert counts.totals(2) == (15, 35, 35)
    counts.set_live(3, 21)
    assert counts.totals(3) == (21, 36, 36)


def test_a_note_has_no_chapter_and_is_not_in_the_novel(counts):
    assert counts.totals(6) == (80, None, 30)
    assert counts.totals(None) == (None, None, 30)


def test_what_comes_goes_or_is_taken_in_counts_at_once(counts):
    assert counts.totals(None)[2] == 30
    counts.update([3, 4], [item(4, "chapter")])
    assert counts.totals(2) == (10, 10, 50)


def test_ancestors_stand_outermost_first(counts):
    assert [above.id for above in counts.ancestors(5)] == [4]
    assert counts.find(3).words == 20
    assert [each.id for each in counts.items] == [1, 2, 3, 4, 5, 6]


def test_texts_near_are_the_ones_before_from_the_nearest_then_the_ones_after(counts):
    assert counts.texts_near(3) == [2, 5, 6]
    assert counts.texts_near(5) == [3, 2, 6]
