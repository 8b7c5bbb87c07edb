# SPDX-License-Identifier: MIT
"""Rows that are dragged: what comes from elsewhere means nothing here."""

import json
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData

from novelist.ui.dragged_ids import carry_ids, ids_in

KIND = "application/x-test-rows"


def of(data):
    carried = QMimeData()
    carried.setData(KIND, data)
    return carried


def test_the_ids_arrive_in_their_order():
    assert ids_in(KIND, carry_ids(KIND, [3, 1_000, 2])) == [3, 1_000, 2]
    assert ids_in(KIND, carry_ids("application/x-other-rows", [3])) == []


def test_rows_of_another_run_of_the_program_are_none_of_this_one():
    assert ids_in(KIND, of(json.dumps([uuid4().hex, 3]).encode())) == []


@pytest.mark.parametrize(
    "data", [b"", b"3", b"[]", b"[3]", b'{"3": 3}', b"x\xff,1", b"\x00" * 40, b"[" * 100_000]
)
def test_what_another_program_made_up_is_nothing(data):
    assert ids_in(KIND, of(data)) == []
