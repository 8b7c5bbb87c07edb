# SPDX-License-Identifier: MIT
"""An outline to be printed: nested for programs, indented for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from novelist.cli.tables import clean, shortened
from novelist.cli.words import Words
from novelist.domain.enums import OUTSIDE_KINDS
from novelist.domain.numbering import chapter_label
from novelist.domain.outline import in_manuscript, number_chapters, tree_order

if TYPE_CHECKING:
    from novelist.db.models import Novel, OutlineItem

_BEGINNING: Final = 40  # cells of a terminal


def nested_outline(novel_id: int, title: str, items: Sequence[OutlineItem]) -> dict[str, Any]:
    """The novel with its items inside each other.

    ``words`` are an item's own and those inside it that belong to the manuscript, as the window
    shows them; inside notes and folders everything counts.
    """
    root = {"id": novel_id, "kind": "novel", "title": title, "words": 0, "children": []}
    nodes = {
        item.id: {
            "id": item.id,
            "kind": str(item.kind),
            "title": item.title,
            "words": item.words,
            "children": [],
        }
        for item in items
    }
    ordered = [item for item, _ in tree_order(items)]
    for item in ordered:
        _node_above(item, nodes, root)["children"].append(nodes[item.id])
    for item in reversed(ordered):
        above = _node_above(item, nodes, root)
        belongs = item.in_manuscript and item.kind not in OUTSIDE_KINDS
        if belongs or above["kind"] in OUTSIDE_KINDS:
            above["words"] += nodes[item.id]["words"]
    return root


def _node_above(
    item: OutlineItem, nodes: dict[int, dict[str, Any]], root: dict[str, Any]
) -> dict[str, Any]:
    return nodes.get(item.parent_id, root) if item.parent_id is not None else root


def outline_rows(
    novel: Novel,
    nested: dict[str, Any],
    items: Sequence[OutlineItem],
    beginnings: Mapping[int, str],
    words: Words,
) -> list[list[str]]:
    """Rows of indented title, words and remark, the novel first.

    Texts without a title are called by their ``beginnings``.
    """
    totals: dict[int, int] = {}
    waiting = list(nested["children"])
    while waiting:
        node = waiting.pop()
        totals[node["id"]] = node["words"]
        waiting.extend(node["children"])
    numbers = number_chapters(items)
    rows = [[clean(novel.title) or words("untitled"), f"{nested['words']:,}", ""]]
    inside = {item.id for item, _ in in_manuscript(items)}
    for item, depth in tree_order(items):
        label = chapter_label(numbers.get(item.id), novel.language, item.title)
        indent = "  " * (depth + 1)
        remark = "" if item.id in inside else words("excluded")
        beginning = shortened(clean(beginnings.get(item.id, "")), _BEGINNING)
        name = clean(label) or beginning or words("untitled")
        rows.append([indent + name, f"{totals[item.id]:,}", remark])
    return rows
