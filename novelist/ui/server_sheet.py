# SPDX-License-Identifier: MIT
"""The sheet "Open a library on a server": for writers who share one, or whose office keeps it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from novelist.domain.library_place import PORT, ServerAddress
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(480, 392)
_HIGHEST_PORT: Final = 65535
_PORT_WIDTH: Final = 96
_FIELDS: Final = ("host", "port", "database", "user", "password")


class ServerSheet(Retranslated, Sheet):
    """What was typed stays while the program runs, and nowhere else."""

    chosen = Signal(object)  # ServerAddress

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("server_sheet")
        self.fields: dict[str, QLineEdit] = {name: TextField(theme, self) for name in _FIELDS}
        self._labels = {name: TextLabel(theme, "small", "text_2", self) for name in _FIELDS}
        for name, field in self.fields.items():
            field.setObjectName(f"server_{name}")
        self.fields["port"].setText(str(PORT))
        self.fields["port"].setValidator(QIntValidator(1, _HIGHEST_PORT, self))
        self.fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self.upgrade = QCheckBox(self)
        self.upgrade.setObjectName("server_upgrade")
        self._hint = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._cancel = self.add_button()
        self._cancel.setObjectName("server_cancel")
        self._open = self.add_button(ButtonRole.PRIMARY)
        self._open.setObjectName("server_open")
        self._arrange()
        self._connect()
        self._on_field_text_changed()
        self.retranslate()

    def ask(self) -> None:
        """Show it; the first empty field has the keyboard."""
        empty = (field for field in self.fields.values() if not field.text())
        self.open_sheet(next(empty, self.fields["host"]))

    def address(self) -> ServerAddress | None:
        """What is typed; None while it names no library."""
        texts = {name: field.text() for name, field in self.fields.items()}
        host, database = texts["host"].strip(), texts["database"].strip()
        if not host or not database or not self.fields["port"].hasAcceptableInput():
            return None
        return ServerAddress(
            host=host,
            database=database,
            user=texts["user"].strip(),
            password=texts["password"],
            port=int(texts["port"]),
            may_upgrade=self.upgrade.isChecked(),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Open a library on a server"), self.tr("Close"))
        words = {
            "host": self.tr("Server"),
            "port": self.tr("Port"),
            "database": self.tr("Database"),
            "user": self.tr("User"),
            "password": self.tr("Password"),
        }
        for name, word in words.items():
            self._labels[name].setText(word)
            self.fields[name].setAccessibleName(word)
        self.upgrade.setText(self.tr("Upgrade an older library; its database is backed up"))
        self._hint.setText(
            self.tr(
                "MariaDB or MySQL. An empty database becomes a new library. "
                "The password is forgotten when Novelist closes."
            )
        )
        self._cancel.setText(self.tr("Cancel"))
        self._open.setText(self.tr("Open"))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        places = {"host": (0, 0, 1), "port": (0, 1, 1), "database": (1, 0, 2)}
        for name, (row, column, span) in places.items():
            grid.addLayout(self._named(name), row, column, 1, span)
        self.fields["port"].setFixedWidth(_PORT_WIDTH)
        self.body.addLayout(grid)
        persons = QGridLayout()
        persons.setHorizontalSpacing(16)
        for column, name in enumerate(("user", "password")):
            persons.addLayout(self._named(name), 0, column)
            persons.setColumnStretch(column, 1)
        self.body.addLayout(persons)
        self.body.addWidget(self.upgrade)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self.body.setSpacing(12)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self._on_field_text_changed)
            field.returnPressed.connect(self._on_open_clicked)
        self._cancel.clicked.connect(self.close_sheet)
        self._open.clicked.connect(self._on_open_clicked)

    def _named(self, name: str) -> QVBoxLayout:
        """A field under its label."""
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._labels[name])
        column.addWidget(self.fields[name])
        self._labels[name].setBuddy(self.fields[name])
        return column

    def _on_field_text_changed(self) -> None:
        self._open.setEnabled(self.address() is not None)

    def _on_open_clicked(self) -> None:
        address = self.address()
        if address is not None:
            self.close_sheet()
            self.chosen.emit(address)
