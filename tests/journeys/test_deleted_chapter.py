# SPDX-License-Identifier: MIT
"""A chapter that is deleted while the inspector shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.faults import begin
from tests.journeys.program import live

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_inspector_leaves_a_deleted_chapter_for_what_is_there(qapp, harbour):
    async def journey(program):
        await begin(program)
        scene = program.editor.current_item_id
        program.press(Qt.Key.Key_N, CTRL_SHIFT)
        await program.until(lambda: program.editor.current_item_id != scene)
        chapter = next(item.parent_id for item in program.workspace.items if item.id == scene)
        await program.saved()
        program.binder.show_item(chapter)
        inspector = program.workspace.inspector
        assert inspector.item_id == chapter
        program.binder.trash_requested.emit([chapter])
        await program.until(lambda: chapter not in program.binder.model.tree)
        await program.controller.tasks.finish()
        assert inspector.item_id in {item.id for item in program.workspace.items}

    live(qapp, journey, harbour)
