# SPDX-License-Identifier: MIT
"""Objects in memory hear what a statement did to their rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.attributes import set_committed_value

from novelist.db.feed import after_commit
from novelist.db.identity import LIVE, VERSION, IdentityMap


def tell(session: AsyncSession, cls: type[Any], found: Mapping[Any, Mapping[str, Any]]) -> None:
    """``found`` are values of rows by key, ``version`` among them where the table has one.

    Objects of this session take them at once, live objects after COMMIT.
    """
    for key, values in found.items():
        _tell_own(session, cls, key, values)
    live = session.info.get(LIVE)
    if not isinstance(live, IdentityMap):
        return
    fresh = {key: dict(values) for key, values in found.items()}  # the caller's may change

    def refresh() -> None:
        for key, values in fresh.items():
            live.refresh(cls, key, values, values.get(VERSION))

    after_commit(session, refresh)


def _tell_own(
    session: AsyncSession, cls: type[Any], key: object, values: Mapping[str, Any]
) -> None:
    mapper: Mapper[Any] = inspect(cls)
    own = session.identity_map.get(mapper.identity_key_from_primary_key((key,)))
    if own is not None:
        for name, value in values.items():
            set_committed_value(own, name, value)
