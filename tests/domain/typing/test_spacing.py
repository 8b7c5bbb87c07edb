# SPDX-License-Identifier: MIT
"""Where Han and Latin letters meet."""

import pytest

from novelist.domain.typing.spacing import gaps


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("他说OK的", "说K"),
        ("第3章", "第3"),
        ("𠮷a𠮷", "𠮷a"),
        ("他说，OK。", ""),
        ("他 说 OK 的", ""),
        ("only Latin", ""),
        ("占5％，约10%的", "占约%"),
    ],
)
def test_a_gap_follows_what_stands_at_a_border(text, after):
    assert "".join(text[offset] for offset in gaps(text)) == after
