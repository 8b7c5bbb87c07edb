# SPDX-License-Identifier: MIT
"""Readings over words: the tags of a page around inlines of pandoc's model.

HTML Living Standard, 4.5.10: ``ruby`` holds words, each followed by its ``rt``; older pages have
several ``rb`` before several ``rt``. What stands in ``rp`` is for programs that know none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Node = Mapping[str, Any]

_TAG: Final = re.compile(r"<(/?)(ruby|rb|rt|rp|rtc)\b[^>]*>", re.IGNORECASE)
_SPACES: Final = ("Space", "SoftBreak")
_OPEN: Final = "ruby"
_CLOSED: Final = "/ruby"


def tag_of(node: Node) -> str:
    """The name of such a tag, with a slash before that of an end; "" for all else."""
    if node["t"] != "RawInline":
        return ""
    found = _TAG.fullmatch(str(node["c"][1]).strip())
    return f"{found[1]}{found[2].lower()}" if found else ""


def end_of_ruby(nodes: Sequence[Node], start: int) -> int:
    """Where the ruby ends that begins at ``start``: its last tag, or the end of all."""
    places = (at for at in range(start + 1, len(nodes)) if tag_of(nodes[at]) in (_OPEN, _CLOSED))
    return next(places, len(nodes))


def read_ruby(nodes: Sequence[Node]) -> Iterator[tuple[Sequence[Node], Sequence[Node]]]:
    """The words inside one ruby, each with its reading, which may be nothing."""
    words: list[list[Node]] = []
    readings: list[list[Node]] = []
    place, is_new = "rb", True
    for node in nodes:
        tag = tag_of(node)
        if tag in ("rt", "rp"):
            place, is_new = tag, True
            readings += [[]] if tag == "rt" else []
        elif tag:
            place, is_new = "rb", is_new or tag in ("rb", "/rb")
        elif place == "rt":
            readings[-1].append(node)
        elif place == "rb" and not (is_new and node["t"] in _SPACES):
            words += [[]] if is_new else []
            words[-1].append(node)
            is_new = False
    for number, word in enumerate(words):
        own = readings[number : number + 1] if number < len(words) - 1 else readings[number:]
        yield word, [node for reading in own for node in reading]


def without_readings(nodes: Sequence[Node]) -> Iterator[Node]:
    """The words alone."""
    position = 0
    while position < len(nodes):
        end = position + 1
        if tag_of(nodes[position]) == _OPEN:
            end = end_of_ruby(nodes, position)
            for words, _ in read_ruby(nodes[position + 1 : end]):
                yield from words
        else:
            yield nodes[position]
        position = end
