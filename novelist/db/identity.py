# SPDX-License-Identifier: MIT
"""One live object a row: what is loaded again refreshes the object that widgets already hold.

Live objects are detached and never attached again: a rollback would expire them and take the
typed text along. ``novelist/db/saving.py`` writes what was changed in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar
from weakref import WeakValueDictionary

from sqlalchemy.orm import InstanceState, Mapper, object_session
from sqlalchemy.orm.attributes import instance_dict, instance_state, set_committed_value

from novelist.errors import SessionMisuseError

LIVE: Final = "novelist.live"  # the key of the map in ``session.info``
VERSION: Final = "version"
_STATE: Final = "_sa_instance_state"  # where SQLAlchemy keeps what ``state_of`` gives

Object = TypeVar("Object")


class IdentityMap:
    """The live objects of one open library; they live as long as somebody holds them."""

    def __init__(self) -> None:
        self._live: WeakValueDictionary[tuple[type, Any], Any] = WeakValueDictionary()

    def __len__(self) -> int:
        return len(self._live)

    def find(self, cls: type[Object], key: object) -> Object | None:
        """The live object of that row, if anybody holds it."""
        found: Object | None = self._live.get((cls, key))
        return found

    def all_of(self, cls: type[Object]) -> list[Object]:
        """The live objects of one table that anybody holds."""
        return [live for (kind, _), live in list(self._live.items()) if kind is cls]

    def adopt(self, loaded: Object) -> Object:
        """The live object of the row that ``loaded`` was read from; ``loaded`` itself if none is.

        ``loaded`` must be detached. What it knows better goes into the live object.
        """
        if object_session(loaded) is not None:
            raise SessionMisuseError("expunge an object before it is bound to a widget")
        key = (type(loaded), primary_key(loaded))
        live: Object | None = self._live.get(key)
        if live is None or live is loaded:
            self._live[key] = loaded
            return loaded
        if not _is_like(live, loaded):
            _take_over(live, _columns(loaded), getattr(loaded, VERSION, None))
        return live

    def refresh(
        self, cls: type[Any], key: object, values: Mapping[str, Any], version: int | None
    ) -> None:
        """A row was changed to ``values``: tell its live object, if anybody holds one.

        Attributes that hold unsaved changes keep them.
        """
        live = self.find(cls, key)
        if live is not None:
            _take_over(live, values, version)

    def forget(self, cls: type[Any], key: object) -> None:
        """The row is gone for ever."""
        self._live.pop((cls, key), None)


def state_of(live: object) -> InstanceState[Any]:
    """SQLAlchemy's record of what was loaded and what was changed."""
    return instance_state(live)


def primary_key(live: object) -> Any:  # noqa: ANN401 - an integer, or the text of a preference
    """The value of the (single) primary key, under whatever name."""
    return getattr(live, _key_name(state_of(live).mapper))


@lru_cache(maxsize=64)
def _key_name(mapper: Mapper[Any]) -> str:
    return mapper.get_property_by_column(mapper.primary_key[0]).key


def is_dirty(live: object, name: str) -> bool:
    """Whether the attribute holds a change that is not saved."""
    state = state_of(live)
    return name in state.committed_state and bool(state.attrs[name].history.has_changes())


def _is_like(live: object, loaded: object) -> bool:
    """Whether nothing was changed in either: so it is with nearly all of a long outline."""
    if state_of(live).committed_state:
        return False
    mine, theirs = instance_dict(live), instance_dict(loaded)
    return all(
        name in mine and mine[name] == value for name, value in theirs.items() if name != _STATE
    )


def _columns(loaded: object) -> dict[str, Any]:
    """The attributes that were loaded, by name."""
    state = state_of(loaded)
    names = state.mapper.column_attrs.keys()
    return {name: state.dict[name] for name in names if name in state.dict}


def _take_over(live: object, values: Mapping[str, Any], version: int | None) -> None:
    """Give the live object newer values.

    Where both the row and the object changed one attribute, the object keeps its own and its old
    version: the next save then says so (``ConflictError``) instead of writing over unseen work.
    """
    own = getattr(live, VERSION, None)
    if version is not None and own is not None and version < own:
        return  # read before our last save
    clash = False
    state = state_of(live)
    for name, value in values.items():
        if name == VERSION:
            continue
        same = name in state.dict and state.dict[name] == value
        if same and name not in state.committed_state:
            continue
        if same or not is_dirty(live, name):
            set_committed_value(live, name, value)
        elif committed(live, name) != value:
            clash = True
    if version is not None and not clash:
        set_committed_value(live, VERSION, version)


def committed(live: object, name: str) -> Any:  # noqa: ANN401 - of any column
    """The value of a changed attribute as it was loaded or saved last."""
    deleted = state_of(live).attrs[name].history.deleted
    return deleted[0] if deleted else None
