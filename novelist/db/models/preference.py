# SPDX-License-Identifier: MIT
"""Small values that belong to a library rather than to a machine."""

from __future__ import annotations

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base
from novelist.domain.document import JsonValue


class Preference(Base):
    """A named JSON value; replaced whole, never mutated."""

    __tablename__ = "preferences"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[JsonValue] = mapped_column(JSON)
