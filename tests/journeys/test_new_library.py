# SPDX-License-Identifier: MIT
"""A new library beside one that is not there."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from novelist.ui.new_library import free_beside
from tests.journeys.faults import begin, said_on_opening, take_way, text_in
from tests.journeys.program import live


def choose_name(program, path):
    """Ask for a new library on the opening page, and name it so."""
    take_way(program, "New library…")
    dialog = program.window.findChild(QFileDialog, "new_library_dialog")
    proposed = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path or proposed[0]))
    dialog.close()
    program.window.activateWindow()


def test_one_is_begun_beside_the_missing_one_whose_place_stays_free(qapp, harbour, tmp_path):
    harbour.unlink()
    made = tmp_path / "Harbour 2.novelist"

    async def journey(program):
        choose_name(program, None)
        await program.until(lambda: program.window.current_page == "shelf", "no shelf")
        assert program.controller.context.library == made
        await begin(program, "Anew.")

    live(qapp, journey, harbour)
    assert text_in(made) == "Anew."
    assert not harbour.exists()


def test_nothing_is_made_in_the_place_of_the_missing_one_or_of_a_file(qapp, harbour, tmp_path):
    harbour.unlink()
    other = tmp_path / "Other.novelist"
    other.write_text("Call me Ishmael.")

    async def journey(program):
        choose_name(program, harbour)
        assert "Choose another name" in program.window.toast.text
        choose_name(program, other)
        assert "“Other.novelist” is there already" in program.window.toast.text
        await program.controller.tasks.finish()
        assert "is not there" in said_on_opening(program)

    live(qapp, journey, harbour)
    assert not harbour.exists()
    assert other.read_text() == "Call me Ishmael."


def test_the_name_proposed_is_free_and_in_a_folder_that_is_there(novelist_home, tmp_path):
    (tmp_path / "Harbour 2.novelist").touch()
    assert free_beside(tmp_path / "Harbour.novelist") == tmp_path / "Harbour 3.novelist"
    beside = free_beside(tmp_path / "unplugged" / "Harbour.novelist")
    assert novelist_home in beside.parents
    assert beside.name == "Harbour 2.novelist"
