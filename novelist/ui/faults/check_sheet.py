# SPDX-License-Identifier: MIT
"""“Check library”: how far it is, what was found, and what can be done about it."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist.errors import (
    CheckStoppedError,
    DestinationError,
    DestinationTakenError,
    FileError,
    NovelistError,
    StorageCorruptError,
    StorageFullError,
    StorageReadOnlyError,
)
from novelist.ui import errors
from novelist.ui.faults.report_box import ReportBox
from novelist.ui.faults.report_text import ReportText
from novelist.ui.icons import Icons
from novelist.ui.reveal import reveal
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.library.checking import Problem, SalvageReport

_SIZE: Final = QSize(560, 0)  # as high as what is said
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_OF_PLACE: Final = (
    DestinationError,
    DestinationTakenError,
    StorageFullError,
    StorageReadOnlyError,
)
"""What another place for the new library helps against."""


class CheckSheet(Retranslated, Sheet):
    """Checks one library, and saves what can be read of a damaged one into another."""

    backups_requested = Signal()
    open_requested = Signal(object)  # Path of the library that was saved
    checked = Signal(object, bool)  # Path of the library, whether it is sound
    _progressed = Signal(float)  # from the thread

    def __init__(self, theme: Theme, icons: Icons, tasks: Tasks, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("check_sheet")
        self._tasks = tasks
        self._library = Path()
        self._problems: Sequence[Problem] | None = None
        self._titles: dict[int, str] = {}
        self._report: SalvageReport | None = None
        self._error: BaseException | None = None
        self._saving = False
        self._stopped: threading.Event | None = None
        self._build(theme, icons)
        self._progressed.connect(self.progress.set_share)

    def _build(self, theme: Theme, icons: Icons) -> None:
        self.body.setSpacing(theme.space("m"))
        self.progress = ProgressLine(theme, icons, self)
        self._says = TextLabel(theme, "body", "text", self, wrap=True)
        self._says.setObjectName("check_says")
        self._says.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._trouble = Banner(theme, icons, BannerKind.DANGER, "triangle-alert", self)
        self._trouble.setObjectName("check_trouble")
        self._details = ReportBox(theme, "check_details", self)
        for widget in (self.progress, self._says, self._trouble, self._details):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._stop = self._button("check_stop", self._on_stop_clicked)
        self._reveal = self._button("check_reveal", self._on_reveal_clicked)
        self._salvage = self._button("check_salvage", self.choose_target)
        backups = self._on_backups_clicked
        self._restore_too = self._button("check_backups_too", backups)
        self._restore = self._button("check_backups", backups, ButtonRole.PRIMARY)
        self._elsewhere = self._button("check_elsewhere", self.choose_target, ButtonRole.PRIMARY)
        self._open = self._button("check_open", self._on_open_clicked, ButtonRole.PRIMARY)
        self._done = self._button("check_done", self.close_sheet, ButtonRole.PRIMARY)

    def _button(
        self, name: str, slot: Callable[[], None], role: ButtonRole = ButtonRole.BORDERED
    ) -> Button:
        button = self.add_button(role)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    # What is asked of it.

    def check(self, library: Path) -> None:
        """Check the library now."""
        self._begin(library, saving=False)
        self._tasks.start(self._check())

    def offer_salvage(self, library: Path) -> None:
        """Ask where to save what can be read of a library."""
        self._library = library
        self.choose_target()

    def choose_target(self) -> None:
        """Ask for the file of the new library."""
        dialog = QFileDialog(self._window, self.tr("Save what can be read as a new library"))
        dialog.setObjectName("salvage_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Novelist libraries ({pattern})").format(pattern="*.novelist"))
        dialog.setDefaultSuffix("novelist")
        dialog.setDirectory(str(self._library.parent))
        name = self.tr("{name}, saved").format(name=self._library.stem)
        dialog.selectFile(f"{name}.novelist")
        dialog.fileSelected.connect(self._on_target_chosen)
        dialog.open()

    def salvage(self, target: Path) -> None:
        """Save what can be read into this new library."""
        self._begin(self._library, saving=True)
        self._tasks.start(self._save(target))

    def close_sheet(self) -> None:
        """Close it; what runs is stopped."""
        if self._stopped is not None:
            self._stopped.set()
        super().close_sheet()

    # Working.

    def _begin(self, library: Path, *, saving: bool) -> None:
        self._library, self._saving = library, saving
        self._problems = self._report = self._error = None
        self._stopped = threading.Event()
        self.progress.begin()
        self._refresh()
        if self.isHidden():
            self.open_sheet(self._stop)

    async def _check(self) -> None:
        from novelist.services.library.checking import Watch, check, titles_of  # noqa: PLC0415 - when wanted

        watch = Watch(self._progressed.emit, self._must_stop())
        try:
            self._problems = await check(self._library, watch)
        except (NovelistError, OSError) as error:
            self._fail(error)
        if self._problems:
            self._titles = await titles_of(self._library, self._problems)
        self._end()
        if self._problems is not None or isinstance(self._error, StorageCorruptError):
            self.checked.emit(self._library, not self._problems and self._error is None)

    async def _save(self, target: Path) -> None:
        from novelist.services.library.checking import Watch, salvage  # noqa: PLC0415 - when wanted

        watch = Watch(self._progressed.emit, self._must_stop())
        try:
            self._report = await salvage(self._library, target, watch)
        except (NovelistError, OSError) as error:
            self._fail(about_target(error, target))
        self._end()

    def _must_stop(self) -> partial[bool]:
        assert self._stopped is not None
        return partial(threading.Event.is_set, self._stopped)

    def _fail(self, error: BaseException) -> None:
        errors.record(error)
        self._error = error

    def _end(self) -> None:
        self._stopped = None
        self.progress.end()
        if isinstance(self._error, CheckStoppedError):
            super().close_sheet()
        else:
            self._refresh()

    # Showing.

    def _refresh(self) -> None:
        running, report = self._stopped is not None, self._report
        failed = self._error is not None
        damaged = bool(self._problems) or (failed and not self._saving)
        elsewhere = failed and self._saving and isinstance(self._error, _OF_PLACE)
        self.progress.setVisible(running)
        self._stop.setVisible(running)
        self._salvage.setVisible(damaged)
        self._restore.setVisible((damaged or failed) and not elsewhere)
        self._restore_too.setVisible(elsewhere)
        self._elsewhere.setVisible(elsewhere)
        self._reveal.setVisible(report is not None)
        self._open.setVisible(report is not None)
        self._done.setVisible(not running and report is None and not (damaged or failed))
        self._trouble.setVisible(failed)
        self.retranslate()
        self._details.setVisible(bool(self._details.text))
        self._place()
        focus = self._first_control()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        saving = self.tr("Save what can be read")
        self.set_words(saving if self._saving else self.tr("Check library"), self.tr("Close"))
        self._stop.setText(self.tr("Stop"))
        self._reveal.setText(self.tr("Show in folder"))
        self._salvage.setText(self.tr("Save what can be read…"))
        for restore in (self._restore, self._restore_too):
            restore.setText(self.tr("Restore a backup…"))
        self._elsewhere.setText(self.tr("Choose another place…"))
        self._open.setText(self.tr("Open the new library"))
        self._done.setText(self.tr("Done"))
        words = ReportText(self)
        self._details.set_text("")
        if self._stopped is not None:
            self._says.setText(words.running(self._library.name, self._saving))
        elif self._report is not None:
            self._says.setText(words.saved(self._report))
            self._details.set_text(words.losses(self._report))
        elif self._problems is not None:
            self._says.setText(words.checked(self._library.name, len(self._problems)))
            self._details.set_text(words.problems(self._problems, self._titles))
        else:
            self._says.setText("")
        if self._error is not None:
            self._trouble.set_words(errors.sentence(self._error))
        self._says.setVisible(bool(self._says.text()))

    # Slots.

    def _on_stop_clicked(self) -> None:
        if self._stopped is not None:
            self._stopped.set()

    def _on_target_chosen(self, name: str) -> None:
        self.salvage(Path(name))

    def _on_backups_clicked(self) -> None:
        self.close_sheet()
        self.backups_requested.emit()

    def _on_reveal_clicked(self) -> None:
        if self._report is not None:
            reveal(self._report.target)

    def _on_open_clicked(self) -> None:
        report = self._report
        self.close_sheet()
        if report is not None:
            self.open_requested.emit(report.target)


def about_target(error: NovelistError | OSError, target: Path) -> NovelistError | OSError:
    """The error, said of the place chosen for the new library where that is what it is about."""
    if isinstance(error, FileExistsError):
        return DestinationTakenError(target)
    if isinstance(error, OSError) and error.errno in _FULL:
        return StorageFullError(error.strerror or "")
    about = {error.path} if isinstance(error, FileError) else set()
    if isinstance(error, OSError):
        about = {Path(name) for name in (error.filename, error.filename2) if name}
    return DestinationError(target) if about & {target, target.parent} else error
