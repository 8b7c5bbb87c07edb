# SPDX-License-Identifier: MIT
"""What programs that share a library on a server tell each other (``db/server/neighbours.py``)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base, utc_now
from novelist.domain.document import JsonValue


class Announcement(Base):
    """The changes of one committed transaction; empty in a library file, which one program has.

    ``sitting`` names the run of the program that made them.
    """

    __tablename__ = "announcements"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime] = mapped_column(default=utc_now)
    sitting: Mapped[str] = mapped_column(String(32))
    entries: Mapped[JsonValue] = mapped_column(JSON)
