# SPDX-License-Identifier: MIT
"""Any actions on an outline, undone, are as if they had never been: through restarts, both ways."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.errors import InvalidMoveError
from novelist.services import novels, outline, scenes, texts
from novelist.services.history import history, snapshots
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import close_library, open_library

NUMBERS = st.integers(0, 1000)
SOME = st.lists(NUMBERS, min_size=1, max_size=3)
WORDS = st.sampled_from(["", "Harbour", "潮汐", "The second high water", "  two  spaces "])
KINDS = st.sampled_from(list(ItemKind))
COLUMNS = (
    "id", "parent_id", "position", "kind", "title", "synopsis", "notes", "status_id", "label_id",
    "in_manuscript", "target", "words",
)  # fmt: skip


async def everything(novel_id):
    """The whole novel: its tree, what is known of each item, and the texts."""
    items = await outline.load_outline(novel_id)
    return [
        (
            *(getattr(item, name) for name in COLUMNS),
            (await texts.load_text(item.id)).body.content if ItemKind(item.kind).has_text else "",
        )
        for item in items
    ]


async def small_novel():
    """Two chapters with two scenes each, of three paragraphs."""
    novel_id = await novels.create_novel(title="Harbour", language="en")
    chapter, first = [item.id for item in await outline.load_outline(novel_id)]
    kinds = [(ItemKind.SCENE, chapter), (ItemKind.CHAPTER, None)]
    made = [first]
    for kind, parent in kinds:
        edit = await outline.create_item(novel_id, kind=kind, parent_id=parent)
        made += edit.ids
    for title in ("Ebb", "Flood"):
        edit = await outline.create_item(
            novel_id, kind=ItemKind.SCENE, parent_id=made[2], title=title
        )
        made += edit.ids
    for scene in (made[0], made[1], *made[3:]):
        body = (await texts.load_text(scene)).body
        for night in ("Night.", "Night fell."):
            await texts.save_text(body, document_of("Morning came.", f"It was {scene}.", night))
    return novel_id


class UndoMachine(RuleBasedStateMachine):
    """Does, undoes and does again at will, and remembers how the novel was after each step."""

    template: Path
    novel_id: int

    def __init__(self):
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        self.path = self.folder / "Novels.novelist"
        shutil.copy(self.template, self.path)
        self.run(open_library(self.path))
        self.undone = []

    def run(self, coroutine):
        return self.runner.run(coroutine)

    def teardown(self):
        try:
            if sys.exc_info()[0] is None:
                self.all_the_way_back_and_forth()
        finally:
            self.run(close_library())
            self.runner.close()
            shutil.rmtree(self.folder)

    def now(self):
        return self.run(everything(self.novel_id))

    @initialize()
    def start(self):
        self.stack = self.run(UndoStack.load(self.novel_id))
        self.done = [(self.last_step(), self.now())]
        self.at_start = len(self.done)

    def last_step(self):
        self.run(self.stack.refresh())
        return self.stack.next_undo.id if self.stack.can_undo else 0

    def act(self, coroutine):
        """Do it, and remember how the novel is after it."""
        try:
            self.run(coroutine)
        except InvalidMoveError:
            assert self.now() == self.done[-1][1]
            return
        self.note()

    def note(self):
        step, now = self.last_step(), self.now()
        known = [each for each, _ in self.done]
        if step > max(known):
            self.done.append((step, now))
            self.undone.clear()
        elif step == known[-1]:
            assert now == self.done[-1][1] or self.stack.next_undo.action in TYPED
            self.done[-1] = (step, now)
        else:  # typed, and deleted again: as if it had not been
            self.done.pop()
            self.undone.clear()
            assert (step, now) == self.done[-1]

    # -- choosing ------------------------------------------------------------------------------

    def items(self):
        return self.run(outline.load_outline(self.novel_id))

    def pick(self, numbers, found=None):
        found = self.items() if found is None else found
        return list(dict.fromkeys(found[n % len(found)].id for n in numbers)) if found else []

    def of_text(self):
        return [item for item in self.items() if ItemKind(item.kind).has_text]

    # -- actions -------------------------------------------------------------------------------

    @rule(kind=KINDS, parent=NUMBERS, index=st.integers(0, 4), title=WORDS)
    def create(self, kind, parent, index, title):
        parents = [None, *self.pick(range(len(self.items())))]
        parent_id = parents[parent % len(parents)]
        self.act(
            outline.create_item(
                self.novel_id, kind=kind, parent_id=parent_id, index=index, title=title
            )
        )

    @rule(some=SOME, parent=NUMBERS, index=st.integers(0, 4))
    def move(self, some, parent, index):
        parents = [None, *self.pick(range(len(self.items())))]
        ids, parent_id = self.pick(some), parents[parent % len(parents)]
        self.act(outline.move_items(self.novel_id, ids=ids, parent_id=parent_id, index=index))

    @rule(some=SOME, name=st.sampled_from(["title", "synopsis", "notes"]), words=WORDS)
    def rename(self, some, name, words):
        ids = self.pick(some)
        self.act(outline.set_attribute(self.novel_id, ids=ids, name=name, value=words))

    @rule(some=SOME, number=st.integers(0, 3))
    def set_status(self, some, number):
        choices = [None, *(each.id for each in self.run(outline.list_statuses(self.novel_id)))]
        ids, value = self.pick(some), choices[number % len(choices)]
        self.act(outline.set_attribute(self.novel_id, ids=ids, name="status_id", value=value))

    @rule(some=SOME, value=st.booleans())
    def leave_out(self, some, value):
        ids = self.pick(some)
        self.act(outline.set_attribute(self.novel_id, ids=ids, name="in_manuscript", value=value))

    @rule(one=NUMBERS, name=st.sampled_from(["title", "synopsis"]), words=WORDS)
    def type_words(self, one, name, words):
        items = self.items()
        if items:
            item = items[one % len(items)]
            setattr(item, name, words)
            self.act(outline.save_item(item))

    @rule(one=NUMBERS, length=st.sampled_from([None, 500, 3000]), inside=st.booleans())
    def choose_in_the_inspector(self, one, length, inside):
        items = self.items()
        if items:
            item = items[one % len(items)]
            for name, value in (("target", length), ("in_manuscript", inside)):
                setattr(item, name, value)
                self.act(outline.save_item(item))

    @rule(some=SOME)
    def duplicate(self, some):
        if len(self.items()) < 40:
            self.act(scenes.duplicate_items(self.novel_id, ids=self.pick(some)))

    @rule(one=NUMBERS, block=st.integers(0, 3), offset=st.integers(0, 8))
    def split(self, one, block, offset):
        ids = self.pick([one], self.of_text())
        if ids:
            self.act(scenes.split_scene(self.novel_id, item_id=ids[0], block=block, offset=offset))

    @rule(some=SOME)
    def merge(self, some):
        self.act(scenes.merge_scenes(self.novel_id, ids=self.pick(some, self.of_text())))

    @rule(some=SOME)
    def trash(self, some):
        self.act(outline.trash_items(self.novel_id, ids=self.pick(some)))

    @rule(some=SOME)
    def restore(self, some):
        found = self.run(outline.load_trash(self.novel_id))
        self.act(outline.restore_items(self.novel_id, ids=self.pick(some, found)))

    @rule(one=NUMBERS, which=NUMBERS)
    def restore_version(self, one, which):
        for item_id in self.pick([one], self.of_text()):
            found = self.run(history.list_marks(item_id))
            if found:
                version = found[which % len(found)].id
                self.act(
                    history.restore_version(self.novel_id, item_id=item_id, version_id=version)
                )

    @rule()
    def take_snapshot(self):
        self.run(snapshots.take_snapshot(self.novel_id, name="Then"))

    @rule(which=NUMBERS)
    def restore_snapshot(self, which):
        found = self.run(snapshots.list_snapshots(self.novel_id))
        if found:
            self.act(snapshots.restore_snapshot(found[which % len(found)].id))

    # -- back and forth ------------------------------------------------------------------------

    @precondition(lambda self: len(self.done) > self.at_start)
    @rule()
    def undo(self):
        assert self.run(self.stack.undo()).command_id == self.done[-1][0]
        self.undone.append(self.done.pop())
        assert self.now() == self.done[-1][1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        assert self.run(self.stack.redo()).command_id == self.undone[-1][0]
        self.done.append(self.undone.pop())
        assert self.now() == self.done[-1][1]

    @rule()
    def restart(self):
        self.run(close_library())
        self.run(open_library(self.path))
        self.stack = self.run(UndoStack.load(self.novel_id))
        assert self.stack.can_redo == bool(self.undone)
        assert self.now() == self.done[-1][1]

    def all_the_way_back_and_forth(self):
        if not hasattr(self, "stack"):
            return
        while self.undone:
            self.redo()
        while len(self.done) > self.at_start:
            self.undo()
        self.restart()
        while self.undone:
            self.redo()
        assert not self.stack.can_redo


TYPED = {"set_title", "set_synopsis", "set_target"}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "Template.novelist"

    async def fill():
        await open_library(path, create=True)
        novel_id = await small_novel()
        await close_library()
        return novel_id

    novel_id = asyncio.run(fill())
    return type("Machine", (UndoMachine,), {"template": path, "novel_id": novel_id})


def run_machine(machine, examples, steps):
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=checks,
        ),
    )


def test_all_that_was_done_is_undone_and_done_again_through_restarts(machine):
    run_machine(machine, examples=6, steps=15)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_all_that_was_done_is_undone_and_done_again_through_restarts_at_length(machine):
    run_machine(machine, examples=100, steps=40)
