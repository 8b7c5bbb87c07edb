# SPDX-License-Identifier: MIT
"""Every version of every text, and the moments that were given a name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import AuditMixin, Base, LongBytes, LongText, utc_now


class Revision(AuditMixin, Base):
    """What a text was after one save; ``reason`` is a ``RevisionReason``.

    ``data`` (see ``domain/revision_codec.py``) is the whole text where ``base_id`` is None, else
    what differs from the revision ``base_id`` of the same item. ``digest`` is that of the JSON
    Lines, checked when it is written and whenever it is read; ``size`` is their length in bytes.
    ``removed`` counts the characters that the save took out. ``sitting`` names the run of the
    program that wrote it.
    """

    __tablename__ = "revisions"
    __table_args__ = (
        Index("ix_revisions_item_id_id", "item_id", "id"),
        Index("ix_revisions_novel_id_saved_at", "novel_id", "saved_at"),
        {"sqlite_autoincrement": True},  # an id that a snapshot or a delta knows is never reused
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"))
    item_id: Mapped[int] = mapped_column(ForeignKey("outline_items.id", ondelete="CASCADE"))
    saved_at: Mapped[datetime] = mapped_column(default=utc_now)
    reason: Mapped[str] = mapped_column(String(20))
    sitting: Mapped[str] = mapped_column(String(32), default="")
    words: Mapped[int] = mapped_column(default=0)
    characters: Mapped[int] = mapped_column(default=0)
    removed: Mapped[int] = mapped_column(default=0)
    base_id: Mapped[int | None]
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(32))
    data: Mapped[bytes] = mapped_column(LongBytes, deferred=True, deferred_raiseload=True)


class Snapshot(AuditMixin, Base):
    """A moment of a scene, or of a whole novel (``item_id`` is None), that was given a name.

    A scene is as its revision ``revision_id``; a novel has of each of its texts the newest revision
    up to it, and ``outline`` holds its items (packed JSON). Thinning keeps all of those.
    """

    __tablename__ = "snapshots"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int | None] = mapped_column(
        ForeignKey("outline_items.id", ondelete="CASCADE"), index=True
    )
    taken_at: Mapped[datetime] = mapped_column(default=utc_now)
    name: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(LongText, default="")
    revision_id: Mapped[int]
    outline: Mapped[bytes | None] = mapped_column(LongBytes, deferred=True, deferred_raiseload=True)
