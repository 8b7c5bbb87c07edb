# SPDX-License-Identifier: MIT
"""Giving items, texts and novels the values of an ``Edit``, as far as that loses nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.choices import ChoiceRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.text_rewriting import TextRewriter
from novelist.domain.changes import Action
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.edit import Edit, EditAction, Texts, Values, choice_kind
from novelist.domain.enums import RevisionReason
from novelist.domain.outline import is_tree
from novelist.domain.rejoin import part, rejoin
from novelist.errors import StepImpossibleError, TextChangedError
from novelist.services.journal.announcing import announce_choices, announce_novel, announce_values
from novelist.services.journal.applying_comments import apply_to_comments
from novelist.services.journal.applying_entities import apply_to_entities, apply_to_fields
from novelist.services.journal.applying_lines import fit_to_lines
from novelist.services.journal.taken_back import hide_what_was_made

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_UNWRITTEN: Final = frozenset({"deleted_at"})  # nobody types it
_WORDS: Final = frozenset({"title", "synopsis", "notes"})


async def apply_edit(session: AsyncSession, edit: Edit, *, backwards: bool, initiator: str) -> Edit:
    """Do an edit again, or with ``backwards`` take it back; the edit as it was really done.

    Texts that were written in since are joined or parted with all that was typed. Raises, changing
    nothing, ``TextChangedError`` where that cannot be, and ``StepImpossibleError`` where something
    is gone for ever.
    """
    wanted = edit.reversed() if backwards else edit
    await _apply_to_novels(session, wanted, initiator)
    await _apply_to_choices(session, wanted, initiator)
    await apply_to_comments(session, wanted, initiator)
    await apply_to_entities(session, wanted, initiator)
    await apply_to_fields(session, wanted, initiator)
    if not (wanted.after or wanted.texts_after or wanted.rewritten):
        return edit
    wanted = await _fit_to_items(session, wanted)
    wanted = await _fit_to_texts(session, wanted, backwards)
    wanted, now, texts = await fit_to_lines(session, wanted)
    await _apply_to_items(session, wanted, now, texts, initiator, backwards=backwards)
    return wanted.reversed() if backwards else wanted


async def _apply_to_items(
    session: AsyncSession,
    edit: Edit,
    now: Texts,
    by_lines: Texts,
    initiator: str,
    *,
    backwards: bool,
) -> None:
    novel_id, outlines = edit.novel_id or 0, OutlineRepository(session)
    found = await outlines.values_of(edit.after)
    _refuse_to_drop_words(found, edit)
    whole = edit.texts_after.items()
    rewritten = {key: text for key, text in whole if text != edit.texts_before[key]} | {**by_lines}
    await TextRewriter(session).rewrite(rewritten, RevisionReason.UNDO, now)
    await outlines.apply(await hide_what_was_made(session, edit) if backwards else edit.after)
    if not is_tree(await outlines.list_rows(novel_id)):
        raise StepImpossibleError(edit.command_id, "what holds an item is gone")
    announce_values(session, novel_id, found, edit.after, rewritten, initiator=initiator)


async def _apply_to_novels(session: AsyncSession, edit: Edit, initiator: str) -> None:
    novels = NovelRepository(session)
    for novel_id, values in edit.novels_after.items():
        if await novels.find(novel_id) is None:
            raise StepImpossibleError(edit.command_id, "the novel is gone")
        await _refuse_to_drop_details(novels, edit, novel_id)
        await novels.apply(novel_id, values)
        announce_novel(session, _action(values), novel_id, initiator=initiator)


async def _refuse_to_drop_details(novels: NovelRepository, edit: Edit, novel_id: int) -> None:
    """What is not as it was left was written since: in the novel, or on the shelf."""
    novel, before = await novels.get(novel_id), edit.novels_before[novel_id]
    if any(getattr(novel, name) != before[name] for name in before if name not in _UNWRITTEN):
        raise TextChangedError(novel_id)


async def _apply_to_choices(session: AsyncSession, edit: Edit, initiator: str) -> None:
    """Give statuses or labels their values; what goes is taken from the items that carry it."""
    if not edit.choices_after:
        return
    novel_id, kind = edit.novel_id or 0, choice_kind(edit.action)
    gone = [key for key, values in edit.choices_after.items() if values.get("there") is False]
    choices = ChoiceRepository(session, novel_id, kind)
    carried = {item_id: {kind.column: None} for item_id in await choices.carriers(gone)}
    outlines = OutlineRepository(session)
    announce_values(
        session, novel_id, await outlines.values_of(carried), carried, initiator=initiator
    )
    await outlines.apply(carried)
    await choices.put(edit.choices_after)
    announce_choices(session, novel_id, kind, edit.choices_after, initiator=initiator)


def _action(values: Mapping[str, Any]) -> Action:
    if "deleted_at" not in values:
        return Action.UPDATED
    return Action.RESTORED if values["deleted_at"] is None else Action.DELETED


# -- items that are gone -------------------------------------------------------------------------


async def _fit_to_items(session: AsyncSession, edit: Edit) -> Edit:
    """Leave out of the edit what was deleted for ever since, unless it is about just that."""
    parents = {values.get("parent_id") for values in edit.after.values()} - {None}
    wanted = {*edit.ids, *edit.after, *edit.texts_after, *edit.rewritten}
    wanted.update(each for each in parents if each)
    there = await OutlineRepository(session).existing(wanted)
    gone = edit.ids and not there.intersection(edit.ids)
    if gone or not there.issuperset((*edit.texts_after, *parents)):
        raise StepImpossibleError(edit.command_id, "an item is gone")
    choices = await _choices(session, edit)
    return replace(
        edit,
        before=_without(edit.before, there, {}),
        after=_without(edit.after, there, choices),
        rewritten={key: each for key, each in edit.rewritten.items() if key in there},
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
