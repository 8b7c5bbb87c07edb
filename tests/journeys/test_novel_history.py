# SPDX-License-Identifier: MIT
"""The history of the novel and its trash, as a person goes through it in the real window."""

from __future__ import annotations

from novelist.domain.enums import ItemKind
from novelist.services import outline
from tests.journeys.histories import a_novel, open_history, page, show_scope
from tests.journeys.program import live


def test_the_trash_of_another_novel_is_neither_shown_nor_put_back(qapp, empty_library):
    async def journey(program):
        first, scene = await a_novel(["Gone."])
        second, _ = await a_novel()
        more = await outline.create_item(
            first, kind=ItemKind.SCENE, parent_id=None, title="Also gone"
        )
        await outline.trash_items(first, ids=[scene])
        await outline.trash_items(first, ids=[more.ids[0]])
        await open_history(program, first)
        await show_scope(program, "deleted")
        assert page(program).stage.primary.text() == "Put back"
        await open_history(program, second)
        await show_scope(program, "deleted")
        assert page(program).stage.title.text() == "Deleted scenes"
        assert not page(program).stage.primary.isVisible()
        await program.controller.history.deleted.restore()
        assert len(await outline.load_trash(first)) == 2

    live(qapp, journey)
