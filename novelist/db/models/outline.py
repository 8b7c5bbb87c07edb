# SPDX-License-Identifier: MIT
"""The tree of a novel, and the texts, kept apart so that the tree loads without them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import AuditMixin, Base, LongText, TimestampMixin, VersionMixin


class OutlineItem(TimestampMixin, AuditMixin, VersionMixin, Base):
    """A part, chapter, scene, note or folder; ``kind`` is an ``ItemKind``.

    Siblings are ordered by ``(position, id)``; positions have gaps (``domain/outline.py``).
    ``words``, ``characters`` and ``characters_no_spaces`` repeat the counts of the text.
    """

    __tablename__ = "outline_items"
    __table_args__ = (
        CheckConstraint("target IS NULL OR target > 0", name="target_positive"),
        Index("ix_outline_items_tree", "novel_id", "parent_id", "position"),
        Index("ix_outline_items_deleted_at", "deleted_at"),
        {"sqlite_autoincrement": True},  # an id that undo or a live object knows is never reused
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"))
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("outline_items.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(1000), default="")
    synopsis: Mapped[str] = mapped_column(LongText, default="")
    notes: Mapped[str] = mapped_column(LongText, default="")
    status_id: Mapped[int | None] = mapped_column(ForeignKey("statuses.id", ondelete="SET NULL"))
    label_id: Mapped[int | None] = mapped_column(ForeignKey("labels.id", ondelete="SET NULL"))
    in_manuscript: Mapped[bool] = mapped_column(default=True)
    target: Mapped[int | None]
    words: Mapped[int] = mapped_column(default=0)
    characters: Mapped[int] = mapped_column(default=0)
    characters_no_spaces: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]
    trashed_with: Mapped[int | None]  # whose deletion took it along; 0: undo of what had made it


class SceneBody(AuditMixin, VersionMixin, Base):
    """The text of an item: JSON Lines (``domain/document_text.py``) and what derives from it.

    ``digest`` is the BLAKE2b-16 of ``content`` in hexadecimal, checked whenever it is read.
    """

    __tablename__ = "scene_bodies"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("outline_items.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    content: Mapped[str] = mapped_column(LongText, default="")
    plain_text: Mapped[str] = mapped_column(LongText, default="")
    digest: Mapped[str] = mapped_column(String(32), default="")
    updated_at: Mapped[datetime]
