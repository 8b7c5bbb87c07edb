# SPDX-License-Identifier: MIT
"""The sheet that asks for a library on a server."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from novelist.domain.library_place import ServerAddress
from novelist.ui.server_sheet import ServerSheet


@pytest.fixture
def sheet(qtbot, theme, icons):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    sheet = ServerSheet(theme, icons, window)
    sheet.ask()
    return sheet


def fill(qtbot, sheet, **texts):
    for name, text in texts.items():
        sheet.fields[name].clear()
        qtbot.keyClicks(sheet.fields[name], text)


def test_what_is_typed_becomes_an_address(qtbot, sheet):
    fill(qtbot, sheet, host="db.example.org", port="3307", database="novels", user="jane")
    fill(qtbot, sheet, password="s/ecret")
    with qtbot.waitSignal(sheet.chosen) as told:
        qtbot.keyClick(sheet.fields["password"], Qt.Key.Key_Return)
    assert told.args == [ServerAddress("db.example.org", "novels", "jane", "s/ecret", 3307)]
    assert not sheet.isVisible()


def test_nothing_is_opened_before_server_and_database_are_named(qtbot, sheet):
    for name, text in {"host": "localhost", "port": "0", "database": "novels"}.items():
        assert sheet.address() is None
        fill(qtbot, sheet, **{name: text})
    assert sheet.address() is None
    fill(qtbot, sheet, port="3306")
    assert sheet.address() is not None


def test_the_password_is_not_shown(sheet):
    assert sheet.fields["password"].echoMode() is QLineEdit.EchoMode.Password


def test_an_older_library_is_upgraded_only_by_leave(qtbot, sheet):
    fill(qtbot, sheet, host="localhost", database="novels")
    assert not sheet.address().may_upgrade
    sheet.upgrade.click()
    assert sheet.address().may_upgrade
