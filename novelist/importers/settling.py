# SPDX-License-Identifier: MIT
"""A novel as another program had it, brought within what a library holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from novelist.domain.entities import LONGEST_FIELD_NAME, LONGEST_NAME, EntityField
from novelist.importers.imported import (
    ImportedChoice,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
)
from novelist.importers.named_lines import joined

_SPACES: Final = re.compile(r"[^\S\u3000\u00a0]+")
_TITLE: Final = 1000
_NOVEL_TITLE: Final = 500
_AUTHOR: Final = 300
_CHOICE: Final = 200
_LARGEST_TARGET: Final = 100_000_000
_LANGUAGE: Final = 35


def settled(novel: ImportedNovel) -> ImportedNovel:
    """The same novel: titles in one line and not too long, what is over of them in the notes."""
    novel.title = one_line(novel.title)[:_NOVEL_TITLE]
    novel.author = one_line(novel.author)[:_AUTHOR]
    novel.language = language_tag(novel.language)
    novel.statuses, novel.labels = distinct(novel.statuses), distinct(novel.labels)
    for item in novel.walk():
        _settle(item)
    for entity in novel.entities:
        _settle_entity(entity)
    return novel


def one_line(text: str) -> str:
    """The text without line ends and without spaces around; the space of 第一章　风起 stays."""
    return _SPACES.sub(" ", text).strip()


def language_tag(name: str, otherwise: str = "en") -> str:
    """A BCP 47 tag for names such as "en_GB"; ``otherwise`` for what is none."""
    tag = name.strip().replace("_", "-")
    is_one = tag.split("-", 1)[0].casefold() not in _NO_LANGUAGE
    said = tag.replace("-", "").isalnum() and tag.isascii() and is_one
    return tag if said and 2 <= len(tag) <= _LANGUAGE else otherwise


_NO_LANGUAGE: Final = ("none", "false", "true", "zxx", "null")


def choice_name(name: str) -> str:
    """What a status or label of that name is called here."""
    return one_line(name)[:_CHOICE]


def distinct(choices: Iterable[ImportedChoice]) -> list[ImportedChoice]:
    """Those that have a name, the first of each."""
    named = {choice_name(each.name): each for each in reversed(list(choices))}
    named.pop("", None)
    return [replace(each, name=name) for name, each in reversed(named.items())]


def target_of(written: str) -> int | None:
    """A number of words above nothing; None for whatever else is written."""
    digits = written.strip()
    number = int(digits) if digits.isdecimal() and len(digits) < len(str(_LARGEST_TARGET)) else 0
    return number or None


def all_of(items: Sequence[ImportedItem], *, in_manuscript: bool) -> list[ImportedItem]:
    """The items, and all inside, in the manuscript or out of it."""
    for item in items:
        for each in item.walk():
            each.in_manuscript = in_manuscript
    return list(items)


def _settle_entity(entity: ImportedEntity) -> None:
    """A name that is too long is kept whole in the notes, and so are those of fields."""
    name = one_line(entity.name)
    if len(name) > LONGEST_NAME:
        entity.notes = joined(name, entity.notes)
    entity.name = name[:LONGEST_NAME]
    long = [each for each in map(one_line, entity.aliases) if len(each) > LONGEST_NAME]
    entity.notes = joined(*long, entity.notes) if long else entity.notes
    entity.aliases = [each for each in map(one_line, entity.aliases) if each not in long]
    entity.fields = _settled_fields(entity.fields)


def _settled_fields(fields: Iterable[EntityField]) -> list[EntityField]:
    """Fields with names in one line; what is over of one stands before the value."""
    named = [replace(each, name=one_line(each.name)) for each in fields]
    return [
        each
        if len(each.name) <= LONGEST_FIELD_NAME
        else EntityField(each.name[:LONGEST_FIELD_NAME], f"{each.name}\n{each.value}")
        for each in named
    ]


def _settle(item: ImportedItem) -> None:
    title = one_line(item.title)
    if len(title) > _TITLE:
        item.notes = f"{title}\n\n{item.notes}".rstrip("\n")
    item.title = title[:_TITLE]
    item.fields = _settled_fields(item.fields)
    item.status, item.label = choice_name(item.status), choice_name(item.label)
