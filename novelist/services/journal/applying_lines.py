# SPDX-License-Identifier: MIT
"""Texts of which an ``Edit`` holds only the lines that changed: the way there and back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.domain.document_text import digest
from novelist.domain.edit import Edit, Rewritten
from novelist.domain.finding.rewriting import Rewriting, rewriting_between
from novelist.errors import StepImpossibleError, TextChangedError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


async def fit_to_lines(
    session: AsyncSession, edit: Edit
) -> tuple[Edit, dict[int, str], dict[int, str]]:
    """The edit as it fits the texts as they are now, what these are, and what they will be.

    Other paragraphs may have been written in since. Raises ``TextChangedError`` where one of
    those that the edit changes was.
    """
    if not edit.rewritten:
        return edit, {}, {}
    now = await SceneBodyRepository(session).contents_of(edit.rewritten)
    gone = edit.rewritten.keys() - now.keys()
    if gone:
        raise StepImpossibleError(edit.command_id, "a text is gone")
    fitted, texts = await asyncio.to_thread(partial(_fit, edit.rewritten, now))
    return replace(edit, rewritten=fitted), now, texts


def _fit(rewritten: Rewritten, now: Mapping[int, str]) -> tuple[Rewritten, dict[int, str]]:
    texts: dict[int, str] = {}
    fitted: dict[int, Rewriting] = {}
    for item_id, rewriting in rewritten.items():
        content = rewriting.applied_to(now[item_id])
        if content is None:
            raise TextChangedError(item_id)
        is_exact = rewriting.before == digest(now[item_id])
        texts[item_id] = content
        fitted[item_id] = rewriting if is_exact else rewriting_between(now[item_id], content)
    return fitted, texts
