# SPDX-License-Identifier: MIT
"""The shape of a scene, as seen from far away: its paragraphs, what is spoken, what is marked."""

from __future__ import annotations

from dataclasses import dataclass

from novelist.domain.document import COMMENT, Block, Document
from novelist.domain.speech import speech_in


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """Characters of a paragraph, how many of them are spoken, whether a comment begins in it."""

    characters: int
    spoken: int = 0
    has_comment: bool = False


@dataclass(frozen=True, slots=True)
class SceneShape:
    """The paragraphs of a scene in order."""

    paragraphs: tuple[ParagraphShape, ...] = ()

    @property
    def characters(self) -> int:
        """How long the scene is; an empty paragraph takes the room of one character."""
        return sum(max(each.characters, 1) for each in self.paragraphs)

    @property
    def spoken_share(self) -> float:
        """How much of it is spoken, from 0 to 1."""
        return sum(each.spoken for each in self.paragraphs) / max(self.characters, 1)

    def rows(self, count: int) -> list[tuple[float, bool]]:
        """The scene cut into so many equal pieces: the spoken share, and whether one is marked."""
        spoken, marked = [0.0] * count, [False] * count
        size = max(self.characters, 1) / max(count, 1)
        at = 0.0
        for paragraph in self.paragraphs if count else ():
            length = max(paragraph.characters, 1)
            share = paragraph.spoken / length
            first, last = int(at / size), min(int((at + length) / size), count - 1)
            for row in range(first, last + 1):
                inside = min(at + length, (row + 1) * size) - max(at, row * size)
                spoken[row] += share * max(inside, 0) / size
            marked[min(first, count - 1)] |= paragraph.has_comment
            at += length
        return list(zip(spoken, marked, strict=True))


def shape_of(document: Document, language: str) -> SceneShape:
    """The shape of a text; of a long one not in the thread of the window."""
    return SceneShape(tuple(_paragraph(block, language) for block in document.blocks))


def _paragraph(block: Block, language: str) -> ParagraphShape:
    text = block.plain_text
    spoken = sum(speech.end - speech.start for speech in speech_in(text, language))
    marked = any(mark.name == COMMENT for inline in block.inlines for mark in inline.marks)
    return ParagraphShape(len(text), spoken, marked)
