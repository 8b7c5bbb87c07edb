# SPDX-License-Identifier: MIT
"""The yardstick: the least that PySide6 can do, a window with an empty text.

``python -m benchmarks.bare_window`` writes the marks that Novelist writes, in the same way.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from novelist.ui import trace


class BareWindow(QMainWindow):
    """A main window around a text; marks its first paint."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self.setCentralWidget(QTextEdit(self))
        self.resize(1280, 800)

    def event(self, event: QEvent) -> bool:
        """Note the first paint once it is through."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_painted)
        return super().event(event)

    def _on_painted(self) -> None:
        trace.mark("window_shown")
        trace.mark("editable")


def main() -> int:
    """Show the window until the process is ended."""
    application = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
