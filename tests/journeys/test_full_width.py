# SPDX-License-Identifier: MIT
"""Half-width marks of a Chinese novel: shown, some left out, changed, brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QListView

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import outline, texts
from novelist.services.history import snapshots
from tests.journeys.program import live
from tests.journeys.test_smart_typing import begun


async def written(program):
    """A Chinese scene with half-width marks, the sheet open over it."""
    await begun(program, "zh")
    program.controller.commands.choose("typing", {"languages": {"zh": {"quotes": False}}})
    program.compose("", '他说:"好."')
    program.type("\n")
    program.compose("", "走,走 OK, all.")
    await asked(program)


async def asked(program):
    program.window.actions_["full_width"].trigger()
    done = program.child("repair_do")
    await program.until(done.isEnabled, "nothing was found")


def rows(program):
    model = program.window.findChild(QListView, "repair_list").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(program, name):
    program.child("repair_sheet").findChild(QAbstractButton, name).click()


def test_what_is_left_out_stays_and_all_of_it_comes_back(qapp, empty_library):
    async def journey(program):
        await written(program)
        assert len(rows(program)) == 4
        program.focused.setFocus()
        program.press(Qt.Key.Key_Space)  # the first row, which has the keyboard
        press(program, "repair_do")
        changed = "他说:“好。”\n走，走 OK, all."
        await program.until(lambda: program.page.toPlainText() == changed, "it was not changed")
        moments = await snapshots.list_snapshots(program.workspace.novel_id)
        assert [each.name for each in moments] == ["Before full-width punctuation"]
        program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() == '他说:"好."\n走,走 OK, all.'

    live(qapp, journey)


def test_only_the_selection_is_looked_through(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.press(Qt.Key.Key_Escape)
        cursor = QTextCursor(program.page.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        program.page.setTextCursor(cursor)
        await asked(program)
        assert rows(program) == ["走,走 OK, al…"]
        press(program, "segment_novel")
        await program.until(lambda: len(rows(program)) == 4, "the novel was not looked through")
        program.press(Qt.Key.Key_Escape)


def test_what_is_changed_in_a_novel_is_undone_from_the_message(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.press(Qt.Key.Key_Escape)
        other = await outline.create_item(
            program.workspace.novel_id, kind=ItemKind.SCENE, parent_id=None, title=""
        )
        body = (await texts.load_text(other.ids[0])).body
        await texts.save_text(body, document_of("好,好"))
        await asked(program)
        press(program, "segment_novel")
        await program.until(lambda: len(rows(program)) == 5, "the novel was not looked through")
        await program.until(program.child("repair_do").isEnabled)
        press(program, "repair_do")
        await program.until(lambda: "full-width" in program.window.toast.text, "nothing is said")
        assert (await texts.load_text(other.ids[0])).document == document_of("好，好")
        changed = "他说：“好。”\n走，走 OK, all."
        await program.until(lambda: program.page.toPlainText() == changed, "it is not shown")
        program.click(program.window.toast.action)
        before = '他说:"好."\n走,走 OK, all.'
        await program.until(lambda: program.page.toPlainText() == before, "it did not come back")
        assert (await texts.load_text(other.ids[0])).document == document_of("好,好")

    live(qapp, journey)
