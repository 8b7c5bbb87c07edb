# SPDX-License-Identifier: MIT
"""Hairlines are sharp at every scale of the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from novelist.ui.widgets.painting import horizontal_line, vertical_line

INK = QColor("#35322e")


def canvas(ratio: float) -> QImage:
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("place", [3, 4, 5, 6])
def test_a_hairline_is_one_sharp_line(qapp: QApplication, ratio: float, place: int) -> None:
    across, down = canvas(ratio), canvas(ratio)
    for image, draw in ((across, horizontal_line), (down, vertical_line)):
        painter = QPainter(image)
        draw(painter, 0, 40, place, INK)
        painter.end()
    column = [across.pixelColor(20, y) for y in range(across.height())]
    row = [down.pixelColor(x, 20) for x in range(down.width())]
    for line in (column, row):
        assert {pixel.name() for pixel in line} == {INK.name(), "#ffffff"}  # nothing between
        assert line.count(INK) == int(ratio)
