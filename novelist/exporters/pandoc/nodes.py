# SPDX-License-Identifier: MIT
"""Nodes of pandoc's model as JSON (pandoc-types 1.23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

Node: TypeAlias = dict[str, Any]

VERSION: Final = [1, 23, 1]


def node(kind: str, *content: Any) -> Node:  # noqa: ANN401 - whatever the kind holds
    """A node; what holds one thing holds it bare."""
    return {"t": kind, "c": content[0] if len(content) == 1 else list(content)}


def attr(classes: Sequence[str] = (), **values: str) -> list[Any]:
    """An attribute: no identifier, classes and values (``custom_style`` is "custom-style")."""
    named = [[name.replace("_", "-"), value] for name, value in values.items()]
    return ["", list(classes), named]


def text(words: str) -> Node:
    """Words with the spaces in them: pandoc's writers keep these as they are."""
    return node("Str", words)


def para(inlines: Sequence[Node]) -> Node:
    """A paragraph."""
    return node("Para", list(inlines))


def styled(name: str, blocks: Sequence[Node]) -> Node:
    """Blocks with a paragraph style of an office document."""
    return node("Div", attr(custom_style=name), list(blocks))


def classed(name: str, blocks: Sequence[Node]) -> Node:
    """Blocks with a class of a book."""
    return node("Div", attr([name]), list(blocks))


def document(blocks: Sequence[Node], meta: Mapping[str, str]) -> Node:
    """A whole document; ``meta`` as strings, empty ones left out."""
    values = {name: {"t": "MetaString", "c": value} for name, value in meta.items() if value}
    return {"pandoc-api-version": VERSION, "meta": values, "blocks": list(blocks)}
