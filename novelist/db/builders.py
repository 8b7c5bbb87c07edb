# SPDX-License-Identifier: MIT
"""Statements put together step by step, for one table; ``repositories`` offer them.

    page = await novels.querier.where(Novel.language == "zh").order_by(Novel.title).page(1, 20)
    many = await items.counter.where(OutlineItem.kind == "scene").count()
    done = await items.updater.where(OutlineItem.id.in_(ids)).set(label_id=None).execute()

Each step gives a new builder, so that one can be kept and used twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from sqlalchemy import ColumnElement, Select, func, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.interfaces import ORMOption

from novelist.db.base import Base, stamps
from novelist.db.feed import announce
from novelist.db.identity import VERSION
from novelist.db.integrity import naming_constraints
from novelist.db.models import Label, Novel, OutlineItem, Preference, SceneBody, Status
from novelist.db.telling import tell
from novelist.domain.changes import Action, Change, Changes, Subject
from novelist.errors import SessionMisuseError

Row = TypeVar("Row", bound=Base)
Values = Mapping[str, Any]

_CHUNK = 500  # ids in one statement
_SUBJECTS: Mapping[type[Base], Subject] = {
    Novel: Subject.NOVEL,
    OutlineItem: Subject.ITEM,
    SceneBody: Subject.TEXT,
    Status: Subject.STATUS,
    Label: Subject.LABEL,
    Preference: Subject.PREFERENCE,
}


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of what was found, and how much there is in all."""

    items: list[Row]
    total: int
    number: int  # from 1
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)


class _Builder(Generic[Row]):
    """What all three share: a session, a table, and which of its rows."""

    def __init__(self, session: AsyncSession, model: type[Row]) -> None:
        self._session = session
        self._model = model
        self._criteria: tuple[ColumnElement[bool], ...] = ()

    def where(self, *criteria: ColumnElement[bool]) -> Self:
        """Only rows for which all of these hold too."""
        return self._with(_criteria=(*self._criteria, *criteria))

    def _with(self, **changed: object) -> Self:
        other = copy(self)
        for name, value in changed.items():
            setattr(other, name, value)
        return other

    @property
    def _key(self) -> Any:  # noqa: ANN401 - the column of the primary key
        mapper: Mapper[Row] = inspect(self._model)
        return mapper.primary_key[0]


class QueryBuilder(_Builder[Row]):
    """Finds rows. ``hand_out`` is what a repository does with each before giving it away."""

    def __init__(
        self,
        session: AsyncSession,
        model: type[Row],
        hand_out: Callable[[Sequence[Row]], list[Row]] = list,
    ) -> None:
        super().__init__(session, model)
        self._hand_out = hand_out
        self._order: tuple[Any, ...] = ()
        self._options: tuple[ORMOption, ...] = ()
        self._limit: int | None = None
        self._offset: int | None = None

    def order_by(self, *columns: Any) -> Self:  # noqa: ANN401 - columns, or expressions of them
        """In this order; later calls order within the earlier ones."""
        return self._with(_order=(*self._order, *columns))

    def limit(self, most: int) -> Self:
        """Not more than ``most`` rows."""
        return self._with(_limit=_at_least(0, most, "limit"))

    def offset(self, skipped: int) -> Self:
        """Without the first ``skipped`` rows."""
        return self._with(_offset=_at_least(0, skipped, "offset"))

    def options(self, *options: ORMOption) -> Self:
        """How related objects are loaded: ``selectinload(...)``, ``undefer(...)``."""
        return self._with(_options=(*self._options, *options))

    async def all(self) -> list[Row]:
        """All of them."""
        found = await self._session.scalars(self._statement())
        return self._hand_out(found.all())

    async def first(self) -> Row | None:
        """The first, or None."""
        found = await self.limit(1).all()
        return found[0] if found else None

    async def one_or_none(self) -> Row | None:
        """The only one, or None. Raises ``SessionMisuseError`` when there are several."""
        found = await self.limit(2).all()
        if len(found) > 1:
            raise SessionMisuseError(
                f"several rows of {self._model.__tablename__} were found: "
                "narrow `where(...)` down, or use `first()`"
            )
        return found[0] if found else None

    async def page(self, number: int, size: int) -> Page[Row]:
        """The page of that number, from 1; its order is settled by the key at last."""
        _at_least(1, number, "number")
        _at_least(1, size, "size")
        counter = CountBuilder(self._session, self._model).where(*self._criteria)
        wanted = self.order_by(self._key).limit(size).offset((number - 1) * size)
        return Page(await wanted.all(), await counter.count(), number, size)

    def _statement(self) -> Select[Row]:
        statement = select(self._model).where(*self._criteria).order_by(*self._order)
        statement = statement.options(*self._options).limit(self._limit)
        if self._offset is not None and self._limit is None:
            statement = statement.limit(-1 if self._is_sqlite else 2**63 - 1)
        return statement.offset(self._offset)

    @property
    def _is_sqlite(self) -> bool:
        return self._session.get_bind().dialect.name == "sqlite"


class CountBuilder(_Builder[Row]):
    """Counts rows."""

    async def count(self) -> int:
        """How many there are."""
        counted = select(func.count()).select_from(self._model).where(*self._criteria)
        return await self._session.scalar(counted) or 0

    async def exists(self) -> bool:
        """Whether there is any."""
        found = await self._session.execute(select(self._key).where(*self._criteria).limit(1))
        return found.first() is not None


class UpdateBuilder(_Builder[Row]):
    """Changes columns of many rows at once, as a save of each would.

    Versions rise, ``updated_at``, author and device are written, live objects take the new values
    after COMMIT, and the change is announced. ``kept`` are columns that only a verb of the
    repository may change, with its name.
    """

    def __init__(
        self, session: AsyncSession, model: type[Row], kept: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(session, model)
        self._kept = kept or {}
        self._values: Values = {}
        self._all = False

    def set(self, **values: Any) -> Self:  # noqa: ANN401 - of any column
        """These columns, to values or expressions; None empties one."""
        columns = inspect(self._model).column_attrs
        for name in values:
            if name in self._kept:
                raise SessionMisuseError(f"`{name}` is changed by `{self._kept[name]}`")
            if name not in columns or name == VERSION:
                raise SessionMisuseError(
                    f"`{name}` is no column to set; there are {columns.keys()}"
                )
        return self._with(_values={**self._values, **values})

    def everywhere(self) -> Self:
        """All rows are meant, although no ``where`` says which."""
        return self._with(_all=True)

    async def execute(self, *, initiator: str = "") -> int:
        """Do it; how many rows were changed. Raises the named error of a broken constraint."""
        if not self._values:
            raise SessionMisuseError("say what to change: `set(...)`")
        if not self._criteria and not self._all:
            raise SessionMisuseError("say which rows: `where(...)`, or `everywhere()`")
        keys = list(await self._session.scalars(select(self._key).where(*self._criteria)))
        found: dict[Any, dict[str, Any]] = {}
        async with naming_constraints(self._session):
            for start in range(0, len(keys), _CHUNK):
                found |= await self._change(keys[start : start + _CHUNK])
        tell(self._session, self._model, found)
        self._announce(found, initiator)
        return len(keys)

    async def _change(self, keys: Sequence[Any]) -> dict[Any, dict[str, Any]]:
        """Update some rows and read back what they hold then."""
        columns = inspect(self._model).columns
        values = stamps(self._model) | dict(self._values)
        if VERSION in columns:
            values[VERSION] = columns[VERSION] + 1
        statement = update(self._model).where(self._key.in_(keys)).values(values)
        await self._session.execute(
            statement, execution_options={"synchronize_session": False, "autoflush": False}
        )
        names = [
            *values,
            *(["novel_id"] if "novel_id" in columns and "novel_id" not in values else []),
        ]
        wanted = select(self._key, *(columns[name] for name in names)).where(self._key.in_(keys))
        rows = await self._session.execute(wanted)
        return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}

    def _announce(self, found: Mapping[Any, Values], initiator: str) -> None:
        subject = _SUBJECTS.get(self._model)
        by_novel: dict[int | None, set[int]] = {}
        for key, values in found.items():
            if isinstance(key, int):
                novel = key if self._model is Novel else values.get("novel_id")
                by_novel.setdefault(novel, set()).add(key)
        if subject is None or not by_novel:
            return
        entries = (
            Change(subject, Action.UPDATED, frozenset(ids), novel)
            for novel, ids in by_novel.items()
        )
        announce(self._session, Changes(tuple(entries), initiator))


def _at_least(least: int, value: int, name: str) -> int:
    if value < least:
        raise SessionMisuseError(f"`{name}` is {least} or more, not {value}")
    return value
