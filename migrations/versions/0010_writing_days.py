# SPDX-License-Identifier: MIT
"""The writing days of a novel: words written, and seconds spent where they are known.

Revision: 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "writing_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "seconds IS NULL OR seconds >= 0", name=op.f("ck_writing_days_seconds_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["novel_id"],
            ["novels.id"],
            name=op.f("fk_writing_days_novel_id_novels"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_writing_days")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_writing_days_novel_id_day", "writing_days", ["novel_id", "day"], unique=True
    )


def downgrade() -> None:
    op.drop_table("writing_days")
