# SPDX-License-Identifier: MIT
"""Where a chapter falls into scenes."""

from __future__ import annotations

import pytest

from novelist.domain.document import QUOTATION, SCENE_BREAK
from novelist.domain.enums import ItemKind
from tests.importers.reading import LONG, PROSE, blocks, book, from_text, wrapped

SECOND = "She had not slept. All night the wind had gone round the house and tried every door."


def scenes(text: str) -> list[str]:
    novel = from_text(f"Chapter 1\n\n{text}")
    return [item.document.plain_text for item in novel.of_kind(ItemKind.SCENE)]


@pytest.mark.parametrize(
    "ornament",
    ["***", "* * *", "  *   *   *", "#", "---", "———", "~", "◇", "※", "＊＊＊", "-- * --", "• • •"],
)
def test_an_ornament_parts_scenes_and_is_left_out(ornament: str) -> None:
    assert scenes(book(PROSE, ornament, SECOND)) == [PROSE, SECOND]


@pytest.mark.parametrize("line", ["—", "-", "……", ".", "* a *", "#1"])
def test_other_signs_are_text(line: str) -> None:
    assert scenes(book(PROSE, line, SECOND)) == ["\n".join((PROSE, line, SECOND))]


def test_several_ornaments_part_once_and_none_makes_an_empty_scene() -> None:
    text = book("* * *", PROSE, "*   *   *\n  *   *\n*   *   *", "* * *", SECOND, "* * *")
    assert scenes(text) == [PROSE, SECOND]


def test_a_wider_gap_parts_scenes() -> None:
    text = book(*[PROSE] * 4) + "\n\n" + book(*[SECOND] * 4)
    assert scenes(text) == ["\n".join([PROSE] * 4), "\n".join([SECOND] * 4)]


def test_a_gap_that_stands_everywhere_parts_nothing() -> None:
    assert len(scenes("\n\n\n".join([PROSE] * 9))) == 1


def test_a_blank_line_parts_scenes_where_paragraphs_have_none() -> None:
    lines = [PROSE] * 9
    assert len(scenes("\n".join([*lines, "", *lines]))) == 2


def test_indents_of_paragraphs_do_not_hide_a_gap() -> None:
    lines = [f"　　{PROSE}"] * 9
    assert len(scenes("\n".join([*lines, "", *lines]))) == 2


def test_no_scene_begins_around_verse() -> None:
    verse = "   Twinkle, twinkle, little bat!\n   How I wonder what you are at!"
    text = book(*[wrapped(LONG)] * 9) + f"\n\n{verse}\n\n\n" + book(wrapped(LONG))
    assert len(scenes(text)) == 1


def test_a_quoted_paragraph_alone_between_gaps_is_set_off() -> None:
    song = "“Roll on, thou deep and dark blue ocean, roll!”"
    paragraphs = book(*[wrapped(LONG)] * 9)
    novel = from_text(f"Chapter 1\n\n{paragraphs}\n\n{song}\n\n\n{paragraphs}")
    assert len(novel.of_kind(ItemKind.SCENE)) == 1
    assert [b.plain_text for b in blocks(novel) if b.kind == QUOTATION] == [song]


def test_a_note_below_the_title_belongs_to_the_first_scene() -> None:
    paragraphs = book(*[wrapped(LONG)] * 9)
    assert len(scenes(f"(_Kept in shorthand._)\n\n\n{paragraphs}\n\n{paragraphs}")) == 2


def test_a_last_paragraph_alone_is_a_scene() -> None:
    assert len(scenes(f"{book(*[wrapped(LONG)] * 9)}\n\n{wrapped(LONG)}")) == 2


def test_chapters_can_stay_whole() -> None:
    text = "Chapter 1\n\n" + book(*[PROSE] * 9, "* * *", SECOND) + "\n\n" + book(*[PROSE] * 9)
    novel = from_text(text, split_scenes=False)
    breaks = [block for block in blocks(novel) if block.kind == SCENE_BREAK]
    assert len(novel.of_kind(ItemKind.SCENE)) == 1
    assert [dict(block.attrs) for block in breaks] == [{"symbol": "* * *"}, {}]
