# SPDX-License-Identifier: MIT
"""The banner offers what can help, and nothing that cannot."""

from __future__ import annotations

import socket

import pytest

from novelist import errors
from novelist.errors import Holder
from novelist.settings import Settings, WindowState
from novelist.ui.change_bus import ChangeBus
from novelist.ui.context import Context
from novelist.ui.icons import Icons
from novelist.ui.language import Language
from novelist.ui.storage_banner import Copied, StorageBanner, Way
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.text_label import TextLabel
from tests.speaking import speaking


@pytest.fixture
def banner(theme, tmp_path, qapp):
    return StorageBanner(
        Context(
            theme=theme,
            icons=Icons(theme),
            language=Language(tmp_path),
            bus=ChangeBus(),
            settings=Settings(),
            state=WindowState(),
            settings_folder=tmp_path,
            library=tmp_path / "Novels.novelist",
        )
    )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_heading_says_what_happened_and_the_advice_stands_below(banner, qtbot, language):
    with speaking(language):
        banner.show_error(errors.StorageFullError(), kept=3)
        heading, details = (label.text() for label in banner.findChildren(TextLabel))
    if language == "en":
        assert heading == "The disk is full. Your text is safe."
        assert details.startswith("Free some space, then try again. 3 changes wait in memory.")
    else:
        assert heading == "磁盘满了。文字都在。"
        assert details.startswith("腾出空间，再试一次。3 处改动")


@pytest.mark.parametrize("error", [errors.BugError("died"), errors.StorageIOError("gone")])
def test_trying_again_is_offered_only_while_it_can_help(banner, error):
    banner.show_error(error)
    assert Way.RETRY in banner.ways
    banner.show_error(error, final=True)
    assert Way.RETRY not in banner.ways
    assert "by itself" not in banner.accessibleName()


def test_who_holds_the_library_is_named_and_its_number_is_a_tooltip(banner):
    here = socket.gethostname()
    banner.show_error(errors.StorageBusyError("", Holder(7, here, "sqlitebrowser")))
    assert "It is held by sqlitebrowser on this computer." in banner.accessibleName()
    assert banner.toolTip() == "Process 7"
    banner.show_error(errors.StorageBusyError("", Holder(7, here)))
    assert "It is held by another program on this computer." in banner.accessibleName()
    banner.show_error(errors.StorageBusyError("", Holder(7, "studio")))
    assert "It is open on the computer “studio”." in banner.accessibleName()
    banner.show_error(errors.StorageFullError())
    assert banner.toolTip() == ""


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_at_the_usual_size_all_buttons_of_the_banner_stand_in_one_row(banner, qtbot, language):
    with speaking(language):
        qtbot.addWidget(banner)
        banner.resize(615, 200)  # beside binder and inspector in a window of 1280
        for error in (errors.StorageReplacedError(), errors.StorageCorruptError()):
            banner.show_error(error, kept=3)
            banner.show_copy(Copied.ELSEWHERE, 3)
            shown = [button for button in banner.findChildren(Button) if button.isVisible()]
            qtbot.waitUntil(lambda shown=shown: len({button.y() for button in shown}) == 1)
