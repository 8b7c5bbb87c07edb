# SPDX-License-Identifier: MIT
"""What is to be learnt of pandoc's blocks without reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from novelist.domain.enums import ItemKind
from novelist.importers.pandoc.inlines import Node
from novelist.importers.style_names import MATTER, matter_of_style


def heading_matter(classes: Sequence[str], nodes: Sequence[Node]) -> Iterator[ItemKind | None]:
    """What a heading may head, by its own style and by that of its letters."""
    styles = (
        dict(node["c"][0][2]).get("custom-style", "") for node in nodes if node["t"] == "Span"
    )
    for name in classes:
        yield MATTER.get(name) or matter_of_style(name, is_heading=True)
    for name in styles:
        yield matter_of_style(name, is_heading=True)


def lines_of(nodes: Sequence[Node]) -> list[Sequence[Node]] | None:
    """The lines of a poem whose lines are paragraphs or divisions of one; None for another."""
    lines: list[Sequence[Node]] = []
    for node in nodes:
        kind, content = node["t"], node.get("c", "")
        if kind in ("Para", "Plain"):
            lines.append(content)
        elif kind == "Div" and len(content[1]) == 1 and content[1][0]["t"] in ("Para", "Plain"):
            language = dict(content[0][2]).get("lang")
            words = content[1][0]["c"]
            span = {"t": "Span", "c": [["", [], [["lang", language]]], words]}
            lines.append([span] if language else words)
        else:
            return None
    return lines


def words_of(node: Node) -> Sequence[Node]:
    """The inlines of a paragraph or heading; none of anything else."""
    kind, content = node["t"], node.get("c", "")
    if kind in ("Para", "Plain"):
        return list(content)
    return list(content[2]) if kind == "Header" else []


def rows_of(content: Sequence[Any]) -> Iterator[list[Sequence[Node]]]:
    """The cells of every row of a table: head, bodies, foot."""
    head, bodies, foot = content[3][1], content[4], content[5][1]
    every = [*head, *(row for body in bodies for part in body[2:4] for row in part), *foot]
    for row in every:
        yield [cell[4] for cell in row[1]]


def is_raw(node: Node, start: str) -> bool:
    """Whether it is a tag of a page that begins so."""
    return node["t"] == "RawBlock" and str(node["c"][1]).startswith(start)


def end_of_group(nodes: Sequence[Node], start: int) -> int:
    """Where a group of headings ends; where it begins if it does not."""
    for position in range(start + 1, len(nodes)):
        if is_raw(nodes[position], "</hgroup"):
            return position
    return start
