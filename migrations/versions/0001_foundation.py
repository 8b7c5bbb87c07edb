# SPDX-License-Identifier: MIT
"""The first tables: novels, their statuses and labels, the outline, the texts, preferences.

Revision: 0001, after nothing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")


def upgrade() -> None:
    op.create_table(
        "novels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("subtitle", sa.String(500), nullable=False),
        sa.Column("author", sa.String(300), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("genre", sa.String(200), nullable=False),
        sa.Column("series", sa.String(300), nullable=False),
        sa.Column("series_index", sa.Integer(), nullable=True),
        sa.Column("logline", LONG_TEXT, nullable=False),
        sa.Column("synopsis", LONG_TEXT, nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("target_unit", sa.String(20), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("cover", sa.String(20), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("target IS NULL OR target > 0", name=op.f("ck_novels_target_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_novels")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_novels_deleted_at", "novels", ["deleted_at"])
    for table in ("statuses", "labels"):
        _create_choices(table)
    _create_outline()
    op.create_table(
        "scene_bodies",
        sa.Column("item_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", LONG_TEXT, nullable=False),
        sa.Column("plain_text", LONG_TEXT, nullable=False),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["outline_items.id"],
            name=op.f("fk_scene_bodies_item_id_outline_items"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_scene_bodies")),
    )
    op.create_table(
        "preferences",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_preferences")),
    )


def _create_choices(table: str) -> None:
    """Statuses and labels look alike."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("hue", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["novel_id"],
            ["novels.id"],
            name=op.f(f"fk_{table}_novel_id_novels"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{table}_novel_id"), table, ["novel_id"])


def _create_outline() -> None:
    op.create_table(
        "outline_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("title", sa.String(1000), nullable=False),
        sa.Column("synopsis", LONG_TEXT, nullable=False),
        sa.Column("notes", LONG_TEXT, nullable=False),
        sa.Column("status_id", sa.Integer(), nullable=True),
        sa.Column("label_id", sa.Integer(), nullable=True),
        sa.Column("in_manuscript", sa.Boolean(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("characters_no_spaces", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("trashed_with", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "target IS NULL OR target > 0", name=op.f("ck_outline_items_target_positive")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_outline_items_{column}_{table}"),
                ondelete=rule,
            )
            for column, table, rule in (
                ("novel_id", "novels", "CASCADE"),
                ("parent_id", "outline_items", "CASCADE"),
                ("status_id", "statuses", "SET NULL"),
                ("label_id", "labels", "SET NULL"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outline_items")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outline_items_deleted_at", "outline_items", ["deleted_at"])
    op.create_index(op.f("ix_outline_items_parent_id"), "outline_items", ["parent_id"])
    op.create_index("ix_outline_items_tree", "outline_items", ["novel_id", "parent_id", "position"])


def downgrade() -> None:
    for table in ("preferences", "scene_bodies", "outline_items", "labels", "statuses", "novels"):
        op.drop_table(table)
