# SPDX-License-Identifier: MIT
"""Files made to hurt: each is read in bounded time and memory with all its words, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from novelist.domain.document import FOOTNOTE, Atom
from novelist.domain.document_text import to_json_lines
from novelist.domain.enums import ItemKind
from novelist.errors import ReadingCancelledError, SourceTooManyLinesError
from novelist.importers.base import ImportedNovel, WarningKind, read_source
from tests.importers.reading import (
    HAN_PROSE,
    PROSE,
    blocks,
    everything,
    from_markdown,
    from_text,
    titles,
    words,
)

MANY = 100_000


def kinds(novel: ImportedNovel) -> set[WarningKind]:
    return {warning.kind for warning in novel.warnings}


@pytest.mark.parametrize("sign", ["[", "![", "[^", "[\n", "*a[b_"])
def test_a_paragraph_of_brackets_stays_as_it_is_written(sign: str) -> None:
    novel = from_markdown(f"{PROSE}\n\n{sign * MANY}word\n\n*Emphasis*\n")
    first, strange, last = (block.plain_text for block in blocks(novel))
    assert strange.replace(" ", "") == sign.replace("\n", "") * MANY + "word"
    assert (first, last) == (PROSE, "Emphasis")
    assert WarningKind.AS_WRITTEN in kinds(novel)


def test_brackets_that_close_are_read_however_many() -> None:
    novel = from_markdown("[a](http://b) " * 5_000)
    assert blocks(novel)[0].plain_text == "a " * 4_999 + "a"
    assert WarningKind.AS_WRITTEN not in kinds(novel)


def test_a_stanza_of_very_many_lines_keeps_each() -> None:
    novel = from_markdown("| one\n" * (MANY + 9))
    assert blocks(novel)[0].plain_text == "\n".join(["one"] * (MANY + 9))


def test_a_paragraph_of_very_many_lines_is_one() -> None:
    novel = from_markdown("a\n" * MANY)
    assert [block.plain_text for block in blocks(novel)] == ["a " * (MANY - 1) + "a"]


@pytest.mark.parametrize("sign", [">", "- ", "1. ", "::: deep\n", "[^a]: "])
def test_what_is_nested_too_deep_is_kept_as_text(sign: str) -> None:
    novel = from_markdown(sign * 2_000 + "words\n")
    assert everything(novel).rstrip().endswith("words")


def test_folders_are_not_nested_without_end() -> None:
    text = "".join(f"# {depth} {{.folder depth={depth}}}\n" for depth in range(2_000))
    novel = from_markdown(f"---\nnovelist: 1\n---\n{text}")
    assert titles(novel, ItemKind.FOLDER) == [str(depth) for depth in range(2_000)]


@pytest.mark.parametrize(
    "text", ["[^a]: Lost\n\nx", "[^a]: Lost\n[^a]: One\n\nx[^a]", "[^a]: Lost\n# x[^a]"]
)
def test_a_footnote_that_nothing_refers_to_is_text(text: str) -> None:
    novel = from_markdown(text)
    notes = [each for block in blocks(novel) for each in block.inlines if isinstance(each, Atom)]
    assert sum("Lost" in str(each) for each in [everything(novel), *notes]) == 1
    assert {note.kind for note in notes} <= {FOOTNOTE}


def test_a_long_footnote_is_not_repeated_for_ever() -> None:
    novel = from_markdown("[^a]: " + "word " * 20_000 + "\n\n" + "x[^a]" * 1_000)
    (block,) = blocks(novel)
    notes = [each for each in block.inlines if isinstance(each, Atom)]
    assert 1 < len(notes) < 100
    assert block.plain_text.count("[^a]") == 1_000 - len(notes)


def test_a_name_in_brackets_before_what_is_said_is_text() -> None:
    assert everything(from_markdown("[Anna]: Come!\n\n[Ben]:\nNo.\n")).split() == [
        "[Anna]:", "Come!", "[Ben]:", "No.",
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("text", [f"{PROSE} " * 12_000, HAN_PROSE * 24_000, "word " * 300_000])
def test_a_text_that_lost_its_line_ends_gets_paragraphs(
    tmp_path: Path, text: str, suffix: str
) -> None:
    source = tmp_path / f"One line{suffix}"
    source.write_text(text, encoding="utf-8")
    novel = read_source(source)
    assert words(everything(novel)) == words(text)
    assert max(len(block.plain_text) for block in blocks(novel)) <= 20_000
    assert WarningKind.DIVIDED in kinds(novel)


def test_a_long_paragraph_stays_one() -> None:
    text = f"{PROSE} " * 8_000
    for novel in (from_text(text), from_markdown(text)):
        assert [block.plain_text for block in blocks(novel)] == [text.strip()]


def test_a_file_of_more_lines_than_any_novel_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "lines.txt"
    source.write_text("a\n" * 1_000_001, encoding="utf-8")
    with pytest.raises(SourceTooManyLinesError):
        read_source(source)


@pytest.mark.parametrize("name", ["one.md", "one.txt"])
@pytest.mark.parametrize("joint", [" ", "\n", "\n\n"])
def test_reading_can_be_stopped_anywhere(tmp_path: Path, name: str, joint: str) -> None:
    source = tmp_path / name
    source.write_text(joint.join(["_One_ [sentence](a)."] * 1_000), encoding="utf-8")
    asked: list[float] = []
    read_source(source, progress=asked.append)
    assert asked == sorted(asked)
    for stop in {1, len(asked) // 2, len(asked) - 1}:
        left = iter([False] * stop + [True])
        with pytest.raises(ReadingCancelledError):
            read_source(source, cancelled=lambda left=left: next(left))


@pytest.mark.parametrize("read", [from_text, from_markdown])
def test_control_characters_are_not_in_titles(read: Callable[[str], ImportedNovel]) -> None:
    novel = read("# Chapter 1. T\x00h\x1be\x7f \x08Road\n\nOne.\n\n# Chapter 2\n\nTwo.\n")
    assert [title.strip("# ") for title in titles(novel, ItemKind.CHAPTER)] == [
        "Chapter 1. The Road",
        "Chapter 2",
    ]
    assert WarningKind.CONTROL in kinds(novel)


def test_what_json_smuggles_in_is_neither_a_control_nor_half_a_character() -> None:
    head = '---\ntitle: "T\\u0000h\\u001be\\ud800 Road"\nauthor: "A\\u202en"\n---\n\n'
    novel = from_markdown(head + '[word]{lang="\\ud800"} end\n')
    assert novel.title == "The Road"
    assert blocks(novel)[0].plain_text == '[word]{lang="\\ud800"} end'
    assert all(to_json_lines(item.document).encode() for item in novel.walk())
