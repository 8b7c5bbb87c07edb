# SPDX-License-Identifier: MIT
"""Draws the atoms inside a line: a footnote's number, an image's name, a placeholder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from novelist.domain.document import FOOTNOTE, IMAGE, PLACEHOLDER, JsonValue
from novelist.ui.editor.notes import Footnotes
from novelist.ui.editor.picture_painting import paint_image, zoom_of
from novelist.ui.editor.picture_size import fitting, has_size, said_size
from novelist.ui.editor.pictures import Pictures
from novelist.ui.editor.properties import ATOM, ATOM_OBJECT, atom_meaning
from novelist.ui.theme import Theme

_FOOTNOTE_SIZE: Final = 0.62
_UNKNOWN: Final = "□"
_LATER: Final = Qt.ConnectionType.QueuedConnection  # not while Qt tells of a change


class AtomPainter(QPyTextObject):
    """Measures and draws every atom of the documents it is given; outlives them all."""

    def __init__(self, theme: Theme, parent: QObject, pictures: Pictures | None = None) -> None:
        """``pictures`` are those of the editor, where others show its texts too."""
        super().__init__(parent)
        self._theme = theme
        self._notes: dict[QTextDocument, Footnotes] = {}
        self.pictures = Pictures(self) if pictures is None else pictures

    def attend(self, document: QTextDocument) -> Footnotes:
        """Draw the atoms of this document from now on; its footnotes."""
        document.documentLayout().registerHandler(ATOM_OBJECT, self)
        notes = self._notes[document] = Footnotes(document)
        document.destroyed.connect(partial(self._notes.pop, document, None))
        notes.renumbered.connect(partial(self._draw_again, document), _LATER)
        return notes

    def intrinsicSize(self, document: QTextDocument, position: int, given: QTextFormat) -> QSizeF:
        """The room of one atom in its line; none for a character that Qt cannot hold."""
        if not given.hasProperty(ATOM):
            return QSizeF(0, 0)
        picture = _picture_attrs(given)
        if picture is not None:
            return _picture_size(document, picture)
        text, font = self._appearance(document, position, given)
        if not text:
            return QSizeF(0, 0)
        metrics = QFontMetricsF(font)
        return QSizeF(metrics.horizontalAdvance(text), QFontMetricsF(font).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        given: QTextFormat,
    ) -> None:
        """Draw one atom; a footnote is raised and in the accent."""
        picture = _picture_attrs(given)
        if picture is not None:
            paint_image(painter, QRectF(rect), picture, self._theme, self.pictures)
            return
        text, font = self._appearance(document, position, given)
        if not text:
            return
        meaning = atom_meaning(given)
        is_note = meaning is not None and meaning[0] == FOOTNOTE
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if is_note else "text_3"))
        area = QRectF(rect)
        raised = area.translated(0, -0.6 * area.height()) if is_note else area
        painter.drawText(raised, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, text)

    def _appearance(
        self, document: QTextDocument, position: int, given: QTextFormat
    ) -> tuple[str, QFont]:
        """What is drawn for an atom, and in which font; "" for a character Qt cannot hold."""
        font = QFont(document.defaultFont())
        meaning = atom_meaning(given)
        if meaning is None:
            return "", font
        kind, attrs = meaning
        if kind == FOOTNOTE:
            size = max(1, round(font.pixelSize() * _FOOTNOTE_SIZE))
            font = self._theme.figures_font("small")  # those of the book face may be very low
            font.setPixelSize(size)
            notes = self._notes.get(document)
            number = 0 if notes is None else notes.number_at(position)
            return str(number or "*"), font
        return _words(kind, attrs), font

    def _draw_again(self, document: QTextDocument) -> None:
        """The numbers are others now, and perhaps wider."""
        notes = self._notes.get(document)
        if notes is not None:
            for note in notes.all():
                document.markContentsDirty(note.position, 1)


def _picture_attrs(given: QTextFormat) -> Mapping[str, JsonValue] | None:
    """What a picture in a line says of itself, where it says how large it is."""
    meaning = atom_meaning(given)
    if meaning is None or meaning[0] != IMAGE or not has_size(meaning[1]):
        return None
    return meaning[1]


def _picture_size(document: QTextDocument, attrs: Mapping[str, JsonValue]) -> QSizeF:
    """At the zoom of the layout, and no wider than the column."""
    zoom = zoom_of(document)
    width, height = said_size(attrs)
    column = document.textWidth()
    measure = column if column > 0 else width * zoom
    return QSizeF(*fitting(width * zoom, height * zoom, measure))


def _words(kind: str, attrs: Mapping[str, JsonValue]) -> str:
    if kind == IMAGE:
        return f"[{attrs.get('alt') or _UNKNOWN}]"
    if kind == PLACEHOLDER:
        return f"<{attrs.get('name') or _UNKNOWN}>"
    return _UNKNOWN
