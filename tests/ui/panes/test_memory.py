# SPDX-License-Identifier: MIT
"""Panes that were kept are arranged again; what makes no sense is left out."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from novelist.services.progress import SessionProgress  # noqa: F401 - the services load first
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.panes import memory
from novelist.ui.panes.pane import Tab
from novelist.ui.panes.panes import MOST, Panes
from novelist.ui.tasks import Tasks

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.text(max_size=3),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["shape", "way", "parts", "sizes", "panes", "tabs", "current", "active"]
            ),
            inside | st.sampled_from(["row", "column"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


async def save(_item_id, _document):
    return None


@pytest.fixture
def make(qtbot, theme, icons, qapp):
    editor = EditorPanel(theme, icons, Tasks(qapp, lambda _error: None), save)
    qtbot.addWidget(editor)
    return lambda: Panes(editor, theme, icons)


def test_what_was_kept_is_arranged_again(make):
    panes = make()
    panes.active.tabs, panes.active.current = [Tab(1), Tab(2, "chapter")], 1
    beside = panes.add_beside(panes.active, Qt.Orientation.Horizontal)
    beside.tabs, beside.current = [Tab(3)], 0
    below = panes.add_beside(beside, Qt.Orientation.Vertical)
    below.tabs, below.current = [Tab(4, "novel")], 0
    below.pin.setChecked(True)
    left = json.loads(json.dumps(memory.kept(panes)))
    again = make()
    memory.restore(again, left, lambda _item_id: True)
    assert [pane.tabs for pane in again.all] == [pane.tabs for pane in panes.all]
    assert [pane.is_pinned for pane in again.all] == [False, False, True]
    assert again.all.index(again.active) == 0
    assert again.active.current == 1


def test_tabs_of_what_is_gone_are_left_out_and_empty_panes_close(make):
    panes = make()
    panes.active.tabs, panes.active.current = [Tab(1), Tab(2)], 1
    beside = panes.add_beside(panes.active, Qt.Orientation.Horizontal)
    beside.tabs, beside.current = [Tab(3)], 0
    again = make()
    memory.restore(again, memory.kept(panes), lambda item_id: item_id == 1)
    assert [pane.tabs for pane in again.all] == [[Tab(1)]]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(value=st.dictionaries(st.sampled_from(["shape", "panes", "active"]), ANYTHING))
def test_whatever_was_kept_there_is_a_pane(make, value):
    panes = make()
    memory.restore(panes, value, lambda _item_id: True)
    assert 1 <= len(panes.all) <= MOST
    assert panes.active in panes.all
