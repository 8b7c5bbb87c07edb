# SPDX-License-Identifier: MIT
"""The system's dialog for the place of a book: a file of the format, or a folder for chapters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import EXPORTERS
from novelist.ui.labels import export_format_label


def output_dialog(
    parent: QWidget, title: str, output: Path, form: ExportFormat, *, per_chapter: bool
) -> QFileDialog:
    """A dialog that begins at ``output``, to be opened; it deletes itself when it is closed.

    ``fileSelected`` brings the file, or the folder that the files or their folder go into.
    """
    dialog = QFileDialog(parent, title, str(output.parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if per_chapter:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        extension = EXPORTERS[form].extension
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(extension.removeprefix("."))
        dialog.setNameFilter(f"{export_format_label(form)} (*{extension})")
        dialog.selectFile(output.name)
    return dialog
