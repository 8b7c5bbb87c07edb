# SPDX-License-Identifier: MIT
"""What several formats do to a block that was read."""

from __future__ import annotations

from dataclasses import replace

from novelist.domain import document as d


def without_leading_space(block: d.Block) -> d.Block:
    """The block without the space that stands behind a number or label at its beginning."""
    first = block.inlines[0] if block.inlines else None
    if not isinstance(first, d.Run):
        return block
    return d.normal(
        replace(block, inlines=(replace(first, text=first.text.lstrip()), *block.inlines[1:]))
    )
