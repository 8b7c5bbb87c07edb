# SPDX-License-Identifier: MIT
"""Beginning a new library beside one that is not there; that one's place stays free."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from novelist import paths

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

_SUFFIX = ".novelist"


class NewLibrary(QObject):
    """Asks where; nothing is made in the place of the missing library, or of any other file."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller

    def ask(self) -> None:
        """Let the writer say where the new library is to be; a free name is proposed."""
        proposed = free_beside(self._missing)
        dialog = QFileDialog(self._controller.window, self.tr("New library"))
        dialog.setObjectName("new_library_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is overwritten
        dialog.setNameFilter(self.tr("Novelist libraries ({pattern})").format(pattern="*.novelist"))
        dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
        dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    @property
    def _missing(self) -> Path:
        return self._controller.context.library_file or paths.default_library()

    def _on_dialog_file_selected(self, name: str) -> None:
        path, controller = Path(name), self._controller
        if path == self._missing:
            said = self.tr("That is the place of the missing library. Choose another name.")
            controller.window.notify(said, self.ask, self.tr("Choose a name"))
        elif path.exists():
            said = self.tr("“{name}” is there already. Nothing was written. Choose another name.")
            controller.window.notify(
                said.format(name=path.name), self.ask, self.tr("Choose a name")
            )
        else:
            controller.lead.start(controller.switch_library(path, create=True))


def free_beside(missing: Path) -> Path:
    """A name that nothing has, in the folder of a library or where libraries usually are."""
    folder = missing.parent if missing.parent.is_dir() else paths.default_library().parent
    names = (folder / f"{missing.stem} {number}{_SUFFIX}" for number in itertools.count(2))
    return next(each for each in names if not each.exists())
