# SPDX-License-Identifier: MIT
"""The section "Backups": where they are, which stay, and the second folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist import paths
from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import button_row, inset_column
from novelist.ui.widgets.text_label import TextLabel


class BackupsSection(Retranslated, QWidget):
    """The second folder is a setting; what else is wished for are signals."""

    setting_changed = Signal(str, object)
    show_requested = Signal()
    back_up_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        show_file: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_backups")
        self._library = paths.default_library()
        self._second = ""
        self._heading = TextLabel(theme, "strong", "text", self)
        self._reveal = Button(theme, icons, parent=self)
        self._reveal.setObjectName("preferences_reveal_backups")
        self._choose = Button(theme, icons, parent=self)
        self._choose.setObjectName("preferences_choose_second")
        self._forget = Button(theme, icons, ButtonRole.QUIET, self)
        self._forget.setObjectName("preferences_forget_second")
        self._show = Button(theme, icons, parent=self)
        self._show.setObjectName("preferences_show_backups")
        self._now = Button(theme, icons, parent=self)
        self._now.setObjectName("preferences_back_up_now")
        self._beside_row = SettingRow(theme, self._reveal, parent=self)
        self._second_row = SettingRow(theme, self._forget, self._choose, parent=self)
        self._kept_row = SettingRow(theme, parent=self)
        self._lay_out()
        self._connect(show_file)
        self.retranslate()

    def _lay_out(self) -> None:
        rows = (self._beside_row, self._second_row, self._kept_row)
        column = inset_column(self._heading, *rows)
        column.addSpacing(16)
        column.addLayout(button_row(self._show, self._now))
        column.addStretch(1)
        self.setLayout(column)

    def _connect(self, show_file: Callable[[Path], None]) -> None:
        self._reveal.clicked.connect(lambda: show_file(self._beside))
        self._choose.clicked.connect(self.choose_folder)
        self._forget.clicked.connect(lambda: self._choose_second(""))
        self._show.clicked.connect(self.show_requested)
        self._now.clicked.connect(self.back_up_requested)

    @property
    def _beside(self) -> Path:
        return paths.backup_folder(self._library)

    def show_library(self, library: Path) -> None:
        """Name the place of another library's backups."""
        self._library = library
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._second = settings.second_backup_folder
        self.retranslate()

    def choose_folder(self) -> QFileDialog:
        """Ask for the second folder."""
        dialog = QFileDialog(self, self.tr("Choose a second folder"), self._second)
        dialog.setObjectName("choose_second_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._choose_second)
        dialog.open()
        return dialog

    def _choose_second(self, folder: str) -> None:
        self._second = folder
        self.retranslate()
        self.setting_changed.emit("second_backup_folder", folder)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("Backups"))
        self._beside_row.set_words(self.tr("Beside your library"), str(self._beside))
        self._second_row.set_words(self.tr("In a second folder"), self._said_second())
        self._kept_row.set_words(
            self.tr("What is kept"),
            self.tr(
                "One an hour for a day, one a day for a month, one a month for two years; "
                "each you asked for, for a month. "
                "A backup is never replaced by one that holds less."
            ),
        )
        self._reveal.setText(self.tr("Show in folder"))
        self._reveal.setEnabled(self._beside.is_dir())
        missing = "" if self._reveal.isEnabled() else self.tr("No copy has been made yet.")
        self._reveal.setToolTip(missing)
        self._choose.setText(self.tr("Choose…"))
        self._forget.setText(self.tr("Stop using it"))
        self._forget.setVisible(bool(self._second))
        self._show.setText(self.tr("Show backups…"))
        self._now.setText(self.tr("Back up now"))

    def _said_second(self) -> str:
        if not self._second:
            return self.tr("None. One on another drive survives the loss of this one.")
        if not Path(self._second).is_dir():
            return self.tr("{folder} is not there now.").format(folder=self._second)
        return self._second
