# SPDX-License-Identifier: MIT
"""The journal of what was done to novels and outlines, so that it can be undone another day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import AuditMixin, Base, LongBytes, utc_now


class Command(AuditMixin, Base):
    """One action of the user, with the exact values it found and left.

    ``state`` is a ``CommandState``. ``novel_id`` is None for an action on the shelf itself.
    ``payload`` is packed JSON (``docs/file-format.md``); ``subject`` is the title of what
    the action was done to, for the words of the menu.
    """

    __tablename__ = "commands"
    __table_args__ = (
        Index("ix_commands_novel_id_id", "novel_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int | None] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"))
    done_at: Mapped[datetime] = mapped_column(default=utc_now)
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(1000), default="")
    state: Mapped[str] = mapped_column(String(10))
    payload: Mapped[bytes] = mapped_column(LongBytes, deferred=True, deferred_raiseload=True)
