# SPDX-License-Identifier: MIT
"""The promises of the single-writer queue, one by one."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, suppress

import pytest
from sqlalchemy import insert, select, text

from novelist.db.failures import translate
from novelist.db.models import Label, Preference
from novelist.db.session import (
    DatabaseSettings,
    close_async_db,
    get_session,
    open_library_at,
    subscribe_changes,
    writer,
)
from novelist.db.writer import WriterSettings, WriterState, after_commit, announce
from novelist.domain.changes import Action, Changes, Subject
from novelist.errors import (
    BugError,
    ConflictError,
    IntegrityBrokenError,
    MissingReferenceError,
    StorageBusyError,
    StorageIOError,
    WriterClosedError,
    WriterReentryError,
)
from tests.database import url_of
from tests.db.rows import fail, note, notes, renote

IMPATIENT = DatabaseSettings(
    busy_timeout=0.01, writer=WriterSettings(attempts=3, first_delay=0.001, longest_delay=0.002)
)


async def break_the_connection(session):
    """From now on the held connection refuses to write, as a failing disk would."""
    await session.execute(text("PRAGMA query_only=ON"))


async def paused():
    """Pause the writer with one command kept: the preference "kept"."""
    await writer().submit(break_the_connection)
    kept = writer().post(note("kept"))
    await reaches(WriterState.PAUSED)
    return kept


async def reaches(state):
    """Wait until the writer is, or was meanwhile, in that state."""
    reached = asyncio.Event()
    forget = writer().subscribe_state(lambda new: reached.set() if new is state else None)
    if writer().state is not state:
        await reached.wait()
    forget()


async def test_a_result_comes_after_the_commit(opened):
    assert await writer().submit(note("a", 1)) == 1
    assert notes(opened) == {"a": 1}


async def test_commands_run_in_the_order_given(opened):
    ran = []

    def command(number):
        async def run(_session):
            ran.append(number)

        return run

    await asyncio.gather(*(writer().submit(command(number)) for number in range(200)))
    assert ran == list(range(200))


async def test_commands_that_wait_together_share_a_transaction(opened):
    async def transaction(session):
        connection = await session.connection()
        return await connection.scalar(text("SELECT count(*) FROM preferences")), id(connection)

    before = writer().post(note("a"))
    seen, _ = await writer().submit(transaction)
    assert seen == 1
    await before


async def test_a_failing_command_takes_only_itself_back(opened):
    async def half(session):
        await note("half")(session)
        raise RuntimeError("on purpose")

    results = await asyncio.gather(
        writer().submit(note("a")),
        writer().submit(half),
        writer().submit(note("b")),
        return_exceptions=True,
    )
    assert [type(each) for each in results] == [type(None), RuntimeError, type(None)]
    assert notes(opened).keys() == {"a", "b"}


async def test_a_broken_constraint_is_named_and_the_next_command_works(opened):
    await writer().submit(note("a"))
    with pytest.raises(IntegrityBrokenError):
        await writer().submit(note("a"))
    await writer().submit(note("b"))


async def break_at_commit(session):
    """A command that only COMMIT finds wrong."""
    await session.execute(text("PRAGMA defer_foreign_keys=ON"))
    await session.execute(insert(Label).values(novel_id=999, name="", hue="", position=1))


async def test_an_error_at_commit_reaches_only_its_own_command(opened):
    results = await asyncio.gather(
        writer().submit(note("a")),
        writer().submit(break_at_commit),
        writer().submit(note("b")),
        return_exceptions=True,
    )
    assert [type(each) for each in results] == [type(None), MissingReferenceError, type(None)]
    assert notes(opened).keys() == {"a", "b"}


async def test_what_is_committed_never_runs_again_whatever_fails_after_it(opened):
    """One of the group fails at COMMIT, so they run singly; then the disk fails."""
    ran = []

    async def first(session):
        ran.append("first")
        await note("a")(session)

    async def last(session):
        ran.append("last")
        if ran.count("last") == 2:
            await break_the_connection(session)
        await note("b")(session)

    posted = [writer().post(each) for each in (first, break_at_commit, last)]
    await reaches(WriterState.PAUSED)
    assert posted[0].done()
    assert writer().pending == 1
    writer().retry()
    await posted[2]
    assert (ran.count("first"), ran.count("last")) == (2, 3)
    assert notes(opened).keys() == {"a", "b"}
    assert isinstance(posted[1].exception(), IntegrityBrokenError)


async def test_of_commands_with_one_key_only_the_newest_runs(opened):
    await writer().submit(note("scene", 0))
    ran = []

    def save(number):
        async def command(session):
            ran.append(number)
            return await renote("scene", number)(session)

        return command

    saves = [writer().submit(save(number), key="scene") for number in range(500)]
    results = await asyncio.gather(*saves)
    assert ran == [499]
    assert results == [499] * 500
    assert notes(opened) == {"scene": 499}


async def test_a_key_runs_after_what_was_given_before_its_newest_command(opened):
    first = writer().post(note("a", 1), key="a")
    await writer().submit(note("b"))
    await first
    older = writer().post(renote("a", 2), key="a")
    other = writer().post(renote("a", 3))
    newest = writer().post(renote("a", 4), key="a")
    await asyncio.gather(older, other, newest)
    assert notes(opened)["a"] == 4


async def test_a_cancelled_caller_does_not_cancel_its_command(opened):
    task = asyncio.create_task(writer().submit(note("a")))
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await writer().flush()
    assert notes(opened).keys() == {"a"}


async def test_a_command_that_cancels_itself_fails_alone(opened):
    async def cancelled(_session):
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await writer().submit(cancelled)
    await writer().submit(note("a"))


async def test_callbacks_run_after_the_commit_and_before_the_next_command(opened):
    order = []

    async def first(session):
        await note("a")(session)
        after_commit(session, lambda: order.append(("callback", notes(opened))))

    async def second(_session):
        order.append("second")

    await writer().submit(first)
    await writer().submit(second)
    assert order == [("callback", {"a": None}), "second"]


async def test_what_is_rolled_back_is_neither_announced_nor_called_back(opened):
    heard = []
    unsubscribe = subscribe_changes(heard.append)

    async def command(session):
        announce(session, Changes.of(Subject.NOVEL, Action.CREATED, [1]))
        after_commit(session, lambda: heard.append("callback"))
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        await writer().submit(command)
    unsubscribe()
    assert heard == []


async def test_changes_are_heard_before_the_caller_goes_on(opened):
    heard = []
    unsubscribe = subscribe_changes(heard.append)
    changes = Changes.of(Subject.NOVEL, Action.CREATED, [1], initiator="shelf")

    async def command(session):
        announce(session, changes)

    await writer().submit(command)
    unsubscribe()
    assert heard == [changes]
    await writer().submit(command)
    assert heard == [changes]


async def test_an_error_in_a_callback_or_listener_stops_nobody(opened, loop_failures):
    def broken(_changes=None):
        raise RuntimeError("on purpose")

    async def command(session):
        after_commit(session, broken)
        announce(session, Changes.of(Subject.NOVEL, Action.CREATED, [1]))

    unsubscribe = subscribe_changes(broken)
    writer().subscribe_state(broken)
    await writer().submit(command)
    unsubscribe()
    await writer().submit(note("a"))
    assert notes(opened).keys() == {"a"}


async def test_a_listener_may_write(opened):
    tasks = []

    def listener(_changes):
        tasks.append(asyncio.create_task(writer().submit(note("heard"))))

    async def command(session):
        announce(session, Changes.of(Subject.NOVEL, Action.CREATED, [1]))

    unsubscribe = subscribe_changes(listener)
    async with get_session() as session:
        await command(session)
    await writer().flush()
    unsubscribe()
    await asyncio.gather(*tasks)
    assert notes(opened).keys() == {"heard"}


async def test_a_command_that_waits_for_its_own_queue_is_refused(opened):
    async def command(_session):
        await writer().submit(note("a"))

    async def by_a_child(_session):
        await asyncio.create_task(writer().submit(note("a")))

    async def flushing(_session):
        await writer().flush()

    for each in (command, by_a_child, flushing):
        with pytest.raises(WriterReentryError):
            await writer().submit(each)


async def test_a_command_may_post_another(opened):
    async def command(_session):
        return writer().post(note("a"))

    await (await writer().submit(command))
    assert notes(opened).keys() == {"a"}


async def test_flush_waits_for_all_that_was_given_and_not_for_more(opened):
    posted = [writer().post(note(str(number))) for number in range(100)]
    flushed = asyncio.create_task(writer().flush())
    await flushed
    assert all(each.done() for each in posted)
    await writer().flush()


async def test_flush_does_not_care_whether_commands_fail(opened):
    posted = writer().post(fail)
    await writer().flush()
    assert isinstance(posted.exception(), RuntimeError)


async def test_submit_waits_while_the_queue_is_full(library):
    settings = DatabaseSettings(writer=WriterSettings(capacity=2, group=1))
    await open_library_at(url_of(library), settings=settings)
    deepest = 0

    def watched(number):
        async def command(session):
            nonlocal deepest
            deepest = max(deepest, writer().pending)
            await note(str(number))(session)

        return command

    await asyncio.gather(*(writer().submit(watched(number)) for number in range(20)))
    assert deepest <= 3  # two that wait and the one that runs
    assert len(notes(library)) == 20


async def test_a_full_queue_takes_a_command_that_replaces_another(library):
    settings = DatabaseSettings(writer=WriterSettings(capacity=1, group=1))
    await open_library_at(url_of(library), settings=settings)
    await writer().submit(note("a", 0))
    saves = [writer().submit(renote("a", number), key="a") for number in range(50)]
    await asyncio.gather(*saves)
    assert notes(library) == {"a": 49}


async def test_close_writes_what_waits_and_is_idempotent(opened):
    open_writer = writer()
    posted = [open_writer.post(note(str(number))) for number in range(100)]
    await asyncio.gather(open_writer.close(), open_writer.close())
    await open_writer.close()
    assert all(each.done() for each in posted)
    assert len(notes(opened)) == 100
    assert open_writer.state is WriterState.CLOSED


async def test_a_closed_writer_refuses_everything(opened):
    open_writer = writer()
    await open_writer.close()
    with pytest.raises(WriterClosedError):
        await open_writer.submit(note("a"))
    with pytest.raises(WriterClosedError):
        open_writer.post(note("a"))
    with pytest.raises(WriterClosedError):
        async with open_writer.turn():
            pytest.fail("a turn of a closed writer")


async def test_a_closed_library_is_one_complete_file(opened):
    await writer().submit(note("a"))
    await close_async_db()
    assert [path.name for path in opened.parent.iterdir()] == [opened.name]


async def test_a_busy_library_is_tried_again_until_it_is_free(library):
    await open_library_at(url_of(library), settings=IMPATIENT)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        posted = writer().post(note("a"))
        await reaches(WriterState.WAITING)
        other.execute("ROLLBACK")
    writer().retry()
    await posted
    assert notes(library).keys() == {"a"}


async def test_a_library_that_stays_busy_pauses_the_writer(library):
    await open_library_at(url_of(library), settings=IMPATIENT)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        posted = writer().post(note("a"))
        await reaches(WriterState.PAUSED)
        assert isinstance(writer().failure, StorageBusyError)
        assert not posted.done()
    writer().retry()
    await posted


async def test_a_pause_keeps_the_commands_until_retry(opened):
    kept = await paused()
    later = writer().post(note("later"))
    assert isinstance(writer().failure, StorageIOError)
    assert writer().pending == 2
    writer().retry()
    await asyncio.gather(kept, later)
    assert notes(opened).keys() == {"kept", "later"}
    assert writer().failure is None


async def test_a_pause_is_heard_with_its_failure(opened):
    heard = []
    forget = writer().on_pause(heard.append)
    kept = await paused()
    assert heard == [writer().failure]
    forget()
    writer().retry()
    await kept


async def test_saves_of_one_key_keep_coalescing_during_a_pause(opened):
    await writer().submit(note("scene"))
    kept = await paused()
    saves = [writer().post(renote("scene", number), key="scene") for number in range(5)]
    assert writer().pending == 2
    writer().retry()
    assert await asyncio.gather(*saves) == [4] * 5
    await kept


async def test_a_kept_command_gives_way_to_a_newer_one_of_its_key(opened):
    await writer().submit(note("scene"))
    await writer().submit(break_the_connection)
    kept = writer().post(renote("scene", 1), key="scene")
    await reaches(WriterState.PAUSED)
    newer = writer().post(renote("scene", 2), key="scene")
    writer().retry()
    assert await asyncio.gather(kept, newer) == [2, 2]


async def test_a_running_command_that_fails_gives_way_to_a_newer_one_of_its_key(opened):
    await writer().submit(note("scene"))
    started, go_on = asyncio.Event(), asyncio.Event()

    async def running(session):
        started.set()
        await go_on.wait()
        await break_the_connection(session)
        await renote("scene", 1)(session)

    older = writer().post(running, key="scene")
    await started.wait()
    newer = writer().post(renote("scene", 2), key="scene")
    go_on.set()
    await reaches(WriterState.PAUSED)
    assert writer().pending == 1
    writer().retry()
    assert await asyncio.gather(older, newer) == [2, 2]


async def test_a_writer_whose_task_is_cancelled_leaves_nobody_waiting(opened):
    started = asyncio.Event()

    async def endless(_session):
        started.set()
        await asyncio.Event().wait()

    posted = writer().post(endless)
    await started.wait()
    (task,) = [task for task in asyncio.all_tasks() if task.get_name() == "writer"]
    task.cancel()
    with pytest.raises(WriterClosedError):
        await posted
    with pytest.raises(WriterClosedError):
        await writer().submit(note("a"))


async def test_a_caller_cancelled_during_its_commit_is_cancelled_after_it(opened):
    done = []

    async def body():
        async with writer().turn() as session:
            await note("a")(session)
            after_commit(session, lambda: done.append(task.cancel()))

    task = asyncio.create_task(body())
    with suppress(asyncio.CancelledError):
        await task
    assert done == [True]
    assert notes(opened).keys() == {"a"}
    await writer().submit(note("b"))


async def test_a_turn_and_a_flush_do_not_wait_out_a_pause(opened):
    kept = await paused()
    with pytest.raises(StorageIOError):
        await writer().flush()
    with pytest.raises(StorageIOError):
        async with writer().turn():
            pytest.fail("a turn of a paused writer")
    writer().retry()
    await kept


async def test_who_waited_for_a_turn_hears_of_the_pause(opened):
    await writer().submit(break_the_connection)
    kept = writer().post(note("kept"))
    turn = asyncio.create_task(_write_in_a_turn())
    flushed = asyncio.create_task(writer().flush())
    results = await asyncio.gather(turn, flushed, return_exceptions=True)
    assert all(isinstance(each, StorageIOError) for each in results)
    writer().retry()
    await kept


async def _write_in_a_turn():
    async with writer().turn() as session:
        await note("turn")(session)


async def test_closing_a_paused_writer_tries_once_more(opened):
    kept = await paused()
    await close_async_db()
    assert kept.done()
    assert notes(opened).keys() == {"kept"}


async def test_closing_a_writer_that_cannot_write_says_so(opened):
    async def stubborn(session):
        await break_the_connection(session)
        await note("lost")(session)

    posted = writer().post(stubborn)
    await reaches(WriterState.PAUSED)
    with pytest.raises(StorageIOError):
        await close_async_db()
    assert isinstance(posted.exception(), StorageIOError)
    await close_async_db()


async def test_a_conflict_inside_a_group_is_looked_at_again_after_the_commit(opened):
    """The command before it may have changed the very row, whose live object learns of it later."""
    committed = []

    async def first(session):
        await note("a")(session)
        after_commit(session, lambda: committed.append(True))

    async def second(session):
        if not committed:
            raise ConflictError("item", 1, 1, 2)
        return await session.scalar(select(Preference.key))

    earlier = writer().post(first)
    assert await writer().submit(second) == "a"
    await earlier


async def test_a_conflict_that_stays_is_raised(opened):
    async def command(_session):
        raise ConflictError("item", 1, 1, 2)

    earlier = writer().post(note("a"))
    with pytest.raises(ConflictError):
        await writer().submit(command)
    await earlier


async def test_states_are_heard(opened):
    heard = []
    await reaches(WriterState.IDLE)
    forget = writer().subscribe_state(heard.append)
    await writer().submit(note("a"))
    await reaches(WriterState.IDLE)
    forget()
    await writer().submit(note("b"))
    assert heard == [WriterState.WRITING, WriterState.IDLE]


async def test_the_death_of_the_writer_reaches_everybody_who_waits(opened, caplog):
    class Death(BaseException):
        """Nothing that a command may raise."""

    async def deadly(_session):
        raise Death

    posted = [writer().post(each) for each in (note("a"), deadly, note("b"))]
    results = await asyncio.gather(*posted, return_exceptions=True)
    assert {type(each) for each in results} == {BugError}
    assert writer().state is WriterState.STOPPED
    assert notes(opened) == {}
    with pytest.raises(WriterClosedError):
        await writer().submit(note("c"))


async def test_a_turn_is_alone_and_commits_at_its_end(opened):
    async with writer().turn() as session:
        await note("a")(session)
        posted = writer().post(note("b"))
        await session.execute(text("SELECT 1"))
        assert not posted.done()
        assert notes(opened) == {}
    assert notes(opened).keys() >= {"a"}
    await posted


async def test_a_turn_whose_task_is_cancelled_while_it_waits_is_skipped(opened):
    free = asyncio.Event()

    async def blocking(_session):
        await free.wait()

    posted = writer().post(blocking)
    task = asyncio.create_task(_write_in_a_turn())
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    free.set()
    await posted
    await writer().submit(note("a"))
    assert notes(opened).keys() == {"a"}


async def test_a_turn_cancelled_in_its_body_rolls_back_and_frees_the_writer(opened):
    started = asyncio.Event()

    async def body():
        async with writer().turn() as session:
            await note("a")(session)
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(body())
    await started.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await writer().submit(note("b"))
    assert notes(opened).keys() == {"b"}


async def test_a_turn_cancelled_in_a_statement_frees_the_writer(opened):
    slow = text(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) "
        "SELECT count(*) FROM n"
    )
    started = asyncio.Event()

    async def body():
        async with writer().turn() as session:
            await note("a")(session)
            started.set()
            await session.execute(slow)

    task = asyncio.create_task(body())
    await started.wait()
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await writer().submit(note("b"))
    assert notes(opened).keys() == {"b"}


async def test_an_error_that_is_not_the_disks_stays_as_it_is(opened):
    error = ValueError("whatever")
    assert translate(error) is error
