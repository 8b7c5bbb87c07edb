# SPDX-License-Identifier: MIT
"""Pictures are kept once, found again, and come along wherever their texts go."""

from __future__ import annotations

import sqlite3
import struct
import zlib
from base64 import b64encode
from contextlib import closing

import pytest

from novelist.db.repair.health import ProblemKind, check_library
from novelist.db.repair.salvage import salvage_library
from novelist.domain.document import Block, Document
from novelist.domain.enums import BackupReason, ExportFormat, ItemKind
from novelist.domain.pictures import LARGEST, picture_digest
from novelist.errors import PictureTooLargeError, PictureUnknownError
from novelist.importers.base import ImportOptions, read_source
from novelist.services import outline
from novelist.services.attachments import keep_picture, load_picture, missing_pictures
from novelist.services.exporting.exporting import export_novel
from novelist.services.importing.importing import import_novel, read_manuscript
from novelist.services.library.backups import back_up
from novelist.services.library.library import close_library, open_library
from novelist.services.library.restoring import copy_novel_from
from novelist.services.novels import create_novel
from novelist.services.texts import OpenText, load_text


def png(grey=128):
    """A whole PNG of one grey pixel."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))]
    parts += [(b"IDAT", zlib.compress(bytes([0, grey]))), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def showing(*digests):
    return Document(tuple(Block("image", (), {"digest": digest}) for digest in digests))


async def scene_of(novel_id):
    items = await outline.load_outline(novel_id)
    return next(item.id for item in items if item.kind == ItemKind.SCENE)


async def a_novel_with_pictures():
    """One picture is shown, another one only in an earlier version; a third is shown nowhere."""
    novel_id = await create_novel(title="Harbour", language="en")
    kept = [(await keep_picture(png(grey))).digest for grey in (1, 2, 3)]
    text = OpenText((await load_text(await scene_of(novel_id))).body)
    await text.save(showing(kept[1]))
    await text.save(showing(kept[0]))
    return novel_id, kept


def test_a_picture_is_kept_once_and_found_by_its_digest(library, loop):
    kept = loop(keep_picture(png()))
    assert loop(keep_picture(png())) == kept
    assert kept.digest == picture_digest(png())
    assert loop(load_picture(kept.digest)) == png()
    assert loop(load_picture("f" * 32)) is None
    assert loop(missing_pictures([kept.digest, "f" * 32])) == {"f" * 32}


def test_what_is_no_picture_or_too_large_is_refused(library, loop):
    with pytest.raises(PictureUnknownError):
        loop(keep_picture(b"<svg/>"))
    with pytest.raises(PictureTooLargeError):
        loop(keep_picture(png() + b"\0" * LARGEST))


def test_a_copied_novel_brings_the_pictures_of_all_its_versions(library, tmp_path, loop):
    async def journey():
        novel_id, kept = await a_novel_with_pictures()
        made = await back_up(BackupReason.TIMER)
        await close_library()
        await open_library(tmp_path / "Other.novelist", create=True)
        await copy_novel_from(made.path, novel_id)
        assert await missing_pictures(kept) == {kept[2]}
        assert await load_picture(kept[1]) == png(2)
        await close_library()
        await open_library(library)

    loop(journey())
    assert check_library(tmp_path / "Other.novelist") == []


def test_a_damaged_picture_is_told_and_salvage_keeps_the_others(library, tmp_path, loop):
    _, kept = loop(a_novel_with_pictures())
    loop(close_library())
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE attachments SET data = x'00' WHERE digest = ?", (kept[0],))
    assert [problem.kind for problem in check_library(library)] == [ProblemKind.PICTURE]
    report = salvage_library(library, tmp_path / "Saved.novelist")
    assert (report.lost_pictures, report.is_whole) == (1, False)
    assert check_library(tmp_path / "Saved.novelist") == []
    loop(open_library(tmp_path / "Saved.novelist"))
    assert loop(missing_pictures(kept)) == {kept[0]}


def test_markdown_takes_the_pictures_along_and_brings_them_back(library, tmp_path, loop):
    async def journey():
        novel_id, kept = await a_novel_with_pictures()
        output = tmp_path / "Harbour.md"
        await export_novel(novel_id, output=output, format=ExportFormat.MARKDOWN)
        assert (tmp_path / "Harbour.pictures" / f"{kept[0]}.png").read_bytes() == png(1)
        imported = await read_manuscript(output, ImportOptions())
        await close_library()
        await open_library(tmp_path / "Other.novelist", create=True)
        copy = (await import_novel(imported)).novel_id
        assert await load_picture(kept[0]) == png(1)
        assert (await load_text(await scene_of(copy))).document == showing(kept[0])

    loop(journey())


def test_a_page_of_html_holds_its_pictures(library, tmp_path, loop):
    async def journey():
        novel_id, _ = await a_novel_with_pictures()
        output = tmp_path / "Harbour.html"
        result = await export_novel(novel_id, output=output, format=ExportFormat.HTML)
        assert b64encode(png(1)).decode() in output.read_text("utf-8")
        assert result.warnings == ()

    loop(journey())


def test_pictures_beside_markdown_of_other_programs_are_read_and_no_others(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "fog.png").write_bytes(png(7))
    (tmp_path / "secret.png").write_bytes(png(8))
    source = tmp_path / "inside" / "Harbour.md"
    source.write_text(
        "# One\n\n![Fog](fog.png)\n\n![Secret](../secret.png)\n\n![Web](https://x.org/a.png)\n"
    )
    imported = read_source(source)
    assert imported.pictures == {picture_digest(png(7)): png(7)}
    shown = [b.attrs for item in imported.walk() for b in item.document if b.kind == "image"]
    assert [attrs.get("digest") for attrs in shown] == [picture_digest(png(7)), None, None]
    assert shown[1]["src"] == "../secret.png"
