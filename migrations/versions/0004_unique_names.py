# SPDX-License-Identifier: MIT
"""Two statuses of a novel, or two labels, have different names.

Revision: 0004, after 0003. Names that were given twice get a number: "Draft", "Draft (2)".
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("statuses", "labels")


def upgrade() -> None:
    for name in TABLES:
        _tell_apart(name)
        op.create_index(f"uq_{name}_novel_id_name", name, ["novel_id", "name"], unique=True)


def _tell_apart(name: str) -> None:
    table = sa.table(name, sa.column("id"), sa.column("novel_id"), sa.column("name"))
    connection = op.get_bind()
    rows = connection.execute(sa.select(table.c.id, table.c.novel_id, table.c.name)).all()
    taken = {(row.novel_id, row.name.casefold()) for row in rows}
    seen: set[tuple[int, str]] = set()
    for row in sorted(rows, key=lambda each: each.id):
        if (row.novel_id, row.name.casefold()) not in seen:
            seen.add((row.novel_id, row.name.casefold()))
            continue
        number = 2
        while (row.novel_id, f"{row.name} ({number})".casefold()) in taken:
            number += 1
        fresh = f"{row.name} ({number})"
        taken.add((row.novel_id, fresh.casefold()))
        connection.execute(sa.update(table).where(table.c.id == row.id).values(name=fresh))


def downgrade() -> None:
    for name in TABLES:
        op.drop_index(f"uq_{name}_novel_id_name", name)
