# SPDX-License-Identifier: MIT
"""What may be said on the command line: rows of data that argparse is built from."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from novelist import __version__
from novelist.cli.words import LANGUAGES, Words
from novelist.domain.enums import ExportFormat, ImportFormat
from novelist.domain.library_place import LibraryPlace, place_of

PROGRAM: Final = "novelist"


@dataclass(frozen=True)
class Argument:
    """One argument: its name (an option when it begins with dashes), its help, its nature."""

    name: str
    help: str
    shown: str = ""
    kind: Callable[[str], Any] = str
    choices: tuple[str, ...] = ()
    required: bool = False
    flag: bool = False
    optional: bool = False
    into: str = ""  # where its value goes, if that is not its name


@dataclass(frozen=True)
class Command:
    """One headless command and what it takes."""

    name: str
    help: str
    arguments: tuple[Argument, ...] = ()


def _file(text: str) -> Path:
    return Path(text).expanduser()


def _place(text: str) -> LibraryPlace:
    try:
        return place_of(text)
    except ValueError as error:  # it may hold a password: what was typed is not repeated
        raise argparse.ArgumentTypeError(str(error)) from None


LIBRARY: Final = Argument("--library", "help.library", "LIBRARY", _place)
JSON: Final = Argument("--json", "help.json", flag=True)
NOVEL: Final = Argument("novel", "help.novel", "NOVEL")
GLOBAL: Final = (
    Argument("--language", "help.language", choices=LANGUAGES),
    Argument("--debug", "help.debug", flag=True),
)
NAMED: Final = Argument("--library", "help.library", "LIBRARY", _place, into="named")
OPEN: Final = Argument("library", "help.open", "LIBRARY", _place, optional=True)

COMMANDS: Final = (
    Command(
        "import",
        "help.import",
        (
            Argument("source", "help.source", "SOURCE", _file),
            LIBRARY,
            Argument("--format", "help.format", choices=tuple(ImportFormat)),
            Argument("--title", "help.title", "TITLE"),
            Argument("--encoding", "help.encoding", "ENCODING"),
            JSON,
        ),
    ),
    Command(
        "export",
        "help.export",
        (
            NOVEL,
            Argument("--output", "help.output", "FILE", _file, required=True),
            LIBRARY,
            Argument("--format", "help.format", choices=tuple(ExportFormat)),
            Argument("--preset", "help.preset", "PRESET"),
            Argument("--per-chapter", "help.per_chapter", flag=True),
            Argument("--force", "help.force", flag=True),
            JSON,
        ),
    ),
    Command("presets", "help.presets", (LIBRARY, JSON)),
    Command(
        "mirror",
        "help.mirror",
        (
            Argument("--output", "help.mirror_output", "FOLDER", _file, required=True),
            LIBRARY,
            Argument("--force", "help.mirror_force", flag=True),
            JSON,
        ),
    ),
    Command("list", "help.list", (LIBRARY, JSON)),
    Command("outline", "help.outline", (NOVEL, LIBRARY, JSON)),
    Command(
        "search",
        "help.search",
        (
            Argument("query", "help.query", "QUERY"),
            LIBRARY,
            Argument("--novel", "help.novel", "NOVEL"),
            JSON,
        ),
    ),
    Command(
        "check",
        "help.check",
        (LIBRARY, Argument("--salvage", "help.salvage", "OUTPUT", _file), JSON),
    ),
    Command(
        "backup",
        "help.backup",
        (LIBRARY, Argument("--output", "help.backup_output", "FILE", _file), JSON),
    ),
    Command(
        "restore",
        "help.restore",
        (
            Argument("backup", "help.restore_backup", "BACKUP", _file),
            Argument("--library", "help.restore_library", "LIBRARY", _file, required=True),
            JSON,
        ),
    ),
    Command("demo", "help.demo", (Argument("--output", "help.demo_output", "FOLDER", _file),)),
)
_COMMANDS: Final = {command.name: command for command in COMMANDS}


class UsageError(Exception):
    """The command line was not understood; ``program`` is the command whose help tells more."""

    def __init__(self, message: str, program: str) -> None:
        super().__init__(message)
        self.program = program


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose "usage:" and colons are in the language of the rest."""

    def __init__(self, program: str, words: Words) -> None:
        super().__init__(program)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """As argparse, with our word for it."""
        super().add_usage(usage, actions, groups, self._words("usage"))

    def format_help(self) -> str:
        """As argparse, with our colon after headings."""
        text = super().format_help()
        for heading in (self._words("arguments"), self._words("options")):
            text = text.replace(f"\n{heading}:\n", f"\n{self._words('heading', heading=heading)}\n")
        return text


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageError`` with the words of argparse."""
        raise UsageError(message, self.prog)


def parse(argv: Sequence[str], words: Words) -> argparse.Namespace:
    """What was asked for; ``command`` is "" for the window. Raises ``UsageError``.

    Help and version are printed and end the program (``SystemExit``).
    """
    place = _place_of_command(argv)
    command = None if place is None else _COMMANDS.get(argv[place])
    if place is None or command is None:
        found = _window_parser(words).parse_args(argv)
        found.library = found.library or found.named
        if place is not None:
            _check_for_slip(argv[place])
    else:
        rest = [*argv[:place], *argv[place + 1 :]]
        found = _command_parser(command, words).parse_args(rest)
    found.command = command.name if command else ""
    return found


def language_of(argv: Sequence[str]) -> str | None:
    """The language that is asked for, found before the rest is parsed: its errors need it."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--language", nargs="?")
    try:
        wanted: str | None = finder.parse_known_args(argv)[0].language
    except argparse.ArgumentError:
        return None
    return wanted


def explain(error: UsageError, words: Words) -> str:
    """The words of argparse in ours, on one line."""
    message = str(error)
    for pattern, key in _EXPLANATIONS.items():
        if match := re.fullmatch(pattern, message, re.DOTALL):
            text = words(key, **match.groupdict())
            break
    else:
        text = words("usage.other", detail=message)
    return text + words("usage.hint", program=error.program)


_EXPLANATIONS: Final[Mapping[str, str]] = {
    r"the following arguments are required: (?P<detail>.+)": "usage.required",
    r"no such command: (?P<detail>.+)": "usage.command",
    r"unrecognized arguments: (?P<detail>-.*)": "usage.unknown",
    r"unrecognized arguments: (?P<detail>.+)": "usage.extra",
    r"argument (?P<option>\S+): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)": (
        "usage.choice"
    ),
    r"argument (?P<option>\S+): expected one argument": "usage.value",
}


def _place_of_command(argv: Sequence[str]) -> int | None:
    """Where the first word stands that is neither an option nor its value."""
    valued = [before in ("--language", "--library") for before in ("", *argv)]
    places = (
        place for place, word in enumerate(argv) if not word.startswith("-") and not valued[place]
    )
    return next(places, None)


def _check_for_slip(word: str) -> None:
    """Raise for a bare word that names no file: a command was meant, not a new library."""
    if re.fullmatch(r"[\w-]+", word) and not Path(word).exists():
        raise UsageError(f"no such command: {word}", PROGRAM)


def _window_parser(words: Words) -> _Parser:
    lines = [f"  {each.name:<10} {words(each.help)}" for each in COMMANDS]
    commands = "\n".join([words("heading", heading=words("commands")), *lines, "", words("more")])
    parser = _parser(PROGRAM, words("about"), words, epilog=commands)
    _fill(parser, (OPEN, NAMED, *GLOBAL), words)
    return parser


def _command_parser(command: Command, words: Words) -> _Parser:
    parser = _parser(f"{PROGRAM} {command.name}", words(command.help), words)
    _fill(parser, (*command.arguments, *GLOBAL), words)
    return parser


def _parser(program: str, about: str, words: Words, epilog: str = "") -> _Parser:
    def formatter(*, prog: str) -> argparse.HelpFormatter:
        return _Formatter(prog, words)

    return _Parser(
        prog=program,
        description=about,
        epilog=epilog,
        add_help=False,
        allow_abbrev=False,
        formatter_class=formatter,
    )


def _fill(parser: _Parser, arguments: Iterable[Argument], words: Words) -> None:
    """Give a parser its arguments in two groups, and its help."""
    positional = parser.add_argument_group(words("arguments"))
    options = parser.add_argument_group(words("options"))
    for argument in arguments:
        group = options if argument.name.startswith("--") else positional
        group.add_argument(argument.name, **_settings(argument, words))
    options.add_argument("-h", "--help", action="help", help=words("help.help"))
    options.add_argument(
        "--version", action="version", version=f"Novelist {__version__}", help=words("help.version")
    )


def _settings(argument: Argument, words: Words) -> dict[str, Any]:
    """The keywords of ``add_argument`` for a row."""
    help_text = words(argument.help)
    if argument.flag:
        return {"action": "store_true", "help": help_text}
    settings: dict[str, Any] = {"help": help_text, "type": argument.kind}
    if argument.choices:
        settings["choices"] = [str(choice) for choice in argument.choices]
    else:
        settings["metavar"] = argument.shown
    if argument.optional:
        settings["nargs"] = "?"
    if argument.into:
        settings["dest"] = argument.into
    if argument.required:
        settings["required"] = True
    return settings
