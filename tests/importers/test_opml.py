# SPDX-License-Identifier: MIT
"""Outlines in OPML."""

from __future__ import annotations

from pathlib import Path

import pytest

from novelist.domain.entities import EntityField
from novelist.domain.outline import may_contain
from novelist.errors import SourceDamagedError, SourceEmptyError, SourceError, UnknownFormatError
from novelist.importers.imported import ImportedItem, ImportedNovel, ImportOptions
from novelist.importers.opml.reader import read_opml
from tests.importers.mutations import damaged, outcome

OUTLINE = """<opml version="2.0"><head><title>Tides</title><ownerName>A. Writer</ownerName></head>
<body><outline text="Part"><outline text="One" _note="She leaves.&#10;He stays." mood="dark">
<outline text="Pier"/><outline text="Boat" isComment="true"/></outline></outline>
<outline text="Epilogue"/></body></opml>"""


def read(path: Path) -> ImportedNovel:
    return read_opml(path, ImportOptions(), lambda done: None)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "outline.opml"
    path.write_text(text, encoding="utf-8")
    return path


def shape(items: list[ImportedItem]) -> list[object]:
    return [(each.kind.value, each.title, shape(each.children)) for each in items]


def test_rows_are_parts_chapters_and_scenes(tmp_path: Path) -> None:
    novel = read(written(tmp_path, OUTLINE))
    assert (novel.title, novel.author) == ("Tides", "A. Writer")
    assert shape(novel.items) == [
        ("part", "Part", [
            ("chapter", "One", [("scene", "Pier", []), ("scene", "Boat", [])]),
        ]),
        ("chapter", "Epilogue", []),
    ]  # fmt: skip


def test_notes_are_synopses_and_all_else_is_kept(tmp_path: Path) -> None:
    chapter = read(written(tmp_path, OUTLINE)).items[0].children[0]
    assert chapter.synopsis == "She leaves.\nHe stays."
    assert chapter.fields == [EntityField("mood", "dark")]
    assert [each.in_manuscript for each in chapter.children] == [True, False]


def test_a_list_without_levels_is_chapters(tmp_path: Path) -> None:
    rows = '<outline text="A"/><outline text="B"/>'
    novel = read(written(tmp_path, f"<opml><body>{rows}</body></opml>"))
    assert shape(novel.items) == [("chapter", "A", []), ("chapter", "B", [])]


def test_deep_outlines_stand_where_they_may(tmp_path: Path) -> None:
    rows = '<outline text="x">' * 200 + "</outline>" * 200
    novel = read(written(tmp_path, f"<opml><body>{rows}</body></opml>"))
    assert len(list(novel.walk())) == 200
    assert all(may_contain(None, each.kind) for each in novel.items)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", SourceEmptyError), ("<opml>", SourceDamagedError), ("<html/>", UnknownFormatError),
        ("<opml><body/></opml>", SourceEmptyError),
    ],
)  # fmt: skip
def test_what_is_no_outline_is_said(tmp_path: Path, text: str, error: type[SourceError]) -> None:
    with pytest.raises(error):
        read(written(tmp_path, text))


def test_damaged_outlines_end_in_a_novel_or_a_sentence(tmp_path: Path) -> None:
    path = written(tmp_path, OUTLINE)
    for copy in damaged(path.read_bytes()):
        path.write_bytes(copy)
        assert outcome(read, path)
