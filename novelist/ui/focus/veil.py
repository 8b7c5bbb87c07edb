# SPDX-License-Identifier: MIT
"""Dims a text but for what is written at: a veil in the colour of the page, with a hole in it.

No format of the text is touched, whatever it is coloured with; a change of the bright part costs
one painting of the screen. The veil is as dense as makes of the text's colour the dimmed one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QRegion, QTextBlock, QTextLine

from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.focus.units import Unit, bright_range
from novelist.ui.theme import Theme

_Range = tuple[int, int]
_NOWHERE: _Range = (-1, -1)
_BESIDE = 48  # pixels of ground beside the lines


class Veil(QObject):
    """Lies over one pen, and over what flows around it."""

    def __init__(self, pen: ManuscriptEdit, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._pen, self._theme = pen, theme
        self._unit, self._strength = Unit.OFF, 1.0
        self._bright, self._before = _NOWHERE, _NOWHERE
        self._asked: tuple[object, object] = (None, None)
        self._found = _NOWHERE
        self._density = 0.0  # from 0, nothing is dimmed, to 1
        self._moved = 1.0  # how far the brightness has moved from what was bright before
        self._coming = QVariantAnimation(self)
        self._coming.valueChanged.connect(self._on_coming_value_changed)
        self._moving = QVariantAnimation(self)
        self._moving.valueChanged.connect(self._on_moving_value_changed)
        pen.cursorPositionChanged.connect(self._on_pen_moved)
        pen.selectionChanged.connect(self._on_pen_moved)

    @property
    def unit(self) -> Unit:
        """What stays bright."""
        return self._unit

    def dim(self, unit: Unit, strength: float = 1.0) -> None:
        """Dim all but ``unit`` from now on; ``strength`` 1 is as the look has it."""
        self._unit, self._strength = unit, strength
        wanted = 0.0 if unit is Unit.OFF else 1.0
        self._before = _NOWHERE
        self._bright = self._find()
        if wanted != self._density or self._coming.state() == QVariantAnimation.State.Running:
            _run(self._coming, self._density, wanted, self._theme.duration("focus"))
        self._repaint()

    @property
    def is_visible(self) -> bool:
        """Whether something is dimmed at this moment."""
        return self._density > 0

    # -- painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Dim the pen's own text, as far as it lies in ``area`` of its viewport."""
        if not self.is_visible:
            return
        bright = self._region(self._find(), area)
        before = self._region(self._before, area) - bright if self._moved < 1 else QRegion()
        self._lay(painter, QRegion(area) - bright - before, 1.0)
        self._lay(painter, bright, 1 - self._moved)
        self._lay(painter, before, self._moved)

    def paint_around(self, painter: QPainter, area: QRect) -> None:
        """Dim what flows around the pen."""
        place = self._pen.parentWidget()
        if self.is_visible and place is not None:  # a picture beside the column stays as it is
            width = place.width() + 2 * _BESIDE
            column = QRect(place.x() - _BESIDE, area.top(), width, area.height())
            self._lay(painter, QRegion(area & column), 1.0)

    def _lay(self, painter: QPainter, region: QRegion, share: float) -> None:
        colour = self._colour(share)
        if colour.alpha() and not region.isEmpty():
            painter.save()
            painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
            painter.fillRect(region.boundingRect(), colour)
            painter.restore()

    def _colour(self, share: float) -> QColor:
        page, text = self._theme.colour("page"), self._theme.colour("text")
        dimmed = self._theme.colour("text_dim")
        left = (page.lightnessF() - dimmed.lightnessF()) / (page.lightnessF() - text.lightnessF())
        density = min(max((1 - left) * self._strength * self._density * share, 0.0), 0.95)
        veil = QColor(page)
        veil.setAlpha(round(density * 255))  # a finer one would change the page by a level
        return veil

    # -- where it is bright --------------------------------------------------------------------

    def _find(self) -> _Range:
        """What stays bright; asked twice a key, found once."""
        if self._pen.live is None:
            return _NOWHERE
        cursor, document = self._pen.textCursor(), self._pen.document()
        asked = (cursor.position(), cursor.anchor(), document.revision(), self._unit)
        if (document, asked) != self._asked:
            self._asked = (document, asked)
            language = self._pen.typesetting.language
            self._found = bright_range(cursor, self._unit, language)
        return self._found

    def _region(self, bright: _Range, area: QRect) -> QRegion:
        """Where a range stands in the viewport, the caret with it."""
        start, end = bright
        region = QRegion()
        if start < 0:
            return region
        if start <= self._pen.textCursor().position() <= end:
            region = QRegion(self._pen.caret_rect())
        block = self._pen.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            rects = list(self._rects(block, start, end))
            for rect in rects:
                region += rect.toAlignedRect()
            if rects and rects[0].top() > area.bottom():
                break
            block = block.next()
        return region & QRegion(area)

    def _rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """The lines of a range in one block: the first, those between, the last."""
        layout = block.layout()
        whole = self._pen.document().documentLayout().blockBoundingRect(block)
        whole.translate(0, -self._pen.verticalScrollBar().value())
        whole.setWidth(self._pen.viewport().width())
        begin, finish = max(start - block.position(), 0), end - block.position()
        if not begin and finish >= block.length() - 1:
            yield whole
            return
        if layout.preeditAreaText() and finish >= layout.preeditAreaPosition():
            finish += len(layout.preeditAreaText())
        first = layout.lineForTextPosition(begin)
        last = layout.lineForTextPosition(max(finish - 1, begin))
        if not (first.isValid() and last.isValid()):
            return
        corner = whole.topLeft() - layout.boundingRect().topLeft()
        left = corner.x() + _x(first, begin)
        right = whole.right()
        if finish < last.textStart() + last.textLength():
            right = corner.x() + _x(last, finish)
        top, middle = corner.y() + first.rect().top(), corner.y() + first.rect().bottom()
        foot, bottom = corner.y() + last.rect().top(), corner.y() + last.rect().bottom()
        if first.lineNumber() == last.lineNumber():
            yield QRectF(left, top, right - left, bottom - top)
            return
        yield QRectF(left, top, whole.right() - left, middle - top)
        yield QRectF(0, middle, whole.width(), foot - middle)
        yield QRectF(0, foot, right, bottom - foot)

    # -- following -----------------------------------------------------------------------------

    def _on_pen_moved(self) -> None:
        if self._unit is Unit.OFF or self._pen.live is None:
            return
        bright = self._find()
        if bright == self._bright:
            return
        grown = bright[0] == self._bright[0]
        before, self._bright = self._bright, bright
        if grown and not self._pen.textCursor().hasSelection() and self._unit is not Unit.LINE:
            return  # what is typed is painted anyway
        self._before = before
        _run(self._moving, 0.0, 1.0, self._theme.duration("focus"))
        self._repaint()

    def _on_coming_value_changed(self, value: float) -> None:
        self._density = value
        self._repaint()

    def _on_moving_value_changed(self, value: float) -> None:
        self._moved = value
        self._pen.viewport().update()

    def _repaint(self) -> None:
        self._pen.viewport().update()
        around = self._pen.parentWidget()
        while self._pen.is_embedded and around is not None and not around.isWindow():
            around.update()
            if around.objectName() == "manuscript_flow":
                return
            around = around.parentWidget()


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else str(found))


def _run(animation: QVariantAnimation, start: float, end: float, duration: int) -> None:
    animation.stop()
    animation.setStartValue(start)
    animation.setEndValue(end)
    animation.setDuration(duration)
    animation.start()
