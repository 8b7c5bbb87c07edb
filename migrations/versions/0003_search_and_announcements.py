# SPDX-License-Identifier: MIT
"""What the search index has yet to take in; what programs on a server tell each other.

Revision: 0003, after 0002. The index itself is no part of the structure: it derives from the
texts, depends on what the SQLite at hand can do, and is made when something is written.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_pending",
        sa.Column("item_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_search_pending")),
    )
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("sitting", sa.String(32), nullable=False),
        sa.Column("entries", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in ("announcements", "search_pending"):
        op.drop_table(table)
