# SPDX-License-Identifier: MIT
"""The promises of the list of entities."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from novelist.domain.entities import Entity, EntityKind
from novelist.ui.bible.draft import Draft
from novelist.ui.bible.list_model import EntityModel
from novelist.ui.widgets.row_look import RowRole

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def draft(number, kind, name, **values):
    return Draft(Entity(number, 1, EntityKind(kind), name, **values))


@pytest.fixture
def model(qapp):
    model = EntityModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(
        [
            draft(1, "character", "Ines", aliases=("Miss Marrow", "the girl")),
            draft(2, "character", "Wren", summary="Keeps\nthe lamp."),
            draft(3, "thread", ""),
        ]
    )
    yield model
    tester.deleteLater()


def rows(model, role=Qt.ItemDataRole.DisplayRole):
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_each_kind_that_there_is_has_a_heading(model):
    assert rows(model) == ["Characters", "Ines", "Wren", "Threads", "Unnamed thread"]
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_below_the_name_stands_the_summary_else_the_other_names(model):
    assert rows(model, RowRole.NOTE) == [
        None,
        "Miss Marrow · the girl",
        "Keeps the lamp.",
        None,
        "",
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("ＭＡＲＲＯＷ", ["Ines"]), ("lamp wren", ["Wren"]), ("lamp ines", [])]
)
def test_the_filter_asks_names_and_summaries_for_all_words(model, words, found):
    model.set_filter(words)
    assert [row for row in rows(model) if row != "Characters"] == found
    assert model.matches == len(found)
    model.set_filter("")
    assert model.matches == 3


def test_a_drag_is_offered_every_kind(model):
    model.set_all_kinds(True)
    assert rows(model)[3:] == [
        "Places", "Things", "Groups", "Threads", "Unnamed thread", "Others",
    ]  # fmt: skip
    model.set_all_kinds(False)
    assert model.rowCount() == 5


def test_many_come_and_go_at_once(model):
    many = [draft(number, "place", f"Place {number}") for number in range(10, 300)]
    model.show(many)
    assert model.rowCount() == 291
    assert model.index_of(299).row() == 290
    model.show(many[:1])
    assert rows(model) == ["Places", "Place 10"]


def test_qt_makes_no_rows_of_what_is_dropped(model):
    """Four digits of an id are hundreds of millions of rows to Qt's own form of a drag."""
    data = model.mimeData([model.index_of(1)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(1))
    assert model.rowCount() == 5
