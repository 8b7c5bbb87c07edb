# SPDX-License-Identifier: MIT
"""Inlines made from text in which marks begin and end in any order."""

from __future__ import annotations

from collections.abc import Mapping

from novelist.domain import document as d


class Styling:
    """Takes words, atoms, and the beginnings and ends of marks, one after another."""

    def __init__(self) -> None:
        self._found: list[d.Inline] = []
        self._open: dict[str, d.Mark] = {}

    def begin(self, name: str, value: str = "") -> None:
        """What follows has the mark."""
        self._open[name] = d.Mark(name, value)

    def end(self, name: str) -> None:
        """What follows has the mark no more; nothing where it had not."""
        self._open.pop(name, None)

    def text(self, text: str) -> None:
        """Words with the marks that have begun."""
        if text:
            self._found.append(d.Run(text, self._marks()))

    def atom(self, kind: str, attrs: Mapping[str, d.JsonValue] | None = None) -> None:
        """One indivisible thing."""
        self._found.append(d.Atom(kind, attrs or {}, self._marks()))

    def take_last(self, longest: int) -> d.Run | None:
        """Take away the end of the last words since the cut; None where there are none."""
        last = self._found[-1] if self._found else None
        if not isinstance(last, d.Run):
            return None
        self._found[-1:] = [d.Run(last.text[:-longest], last.marks)] if last.text[:-longest] else []
        return d.Run(last.text[-longest:], last.marks)

    def put(self, run: d.Run) -> None:
        """Words with marks of their own."""
        if run.text:
            self._found.append(run)

    def cut(self) -> tuple[d.Inline, ...]:
        """All inlines since the last cut; marks that have begun go on after it."""
        found, self._found = self._found, []
        return d.normal(d.Block(inlines=tuple(found))).inlines

    def _marks(self) -> d.Marks:
        return d.canonical(self._open.values())
