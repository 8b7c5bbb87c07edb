# SPDX-License-Identifier: MIT
"""What is said about passages of texts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.audit import current_author
from novelist.db.base import Base, DeviceMixin, LongText, VersionMixin, utc_now


class Comment(DeviceMixin, VersionMixin, Base):
    """A comment, or an answer to one (``thread_id`` names what it answers).

    ``mark`` is what the ``comment`` mark of the passage says, "" of an answer. Where the passage
    is, the texts alone know; ``item_id`` is where it was when it was commented, and ``passage``
    what it said. ``author`` is who wrote it, whoever resolved it since.
    """

    __tablename__ = "comments"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int] = mapped_column(
        ForeignKey("outline_items.id", ondelete="CASCADE"), index=True
    )
    thread_id: Mapped[int | None] = mapped_column(
        ForeignKey("comments.id", ondelete="CASCADE"), index=True
    )
    mark: Mapped[str] = mapped_column(String(32), default="")
    passage: Mapped[str] = mapped_column(LongText, default="")
    text: Mapped[str] = mapped_column(LongText, default="")
    author: Mapped[str] = mapped_column(String(300), default=current_author)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    edited_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
