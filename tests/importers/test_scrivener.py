# SPDX-License-Identifier: MIT
"""Projects of Scrivener 3 and 2: the binder, what is said of items, notes, the trash."""

from __future__ import annotations

import random
import shutil
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from novelist.domain import document as d
from novelist.domain.document import Atom, Run
from novelist.domain.document_text import to_json_lines
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ImportFormat, ItemKind
from novelist.errors import ReadingCancelledError, SourceDamagedError, SourceError
from novelist.importers.base import read_source
from novelist.importers.formats import format_of, is_project
from novelist.importers.imported import (
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    WarningKind,
)
from novelist.importers.scrivener.reader import read_scrivener
from tests.corpora import corpus

SAMPLE = "scrivener/sample.scriv"
DRAFT = "DRAFT"
MUTATIONS = 25
MANY = 1_000


def rtf(body: str) -> str:
    return rf"{{\rtf1\ansi\ansicpg1252\cocoartf2867 {body}}}"


def row(key: str, kind: str = "Text", *inner: str, meta: str = "", more: str = "") -> str:
    """A row of the binder, called by its key; included in what is compiled."""
    return (
        f'<BinderItem UUID="{key}" Type="{kind}"><Title>{key.title()}</Title>'
        f"<MetaData><IncludeInCompile>Yes</IncludeInCompile>{meta}</MetaData>{more}"
        f"<Children>{''.join(inner)}</Children></BinderItem>"
    )


def draft(*inner: str) -> str:
    return row(DRAFT, "DraftFolder", *inner)


def project(
    folder: Path, binder: str, files: dict[str, str] | None = None, settings: str = ""
) -> Path:
    """A project of Scrivener 3; the names of ``files`` are below its folder."""
    path = folder / "Storm.scriv"
    for name, text in (files or {}).items():
        place = path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    path.mkdir(exist_ok=True)
    main = f'<ScrivenerProject Version="2.0"><Binder>{binder}</Binder>{settings}</ScrivenerProject>'
    (path / "Storm.scrivx").write_text(main, encoding="utf-8")
    return path


def read(path: Path) -> ImportedNovel:
    return read_scrivener(path, ImportOptions(), lambda done: None)


def content(key: str, body: str) -> dict[str, str]:
    return {f"Files/Data/{key}/content.rtf": rtf(body)}


def tree(items: list[ImportedItem]) -> list[object]:
    return [
        [str(item.kind), item.title, *tree(item.children)]
        if item.children
        else (str(item.kind), item.title)
        for item in items
    ]


def item_called(novel: ImportedNovel, title: str) -> ImportedItem:
    return next(item for item in novel.walk() if item.title == title)


def left(novel: ImportedNovel) -> set[str]:
    return {str(w).removeprefix("left: ") for w in novel.warnings if w.kind is WarningKind.LEFT}


# What is chosen.


def test_a_folder_an_archive_and_the_main_file_are_the_same_project(tmp_path: Path) -> None:
    path = project(tmp_path, draft(row("A")), content("A", "Rain."))
    archive = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "Storm.scriv"))
    for chosen in (path, path / "Storm.scrivx", archive):
        assert format_of(chosen) is ImportFormat.SCRIVENER
        novel = read_source(chosen)
        assert novel.title == "Storm"
        assert [item.document.plain_text for item in novel.of_kind(ItemKind.SCENE)] == ["Rain."]
    assert is_project(path)


def test_an_archive_without_a_project_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(SourceDamagedError):
        read(tmp_path / "a.zip")


# The binder.


def test_folders_are_chapters_and_folders_of_folders_parts(tmp_path: Path) -> None:
    chapter = row("ONE", "Folder", row("A"), row("B"))
    binder = draft(row("FIRST", "Folder", chapter), row("TWO", "Folder", row("C")))
    novel = read(project(tmp_path, binder))
    assert tree(novel.items) == [
        ["part", "First", ["chapter", "One", ("scene", "A"), ("scene", "B")]],
        ["chapter", "Two", ("scene", "C")],
    ]


def test_section_types_say_what_an_item_is(tmp_path: Path) -> None:
    def typed(key: str) -> str:
        return f"<SectionType>{key}</SectionType>"

    settings = (
        '<SectionTypes><TypeDefinitions><Type ID="P">Part Heading</Type>'
        '<Type ID="C">Chapter Text</Type><Type ID="F">Front Matter</Type></TypeDefinitions>'
        "</SectionTypes>"
    )
    binder = draft(
        row("DEDICATION", meta=typed("F")),
        row("PART", "Folder", row("CHAPTER", meta=typed("C")), meta=typed("P")),
    )
    novel = read(project(tmp_path, binder, content("CHAPTER", "Rain."), settings))
    assert tree(novel.items) == [
        ("front", "Dedication"),
        ["part", "Part", ["chapter", "Chapter", ("scene", "")]],
    ]
    assert novel.items[1].children[0].children[0].document.plain_text == "Rain."


def test_the_text_of_a_folder_is_a_scene_at_its_head(tmp_path: Path) -> None:
    inner = row("INNER", "Folder", row("B"))
    binder = draft(row("ONE", "Folder", row("A"), inner))
    settings = (
        '<SectionTypes><TypeDefinitions><Type ID="N">N/A</Type><Type ID="C">Chapter</Type>'
        "</TypeDefinitions><LevelTypes><Folders><Type>N</Type><Type>C</Type></Folders></LevelTypes>"
        "</SectionTypes>"
    )
    meta = row("ONE", "Folder", row("A"), inner, meta="<SectionType>C</SectionType>")
    files = content("ONE", "Head.") | content("INNER", "Inside.")
    novel = read(project(tmp_path, binder.replace(row("ONE", "Folder", row("A"), inner), meta),
                         files, settings))  # fmt: skip
    assert tree(novel.items) == [
        ["chapter", "One", ("scene", ""), ("scene", "A"), ("scene", "Inner"), ("scene", "B")]
    ]
    texts = [item.document.plain_text for item in novel.of_kind(ItemKind.SCENE)]
    assert texts == ["Head.", "", "Inside.", ""]


def test_a_draft_without_folders_has_a_chapter_a_text(tmp_path: Path) -> None:
    novel = read(project(tmp_path, draft(row("A"), row("B")), content("B", "Rain.")))
    assert tree(novel.items) == [
        ["chapter", "A", ("scene", "")], ["chapter", "B", ("scene", "")],
    ]  # fmt: skip


def test_what_stands_beside_the_draft_are_folders_of_notes(tmp_path: Path) -> None:
    people = row("PEOPLE", "Folder", row("ANN"), row("MORE", "Folder", row("BEN")))
    novel = read(project(tmp_path, draft() + row("RESEARCH", "ResearchFolder", people)))
    assert tree(novel.items) == [
        ["folder", "Research",
         ["folder", "People", ("note", "Ann"), ["folder", "More", ("note", "Ben")]]],
    ]  # fmt: skip
    assert not any(item.in_manuscript for item in novel.walk())


def test_the_trash_is_the_trash(tmp_path: Path) -> None:
    binder = draft(row("F", "Folder", row("A"))) + row("TRASH", "TrashFolder", row("OLD"))
    novel = read(project(tmp_path, binder, content("OLD", "Gone.")))
    assert tree([item for item in novel.walk() if item.is_trashed]) == [("scene", "Old")]
    gone = [item.document.plain_text for item in novel.walk() if item.kind.has_text]
    assert "Gone." in gone


def test_texts_that_are_not_compiled_are_out_of_the_manuscript(tmp_path: Path) -> None:
    out = row("OUT").replace("<IncludeInCompile>Yes</IncludeInCompile>", "")
    novel = read(project(tmp_path, draft(row("F", "Folder", row("A"), out))))
    assert [item.in_manuscript for item in novel.of_kind(ItemKind.SCENE)] == [True, False]


# What is said of items.


def test_labels_statuses_synopses_notes_and_targets(tmp_path: Path) -> None:
    settings = (
        '<LabelSettings><Labels><Label ID="-1">No Label</Label>'
        '<Label ID="7" Color="1.0 0.5 0.0">Red</Label></Labels></LabelSettings>'
        '<StatusSettings><StatusItems><Status ID="-1">No Status</Status>'
        '<Status ID="2">First Draft</Status></StatusItems></StatusSettings>'
    )
    meta = "<LabelID>7</LabelID><StatusID>2</StatusID>"
    more = '<TextSettings><Target Type="Words" Notify="No">900</Target></TextSettings>'
    characters = '<TextSettings><Target Type="Characters">900</Target></TextSettings>'
    files = {
        "Files/Data/a/synopsis.txt": "Rain falls.\n",
        "Files/Data/a/notes.rtf": rtf("Check\\\nthe caf\\'e9"),
    }
    binder = draft(row("F", "Folder", row("A", meta=meta, more=more), row("B", more=characters)))
    novel = read(project(tmp_path, binder, files, settings))
    a, b = novel.of_kind(ItemKind.SCENE)
    assert (a.label, a.status, a.target, a.synopsis) == ("Red", "First Draft", 900, "Rain falls.")
    assert a.notes == "Check\nthe café"
    assert [(label.name, label.colour) for label in novel.labels] == [("Red", "#ff8000")]
    assert [status.name for status in novel.statuses] == ["First Draft"]
    assert (b.target, left(novel)) == (None, {"target-in-characters"})


def test_keywords_and_metadata_are_fields_of_the_item(tmp_path: Path) -> None:
    settings = (
        '<Keywords><Keyword ID="1" Color="1 0 0"><Title>Sea</Title><Children><Keyword ID="2">'
        "<Title>Storm</Title></Keyword></Children></Keyword></Keywords>"
        '<CustomMetaDataSettings><MetaDataField ID="pov" Type="Text"><Title>POV</Title>'
        '</MetaDataField><MetaDataField ID="day" Type="List"><Title>Day</Title><ListOptions>'
        '<Option ID="3">Monday</Option></ListOptions></MetaDataField></CustomMetaDataSettings>'
    )
    meta = (
        "<CustomMetaData><MetaDataItem><FieldID>pov</FieldID><Value>Ann</Value></MetaDataItem>"
        "<MetaDataItem><FieldID>day</FieldID><Value>3</Value></MetaDataItem></CustomMetaData>"
    )
    more = "<Keywords><KeywordID>1</KeywordID><KeywordID>2</KeywordID></Keywords>"
    novel = read(project(tmp_path, draft(row("A", meta=meta, more=more)), settings=settings))
    item = item_called(novel, "A")
    assert item.notes == ""
    assert item.fields == [
        EntityField("Keywords", "Sea, Storm"),
        EntityField("POV", "Ann"),
        EntityField("Day", "Monday"),
    ]


def test_sheets_in_folders_of_people_and_places_are_the_story_bible(tmp_path: Path) -> None:
    people = "<IconFileName>Characters (Photo)</IconFileName>"
    places = "<IconFileName>Locations (Location Sheet)</IconFileName>"
    inner = row("CREW", "Folder", row("BEN"))
    binder = draft(row("A")) + row("PEOPLE", "Folder", row("ANN"), inner, meta=people)
    binder += row("OTHER", "Folder", row("SEA", meta=places), row("IDEA"))
    binder += row("T", "Folder", row("SKETCH", meta=people))
    files = {
        **content("ANN", "Tall."),
        "Files/Data/ANN/synopsis.txt": "The pilot.",
        "Files/Data/ANN/notes.rtf": rtf("Check."),
    }
    template = "<TemplateFolderUUID>T</TemplateFolderUUID>"
    novel = read(project(tmp_path, binder, files, template))
    assert tree(novel.items)[1:] == [
        ["folder", "Other", ("note", "Idea")],
        ["folder", "T", ("note", "Sketch")],
    ]
    assert novel.entities == [
        ImportedEntity(EntityKind.CHARACTER, "Ann", [], "The pilot.", "Tall.\n\nCheck."),
        ImportedEntity(EntityKind.CHARACTER, "Ben", fields=[EntityField("Folder", "Crew")]),
        ImportedEntity(EntityKind.PLACE, "Sea"),
    ]


def test_a_sheet_with_a_footnote_stays_a_note_too(tmp_path: Path) -> None:
    people = "<IconFileName>Characters</IconFileName>"
    binder = draft(row("A")) + row("PEOPLE", "Folder", row("ANN"), meta=people)
    body = r"Tall{\footnote Very.}."
    novel = read(project(tmp_path, binder, content("ANN", body)))
    assert tree(novel.items)[1:] == [["folder", "People", ("note", "Ann")]]
    assert [each.notes for each in novel.entities] == ["Tall."]


def test_target_deadline_title_and_author_of_the_project(tmp_path: Path) -> None:
    settings = (
        '<ProjectTargets><DraftTarget Type="Words" Deadline="2027-03-01 00:00:00 +0100">80000'
        "</DraftTarget></ProjectTargets><ProjectProperties><ProjectTitle>The Storm</ProjectTitle>"
        "<FullName>Ann Bell</FullName></ProjectProperties>"
    )
    novel = read(project(tmp_path, draft(row("A")), settings=settings))
    assert (novel.title, novel.author) == ("The Storm", "Ann Bell")
    assert (novel.details.target, novel.details.deadline) == (80000, date(2027, 3, 1))


# Comments and footnotes.


def anchored(key: str, words: str) -> str:
    return rf'{{\field{{\*\fldinst{{HYPERLINK "scrivcmt://{key}"}}}}{{\fldrslt {words}}}}}'


def test_comments_and_footnotes_stand_at_their_passages(tmp_path: Path) -> None:
    note = rtf(r"A {\i note}.")
    notes = (
        f'<Comments Version="1.0"><Comment ID="C1" Author="Ben"><![CDATA[{rtf("Why?")}]]></Comment>'
        f'<Comment ID="F1" Footnote="Yes"><![CDATA[{note}]]></Comment>'
        f'<Comment ID="C2"><![CDATA[{rtf("Of nothing.")}]]></Comment></Comments>'
    )
    sailed = anchored("C1", r"sailed {\i home}")
    body = f"He {sailed} at {anchored('F1', 'night')}."
    files = content("A", body) | {"Files/Data/A/content.comments": notes}
    scene = read(project(tmp_path, draft(row("F", "Folder", row("A"))), files)).items[0].children[0]
    (comment,) = scene.comments
    assert (comment.passage, comment.remarks[0].text) == ("sailed home", "Why?")
    assert comment.remarks[0].author == "Ben"
    (block,) = scene.document.blocks
    assert block.plain_text == "He sailed home at night."
    atom = block.inlines[-2]
    assert isinstance(atom, Atom)
    assert atom.attrs["blocks"] == [["p", ["A ", ["note", {"em": 1}], "."]]]
    assert "link" not in to_json_lines(scene.document)
    assert scene.notes == "Comment: Of nothing."


@pytest.mark.parametrize("is_group", [True, False])
def test_notes_between_braces_are_notes(tmp_path: Path, is_group: bool) -> None:
    body = r"He sailed\{\\Scrv_annot \\color=\{\\R=0.5\\G=0.1\\B=0\} \\text=Why?\\end_Scrv_annot\}"
    body += r" home\{\\Scrv_fn=A {\i note}.\\end_Scrv_fn\}."
    if is_group:
        body = r"He sailed{\Scrv_annot \color={\R=0.5\G=0.1\B=0} \text=Why?\end_Scrv_annot} home"
        body += r"{\Scrv_fn=A {\i note}.\end_Scrv_fn}."
    novel = read(project(tmp_path, draft(row("F", "Folder", row("A"))), content("A", body)))
    scene = novel.of_kind(ItemKind.SCENE)[0]
    assert scene.document.plain_text == "He sailed home."
    assert [(c.passage, c.remarks[0].text) for c in scene.comments] == [("sailed", "Why?")]
    notes = [each for each in scene.document.blocks[0].inlines if isinstance(each, Atom)]
    assert [note.attrs["blocks"] for note in notes] == [[["p", ["A ", ["note", {"em": 1}], "."]]]]


def test_tags_of_styles_go_and_placeholders_stay(tmp_path: Path) -> None:
    body = r"<$Scr_Ps::0>One <$Scr_Cs::1>two<!$Scr_Cs::1> by <$fullname>, <$year>.<!$Scr_Ps::0>\par"
    body += r"<$Scr_H::1>Title<!$Scr_H::1>"
    novel = read(project(tmp_path, draft(row("A")), content("A", body)))
    first, second = novel.of_kind(ItemKind.SCENE)[0].document.blocks
    assert first.inlines == (
        Run("One two by "),
        Atom(d.PLACEHOLDER, {"name": "author"}),
        Run(", <$year>."),
    )
    assert (second.kind, second.plain_text) == ("h", "Title")


def test_snapshots_come_as_earlier_versions(tmp_path: Path) -> None:
    index = (
        "<SnapshotIndexes><Snapshot><Title>Before the flood</Title>"
        "<Date>2026-01-02 03:04:05 +0100</Date></Snapshot></SnapshotIndexes>"
    )
    files = content("A", "Rain.") | {
        "Snapshots/A.snapshots/index.xml": index,
        "Snapshots/A.snapshots/2026-01-02-03-04-05+0100.rtf": rtf("Drizzle."),
        "Snapshots/a.snapshots/2026-01-03-03-04-05+0100.rtf": rtf("Mist."),
        "Snapshots/A.snapshots/notes.rtf": rtf("No moment."),
    }
    novel = read(project(tmp_path, draft(row("A")), files))
    (scene,) = novel.of_kind(ItemKind.SCENE)
    found = [(v.made_at.isoformat(), v.title, v.document.plain_text) for v in scene.versions]
    assert sorted(found) == [
        ("2026-01-02T02:04:05+00:00", "Before the flood", "Drizzle."),
        ("2026-01-03T02:04:05+00:00", "", "Mist."),
    ]
    assert left(novel) == {"snapshot"}


def test_snapshots_of_a_sheet_that_is_no_note_are_named(tmp_path: Path) -> None:
    people = "<IconFileName>Characters</IconFileName>"
    files = content("A", "The pilot.") | {
        "Snapshots/A.snapshots/2026-01-02-03-04-05+0100.rtf": rtf("The mate."),
    }
    binder = draft() + row("P", "Folder", row("A", meta=people), meta=people)
    novel = read(project(tmp_path, binder, files))
    assert [each.notes for each in novel.entities] == ["The pilot."]
    assert left(novel) == {"snapshot"}


# What cannot come along.


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    files = content("A", "Rain.") | {
        "Snapshots/Gone.snapshots/2026-01-02-03-04-05+0100.rtf": rtf("Old."),
        "Snapshots/Gone.snapshots/2026-01-03-03-04-05+0100.rtf": rtf("Older."),
        "Files/user.lock": "user=Ann",
        "Files/Data/P/content.pdf": "%PDF",
        "Files/Data/A/synopsis.png": "x",
    }
    pdf = row("P", "PDF", meta="<FileExtension>pdf</FileExtension>")
    collection = (
        '<Collections><Collection Type="Arbitrary"><Title>Mine</Title></Collection></Collections>'
    )
    novel = read(project(tmp_path, draft(row("A")) + pdf, files, collection))
    assert left(novel) == {
        "snapshot × 2", "research-file “P.pdf”", "picture-of-an-index-card “A”",
        "collection “Mine”",
    }  # fmt: skip
    assert WarningKind.OPEN_ELSEWHERE in {warning.kind for warning in novel.warnings}


def test_a_text_that_cannot_be_read_is_named_and_the_rest_comes(tmp_path: Path) -> None:
    files = content("A", "Rain.") | {"Files/Data/B/content.rtf": "{\\rtf1 " + "{" * 2_000}
    novel = read(project(tmp_path, draft(row("F", "Folder", row("A"), row("B"))), files))
    damaged = [str(w) for w in novel.warnings if w.kind is WarningKind.DAMAGED]
    assert damaged == ["damaged: text “B”"]
    assert [item.document.plain_text for item in novel.of_kind(ItemKind.SCENE)] == ["Rain.", ""]


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "content.rtf").write_text(rtf("Secret."))
    novel = read(project(tmp_path, draft(row("../../../secret"))))
    assert not any(item.document.blocks for item in novel.walk())


# Scrivener 2, and many.


def test_scrivener_2_has_numbers_for_names(tmp_path: Path) -> None:
    path = tmp_path / "Old.scriv"
    (path / "Files" / "Docs").mkdir(parents=True)
    (path / "project.scrivx").write_text(
        '<ScrivenerProject Version="1.0"><Binder>'
        '<BinderItem ID="0" Type="DraftFolder"><Title>Draft</Title><Children>'
        '<BinderItem ID="3" Type="Folder"><Title>One</Title><Children>'
        '<BinderItem ID="4" Type="Text"><Title>Scene</Title></BinderItem>'
        "</Children></BinderItem></Children></BinderItem></Binder></ScrivenerProject>"
    )
    docs = path / "Files" / "Docs"
    (docs / "4.rtf").write_text(rtf("Rain."))
    (docs / "4_synopsis.txt").write_text("It rains.")
    (docs / "4_notes.rtf").write_text(rtf("Wet."))
    novel = read(path)
    (scene,) = novel.of_kind(ItemKind.SCENE)
    assert (scene.document.plain_text, scene.synopsis, scene.notes) == (
        "Rain.",
        "It rains.",
        "Wet.",
    )
    assert (novel.title, scene.in_manuscript) == ("Old", True)


def test_a_project_of_very_many_texts(tmp_path: Path) -> None:
    keys = [f"N{number}" for number in range(MANY)]
    files: dict[str, str] = {}
    for key in keys:
        files |= content(key, f"Text {key}.")
    path = project(tmp_path, draft(row("F", "Folder", *map(row, keys))), files)
    shares: list[float] = []
    novel = read_source(path, progress=shares.append)
    scenes = novel.of_kind(ItemKind.SCENE)
    assert [scene.document.plain_text for scene in scenes] == [f"Text {key}." for key in keys]
    assert shares == sorted(shares)
    assert len(shares) > MANY


def test_reading_can_be_stopped_at_each_text(tmp_path: Path) -> None:
    path = project(tmp_path, draft(*(row(f"N{number}") for number in range(9))))
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 5

    with pytest.raises(ReadingCancelledError):
        read_source(path, cancelled=cancelled)


# The sample, against what its own binder says.


@pytest.mark.corpus
def test_the_sample_says_what_its_binder_says() -> None:
    path = corpus(SAMPLE)
    root = ElementTree.parse(path / "project.scrivx").getroot()
    statuses = {each.get("ID"): each.text for each in root.iter("Status")}
    novel = read(path)
    by_title: dict[str, list[ImportedItem]] = {}
    for item in novel.walk():
        by_title.setdefault(item.title, []).append(item)
    for element in root.iter("BinderItem"):
        if element.get("Type") in ("DraftFolder", "TrashFolder", "PDF"):
            continue
        item = by_title[element.findtext("Title", "")].pop(0)
        folder = path / "Files" / "Data" / element.get("UUID", "")
        assert item.status == statuses.get(element.findtext("MetaData/StatusID", "-1"), "").replace(
            "No Status", ""
        )
        synopsis = folder / "synopsis.txt"
        assert item.synopsis == (synopsis.read_text().strip() if synopsis.exists() else "")
        assert bool(item.notes) == (folder / "notes.rtf").exists()
        has_text = (folder / "content.rtf").exists() or (folder / "content.png").exists()
        assert bool(item.document.blocks) == has_text
    assert not any(by_title.values())
    assert [label.name for label in novel.labels] == [
        each.text for each in root.iter("Label") if each.get("ID") != "-1"
    ]
    assert novel.pictures


@pytest.mark.corpus
def test_damaged_copies_of_the_sample_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.scriv"
    shutil.copytree(corpus(SAMPLE), path)
    main = path / "project.scrivx"
    data = main.read_bytes()
    outcomes = [outcome(path, main, mutated(data, seed)) for seed in range(MUTATIONS)]
    assert len(outcomes) == MUTATIONS


def outcome(path: Path, main: Path, data: bytes) -> str:
    main.write_bytes(data)
    try:
        return "".join(to_json_lines(item.document) for item in read(path).walk())
    except SourceError as error:
        return repr(error)


def mutated(data: bytes, seed: int) -> bytes:
    """A copy cut off, with a piece missing, or with letters of values and names changed."""
    chosen = random.Random(seed)
    start = chosen.randrange(len(data))
    if seed % 3 == 0:
        return data[:start]
    if seed % 3 == 1:
        return data[:start] + data[start + chosen.randrange(400) :]
    changed = bytearray(data)
    for _ in range(9):
        place = chosen.randrange(len(changed))
        if chr(changed[place]).isalnum():
            changed[place] = ord(chosen.choice("0123456789ABCZaz-"))
    return bytes(changed)
