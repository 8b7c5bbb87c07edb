# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.edit_codec``: exact, and taking nothing on trust."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.edit import Edit, EditAction, choice_kind
from novelist.domain.edit_codec import pack_edit, unpack_edit
from novelist.domain.entities import EntityField
from novelist.domain.enums import ChoiceKind
from novelist.domain.finding.rewriting import ChangedLine, Rewriting
from novelist.errors import EditFormatError

IDS = st.integers(1, 2**31)
TEXT = st.text(st.characters(codec=None), max_size=20)
COLUMNS = st.fixed_dictionaries(
    {},
    optional={
        "parent_id": st.none() | IDS,
        "position": st.integers(-(2**63) + 1, 2**63 - 1),
        "title": TEXT,
        "synopsis": TEXT,
        "in_manuscript": st.booleans(),
        "deleted_at": st.none() | st.datetimes(timezones=st.just(UTC)),
    },
)


@st.composite
def edits(draw):
    after = draw(st.dictionaries(IDS, COLUMNS, max_size=4))
    before = {key: {name: after[key][name] for name in after[key]} for key in after}
    texts = draw(st.dictionaries(IDS, TEXT, max_size=3))
    return Edit(
        draw(st.sampled_from(EditAction)),
        7,
        tuple(draw(st.lists(IDS, max_size=4))),
        before,
        after,
        texts,
        {key: draw(TEXT) for key in texts},
        typed=draw(st.booleans()),
        command_id=12,
    )


@given(edits())
def test_an_edit_comes_back_as_it_was(edit):
    assert unpack_edit(edit.action, 7, pack_edit(edit), 12) == edit


def test_details_and_choices_come_back_as_they_were():
    row = {"name": "Tide", "hue": "moss", "position": 4, "there": True}
    edit = Edit(
        EditAction.CREATE_LABEL,
        7,
        (),
        novels_before={7: {"deadline": None, "series_index": 1}},
        novels_after={7: {"deadline": date(2027, 1, 31), "series_index": None}},
        choices_before={3: row | {"there": False}},
        choices_after={3: row},
    )
    assert unpack_edit(edit.action, 7, pack_edit(edit)) == edit
    assert choice_kind(edit.action) is ChoiceKind.LABEL


def test_the_order_of_texts_is_kept():
    edit = Edit(
        "merge", 7, (9,), texts_before={9: "", 3: "", 5: ""}, texts_after={9: "", 3: "", 5: ""}
    )
    assert list(unpack_edit("merge", 7, pack_edit(edit)).texts_before) == [9, 3, 5]


def packed(**value):
    return zlib.compress(json.dumps({"edit": 1, "ids": [1]} | value).encode())


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"words",
        packed()[:-3],
        packed() + b"more",
        zlib.compress(b"[" * 100_000),
        zlib.compress(b"[]"),
        packed(edit=2),
        packed(ids="1"),
        packed(ids=[True]),
        packed(ids=[2**70]),
        packed(items=[{}]),
        packed(items=[{"1": {"title": "x"}}, {}]),
        packed(items=[{"1": {"title": "x"}}, {"1": {"notes": "x"}}]),
        packed(items=[{"1": {"title": 3}}, {"1": {"title": "x"}}]),
        packed(items=[{"1": {"version": 3}}, {"1": {"version": 4}}]),
        packed(items=[{"1": {"deleted_at": "now"}}, {"1": {"deleted_at": None}}]),
        packed(items=[{"1": {"deleted_at": {"at": "2026-01-01"}}}, {"1": {"deleted_at": None}}]),
        packed(items=[{"²": {}}, {"²": {}}]),
        packed(texts=[{"1": None}, {"1": ""}]),
        packed(novels=[{"1": {"opened_at": None}}, {"1": {"opened_at": None}}]),
    ],
)
def test_what_has_not_this_form_is_refused(payload):
    with pytest.raises(EditFormatError):
        unpack_edit("move", 7, payload)


@given(edits(), st.data())
def test_a_flipped_byte_is_noticed(edit, data):
    payload = bytearray(pack_edit(edit))
    place = data.draw(st.integers(0, len(payload) - 1))
    payload[place] ^= data.draw(st.integers(1, 255))
    with suppress(EditFormatError):
        assert unpack_edit(edit.action, 7, bytes(payload), 12) == edit


def test_an_action_that_is_not_known_is_refused():
    with pytest.raises(EditFormatError):
        unpack_edit("weave", 7, packed())


def test_a_column_that_could_not_be_read_again_is_not_packed():
    with pytest.raises(EditFormatError):
        pack_edit(Edit("move", 7, (1,), {1: {"words": 1}}, {1: {"words": 2}}))


def test_what_has_no_place_in_an_edit_is_not_packed():
    with pytest.raises(TypeError):
        pack_edit(Edit("move", 7, (1,), {1: {"title": datetime}}, {1: {"title": ""}}))


@given(
    st.dictionaries(IDS, st.lists(st.builds(ChangedLine, IDS, TEXT, TEXT)), min_size=1, max_size=2)
)
def test_changed_lines_come_back_as_they_were(lines):
    rewritten = {key: Rewriting("a" * 32, "b" * 32, tuple(each)) for key, each in lines.items()}
    edit = Edit(EditAction.REPLACE, 7, tuple(lines), rewritten=rewritten)
    assert unpack_edit(edit.action, 7, pack_edit(edit)) == edit
    assert edit.reversed().reversed() == edit


def test_what_was_said_comes_back_as_it_was():
    at = datetime(2026, 1, 31, 12, tzinfo=UTC)
    edit = Edit(
        EditAction.WRITE_COMMENT,
        7,
        (3,),
        comments_before={5: {"text": "Why? 𠮷", "edited_at": None}},
        comments_after={5: {"text": "Why not?", "edited_at": at}},
        typed=True,
        command_id=12,
    )
    found = unpack_edit(edit.action, 7, pack_edit(edit), 12)
    assert found == edit
    assert found.reversed().comments_after == edit.comments_before
    with pytest.raises(EditFormatError):
        pack_edit(
            Edit("write_comment", 7, (), comments_before={5: {}}, comments_after={5: {"mark": "a"}})
        )


def test_a_story_bible_comes_back_as_it_was():
    fields = (EntityField("Hair", "red 𠮷"), EntityField("", ""))
    whole = {"kind": "place", "name": "Inn", "aliases": ("Pub",), "fields": fields}
    bare = {"kind": "other", "name": "", "aliases": (), "fields": ()}
    edit = Edit(
        EditAction.WRITE_ENTITY,
        7,
        (),
        entities_before={5: bare},
        entities_after={5: whole},
        fields_before={3: {"fields": ()}},
        fields_after={3: {"fields": fields}},
    )
    found = unpack_edit(edit.action, 7, pack_edit(edit))
    assert found == edit
    assert found.reversed().entities_after == {5: bare}
    assert found.reversed().fields_after == {3: {"fields": ()}}


@pytest.mark.parametrize(
    "values", [{"version": 2}, {"aliases": "x"}, {"aliases": [1]}, {"fields": [["x"]]}]
)
def test_a_story_bible_of_no_such_form_is_refused(values):
    with pytest.raises(EditFormatError):
        unpack_edit("write_entity", 7, packed(entities=[{"5": values}, {"5": values}]))


def test_an_edit_from_before_there_was_a_story_bible_is_read():
    found = unpack_edit("set_title", 7, packed(items=[{"1": {"title": ""}}, {"1": {"title": "x"}}]))
    assert (found.after, found.entities_after, found.fields_after) == ({1: {"title": "x"}}, {}, {})
