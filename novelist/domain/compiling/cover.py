# SPDX-License-Identifier: MIT
"""The cover of a book: front matter that is called so and holds a picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from novelist.domain.compiling.choosing import Candidate
from novelist.domain.document import IMAGE, IMAGE_BLOCK, Atom, Block
from novelist.domain.enums import ItemKind

_NAMES: Final = frozenset({"cover", "front cover", "封面"})


def cover_of(candidates: Iterable[Candidate]) -> tuple[int, str] | None:
    """The item whose picture is the cover, and the digest of that; None where there is none."""
    for candidate in candidates:
        if candidate.kind != ItemKind.FRONT or candidate.title.strip().casefold() not in _NAMES:
            continue
        for block in candidate.document.blocks:
            if digest := _picture_of(block):
                return candidate.id, digest
    return None


def _picture_of(block: Block) -> str:
    holders: list[Atom | Block] = [block] if block.kind == IMAGE_BLOCK else []
    holders += (e for e in block.inlines if isinstance(e, Atom) and e.kind == IMAGE)
    found = [each.attrs.get("digest") for each in holders]
    return next((digest for digest in found if isinstance(digest, str) and digest), "")
