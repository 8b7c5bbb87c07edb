# SPDX-License-Identifier: MIT
"""The place of the banners: below the header of the editor, above every other page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.main_window import OPENING, MainWindow
from novelist.ui.theme import Theme


class BannerColumn(QWidget):
    """Moves with the page that is in front; takes no room while no banner is shown."""

    def __init__(self, theme: Theme, window: MainWindow, editor: EditorPanel) -> None:
        super().__init__(window)
        self.setObjectName("banners")
        self._theme, self._window, self._editor = theme, window, editor
        self._banners: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("s"))
        window.page_changed.connect(self._on_window_page_changed)
        self.hide()

    def add(self, banner: QWidget) -> None:
        """One more banner, below the others; it shows and hides itself."""
        self._banners.append(banner)
        self._column.addWidget(banner)
        banner.installEventFilter(self)
        banner.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A banner came or went."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        page = self._window.current_page
        wanted = page != OPENING and any(not banner.isHidden() for banner in self._banners)
        if page == "write":
            self._window.banners.removeWidget(self)
            self._editor.set_banner(self if wanted else None)
        else:
            self._editor.set_banner(None)
            self._window.banners.addWidget(self)
            margin = self._theme.space("l") if wanted else 0
            self._window.banners.setContentsMargins(margin, margin, margin, margin)
        self.setVisible(wanted)

    def _on_window_page_changed(self, _page: str) -> None:
        self._place()
