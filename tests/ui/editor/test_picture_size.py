# SPDX-License-Identifier: MIT
"""How large pictures are shown follows from the text alone, whatever it says."""

import math

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import document as d
from novelist.domain.document import Block, Document
from novelist.ui.editor.picture_size import TALLEST, fitting, room_of
from novelist.ui.editor.styles import PageStyle

VALUES = st.one_of(
    st.none(), st.booleans(), st.text(max_size=3), st.integers(), st.floats(), st.just(10**400)
)


@given(VALUES, VALUES, VALUES)
def test_any_attributes_give_a_room_inside_the_page(width, height, caption):
    room = room_of({"width": width, "height": height, "caption": caption}, 592, 18)
    assert 1 <= room.width <= 592
    assert 1 <= room.height <= TALLEST
    assert math.isfinite(room.total)


def test_a_picture_keeps_its_proportions_and_is_never_made_larger():
    assert fitting(100, 50, 592) == (100, 50)
    assert fitting(1184, 600, 592) == (592, 300)


def test_a_caption_takes_room_as_it_grows():
    short, long = (room_of({"caption": words}, 592, 18).caption for words in ("码头", "雾" * 60))
    assert 0 < short < long


def test_a_picture_block_is_as_high_as_the_picture_at_every_zoom(page):
    attrs = {"width": 200, "height": 150}
    page.show(Document((d.paragraph("a"), Block("image", (), attrs), d.paragraph("b"))))
    place = page.edit.picture_place(page.edit.document().findBlockByNumber(1))
    assert (place.width(), place.height()) == (200, 150)
    style = PageStyle.of("en", 2.0)
    assert style.block_format("image", attrs, None).lineHeight() == 150
