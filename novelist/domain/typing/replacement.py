# SPDX-License-Identifier: MIT
"""What takes the place of a typed character and of what stands before it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.typing import capitals, marks, pairs, quotes, words
from novelist.domain.typing.choices import LanguageChoices, TypingChoices, Words
from novelist.domain.typing.habits import APOSTROPHE, QUOTE_STYLES, Habits, QuoteStyle, habits_of
from novelist.domain.typing.letters import ends_word

_FAR: Final = 10_000  # a quotation may be as long


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters (code points) to take away before the caret, and what to put there.

    ``behind`` is put behind the caret; so many characters are taken away there before.
    """

    taken: int
    text: str
    behind: str = ""
    taken_behind: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What is done in one language, with the tables in force."""

    habits: Habits = field(default_factory=Habits)
    choices: LanguageChoices = field(default_factory=LanguageChoices)
    corrections: Mapping[str, str] = field(default_factory=dict)
    expansions: Mapping[str, str] = field(default_factory=dict)

    @property
    def quote_style(self) -> QuoteStyle:
        """The marks that the quotation keys give."""
        return QUOTE_STYLES[self.choices.quote_style]


def rules_for(language: str, chosen: TypingChoices, shipped: Words | None = None) -> Rules:
    """The rules of a language (BCP 47); ``shipped`` are the corrections that come with it."""
    corrections = chosen.corrections_of(language, shipped or {})
    return Rules(habits_of(language), chosen.of(language), corrections, chosen.expansions)


def reach(typed: str, rules: Rules) -> int:
    """How many characters before and after one that is typed matter; 0: it stays as it is."""
    if _is_paired(typed):
        return _FAR
    may_change = rules.choices.capitals or ends_word(typed[:1])
    return 2 * words.LONGEST if len(typed) == 1 and may_change else 0


def _is_paired(typed: str) -> bool:
    return typed in quotes.STRAIGHT or pairs.is_mark(typed)


def replacement(before: str, typed: str, after: str, rules: Rules) -> Replacement | None:
    r"""What becomes of a character that was typed; None where it stays as it is.

    ``before`` and ``after`` are what stands around it in its paragraph, without it; "\n" is the
    key Enter, which is not among what is taken away. The text of the replacement is what stands
    before the caret then.
    """
    ending = "" if typed == "\n" else typed
    if len(ending) > 1:
        return None
    done = _with_finished_word(before, typed, rules) if ends_word(typed) else before
    placed = _placed(done, ending, rules) if ending else done
    old = before + ending
    behind, taken_behind = _behind(placed, ending, after, rules)
    if placed == old and not behind and not taken_behind:
        return None
    same = _same(old, placed)
    return Replacement(len(old) - same, placed[same:], behind, taken_behind)


def _same(old: str, new: str) -> int:
    """How many characters both begin with; all but the last few are never touched."""
    start = max(0, len(old) - words.LONGEST - 2)
    both = zip(old[start:], new[start:], strict=False)
    return start + sum(1 for _ in itertools.takewhile(lambda each: each[0] == each[1], both))


def _behind(placed: str, typed: str, after: str, rules: Rules) -> tuple[str, int]:
    """What is put behind the caret, and how many characters are taken away there."""
    if not rules.choices.pairs or not _is_paired(typed):
        return "", 0
    mark = placed[-1:]
    if pairs.steps_over(mark, placed[:-1], after):
        return "", 1
    return pairs.closing_for(mark, after), 0


def _with_finished_word(before: str, typed: str, rules: Rules) -> str:
    choices = rules.choices
    done = before
    if choices.expansions and rules.expansions:
        done = words.expanded(before, "" if typed == "\n" else typed, rules.expansions)
    if done == before and choices.corrections and rules.corrections:
        apostrophe = APOSTROPHE if choices.quotes else "'"
        done = words.corrected(before, typed, rules.corrections, apostrophe)
    if done == before and choices.two_capitals:
        done = capitals.with_one_capital(before)
    if choices.quotes and rules.habits.elisions:
        done = words.elided(done, rules.habits.elisions)
    return done


def _placed(before: str, typed: str, rules: Rules) -> str:
    """The text before the caret with the typed character, or with what stands for it."""
    choices, habits = rules.choices, rules.habits
    if typed in quotes.STRAIGHT:
        if not choices.quotes:
            return before + typed
        return quotes.with_quote(before, typed, rules.quote_style, is_han=habits.is_han)
    if typed == marks.HYPHEN and choices.dashes:
        return marks.with_dash(before, choices.dash_style)
    if typed in marks.STOPS and choices.ellipsis:
        return marks.with_stop(before, typed, habits.ellipsis)
    if typed in habits.spaces and choices.quotes:
        return marks.with_high_mark(before, typed, habits.spaces)
    if choices.capitals and typed.islower():
        return capitals.with_letter(before, typed, habits)
    return before + typed
