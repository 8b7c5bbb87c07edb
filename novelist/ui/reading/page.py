# SPDX-License-Identifier: MIT
"""The page "Reading": a line with what is read and how, the pages, and where one is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.languages import is_han
from novelist.settings import Settings
from novelist.ui.editor.header import EXTENTS
from novelist.ui.editor.menus import han_faces
from novelist.ui.fonts import BOOK_FACES
from novelist.ui.icons import Icons
from novelist.ui.reading.paper import PAPERS
from novelist.ui.reading.spread import Spread
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented

_FOOT: Final = 32


class ReadingPage(Retranslated, QWidget):
    """Shows; ``ReadingController`` fills it and does what is wished."""

    left = Signal()
    extent_chosen = Signal(str)
    setting_changed = Signal(str, object)

    def __init__(
        self, theme: Theme, icons: Icons, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._theme, self._settings = theme, settings
        self.language = "en"
        self.header = PanelHeader(theme, icons, self, ruled=True)
        self.extent = Segmented(theme, self.header)
        self.extent.setObjectName("reading_extent")
        self.header.add_widget(self.extent)
        self.look = self.header.add_button("a-large-small")
        self.look.setObjectName("reading_look")
        self.close_ = self.header.add_button("x")
        self.close_.setObjectName("reading_close")
        self.spread = Spread(theme, self)
        self._where = ElidedLabel(theme, "small", "text_2", self)
        self._where.setObjectName("reading_where")
        theme.lay_ground(self, "window")
        self._lay_out(theme)
        self.setFocusProxy(self.spread)
        self.close_.clicked.connect(self.left)
        self.look.clicked.connect(self._on_look_clicked)
        self.extent.value_changed.connect(self.extent_chosen)
        self.retranslate()

    def _lay_out(self, theme: Theme) -> None:
        foot = QHBoxLayout()
        side = theme.space("xl")
        foot.setContentsMargins(side, 0, side, 0)
        foot.addStretch(1)
        foot.addWidget(self._where)
        foot.addStretch(1)
        self._where.setFixedHeight(_FOOT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.spread, 1)
        column.addLayout(foot)

    def panels(self) -> tuple[QWidget, ...]:
        """Where F6 leads to."""
        return (self.spread,)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        words = (self.tr("Scene"), self.tr("Chapter"), self.tr("Manuscript"))
        self.extent.set_segments(zip(EXTENTS, words, strict=True))
        self.extent.setAccessibleName(self.tr("How much is read"))
        self.look.set_name(self.tr("Face, size and paper"))
        self.close_.set_name(self.tr("Back to writing"), "Esc")
        self.spread.setAccessibleName(self.tr("Pages"))

    def say_where(self, chapter: str, page: int, pages: int, share: float) -> None:
        """Say where one is: the chapter, the page of so many (0: not known yet), how far in all."""
        locale = QLocale()
        percent = locale.toString(share * 100, "f", 0) + locale.percent()
        if pages:
            said = self.tr("{chapter} · page {page} of {pages} · {percent}")
        else:
            said = self.tr("{chapter} · page {page} · {percent}")
        self._where.setText(said.format(chapter=chapter, page=page, pages=pages, percent=percent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, or the key that led here, goes back to writing."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_F11 and shift):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- how it is set -------------------------------------------------------------------------

    def menu(self) -> Menu:
        """Faces, sizes, papers, and what else can be chosen."""
        menu = Menu(self._theme, self)
        menu.setObjectName("reading_menu")
        settings = self._settings
        faces = han_faces() if is_han(self.language) else [face.family for face in BOOK_FACES]
        chosen = settings.reading_face if settings.reading_face in faces else ""
        for face in ("", *faces):
            words = face or self.tr("As the page of the editor")
            self._choice(menu, "face", words, face == chosen, ("reading_face", face))
        menu.addSeparator()
        for steps, words in ((1, self.tr("Larger")), (-1, self.tr("Smaller"))):
            action = QAction(words, menu)
            action.triggered.connect(lambda _on=False, n=steps: self.spread.size_requested.emit(n))
            menu.addAction(action)
        menu.addSeparator()
        names = (
            *(self.tr("Paper as the window"), self.tr("White paper")),
            *(self.tr("Sepia paper"), self.tr("Dark paper")),
        )
        for paper, words in zip(PAPERS, names, strict=True):
            on = paper == settings.reading_paper
            self._choice(menu, "paper", words, on, ("reading_paper", paper))
        menu.addSeparator()
        self._switch(menu, self.tr("Notes at the end of the chapter"), "reading_notes_at_end")
        self._switch(menu, self.tr("Titles of the scenes"), "reading_titles")
        return menu

    def _choice(
        self, menu: Menu, group: str, words: str, on: bool, choice: tuple[str, str]
    ) -> None:
        exclusive = menu.findChild(QActionGroup, group)
        if exclusive is None:
            exclusive = QActionGroup(menu)
            exclusive.setObjectName(group)
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: self.setting_changed.emit(*choice))
        exclusive.addAction(action)
        menu.addAction(action)

    def _switch(self, menu: Menu, words: str, name: str) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(bool(getattr(self._settings, name)))
        action.triggered.connect(lambda on: self.setting_changed.emit(name, on))
        menu.addAction(action)

    def _on_look_clicked(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.look.mapToGlobal(QPoint(self.look.width(), self.look.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
