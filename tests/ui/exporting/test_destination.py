# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.exporting.destination``."""

from __future__ import annotations

from pathlib import Path

from novelist.domain.enums import ExportFormat
from novelist.ui.exporting.destination import adapted_output, default_output, is_taken

FOLDER = Path("/books")
MARKDOWN, HTML = ExportFormat.MARKDOWN, ExportFormat.HTML


def test_the_first_name_is_the_title_made_safe():
    one = default_output(FOLDER, "What? A/B", MARKDOWN, per_chapter=False)
    assert one == FOLDER / "What A B.md"
    assert default_output(FOLDER, "雾港来信", MARKDOWN, per_chapter=True) == FOLDER / "雾港来信"


def test_a_title_without_a_name_in_it_still_gives_one():
    assert default_output(FOLDER, "???", MARKDOWN, per_chapter=False) == FOLDER / "Novel.md"


def test_another_format_changes_the_extension():
    output = adapted_output(FOLDER / "Tides.md", HTML, per_chapter=False)
    assert output == FOLDER / "Tides.html"


def test_a_dot_in_the_title_is_no_extension():
    output = adapted_output(FOLDER / "Dr. Wren.md", HTML, per_chapter=False)
    assert output == FOLDER / "Dr. Wren.html"
    assert adapted_output(FOLDER / "Dr. Wren", HTML, per_chapter=True) == FOLDER / "Dr. Wren"


def test_one_file_per_chapter_needs_a_folder_and_back():
    folder = adapted_output(FOLDER / "Tides.md", MARKDOWN, per_chapter=True)
    assert folder == FOLDER / "Tides"
    assert adapted_output(folder, MARKDOWN, per_chapter=False) == FOLDER / "Tides.md"


def test_an_empty_folder_is_free_and_a_full_one_is_taken(tmp_path):
    assert not is_taken(tmp_path, per_chapter=True)
    (tmp_path / "01.md").touch()
    assert is_taken(tmp_path, per_chapter=True)
    assert is_taken(tmp_path / "01.md", per_chapter=False)
    assert not is_taken(tmp_path / "02.md", per_chapter=False)
