# SPDX-License-Identifier: MIT
"""Notes made of what other programs keep in fields: a line "Name: value" each."""

from __future__ import annotations

from collections.abc import Iterable

from novelist.domain import document as d


def named_lines(fields: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each field that says something; a value of several lines follows its name."""
    lines: list[str] = []
    for name, value in fields:
        below = value.strip("\n").rstrip().split("\n")
        if not value.strip():
            continue
        lines += [f"{name}:", *below] if len(below) > 1 else [f"{name}: {below[0].strip()}"]
    return lines


def joined(*pieces: str) -> str:
    """The pieces that say something, with a blank line between them."""
    return "\n\n".join(piece.strip("\n") for piece in pieces if piece.strip())


def document_of_lines(lines: Iterable[str]) -> d.Document:
    """A text with a paragraph a line, blank ones left out."""
    return d.document_of(*(line for line in lines if line.strip()))
