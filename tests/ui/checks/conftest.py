# SPDX-License-Identifier: MIT
"""The page of the tests of spelling, with the other checks laid over it."""

from __future__ import annotations

import pytest

from novelist.ui.checks.layer import ChecksLayer
from novelist.ui.editor.underlines import Line
from tests.ui.spelling.conftest import desk, page

__all__ = ["desk", "page"]


@pytest.fixture
def layer(desk):
    layer = ChecksLayer(desk.checking)
    desk.checking.looking.add(layer)
    yield layer
    desk.checking.looking.remove(layer)


@pytest.fixture
def dotted(desk):
    """What is underlined with dots."""

    def read():
        document = desk.page.edit.document()
        return [
            block.text()[part.start : part.start + part.length]
            for block in map(document.findBlockByNumber, range(document.blockCount()))
            for part in desk.page.edit.live.underlines.of(block)
            if part.line is Line.DOTS
        ]

    return read
