# SPDX-License-Identifier: MIT
"""The last step: the novels that were made, each one press away, and what became of the files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.importing.notices import Notices
from novelist.ui.importing.report import ImportReport, MadeNovel
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_WIDTH = 560
_LINES = 5
"""Rows that a novel may have: itself, what was made, its bible, its days, what was left out."""


class DoneView(Retranslated, QWidget):
    """Lists the new novels; ``open_requested`` carries the id of the one to open.

    What could not come in as it was is said under its novel; all that became of it can be kept
    as a file.
    """

    open_requested = Signal(int)
    bible_requested = Signal(int)
    more_requested = Signal()
    save_requested = Signal(str)  # the report, as text

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._made: tuple[MadeNovel, ...] = ()
        self._opening: dict[int, Button] = {}
        self._heading = TextLabel(theme, "display", "text", self, wrap=True)
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._more = Button(theme, icons, ButtonRole.BORDERED, self, icon="upload")
        self._more.setObjectName("import_more")
        self._more.clicked.connect(self.more_requested)
        self._save = Button(theme, icons, ButtonRole.BORDERED, self, icon="download")
        self._save.setObjectName("import_report")
        self._save.clicked.connect(self._on_save_clicked)
        self._notices = Notices(self)
        self._report = ImportReport(self)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        box = QWidget(self)
        box.setFixedWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 48, 0, 48)
        column.setSpacing(24)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._more)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_novels(self, made: Sequence[MadeNovel]) -> None:
        """Show these novels and take the focus to the first."""
        self._made = tuple(made)
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def novel_id(self) -> int | None:
        """The novel that the keys are for: whose button has the focus, else the first."""
        return next(
            (novel_id for novel_id, button in self._opening.items() if button.hasFocus()),
            next(iter(self._opening), None),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("%Ln novels are on your shelf.", "", len(self._made)))
        self._more.setText(self.tr("Import another file…"))
        self._save.setText(self.tr("Save report…"))
        focused = QApplication.focusWidget()
        kept = self.novel_id if focused in self._opening.values() else None
        self._clear()
        for row, novel in enumerate(self._made):
            self._add(_LINES * row, novel)
        if self._opening:
            self.setFocusProxy(next(iter(self._opening.values())))
        if kept in self._opening:
            self._opening[kept].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._opening = {}
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self._list.findChildren(QWidget, options=direct):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self, row: int, novel: MadeNovel) -> None:
        role = ButtonRole.BORDERED if self._opening else ButtonRole.PRIMARY
        button = self._opening[novel.novel_id] = Button(self._theme, self._icons, role, self._list)
        button.setObjectName(f"import_open_{novel.novel_id}")
        button.setText(self.tr("Open"))
        button.setAccessibleName(self.tr("Open “{title}”").format(title=novel.title))
        button.clicked.connect(lambda: self.open_requested.emit(novel.novel_id))
        self._grid.addWidget(ElidedLabel(self._theme, "strong", text=novel.title), row, 0)
        count = TextLabel(self._theme, "small", "text_3", text=self._report.length(novel))
        self._grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(button, row, 2)
        self._say(row + 1, f"import_made_{novel.novel_id}", self._report.made(novel))
        if any(novel.outcome.entities.values()):
            self._add_bible(row + 2, novel)
        if novel.days:
            self._say(row + 3, f"import_days_{novel.novel_id}", self._report.days(novel))
        if novel.warnings:
            said = "\n".join(self._notices.sentences(novel.warnings))
            self._say(row + 4, f"import_notes_{novel.novel_id}", said, "small")

    def _say(self, row: int, name: str, words: str, style: str = "body") -> None:
        """A line under the name of a novel; none where there is nothing to say."""
        if words:
            line = TextLabel(self._theme, style, "text_2", self._list, text=words, wrap=True)
            line.setObjectName(name)
            self._grid.addWidget(line, row, 0, 1, 3)

    def _add_bible(self, row: int, novel: MadeNovel) -> None:
        """How many came into the story bible, one press away."""
        words = self._report.bible(novel.outcome.entities)
        said = TextLabel(self._theme, "body", "text_2", self._list, text=words)
        said.setWordWrap(True)
        said.setObjectName(f"import_bible_{novel.novel_id}")
        button = Button(self._theme, self._icons, ButtonRole.LINK, self._list)
        button.setObjectName(f"import_show_bible_{novel.novel_id}")
        button.setText(self.tr("Story bible"))
        named = self.tr("Story bible of “{title}”").format(title=novel.title)
        button.setAccessibleName(named)
        button.clicked.connect(lambda: self.bible_requested.emit(novel.novel_id))
        self._grid.addWidget(said, row, 0, 1, 2)
        self._grid.addWidget(button, row, 2)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._report.text(self._made))
