# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.novel_details.values``."""

from __future__ import annotations

from datetime import date

import pytest

from novelist.ui.novel_details.values import day_from, day_text, place_from, place_text


@pytest.mark.parametrize("text", ["2027-01-31", " 2027/1/31 ", "2027.1.31", "2027年1月31日"])
def test_a_day_is_read_in_any_usual_form_with_the_year_first(text):
    assert day_from(text) == date(2027, 1, 31)


@pytest.mark.parametrize("text", ["31.1.2027", "2027-02-30", "soon", "2027"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        day_from(text)


def test_nothing_is_no_day_and_no_number():
    assert (day_from(" "), place_from("")) == (None, None)
    assert (day_text(None), place_text(None)) == ("", "")
    assert (day_text(date(2027, 1, 31)), place_text(place_from("3"))) == ("2027-01-31", "3")


@pytest.mark.parametrize("text", ["0", "-1", "three", "1.5"])
def test_what_is_no_place_in_a_series_is_refused(text):
    with pytest.raises(ValueError, match=text):
        place_from(text)
