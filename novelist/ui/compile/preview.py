# SPDX-License-Identifier: MIT
"""What the preset makes of the novel: pages or text, which of them, and the button that writes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from novelist.ui.compile.page_view import PageView
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_label import Hairline, TextLabel

PAGE: Final = "page"
SPREAD: Final = "spread"
_FOOT: Final = 56
_NARROW: Final = 560  # pixels


class PreviewPane(Retranslated, QWidget):
    """``CompileController`` fills it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compile_preview")
        self._theme = theme
        self.header = PanelHeader(theme, icons, self)
        self.view = Segmented(theme, self.header)
        self.view.setObjectName("compile_view")
        self.progress = ProgressLine(theme, icons, self)
        self.header.add_widget(self.progress.cancel)
        self.header.add_widget(self.view)
        self.problem = Banner(theme, icons, BannerKind.WARNING, "triangle-alert", self)
        self.problem.setObjectName("compile_problem")
        self.problem.hide()
        self.pages = PageView(theme, self)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("compile_text")
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.shown = QStackedWidget(self)
        self.shown.addWidget(self.pages)
        self.shown.addWidget(self.text)
        self.setFocusProxy(self.shown)
        self.shown.setFocusProxy(self.pages)
        self._make_foot(theme, icons)
        self._lay_out(theme)
        theme.theme_changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _make_foot(self, theme: Theme, icons: Icons) -> None:
        self.foot = QWidget(self)
        self.back = IconButton(theme, icons, "chevron-left", self.foot)
        self.back.setObjectName("compile_back")
        self.forward = IconButton(theme, icons, "chevron-right", self.foot)
        self.forward.setObjectName("compile_forward")
        self.where = TextLabel(theme, "body", "text_2", self.foot)
        self.where.setObjectName("compile_where")
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = ElidedLabel(theme, "small", "text_2", self.foot)
        self.said.setObjectName("compile_said")
        self.save = Button(theme, icons, ButtonRole.BORDERED, self.foot)
        self.save.setObjectName("compile_save")
        self.go = Button(theme, icons, ButtonRole.PRIMARY, self.foot)
        self.go.setObjectName("compile_go")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        row.setSpacing(theme.space("s"))
        for widget in (self.back, self.where, self.forward):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        row.addStretch()
        row.addWidget(self.save)
        row.addWidget(self.go)
        self.foot.setFixedHeight(_FOOT)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.progress)
        column.addWidget(self.problem)
        column.addWidget(self.shown, 1)
        column.addWidget(Hairline(theme, Qt.Orientation.Horizontal, self))
        column.addWidget(self.foot)

    def _dress(self) -> None:
        self._theme.lay_ground(self, "window")
        self.text.setFont(self._theme.book_font(self._theme.language))
        side = self._theme.space("xl")
        self.text.document().setDocumentMargin(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The foot says less where there is little room."""
        super().resizeEvent(event)
        self.said.setVisible(self.width() >= _NARROW)

    def show_text(self, text: str) -> None:
        """Show words instead of pages."""
        self.shown.setCurrentWidget(self.text)
        self.shown.setFocusProxy(self.text)
        self.text.setPlainText(text)
        self._show_paging(False)

    def show_paging(self, first: int, last: int, pages: int, *, is_whole: bool = True) -> None:
        """Say which pages are shown, from 1, of how many; ``is_whole``: of the whole book."""
        self.shown.setCurrentWidget(self.pages)
        self.shown.setFocusProxy(self.pages)
        self._show_paging(pages > 0)
        locale = QLocale()
        one, two, every = (locale.toString(number) for number in (first, last, pages))
        every += "" if is_whole else "+"
        words = self.tr("{first}–{last} of {pages}")
        longest = words.format(first=every, last=every, pages=every)
        # As wide for every page: the button behind it stays under the pointer.
        self.where.setMinimumWidth(self.where.fontMetrics().horizontalAdvance(longest))
        if first == last:
            self.where.setText(self.tr("{page} of {pages}").format(page=one, pages=every))
        else:
            self.where.setText(words.format(first=one, last=two, pages=every))
        self.back.setEnabled(first > 1)
        self.forward.setEnabled(last < pages)

    def _show_paging(self, shown: bool) -> None:
        for widget in (self.back, self.where, self.forward):
            widget.setVisible(shown)
        self.view.setVisible(shown)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.header.set_title(self.tr("Preview"))
        self.view.set_segments(((PAGE, self.tr("Page")), (SPREAD, self.tr("Spread"))))
        self.view.setAccessibleName(self.tr("How pages are shown"))
        self.pages.setAccessibleName(self.tr("Preview"))
        self.text.setAccessibleName(self.tr("Preview"))
        self.go.setText(self.tr("Compile…"))
        self.back.set_name(self.tr("Previous page"))
        self.forward.set_name(self.tr("Next page"))
        self.save.setText(self.tr("Save preset"))
        self.progress.cancel.setText(self.tr("Cancel"))
