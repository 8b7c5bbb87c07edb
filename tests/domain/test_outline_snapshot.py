# SPDX-License-Identifier: MIT
"""What a named moment of a novel packs: items, and the story bible."""

import json
import zlib

import pytest

from novelist.domain.bible_snapshot import BibleSnapshot
from novelist.domain.entities import EntityField
from novelist.domain.outline_snapshot import COLUMNS, pack_outline, unpack_bible, unpack_outline
from novelist.errors import RevisionDamagedError

ITEMS = {7: dict.fromkeys(COLUMNS, None) | {"title": "Tide", "kind": "scene", "position": 1}}
INES = {
    "kind": "character",
    "position": 1024,
    "name": "Ines",
    "summary": "",
    "notes": "Two\nlines.",
    "aliases": ("她", "Miss"),
    "fields": (EntityField("Wants", "rest"), EntityField("Wants", "")),
}
BIBLE = BibleSnapshot({3: INES}, {7: (EntityField("Weather", "fog"),)})


def test_items_and_bible_come_out_as_they_went_in():
    packed = pack_outline(ITEMS, BIBLE)
    assert unpack_outline(packed) == ITEMS
    assert unpack_bible(packed) == BIBLE


def test_an_older_moment_has_no_bible_and_one_of_an_empty_bible_has():
    assert unpack_bible(pack_outline(ITEMS)) is None
    assert unpack_bible(pack_outline(ITEMS, BibleSnapshot())) == BibleSnapshot()


def test_what_a_newer_version_knows_besides_is_left_out():
    value = json.loads(zlib.decompress(pack_outline(ITEMS, BIBLE)))
    value["bible"]["columns"].append("colour")
    value["bible"]["entities"][0].append("red")
    assert unpack_bible(zlib.compress(json.dumps(value).encode())) == BIBLE


def test_under_other_ids_what_has_none_is_left_out():
    moved = BIBLE.moved({3: 30}, {})
    assert moved == BibleSnapshot({30: INES}, {})


@pytest.mark.parametrize("bible", [{}, {"columns": ["id"], "entities": [[1]], "fields": []}, 5])
def test_a_damaged_bible_is_named(bible):
    value = json.loads(zlib.decompress(pack_outline(ITEMS))) | {"bible": bible}
    with pytest.raises(RevisionDamagedError):
        unpack_bible(zlib.compress(json.dumps(value).encode()))
