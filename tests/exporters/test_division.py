# SPDX-License-Identifier: MIT
"""How a manuscript is divided into files: nothing twice, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.exporters.base import ManuscriptItem
from novelist.exporters.division import divide

ITEMS = st.lists(
    st.builds(
        ManuscriptItem,
        st.sampled_from(ItemKind),
        st.text("ab", max_size=2),
        st.just(document_of("x")),
        st.integers(0, 3),
    ),
    max_size=12,
)


def shape(*items):
    rows = [ManuscriptItem(ItemKind(kind), title, depth=depth) for kind, title, depth in items]
    return [[item.title for item in piece.items] for piece in divide(rows)]


@given(ITEMS)
def test_every_item_is_in_one_piece_in_order(items):
    pieces = divide(items)
    assert [item for piece in pieces for item in piece.items] == items
    assert all(piece.items for piece in pieces)
    chapters = [[i for i in piece.items if i.kind is ItemKind.CHAPTER] for piece in pieces]
    assert all(len(found) <= 1 for found in chapters)


def test_a_part_begins_the_piece_of_its_first_chapter():
    assert shape(
        ("part", "I", 0), ("chapter", "a", 1), ("scene", "s", 2), ("chapter", "b", 1),
        ("part", "II", 0), ("part", "III", 0), ("scene", "loose", 1), ("scene", "loose too", 1),
        ("chapter", "c", 1), ("scene", "t", 2), ("scene", "apart", 0), ("back", "end", 0),
    ) == [
        ["I", "a", "s"], ["b"], ["II"], ["III", "loose", "loose too"], ["c", "t"], ["apart"],
        ["end"],
    ]  # fmt: skip


def test_a_piece_is_called_after_its_chapter():
    rows = [
        ManuscriptItem(ItemKind.PART, "Part"),
        ManuscriptItem(ItemKind.CHAPTER, " ", depth=1, number=2),
    ]
    assert divide(rows)[0].title("en") == "Chapter 2"
    assert divide(rows[:1])[0].title("en") == "Part"
    assert divide([ManuscriptItem(ItemKind.SCENE, "s")])[0].title("en") == "s"
