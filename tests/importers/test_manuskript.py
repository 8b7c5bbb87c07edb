# SPDX-License-Identifier: MIT
"""Projects of Manuskript: what each file becomes, and the sample project whole."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

import pytest

from novelist.domain import document as d
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.errors import ReadingCancelledError, SourceEmptyError, SourceError
from novelist.importers.imported import ImportedChoice, ImportedEntity, ImportOptions, WarningKind
from novelist.importers.manuskript.reader import read_manuskript
from novelist.importers.manuskript.texts import read_text
from tests.corpora import CORPORA
from tests.importers.mutations import damaged, outcome

SAMPLE = CORPORA / "manuskript/book-of-acts"
needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the corpus is not here")
FILES = {
    "MANUSKRIPT": "1",
    "infos.txt": "Title:          Tides\nAuthor:         A. Writer\nSubtitle:       S\n"
    "Serie:          Sea\nVolume:         2\nGenre:          Drama\nLicense:        CC0\n",
    "summary.txt": "Sentence:       One line.\nParagraph:      First.\n                Second.\n",
    "status.txt": "TODO\nDone\n",
    "labels.txt": "Idea:                #ffff00\nScene:               #ff0000\n",
    "settings.txt": '{"dict": "fr_FR"}',
}


def project(folder, files, main=FILES):
    for name, text in {**main, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def head(title, **fields):
    said = {"title": title, "ID": "1", "type": "md", "compile": "2", **fields}
    return "".join(f"{key + ':':<16}{value}\n" for key, value in said.items()) + "\n\n"


def read(path, progress=lambda done: None):
    return read_manuskript(path, ImportOptions(), progress)


def read_one(tmp_path, text="", files=(), **fields):
    """The only scene of a project."""
    made = {"outline/0-S.md": head("S", **fields) + text, **dict(files)}
    return read(project(tmp_path, made)).of_kind(ItemKind.SCENE)[0]


def own(**fields):
    return [EntityField(*each) for each in fields.items()]


def shape(items):
    return [(each.kind.value, each.title, shape(each.children)) for each in items]


def left(novel):
    return {str(w).removeprefix("left: ") for w in novel.warnings if w.kind is WarningKind.LEFT}


def test_what_the_project_says_of_the_novel(tmp_path):
    novel = read(project(tmp_path, {"outline/0-S.md": head("S"), "map.png": "?"}))
    about = novel.details
    assert (novel.title, novel.author, novel.language) == ("Tides", "A. Writer", "fr-FR")
    assert (about.subtitle, about.series, about.series_index) == ("S", "Sea", 2)
    assert (about.genre, about.logline, about.synopsis) == ("Drama", "One line.", "First.\nSecond.")
    assert [each.name for each in novel.statuses] == ["TODO", "Done"]
    assert novel.labels == [ImportedChoice("Idea", "#ffff00"), ImportedChoice("Scene", "#ff0000")]
    assert left(novel) == {"licence “CC0”", "file “map.png”"}


def test_folders_are_parts_and_chapters_in_the_order_of_their_numbers(tmp_path):
    files = {
        "outline/10-Z/folder.txt": head("Z", type="folder"),
        "outline/2-One/folder.txt": head("One", type="folder"),
        "outline/2-One/1-B/folder.txt": head("B", type="folder"),
        "outline/2-One/1-B/0-s.md": head("s"),
        "outline/2-One/0-A/0-no_title.md": "compile:        2\n\n\nText.",
        "outline/2-One/2-t.md": head("t"),
    }
    assert shape(read(project(tmp_path, files)).items) == [
        ("part", "One", [
            ("chapter", "A", [("scene", "no title", [])]),
            ("chapter", "B", [("scene", "s", [])]),
            ("scene", "t", []),
        ]),
        ("chapter", "Z", []),
    ]  # fmt: skip


def test_a_part_in_a_part_follows_it_and_the_order_of_reading_stays(tmp_path):
    files = {
        "outline/0-P/0-Q/0-c/0-s.md": head("one"),
        "outline/0-P/1-d/0-s.md": head("two"),
    }
    novel = read(project(tmp_path, files))
    assert shape(novel.items) == [
        ("part", "P", []), ("part", "Q", [("chapter", "c", [("scene", "one", [])])]),
        ("chapter", "d", [("scene", "two", [])]),
    ]  # fmt: skip


def test_what_is_said_of_a_scene(tmp_path):
    fields = {
        "summarySentence": "Short.", "summaryFull": "Long.\n                Longer.", "POV": "3",
        "notes": "See {C:3:Ann}, {P:1} and {W:9}.", "status": "2", "label": "1",
        "setGoal": "1500", "compile": "0", "mood": "dark",
    }  # fmt: skip
    files = {
        "characters/3-Ann.txt": "Name: Ann\nID: 3\n",
        "plots.xml": '<root><plot name="Storm" ID="1"/></root>',
    }
    scene = read_one(tmp_path, files=files, **fields)
    assert scene.synopsis == "Short.\n\nLong.\nLonger."
    assert scene.notes == "See Ann, Storm and {W:9}."
    assert scene.fields == [EntityField("POV", "Ann"), EntityField("mood", "dark")]
    assert (scene.status, scene.label, scene.target) == ("Done", "Idea", 1500)
    assert not scene.in_manuscript


def test_what_a_folder_leaves_out_its_scenes_are_out_of(tmp_path):
    files = {
        "outline/0-A/folder.txt": head("A", type="folder", compile="0"),
        "outline/0-A/0-s.md": head("s"),
    }
    assert not any(each.in_manuscript for each in read(project(tmp_path, files)).walk())


def test_texts_have_a_paragraph_a_line_and_marks(tmp_path):
    scene = read_one(tmp_path, "One *two*.\nSaid {C:1:Ann}.\n\n***\n# Head\n> Quoted\n")
    assert [(b.kind, b.plain_text) for b in scene.document] == [
        ("p", "One two."), ("p", "Said Ann."), ("break", ""), ("h", "Head"), ("quote", "Quoted"),
    ]  # fmt: skip
    assert d.Run("two", d.marks("em")) in scene.document.blocks[0].inlines


def test_a_text_that_looks_like_a_head_stays_text(tmp_path):
    assert read_one(tmp_path, "Ann: yes.\nBen: no.").document == d.document_of(
        "Ann: yes.", "Ben: no."
    )


def test_texts_of_other_types():
    progress = [].append
    html = "<html><head><style>x</style></head><p>A <b>b</b></p><p>c<br/>d</p>"
    blocks = read_text(html, "html", progress).blocks
    assert [b.plain_text for b in blocks] == ["A b", "c\nd"]
    assert blocks[0].inlines[1] == d.Run("b", d.marks("strong"))
    assert read_text("*a*\n\nb", "txt", progress) == d.document_of("*a*", "b")
    assert read_text("<![x y", "html", progress).plain_text == "<![x y"


def test_people_plots_and_the_world_are_the_story_bible(tmp_path):
    person = (
        "Name:                Ann\nID:                  0\nImportance:          2\n"
        "Motivation:          Love\n                Hate\nPhrase Summary:      A girl.\n"
        "Notes:               Check.\nEye_.._colour:       Green\n"
    )
    plots = (
        '<root><plot name="Storm" ID="1" importance="1" characters="0" description="Wind">'
        '<step name="Rain" ID="0" meta="m" summary="Wet"/></plot></root>'
    )
    world = (
        '<opml><body><outline name="Places" ID="0" description="All">'
        '<outline name="Sea" ID="1" passion="Blue"/></outline><outline name="Cultures" ID="2">'
        '<outline name="Old" ID="3"><outline name="Sailors" ID="4"/></outline></outline>'
        "</body></opml>"
    )
    files = {"characters/0-Ann.txt": person, "plots.xml": plots, "world.opml": world}
    novel = read(project(tmp_path, files))
    assert novel.items == []
    assert novel.entities == [
        ImportedEntity(
            EntityKind.CHARACTER, "Ann", summary="A girl.", notes="Check.",
            fields=[
                *own(Importance="2", Motivation="Love\nHate"), EntityField("Eye:colour", "Green"),
            ],
        ),
        ImportedEntity(EntityKind.PLACE, "Places", fields=own(description="All")),
        ImportedEntity(
            EntityKind.PLACE, "Sea",
            fields=[EntityField("passion", "Blue"), EntityField("Part of", "Places")],
        ),
        ImportedEntity(
            EntityKind.GROUP, "Sailors", fields=[EntityField("Part of", "Cultures / Old")]
        ),
        ImportedEntity(
            EntityKind.THREAD, "Storm", notes="• Rain\nmeta: m\nsummary: Wet",
            fields=own(importance="1", characters="Ann", description="Wind"),
        ),
    ]  # fmt: skip


def test_versions_come_and_those_of_nothing_are_said_to_be_left(tmp_path):
    xml = (
        '<outlineItem><outlineItem ID="7"><revision timestamp="1455033267" text="Old *words*."/>'
        '<revision text="never"/></outlineItem>'
        '<outlineItem ID="8"><revision timestamp="1" text="gone"/></outlineItem></outlineItem>'
    )
    files = {"outline/0-S.md": head("S", ID="7") + "New.", "revisions.xml": xml}
    novel = read(project(tmp_path, files))
    (version,) = next(item for item in novel.walk() if item.title == "S").versions
    assert version.document.plain_text == "Old words."
    assert version.made_at.year == 2016
    assert "snapshot × 2" in left(novel)


def test_versions_without_a_text_are_said_to_be_left(tmp_path):
    xml = '<outlineItem><revision text="a"/><revision text="b"/></outlineItem>'
    files = {"outline/0-S.md": head("S"), "revisions.xml": xml}
    assert "snapshot × 2" in left(read(project(tmp_path, files)))


def test_an_archive_and_a_file_beside_its_folder_are_the_same(tmp_path):
    folder = project(tmp_path / "tides", {"outline/0-S.md": head("S") + "Text."})
    (tmp_path / "tides.msk").write_text("1")
    with zipfile.ZipFile(tmp_path / "packed.msk", "w") as archive:
        for file in folder.rglob("*.*"):
            archive.write(file, file.relative_to(folder).as_posix())
        archive.writestr("MANUSKRIPT", "1")
    whole = read(folder).items
    assert whole[0].document == d.document_of("Text.")
    assert read(tmp_path / "tides.msk").items == read(tmp_path / "packed.msk").items == whole


def table(*rows):
    cells = (
        "<row>" + "".join(f'<col col="{n}">{cell}</col>' for n, cell in enumerate(row)) + "</row>"
        for row in rows
    )
    return f"<model><data>{''.join(cells)}</data></model>"


def test_the_old_format_without_its_pickle(tmp_path):
    outline = (
        '<outlineItem title="Root" type="folder"><outlineItem title="C" type="folder" ID="1">'
        '<outlineItem title="s" type="html" ID="2" POV="0" status="1" '
        'text="&lt;p&gt;Hi&lt;/p&gt;"/>'
        "</outlineItem></outlineItem>"
    )
    path = tmp_path / "old.msk"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("outline.xml", outline)
        archive.writestr("flatModel.xml", table(["Old", "Sub"], ["Sit", "Line"]))
        archive.writestr("perso.xml", table(["Ann", "0", "2", "Love"]))
        archive.writestr("status.xml", table([""], ["TODO"]))
        archive.writestr("plots.xml", table(["Storm", "0", "1"]))
        archive.writestr("settings.pickle", b"cos\nsystem\n(S'false'\ntR.")
    novel = read(path)
    assert (novel.title, novel.details.subtitle, novel.details.logline) == ("Old", "Sub", "Line")
    assert shape(novel.items) == [("chapter", "C", [("scene", "s", [])])]
    ann, storm = novel.entities
    assert (ann.kind, ann.name, ann.fields[1].value) == (EntityKind.CHARACTER, "Ann", "Love")
    assert (storm.kind, storm.name, storm.notes) == (EntityKind.THREAD, "Storm", "0\n1")
    scene = novel.of_kind(ItemKind.SCENE)[0]
    assert (scene.document.plain_text, scene.status) == ("Hi", "TODO")
    assert scene.fields == own(POV="Ann")
    assert left(novel) == {"file “settings.pickle”"}


# -- the sample ------------------------------------------------------------------------------------


@needs_sample
def test_the_sample_holds_what_its_files_say():
    novel = read(SAMPLE.with_suffix(".msk"))
    scenes = {each.title: each for each in novel.of_kind(ItemKind.SCENE)}
    files = sorted(SAMPLE.glob("outline/**/*.md"))
    assert len(files) == len(scenes) > 30
    for file in files:
        said, _, text = file.read_text("utf-8").partition("\n\n\n")
        scene = scenes[re.search(r"(?m)^title: +(.*)", said)[1]]
        plain = re.findall(r"\w+", re.sub(r"\{.:\d+:(.*?)\}", r"\1", text))
        assert re.findall(r"\w+", scene.document.plain_text) == plain, file.name
        lines = [line for line in text.split("\n") if line.strip()]
        assert len(scene.document) == len(lines)
    folders = {
        re.search(r"(?m)^title: +(.*)", file.read_text("utf-8"))[1]
        for file in SAMPLE.glob("outline/**/folder.txt")
    }
    chapters = [*novel.of_kind(ItemKind.CHAPTER), *novel.of_kind(ItemKind.PART)]
    assert {each.title for each in chapters} == folders


@needs_sample
def test_people_places_goals_and_versions_of_the_sample():
    novel = read(SAMPLE)
    titles = {each.title: each for each in novel.walk()}

    def called(*kinds):
        return sorted(each.name for each in novel.entities if each.kind in kinds)

    world = ElementTree.parse(SAMPLE / "world.opml").getroot()
    leaves = [each.get("name") for each in world.iter("outline") if not len(each)]
    plots = [each.get("name") for each in ElementTree.parse(SAMPLE / "plots.xml").iter("plot")]
    people = {}
    for file in SAMPLE.glob("characters/*.txt"):
        said = dict(re.findall(r"(?m)^(\S.*?): +(\S.*)$", file.read_text("utf-8")))
        people[said.pop("Name")] = said
    assert called(EntityKind.PLACE, EntityKind.GROUP) == sorted(leaves)
    assert called(EntityKind.GROUP) == ["Greeks", "Jews"]
    assert called(EntityKind.THREAD) == sorted(plots)
    assert called(EntityKind.CHARACTER) == sorted(people)
    for each in novel.entities:
        own_fields = {field.name: field.value for field in each.fields}
        if each.kind is EntityKind.CHARACTER:
            wanted = people[each.name]
            held = own_fields | {"Phrase Summary": each.summary, "Notes": each.notes}
            assert all(held[key].startswith(wanted[key].strip()) for key in wanted if key != "ID")
    assert titles["Chapter 1"].target == 1000
    assert titles["Philip in Samaria"].fields == own(POV="Philip")
    written = {
        (item.get("title"), revision.get("timestamp"))
        for item in ElementTree.parse(SAMPLE / "revisions.xml").iter("outlineItem")
        for revision in item.iterfind("revision")
    }
    assert written
    assert written == {
        (item.title, str(int(version.made_at.timestamp())))
        for item in novel.walk()
        for version in item.versions
    }
    assert not any("snapshot" in each for each in left(novel))


# -- damage ----------------------------------------------------------------------------------------


def test_what_is_no_project_is_said(tmp_path):
    (tmp_path / "x.msk").write_text("1")
    with pytest.raises(SourceError):
        read(tmp_path / "x.msk")
    with pytest.raises(SourceEmptyError):
        read(project(tmp_path / "y", {}))


def test_reading_can_be_stopped(tmp_path):
    def stop(done):
        raise ReadingCancelledError

    with pytest.raises(ReadingCancelledError):
        read(project(tmp_path, {"outline/0-S.md": head("S")}), stop)


def test_damaged_projects_end_in_a_novel_or_a_sentence(tmp_path):
    files = {
        "outline/0-S.md": head("S", notes="{C:1}") + "One *two*.\n> a [b](c)",
        "plots.xml": '<root><plot name="P" characters="0"><step name="s"/></plot></root>',
        "characters/0-Ann.txt": "Name: Ann\nID: 0\n",
    }
    folder = project(tmp_path, files)
    for name in (*files, "settings.txt", "labels.txt"):
        whole = (folder / name).read_bytes()
        for copy in damaged(whole, count=10):
            (folder / name).write_bytes(copy)
            assert outcome(read, folder)
        (folder / name).write_bytes(whole)


def test_damaged_archives_end_in_a_novel_or_a_sentence(tmp_path):
    path = tmp_path / "x.msk"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**FILES, "outline/0-S.md": head("S") + "Text. " * 99}.items():
            archive.writestr(name, text)
    for copy in damaged(path.read_bytes()):
        path.write_bytes(copy)
        assert outcome(read, path)
