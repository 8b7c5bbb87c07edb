# SPDX-License-Identifier: MIT
"""Markdown as others write it; our own is proved by the round trip in tests/journeys."""

from __future__ import annotations

import pytest

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.base import WarningKind
from tests.importers.reading import blocks, book, from_markdown, marked, titles, tree

OURS = "---\nnovelist: 1\n---\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\na\n\n# Two\n\nb", [["One", "a"], ["Two", "b"]]),
        ("### One\n\na", [["One", "a"]]),
        ("# P\n\n## C\n\na\n\n# Q\n\n## D\n\nb", [["P", ["C", "a"]], ["Q", ["D", "b"]]]),
        (
            "# Chapter 1\n\n## S\n\na\n\n# Chapter 2\n\n## T\n\nb",
            [["Chapter 1", "S"], ["Chapter 2", "T"]],
        ),
        ("## C\n\n### S\n\na\n\n## D", [["C", "S"], "D"]),
        ("# P\n\n## C\n\n### S\n\na\n\n# Q", [["P", ["C", "S"]], "Q"]),
        ("# C\n\n### S\n\na\n\n# D", [["C", "S"], "D"]),
        ("Title\n=====\n\n## C\n\na\n\n## D\n\nb", [["C", "a"], ["D", "b"]]),
    ],
)
def test_levels_of_headings(text: str, expected: list[object]) -> None:
    assert tree(from_markdown(text).items) == expected


def test_a_single_first_heading_is_the_title_of_the_book() -> None:
    novel = from_markdown("# My Book\n\n## Chapter 1\n\ntext")
    assert (novel.title, titles(novel, ItemKind.CHAPTER)) == ("My Book", ["Chapter 1"])


def test_a_fourth_level_is_a_heading_in_the_text() -> None:
    novel = from_markdown(
        "# P\n\n## C\n\n### S\n\n#### In the text\n\na\n\n###### Deep\n\n# Q\n\nb"
    )
    assert [(b.kind, dict(b.attrs)) for b in blocks(novel)][:3] == [
        ("h", {"level": 1}),
        ("p", {}),
        ("h", {"level": 3}),
    ]


def test_a_text_without_headings_is_one_chapter() -> None:
    novel = from_markdown("a\n\n* * *\n\nb\n")
    assert tree(novel.items) == [["", "a", "b"]]
    assert [warning.kind for warning in novel.warnings] == [WarningKind.NO_CHAPTERS]


def test_scenes_can_stay_together() -> None:
    (block_a, rule, block_b) = blocks(from_markdown("# C\n\na\n\n---\n\nb\n", split_scenes=False))
    assert (block_a.plain_text, rule.kind, block_b.plain_text) == ("a", d.SCENE_BREAK, "b")


def test_a_break_at_the_edge_of_a_chapter_makes_no_scene() -> None:
    novel = from_markdown("# C\n\n***\n\na\n\n***\n\n# D\n\n***\n")
    assert tree(novel.items) == [["C", "a"], "D"]


def test_front_matter() -> None:
    text = (
        "---\ntitle: The Book\nauthor: 'A. B.'\nlanguage: fr\ntags: [x]\n  - y\n---\n\n# C\n\na\n"
    )
    novel = from_markdown(text)
    assert (novel.title, novel.author, novel.language) == ("The Book", "A. B.", "fr")
    assert [(w.kind, w.count, w.text) for w in novel.warnings] == [
        (WarningKind.METADATA, 2, "tags: [x]")
    ]


@pytest.mark.parametrize("text", ["---\n\nno front matter\n\n---\n", "---\ntitle: not closed\n"])
def test_rules_at_the_beginning_are_no_front_matter(text: str) -> None:
    assert from_markdown(text).title == ""


def test_marks() -> None:
    (block,) = blocks(
        from_markdown("# C\n\n*a* **b** ~~c~~ [d](x:y) <http://e.f> [g *h*]{.smallcaps lang=fr}")
    )
    assert marked(block, d.EMPHASIS) == ["a", "h"]
    assert (marked(block, d.STRONG), marked(block, d.STRIKE)) == (["b"], ["c"])
    assert marked(block, d.LINK) == ["d", "http://e.f"]
    assert marked(block, d.SMALL_CAPS) == ["g ", "h"]
    assert d.Run("h", d.marks(d.EMPHASIS, d.SMALL_CAPS, lang="fr")) in block.inlines


@pytest.mark.parametrize(
    "text",
    [
        "好啊~真的~",
        "x^2^",
        "`code`",
        "<b>bold</b>",
        "<!-- note -->",
        "[x]{y}",
        "{laughs}",
        "[a]",
        "[^1]",
    ],
)
def test_what_means_nothing_stays_as_written(text: str) -> None:
    (block,) = blocks(from_markdown(f"# C\n\n{text}\n"))
    assert block.inlines == (d.Run(text),)


def test_line_ends_join_and_breaks_stay() -> None:
    novel = from_markdown("# C\n\none\ntwo\\\nthree  \nfour\n\n春天\n来了\n")
    assert [b.plain_text for b in blocks(novel)] == ["one two\nthree\nfour", "春天来了"]


def test_blocks() -> None:
    text = book(
        "# C",
        "> q\n>\n> r",
        "- a\n  - b\n\n    c\n- ",
        "1. x",
        "    indented",
        "```\nto\n\nme\n```",
        "| v\n|  w\n|",
        "::: letter\nDear\n:::",
        '![alt *x*](p.png "cap")',
        "::: map\n{.empty z=1}\n:::",
        "{.wide align=center}\ntext",
    )
    found = [(b.kind, dict(b.attrs), b.plain_text) for b in blocks(from_markdown(text))]
    assert found == [
        ("quote", {}, "q"),
        ("quote", {}, "r"),
        ("li", {}, "a"),
        ("li", {"depth": 1}, "b"),
        ("p", {}, "c"),
        ("li", {}, ""),
        ("li", {"ordered": True}, "x"),
        ("p", {}, "indented"),
        ("letter", {}, "to\n\nme"),
        ("verse", {}, "v\n w\n"),
        ("letter", {}, "Dear"),
        ("image", {"src": "p.png", "alt": "alt x", "caption": "cap"}, ""),
        ("map", {"z": 1}, ""),
        ("p", {"style": "wide", "align": "center"}, "text"),
    ]


def test_a_year_at_the_beginning_is_no_list() -> None:
    novel = from_markdown("# C\n\n1986. That was the *year*.\n\n    And more.\n")
    assert [(b.kind, b.plain_text) for b in blocks(novel)] == [
        ("p", "1986. That was the year."),
        ("p", "And more."),
    ]


def test_a_division_that_is_not_closed_ends_with_the_file() -> None:
    novel = from_markdown("# C\n\n::: letter\nDear\n\n::: verse\n| a\n")
    assert [block.kind for block in blocks(novel)] == [d.LETTER, d.VERSE]


def test_pictures_in_a_line_carry_their_attributes() -> None:
    (block,) = blocks(from_markdown("# C\n\na ![x](attachment:d1){width=300} b ![y](z){bad"))
    pictures = [inline.attrs for inline in block.inlines if isinstance(inline, d.Atom)]
    assert pictures == [{"digest": "d1", "alt": "x", "width": 300}, {"src": "z", "alt": "y"}]


def test_footnotes_belong_to_their_chapter_or_else_to_the_file() -> None:
    note = "[^1]: {} note\ngoing on\n\n    second\n"
    text = book(
        "# C",
        "a[^1]",
        note.format("first"),
        "# D",
        "b[^1] c[^2]",
        note.format("other"),
        "# E",
        "[^2]: last",
    )
    notes = [
        i.attrs["blocks"]
        for b in blocks(from_markdown(text))
        for i in b.inlines
        if isinstance(i, d.Atom)
    ]
    assert notes == [
        [["p", ["first note going on"]], ["p", ["second"]]],
        [["p", ["other note going on"]], ["p", ["second"]]],
        [["p", ["last"]]],
    ]


def test_items_that_say_what_and_where_they_are() -> None:
    text = OURS + book(
        "# To you {.front}",
        "x",
        "# P",
        "## C",
        "a",
        "# N {.note depth=1}",
        "b",
        "## Top {depth=0}",
        "### Out {.excluded}",
        "# F {.folder}",
        "# M {.note depth=9}",
        "c",
        "# Z {.back #id}",
        "d",
        "* * *",
        "e",
    )
    items = from_markdown(text).items
    assert [(item.kind.value, item.title) for item in items] == [
        ("front", "To you"), ("part", "P"), ("chapter", "Top"), ("folder", "F"), ("back", "Z"),
    ]  # fmt: skip
    assert [child.title for child in items[1].children] == ["C", "N"]
    assert not items[2].children[0].in_manuscript
    assert [child.title for child in items[3].children] == ["M"]
    assert [block.kind for block in items[4].document] == ["p", "break", "p"]


@pytest.mark.parametrize(
    "attributes", ["{}", "{ }", "{.}", "{a}", "{a=}", '{a="', "{a=1", "{a=NaN}x", "{.a.b}"]
)
def test_what_is_no_attribute_list_is_text(attributes: str) -> None:
    (block,) = blocks(from_markdown(f"# C\n\n{attributes}\n"))
    assert block.plain_text == attributes


def test_values_of_attributes() -> None:
    text = '# C\n\n{a="x\\ny" b=2 c=[1,{"d":null}] e=true f=word-1 g=300px}\ntext\n'
    (block,) = blocks(from_markdown(text))
    assert block.attrs == {
        "a": "x\ny", "b": 2, "c": [1, {"d": None}], "e": True, "f": "word-1", "g": "300px",
    }  # fmt: skip


def test_control_characters_are_counted() -> None:
    novel = from_markdown("# C\n\na\x00b\x01\n")
    assert [(w.kind, w.count) for w in novel.warnings] == [(WarningKind.CONTROL, 2)]
    assert novel.language == "en"
