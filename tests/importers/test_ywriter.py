# SPDX-License-Identifier: MIT
"""Projects of yWriter: what each element and tag becomes, and the sample projects whole."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest

from novelist.domain import document as d
from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.errors import (
    ReadingCancelledError,
    SourceDamagedError,
    SourceEmptyError,
    UnknownFormatError,
)
from novelist.importers.imported import ImportOptions, WarningKind
from novelist.importers.settling import language_tag
from novelist.importers.ywriter.markup import read_scene_text
from novelist.importers.ywriter.reader import read_ywriter
from tests.corpora import CORPORA
from tests.importers.mutations import damaged, outcome

SAMPLES = [CORPORA / f"ywriter/yw2nw/{name}.yw7" for name in ("edited", "generated")]
TYPES = [  # what the file says, and what a scene of it is
    ("", ItemKind.SCENE, True),
    ("<Unused>-1</Unused>", ItemKind.SCENE, False),
    ("<Unused>-1</Unused><Fields><Field_SceneType>1</Field_SceneType></Fields>", ItemKind.NOTE,
     False),
    ("<Fields><Field_SceneType>2</Field_SceneType></Fields>", ItemKind.NOTE, False),
]  # fmt: skip


def scene(key=1, content="", **fields):
    said = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return (
        f"<SCENE><ID>{key}</ID><Title>Scene {key}</Title><BelongsToChID>1</BelongsToChID>{said}"
        f"<SceneContent>{escape(content)}</SceneContent></SCENE>"
    )


def chapter(key=1, scenes=(1,), title="", **fields):
    said = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    listed = "".join(f"<ScID>{each}</ScID>" for each in scenes)
    return (
        f"<CHAPTER><ID>{key}</ID><Title>{title or f'Chapter {key}'}</Title>"
        f"<SortOrder>{key}</SortOrder>{said}<Scenes>{listed}</Scenes></CHAPTER>"
    )


def project(tmp_path, chapters="", scenes="", rest="", about=""):
    path = tmp_path / "tides.yw7"
    path.write_text(
        f"\ufeff<YWRITER7><PROJECT><Title>Tides</Title><AuthorName>A. Writer</AuthorName>{about}"
        f"</PROJECT>{rest}<SCENES>{scenes}</SCENES><CHAPTERS>{chapters}</CHAPTERS></YWRITER7>",
        encoding="utf-8",
    )
    return path


def read(path, progress=lambda done: None):
    return read_ywriter(path, ImportOptions(), progress)


def shape(items):
    return [(each.kind.value, each.title, shape(each.children)) for each in items]


def left(novel):
    return {str(w).removeprefix("left: ") for w in novel.warnings if w.kind is WarningKind.LEFT}


# -- the project -----------------------------------------------------------------------------------


def test_what_the_project_says_of_the_novel(tmp_path):
    about = (
        "<Desc>A story.</Desc><Bio>Born.</Bio><WordTarget>90000</WordTarget>"
        "<WordTargetEndDate>2027-01-31</WordTargetEndDate><DeadlineDate1>2026-12-01</DeadlineDate1>"
        "<Fields><Field_LanguageCode>de</Field_LanguageCode>"
        "<Field_CountryCode>AT</Field_CountryCode></Fields><Strange>what</Strange>"
    )
    rest = "<WCLog><WC><Date>2026-01-01</Date></WC></WCLog><ODD><X>1</X></ODD>"
    novel = read(project(tmp_path, chapter(), scene(), rest, about))
    assert (novel.title, novel.author, novel.language) == ("Tides", "A. Writer", "de-AT")
    assert (novel.details.synopsis, novel.details.target) == ("A story.", 90000)
    assert str(novel.details.deadline) == "2027-01-31"
    assert left(novel) == {
        "deadline “2026-12-01”", "unknown “Strange: what”", "unknown “ODD”",
    }  # fmt: skip
    assert [each.name for each in novel.statuses] == [
        "Outline", "Draft", "1st Edit", "2nd Edit", "Done",
    ]  # fmt: skip
    assert novel.items[-1].document == d.document_of("Born.")


def test_parts_chapters_and_scenes_in_their_order(tmp_path):
    chapters = chapter(3, (3,)) + chapter(1, (), "One", SectionStart=-1) + chapter(2, (2, 1))
    novel = read(project(tmp_path, chapters, scene(1) + scene(2) + scene(3)))
    assert shape(novel.items) == [
        ("part", "One", [
            ("chapter", "Chapter 2", [("scene", "Scene 2", []), ("scene", "Scene 1", [])]),
            ("chapter", "Chapter 3", [("scene", "Scene 3", [])]),
        ])
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "kind", "in_manuscript"), TYPES)
def test_types_of_scenes(tmp_path, said, kind, in_manuscript):
    path = project(tmp_path, chapter(), scene().replace("</SCENE>", f"{said}</SCENE>"))
    (only,) = read(path).items[0].children
    assert (only.kind, only.in_manuscript) == (kind, in_manuscript)


@pytest.mark.parametrize(
    ("said", "kind", "in_manuscript"),
    [
        ({"ChapterType": 0}, ItemKind.CHAPTER, True), ({"Unused": -1}, ItemKind.CHAPTER, False),
        ({"Unused": -1, "Type": 1}, ItemKind.FOLDER, False),
        ({"Type": 0, "ChapterType": 2}, ItemKind.FOLDER, False),
    ],
)  # fmt: skip
def test_types_of_chapters(tmp_path, said, kind, in_manuscript):
    (only,) = read(project(tmp_path, chapter(**said), scene())).items
    assert (only.kind, only.in_manuscript) == (kind, in_manuscript)
    assert only.children[0].in_manuscript is in_manuscript


def test_the_trash_is_trash(tmp_path):
    trash = chapter(2, (2,), "Trash", Fields="<Field_IsTrash>1</Field_IsTrash>")
    novel = read(project(tmp_path, chapter() + trash, scene(1) + scene(2)))
    assert [each.is_trashed for each in novel.items] == [False, True]


def test_scenes_that_no_chapter_lists_are_kept(tmp_path):
    scenes = scene(1) + scene(2) + scene(3, "Lost.").replace(">1</Belongs", ">9</Belongs")
    novel = read(project(tmp_path, chapter(), scenes))
    assert shape(novel.items) == [
        ("chapter", "Chapter 1", [("scene", "Scene 1", []), ("scene", "Scene 2", [])]),
        ("note", "Scene 3", []),
    ]


def test_what_is_said_of_a_scene(tmp_path):
    fields = {
        "Desc": "She leaves.", "Notes": "Check.", "Status": 4, "Tags": "sea;storm",
        "Goal": "Win", "Conflict": "Wind", "Outcome": "Loss", "ReactionScene": -1,
        "Day": 3, "Hour": 0, "Field1": 7, "Field2": 1, "Invented": "Kept.",
        "Characters": "<CharID>2</CharID><CharID>1</CharID>", "Locations": "<LocID>9</LocID>",
    }  # fmt: skip
    people = "".join(
        f"<CHARACTER><ID>{n}</ID><Title>{name}</Title></CHARACTER>"
        for n, name in ((1, "Ann"), (2, "Ben"))
    )
    about = "<FieldTitle1>Tension</FieldTitle1>"
    rest = f"<CHARACTERS>{people}</CHARACTERS>"
    novel = read(project(tmp_path, chapter(), scene(**fields), rest, about))
    made = novel.of_kind(ItemKind.SCENE)[0]
    assert (made.synopsis, made.status) == ("She leaves.", "2nd Edit")
    assert made.notes == "Check."
    assert [f"{each.name}: {each.value}" for each in made.fields] == [
        "Tags: sea; storm", "Viewpoint: Ben", "Characters: Ben, Ann", "Locations: 9",
        "Tension: 7", "Goal: Win", "Conflict: Wind", "Outcome: Loss", "Reaction scene: ✓", "Day: 3",
        "Invented: Kept.",
    ]  # fmt: skip


def test_people_places_things_and_notes(tmp_path):
    rest = (
        "<CHARACTERS><CHARACTER><ID>1</ID><Title>Jane</Title><FullName>Jane Smith</FullName>"
        "<AKA>J; Jay,Jane</AKA><Desc>Tall.\nDark.</Desc><Bio>Born.</Bio><Goals>Win.</Goals>"
        "<Major>-1</Major>"
        "<Notes>Check.</Notes><ImageFile>j.png</ImageFile></CHARACTER></CHARACTERS>"
        "<LOCATIONS><LOCATION><ID>1</ID><Title>Sea</Title></LOCATION></LOCATIONS>"
        "<ITEMS><ITEM><ID>1</ID><Title>Oar</Title></ITEM></ITEMS>"
        "<PROJECTNOTES><PROJECTNOTE><ID>1</ID><Title>Idea</Title></PROJECTNOTE></PROJECTNOTES>"
    )
    novel = read(project(tmp_path, rest=rest))
    assert shape(novel.items) == [("folder", "Project notes", [("note", "Idea", [])])]
    jane, sea, oar = novel.entities
    assert (sea.kind, sea.name) == (EntityKind.PLACE, "Sea")
    assert (oar.kind, oar.name) == (EntityKind.THING, "Oar")
    assert (jane.kind, jane.name) == (EntityKind.CHARACTER, "Jane")
    assert jane.aliases == ["Jane Smith", "J", "Jay"]
    assert (jane.summary, jane.notes) == ("Tall.\nDark.", "Check.")
    assert [f"{each.name}: {each.value}" for each in jane.fields] == [
        "Major: ✓", "Biography: Born.", "Goals: Win.", "Picture: j.png",
    ]  # fmt: skip


def test_texts_in_other_files_are_said_to_be_missing(tmp_path):
    novel = read(project(tmp_path, chapter(), scene(RTFFile="RTF5/1.rtf")))
    assert [str(w) for w in novel.warnings] == ["damaged: text “Scene 1”"]


# -- the text --------------------------------------------------------------------------------------


def text(written):
    return read_scene_text(written).document.blocks


@pytest.mark.parametrize(
    ("tag", "mark"), [("b", "strong"), ("i", "em"), ("u", "u"), ("s", "s"), ("I", "em")]
)
def test_marks(tag, mark):
    (block,) = text(f"a [{tag}]b[/{tag}] c")
    assert block.inlines == (d.Run("a "), d.Run("b", d.marks(mark)), d.Run(" c"))


def test_a_mark_goes_on_over_paragraphs():
    assert [b.inlines[0].marks for b in text("[i]a\nb[/i]\nc")] == [
        d.marks("em"), d.marks("em"), (),
    ]  # fmt: skip


def test_a_tag_that_never_ends_is_words():
    assert [b.plain_text for b in text("[s]he /* went")] == ["[s]he /* went"]


def test_alignment_headings_quotations_and_languages():
    blocks = text("[c]a\nb[/c]\n[r]c[/r]\n[h2]d[/h2]\n> e\n\n[lang=de-AT]f[/lang=de-AT]")
    assert [(b.kind, dict(b.attrs), b.plain_text) for b in blocks] == [
        ("p", {"align": "center"}, "a"), ("p", {"align": "center"}, "b"),
        ("p", {"align": "right"}, "c"), ("h", {"level": 2}, "d"), ("quote", {}, "e"),
        ("p", {}, "f"),
    ]  # fmt: skip
    assert blocks[-1].inlines[0].marks == d.marks(lang="de-AT")


def test_comments_are_about_the_word_before_them():
    document, comments = read_scene_text("One two /* why? */three\n/* first */four")
    assert [(c.passage, c.remarks[0].text) for c in comments] == [
        ("two", "why?"),
        ("four", "first"),
    ]
    marked = {
        mark.value: run.text
        for block in document for run in block.inlines for mark in run.marks
    }  # fmt: skip
    assert marked == {comments[0].mark: "two", comments[1].mark: "four"}
    assert document.plain_text == "One two three\nfour"


def test_footnotes():
    (block,) = text("Sea/*@fn* Deep.\nCold. */ and/*@en* End. */.")
    notes = [each for each in block.inlines if isinstance(each, d.Atom)]
    assert [each.attrs["blocks"] for each in notes] == [
        [["p", ["Deep."]], ["p", ["Cold."]]], [["p", ["End."]]],
    ]  # fmt: skip
    assert block.plain_text == "Sea and."


def test_hostile_texts_end_soon():
    for written in ("/*" * 200_000, "[b]" * 100_000, "/**/" * 100_000, "a/*b*/" * 20_000):
        assert read_scene_text(written)


# -- the samples -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_hold_what_their_files_say(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    novel, root = read(path), ElementTree.parse(path).getroot()
    assert (novel.title, novel.author) == (
        root.findtext("PROJECT/Title"), root.findtext("PROJECT/AuthorName"),
    )  # fmt: skip
    made = {each.title: each for each in novel.walk() if each.kind.has_text}
    for element in root.iterfind("SCENES/SCENE"):
        item = made[element.findtext("Title")]
        text = element.findtext("SceneContent") or ""
        for tag in ("b", "i", "s", "lang=zxx", "lang=en-AU"):
            text = text.replace(f"[{tag}]", "").replace(f"[/{tag}]", "")
        lines = [line.removeprefix("> ") for line in text.split("\n") if line.strip()]
        assert item.document.plain_text.split("\n") == lines
        assert item.status == novel.statuses[int(element.findtext("Status")) - 1].name
        assert item.synopsis == (element.findtext("Desc") or "").strip()
    titles = {each.title for each in novel.walk()}
    assert {each.findtext("Title") for each in root.iterfind("CHAPTERS/CHAPTER")} <= titles
    for name, kind in (("CHARACTERS/CHARACTER", "character"), ("LOCATIONS/LOCATION", "place"),
                       ("ITEMS/ITEM", "thing")):  # fmt: skip
        wanted = {each.findtext("Title"): each for each in root.iterfind(name)}
        held = {each.name: each for each in novel.entities if each.kind == kind}
        assert held.keys() == wanted.keys()
        for title, element in wanted.items():
            also = [element.findtext(each) for each in ("FullName", "AKA")]
            assert {each for each in also if each and each != title} <= set(held[title].aliases)
            assert held[title].summary == (element.findtext("Desc") or "").strip()
    parts = [each.title for each in novel.of_kind(ItemKind.PART)]
    assert parts == [
        each.findtext("Title") for each in root.iterfind("CHAPTERS/CHAPTER")
        if each.findtext("SectionStart") and not each.findtext("Unused")
    ]  # fmt: skip


# -- damage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", SourceEmptyError), (b"<YWRITER7>", SourceDamagedError),
        (b"<html></html>", UnknownFormatError), (b"<YWRITER7></YWRITER7>", SourceEmptyError),
    ],
)  # fmt: skip
def test_what_is_no_project_is_said(tmp_path, data, error):
    path = tmp_path / "x.yw7"
    path.write_bytes(data)
    with pytest.raises(error):
        read(path)


def test_characters_that_xml_may_not_hold_are_left_out(tmp_path):
    path = project(tmp_path, chapter(), scene(content="Sea\x02son"))
    assert read(path).of_kind(ItemKind.SCENE)[0].document == d.document_of("Season")


def test_reading_can_be_stopped(tmp_path):
    def stop(done):
        raise ReadingCancelledError

    with pytest.raises(ReadingCancelledError):
        read(project(tmp_path, chapter(), scene()), stop)


def test_damaged_projects_end_in_a_novel_or_a_sentence(tmp_path):
    content = "[b]a[/b] /* why */ /*@fn* n */\n> [i]q[/i]"
    path = project(tmp_path, chapter(), scene(content=content, Status=2), about="<Desc>D</Desc>")
    for copy in damaged(path.read_bytes()):
        path.write_bytes(copy)
        assert outcome(read, path)


def test_no_language_is_none_in_any_country():
    assert language_tag("zxx-DE") == language_tag("none") == "en"
    assert language_tag("de_AT") == "de-AT"
