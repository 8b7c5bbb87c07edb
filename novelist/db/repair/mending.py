# SPDX-License-Identifier: MIT
"""Making a salvaged library whole: texts from their versions, nothing that refers to the lost."""

from __future__ import annotations

import sqlite3

from novelist.db.repair.health import ProblemKind, damaged_pictures, find_problems, fits
from novelist.db.repair.report import Outcome, SalvagedText, SalvageReport
from novelist.db.repair.version_reader import VersionReader
from novelist.domain.counting import count
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.enums import ItemKind
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.errors import DocumentFormatError, RevisionDamagedError

_NOW = "strftime('%Y-%m-%d %H:%M:%f000', 'now')"


def mend(connection: sqlite3.Connection, report: SalvageReport) -> None:
    """Mend a library that was copied row by row, and count what is in it now."""
    _make_what_is_referred_to(connection)
    _mend_kinds(connection)
    _cut_references(connection)
    _drop_versions(connection, report)
    _drop_pictures(connection, report)
    _mend_texts(connection, report)
    _mend_tree(connection)
    for name, table in (
        ("novels", "novels"),
        ("items", "outline_items"),
        ("versions", "revisions"),
    ):
        (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        setattr(report, name, found)


def _make_what_is_referred_to(connection: sqlite3.Connection) -> None:
    """What only its texts, or its fields and other names, are left of comes back without a name."""
    connection.execute(
        "INSERT INTO outline_items (id, novel_id, position, kind, title, synopsis, notes,"
        " in_manuscript, words, characters, characters_no_spaces, created_at, updated_at, author,"
        " device, version) SELECT lost.item_id, max(lost.novel_id), lost.item_id * 1048576,"
        f" 'scene', '', '', '', 1, 0, 0, 0, {_NOW}, {_NOW}, '', '', 1 FROM ("
        " SELECT item_id, novel_id FROM revisions UNION ALL SELECT item_id,"
        " (SELECT coalesce(min(id), 1) FROM novels) FROM scene_bodies UNION ALL"
        " SELECT item_id, novel_id FROM comments UNION ALL SELECT item_id,"
        " (SELECT coalesce(min(id), 1) FROM novels) FROM item_fields) AS lost"
        " WHERE lost.item_id NOT IN (SELECT id FROM outline_items) GROUP BY lost.item_id"
    )
    connection.execute(
        "INSERT INTO entities (id, novel_id, kind, name, summary, notes, position, created_at,"
        " updated_at, device, version) SELECT lost.entity_id, (SELECT coalesce(min(id), 1) FROM"
        f" novels), 'other', '', '', '', lost.entity_id * 1048576, {_NOW}, {_NOW}, '', 1 FROM ("
        " SELECT entity_id FROM aliases UNION SELECT entity_id FROM entity_fields) AS lost"
        " WHERE lost.entity_id NOT IN (SELECT id FROM entities)"
    )
    missing = connection.execute(
        "SELECT novel_id FROM outline_items WHERE novel_id NOT IN (SELECT id FROM novels)"
        " UNION SELECT novel_id FROM entities WHERE novel_id NOT IN (SELECT id FROM novels)"
        " UNION SELECT novel_id FROM writing_days WHERE novel_id NOT IN (SELECT id FROM novels)"
    ).fetchall()
    for (novel_id,) in missing:
        _make_novel(connection, novel_id)


def _make_novel(connection: sqlite3.Connection, novel_id: int) -> None:
    """A row with nothing but its id and what every novel must have."""
    names: list[str] = ["id"]
    values: list[int | str] = [novel_id]
    for _, name, kind, is_needed, default, is_key in connection.execute(
        "PRAGMA table_info(novels)"
    ).fetchall():
        if is_needed and not is_key and default is None:
            names.append(name)
            values.append(0 if kind.startswith(("INT", "BIG", "BOOL")) else "")
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO novels ({', '.join(names)}) VALUES ({marks})", values)
    connection.execute(
        f"UPDATE novels SET created_at = {_NOW}, updated_at = {_NOW}, language = 'en', version = 1"
        " WHERE id = ?",
        (novel_id,),
    )


def _mend_kinds(connection: sqlite3.Connection) -> None:
    """An item whose kind is lost is a scene."""
    known = ", ".join(f"'{kind}'" for kind in ItemKind)
    connection.execute(f"UPDATE outline_items SET kind = 'scene' WHERE kind NOT IN ({known})")


def _cut_references(connection: sqlite3.Connection) -> None:
    """What refers to a lost row refers to none; a row that cannot do without it goes."""
    for table, rowid, _parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        column = next(key[3] for key in keys if key[0] == number)
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        if any(each[1] == column and each[3] for each in info):
            connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
        else:
            connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))


def _drop_versions(connection: sqlite3.Connection, report: SalvageReport) -> None:
    """Versions that cannot be read, by themselves or by what they build on, go."""
    reader = VersionReader(connection)
    rows = connection.execute("SELECT id FROM revisions ORDER BY item_id, id").fetchall()
    lost = []
    for (revision,) in rows:
        try:
            reader.read(revision)
        except RevisionDamagedError:
            lost.append((revision,))
    connection.executemany("DELETE FROM revisions WHERE id = ?", lost)
    connection.execute(
        "DELETE FROM snapshots WHERE item_id IS NOT NULL"
        " AND revision_id NOT IN (SELECT id FROM revisions)"
    )
    report.lost_versions = len(lost)


def _drop_pictures(connection: sqlite3.Connection, report: SalvageReport) -> None:
    """A picture that is not what its digest says goes; the texts still name it."""
    lost = [(picture,) for picture in damaged_pictures(connection)]
    connection.executemany("DELETE FROM attachments WHERE id = ?", lost)
    report.lost_pictures = len(lost)


def _mend_texts(connection: sqlite3.Connection, report: SalvageReport) -> None:
    reader = VersionReader(connection)
    kinds = [kind.value for kind in ItemKind if kind.has_text]
    rows = connection.execute(
        "SELECT item.id, item.title, novels.title, CAST(body.content AS BLOB), body.digest"
        " FROM outline_items AS item JOIN novels ON novels.id = item.novel_id"
        " LEFT JOIN scene_bodies AS body ON body.item_id = item.id"
        f" WHERE item.kind IN ({', '.join('?' * len(kinds))}) ORDER BY item.id",
        kinds,
    ).fetchall()
    for item_id, title, novel, content, expected in rows:
        if content is not None and fits(content, expected or ""):
            report.texts += 1
        else:
            outcome, saved_at = _replace(connection, reader, item_id, content)
            report.changed.append(SalvagedText(item_id, title, novel, outcome, saved_at))


def _replace(
    connection: sqlite3.Connection, reader: VersionReader, item_id: int, content: bytes | None
) -> tuple[Outcome, str]:
    """Put the newest version in the place of a damaged text, or whatever else there is."""
    version = connection.execute(
        "SELECT id, saved_at FROM revisions WHERE item_id = ? ORDER BY id DESC LIMIT 1", (item_id,)
    ).fetchone()
    if version is not None:
        _put(connection, item_id, reader.read(version[0]))
        return Outcome.VERSION, str(version[1])
    if content and _is_text(content):
        _put(connection, item_id, content.decode())
        return Outcome.DOUBTFUL, ""
    _put(connection, item_id, "")
    return Outcome.LOST, ""


def _is_text(content: bytes) -> bool:
    try:
        from_json_lines(content.decode())
    except (UnicodeDecodeError, DocumentFormatError):
        return False
    return True


def _put(connection: sqlite3.Connection, item_id: int, content: str) -> None:
    """Let this be the text of an item, with all that derives from it."""
    plain = without_lone_surrogates(from_json_lines(content).plain_text) if content else ""
    connection.execute(
        "INSERT INTO scene_bodies (item_id, content, plain_text, digest, updated_at, author,"
        f" device, version) VALUES (?, ?, ?, ?, {_NOW}, '', '', 1)"
        " ON CONFLICT (item_id) DO UPDATE SET content = excluded.content,"
        " plain_text = excluded.plain_text, digest = excluded.digest, version = version + 1",
        (item_id, content, plain, digest(content) if content else ""),
    )
    counts = count(plain)
    connection.execute(
        "UPDATE outline_items SET words = ?, characters = ?, characters_no_spaces = ? WHERE id = ?",
        (counts.words, counts.characters, counts.characters_no_spaces, item_id),
    )


def _mend_tree(connection: sqlite3.Connection) -> None:
    """What can no longer be reached in its outline stands at the top of it."""
    for problem in list(find_problems(connection)):
        if problem.kind in (ProblemKind.ORPHAN, ProblemKind.CYCLE):
            connection.execute(
                "UPDATE outline_items SET parent_id = NULL WHERE id = ?", (problem.id,)
            )
