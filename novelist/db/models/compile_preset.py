# SPDX-License-Identifier: MIT
"""What novels of a library can be compiled to, besides what comes with the program."""

from __future__ import annotations

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base, LongText, TimestampMixin


class CompilePreset(TimestampMixin, Base):
    """A preset of the writer's own; ``content`` is its text (``domain/compiling/preset_text``)."""

    __tablename__ = "compile_presets"
    __table_args__ = (
        Index("uq_compile_presets_name", "name", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[str] = mapped_column(LongText)
