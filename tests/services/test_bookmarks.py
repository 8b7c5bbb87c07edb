# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.bookmarks``."""

from __future__ import annotations

from sqlalchemy import text

from novelist.db.session import writer
from novelist.domain.document import Block, Document, Run, marks
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline
from novelist.services.bookmarks import list_bookmarks
from novelist.services.texts import load_text, save_text


def a_scene(loop, novel, name):
    edit = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None, title="Tide"))
    document = Document((Block(inlines=(Run("High water", marks(bookmark=name)),)),))
    loop(save_text(loop(load_text(edit.ids[0])).body, document))
    return edit.ids[0]


async def damage(item_id):
    async def command(session):
        damaged = "UPDATE scene_bodies SET content = replace(content, ']', '') WHERE item_id = :id"
        await session.execute(text(damaged), {"id": item_id})

    await writer().submit(command)


def test_a_damaged_text_hides_only_its_own_bookmarks(library, loop):
    novel = loop(novels.create_novel(title="Harbour", language="en"))
    first, second = a_scene(loop, novel, "one"), a_scene(loop, novel, "two")
    assert set(loop(list_bookmarks(novel))) == {first, second}
    loop(damage(first))
    assert [each.id for each in loop(list_bookmarks(novel))[second]] == ["two"]
