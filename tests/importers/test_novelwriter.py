# SPDX-License-Identifier: MIT
"""Projects of novelWriter: what each rule of its files becomes, and the sample project whole."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

import pytest

from novelist.domain import document as d
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.errors import ReadingCancelledError, SourceDamagedError
from novelist.importers.imported import ImportedChoice, ImportedEntity, ImportOptions, WarningKind
from novelist.importers.novelwriter.reader import read_novelwriter
from tests.corpora import CORPORA
from tests.importers.mutations import damaged, outcome

CORPUS = CORPORA / "novelwriter"
SAMPLE = CORPUS / "sample"
needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the corpus is not here")

ROOT, OTHER = "1" * 13, "2" * 13
SETTINGS = """
  <language>en_GB</language>
  <projectTarget date="2026-12-31" last="3">80000</projectTarget>
  <dailyTarget>500</dailyTarget>
  <autoReplace><entry key="A">Beth</entry></autoReplace>
  <status><entry key="s1" color="#102030">New</entry>
  <entry key="s2" color="red">Done</entry></status>
  <importance><entry key="i1" color="blue">Major</entry></importance>"""


def item(
    handle, parent, kind="FILE", cls="NOVEL", layout="DOCUMENT", name="", order=0, active="yes"
):
    return (
        f'<item handle="{handle}" parent="{parent}" root="{ROOT}" order="{order}" type="{kind}" '
        f'class="{cls}" layout="{layout}"><meta expanded="yes"/>'
        f'<name status="s2" import="i1" active="{active}">{name}</name></item>'
    )


def root(handle=ROOT, cls="NOVEL", name="Novel", order=0):
    return item(handle, "None", "ROOT", cls, "", name, order)


def project(folder, items, texts, others=None):
    """A project folder with these items and the texts of handles."""
    main = (
        '<novelWriterXML fileVersion="1.5"><project><name>Tides</name><author>A. Writer</author>'
        f"</project><settings>{SETTINGS}</settings><content>{''.join(items)}</content>"
        "</novelWriterXML>"
    )
    files = {"nwProject.nwx": main, **(others or {})}
    files |= {f"content/{handle}.nwd": text for handle, text in texts.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(path, progress=lambda done: None):
    return read_novelwriter(path, ImportOptions(), progress)


def read_one(tmp_path, text, **about):
    """The novel with one document in its root."""
    about = {"name": "Doc", **about}
    return read(project(tmp_path, [root(), item("a" * 13, ROOT, **about)], {"a" * 13: text}))


def shape(items):
    return [(each.kind.value, each.title, shape(each.children)) for each in items]


def only_block(tmp_path, text):
    (block,) = read_one(tmp_path, f"### S\n\n{text}\n").of_kind(ItemKind.SCENE)[0].document
    return block


def left(novel):
    return {str(w).removeprefix("left: ") for w in novel.warnings if w.kind is WarningKind.LEFT}


# -- the project -----------------------------------------------------------------------------------


def test_what_the_project_says_of_the_novel(tmp_path):
    novel = read_one(tmp_path, "### S\n")
    assert (novel.title, novel.author, novel.language) == ("Tides", "A. Writer", "en-GB")
    assert novel.details.target == 80000
    assert str(novel.details.deadline) == "2026-12-31"
    assert novel.statuses[0] == ImportedChoice("New", "#102030")
    assert [each.name for each in novel.labels] == ["Major"]
    assert "daily-target" in left(novel)


def test_headings_make_parts_chapters_and_scenes(tmp_path):
    text = "# One\n\nMotto.\n\n## A\n\nBegin.\n\n### Scene\n\nText.\n\n#### Section\n\nMore.\n"
    novel = read_one(tmp_path, text)
    assert shape(novel.items) == [
        ("part", "One", [
            ("scene", "", []),
            ("chapter", "A", [("scene", "", []), ("scene", "Scene", [])]),
        ])
    ]  # fmt: skip
    scene = novel.of_kind(ItemKind.SCENE)[-1]
    assert [b.kind for b in scene.document] == ["p", "h", "p"]
    assert scene.status == "Done"
    assert scene.label == ""


def test_documents_follow_parent_and_order_whatever_the_order_of_the_list(tmp_path):
    a, b, c = "a" * 13, "b" * 13, "c" * 13
    items = [item(c, ROOT, order=1), item(b, a, order=0), root(), item(a, ROOT, order=0)]
    novel = read(project(tmp_path, items, {a: "## A\n", b: "### B\n", c: "## C\n"}))
    assert shape(novel.items) == [("chapter", "A", [("scene", "B", [])]), ("chapter", "C", [])]


def test_a_title_page_is_front_matter_with_its_title(tmp_path):
    novel = read_one(tmp_path, "42 Main Street\n\n#! Tides\n\n>> By **her** <<\n", name="Title")
    (page,) = novel.items
    assert (page.kind, page.title) == (ItemKind.FRONT, "Title")
    assert [b.plain_text for b in page.document] == ["42 Main Street", "Tides", "By her"]


def test_unnumbered_chapters_and_hard_scenes_say_so_in_their_notes(tmp_path):
    novel = read_one(tmp_path, "##! Interlude\n\n###! Later\n\nText.\n", name="Later")
    chapter, scene = novel.items[0], novel.items[0].children[0]
    assert (chapter.notes, scene.notes) == ("##! Interlude", "###! Later")


def test_what_is_not_active_is_left_out_of_the_manuscript(tmp_path):
    novel = read_one(tmp_path, "### S\n\nText.\n", active="no")
    assert not novel.items[0].in_manuscript


def test_a_name_that_is_no_heading_is_kept(tmp_path):
    assert "Other name" in read_one(tmp_path, "### S\n", name="Other name").items[0].notes


def test_people_are_entities_with_their_tags_as_other_names(tmp_path):
    text = "# Jane\n\n@tag: Jane | Jane Smith\n%Short: The heroine.\n% Born in May.\n\nTall.\n"
    items = [root(cls="CHARACTER", name="Characters"),
             item("b" * 13, ROOT, "FOLDER", "CHARACTER", "", "Main"),
             item("a" * 13, "b" * 13, cls="CHARACTER", layout="NOTE", name="Jane")]  # fmt: skip
    novel = read(project(tmp_path, items, {"a" * 13: text}))
    assert novel.items == []
    assert novel.entities == [
        ImportedEntity(
            EntityKind.CHARACTER, "Jane", ["Jane Smith"], "The heroine.", "Tall.\n\nBorn in May.",
            [EntityField("Importance", "Major"), EntityField("Folder", "Main")],
        )
    ]  # fmt: skip


def test_each_tag_of_a_document_is_an_entity_and_no_word_is_lost(tmp_path):
    text = (
        "# Brothers\n\nBoth.\n\n## John\n\n@tag: John\n@location: Earth\n\nTall[footnote:k].\n\n"
        "### Youth\n\nPoor.\n\n## Bob\n\n@tag: Bob\n\n%Footnote.k: Very.\n"
    )
    items = [root(cls="CHARACTER", name="Villains"),
             item("a" * 13, ROOT, cls="CHARACTER", layout="NOTE", name="Pair")]  # fmt: skip
    john, bob = read(project(tmp_path, items, {"a" * 13: text})).entities
    assert (john.name, bob.name) == ("John", "Bob")
    assert john.notes == "Brothers\n\nBoth.\n\nTall[footnote:k].\n\nYouth\n\nPoor."
    assert bob.notes == "Footnote.k: Very."
    assert john.fields == [
        EntityField("Locations", "Earth"), EntityField("Importance", "Major"),
        EntityField("Folder", "Villains"), EntityField("Document", "Pair"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cls", "kind"),
    [("PLOT", "thread"), ("WORLD", "place"), ("OBJECT", "thing"), ("ENTITY", "group"),
     ("TIMELINE", "other"), ("CUSTOM", "other")],
)  # fmt: skip
def test_what_roots_hold(tmp_path, cls, kind):
    items = [root(cls=cls, name="Root"), item("a" * 13, ROOT, cls=cls, layout="NOTE", name="X")]
    (only,) = read(project(tmp_path, items, {"a" * 13: "Words."})).entities
    assert (only.kind, only.name, only.notes) == (kind, "X", "Words.")


def test_trash_archive_and_notes_of_the_novel(tmp_path):
    a, b, c = "a" * 13, "b" * 13, "c" * 13
    items = [
        root(), item(a, ROOT, layout="NOTE", name="Plan"),
        root(OTHER, "ARCHIVE", "Archive", 1), item(b, OTHER, cls="ARCHIVE", name="Old"),
        root("3" * 13, "TRASH", "Trash", 2), item(c, "3" * 13, cls="TRASH", name="Gone"),
    ]  # fmt: skip
    texts = {a: "Think.", b: "### Old\n\nText.", c: "### Gone\n\nText."}
    novel = read(project(tmp_path, items, texts))
    assert shape(novel.items) == [
        ("note", "Plan", []), ("folder", "Archive", [("note", "Old", [])]), ("scene", "Gone", []),
    ]  # fmt: skip
    assert [each.is_trashed for each in novel.items] == [False, False, True]


def test_a_second_novel_of_the_project_is_a_part(tmp_path):
    a, b = "a" * 13, "b" * 13
    items = [root(), item(a, ROOT), root(OTHER, name="Sequel", order=1), item(b, OTHER)]
    novel = read(project(tmp_path, items, {a: "## A\n", b: "## B\n"}))
    assert shape(novel.items) == [
        ("chapter", "A", []), ("part", "Sequel", [("chapter", "B", [])]),
    ]  # fmt: skip


def test_documents_without_a_place_or_a_row_are_notes_at_the_end(tmp_path):
    a, b = "a" * 13, "b" * 13
    items = [root(), item(a, "9" * 13, name="Lost")]
    texts = {a: "Lost words.", b: "%%~name: Found\nFound words."}
    novel = read(project(tmp_path, items, texts))
    assert shape(novel.items) == [("note", "Lost", []), ("note", "Found", [])]
    assert novel.items[1].document.plain_text == "Found words."


def test_items_that_hold_each_other_end(tmp_path):
    a, b = "a" * 13, "b" * 13
    items = [root(), item(a, b, name="A"), item(b, a, name="B")]
    novel = read(project(tmp_path, items, {a: "One.", b: "Two."}))
    assert sorted(each.title for each in novel.items) == ["A", "B"]


def test_files_beside_the_texts_are_named(tmp_path):
    others = {"meta/userdict.json": "{}", "map.png": "?",
              "meta/index.json": "{}", "nwProject.lock": "x"}  # fmt: skip
    novel = read(project(tmp_path, [root(), item("a" * 13, ROOT)], {"a" * 13: "### S"}, others))
    assert {"word-list", "file “map.png”"} <= left(novel)
    assert not any("index.json" in each for each in left(novel))
    assert novel.warnings[0].kind is WarningKind.OPEN_ELSEWHERE


def test_a_document_without_a_file_is_said_and_keeps_its_place(tmp_path):
    novel = read(project(tmp_path, [root(), item("a" * 13, ROOT, name="Gone")], {}))
    assert novel.items[0].title == "Gone"
    assert any(w.kind is WarningKind.DAMAGED and "Gone" in w.text for w in novel.warnings)


# -- the text --------------------------------------------------------------------------------------


def test_comments_and_references_go_to_synopsis_and_notes(tmp_path):
    text = (
        "### S\n\n@pov: Jane\n@char: Jane, John\n%Synopsis: She leaves.\n% Check.\n%~Not this.\n"
        "%Story.Goal: Win.\n%Note.Tone: Dark.\n\nText.\n"
    )
    scene = read_one(tmp_path, text).items[0]
    assert scene.synopsis == "She leaves."
    assert scene.fields == [EntityField("POV", "Jane"), EntityField("Characters", "Jane, John")]
    assert scene.notes.split("\n")[:4] == [
        "Check.", "~Not this.", "Story.Goal: Win.", "Note.Tone: Dark.",
    ]  # fmt: skip
    assert scene.document.plain_text == "Text."


@pytest.mark.parametrize(
    ("written", "mark", "words"),
    [
        ("a _b c_ d", "em", "b c"), ("a **b** d", "strong", "b"), ("a ~~b~~ d", "s", "b"),
        ("a ==b== d", "hl", "b"), ("a [i]b[/i]d", "em", "b"), ("a [u]b[/u] d", "u", "b"),
        ("a [sup]b[/sup] d", "sup", "b"), ("a [SUB]b[/sub] d", "sub", "b"),
        ("a [m]b[/m] d", "hl", "b"), ("a [s]b[/s] d", "s", "b"), ("a [b]b[/b] d", "strong", "b"),
    ],
)  # fmt: skip
def test_marks(tmp_path, written, mark, words):
    runs = only_block(tmp_path, written).inlines
    assert [run.text for run in runs if d.marks(mark) == run.marks] == [words]


@pytest.mark.parametrize(
    "written", ["snake_case_name", "2 * 3 ** 4", "_ alone _", "a_", "[x]y[/x]"]
)
def test_what_is_no_mark_stays(tmp_path, written):
    assert only_block(tmp_path, written).inlines == (d.Run(written),)


def test_a_sign_after_a_backslash_is_itself(tmp_path):
    assert only_block(tmp_path, r"\_a\_ and \*").plain_text == "_a_ and *"


@pytest.mark.parametrize(
    ("written", "kind", "align"),
    [
        (">> right", "p", "right"), (">> middle <<", "p", "center"), ("left <<", "p", None),
        ("> set in <", "quote", None), ("> set in", "quote", None),
    ],
)  # fmt: skip
def test_alignment_and_indents(tmp_path, written, kind, align):
    block = only_block(tmp_path, written)
    assert (block.kind, block.attrs.get("align")) == (kind, align)
    assert not set(block.plain_text) & set("<>")


def test_line_breaks_fields_and_replacements(tmp_path):
    block = only_block(tmp_path, "One[br]\ntwo\nthree [field:textWords] <A> <C>")
    assert block.plain_text == "One\ntwo\nthree  Beth <C>"
    assert d.Atom(d.PLACEHOLDER, {"name": "words"}) in block.inlines


def test_spacing_is_said_to_be_left(tmp_path):
    novel = read_one(tmp_path, "### S\n\n[newpage]\n[vspace:3]\nText.\n")
    assert {"page-break", "vertical-space"} <= left(novel)
    assert novel.items[0].document == d.document_of("Text.")


def test_footnotes(tmp_path):
    novel = read_one(
        tmp_path,
        "### S\n\nA[footnote:k]B[footnote:q]\n\n%Footnote.k: An _x_.\n%Footnote.z: Lone.\n",
    )
    scene = novel.items[0]
    note = next(each for each in scene.document.blocks[0].inlines if isinstance(each, d.Atom))
    assert note.kind == d.FOOTNOTE
    assert note.attrs["blocks"] == [["p", ["An ", ["x", {"em": 1}], "."]]]
    assert scene.document.plain_text == "AB[footnote:q]"
    assert "Footnote.z: Lone." in scene.notes


def test_a_tab_before_a_line_stays(tmp_path):
    assert only_block(tmp_path, "\tSet in <<").plain_text == "\tSet in"


# -- older formats ---------------------------------------------------------------------------------


def test_the_first_format_says_it_in_elements(tmp_path):
    main = f"""<novelWriterXML fileVersion="1.0"><project><title>Old</title><author>A</author>
      <author>B</author></project><settings><status>
      <entry red="200" green="50" blue="0">Draft</entry></status>
      <autoReplace><A>Beth</A></autoReplace></settings><content>
      <item handle="{ROOT}" order="0" parent="None"><name>Novel</name><type>ROOT</type>
      <class>NOVEL</class><status>Draft</status></item>
      <item handle="{"a" * 13}" order="0" parent="{ROOT}"><name>T</name><type>FILE</type>
      <class>NOVEL</class><status>Draft</status><exported>False</exported><layout>TITLE</layout>
      </item></content></novelWriterXML>"""
    (tmp_path / "data_a").mkdir()
    (tmp_path / "nwProject.nwx").write_text(main)
    (tmp_path / f"data_a/{'a' * 12}_main.nwd").write_text("# Old\n\nBy <A>\n")
    novel = read(tmp_path)
    (page,) = novel.items
    assert (novel.title, novel.author) == ("Old", "A, B")
    assert (page.kind, page.status, page.in_manuscript) == (ItemKind.FRONT, "Draft", False)
    assert page.document.plain_text == "Old\nBy Beth"
    assert novel.statuses == [ImportedChoice("Draft", "#c83200")]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"])
def test_every_version_of_the_corpus(tmp_path, version):
    path = tmp_path / "nwProject.nwx"
    path.write_bytes((CORPUS / f"legacy-nwx/nwProject-{version}.nwx").read_bytes())
    tree = ElementTree.parse(path)
    novel = read(path)
    assert [each.name for each in novel.statuses] == [
        each.text for each in tree.iterfind(".//status/entry")
    ]
    files = [
        each.findtext("name") for each in tree.iterfind(".//content/item")
        if "FILE" in (each.get("type"), each.findtext("type"))
    ]  # fmt: skip
    names = [*(each.title for each in novel.walk()), *(each.name for each in novel.entities)]
    assert sorted(each for each in names if each in files) == sorted(files)
    of_people = [
        each.findtext("name") for each in tree.iterfind(".//content/item")
        if "CHARACTER" in (each.get("class"), each.findtext("class"))
        and "FILE" in (each.get("type"), each.findtext("type"))
    ]  # fmt: skip
    assert [e.name for e in novel.entities if e.kind is EntityKind.CHARACTER] == of_people


# -- the sample ------------------------------------------------------------------------------------


def sample_items():
    return list(ElementTree.parse(SAMPLE / "nwProject.nwx").iterfind(".//content/item"))


@needs_sample
def test_the_sample_has_all_headings_of_its_files():
    novel = read(SAMPLE)
    of_novel = [i.get("handle") for i in sample_items()
                if (i.get("class"), i.get("layout")) == ("NOVEL", "DOCUMENT")]  # fmt: skip
    for level, kind in ((1, ItemKind.PART), (2, ItemKind.CHAPTER), (3, ItemKind.SCENE)):
        heads = [
            head for handle in of_novel
            for head in re.findall(rf"(?m)^#{{{level}}}{'' if level == 1 else '!?'} (.+)$",
                                   (SAMPLE / f"content/{handle}.nwd").read_text("utf-8"))
        ]  # fmt: skip
        live = [i.title for i in novel.of_kind(kind) if i.title and not i.is_trashed]
        assert sorted(live) == sorted(
            heads + (["Alice in Wonderland (Sample)"] if level == 1 else [])
        )


@needs_sample
def test_no_word_of_the_sample_is_lost():
    novel = read(SAMPLE)
    held = (
        "\n".join(
            f"{i.title} {i.synopsis} {i.notes} {i.document.plain_text} "
            + " ".join(str(a.attrs) for b in i.document for a in b.inlines if isinstance(a, d.Atom))
            for i in novel.walk()
        )
        + "\n".join(
            f"{e.name} {e.aliases} {e.summary} {e.notes} {e.fields}" for e in novel.entities
        )
        + "\n".join(f"{i.fields}" for i in novel.walk())
    )
    have = set(re.findall(r"\w+", held))
    for file in (SAMPLE / "content").glob("*.nwd"):
        text = "".join(
            line
            for line in file.read_text("utf-8").splitlines(keepends=True)
            if not line.startswith(("%%~", "[newpage", "[vspace"))
        )
        text = re.sub(r"(?i)%\s*(synopsis|short|footnote\.\w+):|\[br\]|<[AC]>", " ", text)
        text = re.sub(r"(?m)^@\w+:", "", text)  # a field has a name of its own
        text = re.sub(r"\[/?\w+(:\w+)?\]|\b_|_\b|(?<=\*)_|_(?=\*)", "", text)
        assert set(re.findall(r"\w+", text)) <= have, file.name


@needs_sample
def test_people_statuses_and_trash_of_the_sample():
    novel = read(SAMPLE)
    names = {i.findtext("name"): i.find("name").attrib for i in sample_items()}
    labels = {
        e.get("key"): e.text
        for e in ElementTree.parse(SAMPLE / "nwProject.nwx").iterfind(".//importance/entry")
    }
    people = {e.name: e for e in novel.entities if e.kind is EntityKind.CHARACTER}
    assert set(people) == {"Jane Smith", "John Smith", "Bob Smith", "Alice in Wonderland"}
    jane = people["Jane Smith"]
    assert jane.aliases == ["Jane"]
    assert people["Bob Smith"].aliases == ["Bob", "Robert Smith"]
    assert EntityField("Importance", labels[names["Jane Smith"]["import"]]) in jane.fields
    places = {
        tag.split("|")[0].strip()
        for i in sample_items() if (i.get("class"), i.get("type")) == ("WORLD", "FILE")
        for tag in re.findall(r"(?m)^@tag: *(.+)$",
                              (SAMPLE / f"content/{i.get('handle')}.nwd").read_text("utf-8"))
    }  # fmt: skip
    held = [e for e in novel.entities if e.kind is EntityKind.PLACE]
    assert len(held) >= len(places) > 3
    assert places <= {name for e in held for name in (e.name, *e.aliases)}
    assert [each.title for each in novel.walk() if each.is_trashed] == ["Delete Me!"]


# -- damage ----------------------------------------------------------------------------------------


def test_an_archive_of_the_folder_is_the_same(tmp_path):
    folder = project(tmp_path / "p", [root(), item("a" * 13, ROOT)], {"a" * 13: "### S\n\nText.\n"})
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.rglob("*.n*"):
            archive.write(file, f"Tides/{file.relative_to(folder).as_posix()}")
    assert read(path).items == read(folder).items == read(folder / "nwProject.nwx").items


def test_no_project_is_said(tmp_path):
    with pytest.raises(SourceDamagedError):
        read(tmp_path)


def test_reading_can_be_stopped(tmp_path):
    def stop(done):
        raise ReadingCancelledError

    folder = project(tmp_path, [root(), item("a" * 13, ROOT)], {"a" * 13: "### S"})
    with pytest.raises(ReadingCancelledError):
        read(folder, stop)


def test_damaged_projects_end_in_a_novel_or_a_sentence(tmp_path):
    text = "## C\n\n%Synopsis: X.\n\n>> _a_ **b**[footnote:k] <<\n\n%Footnote.k: n\n"
    items = [root(), item("a" * 13, ROOT, name="C"), item("b" * 13, "a" * 13, name="D")]
    folder = project(tmp_path, items, {"a" * 13: text, "b" * 13: "### D\n\n[i]x[/i]"})
    for name in ("nwProject.nwx", f"content/{'a' * 13}.nwd"):
        whole = (folder / name).read_bytes()
        for copy in damaged(whole):
            (folder / name).write_bytes(copy)
            assert outcome(read, folder)
        (folder / name).write_bytes(whole)


def test_hostile_lines_end_soon(tmp_path):
    for line in ("_a " * 30000, "**a" * 30000, "[footnote:" * 20000, "[b]" * 30000, "<<>>" * 30000):
        assert read_one(tmp_path, f"### S\n\n{line}\n").items


@pytest.mark.parametrize("cls", ["ARCHIVE", "WORLD"])
def test_folders_in_folders_without_end(tmp_path, cls):
    handles = [f"{n:013x}" for n in range(1, 3000)]
    items = [root("f" * 13, cls, "World")]
    items += [
        item(h, p, "FOLDER", cls, "", h)
        for p, h in zip(["f" * 13, *handles], handles, strict=False)
    ]
    made = len(list(read(project(tmp_path, items, {})).walk()))
    assert made == (3000 if cls == "ARCHIVE" else 0)
