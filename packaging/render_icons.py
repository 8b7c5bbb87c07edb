# SPDX-License-Identifier: MIT
"""Renders ``resources/novelist.svg`` into the icons that desktops and installers want.

Run by hand after the drawing changes: ``python packaging/render_icons.py``.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "packaging" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
# The four-letter types of Apple's container that take a PNG, and their sizes.
APPLE_TYPES = {b"ic07": 128, b"ic08": 256, b"ic09": 512}


def main() -> None:
    """Write every size as PNG, and the containers of Windows and macOS."""
    drawing = QSvgRenderer(str(PROJECT / "resources" / "novelist.svg"))
    pictures = {size: render(drawing, size) for size in SIZES}
    FOLDER.mkdir(exist_ok=True)
    for size, data in pictures.items():
        (FOLDER / f"novelist-{size}.png").write_bytes(data)
    (FOLDER / "novelist.ico").write_bytes(windows_icon(pictures))
    (FOLDER / "novelist.icns").write_bytes(apple_icon(pictures))


def render(drawing: QSvgRenderer, size: int) -> bytes:
    """The drawing as a PNG of ``size`` × ``size`` pixels on a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs of 6.11 forget QIODevice
    return bytes(data.data())


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """An ICO file: a header, a directory of 16 bytes a picture, then the PNGs."""
    directory, body = b"", b""
    start = 6 + 16 * len(WINDOWS_SIZES)
    for size in WINDOWS_SIZES:
        edge, data = size % 256, pictures[size]
        directory += struct.pack("<4B2H2I", edge, edge, 0, 0, 1, 32, len(data), start + len(body))
        body += data
    return struct.pack("<3H", 0, 1, len(WINDOWS_SIZES)) + directory + body


def apple_icon(pictures: dict[int, bytes]) -> bytes:
    """An ICNS file: a header, then each PNG with its type and length."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in APPLE_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    main()
