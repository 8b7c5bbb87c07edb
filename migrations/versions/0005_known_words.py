# SPDX-License-Identifier: MIT
"""Words that are right whatever a dictionary says: of one novel, or of the library.

Revision: 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "known_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=True),
        sa.Column("word", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["novel_id"],
            ["novels.id"],
            name=op.f("fk_known_words_novel_id_novels"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_words")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_known_words_novel_id_word", "known_words", ["novel_id", "word"], unique=True
    )


def downgrade() -> None:
    op.drop_table("known_words")
