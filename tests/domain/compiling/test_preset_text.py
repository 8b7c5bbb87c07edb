# SPDX-License-Identifier: MIT
"""Presets as text: what is written is read again, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.compiling.papers import PAPERS, inner_margin
from novelist.domain.compiling.preset_text import from_text, settings_as_json, to_text
from novelist.domain.compiling.settings import (
    ChapterStart,
    CompileSettings,
    Content,
    Extent,
    Headings,
    Numbering,
    Page,
    Preset,
    Quotes,
    RunningHead,
    Typography,
)
from novelist.domain.enums import ExportFormat
from novelist.errors import PresetDamagedError, PresetTooNewError

_WORDS = st.text(max_size=30)
_SETTINGS = st.builds(
    CompileSettings,
    format=st.sampled_from(ExportFormat),
    per_chapter=st.booleans(),
    content=st.builds(
        Content,
        extent=st.sampled_from(Extent),
        amount=st.integers(1, 1000),
        statuses=st.lists(_WORDS, max_size=3).map(tuple),
        title_page=st.booleans(),
    ),
    headings=st.builds(
        Headings, numbering=st.sampled_from(Numbering), chapter=_WORDS, scene_break=_WORDS
    ),
    typography=st.builds(Typography, quotes=st.sampled_from(Quotes), dashes=st.booleans()),
    page=st.builds(
        Page,
        paper=st.sampled_from(sorted(PAPERS)),
        size=st.floats(6, 30),
        chapter_start=st.sampled_from(ChapterStart),
        running_head=st.sampled_from(RunningHead),
    ),
)


@given(_SETTINGS)
def test_what_is_written_is_read_again(settings: CompileSettings) -> None:
    preset = Preset("Mine 我的", settings)
    assert from_text(to_text(preset)) == preset


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert settings_as_json(CompileSettings()) == {}
    settings = replace(CompileSettings(), page=Page(paper="5x8"))
    assert settings_as_json(settings) == {"page": {"paper": "5x8"}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 5000,
        '{"novelist-preset": "1", "name": "x", "settings": {}}',
        '{"novelist-preset": 1, "settings": {}}',
        '{"novelist-preset": 1, "name": " ", "settings": {}}',
        '{"novelist-preset": 1, "name": "x"}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": []}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": {"paper": "skin"}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": {"size": 1e9}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": {"size": "11"}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": {"size": NaN}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"page": {"mirrored": 1}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"content": {"amount": 2.5}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"content": {"extent": "most"}}}',
        '{"novelist-preset": 1, "name": "x", "settings": {"content": {"statuses": "Idea"}}}',
    ],
)
def test_what_is_no_preset_is_refused(text: str) -> None:
    with pytest.raises(PresetDamagedError):
        from_text(text)


def test_one_of_a_newer_program_is_refused() -> None:
    with pytest.raises(PresetTooNewError):
        from_text('{"novelist-preset": 2, "name": "x", "settings": {"colour": "red"}}')


def test_what_is_unknown_is_left_out() -> None:
    found = {"novelist-preset": 1, "name": "x", "settings": {"later": 1, "page": {"sheen": 2}}}
    assert from_text(json.dumps(found)).settings == CompileSettings()


def test_the_inner_margin_grows_with_the_book() -> None:
    book = PAPERS["5x8"]
    margins = [inner_margin(book, pages) for pages in (100, 200, 400, 600, 800)]
    assert margins == sorted(set(margins))
    assert margins[0] >= 0.375 * 25.4
    assert margins[-1] >= 0.875 * 25.4
    assert inner_margin(PAPERS["a4"], 800) == PAPERS["a4"].inside
