# SPDX-License-Identifier: MIT
"""Presets as JSON: how they are kept in the library and shared as files.

An object with ``novelist-preset`` (the version of the format), ``name`` and ``settings``; the
settings hold what differs from the defaults, under the names of ``settings.py`` with hyphens.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar, get_origin, get_type_hints

from novelist.domain.compiling.papers import PAPERS
from novelist.domain.compiling.settings import CompileSettings, Page, Preset
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.errors import PresetDamagedError, PresetTooNewError

VERSION: Final = 1
MARK: Final = "novelist-preset"
LONGEST_NAME: Final = 200
LONGEST_TEXT: Final = 2000
"""Characters of a template, an end mark and the like."""

Shape = TypeVar("Shape")

_RANGES: Final[Mapping[str, tuple[float, float]]] = {
    "amount": (1, 10_000_000),
    "inside": (0, 100), "outside": (0, 100), "top": (0, 100), "bottom": (0, 100),
    "size": (5, 40), "leading": (0.8, 4),
}  # fmt: skip


def to_text(preset: Preset) -> str:
    """The preset as a file holds it."""
    found = {MARK: VERSION, "name": preset.name, "settings": settings_as_json(preset.settings)}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def from_text(text: str) -> Preset:
    """The preset in the text of a file.

    Raises ``PresetDamagedError`` where it is none, ``PresetTooNewError`` where a newer program
    wrote it.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PresetDamagedError from error
    if not isinstance(found, dict) or not isinstance(found.get(MARK), int):
        raise PresetDamagedError
    if found[MARK] > VERSION:
        raise PresetTooNewError
    name = found.get("name")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_NAME:
        raise PresetDamagedError
    return Preset(without_lone_surrogates(name.strip()), settings_from_json(found.get("settings")))


def settings_as_json(settings: object) -> dict[str, Any]:
    """What differs from the defaults."""
    found: dict[str, Any] = {}
    for each in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, each.name)
        key = each.name.replace("_", "-")
        if is_dataclass(value):
            if inner := settings_as_json(value):
                found[key] = inner
        elif value != _default(each):
            found[key] = list(value) if isinstance(value, tuple) else value
    return found


def settings_from_json(value: object) -> CompileSettings:
    """The settings; what is unknown is left out. Raises ``PresetDamagedError``."""
    settings = _read(CompileSettings, value)
    _check(settings.page)
    return settings


def _read(shape: type[Shape], value: object) -> Shape:
    if not isinstance(value, dict):
        raise PresetDamagedError
    given: dict[str, Any] = {}
    for name, hint in get_type_hints(shape).items():
        key = name.replace("_", "-")
        if key in value:
            given[name] = _value(name, hint, value[key])
    return shape(**given)


def _value(name: str, hint: Any, value: object) -> object:  # noqa: ANN401 - a type
    if is_dataclass(hint):
        return _read(hint, value)  # type: ignore[arg-type]
    kind = get_origin(hint) or hint
    if not _fits(name, kind, value):
        raise PresetDamagedError
    if isinstance(value, list):
        return tuple(map(without_lone_surrogates, value))
    return kind(without_lone_surrogates(value) if isinstance(value, str) else value)


def _fits(name: str, kind: type, value: object) -> bool:
    if kind is tuple:
        return isinstance(value, list) and all(_is_text(each) for each in value)
    if issubclass(kind, StrEnum):
        return any(value == each.value for each in kind)
    if kind is bool:
        return isinstance(value, bool)
    if kind is str:
        return _is_text(value)
    least, most = _RANGES[name]
    return type(value) in (int, kind) and least <= value <= most  # type: ignore[operator]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _check(page: Page) -> None:
    if page.paper and page.paper not in PAPERS:
        raise PresetDamagedError


def _default(each: Any) -> object:  # noqa: ANN401 - a field of a data class
    return each.default if each.default is not MISSING else each.default_factory()
