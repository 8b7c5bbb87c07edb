# SPDX-License-Identifier: MIT
"""The statuses and labels of a novel: every change is one action that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from novelist.db.repositories.choices import ChoiceRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session, writer
from novelist.domain.edit import Edit, Values
from novelist.domain.enums import ChoiceKind, Hue
from novelist.domain.outline import GAP
from novelist.errors import ForbiddenValueError, NotFoundError
from novelist.services.journal.announcing import announce_choices, announce_values
from novelist.services.journal.journal import record

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


async def create_choice(
    novel_id: int, kind: ChoiceKind, *, name: str, hue: Hue | None = None, initiator: str = ""
) -> Edit:
    """Add a status or label after the others; its id is the key of ``choices_after``.

    Without a hue it gets one that the fewest others have. Raises ``DuplicateTitleError``.
    """

    async def command(session: AsyncSession) -> Edit:
        choices = ChoiceRepository(session, novel_id, kind)
        rows = await choices.rows()
        values: dict[str, Any] = {
            "name": _name(name),
            "hue": str(hue or _rarest(rows)),
            "position": max((row["position"] for row in rows.values()), default=0) + GAP,
        }
        key = await choices.add(**values)
        before = {key: values | {"there": False}}
        after = {key: values | {"there": True}}
        announce_choices(session, novel_id, kind, after, initiator=initiator)
        return await record(session, _edit("create", novel_id, kind, before, after, values["name"]))

    return await writer().submit(command)


async def rename_choice(
    novel_id: int, kind: ChoiceKind, choice_id: int, name: str, *, initiator: str = ""
) -> Edit:
    """Call it something else. Raises ``DuplicateTitleError`` and ``NotFoundError``."""
    return await _change("rename", novel_id, kind, choice_id, {"name": _name(name)}, initiator)


async def recolour_choice(
    novel_id: int, kind: ChoiceKind, choice_id: int, hue: Hue, *, initiator: str = ""
) -> Edit:
    """Give it another hue. Raises ``NotFoundError``."""
    return await _change("recolour", novel_id, kind, choice_id, {"hue": str(hue)}, initiator)


async def move_choice(
    novel_id: int, kind: ChoiceKind, choice_id: int, index: int, *, initiator: str = ""
) -> Edit:
    """Put it at ``index`` of the others. Raises ``NotFoundError``."""

    async def command(session: AsyncSession) -> Edit:
        rows = await ChoiceRepository(session, novel_id, kind).rows()
        name = _row(rows, kind, choice_id)["name"]
        order = [key for key in rows if key != choice_id]
        order.insert(max(index, 0), choice_id)
        after = {
            key: {"position": (place + 1) * GAP}
            for place, key in enumerate(order)
            if rows[key]["position"] != (place + 1) * GAP
        }
        before = {key: {"position": rows[key]["position"]} for key in after}
        edit = _edit("move", novel_id, kind, before, after, name)
        return await _put(session, edit, kind, initiator)

    return await writer().submit(command)


async def remove_choice(
    novel_id: int, kind: ChoiceKind, choice_id: int, *, initiator: str = ""
) -> Edit:
    """Remove it; items that carry it have none then. Raises ``NotFoundError``."""

    async def command(session: AsyncSession) -> Edit:
        choices = ChoiceRepository(session, novel_id, kind)
        row = _row(await choices.rows(), kind, choice_id)
        outlines = OutlineRepository(session)
        after: Values = {
            item_id: {kind.column: None} for item_id in await choices.carriers([choice_id])
        }
        before = await outlines.values_of(after)
        await outlines.apply(after)
        announce_values(session, novel_id, before, after, initiator=initiator)
        edit = Edit(
            f"remove_{kind}",
            novel_id,
            (),
            before,
            after,
            choices_before={choice_id: row},
            choices_after={choice_id: row | {"there": False}},
            subject=row["name"],
        )
        return await _put(session, edit, kind, initiator)

    return await writer().submit(command)


async def count_carriers(novel_id: int, kind: ChoiceKind) -> dict[int, int]:
    """How many items outside the trash carry each status or label that any carries."""
    async with read_session() as session:
        return await ChoiceRepository(session, novel_id, kind).count_carriers()


async def _change(
    verb: str,
    novel_id: int,
    kind: ChoiceKind,
    choice_id: int,
    values: Mapping[str, Any],
    initiator: str,
) -> Edit:
    async def command(session: AsyncSession) -> Edit:
        row = _row(await ChoiceRepository(session, novel_id, kind).rows(), kind, choice_id)
        before = {choice_id: {name: row[name] for name in values}}
        subject = values.get("name", row["name"])
        edit = _edit(verb, novel_id, kind, before, {choice_id: values}, subject)
        return await _put(session, edit, kind, initiator)

    return await writer().submit(command)


async def _put(session: AsyncSession, edit: Edit, kind: ChoiceKind, initiator: str) -> Edit:
    """Write what the edit says of the choices, announce and record it."""
    novel_id = edit.novel_id or 0
    if edit.choices_before != edit.choices_after:
        await ChoiceRepository(session, novel_id, kind).put(edit.choices_after)
        announce_choices(session, novel_id, kind, edit.choices_after, initiator=initiator)
    return await record(session, edit)


def _edit(
    verb: str, novel_id: int, kind: ChoiceKind, before: Values, after: Values, subject: str
) -> Edit:
    return Edit(
        f"{verb}_{kind}", novel_id, (), choices_before=before, choices_after=after, subject=subject
    )


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name:
        raise ForbiddenValueError("a status or label without a name")
    return name


def _row(rows: Mapping[int, dict[str, Any]], kind: ChoiceKind, choice_id: int) -> dict[str, Any]:
    if choice_id not in rows:
        raise NotFoundError(kind, choice_id)
    return rows[choice_id]


def _rarest(rows: Mapping[int, Mapping[str, Any]]) -> Hue:
    used = [row["hue"] for row in rows.values()]
    return min(Hue, key=used.count)
