# SPDX-License-Identifier: MIT
"""Words that are right whatever a dictionary says."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base, utc_now


class KnownWord(Base):
    """One word that the writer added: for one novel, or (``novel_id`` null) for the library."""

    __tablename__ = "known_words"
    __table_args__ = (
        Index("uq_known_words_novel_id_word", "novel_id", "word", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    novel_id: Mapped[int | None] = mapped_column(ForeignKey("novels.id", ondelete="CASCADE"))
    word: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
