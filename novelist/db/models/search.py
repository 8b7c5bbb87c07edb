# SPDX-License-Identifier: MIT
"""Which items the index for searching has yet to take in (``novelist/db/search/index.py``)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from novelist.db.base import Base


class SearchPending(Base):
    """An item whose words changed, or are gone, since the index was told of them.

    No reference: the item itself may be gone.
    """

    __tablename__ = "search_pending"

    item_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
