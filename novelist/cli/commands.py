# SPDX-License-Identifier: MIT
"""The headless commands: each calls the services that the window calls, and prints what came."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
import threading
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, Final

from novelist import paths
from novelist.cli.backing_up import Told, back_up, restore
from novelist.cli.compiling import built_in_rows, export_by_preset, own_rows
from novelist.cli.complaining import complain
from novelist.cli.export_format import export_format
from novelist.cli.mirroring import lines_of, mirror
from novelist.cli.opening import library_of, opened, opened_to_read
from novelist.cli.outline_view import nested_outline, outline_rows
from novelist.cli.part_words import part_name
from novelist.cli.progress import ProgressLine
from novelist.cli.salvage import salvage
from novelist.cli.tables import clean, table
from novelist.cli.words import Words
from novelist.domain.enums import ImportFormat
from novelist.errors import LibraryMissingError
from novelist.importers.base import ImportedNovel, ImportOptions
from novelist.services import novels, outline, texts
from novelist.services.exporting import exporting
from novelist.services.finding import search
from novelist.services.importing import importing
from novelist.services.library import backups, checking
from novelist.services.library.restoring import copy_library_from, is_library
from novelist.services.library.signing import sign_as
from novelist.settings import load_settings


def run(arguments: argparse.Namespace, words: Words) -> int:
    """Run the command; the exit status. Raises what the services raise."""
    sign_as(load_settings(paths.settings_folder()).author)
    return asyncio.run(_COMMANDS[arguments.command](arguments, words))


async def _import(arguments: argparse.Namespace, words: Words) -> int:
    """Read first: a file that cannot be read makes no library."""
    if is_library(arguments.source):
        return await _import_library(arguments, words)
    options = ImportOptions(
        format=ImportFormat(arguments.format) if arguments.format else None,
        encoding=arguments.encoding,
        title=arguments.title,
    )
    imported = await _read(arguments.source, options, words)
    async with opened(arguments, words, create=True):
        result = await importing.import_novel(imported)
    if arguments.json:
        _print_json(
            {
                "novel_id": result.novel_id,
                "title": result.title,
                "parts": result.parts,
                "chapters": result.chapters,
                "scenes": result.scenes,
                "words": result.counts.words,
                "characters": result.counts.characters,
                "entities": result.entities,
                "days": result.days,
                "warnings": [str(warning) for warning in result.warnings],
            }
        )
        return 0
    parts = words.counted("parts", result.parts) + words("separator") if result.parts else ""
    print(
        words(
            "imported",
            title=clean(result.title),
            id=result.novel_id,
            parts=parts,
            chapters=words.counted("chapters", result.chapters),
            scenes=words.counted("scenes", result.scenes),
            words=words.length(result.counts.words, imported.language),
        )
    )
    if result.entities:
        print(words("imported.bible", entries=words.counted("entries", result.entities)))
    if result.days:
        print(words("imported.days", days=words.counted("days", result.days)))
    for warning in result.warnings:
        text, key = warning.text, f"import.{warning.kind}"
        if warning.part is not None:
            text = part_name(warning.part, clean(text), words)
            text += f" ({warning.count:,})" if warning.count > 1 else ""
        _print_note(key, text, warning.count, words)
    return 0


async def _import_library(arguments: argparse.Namespace, words: Words) -> int:
    """The novels of another library, with all that was ever written in them."""
    await backups.preview_backup(arguments.source.absolute())
    async with opened(arguments, words, create=True):
        copied = await copy_library_from(arguments.source.absolute())
    if arguments.json:
        _print_json([{"novel_id": each.id, "title": each.title} for each in copied])
        return 0
    for each in copied:
        title = clean(each.title) or words("untitled")
        length = words.length(each.words, each.language)
        print(words("copied", title=title, id=each.id, words=length))
    return 0


async def _read(source: Path, options: ImportOptions, words: Words) -> ImportedNovel:
    """Read the file in a thread that stops when the command is stopped."""
    stopped = threading.Event()
    with ProgressLine(sys.stderr, source.name, words) as line:
        try:
            return await importing.read_manuscript(
                source, options, progress=line.show, cancelled=stopped.is_set
            )
        except asyncio.CancelledError:
            stopped.set()
            raise


async def _export(arguments: argparse.Namespace, words: Words) -> int:
    output: Path = arguments.output.absolute()
    form = None if arguments.preset else export_format(arguments)
    async with opened_to_read(arguments, words):
        novel = await novels.get_novel(await novels.find_novel(arguments.novel))
        if form is None:
            result = await export_by_preset(novel.id, arguments, words)
        else:
            result = await exporting.export_novel(
                novel.id,
                output=output,
                format=form,
                per_chapter=arguments.per_chapter,
                replace=arguments.force,
            )
    if arguments.json:
        _print_json(
            {
                "path": str(result.path),
                "format": result.format.value,
                "words": result.counts.words,
                "warnings": [str(warning) for warning in result.warnings],
            }
        )
        return 0
    count = words.length(result.counts.words, novel.language)
    if result.files != (result.path,):
        files = words.counted("files", len(result.files))
        print(words("exported.files", words=count, files=files, path=result.path))
    else:
        print(words("exported", words=count, path=result.path))
    for each in result.warnings:
        _print_note(f"export.{each.reason}", each.name, each.count, words)
    return 0


async def _presets(arguments: argparse.Namespace, words: Words) -> int:
    rows = built_in_rows()
    with contextlib.suppress(LibraryMissingError):  # nobody has presets of her own there
        async with opened_to_read(arguments, words):
            rows += await own_rows()
    if arguments.json:
        _print_json([{"preset": name, "format": form.value} for name, form in rows])
    else:
        print(table([[clean(name), form.value] for name, form in rows], [False, False]))
    return 0


async def _mirror(arguments: argparse.Namespace, words: Words) -> int:
    result = await mirror(arguments, words)
    if arguments.json:
        _print_json(
            {
                "path": str(result.folder),
                "novels": result.novels,
                "files": result.files,
                "written": result.written,
                "removed": result.removed,
                "left": [str(path) for path in result.left],
            }
        )
    else:
        print("\n".join(lines_of(result, words)))
    return 0


async def _list(arguments: argparse.Namespace, words: Words) -> int:
    async with opened_to_read(arguments, words):
        cards = await novels.list_novels()
    columns = ("id", "title", "chapters", "scenes", "words", "characters")
    if arguments.json:
        _print_json([{name: getattr(card, name) for name in columns} for card in cards])
        return 0
    if not cards:
        print(words("list.empty"))
        return 0
    shown = ("id", "title", "chapters", "scenes", "length")
    rows = [[words(f"column.{name}") for name in shown], *(_card_row(c, words) for c in cards)]
    print(table(rows, [True, False, True, True, True]))
    return 0


def _card_row(card: novels.NovelCard, words: Words) -> list[str]:
    title, length = clean(card.title) or words("untitled"), words.length(card.words, card.language)
    return [str(card.id), title, f"{card.chapters:,}", f"{card.scenes:,}", length]


async def _outline(arguments: argparse.Namespace, words: Words) -> int:
    async with opened_to_read(arguments, words):
        novel_id = await novels.find_novel(arguments.novel)
        novel = await novels.get_novel(novel_id)
        items = await outline.load_outline(novel_id)
        beginnings = await texts.load_excerpts(novel_id)
    nested = nested_outline(novel_id, novel.title, items)
    if arguments.json:
        _print_json(nested)
    else:
        rows = outline_rows(novel, nested, items, beginnings, words)
        print(table(rows, [False, True, False]))
    return 0


async def _search(arguments: argparse.Namespace, words: Words) -> int:
    async with opened_to_read(arguments, words):
        novel_id = await novels.find_novel(arguments.novel) if arguments.novel else None
        hits = await search.search_library(arguments.query, novel_id=novel_id)
    if arguments.json:
        _print_json(
            [
                {
                    "novel": hit.novel,
                    "item_id": hit.item_id,
                    "title": hit.title,
                    "snippet": hit.snippets[0].text,
                }
                for hit in hits
            ]
        )
    elif hits:
        print(table([_hit_row(hit, words) for hit in hits], [True, False, False, False]))
    else:
        print(words("search.nothing", query=clean(arguments.query)))
    return 0


def _hit_row(hit: search.Hit, words: Words) -> list[str]:
    titles = [clean(title) or words("untitled") for title in (hit.novel, hit.title)]
    return [str(hit.item_id), *titles, clean(hit.snippets[0].text)]


async def _check(arguments: argparse.Namespace, words: Words) -> int:
    path = library_of(arguments)
    if arguments.salvage is not None:
        return await salvage(path, arguments.salvage.absolute(), arguments.json, words)
    problems = await checking.check(path)
    described = [
        words(f"problem.{problem.kind}", id=problem.id, detail=clean(problem.detail))
        for problem in problems
    ]
    if arguments.json:
        _print_json({"ok": not problems, "problems": described})
    elif problems:
        print("\n".join(described))
    else:
        print(words("check.sound", path=path))
    if not problems:
        return 0
    summary = words.counted("problems", len(problems))
    backups = paths.backup_folder(path)
    complain(words("check.damaged", problems=summary, backups=backups))
    return 1


async def _backup(arguments: argparse.Namespace, words: Words) -> int:
    output = arguments.output.absolute() if arguments.output else None
    found = await back_up(library_of(arguments), output, words)
    return _say(found, arguments)


async def _restore(arguments: argparse.Namespace, words: Words) -> int:
    found = await restore(arguments.backup.absolute(), library_of(arguments), words)
    return _say(found, arguments)


def _say(told: Told, arguments: argparse.Namespace) -> int:
    if arguments.json:
        _print_json({"path": str(told.path), "verified": told.verified})
    else:
        print("\n".join(told.lines))
    return 0


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace, Words], Coroutine[Any, Any, int]]]] = {
    "import": _import,
    "export": _export,
    "presets": _presets,
    "mirror": _mirror,
    "list": _list,
    "outline": _outline,
    "search": _search,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}


def _print_json(value: Any) -> None:  # noqa: ANN401 - anything that JSON can hold
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=ascii_only))


def _print_note(key: str, text: str, count: int, words: Words) -> None:
    """One thing to know about an import or export."""
    print(words("note", text=words(key, text=clean(text) or f"{count:,}")))
