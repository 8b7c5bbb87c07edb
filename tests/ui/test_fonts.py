# SPDX-License-Identifier: MIT
"""The bundled faces are real ones: own italics, own bold, licences beside them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

from novelist import paths
from novelist.ui.fonts import BOOK_FACES, BookFace, Fonts

EACH = pytest.mark.parametrize("face", BOOK_FACES, ids=lambda face: face.stem)


@EACH
def test_a_face_has_a_real_italic_and_bold(qapp: QApplication, face: BookFace) -> None:
    assert Fonts().load(face.family)
    styles = set(QFontDatabase.styles(face.family))
    assert {"Regular", "Italic", "Bold", "Bold Italic"} <= styles
    for weight, italic in ((400, False), (400, True), (700, False), (700, True)):
        font = QFont(face.family, 18, weight, italic)
        raw = QRawFont.fromFont(font)
        assert (raw.familyName(), raw.weight()) == (face.family, weight)
        assert (raw.style() == QFont.Style.StyleItalic) is italic


@EACH
def test_bold_and_italic_look_different(qapp: QApplication, face: BookFace) -> None:
    Fonts().load(face.family)
    pictures = [
        _drawn(QFont(face.family, 24, weight, italic))
        for weight, italic in ((400, False), (400, True), (700, False), (700, True))
    ]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[i + 1 :])


@EACH
def test_a_face_writes_the_languages_of_europe(qapp: QApplication, face: BookFace) -> None:
    Fonts().load(face.family)
    raw = QRawFont.fromFont(QFont(face.family, 18))
    missing = [letter for letter in "ßœžőğķ“”‘’—…αωжя" if not raw.supportsCharacter(ord(letter))]
    assert missing == []


@EACH
def test_the_licence_is_beside_the_face(face: BookFace) -> None:
    text = (paths.resources() / "fonts" / f"{face.stem}-OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in text.upper()


def test_the_fonts_stay_small() -> None:
    sizes = [path.stat().st_size for path in (paths.resources() / "fonts").iterdir()]
    assert sum(sizes) < 6 * 1024 * 1024


def test_a_face_of_the_system_is_left_to_the_system(qapp: QApplication) -> None:
    assert not Fonts().load("Times New Roman")
    assert QFontInfo(QFont("Times New Roman")).family()


def _drawn(font: QFont) -> QImage:
    image = QImage(300, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, 40, "The lamp, agf")
    painter.end()
    return image
