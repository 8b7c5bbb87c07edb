# SPDX-License-Identifier: MIT
"""Where a library is, as people and settings write it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.library_place import ServerAddress, place_of

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(NAMES, NAMES, NAMES.filter(lambda name: "/" not in name), st.integers(1, 65535))
def test_an_address_is_read_as_it_was_written(user, password, database, port):
    address = ServerAddress("db.example.org", database, user, password, port)
    assert place_of(address.url) == address


@pytest.mark.parametrize("text", ["mysql://u:p@host/x", "mariadb+asyncmy://u:p@host:3306/x/"])
def test_any_way_to_name_the_server_is_understood(text):
    assert place_of(text) == ServerAddress("host", "x", "u", "p")


def test_leave_to_upgrade_is_part_of_the_address():
    assert place_of("mysql://host/x?upgrade=yes").may_upgrade
    assert place_of(ServerAddress("host", "x", may_upgrade=True).url).may_upgrade


def test_the_password_is_not_shown():
    address = place_of("mysql://jane:s%3Cecret@[::1]:3307/novels")
    assert address.password == "s<ecret"
    assert str(address) == "mysql://jane@[::1]:3307/novels"
    assert "ecret" not in f"{address!r}{address.name}"
    assert place_of(str(address)).host == "::1"


@pytest.mark.parametrize("text", ["Books.novelist", "/tmp/a b", "C:\\Books\\My.novelist"])
def test_anything_else_is_a_file(text):
    assert place_of(text) == Path(text)


@pytest.mark.parametrize("text", ["https://example.org/x", "mysql://host", "mysql:///x"])
def test_what_is_no_library_is_refused(text):
    with pytest.raises(ValueError, match="library"):
        place_of(text)
