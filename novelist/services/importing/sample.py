# SPDX-License-Identifier: MIT
"""The short novel that comes with Novelist, to look around in."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from novelist import paths
from novelist.db.repositories.known_words import KnownWordRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import writer
from novelist.domain.changes import Action
from novelist.domain.edit import EditAction
from novelist.importers.base import read_source
from novelist.services.importing.importing import import_novel
from novelist.services.journal.announcing import announce_novel

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_AS_WRITTEN = ("synopsis", "notes", "target")


async def create_sample(language: str) -> int:
    """Add the sample novel in "en" or "zh" to the library; its id."""
    folder = paths.resources() / "sample"
    described = await asyncio.to_thread(_describe, folder / "sample.toml", language)
    imported = await asyncio.to_thread(read_source, folder / described["file"])
    novel_id = (await import_novel(imported, action=EditAction.CREATE_NOVEL)).novel_id
    await writer().submit(lambda session: _dress(session, novel_id, described))
    return novel_id


def _describe(path: Path, language: str) -> dict[str, Any]:
    with path.open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)[language]
    return found


async def _dress(session: AsyncSession, novel_id: int, described: dict[str, Any]) -> None:
    """Give the items their statuses, labels, targets, synopses and notes."""
    novels, outlines = NovelRepository(session), OutlineRepository(session)
    await novels.apply(novel_id, {"target": described["target"]})
    await novels.add_labels(novel_id, described["labels"])
    await KnownWordRepository(session).add(novel_id, described.get("words", ()))
    statuses = {status.name: status.id for status in await novels.list_statuses(novel_id)}
    labels = {label.name: label.id for label in await novels.list_labels(novel_id)}
    ids = {row.title: row.id for row in await outlines.list_rows(novel_id)}
    for item in described["items"]:
        values = {name: item[name] for name in _AS_WRITTEN if name in item}
        if "status" in item:
            values["status_id"] = statuses[item["status"]]
        if "label" in item:
            values["label_id"] = labels[item["label"]]
        await outlines.apply({ids[item["title"]]: values})
    announce_novel(session, Action.UPDATED, novel_id)
