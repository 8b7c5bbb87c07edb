# SPDX-License-Identifier: MIT
"""A scene seen from far away."""

from __future__ import annotations

from novelist.domain.document import Block, Document, Run, document_of, marks
from novelist.domain.scene_shape import shape_of


def test_what_is_spoken_is_a_share_of_the_length():
    shape = shape_of(document_of("“Go!” he", "Nobody spoke"), "en")
    assert shape.characters == 20
    assert shape.spoken_share == 5 / 20


def test_a_scene_is_cut_into_equal_rows():
    shape = shape_of(document_of("“0123456”.", "0123456789"), "en")
    (first, _), (second, _) = shape.rows(2)
    assert first > 0.8
    assert second == 0
    assert len(shape.rows(7)) == 7


def test_the_row_where_a_comment_begins_is_marked():
    commented = Block("p", (Run("0123456789", marks(comment="one")),))
    shape = shape_of(Document((*document_of("0123456789").blocks, commented)), "en")
    assert [marked for _, marked in shape.rows(2)] == [False, True]


def test_an_empty_scene_has_rows_too():
    assert shape_of(Document(), "en").rows(2) == [(0, False), (0, False)]
    assert shape_of(document_of("", ""), "zh").characters == 2
