# SPDX-License-Identifier: MIT
"""Values of a JSON file that may be of any type: what is not as it should be is noted as damaged.

``Fields`` is one object of the file, asked for its keys one after the other.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final, NoReturn

from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part

_STEPWISE: Final = 5  # levels: novel, outline, item, past, paragraphs
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_LONGEST_NAME: Final = 60  # characters of an unknown key that is named
_REPLACED: Final = "\ufffd"
_NOTHING: Final[Mapping[str, Any]] = {}


def parsed(data: bytes) -> tuple[Any, int]:
    """The value in a file, and how many bytes of it are no characters: one costs no novel.

    Raises ``ValueError`` for what is no JSON, or nested too deep.
    """
    encoding = json.detect_encoding(data)
    text = data.decode(encoding, "replace")
    try:
        value = value_of(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return value, text.count(_REPLACED) - data.count(_REPLACED.encode(encoding))


def value_of(text: str) -> Any:  # noqa: ANN401 - JSON
    """The value of a JSON text, read in short steps: a long one would hold up the window.

    Raises ``ValueError`` and ``RecursionError``.
    """
    value, end = _stepwise(text, _after_space(text, 0), _STEPWISE)
    if end != len(text):
        raise ValueError("it goes on behind its end")
    return value


def _stepwise(text: str, at: int, levels: int) -> tuple[Any, int]:
    """The value there and where what follows begins; so many levels of it in steps."""
    opening = text[at : at + 1]
    if levels and opening == "{":
        return _object(text, _after_space(text, at + 1), levels)
    if levels and opening == "[":
        return _list(text, _after_space(text, at + 1), levels)
    value, end = _DECODER.raw_decode(text, at)
    return value, _after_space(text, end)


def _object(text: str, at: int, levels: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    if text.startswith("}", at):
        return found, _after_space(text, at + 1)
    while True:
        if not text.startswith('"', at):
            raise ValueError("a key is no text")
        name, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, at)
        if not text.startswith(":", at):
            raise ValueError("a key without a value")
        found[name], at = _stepwise(text, _after_space(text, at + 1), levels - 1)
        if text.startswith("}", at):
            return found, _after_space(text, at + 1)
        at = _after_comma(text, at)


def _list(text: str, at: int, levels: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    if text.startswith("]", at):
        return found, _after_space(text, at + 1)
    while True:
        value, at = _stepwise(text, at, levels - 1)
        found.append(value)
        if text.startswith("]", at):
            return found, _after_space(text, at + 1)
        at = _after_comma(text, at)


def _after_comma(text: str, at: int) -> int:
    if not text.startswith(",", at):
        raise ValueError("two values without a comma")
    return _after_space(text, at + 1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(written: str) -> float:
    value = float(written)
    if not math.isfinite(value):
        _refused(written)
    return value


_DECODER: Final = json.JSONDecoder(strict=False, parse_constant=_refused, parse_float=_finite)


class Fields:
    """The keys of one object; ``leave_others`` names those that nobody asked for."""

    def __init__(self, value: Any, name: str, leftovers: Leftovers) -> None:  # noqa: ANN401 - as above
        self._values: Mapping[str, Any] = _NOTHING
        self._name = name
        self._leftovers = leftovers
        self._asked: set[str] = set()
        if isinstance(value, dict):
            self._values = value
        else:
            leftovers.damage(Part.UNKNOWN, name)

    def text(self, key: str, longest: int | None = None) -> str:
        """Words; "" where there are none."""
        value = self._value(key, str)
        return without_lone_surrogates(value or "")[:longest]

    def number(self, key: str, largest: int) -> int | None:
        """A whole number from 0; None where there is none."""
        value = self._value(key, int)
        if value is not None and 0 <= value <= largest:
            return int(value)
        if value is not None:
            self.damage(key)
        return None

    def flag(self, key: str, otherwise: bool) -> bool:
        """Yes or no."""
        value = self._value(key, bool)
        return otherwise if value is None else bool(value)

    def list(self, key: str) -> list[Any]:
        """Several values; none where there is no such key."""
        return list(self._value(key, list) or [])

    def object(self, key: str) -> Mapping[str, Any]:
        """An object as it is; an empty one where there is none."""
        return dict(self._value(key, dict) or {})

    def moment(self, key: str) -> datetime | None:
        """A moment in UTC; one without a zone is meant so."""
        written = self.text(key)
        if not written:
            return None
        try:
            found = datetime.fromisoformat(written)
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            self.damage(key)
            return None

    def day(self, key: str) -> date | None:
        """A date."""
        written = self.text(key)
        try:
            return date.fromisoformat(written) if written else None
        except ValueError:
            self.damage(key)
            return None

    def damage(self, key: str) -> None:
        """What stands under that key could not be used."""
        self._leftovers.damage(Part.UNKNOWN, f"{self._name}: {key}")

    def leave_others(self) -> None:
        """Say which keys have no meaning here."""
        for key in self._values.keys() - self._asked:
            self._leftovers.leave(Part.UNKNOWN, without_lone_surrogates(key)[:_LONGEST_NAME])

    def _value(self, key: str, kind: type) -> Any:  # noqa: ANN401 - of that type, or None
        self._asked.add(key)
        value = self._values.get(key)
        if value is not None and type(value) is not kind:  # a bool is no number
            self.damage(key)
            return None
        return value
