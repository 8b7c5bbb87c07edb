# SPDX-License-Identifier: MIT
"""What was thrown away is read before it is put back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from tests.journeys.program import live


def test_a_text_in_the_trash_is_read_and_put_back_by_its_button(qapp, empty_library):
    async def journey(program):
        novel_id = await novels.create_novel(title="Harbour", language="en")
        chapter, _ = [item.id for item in await outline.load_outline(novel_id)]
        edit = await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=chapter)
        scene = edit.ids[0]
        await texts.save_text((await texts.load_text(scene)).body, document_of("The tide was out."))
        await program.controller.open_novel(novel_id)
        binder = program.binder
        binder.trash_requested.emit([scene])
        await program.until(lambda: binder.trash.count() == 1)
        program.click(binder.foot.trash)
        tree = binder.trash.tree
        assert binder.trash.title_of(scene) == "The tide was out."
        program.click(tree.viewport(), tree.visualRect(tree.shown.index_of(scene)).center())
        await program.until(lambda: program.window.findChild(object, "trash_preview") is not None)
        preview = program.child("trash_preview")
        await program.until(preview.isVisible)
        assert preview.text.toPlainText() == "The tide was out."
        program.type("gone")
        assert preview.text.toPlainText() == "The tide was out."
        assert scene not in [item.id for item in await outline.load_outline(novel_id)]
        program.editor.focus_text()
        assert not preview.isVisible()  # nobody writes below it
        tree.setFocus()
        tree.select([])
        tree.select([scene])
        await program.until(preview.isVisible)
        program.click(preview.put_back)
        await program.until(lambda: binder.trash.count() == 0)
        await program.until(preview.isHidden)
        assert scene in [item.id for item in await outline.load_outline(novel_id)]

    live(qapp, journey)


def is_shown(program, name):
    found = program.window.findChild(QWidget, name)
    return found is not None and found.isVisible()


def test_what_holds_others_says_that_they_come_back_with_it(qapp, empty_library):
    async def journey(program):
        novel_id = await novels.create_novel(title="Harbour", language="en")
        chapter, _ = [item.id for item in await outline.load_outline(novel_id)]
        await program.controller.open_novel(novel_id)
        program.binder.trash_requested.emit([chapter])
        await program.until(lambda: program.binder.trash.count() == 1)
        program.click(program.binder.foot.trash)
        program.binder.trash.tree.select([chapter])
        await program.until(lambda: is_shown(program, "trash_preview"), "it is not shown")
        preview = program.child("trash_preview")
        assert not preview.text.isVisible()
        program.click(program.binder.foot.trash)
        assert not preview.isVisible()

    live(qapp, journey)
