# SPDX-License-Identifier: MIT
"""The sample novels: of a size to look around in, and showing what a text can hold."""

import tomllib

import pytest

from novelist import paths
from novelist.domain import document as d
from novelist.domain.enums import Hue, ItemKind
from novelist.importers.base import read_source

FOLDER = paths.resources() / "sample"
LANGUAGES = ["en", "zh"]
SHORTEST = {"en": 2500, "zh": 4000}


def novel(language):
    return read_source(FOLDER / f"sample-{language}.md")


def described(language):
    with (FOLDER / "sample.toml").open("rb") as file:
        return tomllib.load(file)[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_is_a_short_whole_novel(language):
    sample = novel(language)
    assert sample.warnings == []
    assert SHORTEST[language] <= sample.counts().words <= SHORTEST[language] + 1000
    kinds = [item.kind for item in sample.walk()]
    assert (kinds.count(ItemKind.PART), kinds.count(ItemKind.CHAPTER)) == (2, 6)
    assert 10 <= kinds.count(ItemKind.SCENE) <= 15
    assert kinds.count(ItemKind.NOTE) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_shows_what_a_text_can_hold(language):
    blocks = [block for item in novel(language).walk() for block in item.document]
    assert {d.SCENE_BREAK, d.LETTER, d.VERSE, d.LIST_ITEM} <= {block.kind for block in blocks}
    marks = {mark.name for block in blocks for each in block.inlines for mark in each.marks}
    assert {d.EMPHASIS, d.STRONG} <= marks
    assert not any("*" in block.plain_text or "{" in block.plain_text for block in blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scene_of_a_sample_is_described_with_known_names(language):
    given = described(language)
    with (paths.resources() / "presets" / "statuses.toml").open("rb") as file:
        statuses = {status["name"] for status in tomllib.load(file)[language]}
    labels = {label["name"] for label in given["labels"]}
    titles = [item["title"] for item in given["items"]]
    scenes = [item.title for item in novel(language).of_kind(ItemKind.SCENE)]
    assert [title for title in titles if title in scenes] == scenes
    assert set(titles) <= {item.title for item in novel(language).walk()}
    assert {item["status"] for item in given["items"] if "status" in item} == statuses
    assert {item["label"] for item in given["items"] if "label" in item} == labels
    assert {label["hue"] for label in given["labels"]} <= set(Hue)
