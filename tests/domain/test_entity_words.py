# SPDX-License-Identifier: MIT
"""The words of the bible, spot by spot, and custom fields as text that loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.entities import Entity, EntityField, EntityKind
from novelist.domain.finding.entity_words import (
    Spot,
    read_columns,
    read_fields,
    with_words,
    words_of_entity,
    written_columns,
    written_fields,
)

LINES = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\n\r"))
FIELDS = st.lists(st.builds(EntityField, LINES, st.text()), min_size=1).map(tuple)
INES = Entity(
    1, 1, EntityKind.CHARACTER, "Ines", ("a", "b"), "sum", "note", (EntityField("Wants", "rest"),)
)


@given(FIELDS)
def test_written_fields_are_read_as_they_were(fields):
    assert read_fields(written_fields(fields)) == fields


def test_written_fields_can_be_read_by_a_person():
    fields = (EntityField("Born", "1871"), EntityField("Voice: low", "hoarse\nwhen tired"))
    assert written_fields(fields) == "Born: 1871\nVoice\\: low: hoarse\n\twhen tired"
    odd = (EntityField("", ""), EntityField("\tTab", "\ty"))
    assert read_fields(written_fields(odd)) == odd
    assert read_fields("no colon here") == (EntityField("", "no colon here"),)
    assert read_fields(written_fields(())) == ()


def test_every_spot_can_be_given_other_words():
    values = {name: getattr(INES, name) for name in ("name", "aliases", "notes", "fields")}
    new = with_words(values, {Spot("aliases", 1): "c", Spot("fields", 0, is_name=True): "Fears"})
    assert new["aliases"] == ("a", "c")
    assert new["fields"] == (EntityField("Fears", "rest"),)
    assert (new["name"], new["notes"]) == ("Ines", "note")


def test_columns_are_written_as_text_and_read_again():
    values = {name: getattr(INES, name) for name in ("kind", "name", "aliases", "notes", "fields")}
    words = written_columns(values)
    assert words["aliases"] == "a\nb"
    assert words["fields"] == "Wants: rest"
    assert read_columns(words | {"colour": "red"}) == values


def test_the_words_of_an_entity_come_in_the_order_of_its_form():
    assert [text for _, text in words_of_entity(INES)] == [
        "Ines", "a", "b", "sum", "note", "Wants", "rest",
    ]  # fmt: skip
