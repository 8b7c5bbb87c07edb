# SPDX-License-Identifier: MIT
"""Front and back matter of a document whose styles say so, without a heading of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from novelist.domain.document import PARAGRAPH, Block
from novelist.domain.enums import ItemKind
from novelist.importers.outline import Event, Title


class MatterText:
    """Begins an item where text in such a style stands below no heading of its own."""

    def __init__(self) -> None:
        self._kind: ItemKind | None = None  # that the heading says of the item that is open
        self._styled: ItemKind | None = None  # whose text is in such a style
        self._is_bare = False  # whether the item has no heading
        self._has_text = False
        self._is_before = True  # whether the novel has not begun
        self._is_inside = False  # of a division in such a style

    def styled(self, kind: ItemKind, events: Iterable[Event]) -> Iterator[Event]:
        """The events of a division in such a style, behind the beginning of its item."""
        if self._styled is not kind and self._begins(kind):
            yield Title(0, "", kind)
        self._is_inside = True
        yield from events
        self._is_inside = False

    def settled(self, events: Iterable[Event]) -> Iterator[Event]:
        """All events; text in no style behind front matter without a heading is a chapter."""
        for event in events:
            if isinstance(event, Block) and self._ends(event):
                yield self._begun(Title(0, "", ItemKind.CHAPTER))
            if isinstance(event, Title):
                self._begun(event)
            elif isinstance(event, Block):
                self._has_text = True
            yield event

    def _begun(self, title: Title) -> Title:
        self._kind, self._is_bare, self._has_text = title.kind, not title.level, False
        self._styled = title.kind if self._is_bare else None
        self._is_before = self._is_before and title.kind is ItemKind.FRONT
        return title

    def _begins(self, kind: ItemKind) -> bool:
        """Whether what is open is not what such text belongs to."""
        if self._kind is kind and not self._has_text:
            self._styled = kind
            return False
        if kind is ItemKind.BACK:
            return self._has_text
        return self._is_before and (self._kind is kind or not self._has_text)

    def _ends(self, block: Block) -> bool:
        """Whether a paragraph is none of the front matter before it, which has no heading."""
        is_open = self._is_bare and self._styled is ItemKind.FRONT and not self._is_inside
        return is_open and block.kind == PARAGRAPH and not block.attrs
