# SPDX-License-Identifier: MIT
"""The rows of the session layer about ``builders.py`` and ``repositories/``."""

from __future__ import annotations

import asyncio
import inspect as python
from datetime import UTC

import pytest
from sqlalchemy import ForeignKey, inspect, select
from sqlalchemy.orm import configure_mappers, undefer

from novelist.db import models
from novelist.db.audit import Signature, sign_as, signed
from novelist.db.base import AuditMixin, Base, DeviceMixin, TimestampMixin
from novelist.db.builders import CountBuilder, QueryBuilder, UpdateBuilder
from novelist.db.models import Label, Novel, OutlineItem, Preference, Revision, SceneBody, Status
from novelist.db.repositories import (
    NovelRepository,
    OutlineRepository,
    PreferenceRepository,
    SceneBodyRepository,
)
from novelist.db.saving import save
from novelist.db.session import get_session, read_session, session_scope, subscribe_changes, writer
from novelist.domain.changes import Action, Subject
from novelist.errors import (
    DuplicateKeyError,
    DuplicateTitleError,
    ForbiddenValueError,
    MissingReferenceError,
    MissingValueError,
    NotFoundError,
    SessionMisuseError,
)
from tests.db.rows import a_novel, a_text, an_item, notes, rows

ANN = Signature("Ann", "studio")


async def some_novels(count=5):
    async with get_session() as session:
        titles = [f"Novel {number}" for number in range(count)]
        return await NovelRepository(session).add_all(Novel(title=title) for title in titles)


# QueryBuilder


async def test_query_builder(opened):
    await some_novels()
    async with read_session() as session:
        querier = NovelRepository(session).querier
        assert isinstance(querier, QueryBuilder)
        wanted = querier.where(Novel.title > "Novel 0").order_by(Novel.title.desc())
        assert [each.title for each in await wanted.limit(2).all()] == ["Novel 4", "Novel 3"]
        assert [each.title for each in await wanted.offset(3).all()] == ["Novel 1"]
        assert (await wanted.first()).title == "Novel 4"
        only = await querier.where(Novel.title == "Novel 2").one_or_none()
        assert only.title == "Novel 2"
        assert await querier.where(Novel.title == "none").one_or_none() is None
        assert await querier.where(Novel.title == "none").first() is None
        assert len(await wanted.all()) == 4  # a builder is not changed by its use


async def test_query_builder_page(opened):
    await some_novels()
    async with read_session() as session:
        page = await NovelRepository(session).querier.where(Novel.title != "Novel 0").page(2, 3)
        assert [each.title for each in page.items] == ["Novel 4"]
        assert (page.total, page.pages, page.number, page.size) == (4, 2, 2, 3)
        for wrong in ((0, 3), (1, 0)):
            with pytest.raises(SessionMisuseError, match="or more"):
                await NovelRepository(session).querier.page(*wrong)


async def test_query_builder_options(opened):
    async with get_session() as session:
        novel = await a_novel(session)
        item = await an_item(session, novel)
        session.add(
            Revision(novel_id=novel, item_id=item, reason="save", size=1, digest="", data=b"x")
        )
    async with read_session() as session:
        loaded = await QueryBuilder(session, Revision).options(undefer(Revision.data)).first()
        assert loaded.data == b"x"


async def test_query_builder_gives_the_live_object(opened):
    (key, *_) = await some_novels(1)
    async with read_session() as session:
        one = await NovelRepository(session).get(key)
    async with read_session() as session:
        assert await NovelRepository(session).querier.first() is one


async def test_query_builder_of_several_where_one_is_wanted(opened):
    await some_novels(2)
    async with read_session() as session:
        with pytest.raises(SessionMisuseError, match="narrow"):
            await NovelRepository(session).querier.one_or_none()


# CountBuilder


async def test_count_builder(opened):
    await some_novels()
    async with read_session() as session:
        counter = NovelRepository(session).counter
        assert isinstance(counter, CountBuilder)
        assert await counter.count() == 5
        assert await counter.where(Novel.title > "Novel 2").count() == 2
        assert await counter.where(Novel.title == "none").exists() is False
        assert await counter.exists() is True


# UpdateBuilder


async def test_update_builder_bumps_the_version_and_tells_the_live_object(opened):
    (key, *_) = await some_novels(2)
    async with read_session() as session:
        live = await NovelRepository(session).get(key)
    before = live.updated_at
    async with get_session() as session:
        updater = NovelRepository(session).updater
        assert isinstance(updater, UpdateBuilder)
        assert await updater.where(Novel.id == key).set(title="New", target=90_000).execute() == 1
        assert live.title == "Novel 0"  # not before COMMIT
    assert (live.title, live.target, live.version) == ("New", 90_000, 2)
    assert live.updated_at > before
    assert rows(opened, "SELECT version FROM novels ORDER BY id") == [(2,), (1,)]


async def test_update_builder_clears_a_field(opened):
    (key, *_) = await some_novels(1)
    async with get_session() as session:
        await NovelRepository(session).updater.everywhere().set(target=1).execute()
    async with get_session() as session:
        await NovelRepository(session).updater.where(Novel.id == key).set(target=None).execute()
    assert rows(opened, "SELECT target, version FROM novels") == [(None, 3)]


async def test_update_builder_takes_expressions_and_tells_what_came_of_them(opened):
    await some_novels(3)
    async with read_session() as session:
        live = await NovelRepository(session).querier.order_by(Novel.id).all()
    async with get_session() as session:
        changed = NovelRepository(session).updater.where(Novel.title != "Novel 0")
        assert await changed.set(title=Novel.title + "!").execute() == 2
    assert [each.title for each in live] == ["Novel 0", "Novel 1!", "Novel 2!"]


async def test_update_builder_announces(opened):
    heard = []
    async with get_session() as session:
        novel = await a_novel(session)
        ids = [await an_item(session, novel) for _ in range(2)]
    unsubscribe = subscribe_changes(heard.append)
    async with get_session() as session:
        updater = OutlineRepository(session).updater
        await updater.where(OutlineItem.novel_id == novel).set(title="x").execute(initiator="me")
    await asyncio.sleep(0)
    unsubscribe()
    assert heard[0].ids(Subject.ITEM, Action.UPDATED) == frozenset(ids)
    assert (heard[0].entries[0].novel_id, heard[0].initiator) == (novel, "me")


async def test_update_builder_reaches_the_objects_of_its_session(opened):
    (key, *_) = await some_novels(1)
    async with get_session() as session:
        own = await session.get(Novel, key)
        await NovelRepository(session).updater.where(Novel.id == key).set(title="New").execute()
        assert (own.title, own.version) == ("New", 2)
        own.title = "Newer"
    assert rows(opened, "SELECT title FROM novels") == [("Newer",)]


async def test_update_builder_keeps_what_is_typed(opened):
    (key, *_) = await some_novels(1)
    async with read_session() as session:
        live = await NovelRepository(session).get(key)
    live.subtitle = "typed"
    async with get_session() as session:
        await NovelRepository(session).updater.where(Novel.id == key).set(title="New").execute()
    assert (live.title, live.subtitle) == ("New", "typed")
    await save(live)
    assert rows(opened, "SELECT title, subtitle, version FROM novels") == [("New", "typed", 3)]


async def test_update_builder_of_a_rolled_back_scope_tells_nobody(opened):
    (key, *_) = await some_novels(1)
    async with read_session() as session:
        live = await NovelRepository(session).get(key)
    with pytest.raises(ValueError, match="on purpose"):
        await _update_and_fail()
    assert (live.title, live.version) == ("Novel 0", 1)


async def _update_and_fail():
    async with get_session() as session:
        await NovelRepository(session).updater.everywhere().set(title="x").execute()
        raise ValueError("on purpose")


async def test_update_builder_wants_to_know_what_and_where(opened):
    async with get_session() as session:
        updater = NovelRepository(session).updater
        for wrong, sentence in (
            (updater.set(title="x"), "where"),
            (updater.everywhere(), "set"),
        ):
            with pytest.raises(SessionMisuseError, match=sentence):
                await wrong.execute()
        for name in ("titel", "version"):
            with pytest.raises(SessionMisuseError, match=name):
                updater.set(**{name: 1})
        with pytest.raises(SessionMisuseError, match="replace"):
            SceneBodyRepository(session).updater.set(content="x")


# Verbs


async def test_the_verbs_of_a_repository(opened):
    async with get_session() as session:
        novels = NovelRepository(session)
        novel = await novels.add(Novel(title="Emma"))
        await novels.add_all([Novel(title="Persuasion"), Novel(title="Sanditon")])
        assert (await novels.get(novel.id)).title == "Emma"
        assert (await novels.find(novel.id)).title == "Emma"
        assert await novels.find(99) is None
        with pytest.raises(NotFoundError, match="novel 99"):
            await novels.get(99)
        await novels.remove(novel.id)
        assert [each.title for each in await novels.list_cards(trashed=True)] == ["Emma"]
        assert (await novels.count_live(), await novels.count_trashed()) == (2, 1)
        await novels.restore(novel.id)
        assert (await novels.count_live(), await novels.count_all()) == (3, 3)
        await novels.remove(novel.id)
        await novels.purge(novel.id)
        assert await novels.count_all() == 2


async def test_the_verbs_of_the_outline_and_its_texts(opened):
    async with get_session() as session:
        items, bodies = OutlineRepository(session), SceneBodyRepository(session)
        novel = await a_novel(session)
        (key,) = await items.add_all([OutlineItem(novel_id=novel, kind="scene", position=1)])
        await a_text(session, key, "Once")
        assert (await bodies.get(key)).plain_text == "Once"
        assert await bodies.count_all() == 1
        await items.remove([key])
        assert (await items.count_live(novel), await items.count_trashed(novel)) == (0, 1)
        await items.restore([key])
        assert await items.count_live(novel) == 1


async def test_the_verbs_of_preferences(opened):
    async with get_session() as session:
        preferences = PreferenceRepository(session)
        await preferences.add_all({"a": 1, "b": 2})
        await preferences.add_all({"b": 3})
        assert await preferences.list_all() == {"a": 1, "b": 3}
        assert await preferences.count_all() == await preferences.counter.count() == 2
        assert await preferences.find("c", "none") == "none"


@pytest.mark.parametrize("count", [10_000])
async def test_add_all_of_ten_thousand_rows_is_one_transaction(count, opened):
    async with get_session() as session:
        novel = await a_novel(session)
        items = [
            OutlineItem(novel_id=novel, kind="scene", position=number) for number in range(count)
        ]
        keys = await OutlineRepository(session).add_all(items)
        assert rows(opened, "SELECT count(*) FROM outline_items") == [(0,)]
    assert len(set(keys)) == count
    assert rows(opened, "SELECT count(*) FROM outline_items") == [(count,)]


async def test_add_all_adds_all_or_none(opened):
    async with get_session() as session:
        items = OutlineRepository(session)
        novel = await a_novel(session)
        good = [OutlineItem(novel_id=novel, kind="scene", position=n) for n in range(100)]
        with pytest.raises(MissingReferenceError):
            await items.add_all([*good, OutlineItem(novel_id=99, kind="scene", position=1)])
        assert await items.count_all() == 0
        await items.add(OutlineItem(novel_id=novel, kind="scene", position=1))
    assert rows(opened, "SELECT count(*) FROM outline_items") == [(1,)]


# Named errors


async def test_integrity_errors_are_named_and_the_session_goes_on(opened):
    async with get_session() as session:
        novel = await a_novel(session)
        novels, items = NovelRepository(session), OutlineRepository(session)
        await novels.add_labels(novel, [{"name": "Sea", "hue": "blue"}])
        with pytest.raises(DuplicateTitleError):
            await novels.add_labels(novel, [{"name": "Sea", "hue": "red"}])
        with pytest.raises(DuplicateKeyError):
            await novels.add(Novel(id=novel, title="again"))
        with pytest.raises(MissingReferenceError):
            await items.create(novel_id=99, kind="scene", position=1)
        with pytest.raises(MissingValueError):
            await items.create(novel_id=novel, position=1)
        with pytest.raises(ForbiddenValueError):
            await novels.updater.everywhere().set(target=-1).execute()
        await items.create(novel_id=novel, kind="scene", position=1)
    assert rows(opened, "SELECT count(*) FROM outline_items") == [(1,)]
    assert rows(opened, "SELECT name, hue FROM labels") == [("Sea", "blue")]


async def test_a_duplicate_title_in_a_command_is_named_too(opened):
    async def label(session):
        session.add(Label(novel_id=novel, name="Sea", hue="blue", position=1))

    novel = await writer().submit(a_novel)
    await writer().submit(label)
    with pytest.raises(DuplicateTitleError):
        await writer().submit(label)


# Tables


def test_every_relationship_raises_rather_than_load_by_itself():
    configure_mappers()
    for mapper in Base.registry.mappers:
        for relationship in mapper.relationships:
            assert relationship.lazy in ("raise", "raise_on_sql"), relationship


def test_every_constraint_and_index_is_named():
    for table in Base.metadata.tables.values():
        for each in (*table.constraints, *table.indexes):
            assert each.name, (table.name, each)
        for column in table.columns:
            for key in column.foreign_keys:
                assert isinstance(key, ForeignKey)
                assert key.constraint.name


EDITED = (Novel, OutlineItem, Status, Label)


def test_every_table_that_a_person_edits_has_its_mixins():
    for model in EDITED:
        assert issubclass(model, TimestampMixin)
    for model in (*EDITED, SceneBody):
        assert issubclass(model, DeviceMixin)
    known = {each for _, each in python.getmembers(models, python.isclass)}
    signed = {each for each in known if issubclass(each, AuditMixin)}
    assert signed >= {OutlineItem, SceneBody, Status, Label, Revision}
    for model in EDITED:
        assert inspect(model).columns["updated_at"].onupdate is not None


async def test_timestamps_are_utc_and_set_in_python(opened):
    async with get_session() as session:
        novel = await NovelRepository(session).add(Novel(title="Emma"))
    assert novel.created_at.tzinfo is UTC
    assert novel.updated_at.tzinfo is UTC


# Audit


def signatures(opened, table="outline_items"):
    return rows(opened, f"SELECT author, device FROM {table}")


async def a_signed_item():
    with signed(ANN):
        async with get_session() as session:
            key = await an_item(session, await a_novel(session))
            await a_text(session, key, "Once")
    async with read_session() as session:
        return await OutlineRepository(session).get(key)


async def test_audit_of_what_is_added(opened):
    await a_signed_item()
    assert signatures(opened) == [("Ann", "studio")]
    assert rows(opened, "SELECT device FROM novels") == [("studio",)]


async def test_audit_of_what_is_saved(opened):
    item = await a_signed_item()
    item.title = "Mist"
    with signed(Signature("Bo", "train")):
        await save(item)
    assert signatures(opened) == [("Bo", "train")]
    assert (item.author, item.device) == ("Bo", "train")
    item.title = "Fog"
    await save(item)
    assert item.version == 3


async def test_audit_of_what_is_updated(opened):
    item = await a_signed_item()
    with signed(Signature("Bo", "train")):
        async with get_session() as session:
            await OutlineRepository(session).updater.everywhere().set(title="x").execute()
    assert signatures(opened) == [("Bo", "train")]
    assert (item.title, item.author, item.device) == ("x", "Bo", "train")


async def test_audit_of_a_command_is_that_of_whoever_gave_it(opened):
    await a_signed_item()

    async def command(session):
        await OutlineRepository(session).apply({1: {"title": "y"}})

    with signed(Signature("Bo", "train")):
        waiting = writer().post(command)
    await waiting
    assert signatures(opened) == [("Bo", "train")]
    await writer().submit(command)
    assert signatures(opened)[0][0] == ""


async def test_audit_of_a_thread_is_that_of_whoever_opened_the_library(library):
    from novelist.db.session import open_library_file

    sign_as("Cy", "attic")
    await open_library_file(library)

    def work():
        with session_scope() as session:
            session.add(Novel(title="Emma"))

    await asyncio.get_running_loop().run_in_executor(None, work)
    assert rows(library, "SELECT device FROM novels") == [("attic",)]


async def test_the_author_of_the_title_page_is_left_alone(opened):
    (key, *_) = await some_novels(1)
    with signed(ANN):
        async with get_session() as session:
            await NovelRepository(session).apply(key, {"author": "Jane"})
        async with get_session() as session:
            await NovelRepository(session).updater.everywhere().set(title="x").execute()
    assert rows(opened, "SELECT author, device FROM novels") == [("Jane", "studio")]


async def test_a_repository_neither_commits_nor_catches(opened):
    with pytest.raises(ValueError, match="on purpose"):
        await _add_and_fail()
    assert notes(opened) == {}
    async with read_session() as session:
        assert (await session.scalars(select(Preference))).all() == []


async def _add_and_fail():
    async with get_session() as session:
        await PreferenceRepository(session).add("a", 1)
        raise ValueError("on purpose")
