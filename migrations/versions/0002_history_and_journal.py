# SPDX-License-Identifier: MIT
"""Every version of a text, named snapshots, the journal of commands; who wrote a row, and where.

Revision: 0002, after 0001. A text that was written before has no revision yet: its first save adds
the version that it finds as well.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
LONG_BYTES = sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
SIGNED = ("statuses", "labels", "outline_items", "scene_bodies")
CHOICES = ("statuses", "labels")


def upgrade() -> None:
    for table in ("novels", *SIGNED):
        op.add_column(table, _name("device", 200))
    for table in SIGNED:
        op.add_column(table, _name("author", 300))
    for table in CHOICES:
        _add_timestamps(table)
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("sitting", sa.String(32), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("base_id", sa.Integer(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("data", LONG_BYTES, nullable=False),
        *_signature(),
        _of("revisions", "novel_id", "novels"),
        _of("revisions", "item_id", "outline_items"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revisions_item_id_id", "revisions", ["item_id", "id"])
    op.create_index("ix_revisions_novel_id_saved_at", "revisions", ["novel_id", "saved_at"])
    _create_snapshots()
    _create_commands()


def _create_snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("note", LONG_TEXT, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("outline", LONG_BYTES, nullable=True),
        *_signature(),
        _of("snapshots", "novel_id", "novels"),
        _of("snapshots", "item_id", "outline_items"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_snapshots_novel_id"), "snapshots", ["novel_id"])
    op.create_index(op.f("ix_snapshots_item_id"), "snapshots", ["item_id"])


def _create_commands() -> None:
    op.create_table(
        "commands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("novel_id", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(1000), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("payload", LONG_BYTES, nullable=False),
        *_signature(),
        _of("commands", "novel_id", "novels"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commands")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_commands_novel_id_id", "commands", ["novel_id", "id"])


def _add_timestamps(table: str) -> None:
    """Rows that are there already count as made now; the default is only for them."""
    now = sa.func.current_timestamp()
    for name in ("created_at", "updated_at"):
        op.add_column(table, sa.Column(name, sa.DateTime(), nullable=True))
        op.execute(sa.table(table, sa.column(name)).update().values({name: now}))
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
            batch.alter_column(name, existing_type=sa.DateTime(), nullable=False)


def _name(column: str, length: int) -> sa.Column[str]:
    return sa.Column(column, sa.String(length), server_default="", nullable=False)


def _signature() -> tuple[sa.Column[str], sa.Column[str]]:
    return _name("author", 300), _name("device", 200)


def _of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("commands", "snapshots", "revisions"):
        op.drop_table(table)
    for table in ("novels", *SIGNED):
        names = ["device"] if table == "novels" else ["device", "author"]
        names += ["created_at", "updated_at"] if table in CHOICES else []
        kept = {} if table == "scene_bodies" else {"sqlite_autoincrement": True}
        with op.batch_alter_table(table, table_kwargs=kept) as batch:
            for name in names:
                batch.drop_column(name)
