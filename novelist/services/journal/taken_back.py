# SPDX-License-Identifier: MIT
"""What a taken-back action had made: kept for “Redo”, shown in the trash only where it has words.

Undo of a split, a copy or a new entry cannot delete what was made, because redo brings it back.
``trashed_with`` says ``TAKEN_BACK`` of what holds nothing that is not elsewhere too. When something
else is done there is no redo any more: then each of these goes for ever, or is shown after all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.outlines import TAKEN_BACK, OutlineRepository
from novelist.domain.changes import Action
from novelist.domain.edit import Edit, EditAction, Values
from novelist.services.journal.announcing import announce_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncSession

_MAKING: Final = frozenset({EditAction.CREATE, EditAction.SPLIT, EditAction.DUPLICATE})


async def hide_what_was_made(session: AsyncSession, wanted: Edit) -> Values:
    """The values of items that ``wanted`` gives, where it takes the making of some back."""
    groups: dict[int, list[int]] = {}
    for item_id, values in wanted.after.items():
        root = values.get("trashed_with")
        if root is not None and values.get("deleted_at") is not None:
            groups.setdefault(root, []).append(item_id)
    after: dict[int, Mapping[str, Any]] = dict(wanted.after)
    for made in groups.values():
        if await _holds_nothing_of_its_own(session, wanted, made):
            after |= {item_id: {**after[item_id], "trashed_with": TAKEN_BACK} for item_id in made}
    return after


async def settle_what_was_hidden(session: AsyncSession, novel_id: int) -> None:
    """No redo brings back what is hidden: let nothing stay that nobody could ever see or remove.

    What has words that nothing live has is shown in the trash. What has versions, or stands in a
    named moment, stays for the history. The rest goes for ever.
    """
    outlines = OutlineRepository(session)
    hidden = await outlines.list_hidden(novel_id)
    if not hidden:
        return
    shown = await outlines.hidden_with_words(novel_id)
    await outlines.apply({item_id: {"trashed_with": item_id} for item_id in shown})
    remembered = await outlines.hidden_in_history(novel_id)
    await outlines.purge_hidden(set(hidden) - {*shown, *remembered})
    announce_items(session, novel_id, Action.DELETED, hidden, initiator="")


async def _holds_nothing_of_its_own(session: AsyncSession, edit: Edit, made: list[int]) -> bool:
    if edit.action not in _MAKING:
        return False
    if edit.action == EditAction.SPLIT:  # its words are back in the first scene
        return bool(edit.texts_after)
    unlike = await SceneBodyRepository(session).unlike_others(made)
    return not unlike
