# SPDX-License-Identifier: MIT
"""Words on their way to pandoc: the one place where those are let through that can be written."""

from __future__ import annotations

from novelist.domain.document import Atom, Block
from novelist.exporters.exported import Findings, text_of
from novelist.exporters.pandoc.nodes import Node, text


class Words:
    """The words of one file; what no format can hold becomes U+FFFD and is found."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def written(self, words: str) -> str:
        """The words as they can be written."""
        return self._findings.writable(words)

    def text(self, words: str) -> Node:
        """Them as an inline of pandoc's."""
        return text(self.written(words))

    def of(self, holder: Atom | Block, name: str) -> str:
        """An attribute as words; "" where it is absent."""
        return self.written(text_of(holder, name))
