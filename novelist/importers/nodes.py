# SPDX-License-Identifier: MIT
"""The rows of an outline as other programs have them: fields, and rows inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Fields = list[tuple[str, str]]
"""Keys and values in the order of the file."""


@dataclass(slots=True)
class Node:
    """One item; ``fields`` are as the file has them."""

    fields: Fields
    text: str = ""
    is_folder: bool = False
    children: list[Node] = field(default_factory=list)

    def value(self, name: str) -> str:
        """What a field says; "" where there is none."""
        return value_of(self.fields, name)

    def walk(self) -> Iterator[Node]:
        """The item and all inside, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def value_of(fields: Fields, name: str) -> str:
    """The value of a key, whatever its case; "" where there is none."""
    folded = name.casefold()
    return next((value for key, value in fields if key.casefold() == folded), "")
