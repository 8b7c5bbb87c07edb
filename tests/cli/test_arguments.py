# SPDX-License-Identifier: MIT
"""What may be said on the command line, and what is answered when it is not understood."""

import sys
from pathlib import Path

import pytest

from novelist.cli import main
from novelist.cli.arguments import COMMANDS, UsageError, explain, parse
from novelist.cli.words import LANGUAGES, Words

ENGLISH, CHINESE = Words("en"), Words("zh_CN")


def test_no_command_is_the_window():
    assert parse([], ENGLISH).command == ""
    assert parse(["my.novelist"], ENGLISH).library == Path("my.novelist")
    assert parse(["--debug", "./list"], ENGLISH).library == Path("list")


def test_the_library_of_the_window_may_be_an_option_too(capsys):
    found = parse(["--library", "my.novelist"], ENGLISH)
    assert (found.command, found.library) == ("", Path("my.novelist"))
    assert main(["--help"]) == 0
    assert "--library LIBRARY" in capsys.readouterr().out


def test_options_may_stand_before_the_command():
    found = parse(["--library", "list", "--debug", "list", "--json"], ENGLISH)
    assert (found.command, found.library, found.debug, found.json) == (
        "list", Path("list"), True, True,
    )  # fmt: skip


def test_an_export_says_what_and_where():
    found = parse(["export", "3", "--output", "a.md", "--per-chapter"], ENGLISH)
    assert (found.novel, found.output, found.per_chapter) == ("3", Path("a.md"), True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "said",
    [
        "export",
        "import x --format pdf",
        "list --what",
        "import x --title",
        "list --json=3",
        "--language",
        "import a b",
        "exprot",
    ],
)
def test_what_is_not_understood_is_answered_in_one_line(said, language, capsys):
    with pytest.raises(UsageError) as caught:
        parse(said.split(), Words(language))
    told = explain(caught.value, Words(language))
    assert "\n" not in told
    assert "novelist" in told
    assert main(said.split()) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_slip_in_a_command_opens_no_window(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        parse(["exprot"], ENGLISH)
    assert explain(caught.value, ENGLISH).startswith("There is no command exprot.")
    (tmp_path / "exprot").touch()
    assert parse(["exprot"], ENGLISH).library == Path("exprot")


def test_a_second_file_is_not_called_an_option():
    with pytest.raises(UsageError) as caught:
        parse(["import", "a.txt", "b.txt"], ENGLISH)
    assert explain(caught.value, ENGLISH).startswith("b.txt is one thing too many.")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_the_window_fails_in_one_line(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help_is_printed_in_both_languages(language, command, capsys):
    assert main([*command.split(), "--help", "--language", language]) == 0
    told = capsys.readouterr().out
    assert Words(language)("help.debug") in told
    assert "novelist" in told


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Novelist ")
