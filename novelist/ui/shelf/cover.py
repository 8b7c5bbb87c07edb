# SPDX-License-Identifier: MIT
"""A cover drawn from the title: seven pairs of ground and ink, several arrangements.

Chinese titles run downwards from the top right. Nothing is random: the same novel has the same
cover for ever.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame

_MARGIN = 18
_TITLE_SIZES = (30, 27, 24, 21, 18, 16, 14)
_UPRIGHT_SIZES = (32, 28, 24, 20, 17, 15)
_STILL_LARGE = 24  # a title is not set smaller than this only to break better
_SHORT_WORD = 4
_AUTHOR_SIZE = 12
_RULE = 1
_LEADING = 1.18  # from one line of the title to the next, in sizes
_MOST_LETTERS = 60  # of a title on a cover; the name below says it whole

_UPRIGHT_FORMS = str.maketrans(
    "（）《》〈〉「」『』【】—…：；，。、",
    "︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︱︙︓︔︐︒︑",
)


@dataclass(frozen=True)
class CoverText:
    """What a cover shows and what decides how it looks."""

    key: int  # the novel's id
    title: str
    author: str
    pair: str  # a name of ``[cover]``, or "" to take the one that falls to the key


def cover_pair(theme: Theme, text: CoverText) -> str:
    """The pair of colours of this novel, the same in every session."""
    names = theme.cover_names()
    return text.pair if text.pair in names else names[(text.key - 1) % len(names)]


def is_upright(title: str) -> bool:
    """Whether the title is written downwards: at least half of it is Han."""
    letters = [letter for letter in title if letter.isalnum()]
    han = sum("\u3400" <= letter <= "\u9fff" or letter >= "\U00020000" for letter in letters)
    return bool(letters) and han * 2 >= len(letters)


def paint_cover(painter: QPainter, theme: Theme, rect: QRectF, text: CoverText) -> None:
    """Draw the cover into the rectangle (168 by 248 on the shelf)."""
    pair = cover_pair(theme, text)
    ground, ink = theme.cover(pair)
    radius = theme.radius("cover")
    painter.save()
    fill(painter, rect, ground, radius)
    if pair == "paper":
        frame(painter, rect, theme.colour("line"), radius)
    canvas = _Canvas(painter, theme, rect, ink, text)
    if is_upright(text.title):
        _UPRIGHT[text.key % len(_UPRIGHT)](canvas)
    else:
        _ACROSS[(text.key - 1) % len(_ACROSS)](canvas)
    painter.restore()


@dataclass(frozen=True)
class _Canvas:
    """What every arrangement draws with."""

    painter: QPainter
    theme: Theme
    rect: QRectF
    ink: QColor
    text: CoverText

    @property
    def inner(self) -> QRectF:
        """The rectangle inside the margins."""
        return self.rect.adjusted(_MARGIN, _MARGIN + 6, -_MARGIN, -_MARGIN)

    def font(self, size: int, family: str, language: str = "en") -> QFont:
        """The book face at that size."""
        return self.theme.book_font(language, size, family=family)

    def title(self, box: QRectF, family: str, align: Qt.AlignmentFlag) -> float:
        """The title, as large as fits into the box; returns where it ends."""
        layout, height = self._fitted(_shortened(self.text.title), box, family)
        top = box.bottom() - height if align & Qt.AlignmentFlag.AlignBottom else box.top()
        self.painter.setPen(self.ink)
        for line in (layout.lineAt(place) for place in range(layout.lineCount())):
            spare = box.width() - line.naturalTextWidth()
            shift = spare / 2 if align & Qt.AlignmentFlag.AlignHCenter else 0
            line.draw(self.painter, QPointF(box.left() + shift, top))
        return top + height

    def _fitted(self, text: str, box: QRectF, family: str) -> tuple[QTextLayout, float]:
        """The largest setting that fits; a smaller one where a short word stands alone."""
        fitting: tuple[QTextLayout, float] | None = None
        for size in _TITLE_SIZES:
            font = self.font(size, family)
            font.setWeight(QFont.Weight.Medium)
            layout = QTextLayout(text, font)
            height = _break_lines(layout, box.width(), size * _LEADING)
            widest = max(map(QFontMetricsF(font).horizontalAdvance, text.split()), default=0)
            if height > box.height() or widest > box.width():
                continue
            if not _has_lonely_word(layout):
                return layout, height
            fitting = fitting or (layout, height)
            if size <= _STILL_LARGE:
                break
        return fitting or (layout, height)

    def author(self, box: QRectF, family: str, align: Qt.AlignmentFlag) -> None:
        """The author on one line."""
        font = self.font(_AUTHOR_SIZE, family)
        metrics = QFontMetricsF(font)
        name = metrics.elidedText(self.text.author, Qt.TextElideMode.ElideRight, box.width())
        self.painter.setFont(font)
        self.painter.setPen(self.ink)
        self.painter.drawText(box, int(align.value), name)

    def rule(self, left: float, right: float, top: float) -> None:
        """A thin line in half the strength of the ink."""
        colour = QColor(self.ink)
        colour.setAlphaF(0.5)
        fill(self.painter, QRectF(round(left), round(top), round(right - left), _RULE), colour)


_LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_CENTRE_TOP = _CENTRE | Qt.AlignmentFlag.AlignTop
_CENTRE_BOTTOM = _CENTRE | Qt.AlignmentFlag.AlignBottom


def _ruled_left(canvas: _Canvas) -> None:
    """Title at the top left, a rule near the foot, the author under it."""
    inner = canvas.inner
    canvas.title(inner.adjusted(0, 0, 0, -64), "Literata", _LEFT_TOP)
    if canvas.text.author:
        canvas.rule(inner.left(), inner.right(), inner.bottom() - 30)
        canvas.author(inner, "Literata", _LEFT_BOTTOM)


def _centred(canvas: _Canvas) -> None:
    """Title in the upper middle, a short rule, the author, all centred."""
    inner = canvas.inner
    box = inner.adjusted(-6, 26, 6, -70)
    middle, below = inner.center().x(), canvas.title(box, "EB Garamond", _CENTRE_TOP) + 16
    if canvas.text.author:
        canvas.rule(middle - 12, middle + 12, below)
        line = QRectF(inner.left(), below + 16, inner.width(), 20)
        canvas.author(line, "EB Garamond", _CENTRE)


def _low_left(canvas: _Canvas) -> None:
    """Author at the top, title at the foot."""
    inner = canvas.inner
    canvas.author(inner, "Source Serif 4", _LEFT_TOP)
    canvas.title(inner.adjusted(0, 40, 0, 0), "Source Serif 4", _LEFT_BOTTOM)


def _framed(canvas: _Canvas) -> None:
    """A thin frame, the title centred in it, the author at its foot."""
    colour = QColor(canvas.ink)
    colour.setAlphaF(0.5)
    frame(canvas.painter, canvas.rect.adjusted(10, 10, -10, -10), colour, 1)
    inner = canvas.inner.adjusted(4, 14, -4, -8)
    canvas.title(inner.adjusted(0, 0, 0, -40), "Literata", _CENTRE_TOP)
    canvas.author(inner, "Literata", _CENTRE_BOTTOM)


_ACROSS = (_ruled_left, _low_left, _centred, _ruled_left, _centred, _framed)


def _down_right(canvas: _Canvas) -> None:
    """Title downwards from the top right, author downwards at the foot on the left."""
    inner = canvas.inner
    _upright_title(canvas, inner.adjusted(20, 0, -6, -8), from_right=True)
    _upright_author(canvas, inner)


def _down_label(canvas: _Canvas) -> None:
    """Title in a framed strip at the left, as on thread-bound books; author at the right foot."""
    inner = canvas.inner
    size = _upright_size(canvas.text.title, inner.height() - 50, 1)
    letters = _upright_letters(canvas.text.title)
    if size is None or len(letters) * size * _STEP > inner.height() - 40:
        _down_right(canvas)
        return
    height = len(letters) * size * _STEP + 24
    strip = QRectF(inner.left() - 2, inner.top() - 8, size + 22, height)
    colour = QColor(canvas.ink)
    colour.setAlphaF(0.5)
    frame(canvas.painter, strip, colour, 1)
    _upright_run(canvas, letters, size, QPointF(strip.center().x(), strip.top() + 12))
    _upright_author(canvas, inner, right=True)


_UPRIGHT = (_down_right, _down_right, _down_label)
_STEP = 1.12  # from one character to the next, in sizes
_COLUMN = 1.35  # from one column to the next


def _upright_letters(text: str) -> str:
    return "".join(_shortened(text).split()).translate(_UPRIGHT_FORMS)


def _upright_size(text: str, height: float, columns: int) -> int | None:
    """The largest size at which the title takes no more than that many columns."""
    letters = len(_upright_letters(text))
    for size in _UPRIGHT_SIZES:
        if letters <= columns * int(height // (size * _STEP)):
            return size
    return None


def _upright_title(canvas: _Canvas, box: QRectF, *, from_right: bool) -> None:
    letters = _upright_letters(canvas.text.title)
    for columns in (1, 2, 3):
        size = _upright_size(canvas.text.title, box.height(), columns)
        if size is not None and size >= _UPRIGHT_SIZES[min(columns, 3)]:
            break
    size = size or _UPRIGHT_SIZES[-1]
    column = int(box.height() // (size * _STEP))
    for place in range(0, len(letters), column):
        shift = (place // column) * size * _COLUMN
        centre = box.right() - size / 2 - shift
        if centre - size / 2 < box.left():
            break
        _upright_run(canvas, letters[place : place + column], size, QPointF(centre, box.top()))


def _upright_author(canvas: _Canvas, box: QRectF, *, right: bool = False) -> None:
    name = _upright_letters(canvas.text.author)
    if not name or len(name) > 12 or not is_upright(name):
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        canvas.author(box, "Literata", align | Qt.AlignmentFlag.AlignBottom)
        return
    size = _AUTHOR_SIZE + 1
    top = box.bottom() - len(name) * size * _STEP
    centre = box.right() - size / 2 if right else box.left() + size / 2
    _upright_run(canvas, name, size, QPointF(centre, top))


def _upright_run(canvas: _Canvas, letters: str, size: int, start: QPointF) -> None:
    """Characters one under the other, each centred; ``start`` is the middle of the top."""
    canvas.painter.setFont(canvas.font(size, "Literata", "zh"))
    canvas.painter.setPen(canvas.ink)
    for place, letter in enumerate(letters):
        top = start.y() + place * size * _STEP
        box = QRectF(start.x() - size, top, size * 2, size * _STEP)
        canvas.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), letter)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1].rstrip() + "…"


def _has_lonely_word(layout: QTextLayout) -> bool:
    """Whether one of several lines is a single short word."""
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    texts = [layout.text()[line.textStart() :][: line.textLength()].strip() for line in lines]
    return len(texts) > 1 and any(len(text) < _SHORT_WORD for text in texts)


def _break_lines(layout: QTextLayout, width: float, leading: float) -> float:
    """Lay the lines out at an even distance (Qt has no line height); their height together."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top - (line.height() - leading) / 2))
        top += leading
    layout.endLayout()
    return top
