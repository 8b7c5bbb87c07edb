# SPDX-License-Identifier: MIT
"""How scopes behave when nothing else is said at the call: ``configure_session``."""

from __future__ import annotations

import logging
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from novelist.errors import SessionMisuseError

_LOGGER: Final = logging.getLogger("novelist.db")


@dataclass(frozen=True, slots=True)
class ScopeSettings:
    """What a scope does by itself; times are in seconds.

    ``auto_rollback`` off leaves the end of a failed scope to whoever is outside: a scope within
    another one keeps what it wrote there. Nothing is ever committed because of an error.
    """

    auto_commit: bool = True
    auto_rollback: bool = True
    enable_monitoring: bool = True
    log_level: int = logging.NOTSET  # of the logger "novelist.db"; NOTSET leaves it to the program
    retry_attempts: int = 3  # of functions and callbacks; a body cannot run twice
    retry_delay: float = 1.0

    def __post_init__(self) -> None:
        for name in ("auto_commit", "auto_rollback", "enable_monitoring"):
            _require(isinstance(getattr(self, name), bool), name, "True or False")
        known = isinstance(self.log_level, int) and not isinstance(self.log_level, bool)
        _require(known and self.log_level >= 0, "log_level", 'a level such as "INFO"')
        _require(_is_number(self.retry_attempts, int), "retry_attempts", "0 or more")
        _require(_is_number(self.retry_delay, (int, float)), "retry_delay", "seconds, 0 or more")

    def overridden(self, overrides: dict[str, Any]) -> ScopeSettings:
        """These, with what was given at a call. Raises ``SessionMisuseError``."""
        names = [each.name for each in fields(self)]
        for name in overrides:
            _require(name in names, name, f"one of {', '.join(names)}", what="a setting")
        return replace(self, **overrides) if overrides else self


class ScopeConfiguration:
    """The settings in force."""

    def __init__(self) -> None:
        self.settings = ScopeSettings()

    def change(self, wanted: dict[str, Any]) -> ScopeSettings:
        """Put those that are not None in force."""
        chosen = {name: value for name, value in wanted.items() if value is not None}
        if isinstance(level := chosen.get("log_level"), str):
            chosen["log_level"] = logging.getLevelNamesMapping().get(level.upper(), -1)
        self.settings = self.settings.overridden(chosen)
        if "log_level" in chosen:
            _LOGGER.setLevel(self.settings.log_level)
        return self.settings


def _is_number(value: object, kinds: type | tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool) and value >= 0  # type: ignore[operator]  # both kinds compare


def _require(holds: bool, name: str, wanted: str, what: str = "a value") -> None:
    if not holds:
        raise SessionMisuseError(f"`{name}` is not {what} that is known: give {wanted}")
