# SPDX-License-Identifier: MIT
"""Finding letter by letter: where, in which order, in which fields, and while it goes on."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, event

from novelist.db.repositories.entities import EntityRepository
from novelist.db.session import writer
from novelist.domain.document import FOOTNOTE, Atom, Block, Document, Run, document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.domain.finding.entity_words import Spot
from novelist.domain.finding.finding import Finder, Pattern
from novelist.errors import PatternTooSlowError
from novelist.services import entities, novels, outline, texts
from novelist.services.finding.finding import BIBLE, Field, Scope, Where, find


@pytest.fixture
def novel(loop, library):
    return loop(novels.create_novel(title="Tide", language="en"))


def add(loop, novel_id, *paragraphs, kind=ItemKind.SCENE, parent=None, title="", text=None):
    place = {"kind": kind, "parent_id": parent, "title": title}
    made = loop(outline.create_item(novel_id, **place)).ids[0]
    if kind.has_text:
        loaded = loop(texts.load_text(made))
        loop(texts.save_text(loaded.body, text or document_of(*paragraphs)))
    return made


def found(loop, pattern, where):
    async def collect():
        wanted = pattern if isinstance(pattern, Pattern) else Pattern(pattern)
        return [each async for step in find(Finder([wanted]), where) for each in step.found]

    return loop(collect())


def shown(loop, pattern, where):
    """Item, field and words of every hit."""
    return [
        (each.item_id, part.field, passage.text[span.start : span.end])
        for each in found(loop, pattern, where)
        for part in each.parts
        for passage in part.passages
        for span in passage.spans
    ]


def test_scene_chapter_novel_and_library(loop, novel):
    chapter = add(loop, novel, kind=ItemKind.CHAPTER, title="One")
    first = add(loop, novel, "The harbour.", parent=chapter)
    second = add(loop, novel, "A harbour.", parent=chapter)
    third = add(loop, novel, "No Harbour.")
    other = loop(novels.create_novel(title="Other", language="en"))
    fourth = add(loop, other, "Harbour")
    looked = {
        Scope.SCENE: [second],
        Scope.CHAPTER: [first, second],
        Scope.NOVEL: [first, second, third],
    }
    for scope, expected in looked.items():
        where = Where(scope, novel, second)
        assert [each.item_id for each in found(loop, "harbour", where)] == expected
    everywhere = found(loop, "harbour", Where(Scope.LIBRARY))
    assert {each.item_id for each in everywhere} == {first, second, third, fourth}
    assert {each.group.novel for each in everywhere} == {"Tide", "Other"}


def test_a_hit_names_its_chapter_and_comes_in_the_order_of_reading(loop, novel):
    last = add(loop, novel, "sea", title="Coda")
    chapter = add(loop, novel, kind=ItemKind.CHAPTER, title="The tide office")
    inside = add(loop, novel, "The sea", "and the sea.", parent=chapter)
    loop(outline.move_items(novel, ids=[last], parent_id=None, index=9))
    one, two = found(loop, "sea", Where(Scope.NOVEL, novel))
    assert (one.item_id, one.count, one.group.title) == (inside, 2, "The tide office")
    assert (two.item_id, two.group.item_id, two.group.title) == (last, last, "Coda")
    assert one.place < two.place


def test_titles_synopses_and_notes_are_looked_through_where_it_is_wanted(loop, novel):
    scene = add(loop, novel, "Nothing.", title="Harbour")
    for name in ("synopsis", "notes"):
        loop(outline.set_attribute(novel, ids=[scene], name=name, value=f"a harbour in {name}"))
    where = Where(Scope.NOVEL, novel, None, frozenset(Field))
    assert shown(loop, "HARBOUR", where) == [
        (scene, Field.TITLE, "Harbour"),
        (scene, Field.SYNOPSIS, "harbour"),
        (scene, Field.NOTES, "harbour"),
    ]
    assert shown(loop, "harbour", Where(Scope.NOVEL, novel)) == []


def test_footnotes_are_looked_into(loop, novel):
    note = Atom(FOOTNOTE, {"id": "n", "blocks": [["p", ["Of the 海港."]]]})
    text = Document((Block("p", (Run("Quay"), note)),))
    scene = add(loop, novel, text=text)
    for _ in range(50):
        add(loop, novel, "Nothing.")
    assert shown(loop, "海港", Where(Scope.NOVEL, novel)) == [(scene, Field.TEXT, "海港")]


@pytest.mark.parametrize("pattern", ["KELVIN's", "ſilk’s", "100%_a|", "Ünder", "海港", "𠀀"])
def test_the_store_never_proposes_too_little(loop, novel, pattern):
    scenes = [add(loop, novel, f"{number}. Nothing.") for number in range(45)]
    texts_ = [
        "kelvin’s Silk's 100%_A| ünder 海港 𠀀",
        "SILK'S, 100%_a|, ÜNDER, 海港, 𠀀, \u212aelvin's",
    ]
    scenes = [add(loop, novel, text) for text in texts_]
    assert [each.item_id for each in found(loop, pattern, Where(Scope.NOVEL, novel))] == scenes


def test_an_expression_is_looked_for_everywhere(loop, novel):
    scenes = [add(loop, novel, f"Number {number}.") for number in range(60)]
    where = Where(Scope.NOVEL, novel)
    hits = shown(loop, Pattern(r"\d\d\.", is_expression=True), where)
    assert [hit[0] for hit in hits] == scenes[10:]


def test_what_is_thrown_away_is_not_found(loop, novel):
    scene = add(loop, novel, "The harbour.")
    loop(outline.trash_items(novel, ids=[scene]))
    assert found(loop, "harbour", Where(Scope.LIBRARY)) == []


def test_a_hostile_expression_ends_with_an_error(loop, novel):
    add(loop, novel, "a" * 60 + "!")
    with pytest.raises(PatternTooSlowError):
        found(loop, Pattern("(a|aa)+$", is_expression=True), Where(Scope.NOVEL, novel))


def test_a_search_can_be_left_at_any_moment(loop, novel):
    for number in range(60):
        add(loop, novel, f"The sea {number}.")

    async def first():
        steps = find(Finder([Pattern("sea")]), Where(Scope.NOVEL, novel))
        step = await anext(steps)
        await steps.aclose()
        return step

    step = loop(first())
    assert 0 < len(step.found) < 60
    assert step.looked_at < step.total


def a_bible(loop, novel_id, **values):
    """An entity with these; its id."""
    made = loop(entities.create_entity(novel_id, kind=EntityKind.CHARACTER, name="Ines Marrow"))
    (key,) = made.entities_after
    loop(entities.write_entity(key, values))
    return key


def spots(each):
    return [(part.spot, part.label) for part in each.parts]


def test_all_that_is_written_in_the_bible_is_found_under_its_heading_after_the_text(loop, novel):
    scene = add(loop, novel, "The sea.")
    key = a_bible(
        loop,
        novel,
        aliases=("Harbour girl", "Sea girl"),
        summary="By the sea",
        notes="Sea, sea.",
        fields=(EntityField("Sea name", "a sea"),),
    )
    gone = a_bible(loop, novel, notes="sea")
    loop(entities.remove_entity(gone))
    where = Where(Scope.NOVEL, novel, None, frozenset({Field.TEXT, Field.BIBLE}))
    text, person = found(loop, "sea", where)
    assert text.item_id == scene
    assert (person.entity_id, person.title, person.group.kind) == (key, "Ines Marrow", BIBLE)
    assert person.count == 6
    assert spots(person) == [
        (Spot("aliases", 1), ""),
        (Spot("summary"), ""),
        (Spot("notes"), ""),
        (Spot("fields", 0, is_name=True), "Sea name"),
        (Spot("fields", 0), "Sea name"),
    ]


def test_fields_of_a_scene_are_found_with_the_scene(loop, novel):
    many = [add(loop, novel, "No water.") for _ in range(60)]
    loop(entities.write_item_fields(many[50], [EntityField("Tide", "the sea is low")]))
    where = Where(Scope.NOVEL, novel, None, frozenset({Field.TEXT, Field.BIBLE}))
    (scene,) = found(loop, "sea", where)
    assert (scene.item_id, spots(scene)) == (many[50], [(Spot("fields", 0), "Tide")])
    assert found(loop, "sea", Where(Scope.NOVEL, novel)) == []


def test_the_bibles_of_the_library_stand_with_their_novels(loop, novel):
    other = loop(novels.create_novel(title="Other", language="en"))
    keys = {a_bible(loop, each, summary="sea"): each for each in (novel, other)}
    where = Where(Scope.LIBRARY, fields=frozenset({Field.BIBLE}))
    hits = found(loop, "sea", where)
    assert {each.entity_id: each.group.novel_id for each in hits} == keys
    assert len({each.place for each in hits}) == 2
    scene = Where(Scope.SCENE, novel, add(loop, novel, ""), frozenset({Field.BIBLE}))
    assert found(loop, "sea", scene) == []


def test_a_large_bible_is_read_in_a_few_statements(loop, novel):
    values = [{"kind": "place", "name": f"Sea {n}", "aliases": (f"S{n}",)} for n in range(1200)]

    async def fill():
        await writer().submit(lambda session: EntityRepository(session).create_all(novel, values))

    loop(fill())
    seen = []

    def note(_connection, _cursor, statement, *_more):
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    where = Where(Scope.NOVEL, novel, None, frozenset({Field.BIBLE}))
    try:
        assert len(found(loop, "sea", where)) == 1200
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert sum("entities" in each for each in seen) == 3
