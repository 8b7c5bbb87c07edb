# SPDX-License-Identifier: MIT
"""What a person sees of trouble in the window, and what the library holds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from novelist import paths
from novelist.services import novels
from novelist.services.library import library
from novelist.ui.opening_page import OpeningWay


async def make(path, title="Harbour"):
    await library.open_library(path, create=True)
    await novels.create_novel(title=title, language="en")
    await library.close_library()


async def begin(program, words="Before. "):
    """Write in a new novel; its words are on disk."""
    program.controller.shelf.create_novel()
    await program.until(lambda: program.page.hasFocus(), "no page to write on")
    program.type(words)
    await program.saved()


def banner_of(program):
    return program.controller.banner


async def trouble(program, said):
    """The banner with these words, and an emergency copy."""
    await program.until(lambda: banner_of(program).isVisible(), "no banner")
    await program.until(lambda: program.controller.faults.keeper.path is not None, "no copy")
    told = banner_of(program).accessibleName()
    assert said in told, told
    assert "in memory and in an emergency copy" in told, told
    assert "paused" in program.child("status_saved").text()


def ways(program):
    """The buttons of the banner that can be seen, by name."""
    return {
        child.objectName()
        for child in banner_of(program).findChildren(QWidget)
        if child.objectName().startswith("storage_") and child.isVisible()
    }


def kept_text(program):
    return program.controller.faults.keeper.path.read_text("utf-8")


async def saved_again(program):
    await program.saved()
    assert not banner_of(program).isVisible()
    keeper = program.controller.faults.keeper
    await program.until(lambda: keeper.path is None, "the emergency copy is still there")


def texts_in(path):
    """What all scenes hold."""
    with closing(sqlite3.connect(path)) as connection:
        return [text for (text,) in connection.execute("SELECT plain_text FROM scene_bodies")]


def text_in(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT plain_text FROM scene_bodies ORDER BY length(plain_text) DESC"
        ).fetchone()[0]


HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2].split(";"):
    held.execute(statement)
print("held", flush=True)
sys.stdin.read()
"""


ALONE = "PRAGMA locking_mode=EXCLUSIVE; BEGIN IMMEDIATE; UPDATE novels SET title = title; COMMIT"


@contextmanager
def held_alone(path, how=ALONE):
    """Another program, which lets nobody read the library until it is ended."""
    command = [sys.executable, "-c", HOLD, path, how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        yield other
        if not other.stdin.closed:
            other.stdin.close()


def said_on_opening(program):
    """Every sentence on the page of a library that cannot be opened."""
    labels = program.window.opening.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def opening_ways(program):
    """The words of the button of that page, then those of the links that can be seen."""
    page = program.window.opening
    links = [page.findChild(QPushButton, way.value) for way in OpeningWay]
    button = page.findChild(QPushButton, "empty_state_action")
    return [button.text(), *sorted(link.text() for link in links if link.isVisible())]


def take_way(program, words):
    """Press what says these words on that page."""
    buttons = program.window.opening.findChildren(QPushButton)
    program.click(next(each for each in buttons if each.isVisible() and each.text() == words))


def notice_of(program):
    return program.controller.faults.notice


async def noticed(program, said):
    await program.until(lambda: notice_of(program).isVisible(), "no notice")
    assert said in notice_of(program).accessibleName()


async def offered(program):
    await program.until(lambda: program.controller.faults._found is not None, "no sheet")
    sheet = program.controller.faults._found
    await program.until(sheet.isVisible, "no sheet")
    return sheet


def left_copies():
    return list((paths.data_folder() / "Emergency copies").glob("*.json"))
