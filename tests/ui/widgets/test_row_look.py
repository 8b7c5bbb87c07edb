# SPDX-License-Identifier: MIT
"""What is known of a row is what its model says now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from novelist.ui.widgets.row_look import RowLooks, RowRole


@pytest.fixture
def outline(qapp):
    """A part with a chapter with a scene."""
    model = QStandardItemModel()
    part, chapter, scene = (QStandardItem(name) for name in ("One", "Harbour", "Ebb"))
    part.setData(True, RowRole.SECTION)
    model.appendRow(part)
    part.appendRow(chapter)
    chapter.appendRow(scene)
    return model


@pytest.fixture
def looks(theme):
    keeper = QObject()
    yield RowLooks(theme, keeper)
    keeper.deleteLater()


def at(model, *rows):
    index = model.index(rows[0], 0)
    for row in rows[1:]:
        index = model.index(row, 0, index)
    return index


def test_a_part_indents_nothing(outline, looks):
    found = [looks.of(at(outline, *rows)) for rows in ((0,), (0, 0), (0, 0, 0))]
    assert [(look.title, look.depth) for look in found] == [("One", 0), ("Harbour", 0), ("Ebb", 1)]
    assert [look.is_in_section for look in found] == [False, True, True]
    assert [look.has_children for look in found] == [True, True, False]


def test_a_change_is_seen(outline, looks):
    scene = at(outline, 0, 0, 0)
    assert looks.of(scene).count_width == 0
    outline.setData(scene, "1,234", RowRole.COUNT)
    assert looks.of(scene).count == "1,234"
    assert looks.of(scene).count_width > 0
    outline.setData(scene, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert looks.of(scene).check is Qt.CheckState.Checked


def test_rows_that_come_before_are_seen(outline, looks):
    assert looks.of(at(outline, 0, 0, 0)).title == "Ebb"
    outline.item(0).child(0).insertRow(0, [QStandardItem("Dawn")])
    assert [looks.of(at(outline, 0, 0, row)).title for row in (0, 1)] == ["Dawn", "Ebb"]
    outline.item(0).child(0).removeRow(0)
    assert looks.of(at(outline, 0, 0, 0)).title == "Ebb"


def test_another_model_has_looks_of_its_own(outline, looks):
    assert looks.of(at(outline, 0)).title == "One"
    other = QStandardItemModel()
    other.appendRow(QStandardItem("Two"))
    assert looks.of(at(other, 0)).title == "Two"


def test_the_rows_of_a_list_have_looks(looks):
    names = QStringListModel(["Ebb", "Flood"])
    look = looks.of(names.index(1, 0))
    assert (look.title, look.depth, look.has_children) == ("Flood", 0, False)


def test_words_are_cut_to_the_room_they_have(outline, looks):
    look, font = looks.of(at(outline, 0, 0)), QFont()
    whole, width = look.fitting("Harbour", font, 1_000)
    assert whole == "Harbour"
    cut, less = look.fitting("Harbour", font, width - 10)
    assert cut.endswith("…")
    assert less <= width - 10
