# SPDX-License-Identifier: MIT
"""What may be linked to: pages and mail, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.links import link_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("example.org/path", "https://example.org/path"),
        ("小说.中国", "https://小说.中国"),
        ("ann@example.org", "mailto:ann@example.org"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("https://", None),
        ("https://a b", None),
        ("https://a\nb", None),
        ("Anna", None),
        ("", None),
        ("https://a/" + "x" * 3000, None),
    ],
)
def test_only_pages_and_mail_are_linked(typed, address):
    assert link_address(typed) == address


@given(st.text())
def test_no_other_scheme_ever_comes_out(typed):
    address = link_address(typed)
    assert address is None or address.lower().startswith(("https://", "http://", "mailto:"))
