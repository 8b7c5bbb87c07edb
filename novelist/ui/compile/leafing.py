# SPDX-License-Identifier: MIT
"""Turns the pages of the preview: which are shown, and their pictures, drawn in a thread."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QCoreApplication, QObject, QSizeF, QTimer
from PySide6.QtGui import QImage

from novelist.ui.compile.pages import PdfPages
from novelist.ui.compile.preview import PAGE, SPREAD, PreviewPane
from novelist.ui.tasks import Tasks

_REST = 80  # milliseconds without another size before pages are drawn anew


class Leafing(QObject):
    """Holds the PDF that is shown, and stays at its page when another one takes its place."""

    def __init__(self, tasks: Tasks, preview: PreviewPane, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._preview = tasks, preview
        self._pdf: PdfPages | None = None
        self._page = 0
        self._is_whole = True
        self._again = QTimer(self, singleShot=True, interval=_REST)
        preview.view.set_value(PAGE)
        preview.view.value_changed.connect(self._draw)
        preview.back.clicked.connect(lambda: self.turn(-1))
        preview.forward.clicked.connect(lambda: self.turn(1))
        preview.pages.turned.connect(self.turn)
        preview.pages.ends_wanted.connect(self._on_ends_wanted)
        preview.pages.resized.connect(self._again.start)
        self._again.timeout.connect(self._draw)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._close)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pdf.count if self._pdf is not None else 0

    def show_pdf(self, data: bytes, *, is_whole: bool = True) -> None:
        """Show another PDF, at the page that was shown."""
        self._is_whole = is_whole
        self._tasks.latest("compile_pdf", self._take(data))

    def face(self, facing: bool) -> None:
        """Show pages as they face each other, or one by one."""
        self._preview.view.set_value(SPREAD if facing else PAGE)

    def show_nothing(self) -> None:
        """Let go of the PDF."""
        self._tasks.cancel("compile_pdf", "compile_pages")
        self._let_go()
        self._preview.pages.show_pages(QSizeF(1, 1), [])
        self._preview.show_paging(0, 0, 0)

    def turn(self, leaves: int) -> None:
        """Go on by so many pages or spreads."""
        self._go_to(self._page + leaves * (2 if self._is_spread else 1))

    @property
    def _is_spread(self) -> bool:
        return self._preview.view.value() != PAGE

    async def _take(self, data: bytes) -> None:
        pdf = await asyncio.to_thread(PdfPages, data)
        self._let_go()
        self._pdf = pdf
        self._go_to(self._page)

    def _let_go(self) -> None:
        """In a thread: a page of it may be being drawn."""
        if (pdf := self._pdf) is not None:
            self._pdf = None
            self._tasks.start(asyncio.to_thread(pdf.close))

    def _close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def _go_to(self, page: int) -> None:
        self._page = max(0, min(page, self.pages - 1))
        self._draw()

    def _shown(self) -> list[int | None]:
        """The pages that stand side by side: odd ones at the right, the first alone there."""
        if not self._is_spread:
            return [self._page]
        left = self._page - (self._page + 1) % 2
        return [
            left if left >= 0 else None,
            left + 1 if left + 1 < self.pages else None,
        ]

    def _draw(self) -> None:
        if self._pdf is None:
            return
        shown = self._shown()
        there = [number for number in shown if number is not None]
        self._preview.show_paging(there[0] + 1, there[-1] + 1, self.pages, is_whole=self._is_whole)
        self._tasks.latest("compile_pages", self._bring(self._pdf, shown))

    async def _bring(self, pdf: PdfPages, shown: list[int | None]) -> None:
        width = self._preview.pages.page_width(len(shown), pdf.size)
        images: list[QImage | None] = []
        for number in shown:
            images.append(
                None if number is None else await asyncio.to_thread(pdf.picture, number, width)
            )
        if pdf is self._pdf:
            self._preview.pages.show_pages(pdf.size, images)

    def _on_ends_wanted(self, last: bool) -> None:
        self._go_to(self.pages - 1 if last else 0)
