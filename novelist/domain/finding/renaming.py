# SPDX-License-Identifier: MIT
"""Renaming a person: every form that a name takes in a text, and what each becomes.

English: the whole name, its first and its last word by themselves, the plural of a family, the
possessive of a name that ends in s. Chinese: the whole name, and the given name alone. What is
proposed is the writer's to change; other names of the same person come as aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from novelist.domain.finding.finding import Pattern
from novelist.domain.finding.new_words import Rule

_HAN_NAME: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{2,5}")
_DOUBLE: Final = frozenset(  # family names of two characters
    re.findall(
        "..",
        "欧阳上官司马诸葛东方皇甫尉迟公孙慕容令狐司徒司空夏侯长孙宇文端木百里南宫独孤轩辕呼延西门",
    )
)
_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)


class FormKind(StrEnum):
    """What a form of a name is."""

    FULL = "full"
    GIVEN = "given"
    FAMILY = "family"
    PLURAL = "plural"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form: as it stands in the text, and as it is to stand there."""

    old: str
    new: str
    kind: FormKind = FormKind.ALIAS


def forms_of(old: str, new: str, aliases: Iterable[tuple[str, str]] = ()) -> list[NameForm]:
    """What a name and its aliases become, the longest first; each form once."""
    given = [NameForm(old.strip(), new.strip(), FormKind.FULL)]
    given += _han_forms(old.strip(), new.strip()) or _spaced_forms(old.split(), new.split())
    given += [NameForm(one.strip(), other.strip()) for one, other in aliases]
    found: dict[str, NameForm] = {}
    for form in given:
        if form.old and form.new and form.old != form.new:
            found.setdefault(form.old, form)
    return sorted(found.values(), key=lambda form: -len(form.old))


def rules_of(forms: Iterable[NameForm]) -> list[Rule]:
    """What looks for these forms: in their own capitals, or in capitals throughout.

    So "Hope" is renamed and "hope" is not. Where a name ends in s and stands before an apostrophe
    alone ("James’ hat"), the new one gets its own possessive.
    """
    rules: list[Rule] = []
    for form in forms:
        rules += _possessive(form)
        rules.append(Rule(Pattern(form.old, match_case=True, whole_word=True), form.new))
        shouted = form.old.upper()
        if shouted != form.old and len(form.old) > 1:
            pattern = Pattern(shouted, match_case=True, whole_word=True)
            rules.append(Rule(pattern, form.new.upper()))
    return rules


def plural_of(name: str) -> str:
    """Those of that name: "Wren" gives "Wrens", "Finch" gives "Finches"; names in y add an s."""
    return f"{name}es" if _SIBILANT.search(name) else f"{name}s"


def _spaced_forms(old: Sequence[str], new: Sequence[str]) -> list[NameForm]:
    if not old or not new:
        return []
    forms = []
    if len(old) > 1:
        forms.append(NameForm(old[0], new[0], FormKind.GIVEN))
        forms.append(NameForm(old[-1], new[-1], FormKind.FAMILY))
    if len(old) > 1 and len(new) > 1:
        forms.append(NameForm(plural_of(old[-1]), plural_of(new[-1]), FormKind.PLURAL))
    return forms


def _han_forms(old: str, new: str) -> list[NameForm]:
    """The given name alone; one of a single character stands in too many words to be looked for."""
    if not (_HAN_NAME.fullmatch(old) and _HAN_NAME.fullmatch(new)):
        return []
    given, becomes = old[_family_length(old) :], new[_family_length(new) :]
    return [NameForm(given, becomes, FormKind.GIVEN)] if len(given) > 1 and becomes else []


def _family_length(name: str) -> int:
    return 2 if len(name) > 2 and name[:2] in _DOUBLE else 1


def _possessive(form: NameForm) -> list[Rule]:
    if not form.old.endswith("s") or form.new.endswith("s"):
        return []
    expression = rf"{re.escape(form.old)}(['\u2019])(?=\s\w)"
    pattern = Pattern(expression, match_case=True, whole_word=False, is_expression=True)
    return [Rule(pattern, f"{form.new}$1s")]
