# SPDX-License-Identifier: MIT
"""The rules of the outline: order, moves, places, numbers, splitting and merging."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.document import (
    FOOTNOTE,
    LINE_BREAK,
    VERSE,
    Atom,
    Block,
    Document,
    Run,
    document_of,
    marks,
    normal,
)
from novelist.domain.enums import ItemKind
from novelist.domain.outline import (
    GAP,
    Row,
    allowed_parents,
    block_length,
    children_of,
    is_tree,
    may_contain,
    merge_documents,
    number_chapters,
    plan_insert,
    plan_move,
    position_between,
    selection_roots,
    split_document,
    text_to_open,
    tree_order,
)
from novelist.errors import InvalidMoveError

KINDS = [kind.value for kind in ItemKind]


def novel():
    """Two parts of two chapters of two scenes, and a folder with a note."""
    shape = [
        (1, None, "part"), (2, 1, "chapter"), (3, 2, "scene"), (4, 2, "scene"), (5, 1, "chapter"),
        (6, 5, "scene"), (7, 5, "scene"), (8, None, "part"), (9, 8, "chapter"), (10, 9, "scene"),
        (11, 9, "scene"), (12, 8, "chapter"), (13, 12, "scene"), (14, None, "folder"),
        (15, 14, "note"),
    ]  # fmt: skip
    return [Row(key, parent, GAP * key, kind) for key, parent, kind in shape]


@st.composite
def outlines(draw):
    """Any lawful tree, with positions that may be equal or crowded."""
    rows = []
    for key in range(1, draw(st.integers(1, 14)) + 1):
        kind = draw(st.sampled_from(KINDS))
        parents = [None, *(r.id for r in rows if may_contain(r.kind, kind))]
        position = draw(st.integers(-3, 3) | st.integers(-GAP, GAP))
        rows.append(Row(key, draw(st.sampled_from(parents)), position, kind))
    return rows


def apply(rows, plan):
    return [
        row._replace(parent_id=plan[row.id][0], position=plan[row.id][1]) if row.id in plan else row
        for row in rows
    ]


def order(rows, parent_id):
    return [row.id for row in children_of(rows, parent_id)]


# Order


def test_tree_order_is_depth_first():
    walked = tree_order(reversed(novel()))
    assert [row.id for row, _ in walked] == list(range(1, 16))
    assert [depth for _, depth in walked][:5] == [0, 1, 2, 2, 1]


@given(st.lists(st.tuples(st.none() | st.integers(0, 9), st.integers(-2, 2)), max_size=10))
def test_tree_order_gives_every_row_once_even_when_the_tree_is_broken(given_rows):
    rows = [Row(key, parent, place, "folder") for key, (parent, place) in enumerate(given_rows)]
    assert sorted(row.id for row, _ in tree_order(rows)) == list(range(len(rows)))


def test_selection_leaves_out_what_lies_inside_the_selected():
    assert selection_roots(novel(), {13, 8, 10, 4, 3, 15}) == [3, 4, 8, 15]


# What may stand where


def test_what_may_stand_where():
    assert may_contain("chapter", "scene")
    assert may_contain(None, "part")
    assert not may_contain("scene", "scene")
    assert not may_contain("chapter", "part")
    assert not may_contain("a kind from the future", "scene")
    assert allowed_parents("chapter") == (None, ItemKind.PART)


# Places


def test_positions_beside_and_between():
    assert position_between(None, None) == GAP
    assert position_between(GAP, None) == 2 * GAP
    assert position_between(None, GAP) == 0
    assert position_between(10, 20) == 15
    assert position_between(10, 11) is None
    assert position_between(10, 10) is None


@given(st.lists(st.integers(0, 200), max_size=80))
def test_positions_never_collide_after_any_inserts(places):
    rows = []
    for key, place in enumerate(places):
        expected = [row.id for row in children_of(rows, None)]
        expected.insert(min(place, len(expected)), key)
        positions, renumbered = plan_insert(rows, None, place)
        rows = apply(rows, {k: (None, v) for k, v in renumbered.items()})
        rows.append(Row(key, None, positions[0], "chapter"))
        assert order(rows, None) == expected
    assert len({row.position for row in rows}) == len(rows)


def test_a_full_gap_renumbers_only_its_own_siblings():
    rows = [*novel(), Row(20, 2, 3 * GAP + 1, "scene")]
    positions, renumbered = plan_insert(rows, 2, 1)
    assert set(renumbered) <= {3, 4, 20}
    rows = apply(rows, {key: (2, value) for key, value in renumbered.items()})
    rows.append(Row(21, 2, positions[0], "scene"))
    assert order(rows, 2) == [3, 21, 20, 4]


@given(outlines(), st.integers(1, 6), st.integers(-1, 20) | st.none())
def test_several_are_inserted_together_in_order(rows, count, index):
    positions, renumbered = plan_insert(rows, None, index, count)
    before = order(rows, None)
    place = len(before) if index is None else max(0, min(index, len(before)))
    after = apply(rows, {key: (None, value) for key, value in renumbered.items()})
    new = [Row(100 + i, None, position, "part") for i, position in enumerate(positions)]
    expected = [*before[:place], *(row.id for row in new), *before[place:]]
    assert order([*after, *new], None) == expected


# Moves


@given(outlines(), st.data())
def test_moves_keep_every_item_once_and_in_the_order_asked_for(rows, data):
    ids = data.draw(st.sets(st.sampled_from([row.id for row in rows]), min_size=1))
    parent = data.draw(st.sampled_from([None, *(row.id for row in rows)]))
    before = order(rows, parent)
    index = data.draw(st.integers(0, len(before)))
    roots = selection_roots(rows, ids)
    try:
        moved = apply(rows, plan_move(rows, ids, parent, index))
    except InvalidMoveError:
        return
    expected = [k for k in before[:index] if k not in roots] + roots
    expected += [k for k in before[index:] if k not in roots]
    assert order(moved, parent) == expected
    walked = tree_order(moved)
    assert sorted(row.id for row, _ in walked) == [row.id for row in rows]
    depths = {row.id: depth for row, depth in walked}
    assert all(r.parent_id is None or depths[r.id] == depths[r.parent_id] + 1 for r in moved)


@given(outlines(), st.data())
def test_a_move_touches_one_list_and_is_undone_by_the_old_places(rows, data):
    ids = data.draw(st.sets(st.sampled_from([row.id for row in rows]), min_size=1))
    parent = data.draw(st.sampled_from([None, *(row.id for row in rows)]))
    try:
        plan = plan_move(rows, ids, parent, data.draw(st.integers(0, 5)))
    except InvalidMoveError:
        return
    touched = {row.id for row in rows if row.parent_id == parent} | set(selection_roots(rows, ids))
    assert set(plan) <= touched
    old = {row.id: (row.parent_id, row.position) for row in rows if row.id in plan}
    assert apply(apply(rows, plan), old) == rows


@given(outlines(), st.data())
def test_an_item_never_goes_inside_itself(rows, data):
    row, parent = data.draw(st.tuples(st.sampled_from(rows), st.sampled_from(rows)))
    inside = {row.id}
    for other, _ in tree_order(rows):
        inside |= {other.id} if other.parent_id in inside else set()
    if parent.id in inside:
        with pytest.raises(InvalidMoveError):
            plan_move(rows, {row.id}, parent.id)


@pytest.mark.parametrize(("item", "parent"), [(1, 2), (2, 3), (3, 14), (8, 1), (14, 1), (3, 99)])
def test_a_move_to_a_wrong_place_is_refused(item, parent):
    with pytest.raises(InvalidMoveError):
        plan_move(novel(), {item}, parent)


def test_moving_to_where_it_stands_changes_nothing():
    for index in (0, 1):
        assert plan_move(novel(), {2}, 1, index) == {}
    assert plan_move(novel(), set(), 1) == {}


def test_a_move_takes_one_row_and_keeps_what_is_inside():
    plan = plan_move(novel(), {9, 10}, 1, 1)
    assert list(plan) == [9]
    assert order(apply(novel(), plan), 1) == [2, 9, 5]


# Numbers


def test_chapters_count_through_the_novel_or_anew_in_each_part():
    assert number_chapters(novel()) == {2: 1, 5: 2, 9: 3, 12: 4}
    assert number_chapters(novel(), restart_by_part=True) == {2: 1, 5: 2, 9: 1, 12: 2}


def test_prologues_and_front_matter_are_not_counted():
    rows = [
        Row(1, None, 1, "front", "Dedication"),
        Row(2, None, 2, "chapter", "Prologue"),
        Row(3, None, 3, "chapter", "The Ferry"),
        Row(4, None, 4, "back", "Afterword"),
    ]
    assert number_chapters(rows) == {3: 1}


# Splitting and merging

TEXTS = st.text("ab 渡口😀", min_size=1, max_size=6)
INLINES = st.builds(Run, TEXTS, st.sampled_from([(), marks("em")])) | st.sampled_from(
    [Atom(LINE_BREAK), Atom(FOOTNOTE, {"id": "1", "blocks": []})]
)
BLOCKS = st.builds(
    Block, st.sampled_from(["p", VERSE]), st.lists(INLINES, max_size=4).map(tuple)
).map(normal)
DOCUMENTS = st.lists(BLOCKS, max_size=4).map(lambda blocks: Document(tuple(blocks)))


@given(DOCUMENTS, st.integers(-1, 5), st.integers(-1, 12))
def test_a_split_loses_nothing(document, block, offset):
    first, second = split_document(document, block, offset)
    merged = merge_documents([first, second])
    if len(merged) > len(document):  # the caret stood inside a block: join its halves again
        left, right = first.blocks[-1], second.blocks[0]
        joined = normal(replace(left, inlines=left.inlines + right.inlines))
        merged = Document((*first.blocks[:-1], joined, *second.blocks[1:]))
    assert merged == document


def test_a_split_stands_at_the_caret_where_a_footnote_is_one_place():
    note = Atom(FOOTNOTE, {"id": "1"})
    line = Block("p", (Run("渡口"), note, Run("的雨")))
    assert block_length(line) == 5
    for offset, left, right in [(1, "渡", "口的雨"), (3, "渡口", "的雨"), (4, "渡口的", "雨")]:
        first, second = split_document(Document((line,)), 0, offset)
        assert (first.plain_text, second.plain_text) == (left, right)
    assert split_document(Document((line,)), 0, 2)[1].blocks[0].inlines[0] == note


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), max_size=4))
def test_merged_text_is_the_texts_one_after_the_other(texts):
    documents = [document_of(*lines) for lines in texts]
    expected = "\n".join(document.plain_text for document in documents)
    assert merge_documents(documents).plain_text == expected


def test_nothing_is_numbered_where_most_chapters_number_themselves():
    rows = [
        Row(1, None, GAP, ItemKind.CHAPTER, "ETYMOLOGY."),
        Row(2, None, 2 * GAP, ItemKind.CHAPTER, "CHAPTER 1. Loomings."),
        Row(3, None, 3 * GAP, ItemKind.CHAPTER, "CHAPTER 2. The Carpet-Bag."),
    ]
    assert number_chapters(rows) == {}


@pytest.mark.parametrize(("wanted", "opened"), [(4, 4), (3, 3), (1, 3), (9, 3), (None, 3)])
def test_the_text_to_open_is_the_wanted_one_or_the_first_scene(wanted, opened):
    rows = [Row(1, None, 1, "chapter"), Row(2, 1, 1, "note"), Row(3, 1, 2, "scene")]
    assert text_to_open([*rows, Row(4, 1, 3, "scene")], wanted).id == opened


def test_without_scenes_any_text_is_opened_and_without_texts_none():
    rows = [Row(1, None, 1, "chapter"), Row(2, 1, 1, "note")]
    assert text_to_open(rows, None).id == 2
    assert text_to_open(rows[:1], 1) is None


def test_a_tree_has_every_parent_and_nobody_above_himself():
    fine = [Row(1, None, 0, "chapter"), Row(2, 1, 0, "scene")]
    assert is_tree(fine)
    assert not is_tree([*fine, Row(3, 9, 0, "scene")])
    assert not is_tree([Row(1, 2, 0, "folder"), Row(2, 1, 0, "folder")])
