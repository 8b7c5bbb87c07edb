# SPDX-License-Identifier: MIT
"""How much was written of a novel on which day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base


class WritingDay(Base):
    """One day of the writer's calendar: ``words`` are those that came less those that went.

    ``seconds`` is the time spent, or None where nobody measured it.
    """

    __tablename__ = "writing_days"
    __table_args__ = (
        CheckConstraint("seconds IS NULL OR seconds >= 0", name="seconds_not_negative"),
        Index("uq_writing_days_novel_id_day", "novel_id", "day", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"))
    day: Mapped[date]
    words: Mapped[int]
    seconds: Mapped[int | None]
