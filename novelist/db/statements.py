# SPDX-License-Identifier: MIT
"""How long each statement takes. What it was given, and any text inside it, reaches no log."""

from __future__ import annotations

import logging
import re
from time import perf_counter
from typing import Any, Final

from sqlalchemy import Engine, event

from novelist.db.statistics import Statistics

log = logging.getLogger(__name__)

SLOW_SQL_THRESHOLD: Final = 0.2  # seconds
_LONGEST: Final = 500  # characters of a statement in the log
# Text in quotation marks; a single word in double ones is the name of a column.
_LITERAL: Final = re.compile(r"""'(?:[^']|'')*'|"(?!\w+")(?:[^"]|"")*\"""")
_STARTED: Final = "novelist_started"


def watch_statements(
    engine: Engine, statistics: Statistics, *, threshold: float, debug: bool
) -> None:
    """Time every statement of ``engine``.

    Those over ``threshold`` seconds are logged as warnings; with ``debug`` the others too, for
    whoever looks at that level.
    """

    def on_start(
        _connection: Any,  # noqa: ANN401 - SQLAlchemy's own types
        _cursor: Any,  # noqa: ANN401
        _statement: str,
        _parameters: Any,  # noqa: ANN401
        context: Any,  # noqa: ANN401
        _many: bool,
    ) -> None:
        setattr(context, _STARTED, perf_counter())

    def on_end(
        _connection: Any,  # noqa: ANN401 - SQLAlchemy's own types
        _cursor: Any,  # noqa: ANN401
        statement: str,
        _parameters: Any,  # noqa: ANN401
        context: Any,  # noqa: ANN401
        _many: bool,
    ) -> None:
        seconds = perf_counter() - getattr(context, _STARTED)
        slow = seconds > threshold
        statistics.count_statement(seconds, slow=slow)
        if slow:
            log.warning("a slow statement took %.3f s: %s", seconds, without_values(statement))
        elif debug:
            log.debug("a statement took %.4f s: %s", seconds, without_values(statement))

    event.listen(engine, "before_cursor_execute", on_start)
    event.listen(engine, "after_cursor_execute", on_end)


def without_values(statement: str) -> str:
    """The statement on one line, without any text between quotation marks."""
    return " ".join(_LITERAL.sub("'…'", statement).split())[:_LONGEST]
