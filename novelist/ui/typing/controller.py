# SPDX-License-Identifier: MIT
"""What helps while one types and needs the store: repairing marks, words to be suggested."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.finding.passages import Address
from novelist.domain.languages import is_han
from novelist.domain.typing.completion import Vocabulary
from novelist.domain.typing.letters import is_han_letter
from novelist.services.finding.finding import Scope, Where
from novelist.services.finding.frequency import measure_items
from novelist.services.finding.full_width import FoundRepair, find_repairs, repair_marks
from novelist.services.history.snapshots import take_snapshot
from novelist.ui.editor.codec import offset_in
from novelist.ui.typing.completion import Completion
from novelist.ui.typing.repairing import is_in_open_text, repair_open_text
from novelist.ui.undo_offer import UndoOffer

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.services.finding.replacing import Replaced
    from novelist.ui.controller import Controller
    from novelist.ui.typing.repair_sheet import RepairSheet

_INITIATOR: Final = "full_width"
_LOOKING: Final = "full_width"
_GATHERING: Final = "words to suggest"
_SHORTEST: Final = 5  # letters of a word that is worth a suggestion
_ENOUGH: Final = 150_000  # words that are looked at around the open scene
_SELECTION: Final = "selection"
_SCENE: Final = "scene"
_Place = tuple[Address, int]


class TypingController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._sheet: RepairSheet | None = None
        self._selected: tuple[_Place, _Place] | None = None
        controller.window.actions_.connect_all({"full_width": self.show_repair})
        self._gathered: int | None = None
        theme, edit = controller.context.theme, controller.workspace.editor.edit
        self.completion = Completion(edit, controller.typing, theme)
        controller.typing.changed.connect(self._gather_when_wanted)
        controller.workspace.counts_changed.connect(self._gather_when_wanted)

    # -- words that are suggested --------------------------------------------------------------

    def _gather_when_wanted(self) -> None:
        """Another novel is open, or the suggestions were switched on."""
        workspace, choices = self._controller.workspace, self._controller.typing.choices
        if workspace.novel_id is None or workspace.novel_id == self._gathered:
            return
        self._controller.typing.rules(workspace.novel.language)  # read before the first key
        self.completion.vocabulary = Vocabulary()
        if choices.of(workspace.novel.language).completion:
            self._gathered = workspace.novel_id
            self._controller.tasks.latest(_GATHERING, self._gather())

    async def _gather(self) -> None:
        """The frequent words around the open scene. Names of the bible are to come as ``names``."""
        workspace = self._controller.workspace
        ids = items_around(workspace.items, workspace.editor.current_item_id)
        used = await measure_items(ids, workspace.novel.language)
        words = used.phrases if is_han(workspace.novel.language) else used.words
        long = (
            use.text for use in words if len(use.text) >= _SHORTEST or is_han_letter(use.text[0])
        )
        self.completion.vocabulary = Vocabulary(tuple(long))

    # -- full-width marks ----------------------------------------------------------------------

    def show_repair(self) -> None:
        """Show which half-width marks stand beside Chinese; of the selection where there is one."""
        if self._controller.workspace.editor.current_item_id is None:
            return
        self._selected = self._selection()
        has_selection = self._selected is not None
        scope = _SELECTION if has_selection else _SCENE
        self._repair_sheet().ask(scope, with_selection=has_selection)

    def _repair_sheet(self) -> RepairSheet:
        from novelist.ui.typing.repair_sheet import RepairSheet  # noqa: PLC0415 - when wanted

        if self._sheet is None:
            context = self._controller.context
            self._sheet = RepairSheet(context.theme, context.icons, self._controller.window)
            self._sheet.scope_chosen.connect(self._on_sheet_scope_chosen)
            self._sheet.repair_requested.connect(self._on_sheet_repair_requested)
        return self._sheet

    def _selection(self) -> tuple[_Place, _Place] | None:
        """From where to where the open text is selected; None where it is not."""
        edit = self._controller.workspace.editor.edit
        cursor = edit.textCursor()
        if not cursor.hasSelection() or edit.selects_beyond:
            return None

        def place(position: int) -> _Place:
            block = edit.document().findBlock(position)
            return Address(block.blockNumber()), offset_in(block, position)

        return place(cursor.selectionStart()), place(cursor.selectionEnd())

    async def _look(self, scope: str) -> None:
        workspace, sheet = self._controller.workspace, self._repair_sheet()
        kind = Scope.SCENE if scope == _SELECTION else Scope(scope)
        where = Where(kind, workspace.novel_id, workspace.editor.current_item_id)
        await workspace.flush()
        async for found in find_repairs(where):
            sheet.found.add(self._in_selection(found) if scope == _SELECTION else found)
        sheet.end()

    def _in_selection(self, found: list[FoundRepair]) -> list[FoundRepair]:
        assert self._selected is not None
        start, end = self._selected
        return [
            each
            for each in found
            if start <= (each.address, each.repair.start) and (each.address, each.repair.end) <= end
        ]

    async def _repair(self) -> None:
        sheet = self._repair_sheet()
        chosen = sheet.found.chosen
        sheet.close_sheet()
        workspace, moment = self._controller.workspace, self.tr("Before full-width punctuation")
        await workspace.flush()
        edit, novel_id = workspace.editor.edit, workspace.novel_id
        if novel_id is not None and chosen and is_in_open_text(edit, chosen):
            await take_snapshot(novel_id, name=moment, item_id=chosen[0].item_id)
            self._say(repair_open_text(edit, chosen))  # undone in the text, where one is
            return
        done = await repair_marks(
            chosen,
            looked_for=self.tr("half-width marks"),
            moment=moment,
            initiator=_INITIATOR,
        )
        self._tell(done)

    def _tell(self, done: Replaced) -> None:
        """It can be undone from the message, from the menu, another day."""
        outline = self._controller.workspace.outline
        for edit in done.edits:  # of one novel there is one
            outline.remember(edit)
        undo = partial(outline.undo_only, *done.edits) if done.edits else None
        offer = UndoOffer(done.edits[0].command_id, undo) if undo is not None else None
        self._say(done.count, offer)

    def _say(self, count: int, undo: UndoOffer | None = None) -> None:
        said = self.tr("%Ln marks are full-width now.", "", count)
        self._controller.window.notify(said, undo)

    def _on_sheet_scope_chosen(self, scope: str) -> None:
        self._controller.tasks.latest(_LOOKING, self._look(scope))

    def _on_sheet_repair_requested(self) -> None:
        self._controller.tasks.start(self._repair())


def items_around(items: Sequence[OutlineItem], item_id: int | None) -> list[int]:
    """The items whose words are gathered: the open one, and its neighbours until it is enough."""
    texts = [item for item in items if item.words]
    middle = next((number for number, item in enumerate(texts) if item.id == item_id), 0)
    nearest = sorted(range(len(texts)), key=lambda number: abs(number - middle))
    found, words = list[int](), 0
    for number in nearest:
        if words > _ENOUGH:
            break
        found.append(texts[number].id)
        words += texts[number].words
    return found
