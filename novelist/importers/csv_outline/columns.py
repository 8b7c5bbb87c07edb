# SPDX-License-Identifier: MIT
"""The columns of a table, told by their headings in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from novelist.domain.enums import ItemKind


class Column(StrEnum):
    """What a column says of an item."""

    LEVEL = "level"
    PART = "part"
    CHAPTER = "chapter"
    SCENE = "scene"
    TITLE = "title"
    SYNOPSIS = "synopsis"
    STATUS = "status"
    LABEL = "label"
    NOTES = "notes"
    WORDS = "words"


NAMING: Final = (Column.PART, Column.CHAPTER, Column.SCENE)
"""Columns whose cells name items, from the outermost inwards."""

_HEADINGS: Final[Mapping[str, Column]] = {
    name: column
    for column, names in {
        Column.LEVEL: "level kind type depth 级别 级 层级 层次 类型 种类",
        Column.PART: "part book volume act 部 卷 部分 分卷 卷名 幕",
        Column.CHAPTER: "chapter 章 章节 章名 回",
        Column.SCENE: "scene 场 场景 场次 场名 节",
        Column.TITLE: "title name heading 标题 名称 题目 名字",
        Column.SYNOPSIS: "synopsis summary description outline 梗概 概要 摘要 简介 大纲 内容",
        Column.STATUS: "status state 状态 进度",
        Column.LABEL: "label tag colour color 标签 标记 颜色",
        Column.NOTES: "notes note comment comments remarks 备注 笔记 注释 说明",
        Column.WORDS: "words target goal wordcount 字数 词数 目标 目标字数 计划字数",
    }.items()
    for name in names.split()
}
_LEVELS: Final[Mapping[str, ItemKind]] = {
    **{name: ItemKind.PART for name in ["part", "book", "volume", "act", "部", "卷", "部分"]},
    **{name: ItemKind.CHAPTER for name in ["chapter", "章", "回"]},
    **{name: ItemKind.SCENE for name in ["scene", "场", "场景", "节"]},
    **{name: ItemKind.NOTE for name in ["note", "笔记", "备注"]},
    **{name: ItemKind.FOLDER for name in ["folder", "文件夹"]},
    **{name: ItemKind.FRONT for name in ["front", "前页", "卷首"]},
    **{name: ItemKind.BACK for name in ["back", "后记", "卷末"]},
}
_PUNCTUATION: Final = re.compile(r"[\s_:：()（）.-]+")
_ORDER: Final = (ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE)
_LONGEST: Final = 4  # digits of what is no level any more


def column_of(heading: str) -> Column | None:
    """What a heading stands for, in whatever case and with whatever around it."""
    return _HEADINGS.get(_bare(heading))


def columns_of(headings: Sequence[str]) -> dict[int, Column]:
    """The columns that are known, by their places; the first of each counts."""
    found: dict[int, Column] = {}
    for place, heading in enumerate(headings):
        column = column_of(heading)
        if column is not None and column not in found.values():
            found[place] = column
    return found


def kinds_of(levels: Sequence[str]) -> dict[str, ItemKind]:
    """What the values of a column of levels are: names, or numbers with 1 as the outermost.

    One number means chapters, two chapters and scenes, more parts, chapters and scenes.
    """
    kinds = {level: kind for level in levels if (kind := _LEVELS.get(_bare(level))) is not None}
    numbers = sorted({int(each) for each in levels if each.isdecimal() and len(each) < _LONGEST})
    order = _ORDER if len(numbers) > 2 else _ORDER[1:]
    places = {number: min(place, len(order) - 1) for place, number in enumerate(numbers)}
    return kinds | {
        level: order[places[int(level)]]
        for level in levels
        if level.isdecimal() and len(level) < _LONGEST
    }


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text).casefold()
