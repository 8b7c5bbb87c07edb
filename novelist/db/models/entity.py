# SPDX-License-Identifier: MIT
"""The story bible of a novel, and the fields that a writer gave to items of the outline."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base, DeviceMixin, LongText, TimestampMixin, VersionMixin


class Entity(TimestampMixin, DeviceMixin, VersionMixin, Base):
    """A person, place, thing, group or storyline; ``kind`` is an ``EntityKind``."""

    __tablename__ = "entities"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an id that undo knows is never reused

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(300), default="")
    summary: Mapped[str] = mapped_column(LongText, default="")
    notes: Mapped[str] = mapped_column(LongText, default="")
    position: Mapped[int] = mapped_column(BigInteger)
    deleted_at: Mapped[datetime | None]


class Alias(Base):
    """Another name of an entity."""

    __tablename__ = "aliases"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(300))
    position: Mapped[int]


class EntityField(Base):
    """A field of the writer's own, of an entity."""

    __tablename__ = "entity_fields"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200))
    value: Mapped[str] = mapped_column(LongText, default="")
    position: Mapped[int]


class ItemField(Base):
    """A field of the writer's own, of an item of the outline."""

    __tablename__ = "item_fields"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(
        ForeignKey("outline_items.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(200))
    value: Mapped[str] = mapped_column(LongText, default="")
    position: Mapped[int]
