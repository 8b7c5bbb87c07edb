# SPDX-License-Identifier: MIT
"""JSON of whole novels, as it should not be: every file ends in a novel or a sentence."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from novelist.domain.enums import ImportFormat
from novelist.domain.outline import may_contain
from novelist.errors import (
    SourceDamagedError,
    SourceEmptyError,
    SourceError,
    SourceTooManyLinesError,
    UnknownFormatError,
)
from novelist.importers.base import read_source
from novelist.importers.formats import format_of
from novelist.importers.imported import ImportedItem, ImportedNovel, WarningKind
from novelist.importers.json_novel import outline
from tests.importers.mutations import damaged, outcome

SCENE: dict[str, Any] = {"kind": "scene", "depth": 0, "text": [["p", ["The tide."]]]}


def written(tmp_path: Path, **values: Any) -> Path:
    path = tmp_path / "novel.json"
    path.write_text(json.dumps({"novelist_novel": 1, **values}), encoding="utf-8")
    return path


def told(novel: ImportedNovel, kind: WarningKind) -> list[str]:
    return [str(each).removeprefix(f"{kind}: ") for each in novel.warnings if each.kind is kind]


def test_it_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = written(tmp_path, outline=[SCENE]).rename(tmp_path / "novel.txt")
    assert format_of(path) is ImportFormat.JSON
    assert read_source(path).items[0].document.plain_text == "The tide."


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", SourceEmptyError), ("{", SourceDamagedError), ("[]", UnknownFormatError),
        ('{"novelist_novel": 2}', UnknownFormatError), ('{"novelist": 1}', UnknownFormatError),
        ('{"novelist_novel": true}', UnknownFormatError),
        ('{"novelist_novel": 1}', SourceEmptyError), ("[" * 100_000, SourceDamagedError),
        ('{"novelist_novel": 1, "x": NaN}', SourceDamagedError),
        ('{"novelist_novel": 1, "x": 1e999}', SourceDamagedError),
        ("[" + "[]," * 6_000_000 + "[]]", SourceDamagedError),
        ('{"novelist_novel": 1, "x": ' + "9" * 5_000 + "}", SourceDamagedError),
    ],
)  # fmt: skip
def test_what_is_no_novel_is_said(tmp_path: Path, text: str, error: type[SourceError]) -> None:
    path = tmp_path / "novel.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error):
        read_source(path)


@pytest.mark.parametrize("value", [None, 1, True, "x", [], [1], {}, {"a": 1}, -5, 1e300, "\ud83d"])
@pytest.mark.parametrize(
    "key",
    ["title", "language", "details", "statuses", "labels", "pictures", "kind", "depth", "text",
     "target", "comments", "status", "in_manuscript", "file"],
)  # fmt: skip
def test_values_of_another_type_cost_no_more_than_themselves(
    tmp_path: Path, key: str, value: object
) -> None:
    path = written(tmp_path, **{key: value}, outline=[SCENE, {**SCENE, key: value}])
    novel = read_source(path)
    assert novel.items[0].document.plain_text == "The tide."
    novel.title.encode()


def test_blocks_that_are_none_are_left_out_and_named(tmp_path: Path) -> None:
    deep: object = "x"
    for _ in range(200):
        deep = [deep]
    text = [["p", ["One."]], "no block", ["p", [7]], ["p", [], {"a": deep}], ["p", ["Two."]]]
    novel = read_source(written(tmp_path, outline=[{**SCENE, "title": "Pier", "text": text}]))
    assert [block.plain_text for block in novel.items[0].document] == ["One.", "Two."]
    assert told(novel, WarningKind.DAMAGED) == ["text “Pier”"]


def test_items_stand_where_they_may(tmp_path: Path) -> None:
    kinds = ["scene", "part", "part", "chapter", "chapter", "scene", "folder", "note", "nothing"]
    outline = [{"kind": kind, "depth": depth} for depth, kind in enumerate(kinds * 40)]
    outline += [{"kind": "folder", "depth": depth} for depth in range(3_000)]
    novel = read_source(written(tmp_path, outline=outline))
    assert len(list(novel.walk())) == 8 * 40 + 3_000
    assert all(may_contain(None, each.kind) for each in novel.items)
    assert all(_is_allowed(each) for each in novel.walk())


def _is_allowed(item: ImportedItem) -> bool:
    return all(may_contain(item.kind, each.kind) for each in item.children)


def test_only_whole_pictures_with_their_own_digest_are_kept(tmp_path: Path) -> None:
    pictures = {"a" * 32: base64.b64encode(b"GIF89a").decode(), "b": "!", "c": 5}
    novel = read_source(written(tmp_path, outline=[SCENE], pictures=pictures))
    assert not novel.pictures
    assert len(told(novel, WarningKind.DAMAGED)) == 3


def test_texts_lie_beside_the_file_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("What nobody should read.\n")
    inside = tmp_path / "mirror"
    inside.mkdir()
    (inside / "one.md").write_text("---\nnovelist: 1\n---\n\nThe *tide*.\n")
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    names = ["one.md", "../secret.md", "link.md", str(tmp_path / "secret.md"), "one.txt", "no.md"]
    novel = read_source(
        written(inside, outline=[{"kind": "scene", "file": name} for name in names])
    )
    texts = [item.document.plain_text for item in novel.items]
    assert texts == ["The tide.", "", "", "", "", ""]
    assert len(told(novel, WarningKind.DAMAGED)) == 5


@pytest.mark.parametrize("name", ["x" * 5_000 + ".md", "\0.md", "con.md", "a/" * 3_000 + ".md"])
def test_a_name_that_no_file_can_have_is_no_file(tmp_path: Path, name: str) -> None:
    novel = read_source(written(tmp_path, outline=[SCENE, {"kind": "scene", "file": name}]))
    assert [item.document.plain_text for item in novel.items] == ["The tide.", ""]
    assert all(len(text) <= 310 for text in told(novel, WarningKind.DAMAGED))


def test_one_file_for_very_many_items_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline, "MOST_LINES", 50)
    (tmp_path / "one.md").write_text("One.\n\nTwo.\n\nThree.\n")
    items = [{"kind": "scene", "file": "one.md"}]
    assert read_source(written(tmp_path, outline=items * 16)).items
    with pytest.raises(SourceTooManyLinesError):
        read_source(written(tmp_path, outline=items * 17))


def test_more_fields_than_a_form_has_are_left_and_named(tmp_path: Path) -> None:
    fields = [[str(number), "x"] for number in range(1_200)]
    entity = {"kind": "place", "name": "Pier", "fields": fields}
    novel = read_source(written(tmp_path, outline=[SCENE], entities=[entity]))
    assert len(novel.entities[0].fields) == 1_000
    assert told(novel, WarningKind.LEFT) == ["custom-fields × 200"]


def test_a_byte_that_is_no_character_costs_that_character(tmp_path: Path) -> None:
    path = written(tmp_path, outline=[SCENE, {**SCENE, "title": "a\ufffdb"}])
    path.write_bytes(path.read_bytes().replace(b"tide", b"t\xffd\x07"))
    novel = read_source(path)
    assert novel.items[0].document.plain_text == "The t\ufffdd\x07."
    replaced = [each.count for each in novel.warnings if each.kind is WarningKind.REPLACED]
    assert replaced == [2]


def test_unknown_keys_are_named_but_not_without_end(tmp_path: Path) -> None:
    novel = read_source(written(tmp_path, outline=[SCENE], **{f"x{n}": n for n in range(2_000)}))
    assert 100 < len(told(novel, WarningKind.LEFT)) < 600


def test_damaged_copies_end_in_a_novel_or_a_sentence(tmp_path: Path) -> None:
    path = written(tmp_path, title="Tides", statuses=[{"name": "Draft"}], outline=[SCENE] * 3)
    for copy in damaged(path.read_bytes()):
        path.write_bytes(copy)
        assert outcome(read_source, path)
