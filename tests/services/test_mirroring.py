# SPDX-License-Identifier: MIT
"""A mirror holds what the library holds, writes what changed, and touches nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from novelist.domain.document import Block, Document, Run, document_of
from novelist.errors import DestinationError, DestinationTakenError
from novelist.exporters.json_novel import json_of
from novelist.importers.base import read_source
from novelist.services import novels, outline, texts
from novelist.services.exporting import mirroring
from novelist.services.exporting.mirroring import MANIFEST, mirror_library
from novelist.services.exporting.novel_records import load_record
from novelist.services.importing.importing import import_novel
from tests.corpora import corpus
from tests.services.test_importing_and_exporting import small_novel
from tests.services.test_whole_novels import everything

BOOKS = ["novels-en/moby-dick.txt", "novels-zh/三国演义.txt"]


def tree(folder):
    """Every file with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def novel(library, loop):
    return loop(import_novel(small_novel())).novel_id


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "mirror"


def mirror(loop, folder, **options):
    return loop(mirror_library(folder, "Novels", **options))


def rewrite(loop, novel, words):
    item = next(each for each in loop(outline.load_outline(novel)) if each.kind == "scene")
    loop(texts.save_text(loop(texts.load_text(item.id)).body, document_of(words)))
    return item


def test_every_text_is_a_file_and_the_rest_is_beside_it(novel, loop, folder):
    result = mirror(loop, folder)
    names = {name.rpartition("/")[2] for name in tree(folder)}
    assert {"One [5].md", "Ideas [2].md", "novel.json", "outline.md", "README.md"} <= names
    assert (result.novels, result.files, result.written) == (1, 7, 7)
    (scene,) = folder.glob("Harbour*/One*.md")
    assert "The tide came in." in scene.read_text()
    assert "(<One [5].md>)" in (scene.parent / "outline.md").read_text()


def test_only_what_changed_is_written(novel, loop, folder):
    mirror(loop, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert mirror(loop, folder).written == 0
    rewrite(loop, novel, "High water.")
    assert mirror(loop, folder).written == 1
    changed = [path for path, then in before.items() if path.stat().st_mtime_ns != then]
    assert [path.name.partition(" ")[0] for path in changed if path.name != MANIFEST] == ["One"]


def test_the_same_library_gives_the_same_bytes(novel, loop, folder, tmp_path):
    mirror(loop, folder)
    mirror(loop, tmp_path / "other")
    assert tree(folder) == tree(tmp_path / "other")


def test_what_is_gone_from_the_library_goes_and_nothing_else_does(novel, loop, folder):
    mirror(loop, folder)
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("mine")
    (folder / "own.md").write_text("mine")
    (scene,) = folder.glob("Harbour*/Ideas*.md")
    (scene.parent / "own [99].md").write_text("mine")
    note = next(each for each in loop(outline.load_outline(novel)) if each.kind == "note")
    loop(outline.trash_items(novel, ids=[note.id]))
    assert mirror(loop, folder).removed == 1
    assert not scene.exists()
    kept = [name for name, data in tree(folder).items() if data == b"mine"]
    assert [name.rpartition("/")[2] for name in kept] == ["config", "own [99].md", "own.md"]
    loop(novels.trash_novel(novel))
    mirror(loop, folder)
    left = {name.rpartition("/")[2] for name in tree(folder)}
    assert left == {"config", "own [99].md", "own.md", "README.md", MANIFEST}


def test_what_somebody_wrote_into_a_file_that_is_gone_stays(novel, loop, folder):
    mirror(loop, folder)
    (scene,) = folder.glob("Harbour*/Ideas*.md")
    scene.write_text("mine")
    loop(novels.trash_novel(novel))
    assert mirror(loop, folder).left == (scene,)
    assert scene.read_text() == "mine"


def test_a_file_in_the_way_is_left_and_told(novel, loop, folder):
    folder.mkdir()
    (folder / "README.md").write_text("mine")
    assert mirror(loop, folder).left == (folder / "README.md",)
    assert mirror(loop, folder).left == (folder / "README.md",)
    assert (folder / "README.md").read_text() == "mine"


def test_nothing_is_written_through_a_link(novel, loop, folder, tmp_path):
    mirror(loop, folder)
    (inside,) = folder.glob("Harbour*")
    elsewhere = tmp_path / "elsewhere"
    inside.rename(elsewhere)
    inside.symlink_to(elsewhere)
    before = tree(elsewhere)
    rewrite(loop, novel, "High water.")
    assert mirror(loop, folder).left
    loop(novels.trash_novel(novel))
    mirror(loop, folder)
    assert tree(elsewhere) == before


@pytest.mark.parametrize("when", range(1, 9))
def test_one_that_is_ended_half_way_is_whole_and_goes_on(novel, loop, folder, monkeypatch, when):
    mirror(loop, folder)
    before = tree(folder)
    rewrite(loop, novel, "High water.")
    loop(novels.rename_novel(novel, "Lighthouse"))
    swap, calls = mirroring.swap_in, []

    def ended(target, data):
        calls.append(target)
        if len(calls) == when:
            raise KeyboardInterrupt
        swap(target, data)

    monkeypatch.setattr(mirroring, "swap_in", ended)
    with pytest.raises(KeyboardInterrupt):
        mirror(loop, folder)
    monkeypatch.undo()
    half = tree(folder)
    mirror(loop, folder)
    after = tree(folder)
    half.pop(MANIFEST)
    assert all(data in (before.get(name), after.get(name)) for name, data in half.items())
    mirror(loop, folder.with_name("fresh"))
    assert after == tree(folder.with_name("fresh"))
    assert not any("Harbour" in name for name in after)


KILLED = """
import asyncio, os, sys
from pathlib import Path
from novelist.services.exporting import mirroring
from novelist.services.library.library import open_to_read
swap, calls = mirroring.swap_in, []
def ended(target, data):
    calls.append(target)
    if len(calls) == 4:
        mirroring.beside(target).write_bytes(data[: len(data) // 2])
        os._exit(9)
    swap(target, data)
mirroring.swap_in = ended
async def main():
    await open_to_read(Path(sys.argv[1]))
    await mirroring.mirror_library(Path(sys.argv[2]), "Novels")
asyncio.run(main())
"""


def test_one_that_is_killed_leaves_whole_files(novel, library, loop, folder):
    command = [sys.executable, "-c", KILLED, str(library), str(folder)]
    ended = subprocess.run(command, env=os.environ, check=False)
    assert ended.returncode == 9
    half = {name: data for name, data in tree(folder).items() if not name.endswith(".new")}
    mirror(loop, folder)
    after = tree(folder)
    assert {name: after[name] for name in half if name != MANIFEST} == {
        name: data for name, data in half.items() if name != MANIFEST
    }
    assert not any(name.endswith(".new") for name in after)


def test_the_mirror_of_another_library_is_not_overwritten(novel, loop, folder):
    mirror(loop, folder)
    before = tree(folder)
    with pytest.raises(DestinationTakenError):
        loop(mirror_library(folder, "Others"))
    assert tree(folder) == before
    assert loop(mirror_library(folder, "Others", replace=True)).written == 0


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/etc/out.txt", ".git/config", "a/../../out.txt", "out.txt", "a/.git", "C:/a/b",
     "a\\b/c", "a/b/c/d"],
)  # fmt: skip
def test_a_manifest_of_strangers_takes_nothing_away(novel, loop, folder, tmp_path, name):
    folder.mkdir()
    target = tmp_path / "out.txt"
    target.write_bytes(b"mine")
    (folder / "out.txt").write_bytes(b"mine")
    digest = mirroring._digest(b"mine")
    files = {name: [digest]}
    (folder / MANIFEST).write_text(json.dumps({"library": "Novels", "files": files}))
    mirror(loop, folder)
    assert target.read_bytes() == (folder / "out.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"files": 3}', "[" * 100_000])
def test_a_damaged_manifest_is_none(novel, loop, folder, text):
    mirror(loop, folder)
    (folder / MANIFEST).write_text(text)
    assert not mirror(loop, folder).left
    assert json.loads((folder / MANIFEST).read_text())["library"] == "Novels"


def test_a_folder_that_cannot_be_is_said(novel, loop, folder):
    folder.write_text("a file")
    with pytest.raises(DestinationError):
        mirror(loop, folder)


def test_a_novel_comes_back_out_of_its_mirror(library, loop, folder):
    novel = everything()
    scene = next(item for item in novel.walk() if item.title.startswith("The Ferry"))
    odd = Block("later", (Run("whole"),), {"deep": {"a": [1, None]}})
    kept = [block for block in scene.document if "\ud83d" not in block.plain_text]
    scene.document = Document((*kept, odd))
    novel_id = loop(import_novel(novel)).novel_id
    mirror(loop, folder)
    (path,) = folder.glob("Neaps*/novel.json")
    again = loop(import_novel(read_source(path))).novel_id
    wanted = loop(load_record(novel_id, with_trash=False))
    assert json_of(loop(load_record(again))) == json_of(wanted)


@pytest.mark.parametrize("book", BOOKS)
def test_books_come_back_out_of_their_mirrors(library, loop, folder, book):
    novel_id = loop(import_novel(read_source(corpus(book)))).novel_id
    mirror(loop, folder)
    (path,) = folder.glob("*/novel.json")
    again = loop(import_novel(read_source(path))).novel_id
    assert json_of(loop(load_record(again))) == json_of(loop(load_record(novel_id)))
