# SPDX-License-Identifier: MIT
"""The list of places: headings, choices, what comes late, and what is to be done with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from novelist.domain.document import document_of
from novelist.domain.finding.entity_words import Spot
from novelist.domain.finding.finding import Finder, Pattern, Span
from novelist.domain.finding.new_words import NewWords, Rule
from novelist.domain.finding.passages import Address, Passage, passages
from novelist.domain.finding.replacing import Change
from novelist.services.finding.finding import BIBLE, Field, Found, FoundIn, Group
from novelist.ui.search.results import HitRole, ResultsModel

FINDER = Finder([Pattern("sea")])


def found(place, chapter, *paragraphs):
    inside = tuple(passages(document_of(*paragraphs), FINDER))
    group = Group(1, "Tide", chapter, "chapter", f"Chapter {chapter}", chapter)
    return Found(group, place, 100 + place, "scene", "", (FoundIn(Field.TEXT, "digest", inside),))


def words(new):
    return NewWords(FINDER, [Rule(Pattern("sea"), new)])


@pytest.fixture
def model(qapp):
    model = ResultsModel()
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.add([found(1, 1, "The sea.", "sea and sea"), found(2, 1, "A sea.")])
    model.add([found(4, 2, "No sea.")])
    return model


def shown(model):
    rows = [model.index(row) for row in range(model.rowCount())]
    return [
        index.data(HitRole.HEADING).title
        if index.data(HitRole.HEADING)
        else index.data(HitRole.GLIMPSE).words
        for index in rows
    ]


def test_a_heading_a_chapter_and_a_row_a_place(model):
    assert shown(model) == [
        "Chapter 1",
        "The sea.",
        "sea and sea",
        "sea and sea",
        "A sea.",
        "Chapter 2",
        "No sea.",
    ]
    assert (model.count, model.chapters, model.chosen) == (5, 2, 5)


def test_what_comes_late_stands_where_it_belongs(model):
    model.add([found(3, 1, "Late sea.")])
    model.add([found(0, 7, "First sea.")])
    rows = shown(model)
    assert rows[:2] == ["Chapter 7", "First sea."]
    assert rows.index("Late sea.") == rows.index("Chapter 2") - 1


def test_places_and_chapters_are_chosen_and_left(model):
    heading, place = model.index(0), model.index(2)
    model.toggle(place)
    assert heading.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    assert place.data(HitRole.GLIMPSE).is_chosen is False
    assert model.chosen == 4
    model.toggle(heading)
    assert model.chosen == 5
    model.toggle(heading)
    assert (model.chosen, heading.data(Qt.ItemDataRole.CheckStateRole)) == (
        1,
        Qt.CheckState.Unchecked,
    )
    model.choose_all(True)
    assert model.chosen == 5


def test_only_what_is_chosen_is_replaced(model):
    model.toggle(model.index(2))
    model.toggle(model.index(5))
    first, second = model.replacements(words("lake"))
    assert (first.item_id, first.expected) == (101, "digest")
    assert first.changes == {
        Address(0): [Change(4, 7, "lake")],
        Address(1): [Change(8, 11, "lake")],
    }
    assert (second.item_id, second.count) == (102, 1)


def left(model):
    rows = [model.index(row) for row in range(model.rowCount())]
    glimpses = [row.data(HitRole.GLIMPSE) for row in rows if not row.data(HitRole.HEADING)]
    return [number for number, glimpse in enumerate(glimpses) if not glimpse.is_chosen]


def test_what_was_left_out_stays_so_after_a_replacement_and_after_its_undo(qapp):
    model, before = ResultsModel(), found(1, 1, "sea and sea and sea", "The sea.", "The sea.")
    model.clear(sought="sea")
    model.add([before])
    model.toggle(model.index(2))
    model.toggle(model.index(5))
    model.keep_left(words("lake"))
    model.clear(sought="sea")
    model.add([found(1, 1, "lake and sea and lake", "The lake.", "The sea.")])
    assert left(model) == [0, 1]
    model.clear(sought="sea")
    model.add([before])
    assert left(model) == [1, 4]
    model.toggle(model.index(2))
    model.clear(sought="sea")
    model.add([before])
    assert left(model) == [4]


def test_what_was_left_out_is_known_in_another_paragraph_and_forgotten_with_other_words(model):
    model.clear(sought="sea")
    model.add([found(1, 1, "A sea.", "The sea.")])
    model.toggle(model.index(2))
    model.clear(sought="sea")
    model.add([found(1, 1, "New sea.", "A sea.", "The sea.")])
    assert left(model) == [2]
    model.clear(sought="lake")
    model.add([found(1, 1, "New sea.", "A sea.", "The sea.")])
    assert left(model) == []


def test_a_row_shows_what_takes_its_place(model):
    model.set_new_words(words("lake"))
    assert shown(model)[1] == "The sea → lake."
    model.toggle(model.index(1))
    assert shown(model)[1] == "The sea."


def test_many_rows_are_quick_to_come(qapp):
    model = ResultsModel()
    paragraphs = ["sea " * 20] * 25
    model.add([found(number, number // 4, *paragraphs) for number in range(40)])
    assert model.count == 20_000
    assert len(model.replacements(words("lake"))) == 40


def test_the_bible_has_a_heading_and_each_place_says_where_it_stands(model):
    spans = (Span(0, 3),)
    parts = tuple(
        FoundIn(Field.BIBLE, text, (Passage(Address(n), text, spans),), spot=spot, label=label)
        for n, (text, spot, label) in enumerate(
            [("sea girl", Spot("aliases", 1), ""), ("sea", Spot("fields", 0), "Fears")]
        )
    )
    model.add([Found(Group(1, "Tide", 0, BIBLE, ""), 9, 0, "character", "Ines", parts, 7)])
    model.add([Found(Group(1, "Tide", 0, BIBLE, ""), 10, 0, "place", "", parts[:1], 8)])
    assert shown(model)[-4:] == ["Bible", "sea girl", "sea", "sea girl"]
    rows = range(model.rowCount() - 3, model.rowCount())
    assert [model.index(row).data(HitRole.FIELD) for row in rows] == [
        "Ines · Other name", "Ines · Fears", "Unnamed place · Other name",
    ]  # fmt: skip
    wanted = model.replacements(words("lake"))[-3:]
    assert [(each.entity_id, each.spot) for each in wanted] == [
        (7, Spot("aliases", 1)), (7, Spot("fields", 0)), (8, Spot("aliases", 1)),
    ]  # fmt: skip


def test_a_place_of_the_bible_that_was_left_out_is_left_out_of_that_entity_alone(model):
    def person(place, key):
        passage = Passage(Address(1), "sea", (Span(0, 3),))
        part = FoundIn(Field.BIBLE, "sea", (passage,), spot=Spot("summary"))
        return Found(Group(1, "Tide", 0, BIBLE, ""), place, 0, "character", "", (part,), key)

    model.clear(sought="sea")
    model.add([person(1, 7), person(2, 8)])
    model.toggle(model.index(2))
    model.clear(sought="sea")
    model.add([person(1, 7), person(2, 8)])
    assert [each.entity_id for each in model.replacements(words("lake"))] == [7]
