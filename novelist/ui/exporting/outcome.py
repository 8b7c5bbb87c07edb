# SPDX-License-Identifier: MIT
"""What is shown when a novel has been written: where it is, and what to know about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from novelist.exporters.base import ExportWarning
from novelist.ui.exporting.notices import Notices
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class Exported(Protocol):
    """What an export gives back."""

    @property
    def path(self) -> Path:
        """The file that was written, or the folder of files."""
        ...

    @property
    def warnings(self) -> Sequence[ExportWarning]:
        """What the format could not hold."""
        ...


class OutcomeView(Retranslated, QWidget):
    """A quiet "Written", the path, and warnings where there are any."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._exported: Exported | None = None
        self._notices = Notices(self)
        self._icon = QLabel(self)
        self._heading = TextLabel(theme, "strong", "text", self)
        self._path = TextLabel(theme, "body", "text_2", self, wrap=True)
        self._path.setObjectName("export_path")
        self._warnings = Banner(theme, icons, BannerKind.WARNING, "triangle-alert", self)
        self._warnings.setObjectName("export_warnings")
        self._warnings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out()
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._path)
        column.addSpacing(8)
        column.addWidget(self._warnings)
        column.addStretch(1)

    def show_outcome(self, exported: Exported) -> None:
        """Show what was written."""
        self._exported = exported
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("Your novel is written."))
        warnings = self._exported.warnings if self._exported else ()
        # A zero-width space lets a long path break at its separators.
        path = str(self._exported.path) if self._exported else ""
        self._path.setText(path.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self._path.setAccessibleName(path)
        self._warnings.set_words("\n".join(self._notices.sentence(each) for each in warnings))
        self._warnings.setVisible(bool(warnings))

    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._icons.pixmap("check", "success"))
