# SPDX-License-Identifier: MIT
"""The declarative base: named constraints, portable column types, Python-side timestamps."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, LargeBinary, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from novelist.db.audit import current_author, current_device

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class LongText(TypeDecorator[str]):
    """Text of any length: MySQL's TEXT ends at 64 kB, so it is LONGTEXT there."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one kind of database."""
        if dialect.name not in ("mysql", "mariadb"):
            return dialect.type_descriptor(Text())
        from sqlalchemy.dialects.mysql import LONGTEXT  # noqa: PLC0415 - slow; only on a server

        return dialect.type_descriptor(LONGTEXT())


class LongBytes(TypeDecorator[bytes]):
    """Bytes of any length: MySQL's BLOB ends at 64 kB, so it is LONGBLOB there."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one kind of database."""
        if dialect.name not in ("mysql", "mariadb"):
            return dialect.type_descriptor(LargeBinary())
        from sqlalchemy.dialects.mysql import LONGBLOB  # noqa: PLC0415 - slow; only on a server

        return dialect.type_descriptor(LONGBLOB())


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC moment, stored naive (SQLite and MySQL keep no zone)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Drop the zone after converting to UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime}
    __mapper_args__ = MappingProxyType({"eager_defaults": True})


class TimestampMixin:
    """When a row was made and last changed: UTC, set in Python.

    A server-side ``onupdate`` would expire the attribute of an object bound to a widget.
    """

    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now)


class VersionMixin:
    """The number that a save compares and raises, so that nobody overwrites unseen work."""

    version: Mapped[int] = mapped_column(default=1)


class DeviceMixin:
    """The machine on which a row was last written (``novelist/db/audit.py``)."""

    device: Mapped[str] = mapped_column(
        String(200), default=current_device, onupdate=current_device, server_default=""
    )


class AuditMixin(DeviceMixin):
    """Who last wrote a row, and on which machine.

    A novel has the second alone: its ``author`` is the one on the title page.
    """

    author: Mapped[str] = mapped_column(
        String(300), default=current_author, onupdate=current_author, server_default=""
    )


def stamp_names(cls: type[Any]) -> frozenset[str]:
    """The columns of ``cls`` that say when, by whom and where a row was written."""
    names = {"device"} if issubclass(cls, DeviceMixin) else set()
    names |= {"author"} if issubclass(cls, AuditMixin) else set()
    names |= {"updated_at"} if "updated_at" in cls.__table__.columns else set()
    return frozenset(names)


def stamps(cls: type[Any]) -> dict[str, Any]:
    """What these columns say if it is written now."""
    now = {"updated_at": utc_now(), "device": current_device(), "author": current_author()}
    return {name: value for name, value in now.items() if name in stamp_names(cls)}
