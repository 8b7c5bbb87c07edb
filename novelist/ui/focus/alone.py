# SPDX-License-Identifier: MIT
"""Shows one part of the window alone, and afterwards exactly what was shown before."""

from __future__ import annotations

from collections.abc import Collection

import shiboken6
from PySide6.QtWidgets import QSplitter, QWidget


class Alone:
    """Hides what stands beside a widget, beside what holds it, and so on up to ``root``.

    What is called by a name in ``kept`` stays: banners say what must be heard.
    """

    def __init__(self, root: QWidget, kept: Collection[str]) -> None:
        self._root, self._kept = root, kept
        self._hidden: list[QWidget] = []
        self._sizes: dict[QSplitter, list[int]] = {}

    def show(self, widget: QWidget) -> None:
        """Show this widget alone; may be called again for another."""
        parent = widget.parentWidget()
        while widget is not self._root and parent is not None:
            if isinstance(parent, QSplitter):
                self._sizes.setdefault(parent, parent.sizes())
            for other in parent.children():
                if (
                    isinstance(other, QWidget)
                    and other is not widget
                    and self._is_in_the_way(other)
                ):
                    self._hidden.append(other)
                    other.hide()
            widget, parent = parent, parent.parentWidget()

    def _is_in_the_way(self, widget: QWidget) -> bool:
        if widget.isHidden() or widget.isWindow():
            return False
        name = widget.objectName()
        return name not in self._kept and not name.startswith("qt_")  # Qt shows its own parts

    def end(self) -> None:
        """Show again what was hidden."""
        for widget in reversed(self._hidden):
            if shiboken6.isValid(widget):
                widget.show()
        self._hidden.clear()

    def restore_sizes(self) -> None:
        """Give the parts of splitters the sizes they had; the window has its own again."""
        for splitter, sizes in self._sizes.items():
            if shiboken6.isValid(splitter):
                splitter.setSizes(sizes)
        self._sizes.clear()
