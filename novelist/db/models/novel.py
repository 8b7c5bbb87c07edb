# SPDX-License-Identifier: MIT
"""A novel and the statuses and labels its scenes may carry."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import AuditMixin, Base, DeviceMixin, LongText, TimestampMixin, VersionMixin


class Novel(TimestampMixin, DeviceMixin, VersionMixin, Base):
    """One book. Deleting it sets ``deleted_at``: it is then in the trash."""

    __tablename__ = "novels"
    __table_args__ = (
        CheckConstraint("target IS NULL OR target > 0", name="target_positive"),
        Index("ix_novels_deleted_at", "deleted_at"),
        {"sqlite_autoincrement": True},  # an id that undo or a live object knows is never reused
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(500), default="")
    subtitle: Mapped[str] = mapped_column(String(500), default="")
    author: Mapped[str] = mapped_column(String(300), default="")
    language: Mapped[str] = mapped_column(String(35), default="en")
    genre: Mapped[str] = mapped_column(String(200), default="")
    series: Mapped[str] = mapped_column(String(300), default="")
    series_index: Mapped[int | None]
    logline: Mapped[str] = mapped_column(LongText, default="")
    synopsis: Mapped[str] = mapped_column(LongText, default="")
    target: Mapped[int | None]
    target_unit: Mapped[str] = mapped_column(String(20), default="words")
    deadline: Mapped[date | None]
    cover: Mapped[str] = mapped_column(String(20), default="")  # a pair of tokens.toml [cover]
    opened_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class Status(TimestampMixin, AuditMixin, Base):
    """How far a scene is: first draft, second draft, …, in the novel's own words."""

    __tablename__ = "statuses"
    __table_args__ = (
        Index("uq_statuses_novel_id_name", "novel_id", "name", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    hue: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]


class Label(TimestampMixin, AuditMixin, Base):
    """A coloured tag of a scene: a storyline, a place, whatever the writer wants."""

    __tablename__ = "labels"
    __table_args__ = (
        Index("uq_labels_novel_id_name", "novel_id", "name", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    hue: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
