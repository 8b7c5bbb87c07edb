# SPDX-License-Identifier: MIT
"""What leads from the bar over the text beyond it: to hits of other scenes, to a list of all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.outline import in_manuscript
from novelist.services.finding.finding import Scope, Where, find

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.editor.scene_search import SceneSearch

_SCOPES: Final = {"chapter": Scope.CHAPTER, "novel": Scope.NOVEL}
_KEY: Final = "across_scenes"


class AcrossScenes(QObject):
    """Looks for the scene that has the next hit, opens it, and goes there."""

    def __init__(self, controller: Controller, search: SceneSearch) -> None:
        super().__init__(search)
        self._controller, self._search = controller, search
        search.crosses = self._crosses
        search.border_passed.connect(self._on_search_border_passed)
        search.all_requested.connect(self._on_search_all_requested)

    @property
    def _scope(self) -> Scope:
        """How far the text flows that one goes through."""
        return _SCOPES.get(self._controller.workspace.manuscript.extent, Scope.SCENE)

    def _crosses(self) -> bool:
        return self._scope is not Scope.SCENE

    async def _go(self, steps: int) -> None:
        workspace = self._controller.workspace
        await workspace.flush()
        here = workspace.editor.current_item_id
        target = await (self._following(here) if steps > 0 else self._before(here))
        if target is not None:
            await workspace.open_item(target)
            self._search.select_edge(steps)

    async def _following(self, here: int | None) -> int | None:
        """The first scene with a hit after this one, or else of all."""
        first: int | None = None
        ranks = self._ranks()
        async for item_id in self._scenes(ranks):
            first = item_id if first is None else first
            if ranks[item_id] > ranks.get(here or 0, -1):
                return item_id
        return first

    async def _before(self, here: int | None) -> int | None:
        """The last scene with a hit before this one, or else of all."""
        last: int | None = None
        ranks = self._ranks()
        rank = ranks.get(here or 0, -1)
        async for item_id in self._scenes(ranks):
            if last is not None and ranks[last] < rank <= ranks[item_id]:
                return last
            last = item_id
        return last

    def _ranks(self) -> dict[int, int]:
        """The scenes that flow, in the order of reading."""
        items = in_manuscript(self._controller.workspace.items)
        return {item.id: number for number, (item, _) in enumerate(items)}

    async def _scenes(self, ranks: dict[int, int]) -> AsyncIterator[int]:
        workspace = self._controller.workspace
        where = Where(self._scope, workspace.novel_id, workspace.editor.current_item_id)
        async with aclosing(find(self._search.finder, where)) as steps:
            async for step in steps:
                for found in step.found:
                    if found.item_id in ranks:
                        yield found.item_id

    def _on_search_border_passed(self, steps: int) -> None:
        self._controller.tasks.latest(_KEY, self._go(steps))

    def _on_search_all_requested(self) -> None:
        """Show what would be replaced as far as the text flows; the page offers less and more."""
        bar = self._search.bar
        self._controller.commands.search.preview(
            bar.wanted.pattern, bar.new.text(), keep=bar.keep.is_chosen, scope=self._scope
        )
