# SPDX-License-Identifier: MIT
"""Setting texts in the face, size and column of the page, with an editor over them or without."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QImage, QTextDocument

from novelist.ui.editor import page
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.page import PageSettings
from novelist.ui.theme import Theme


class Typesetting:
    """How texts of one language are set. Changing it changes no text; each takes it on later."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._devices: dict[float, QImage] = {}  # kept: layouts hold pointers to them
        self.settings = PageSettings()
        self.language = "en"

    @property
    def font(self) -> QFont:
        """The font of the text."""
        return self.settings.font(self._theme, self.language)

    @property
    def title_font(self) -> QFont:
        """The font of titles."""
        return self.settings.title_font(self._theme, self.language)

    @property
    def column(self) -> int:
        """The width of a line in pixels, where the window is wide enough."""
        return self.settings.style(self.language).measure

    def is_applied(self, live: LiveText) -> bool:
        """Whether the text stands as it would be set now, whatever the width of its column."""
        is_set = live.document.isLayoutEnabled() and live.document.defaultFont() == self.font
        return is_set and live.zoom == self.settings.zoom

    def scale(self, live: LiveText | None, document: QTextDocument) -> None:
        """Let the layout multiply heights by the zoom; it is to be laid out anew then."""
        zoom = self.settings.zoom
        if zoom not in self._devices:
            self._devices[zoom] = page.zoomed_device(zoom)
        document.documentLayout().setPaintDevice(self._devices[zoom])
        if live is not None:
            live.zoom = zoom

    def apply(self, live: LiveText, column: int) -> None:
        """Set a text that no editor shows in a column so wide. Qt lays it out when it is asked."""
        live.restyle(self.settings.style(self.language))
        live.colours.follow()
        document = live.document
        if not self.is_applied(live):
            document.setLayoutEnabled(False)
            document.setDefaultFont(self.font)
            if live.zoom != self.settings.zoom:
                self.scale(live, document)
            justify_in(document, column)
            document.setPageSize(QSizeF(column, -1))
            document.setLayoutEnabled(True)
        elif document.pageSize().width() != column:
            justify_in(document, column)
            document.setPageSize(QSizeF(column, -1))
