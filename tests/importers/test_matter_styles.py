# SPDX-License-Identifier: MIT
"""Front and back matter of an office document that a writer made with styles of such names."""

from __future__ import annotations

import pytest

from novelist.domain.enums import ItemKind
from novelist.importers.base import read_source
from novelist.importers.parts import Part
from novelist.importers.style_names import matter_of_style
from tests.importers.odt_files import h, odt, p, paragraphs
from tests.importers.test_pandoc import made  # noqa: F401 - a fixture

FRONT, BACK = ItemKind.FRONT, ItemKind.BACK


def styled(name, words):
    return f'::: {{custom-style="{name}"}}\n{words}\n:::\n\n'


def outline(novel):
    return [(str(item.kind), item.title, item.document.plain_text) for item in novel.walk()]


@pytest.mark.parametrize(
    ("name", "heading", "text"),
    [
        ("Dedication", FRONT, FRONT), ("Preface Heading", FRONT, FRONT),
        ("Copyright Page", FRONT, FRONT), ("Front-Matter-Heading", FRONT, FRONT),
        ("Front Matter Heading Char", FRONT, FRONT), ("题记", FRONT, FRONT),
        ("前言标题", FRONT, FRONT), ("Acknowledgements", BACK, BACK), ("后记", BACK, BACK),
        ("Bibliography", BACK, None), ("Heading 1", None, None), ("Body Text", None, None),
        ("Title", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_names_of_styles(name, heading, text):
    assert matter_of_style(name, is_heading=True) is heading
    assert matter_of_style(name, is_heading=False) is text


def test_text_without_a_heading(made):  # noqa: F811
    text = styled("Dedication", "For Bo.\n\nWith love.") + "# One\n\nOn.\n\n"
    novel = read_source(made("docx", text + styled("Acknowledgments", "Thanks.")))
    assert outline(novel) == [
        ("front", "", "For Bo.\nWith love."), ("chapter", "One", ""), ("scene", "", "On."),
        ("back", "", "Thanks."),
    ]  # fmt: skip


def test_text_that_begins_without_any_heading_is_no_dedication(made):  # noqa: F811
    novel = read_source(made("docx", styled("Dedication", "For Bo.") + "It rained.\n\nAgain.\n"))
    assert outline(novel) == [
        ("front", "", "For Bo."), ("chapter", "", ""), ("scene", "", "It rained.\nAgain."),
    ]  # fmt: skip


@pytest.mark.parametrize("style", ["Epigraph", "Dedication"])
def test_an_epigraph_of_a_chapter_stays_there(made, style):  # noqa: F811
    text = "# One\n\n" + styled(style, "As they say.") + "On.\n\n# Two\n\nOff.\n"
    assert outline(read_source(made("docx", text))) == [
        ("chapter", "One", ""), ("scene", "", "As they say.\nOn."), ("chapter", "Two", ""),
        ("scene", "", "Off."),
    ]  # fmt: skip


def test_sources_at_the_end_of_a_chapter_stay_there(made):  # noqa: F811
    text = "# One\n\nOn.\n\n" + styled("Bibliography", "Melville.") + "# Two\n\nOff.\n"
    assert outline(read_source(made("docx", text)))[1] == ("scene", "", "On.\nMelville.")


def test_contents_are_left_out_and_named(made):  # noqa: F811
    text = styled("TOC Heading", "Contents") + styled("toc 1", "One 1\n\nTwo 3")
    novel = read_source(made("docx", text + "# One\n\nOn.\n\n# Two\n\nOff.\n"))
    assert outline(novel)[0] == ("chapter", "One", "")
    assert [(w.part, w.count) for w in novel.warnings] == [(Part.CONTENTS, 1)]


def test_styles_of_an_odt(tmp_path):
    named = paragraphs("Dedication", "Standard") + paragraphs(
        "Afterword_20_Heading", "Heading_20_1"
    )
    named += paragraphs("Heading_20_1", "Heading")
    ending = '<text:h text:style-name="Afterword_20_Heading" text:outline-level="1">Last</text:h>'
    body = p("For Bo.", "Dedication") + h("One") + p("On.") + h("Two") + p("As", "Dedication")
    novel = read_source(odt(tmp_path / "a.odt", body + p("Off.") + ending + p("Z."), named=named))
    assert outline(novel) == [
        ("front", "", "For Bo."), ("chapter", "One", ""), ("scene", "", "On."),
        ("chapter", "Two", ""), ("scene", "", "As\nOff."), ("back", "Last", "Z."),
    ]  # fmt: skip
