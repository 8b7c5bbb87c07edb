# SPDX-License-Identifier: MIT
"""What is said is shown, as long as its text is there."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from novelist.ui.aloud.layer import SpokenLayer
from novelist.ui.editor.colouring import Layers


def test_a_text_may_be_gone_before_another_is_read(theme, qapp):
    layers, former, document = Layers(theme), QTextDocument("High water."), QTextDocument("Ebb.")
    layer = SpokenLayer(theme, layers)
    layer.show(former, 0, 4)
    del former
    layer.show(document, 0, 3)
    assert [part.length for part in layer.parts(document.firstBlock())] == [3]
    layer.clear()
    assert layer.parts(document.firstBlock()) == []
