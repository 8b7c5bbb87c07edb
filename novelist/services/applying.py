# SPDX-License-Identifier: MIT
"""Giving items, texts and novels the values of an ``Edit``, as far as that loses nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.domain.changes import Action
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.edit import Edit, EditAction, Texts, Values
from novelist.domain.enums import RevisionReason
from novelist.domain.outline import is_tree
from novelist.domain.rejoin import part, rejoin
from novelist.errors import StepImpossibleError, TextChangedError
from novelist.services.announcing import announce_novel, announce_values
from novelist.services.taken_back import hide_what_was_made

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_WORDS: Final = frozenset({"title", "synopsis", "notes"})


async def apply_edit(session: AsyncSession, edit: Edit, *, backwards: bool, initiator: str) -> Edit:
    """Do an edit again, or with ``backwards`` take it back; the edit as it was really done.

    Texts that were written in since are joined or parted with all that was typed. Raises, changing
    nothing, ``TextChangedError`` where that cannot be, and ``StepImpossibleError`` where something
    is gone for ever.
    """
    wanted = edit.reversed() if backwards else edit
    if wanted.novel_id is None:
        await _apply_to_novels(session, wanted, initiator)
        return edit
    wanted = await _fit_to_items(session, wanted)
    wanted = await _fit_to_texts(session, wanted, backwards)
    await _apply_to_items(session, wanted, initiator, backwards=backwards)
    return wanted.reversed() if backwards else wanted


async def _apply_to_items(
    session: AsyncSession, edit: Edit, initiator: str, *, backwards: bool
) -> None:
    novel_id = edit.novel_id or 0
    outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
    found = await outlines.values_of(edit.after)
    _refuse_to_drop_words(found, edit)
    rewritten = [key for key, text in edit.texts_after.items() if text != edit.texts_before[key]]
    for item_id in rewritten:
        await bodies.replace(item_id, edit.texts_after[item_id], reason=RevisionReason.UNDO)
    await outlines.apply(await hide_what_was_made(session, edit) if backwards else edit.after)
    if not is_tree(await outlines.list_rows(novel_id)):
        raise StepImpossibleError(edit.command_id, "what holds an item is gone")
    announce_values(session, novel_id, found, edit.after, rewritten, initiator=initiator)


async def _apply_to_novels(session: AsyncSession, edit: Edit, initiator: str) -> None:
    novels = NovelRepository(session)
    for novel_id, values in edit.novels_after.items():
        if await novels.find(novel_id) is None:
            raise StepImpossibleError(edit.command_id, "the novel is gone")
        await novels.apply(novel_id, values)
        announce_novel(session, _action(values), novel_id, initiator=initiator)


def _action(values: Mapping[str, Any]) -> Action:
    if "deleted_at" not in values:
        return Action.UPDATED
    return Action.RESTORED if values["deleted_at"] is None else Action.DELETED


# -- items that are gone -------------------------------------------------------------------------


async def _fit_to_items(session: AsyncSession, edit: Edit) -> Edit:
    """Leave out of the edit what was deleted for ever since, unless it is about just that."""
    parents = {values.get("parent_id") for values in edit.after.values()} - {None}
    wanted = {*edit.ids, *edit.after, *edit.texts_after, *(each for each in parents if each)}
    there = await OutlineRepository(session).existing(wanted)
    if not there.intersection(edit.ids) or not there.issuperset((*edit.texts_after, *parents)):
        raise StepImpossibleError(edit.command_id, "an item is gone")
    choices = await _choices(session, edit)
    return replace(
        edit,
        before=_without(edit.before, there, {}),
        after=_without(edit.after, there, choices),
    )


async def _choices(session: AsyncSession, edit: Edit) -> dict[str, set[int | None]]:
    """The statuses and labels that there are, where the edit gives one."""
    names = {name for values in edit.after.values() for name in values}
    novels, novel_id = NovelRepository(session), edit.novel_id or 0
    found: dict[str, set[int | None]] = {}
    if "status_id" in names:
        found["status_id"] = {None, *(each.id for each in await novels.list_statuses(novel_id))}
    if "label_id" in names:
        found["label_id"] = {None, *(each.id for each in await novels.list_labels(novel_id))}
    return found


def _without(
    values: Values, there: Collection[int], choices: Mapping[str, Collection[int | None]]
) -> Values:
    return {
        item_id: {
            name: value if value in choices.get(name, (value,)) else None
            for name, value in columns.items()
        }
        for item_id, columns in values.items()
        if item_id in there
    }


# -- words that were typed since -----------------------------------------------------------------


def _refuse_to_drop_words(found: Values, edit: Edit) -> None:
    """A title or note that is not the one that was left was typed by somebody else."""
    for item_id, values in found.items():
        for name in _WORDS & values.keys():
            if values[name] != edit.before[item_id][name]:
                raise TextChangedError(item_id)


async def _fit_to_texts(session: AsyncSession, edit: Edit, backwards: bool) -> Edit:
    """Let the edit begin with the texts as they are now. Raises ``TextChangedError``."""
    now = await SceneBodyRepository(session).contents_of(edit.texts_before)
    if now == edit.texts_before:
        return edit
    texts: Texts | None = edit.texts_after
    lost = [key for key in now if now[key] not in (edit.texts_before[key], edit.texts_after[key])]
    if lost:
        texts = _joined(edit, now) or _parted(edit, now) if backwards else None
    if texts is None or texts.keys() != now.keys():
        raise TextChangedError(next(iter(lost or edit.texts_before)))
    return replace(edit, texts_before=now, texts_after=texts)


def _joined(edit: Edit, now: Texts) -> Texts | None:
    """Of a split that is taken back: both texts as they are now, in one."""
    if edit.action != EditAction.SPLIT or len(edit.texts_after) != 2:
        return None
    scene, new = edit.texts_after
    whole = from_json_lines(edit.texts_after[scene])
    halves = [from_json_lines(edit.texts_before[each]) for each in (scene, new)]
    joined = rejoin(whole, halves, [from_json_lines(now[each]) for each in (scene, new)])
    return {scene: to_json_lines(joined), new: now[new]}


def _parted(edit: Edit, now: Texts) -> Texts | None:
    """Of a merge that is taken back: the text as it is now, in its parts."""
    if edit.action != EditAction.MERGE:
        return None
    first, *others = edit.texts_after
    if any(now.get(each) != edit.texts_after[each] for each in others):
        return None
    texts = [from_json_lines(content) for content in edit.texts_after.values()]
    parts = part(texts, from_json_lines(now[first]))
    if parts is None:
        return None
    return dict(zip(edit.texts_after, map(to_json_lines, parts), strict=True))
