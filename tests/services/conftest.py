# SPDX-License-Identifier: MIT
"""A library on disk for every test of the services."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from novelist.services.library.library import close_library, open_library


class Loop:
    """Runs coroutines one after another on one loop, as the program does."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._runner = runner

    def __call__(self, coroutine):
        return self._runner.run(coroutine)


@pytest.fixture
def loop() -> Iterator[Loop]:
    with asyncio.Runner() as runner:
        yield Loop(runner)


# Modules whose tests run on a library file and on a real server.
EVERYWHERE = (
    "test_attachments",
    "test_comments",
    "test_conflicts",
    "test_entities",
    "test_finding",
    "test_history",
    "test_importing_and_exporting",
    "test_known_words",
    "test_novels",
    "test_outline",
    "test_replacing",
    "test_sample",
    "test_search",
    "test_texts",
    "test_writing_days",
)
FILE_ONLY = (
    "test_a_copied_novel_brings_the_pictures_of_all_its_versions",
    "test_a_damaged_picture_is_told_and_salvage_keeps_the_others",
    "test_they_come_along_with_a_novel_from_elsewhere",
    "test_a_damaged_version_says_so_and_the_text_is_whole",
    "test_a_long_history_comes_in_pages",
    "test_a_step_about_an_entity_that_is_gone_for_ever_is_left_out",
    "test_an_undo_never_writes_over_what_somebody_else_wrote",
    "test_damage_is_noticed_when_the_text_is_loaded",
    "test_markdown_takes_the_pictures_along_and_brings_them_back",
    "test_saving_counts_and_digests",
    "test_the_novel_since_a_moment",
    "test_no_time_is_negative",
    "test_they_come_along_with_a_novel_out_of_a_backup",
    "test_what_an_older_program_threw_away_is_told",
    "test_what_was_written_on_a_day",
)  # those in them that are about a file


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what promises the same of both kinds on both."""
    if "library" not in metafunc.fixturenames or metafunc.function.__name__ in FILE_ONLY:
        return
    if metafunc.module.__name__.rpartition(".")[2] in EVERYWHERE:
        server = pytest.param("server", marks=pytest.mark.xdist_group("server"))
        metafunc.parametrize("library", ["file", server], indirect=True)


@pytest.fixture
def library(request, tmp_path, loop):
    """An open, empty library; where it is."""
    if getattr(request, "param", "file") == "server":
        place = request.getfixturevalue("server_library").place
    else:
        place = tmp_path / "Novels.novelist"
    loop(open_library(place, create=True))
    yield place
    loop(close_library())
