# SPDX-License-Identifier: MIT
"""Outlines out of spreadsheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from novelist.domain.enums import ImportFormat, ItemKind
from novelist.domain.outline import may_contain
from novelist.errors import SourceEmptyError, SourceError, SourceHeadingsError
from novelist.importers.base import read_source
from novelist.importers.formats import format_of
from novelist.importers.imported import ImportedItem, ImportedNovel, ImportOptions
from tests.importers.mutations import damaged, outcome

LEVELS = """Level,Title,Synopsis,Status,Label,Notes,Words,Mood
part,Neaps,,,,,,
chapter,One,"She leaves,
he stays.",Draft,Ann,Check the tide,"1,500",dark
scene,Pier,,Done,Bo,,800 words,
scene,Boat,,Draft,,,,
note,Tides,,,,,,
"""
COLUMNS = """Part;Chapter;Scene;Synopsis
Neaps;Arrival;Pier;She comes.
;;Boat;He goes.
;Storm;Night;
Springs;Arrival;Dawn;"""
HAN = (
    "卷\t章节\t场景\t梗概\t状态\t字数\n上卷\t风起\t渡口\t她走了。\t初稿\t1200\n"
    "\t\t小船\t他留下。\t完成\t\n"
)


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "outline.csv"
    path.write_bytes(text.encode(encoding))
    return path


def shape(items: list[ImportedItem]) -> list[object]:
    return [(each.kind.value, each.title, shape(each.children)) for each in items]


def read(tmp_path: Path, text: str) -> ImportedNovel:
    return read_source(written(tmp_path, text))


def test_rows_with_levels(tmp_path: Path) -> None:
    novel = read(tmp_path, LEVELS)
    scenes = [("scene", "Pier", []), ("scene", "Boat", []), ("note", "Tides", [])]
    assert shape(novel.items) == [("part", "Neaps", [("chapter", "One", scenes)])]
    chapter, pier = novel.items[0].children[0], novel.of_kind(ItemKind.SCENE)[0]
    assert chapter.synopsis == "She leaves,\nhe stays."
    assert chapter.notes == "Check the tide\n\nMood: dark"
    assert (chapter.status, chapter.label, chapter.target) == ("Draft", "Ann", 1500)
    assert (pier.target, pier.notes) == (None, "words: 800 words")
    assert [each.name for each in novel.statuses] == ["Draft", "Done"]
    assert [each.name for each in novel.labels] == ["Ann", "Bo"]
    assert [each.in_manuscript for each in novel.of_kind(ItemKind.NOTE)] == [False]


def test_columns_of_parts_chapters_and_scenes(tmp_path: Path) -> None:
    novel = read(tmp_path, COLUMNS)
    pier, boat = ("scene", "Pier", []), ("scene", "Boat", [])
    assert shape(novel.items) == [
        ("part", "Neaps", [
            ("chapter", "Arrival", [pier, boat]), ("chapter", "Storm", [("scene", "Night", [])]),
        ]),
        ("part", "Springs", [("chapter", "Arrival", [("scene", "Dawn", [])])]),
    ]  # fmt: skip
    assert [each.synopsis for each in novel.of_kind(ItemKind.SCENE)][:2] == [
        "She comes.",
        "He goes.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_headings_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    novel = read_source(written(tmp_path, HAN, encoding))
    inside = [("scene", "渡口", []), ("scene", "小船", [])]
    assert shape(novel.items) == [("part", "上卷", [("chapter", "风起", inside)])]
    assert (novel.language, novel.of_kind(ItemKind.SCENE)[0].target) == ("zh", 1200)
    assert novel.encoding


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Title\nA\nB\n", [("chapter", "A", []), ("chapter", "B", [])]),
        ("Chapter,Title\n1,A\n2,B\n", [("chapter", "A", []), ("chapter", "B", [])]),
        ("Chapter,Title\n1,A\n1,B\n",
         [("chapter", "", [("scene", "A", []), ("scene", "B", [])])]),
        ("Chapter,Title\nOne,A\n", [("chapter", "One", [("scene", "A", [])])]),
        ("Chapter,Scene,Title\n1,1,A\n1,2,B\n2,1,C\n",
         [("chapter", "", [("scene", "A", []), ("scene", "B", [])]),
          ("chapter", "", [("scene", "C", [])])]),
        ("Level,Title\n1,A\n2,B\n", [("chapter", "A", [("scene", "B", [])])]),
        ("Level,Title\n1,A\n3,B\n5,C\n",
         [("part", "A", [("chapter", "B", [("scene", "C", [])])])]),
        ("sep=;\nLEVEL;Name\n章;A,B\n", [("chapter", "A,B", [])]),
        ('"Title:"\n\n  \nA\n', [("chapter", "A", [])]),
        ("Level,Title\nshelf,A\n", [("scene", "A", [])]),
        ("Chapter,Synopsis\nOne,x\nOne,y\n", [("chapter", "One", [("scene", "", [])])]),
    ],
)  # fmt: skip
def test_other_tables(tmp_path: Path, text: str, wanted: list[object]) -> None:
    assert shape(read(tmp_path, text).items) == wanted


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", SourceEmptyError), ("a,b\n1,2\n", SourceHeadingsError), ("Title\n", SourceEmptyError),
        ("Once upon a time.\n", SourceHeadingsError),
        ("Title" + "," * 6_000_000, SourceHeadingsError),
    ],
)  # fmt: skip
def test_what_is_no_outline_is_said(tmp_path: Path, text: str, error: type[SourceError]) -> None:
    with pytest.raises(error):
        read(tmp_path, text)


def test_every_item_stands_where_it_may(tmp_path: Path) -> None:
    kinds = ["scene", "part", "folder", "note", "back", "chapter", "folder", "folder", "front"]
    rows = "\n".join(f"{kind},x" for kind in kinds * 50)
    novel = read(tmp_path, f"Level,Title\n{rows}\n")
    assert len(list(novel.walk())) == len(kinds) * 50
    assert all(
        may_contain(each.kind, child.kind) for each in novel.walk() for child in each.children
    )


def test_long_cells_and_open_quotes_cost_nothing(tmp_path: Path) -> None:
    novel = read(tmp_path, 'Title,Synopsis\nA,"' + "word " * 100_000)
    assert len(novel.items[0].synopsis) > 400_000
    assert len(read(tmp_path, "Title\n" + "x" * 5_000).items[0].title) == 1000


def test_its_name_tells_what_it_is_or_the_choice(tmp_path: Path) -> None:
    path = written(tmp_path, "Title\nA\n")
    assert format_of(path) is ImportFormat.CSV
    other = path.rename(tmp_path / "outline.data")
    assert read_source(other, ImportOptions(format=ImportFormat.CSV)).items[0].title == "A"


def test_damaged_copies_end_in_a_novel_or_a_sentence(tmp_path: Path) -> None:
    path = written(tmp_path, LEVELS)
    for copy in damaged(path.read_bytes()):
        path.write_bytes(copy)
        assert outcome(read_source, path)
