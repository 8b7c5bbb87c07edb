# SPDX-License-Identifier: MIT
"""The book faces that come with Novelist, loaded when they are first asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from novelist import paths

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BookFace:
    """A bundled family: its name, the start of its file names, and how much larger it is set."""

    family: str
    stem: str
    styles: tuple[str, ...] = ("Regular", "Italic", "Bold", "BoldItalic")

    def files(self) -> list[Path]:
        """The font files, one a style."""
        folder = paths.resources() / "fonts"
        return [folder / f"{self.stem}-{style}.ttf" for style in self.styles]


BOOK_FACES = (
    BookFace("Literata", "Literata", ("Regular", "Medium", "Italic", "Bold", "BoldItalic")),
    BookFace("EB Garamond", "EBGaramond"),
    BookFace("Source Serif 4", "SourceSerif4"),
)
"""In the order of the typeface menu; the first is the default."""

DEFAULT_FACE = BOOK_FACES[0].family


class Fonts:
    """Registers bundled faces with Qt, each once and only when it is needed."""

    def __init__(self) -> None:
        self._loaded: set[str] = set()

    def load(self, family: str) -> bool:
        """Make ``family`` usable; False where it is not one of ours (the system may have it)."""
        face = next((face for face in BOOK_FACES if face.family == family), None)
        if face is None:
            return False
        if family not in self._loaded:
            self._loaded.add(family)
            for path in face.files():
                _register(path)
        return True

    def load_all(self) -> None:
        """Make every bundled face usable, for a menu that shows each in itself."""
        for face in BOOK_FACES:
            self.load(face.family)


def _register(path: Path) -> None:
    """Give one file to Qt; a file that is missing or damaged leaves the system's serif in use."""
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        log.warning("the font %s could not be loaded", path.name)
