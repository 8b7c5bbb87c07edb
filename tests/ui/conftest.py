# SPDX-License-Identifier: MIT
"""The look, for tests of widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, installed for one test."""
    theme = Theme("light")
    theme.install()
    yield theme
    theme.uninstall()


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Icons in that theme."""
    return Icons(theme)
