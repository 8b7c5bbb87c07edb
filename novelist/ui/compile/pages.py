# SPDX-License-Identifier: MIT
"""Pages of a PDF as pictures, drawn in a thread: PDFium serves one caller at a time."""

from __future__ import annotations

import threading
from typing import Final

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_LOCK: Final = threading.RLock()  # what is let go may be collected while something is drawn
_WIDEST: Final = 4000  # pixels


class PdfPages:
    """A PDF that is shown; ``close`` lets go of it. Both block: use them in a thread."""

    def __init__(self, data: bytes) -> None:
        with _LOCK:
            self._document = pypdfium2.PdfDocument(data)
            self.count = len(self._document)
            width, height = self._document.get_page_size(0) if self.count else (1.0, 1.0)
        self.size = QSizeF(width, height)
        """Of its first page, in points."""

    def picture(self, number: int, width: int) -> QImage:
        """The page with that number, from 0, so many pixels wide."""
        with _LOCK:
            page = self._document[number]
            scale = min(width, _WIDEST) / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB888
                if bitmap.n_channels == 3
                else QImage.Format.Format_RGBX8888,
            ).copy()
            bitmap.close()  # here: collected later, it would be freed without the lock
            page.close()
        return image

    def close(self) -> None:
        """Let go of it; nothing can be drawn of it after that."""
        with _LOCK:
            self._document.close()

    def __del__(self) -> None:
        """Nobody may have come to show it; nothing of PDFium is freed without the lock."""
        if hasattr(self, "_document"):  # it was a PDF
            self.close()
