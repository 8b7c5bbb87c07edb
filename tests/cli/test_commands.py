# SPDX-License-Identifier: MIT
"""The headless commands, from the words that are typed to what is printed, on real libraries."""

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from novelist import paths
from novelist.cli import program
from novelist.db.lock import LibraryLock
from novelist.services.importing import importing
from tests.cli.conftest import STORY


def answer(told, *argv):
    status, out, err = told(*argv, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_import_makes_ones_own_library_and_says_what_came_in(told, source):
    found = answer(told, "import", source)
    assert found == {
        "novel_id": 1, "title": "The Ferry", "parts": 0, "chapters": 2, "scenes": 3, "words": 12,
        "characters": found["characters"], "entities": 0, "days": 0, "warnings": [],
    }  # fmt: skip
    assert paths.default_library().is_file()


def test_import_takes_a_title_and_names_what_to_look_at(told, source, tmp_path):
    source.write_bytes("一个很短的故事，没有章节。".encode("gb18030"))
    options = ("--title", "渡口", "--encoding", "gb18030", "--library", tmp_path / "L")
    status, out, _ = told("import", source, *options)
    assert status == 0
    assert out.startswith("Imported “渡口” as novel 1: 1 chapter, 1 scene, 11 characters.\nNote: ")


def test_export_writes_the_file(told, library, tmp_path):
    target = tmp_path / "out.txt"
    found = answer(told, "export", "The Ferry", "--output", target, "--library", library)
    assert found == {"path": str(target), "format": "text", "words": 12, "warnings": []}
    assert "Nobody waited." in target.read_text(encoding="utf-8")


def test_export_replaces_a_file_only_when_told_to(told, library, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("mine", encoding="utf-8")
    command = ("export", "1", "--output", target, "--library", library)
    status, out, complaint = told(*command)
    assert (status, out, target.read_text(encoding="utf-8")) == (1, "", "mine")
    assert "--force" in complaint
    assert complaint.count("\n") == 1
    assert told(*command, "--force")[0] == 0
    assert "Nobody waited." in target.read_text(encoding="utf-8")


def test_export_by_chapter_into_a_folder_that_has_such_files_writes_none(told, library, tmp_path):
    command = ("export", "1", "--output", tmp_path / "book", "--per-chapter", "--library", library)
    assert told(*command)[0] == 0
    files = sorted((tmp_path / "book").iterdir())
    files[0].unlink()
    assert told(*command)[0] == 1
    assert sorted((tmp_path / "book").iterdir()) == files[1:]
    assert told(*command, "--force")[0] == 0


def test_export_into_a_file_of_an_unknown_kind_names_the_kinds_and_writes_nothing(
    told, library, tmp_path
):
    target = tmp_path / "book.pages"
    status, _, complaint = told("export", 1, "--output", target, "--library", library)
    assert status == 2
    assert all(ending in complaint for ending in ("'.pdf'", "'.md'", "'.txt'", "'.html'"))
    assert "novelist export --help" in complaint
    assert not target.exists()
    assert told("export", 1, "--output", target, "--library", library, "--format", "text")[0] == 0


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.markdown", "markdown"), ("a.HTM", "html"), ("a", "markdown"), ("a.txt", "text")],
)
def test_export_takes_the_format_from_the_name(name, form, told, library, tmp_path):
    found = answer(told, "export", 1, "--output", tmp_path / name, "--library", library)
    assert found["format"] == form


def test_export_writes_one_file_a_chapter(told, library, tmp_path):
    folder = tmp_path / "book"
    options = ("--format", "html", "--per-chapter", "--library", library)
    status, out, _ = told("export", 1, "--output", folder, *options)
    assert (status, out) == (0, f"Wrote 12 words in 3 files to {folder}.\n")
    assert (folder / "index.html").is_file()


def test_list_shows_every_novel(told, library):
    (found,) = answer(told, "list", "--library", library)
    assert list(found) == ["id", "title", "chapters", "scenes", "words", "characters"]
    assert (found["title"], found["chapters"], found["words"]) == ("The Ferry", 2, 12)
    lines = told("list", "--library", library)[1].splitlines()
    assert lines[0].split() == ["id", "title", "chapters", "scenes", "length"]
    assert lines[1].split() == ["1", "The", "Ferry", "2", "3", "12", "words"]


def test_list_counts_a_chinese_novel_in_characters(told, source, tmp_path):
    source.write_text("雾港来信，一个很短的故事。", encoding="utf-8")
    place = tmp_path / "L"
    assert told("import", source, "--library", place)[0] == 0
    assert told("list", "--library", place)[1].splitlines()[1].endswith("11 characters")


def test_a_library_without_novels_says_how_to_begin(told, library):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE novels SET deleted_at = '2026-01-01'")
    status, out, _ = told("list", "--library", library)
    assert status == 0
    assert "novelist import" in out


def test_outline_is_nested_and_adds_up(told, library):
    found = answer(told, "outline", "the ferry", "--library", library)
    assert (found["kind"], found["title"], found["words"]) == ("novel", "The Ferry", 12)
    first, second = found["children"]
    assert [first["kind"], first["words"], second["words"]] == ["chapter", 7, 5]
    assert [scene["words"] for scene in first["children"]] == [5, 2]
    assert first["children"][0].keys() == {"id", "kind", "title", "words", "children"}


def test_outline_is_indented_for_people(told, library):
    lines = told("outline", "1", "--library", library)[1].splitlines()
    assert lines[0].split() == ["The", "Ferry", "12"]
    assert lines[1].startswith("  ")
    assert lines[2].startswith("    The ferry left at six.")


def test_a_novel_is_named_by_how_it_begins_in_any_case(told, library):
    assert told("outline", "the f", "--library", library)[0] == 0
    source = library.parent / "The Fog.txt"
    source.write_text(STORY, encoding="utf-8")
    assert told("import", source, "--library", library)[0] == 0
    status, _, complaint = told("outline", "the f", "--library", library)
    assert status == 1
    assert all(each in complaint for each in ("1 (The Ferry)", "2 (The Fog)"))


@pytest.mark.parametrize(
    "command", [["list"], ["outline", "1"], ["search", "ferry"], ["export", "1", "--output", "O"]]
)
def test_what_only_reads_works_while_another_program_has_the_library(
    command, told, library, tmp_path
):
    words = [tmp_path / "out.txt" if word == "O" else word for word in command]
    lock = LibraryLock(library)
    lock.acquire()
    before = library.read_bytes()
    status, out, complaint = told(*words, "--library", library)
    assert (status, complaint, bool(out)) == (0, "", True)
    assert told("import", tmp_path / "The Ferry.txt", "--library", library)[0] == 1
    lock.release()
    assert library.read_bytes() == before


def test_check_finds_a_sound_library(told, library):
    assert answer(told, "check", "--library", library) == {"ok": True, "problems": []}
    assert "sound" in told("check", "--library", library)[1]


def test_check_names_the_damage(told, library):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET digest = 'x' WHERE item_id = 3")
    status, out, err = told("check", "--library", library, "--json")
    found = json.loads(out)
    assert (status, found["ok"], len(found["problems"])) == (1, False, 1)
    assert "1 problem was found" in err
    assert told("check", "--library", library)[1] == found["problems"][0] + "\n"


def test_salvage_saves_what_is_left_and_says_what_is_not(told, library, tmp_path):
    spoiled = library.read_bytes().replace(b"Nobody waited", b"Nob\xff\xff\xff waited")
    library.write_bytes(spoiled)
    saved = tmp_path / "Saved.novelist"
    status, out, err = told("check", "--library", library, "--salvage", saved)
    assert (status, err) == (1, "")
    assert "Saved 1 novel, 2 texts" in out
    assert "Untitled" in out
    assert told("check", "--library", saved)[0] == 0
    assert told("list", "--library", saved)[1].count("The Ferry") == 1


def test_salvage_replaces_no_file(told, library, source):
    status, out, err = told("check", "--library", library, "--salvage", source)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert source.read_text("utf-8") == STORY


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["import", "nowhere.txt"], "There is no file"),
        (["import", "."], "folder"),
        (["list", "--library", "nowhere.novelist"], "There is no library"),
        (["list", "--library", "no/folder/x.novelist"], "There is no library"),
        (["check", "--library", "nowhere.novelist"], "There is no library"),
    ],
)
def test_a_failure_is_one_sentence(told, tmp_path, monkeypatch, argv, expected):
    monkeypatch.chdir(tmp_path)
    status, out, err = told(*argv)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("novelist: ")
    assert expected in err
    assert list(tmp_path.iterdir()) == []


def test_a_novel_that_is_not_there_is_named(told, library):
    status, _, err = told("outline", "Moby", "--library", library)
    assert status == 1
    assert "“Moby”" in err


def test_two_novels_of_one_title_are_told_apart_by_number(told, library, source):
    told("import", source, "--library", library)
    status, _, err = told("outline", "The Ferry", "--library", library)
    assert status == 1
    assert all(each in err for each in ("1 (The Ferry)", "2 (The Ferry)"))


def test_the_details_of_an_error_are_shown_when_asked_for(told, library):
    command = ("export", "1", "--output", library.parent / "no.txt" / "x", "--library", library)
    (library.parent / "no.txt").write_bytes(b"")
    assert "Traceback" not in told(*command)[2]
    assert "Traceback" in told(*command, "--debug")[2]


def test_stopping_is_a_sentence_and_leaves_nothing_behind(told, source, monkeypatch):
    async def stop(imported):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_novel", stop)
    status, out, err = told("import", source)
    assert (status, out, err[:18]) == (1, "", "novelist: Stopped.")


def test_an_unforeseen_error_is_a_sentence(told, library, monkeypatch):
    def fail(arguments, words):
        raise ZeroDivisionError

    monkeypatch.setattr(program, "_run", fail)
    assert told("list")[0] == 1


def test_chinese_is_spoken_on_request(told, library):
    status, out, _ = told("list", "--library", library, "--language", "zh_CN")
    assert (status, out.split()[:2]) == (0, ["编号", "书名"])


def run_python(code, *argv):
    return subprocess.run(
        [sys.executable, "-c", code, *argv], capture_output=True, text=True, encoding="utf-8"
    )


LOADED = "import sys; from novelist.cli import main; status = main({}); print(sorted(sys.modules))"


def test_help_loads_neither_qt_nor_the_store():
    done = run_python(LOADED.format(["--help"]))
    assert "novelist.cli" in done.stdout
    assert not any(
        name in done.stdout for name in ("'PySide6", "'sqlalchemy", "'qasync", "'chardet")
    )


def test_commands_do_not_load_qt(library):
    done = run_python(LOADED.format(["list", "--library", str(library)]))
    assert "sqlalchemy" in done.stdout
    assert "'PySide6" not in done.stdout


def test_a_reader_that_goes_away_is_no_error(library):
    command = [sys.executable, "-m", "novelist", "outline", "1", "--library", str(library)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert complaint == b""


@pytest.mark.parametrize("argv", [[], ["x.novelist", "--debug"]])
def test_without_a_command_the_window_opens(told, monkeypatch, argv):
    opened = []
    app = type(sys)("novelist.app")
    app.run_window = lambda library, *, debug: opened.append((library, debug)) or 0
    app.run_demo = lambda output: opened.append(output) or 0
    monkeypatch.setitem(sys.modules, "novelist.app", app)
    assert told(*argv)[0] == 0
    assert told("demo", "--output", "shots")[0] == 0
    expected = (Path("x.novelist"), True) if argv else (None, False)
    assert opened == [expected, Path("shots")]


@pytest.fixture
def interruptible():
    """As at a terminal; a program started in the background is told to ignore Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_the_reading_of_a_file_ends_when_it_is_stopped(told, source, monkeypatch):
    asked = []

    async def read(path, options, *, progress, cancelled):
        asked.append(cancelled)
        signal.raise_signal(signal.SIGINT)
        await asyncio.Event().wait()

    monkeypatch.setattr(importing, "read_manuscript", read)
    status, _, err = told("import", source)
    assert (status, err[:18]) == (1, "novelist: Stopped.")
    assert asked[0]()
    assert not paths.default_library().exists()


def test_export_says_what_it_wrote_and_what_could_not_be_shown(told, tmp_path):
    source = tmp_path / "A.md"
    source.write_text("---\nnovelist: 1\ntitle: A\n---\n\n## B\n\n![A map](attachment:ab1)\n")
    assert told("import", source)[0] == 0
    target = tmp_path / "a.htm"
    status, out, _ = told("export", "a", "--output", target)
    assert (status, out.splitlines()) == (
        0,
        [f"Wrote 0 words to {target}.", "Note: Pictures were written as their description: A map"],
    )


def test_a_library_is_mirrored_into_a_folder(told, library, tmp_path):
    folder = tmp_path / "mirror"
    found = answer(told, "mirror", "--output", folder, "--library", library)
    assert (found["novels"], found["removed"], found["left"]) == (1, 0, [])
    assert len([path for path in folder.rglob("*") if path.is_file()]) == found["files"] + 1
    status, line, _ = told("mirror", "--output", folder, "--library", library)
    assert status == 0
    assert "changed: 0" in line
    status, _, complaint = told("mirror", "--output", folder / "README.md", "--library", library)
    assert (status, "README.md" in complaint) == (1, True)


def test_a_preset_says_what_a_novel_becomes(told, library, tmp_path):
    target = tmp_path / "chapters"
    command = ("export", 1, "--output", target, "--library", library, "--preset", "web-novel")
    status, out, _ = told(*command)
    assert status == 0
    assert "files" in out
    assert len(list(target.iterdir())) > 1
    page = tmp_path / "book.html"
    found = answer(
        told, "export", 1, "--output", page, "--library", library, "--preset", "web-page"
    )
    assert (found["format"], found["path"]) == ("html", str(page))


def test_presets_are_listed_with_and_without_a_library(told, library, tmp_path):
    found = answer(told, "presets", "--library", library)
    assert {"preset": "web-novel", "format": "text"} in found
    assert answer(told, "presets", "--library", tmp_path / "none") == found


def test_a_preset_may_be_a_file(told, library, tmp_path):
    file = tmp_path / "mine.novelist-preset"
    file.write_text('{"novelist-preset": 1, "name": "Mine", "settings": {"format": "text"}}')
    target = tmp_path / "book.txt"
    command = ("export", 1, "--output", target, "--library", library, "--preset")
    assert told(*command, file)[0] == 0
    assert target.read_text("utf-8").strip()
    file.write_text("{}")
    assert "no preset of Novelist" in told(*command, file, "--force")[2]
    assert "nobody" in told(*command, "nobody")[2]


def test_another_library_comes_in_with_its_history(told, library, tmp_path):
    other = tmp_path / "Other.novelist"
    found = answer(told, "import", library, "--library", other)
    assert [each["title"] for each in found] == ["The Ferry"]
    assert answer(told, "outline", 1, "--library", other) == answer(
        told, "outline", 1, "--library", library
    )
    status, out, _ = told("import", library, "--library", other)
    assert status == 0
    assert "with its history" in out
    assert len(answer(told, "list", "--library", other)) == 2


def test_a_file_that_only_looks_like_a_library_is_refused(told, library, tmp_path):
    broken = tmp_path / "Broken.novelist"
    broken.write_bytes(library.read_bytes()[:5000])
    status, _, complaint = told("import", broken, "--library", tmp_path / "New.novelist")
    assert status == 1
    assert "Broken.novelist" in complaint
    assert not (tmp_path / "New.novelist").exists()


def test_an_import_says_how_many_stand_in_the_story_bible(told, tmp_path):
    source = tmp_path / "Tides.json"
    people = [{"kind": "character", "name": name} for name in ("Ann", "Ben")]
    outline = [{"kind": "scene", "title": "Ebb"}]
    value = {"novelist_novel": 1, "title": "Tides", "entities": people, "outline": outline}
    source.write_text(json.dumps(value))
    place = tmp_path / "Bible.novelist"
    status, out, _ = told("import", source, "--library", place)
    assert status == 0
    assert out.splitlines()[-1].startswith("The story bible has 2 entries")
    assert answer(told, "import", source, "--library", place)["entities"] == 2


def test_an_import_says_of_how_many_days_the_words_are_known(told, tmp_path):
    source = tmp_path / "Tides.json"
    days = [["2026-11-01", 500], ["2026-11-02", -20], ["2026-11-31", 1]]
    value = {"novelist_novel": 1, "title": "Tides", "days": days, "outline": [{"kind": "scene"}]}
    source.write_text(json.dumps(value))
    place = tmp_path / "Days.novelist"
    status, out, _ = told("import", source, "--library", place)
    assert status == 0
    assert out.splitlines()[-2].startswith("The writing history has 2 days")
    assert "2026-11-31" in out.splitlines()[-1]
    assert answer(told, "import", source, "--library", place)["days"] == 2


def test_a_file_is_not_called_what_it_is_not(told, library, tmp_path):
    target = tmp_path / "book.epub"
    command = ("export", 1, "--output", target, "--library", library, "--preset", "web-page")
    status, _, complaint = told(*command)
    assert status == 2
    assert "no html file" in complaint
    assert not target.exists()
