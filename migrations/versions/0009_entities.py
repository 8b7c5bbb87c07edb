# SPDX-License-Identifier: MIT
"""The story bible: entities, their other names and fields; and fields of items.

Revision: 0009, after 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("summary", LONG_TEXT, nullable=False),
        sa.Column("notes", LONG_TEXT, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("device", sa.String(200), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["novel_id"],
            ["novels.id"],
            name=op.f("fk_entities_novel_id_novels"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entities")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entities_novel_id"), "entities", ["novel_id"], unique=False)
    _create_list(
        "aliases", "entities", "entity_id", sa.Column("name", sa.String(300), nullable=False)
    )
    _create_list("entity_fields", "entities", "entity_id", *_field())
    _create_list("item_fields", "outline_items", "item_id", *_field())


def _field() -> tuple[sa.Column[str], sa.Column[str]]:
    return (
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("value", LONG_TEXT, nullable=False),
    )


def _create_list(table: str, owners: str, owner_id: str, *columns: sa.Column[str]) -> None:
    """A table of what something has several of, in an order."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(owner_id, sa.Integer(), nullable=False),
        *columns,
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            [owner_id],
            [f"{owners}.id"],
            name=op.f(f"fk_{table}_{owner_id}_{owners}"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{table}_{owner_id}"), table, [owner_id], unique=False)


def downgrade() -> None:
    for table in ("item_fields", "entity_fields", "aliases", "entities"):
        op.drop_table(table)
