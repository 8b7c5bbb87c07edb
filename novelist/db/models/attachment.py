# SPDX-License-Identifier: MIT
"""Files that texts show: pictures."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base, LongBytes, utc_now


class Attachment(Base):
    """One file, kept once however many texts name its digest; never changed, never removed.

    Any version of any text may name it, also those that only a step of undo holds.
    """

    __tablename__ = "attachments"
    __table_args__ = (
        Index("uq_attachments_digest", "digest", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(20))  # the ending of such files: png, jpg, …
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]  # bytes
    data: Mapped[bytes] = mapped_column(LongBytes())
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
