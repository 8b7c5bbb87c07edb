# SPDX-License-Identifier: MIT
"""The writing days in a JSON file: lists of a day, its words and perhaps its seconds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from novelist.domain.writing_days import WrittenDays
from novelist.importers.day_log import DayLog
from novelist.importers.leftovers import Leftovers


def read_days(values: Sequence[Any], leftovers: Leftovers) -> WrittenDays:
    """What was written on which day; what is no such list is noted as damaged."""
    log = DayLog(leftovers)
    for value in values:
        _read_day(value, log)
    return log.days()


def _read_day(value: Any, log: DayLog) -> None:  # noqa: ANN401 - JSON
    name = json.dumps(value)
    try:
        day, words, seconds = (*value, None) if len(value) == 2 else value
        found = date.fromisoformat(day)
    except (TypeError, ValueError):
        log.damage(name)
        return
    if type(words) is int and (seconds is None or type(seconds) is int):  # a bool is no number
        log.add(found, words, seconds, name=name)
    else:
        log.damage(name)
