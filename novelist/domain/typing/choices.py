# SPDX-License-Identifier: MIT
"""What the writer chose for typing in each language, and its form in the file of settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from novelist.domain.typing.habits import (
    DASH_STYLES,
    QUOTE_STYLES,
    habits_of,
    language_key,
)

Words = Mapping[str, str]  # what is typed, and what comes in its place


@dataclass(frozen=True, slots=True)
class LanguageChoices:
    """What is done while one writes in one language."""

    quotes: bool = True
    quote_style: str = "curly"
    dashes: bool = True
    dash_style: str = "em"
    ellipsis: bool = True
    capitals: bool = False
    two_capitals: bool = False
    corrections: bool = True
    expansions: bool = True
    pairs: bool = False
    spacing: bool = True
    completion: bool = False


def default_choices(language: str) -> LanguageChoices:
    """What is done where nothing was chosen."""
    habits = habits_of(language)
    return LanguageChoices(quote_style=habits.quotes, dash_style=habits.dashes, pairs=habits.is_han)


@dataclass(frozen=True)
class TypingChoices:
    """All that was chosen; languages are kept by ``language_key``."""

    languages: Mapping[str, LanguageChoices] = field(default_factory=dict)
    corrections: Mapping[str, Words] = field(default_factory=dict)
    """Of each language the writer's own; "" takes a shipped one away."""
    expansions: Words = field(default_factory=dict)

    def of(self, language: str) -> LanguageChoices:
        """What is done in a language."""
        return self.languages.get(language_key(language)) or default_choices(language)

    def corrections_of(self, language: str, shipped: Words) -> dict[str, str]:
        """The shipped corrections as the writer changed them."""
        own = self.corrections.get(language_key(language), {})
        return {wrong: right for wrong, right in {**shipped, **own}.items() if right}

    def choose(self, language: str, name: str, value: object) -> TypingChoices:
        """With one choice for one language changed."""
        chosen = _language(language, {**asdict(self.of(language)), name: value})
        return replace(self, languages={**self.languages, language_key(language): chosen})

    def with_corrections(self, language: str, wanted: Words, shipped: Words) -> TypingChoices:
        """With this table of corrections; only what differs from the shipped one is kept."""
        own = {wrong: right for wrong, right in wanted.items() if shipped.get(wrong) != right}
        own |= {wrong: "" for wrong in shipped if wrong not in wanted}
        return replace(self, corrections={**self.corrections, language_key(language): own})

    def with_expansions(self, wanted: Words) -> TypingChoices:
        """With this table of abbreviations."""
        return replace(self, expansions=dict(wanted))


def to_json(choices: TypingChoices) -> dict[str, Any]:
    """The form in the file: of languages only what is not their default."""
    languages = {}
    for key, chosen in choices.languages.items():
        default = asdict(default_choices(key))
        changed = {name: value for name, value in asdict(chosen).items() if value != default[name]}
        if changed:
            languages[key] = changed
    found = {
        "languages": languages,
        "corrections": {key: dict(own) for key, own in choices.corrections.items() if own},
        "expansions": dict(choices.expansions),
    }
    return {name: value for name, value in found.items() if value}


def from_json(value: Mapping[str, Any]) -> TypingChoices:
    """What the file holds; what does not fit is left out."""
    languages = {
        language_key(key): _language(key, _mapping(chosen))
        for key, chosen in _mapping(value.get("languages")).items()
    }
    corrections = {
        language_key(key): _words(own) for key, own in _mapping(value.get("corrections")).items()
    }
    return TypingChoices(languages, corrections, _words(value.get("expansions")))


def _language(key: str, chosen: Mapping[str, Any]) -> LanguageChoices:
    default = default_choices(key)
    kinds = {each.name: type(getattr(default, each.name)) for each in fields(default)}
    fitting = {name: value for name, value in chosen.items() if type(value) is kinds.get(name)}
    return _checked(replace(default, **fitting), default)


def _checked(chosen: LanguageChoices, default: LanguageChoices) -> LanguageChoices:
    """Styles that are not known here are those of the language."""
    quotes = chosen.quote_style if chosen.quote_style in QUOTE_STYLES else default.quote_style
    dashes = chosen.dash_style if chosen.dash_style in DASH_STYLES else default.dash_style
    return replace(chosen, quote_style=quotes, dash_style=dashes)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _words(value: object) -> dict[str, str]:
    return {
        str(wrong): right
        for wrong, right in _mapping(value).items()
        if isinstance(right, str) and str(wrong).strip()
    }
