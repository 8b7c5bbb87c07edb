# SPDX-License-Identifier: MIT
"""A book goes in and comes out: ``novelist.services.importing.importing`` and ``exporting``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from novelist.db.session import read_session
from novelist.domain.counting import Counts
from novelist.domain.document import Block, Document, Run, document_of, marks
from novelist.domain.document_text import from_json_lines
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.errors import (
    DestinationError,
    NotFoundError,
    SourceMissingError,
)
from novelist.importers.imported import (
    ImportedChoice,
    ImportedComment,
    ImportedDetails,
    ImportedItem,
    ImportedNovel,
    ImportedRemark,
    ImportedVersion,
    ImportOptions,
)
from novelist.services import comments, novels, outline, texts
from novelist.services.exporting import exporting
from novelist.services.history import history, snapshots
from novelist.services.importing import importing

WHEN = datetime(2025, 3, 4, 12, 30, tzinfo=UTC)


def small_novel():
    """Two chapters in a part, a note outside the manuscript, a scene left out."""
    return ImportedNovel(
        title="Harbour",
        author="I. Farrow",
        items=[
            ImportedItem(
                ItemKind.PART,
                "Neaps",
                children=[
                    ImportedItem(ItemKind.CHAPTER, "One", children=[scene("The tide came in.")]),
                    ImportedItem(
                        ItemKind.CHAPTER,
                        "Two",
                        children=[scene("It went out."), scene("Cut.", in_manuscript=False)],
                    ),
                ],
            ),
            ImportedItem(
                ItemKind.NOTE, "Ideas", document=document_of("A lamp."), in_manuscript=False
            ),
        ],
    )


def scene(text, **values):
    return ImportedItem(ItemKind.SCENE, "", document_of(text), **values)


@pytest.fixture
def imported(library, loop):
    return loop(importing.import_novel(small_novel()))


def test_an_import_says_what_came_in(imported):
    assert (imported.title, imported.parts, imported.chapters, imported.scenes) == (
        "Harbour", 1, 2, 3,
    )  # fmt: skip
    assert imported.counts.words == 7


def test_the_tree_and_the_texts_are_as_they_were_read(imported, loop):
    items = loop(outline.load_outline(imported.novel_id))
    assert [(item.kind, item.title) for item in items] == [
        ("part", "Neaps"), ("chapter", "One"), ("scene", ""), ("chapter", "Two"),
        ("scene", ""), ("scene", ""), ("note", "Ideas"),
    ]  # fmt: skip
    assert loop(texts.load_text(items[4].id)).document == document_of("It went out.")
    assert [item.in_manuscript for item in items] == [True] * 5 + [False, False]


def test_a_file_is_read_off_the_window_and_its_errors_are_named(library, loop, tmp_path):
    with pytest.raises(SourceMissingError):
        loop(importing.read_manuscript(tmp_path / "gone.txt", ImportOptions()))
    source = tmp_path / "book.txt"
    source.write_text("CHAPTER I\n\nThe tide came in.\n", "utf-8")
    shares = []
    novel = loop(importing.read_manuscript(source, ImportOptions(), progress=shares.append))
    assert novel.title == "book"
    assert shares[-1] == 1.0


def test_only_the_manuscript_is_exported(imported, loop, tmp_path):
    target = tmp_path / "harbour.txt"
    result = loop(
        exporting.export_novel(imported.novel_id, output=target, format=ExportFormat.TEXT)
    )
    text = target.read_text("utf-8")
    assert "The tide came in." in text
    assert "It went out." in text
    assert "Cut." not in text
    assert "A lamp." not in text
    assert (result.counts, result.files) == (Counts(7, 29, 24), (target,))


def test_what_stands_in_a_chapter_that_is_left_out_is_left_out_too(imported, loop, tmp_path):
    chapter = loop(outline.load_outline(imported.novel_id))[3].id
    loop(outline.set_attribute(imported.novel_id, ids=[chapter], name="in_manuscript", value=False))
    target = tmp_path / "harbour.md"
    loop(exporting.export_novel(imported.novel_id, output=target, format=ExportFormat.MARKDOWN))
    assert "It went out." not in target.read_text("utf-8")


def test_one_file_a_chapter_goes_into_a_folder(imported, loop, tmp_path):
    folder = tmp_path / "chapters"
    result = loop(
        exporting.export_novel(
            imported.novel_id, output=folder, format=ExportFormat.HTML, per_chapter=True
        )
    )
    assert {path.parent for path in result.files} == {folder}
    assert len(result.files) >= 2
    assert all(path.stat().st_size for path in result.files)


def test_an_export_that_cannot_be_written_leaves_the_old_file_whole(imported, loop, tmp_path):
    blocked = tmp_path / "harbour.md"
    blocked.mkdir()
    (blocked / "kept.txt").write_text("kept", "utf-8")
    with pytest.raises(DestinationError):
        loop(
            exporting.export_novel(imported.novel_id, output=blocked, format=ExportFormat.MARKDOWN)
        )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert (blocked / "kept.txt").read_text("utf-8") == "kept"


def test_a_novel_that_is_not_there_cannot_be_exported(library, loop, tmp_path):
    with pytest.raises(NotFoundError):
        loop(exporting.export_novel(404, output=tmp_path / "x.md", format=ExportFormat.MARKDOWN))


def test_degraded_things_are_counted_over_all_files(library, loop, tmp_path):
    novel = small_novel()
    unknown = [f'["later-kind",["Text {n}."]]' for n in range(2)]
    novel.items[0].children[0].children[0].document = parsed(unknown[0])
    novel.items[0].children[1].children[0].document = parsed(unknown[1])
    made = loop(importing.import_novel(novel))
    result = loop(
        exporting.export_novel(
            made.novel_id, output=tmp_path / "c", format=ExportFormat.HTML, per_chapter=True
        )
    )
    assert [(warning.name, warning.count) for warning in result.warnings] == [("later-kind", 2)]


def parsed(line):
    return from_json_lines('{"novelist":1}\n' + line + "\n")


def test_an_import_that_fails_leaves_nothing(library, loop):
    broken = small_novel()
    broken.items[0].children[1].children[0].title = "half a character: \ud83d"
    with pytest.raises(UnicodeEncodeError):
        loop(importing.import_novel(broken))
    assert loop(rows_in("novels", "outline_items", "scene_bodies", "statuses", "commands")) == 0


async def rows_in(*tables):
    async with read_session() as session:
        counts = [await session.scalar(text(f"SELECT count(*) FROM {name}")) for name in tables]
    return sum(counts)


def rich_novel():
    """A novel of another program: with statuses, labels, a comment, and a trash."""
    commented = Document(
        (Block(inlines=(Run("The lamp", marks(comment="c1")), Run(" went out."))),)
    )
    said = ImportedComment(
        "c1", "The lamp", [ImportedRemark("Which?", "Ada", WHEN), ImportedRemark("The green one.")]
    )
    first = ImportedItem(
        ItemKind.SCENE, "Lamp", commented, notes="By night.", status="Draft", label="Harbour",
        target=900, comments=[said],
    )  # fmt: skip
    cut = ImportedItem(ItemKind.SCENE, "Cut", document_of("Never was."))
    return ImportedNovel(
        "Rich",
        items=[
            ImportedItem(ItemKind.CHAPTER, "One", children=[first]),
            ImportedItem(ItemKind.CHAPTER, "Gone", children=[cut], is_trashed=True),
        ],
        details=ImportedDetails(subtitle="A tale", genre="Sea", series="Tides", series_index=2),
        statuses=[ImportedChoice("Draft", "#00aa00"), ImportedChoice("Done")],
        labels=[ImportedChoice("Harbour", "#0000ff")],
    )


def test_what_other_programs_say_of_a_novel_and_its_scenes_comes_in(library, loop):
    result = loop(importing.import_novel(rich_novel()))
    assert result.counts.words == 4, "what lies in the trash is counted"
    novel = loop(novels.get_novel(result.novel_id))
    assert (novel.subtitle, novel.genre, novel.series, novel.series_index) == (
        "A tale", "Sea", "Tides", 2,
    )  # fmt: skip
    statuses = loop(outline.list_statuses(result.novel_id))
    assert [(each.name, each.hue) for each in statuses] == [("Draft", "moss"), ("Done", "slate")]
    (label,) = loop(outline.list_labels(result.novel_id))
    assert (label.name, label.hue) == ("Harbour", "indigo")
    items = loop(outline.load_outline(result.novel_id))
    assert [item.title for item in items] == ["One", "Lamp"]
    lamp = items[1]
    assert (lamp.notes, lamp.target) == ("By night.", 900)
    assert (lamp.status_id, lamp.label_id) == (statuses[0].id, label.id)
    (thread,) = loop(comments.list_threads(result.novel_id))
    assert (thread.item_id, thread.mark, thread.passage) == (lamp.id, "c1", "The lamp")
    assert [(each.text, each.author) for each in thread.remarks] == [
        ("Which?", "Ada"), ("The green one.", ""),
    ]  # fmt: skip
    assert thread.remarks[0].made_at == WHEN


def test_what_another_program_had_thrown_away_can_be_put_back(library, loop):
    result = loop(importing.import_novel(rich_novel()))
    trashed = loop(outline.load_trash(result.novel_id))
    assert [item.title for item in trashed] == ["Gone"]
    loop(outline.restore_items(result.novel_id, ids=[trashed[0].id]))
    items = loop(outline.load_outline(result.novel_id))
    assert [item.title for item in items] == ["One", "Lamp", "Gone", "Cut"]


def test_earlier_versions_come_into_the_history(library, loop):
    versions = [
        ImportedVersion(document_of("It rained."), WHEN, "Before the flood"),
        ImportedVersion(document_of("Rain."), WHEN - timedelta(days=1)),
    ]
    item = ImportedItem(ItemKind.SCENE, document=document_of("It rained all day."))
    item.versions = versions
    made = loop(importing.import_novel(ImportedNovel("Harbour", items=[item])))
    (scene,) = loop(outline.load_outline(made.novel_id))
    steps = loop(history.list_versions(scene.id)).steps
    words = [step.version.words for step in steps]
    assert words == [4, 2, 1]
    assert steps[1].version.saved_at == WHEN
    (moment,) = loop(snapshots.list_snapshots(made.novel_id))
    assert (moment.name, moment.taken_at) == ("Before the flood", WHEN)
    old = loop(history.read_version(steps[2].version.id))
    assert old.plain_text == "Rain."
    body = loop(texts.load_text(scene.id)).body
    loop(texts.save_text(body, document_of("It rained all day and night.")))
    assert len(loop(history.list_versions(scene.id)).steps) == 4
