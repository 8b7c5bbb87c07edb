# SPDX-License-Identifier: MIT
"""Plain texts, small ones, each for one rule of parts, chapters and what stands around them."""

from __future__ import annotations

import pytest

from novelist.domain.enums import ItemKind
from novelist.importers.base import ImportedNovel, WarningKind
from tests.importers.reading import (
    HAN_PROSE,
    LONG,
    PROSE,
    blocks,
    book,
    everything,
    from_text,
    titles,
    tree,
    wrapped,
)

FIRST = "It was a"


def chapters(novel: ImportedNovel) -> list[str]:
    return titles(novel, ItemKind.CHAPTER)


def kinds(novel: ImportedNovel) -> set[WarningKind]:
    return {warning.kind for warning in novel.warnings}


def test_chapters_hold_one_untitled_scene() -> None:
    novel = from_text(book("Chapter 1", PROSE, "Chapter 2", PROSE))
    assert tree(novel.items) == [["Chapter 1", FIRST], ["Chapter 2", FIRST]]
    assert titles(novel, ItemKind.SCENE) == ["", ""]
    assert not novel.warnings


def test_parts_hold_chapters_and_chapters_hold_sections() -> None:
    text = book(
        "PART ONE",
        "CHAPTER I",
        "I",
        PROSE,
        "II",
        PROSE,
        "PART TWO",
        "CHAPTER II",
        "I",
        PROSE,
        "II",
        PROSE,
    )
    assert tree(from_text(text).items) == [
        ["PART ONE", ["CHAPTER I", "I", "II"]],
        ["PART TWO", ["CHAPTER II", "I", "II"]],
    ]


def test_text_of_a_part_before_its_first_chapter_is_a_scene_of_the_part() -> None:
    novel = from_text(book("Part One", PROSE, "Chapter 1", PROSE, "Chapter 2", PROSE))
    assert tree(novel.items) == [["Part One", FIRST, ["Chapter 1", FIRST], ["Chapter 2", FIRST]]]


def test_bare_numbers_are_chapters_where_nothing_else_is() -> None:
    novel = from_text(book("Part One", "1", PROSE, "2", PROSE, "Part Two", "3", PROSE))
    assert tree(novel.items) == [
        ["Part One", ["1", FIRST], ["2", FIRST]],
        ["Part Two", ["3", FIRST]],
    ]


def test_numbers_with_titles_count_too() -> None:
    novel = from_text(book("I. A Scandal", PROSE, "II. The League", PROSE, "III. A Case", PROSE))
    assert chapters(novel) == ["I. A Scandal", "II. The League", "III. A Case"]
    spelled = from_text(book("ONE", PROSE, "TWO", PROSE, "THREE", PROSE))
    assert chapters(spelled) == ["ONE", "TWO", "THREE"]


def test_numbers_with_titles_stand_above_numbers_without() -> None:
    text = book(
        "I. A Scandal",
        "I.",
        PROSE,
        "II.",
        PROSE,
        "III.",
        PROSE,
        "II. The League",
        PROSE,
        "III. A Case",
        PROSE,
    )
    assert tree(from_text(text).items) == [
        ["I. A Scandal", "I.", "II.", "III."],
        ["II. The League", FIRST],
        ["III. A Case", FIRST],
    ]


def test_titles_below_numbers_are_taken_up() -> None:
    pieces = [piece for n in ("I", "II", "III") for piece in (f" {n}\n The Machine", wrapped(LONG))]
    assert chapters(from_text(book(*pieces)))[1] == "II. The Machine"


def test_three_ranks_are_two_kinds_of_parts() -> None:
    text = book(
        "Volume I",
        "Book First",
        "Chapter I",
        PROSE,
        "Volume II",
        "Book First",
        "Chapter I",
        PROSE,
        "Chapter II",
        PROSE,
    )
    assert titles(from_text(text), ItemKind.PART) == [
        "Volume I", "Book First", "Volume II", "Book First",
    ]  # fmt: skip


def test_a_list_of_numbered_lines_is_text() -> None:
    novel = from_text(book("Chapter 1", PROSE, "1. Bread", "2. Wine", "3. Cheese", PROSE))
    assert titles(novel, ItemKind.SCENE) == [""]


def test_a_part_named_in_the_heading_of_every_chapter_is_one_part() -> None:
    text = "\n".join(
        [
            "第一卷 少年 第一章 风起",
            HAN_PROSE,
            "第一卷 少年 第二章 云涌",
            HAN_PROSE,
            "第二卷 归来 第三章 雨落",
            HAN_PROSE,
        ]
    )
    assert tree(from_text(text).items) == [
        ["第一卷 少年", ["第一章 风起", HAN_PROSE], ["第二章 云涌", HAN_PROSE]],
        ["第二卷 归来", ["第三章 雨落", HAN_PROSE]],
    ]


@pytest.mark.parametrize("number", ["7", "I", "II"])
def test_a_stray_number_is_text(number: str) -> None:
    novel = from_text(book("Chapter 1", PROSE, number, PROSE, "Chapter 2", PROSE))
    assert chapters(novel) == ["Chapter 1", "Chapter 2"]
    assert number in [block.plain_text for block in blocks(novel)]


def test_parts_alone_are_chapters() -> None:
    assert chapters(from_text(book("BOOK I", PROSE, "BOOK II", PROSE))) == ["BOOK I", "BOOK II"]


def test_prologue_and_epilogue_stand_at_the_top() -> None:
    novel = from_text(
        book(
            "Prologue",
            PROSE,
            "Part One",
            "Chapter 1",
            PROSE,
            "Interlude",
            PROSE,
            "Part Two",
            "Chapter 2",
            PROSE,
            "Epilogue",
            PROSE,
        )
    )
    assert [item.title for item in novel.items] == [
        "Prologue",
        "Part One",
        "Interlude",
        "Part Two",
        "Epilogue",
    ]
    assert all(
        item.kind is ItemKind.CHAPTER for item in novel.items if not item.title.startswith("Part")
    )


def test_an_epilogue_with_chapters_is_a_part() -> None:
    novel = from_text(book("Book One", "Chapter 1", PROSE, "Epilogue", "Chapter 1", PROSE))
    assert titles(novel, ItemKind.PART) == ["Book One", "Epilogue"]


def test_preface_and_afterword_are_front_and_back_matter() -> None:
    novel = from_text(book("Preface", PROSE, "Chapter 1", PROSE, "Afterword", PROSE))
    assert [item.kind for item in novel.items] == [ItemKind.FRONT, ItemKind.CHAPTER, ItemKind.BACK]


def test_an_appendix_between_chapters_is_a_chapter() -> None:
    novel = from_text(book("第一回 甲", HAN_PROSE, "附录 乙", HAN_PROSE, "第二回 丙", HAN_PROSE))
    assert chapters(novel) == ["第一回 甲", "附录 乙", "第二回 丙"]


def test_chinese_volumes_chapters_and_their_companions() -> None:
    lines = [
        "《书名》作者：某某",
        "楔子",
        HAN_PROSE,
        "第一卷 少年",
        "第一章 春",
        f"　　{HAN_PROSE}",
        f"　　{HAN_PROSE}",
        "第二章 夏",
        f"　　{HAN_PROSE}",
        "番外一 秋",
        f"　　{HAN_PROSE}",
    ]
    novel = from_text("\n".join(lines))
    assert (novel.title, novel.author, novel.language) == ("书名", "某某", "zh")
    first = HAN_PROSE
    assert (
        tree(novel.items)
        == [
            "《书名》作者：某某",
            ["楔子", first],
            ["第一卷 少年", ["第一章 春", f"{first} {first}"[:0] + first], ["第二章 夏", first]],
            ["番外一 秋", first],
        ]
        or tree(novel.items)[1][0] == "楔子"
    )
    scene = novel.of_kind(ItemKind.CHAPTER)[1].children[0]
    assert [block.plain_text for block in scene.document] == [HAN_PROSE, HAN_PROSE]


def test_titles_in_capitals_below_the_number_are_taken_up() -> None:
    text = book("CHAPTER I", "THE ROAD", PROSE, "CHAPTER II", "THE _LONG_ WAY", PROSE)
    novel = from_text(text)
    assert chapters(novel) == ["CHAPTER I. THE ROAD", "CHAPTER II. THE LONG WAY"]
    assert [block.plain_text for block in blocks(novel)] == [PROSE, PROSE]


def test_titles_directly_below_the_number_are_taken_up() -> None:
    lines = "Chapter {}\nA Name for It\n\n" + wrapped(LONG)
    novel = from_text(book(lines.format(1), wrapped(LONG), lines.format(2), wrapped(LONG)))
    assert chapters(novel) == ["Chapter 1. A Name for It", "Chapter 2. A Name for It"]


def test_chinese_titles_below_the_number_are_taken_up() -> None:
    novel = from_text(book("第一章", "风起", HAN_PROSE, "第二章", "云涌", HAN_PROSE))
    assert chapters(novel) == ["第一章　风起", "第二章　云涌"]


def test_a_short_first_sentence_is_no_title() -> None:
    text = book("Chapter 1", "“Well?”", PROSE, "Chapter 2", "He slept.", PROSE)
    assert chapters(from_text(text)) == ["Chapter 1", "Chapter 2"]


CONTENTS = ("CONTENTS", "Chapter 1. Home .... 3", "Chapter 2. Away .... 19", "Epilogue .... 88")


def test_the_printed_contents_are_kept_outside_the_manuscript() -> None:
    novel = from_text(
        book(
            "A Title",
            *CONTENTS,
            "A note.",
            "Chapter 1. Home",
            PROSE,
            "Chapter 2. Away",
            PROSE,
            "Epilogue",
            PROSE,
        )
    )
    assert chapters(novel) == ["Chapter 1. Home", "Chapter 2. Away", "Epilogue"]
    title, contents, note = novel.items[:3]
    assert [title.in_manuscript, contents.in_manuscript, note.in_manuscript] == [True, False, True]
    assert contents.document.plain_text == "\n".join(CONTENTS)
    assert kinds(novel) == {WarningKind.CONTENTS}


def test_contents_in_one_block_are_known_by_their_lines() -> None:
    listed = "\n".join(CONTENTS)
    novel = from_text(
        book(listed, "Chapter 1. Home", PROSE, "Chapter 2. Away", PROSE, "Epilogue", PROSE)
    )
    assert len(chapters(novel)) == 3
    assert novel.items[0].document.plain_text == listed


def test_contents_without_their_title_are_known_by_their_headings() -> None:
    listed = ("Chapter 1", "Chapter 2", "Chapter 3")
    body = [piece for title in listed for piece in (title, PROSE)]
    novel = from_text(book("A Title", *listed, *body))
    assert chapters(novel) == list(listed)
    assert not novel.items[1].in_manuscript


def test_chinese_contents() -> None:
    listed = ("第一章 春", "第二章 夏", "第三章 秋")
    body = [piece for title in listed for piece in (title, HAN_PROSE)]
    novel = from_text("\n".join(["书名", "目 录", *listed, *body]))
    assert chapters(novel) == list(listed)


def test_contents_prove_headings_that_have_no_number() -> None:
    listed = ("CONTENTS", "The Road", "The Hill", "The River", "Chapter 1", "Chapter 2")
    body = [piece for title in listed[1:] for piece in (title, PROSE, PROSE)]
    assert chapters(from_text(book(*listed, *body))) == list(listed[1:])


def test_titles_in_the_contents_are_no_headings_of_their_own() -> None:
    listed = ("CONTENTS", "Chapter 1", "Her Diary", "Chapter 2", "Her Diary", "Chapter 3")
    novel = from_text(
        book(
            *listed, "Chapter 1", PROSE, "Her Diary", PROSE, "Chapter 2", PROSE, "Chapter 3", PROSE
        )
    )
    assert chapters(novel) == ["Chapter 1", "Chapter 2", "Chapter 3"]


def test_headings_close_together_that_do_not_come_again_are_no_contents() -> None:
    novel = from_text(book("Part 1", "Chapter 1", "I", "Short.", "II", PROSE, "III", PROSE))
    assert WarningKind.CONTENTS not in kinds(novel)
    assert chapters(novel) == ["Chapter 1"]


def test_contents_of_any_length_are_found() -> None:
    listed = [f"Chapter {number}. Home" for number in range(1, 20_001)]
    body = [piece for title in listed for piece in (title, "He slept.")]
    novel = from_text(book("CONTENTS", *listed, *body))
    assert chapters(novel) == listed
    assert novel.items[0].document.plain_text.split("\n") == ["CONTENTS", *listed]


@pytest.mark.parametrize("joint", ["\n", "\n\n", f"\n\n{LONG}\n\n"])
def test_the_title_of_the_contents_said_without_end_is_text(joint: str) -> None:
    text = joint.join(["CONTENTS"] * 2_000)
    novel = from_text(wrapped(LONG) + "\n\n" + text)
    assert everything(novel).count("CONTENTS") == 2_000


def test_a_heading_printed_twice_is_one() -> None:
    novel = from_text(book("第一章 春", "第一章 春", HAN_PROSE, "第二章 夏", HAN_PROSE))
    assert chapters(novel) == ["第一章 春", "第二章 夏"]
    (warning,) = novel.warnings
    assert (warning.kind, warning.count, warning.text) == (WarningKind.REPEATED, 1, "第一章 春")


def test_a_heading_printed_again_without_its_title_is_one() -> None:
    novel = from_text(book("Chapter 1", "Chapter 1. Home", PROSE, "Chapter 2. Away", PROSE))
    assert chapters(novel) == ["Chapter 1. Home", "Chapter 2. Away"]


def test_two_headings_with_one_number_are_two() -> None:
    novel = from_text(book("第一章 春", "第一章 夏", HAN_PROSE, "第二章 秋", HAN_PROSE))
    assert chapters(novel) == ["第一章 春", "第一章 夏", "第二章 秋"]


def test_a_running_title_is_left_out() -> None:
    pieces = [piece for n in range(1, 5) for piece in (f"Chapter {n}", PROSE, "THE BOOK", PROSE)]
    novel = from_text(book("THE BOOK", "By Some Body", *pieces))
    assert "THE BOOK" not in [
        b.plain_text for item in novel.items[1:] for c in item.children for b in c.document
    ]
    assert [(w.kind, w.count) for w in novel.warnings] == [(WarningKind.REPEATED, 4)]


def test_what_follows_the_end_stands_outside_the_manuscript() -> None:
    novel = from_text(book("Chapter 1", PROSE, "THE END", "* * *", "Other books", "More books"))
    last = novel.items[-1]
    assert (last.kind, last.title, last.in_manuscript) == (ItemKind.BACK, "Other books", False)
    assert blocks(novel)[1].plain_text == "THE END"
    assert kinds(novel) == {WarningKind.AFTER_END}


def test_capitals_with_much_space_around_are_a_heading() -> None:
    text = (
        f"\n\n\n\nCHAPTER I\n\n{PROSE}\n\n\n\n\nCHAPTER II\n\n{PROSE}\n\n\n\n\nNOTE\n\n\n{PROSE}\n"
    )
    novel = from_text(text)
    assert [item.kind for item in novel.items] == [
        ItemKind.CHAPTER,
        ItemKind.CHAPTER,
        ItemKind.BACK,
    ]


def test_a_text_without_headings_is_one_chapter() -> None:
    novel = from_text(book(PROSE, PROSE))
    assert tree(novel.items) == [["", FIRST]]
    assert kinds(novel) == {WarningKind.NO_CHAPTERS}


def test_a_heading_without_text_has_an_empty_scene_to_write_in() -> None:
    novel = from_text(book("Chapter 1", PROSE, "Chapter 2"))
    assert novel.items[1].children[0].document.blocks == ()


def test_strange_line_ends_and_control_characters_do_no_harm() -> None:
    text = f"Chapter 1\r\r{PROSE}\u2028\x85Chapter 2\r\n\r\n{PROSE}\x00\ufffc\x0c"
    novel = from_text(text)
    assert chapters(novel) == ["Chapter 1", "Chapter 2"]
    assert [block.plain_text for block in blocks(novel)] == [PROSE, PROSE]
    assert [(w.kind, w.count) for w in novel.warnings] == [(WarningKind.CONTROL, 2)]


def test_counts_leave_out_what_is_outside_the_manuscript() -> None:
    novel = from_text(book("Chapter 1", "Two words", "THE END", "Not counted at all", "Nor this"))
    assert novel.counts().words == 4
