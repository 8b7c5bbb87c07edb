# SPDX-License-Identifier: MIT
"""Chinese scenes that flow end their lines evenly, and ragged where the page is narrow."""

from __future__ import annotations

HAN = "".join(
    f"第{7**n}次，他说：“灯塔 lighthouse 在雾里，Ines 写了{'很' * n}。”" for n in range(9)
)


def ends(flowing, item_id):
    """The right ends of the full lines of a scene's first paragraph."""
    block = flowing.documents.find(item_id).document.firstBlock()
    layout = block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount() - 1)]
    return [line.cursorToX(line.textStart() + line.textLength())[0] for line in lines]


def test_scenes_are_ragged_while_the_page_is_narrow(make_flow):
    flowing = make_flow(HAN, HAN)
    flowing.view.pen.typesetting.language = "zh"
    flowing.view.set_again()
    flowing.view.enter(1)
    for width, is_even in ((900, True), (300, False), (900, True)):
        flowing.view.resize(width, 700)
        for item_id in (1, 2):
            found = ends(flowing, item_id)
            assert (max(found) - min(found) < 2) is is_even
