# SPDX-License-Identifier: MIT
"""Where the scene stands, in the room that there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from novelist.ui.editor.header import Breadcrumb, EditorHeader

PARTS = ["Part One: Field Work", "1  Sheet Forty-One", "The Ludford road"]


@pytest.fixture
def place(qtbot, theme, icons):
    place = Breadcrumb(theme, icons, None)
    qtbot.addWidget(place)
    place.set_parts(PARTS)
    return place


def test_with_room_it_is_all_shown(place):
    place.resize(place.sizeHint())
    assert place.shown == PARTS


def test_outer_parts_give_way_before_the_scene(place):
    place.resize(place.sizeHint().width() - 40, 40)
    assert place.shown[0].endswith("…")
    assert place.shown[1:] == PARTS[1:]
    place.resize(place.fontMetrics().horizontalAdvance(PARTS[-1]) + 20, 40)
    assert place.shown == PARTS[-1:]


def test_alone_the_scene_is_shortened(place):
    place.resize(60, 40)
    (scene,) = place.shown
    assert scene.endswith("…")
    assert place.toolTip().endswith(PARTS[-1])


def test_without_room_a_menu_has_the_choice_of_how_much_is_shown(qtbot, theme, icons):
    page = QWidget()
    qtbot.addWidget(page)
    header = EditorHeader(theme, icons, page)
    page.show()
    chosen = []
    header.extent_chosen.connect(chosen.append)
    header.resize(1000, 40)
    assert (header.extent.isVisible(), header.more.isVisible()) == (True, False)
    header.resize(400, 40)
    assert (header.extent.isVisible(), header.more.isVisible()) == (False, True)
    header.more.click()
    (menu,) = header.findChildren(QMenu)
    assert [row.isChecked() for row in menu.actions()] == [True, False, False]
    menu.actions()[2].trigger()
    assert chosen == ["novel"]
    menu.close()
