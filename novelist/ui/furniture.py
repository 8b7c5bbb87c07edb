# SPDX-License-Identifier: MIT
"""Puts rail, pages and status bar into the window, and what floats above them."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.ui.actions import NEEDS_LIBRARY, NEEDS_NOVEL, NEEDS_READING, Actions
from novelist.ui.context import Context
from novelist.ui.garbage import GarbageCollector
from novelist.ui.main_window import OPENING, MainWindow
from novelist.ui.opening_page import OpeningPage
from novelist.ui.rail import Rail
from novelist.ui.status_bar import StatusBar
from novelist.ui.widgets.focus_ring import FocusRing
from novelist.ui.widgets.toast import Toast


def furnish(window: MainWindow, context: Context) -> None:
    """Make the window ready to be used; a close that was asked for before is not forgotten."""
    window.context = context
    window.closing = asyncio.Event()
    window.actions_ = Actions(window)
    _place(window, context)
    window.actions_.fill(window.menuBar())
    window.menuBar().hide()
    window.actions_.enable((*NEEDS_LIBRARY, *NEEDS_NOVEL, *NEEDS_READING), False)
    window.actions_["quit"].triggered.connect(window.close)
    window.toast = Toast(context.theme, context.icons, window)
    FocusRing(context.theme, window)
    GarbageCollector(window)
    window.setAcceptDrops(True)
    context.theme.lay_ground(window, "page")
    window.status.set_outside(True)
    window.page_changed.connect(lambda page: window.status.set_outside(page == OPENING))
    window.furnished = True
    window.retranslate()
    if window.close_wanted:
        window.closing.set()


def _place(window: MainWindow, context: Context) -> None:
    window.rail = Rail(context, window)
    window.pages = QStackedWidget(window)
    window.pages.setObjectName("pages")
    window.status = StatusBar(context, window)
    window.opening = OpeningPage(context, window)
    window.add_page(OPENING, window.opening)
    body = QHBoxLayout()
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    body.addWidget(window.rail)
    window.banners = QVBoxLayout()
    beside = QVBoxLayout()
    beside.setSpacing(0)
    beside.addLayout(window.banners)
    beside.addWidget(window.pages, 1)
    body.addLayout(beside, 1)
    central = QWidget(window)
    column = QVBoxLayout(central)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(body, 1)
    column.addWidget(window.status)
    window.setCentralWidget(central)
