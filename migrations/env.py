# SPDX-License-Identifier: MIT
"""Run by Alembic inside the program, on a connection that ``novelist/db/migrate.py`` gives it."""

from __future__ import annotations

from alembic import context

from novelist.db import models

connection = context.config.attributes["connection"]

context.configure(
    connection=connection,
    target_metadata=models.Novel.metadata,
    render_as_batch=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
