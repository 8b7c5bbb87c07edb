# SPDX-License-Identifier: MIT
"""Types characters one after the other, as the editor does it."""

from __future__ import annotations

from novelist.domain.typing.choices import TypingChoices
from novelist.domain.typing.replacement import Rules, replacement, rules_for
from novelist.services.spelling.typing_lists import shipped_corrections


def around_caret(text: str, rules: Rules) -> tuple[str, str]:
    """What stands before and behind the caret after the keys."""
    before = after = done = ""
    for character in text:
        found = replacement(before, character, after, rules)
        before += "" if character == "\n" else character
        if found is not None:
            before = before[: len(before) - found.taken] + found.text
            after = found.behind + after[found.taken_behind :]
        if character == "\n":
            done, before = f"{done}{before}\n", ""
    return done + before, after


def typed(text: str, rules: Rules) -> str:
    """What stands there after the keys; the caret is a “|” where something stands behind it."""
    before, after = around_caret(text, rules)
    return f"{before}|{after}" if after else before


def rules(language: str = "en", **chosen: object) -> Rules:
    """The rules of a language with these choices, and the corrections that come with it."""
    choices = TypingChoices(expansions={"hm": "harbour master", "bq;": "bequeath"})
    for name, value in chosen.items():
        choices = choices.choose(language, name, value)
    return rules_for(language, choices, shipped_corrections(language))
