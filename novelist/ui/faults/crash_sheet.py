# SPDX-License-Identifier: MIT
"""After a crash: what can be said of it, to be copied or saved. Nothing is sent anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget

from novelist.ui.faults.report_box import ReportBox
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(640, 0)  # as high as what is said
_DETAILS: Final = 320  # pixels, at most


class CrashSheet(Retranslated, Sheet):
    """Shows one report: versions and places in the code, never a word of a manuscript."""

    def __init__(self, theme: Theme, icons: Icons, window: QWidget, report: str) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("crash_sheet")
        self._report = report
        self._says = TextLabel(theme, "body", "text", self, wrap=True)
        self._says.setObjectName("crash_says")
        self._hint = TextLabel(theme, "body", "text_2", self, wrap=True)
        self._fold = Button(theme, icons, ButtonRole.LINK, self)
        self._fold.setObjectName("crash_show")
        self._details = ReportBox(theme, "crash_report", self, most=_DETAILS)
        self._details.lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.set_text(report)
        self._details.hide()
        self.body.setSpacing(theme.space("m"))
        self.body.addWidget(self._says)
        self.body.addWidget(self._hint)
        row = QHBoxLayout()
        row.addSpacing(-theme.space("s"))  # its words stand below the others
        row.addWidget(self._fold)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._details)
        self.body.addStretch(1)
        self._save = self.add_button()
        self._save.setObjectName("crash_save")
        self._copy = self.add_button()
        self._copy.setObjectName("crash_copy")
        self._go_on = self.add_button(ButtonRole.PRIMARY)
        self._go_on.setObjectName("crash_close")
        self._fold.clicked.connect(self._on_fold_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._go_on.clicked.connect(self.close_sheet)
        self.retranslate()

    def show_report(self) -> None:
        """Lay it over the window."""
        self.open_sheet(self._go_on)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Novelist ended unexpectedly"), self.tr("Close"))
        self._says.setText(self.tr("Everything that was saved is here."))
        self._hint.setText(
            self.tr(
                "This report helps to find the cause. It names versions and places in the program, "
                "and holds none of your text. It is sent nowhere: copy or save it if you like."
            )
        )
        folded = self._details.isHidden()
        self._fold.setText(self.tr("Show details") if folded else self.tr("Hide details"))
        self._save.setText(self.tr("Save report…"))
        self._copy.setText(self.tr("Copy report"))
        self._go_on.setText(self.tr("Go on writing"))

    def save_to(self, path: Path) -> None:
        """Write the report to a file."""
        try:
            path.write_text(self._report, "utf-8")
        except OSError:
            self._hint.setText(self.tr("It could not be written there. Choose another place."))
        else:
            self._hint.setText(self.tr("It is saved in {path}.").format(path=path))

    def _on_fold_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.retranslate()

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self._report)
        self._hint.setText(self.tr("It is on the clipboard."))

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Save report"))
        dialog.setObjectName("crash_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("novelist-report.txt")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.save_to(Path(name))
