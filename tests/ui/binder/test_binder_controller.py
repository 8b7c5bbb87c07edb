# SPDX-License-Identifier: MIT
"""The promises of the binder's actions, against a library on disk."""

import pytest

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, scenes, texts
from novelist.services.library.library import close_library, open_library, subscribe
from novelist.ui.binder.controller import BinderController
from novelist.ui.binder.panel import BinderPanel
from novelist.ui.change_bus import ChangeBus
from novelist.ui.tasks import Tasks

CHAPTER, SCENE, NOTE, PART = ItemKind.CHAPTER, ItemKind.SCENE, ItemKind.NOTE, ItemKind.PART


class Binder:
    """A binder over a library on disk: one chapter with the scenes One, Two and Three."""

    def __init__(self, panel, bus):
        self.panel, self.bus = panel, bus
        self.errors, self.toasts, self.flushes = [], [], []
        self.tasks = Tasks(panel, self.errors.append)
        self.controller = BinderController(panel, bus, self.tasks, self.notify, self.flush)

    def notify(self, sentence, undo):
        self.toasts.append((sentence, undo))

    async def flush(self):
        self.flushes.append(1)

    async def fill(self):
        self.novel_id = await novels.create_novel(title="Tides", language="en")
        self.chapter, first = [item.id for item in await outline.load_outline(self.novel_id)]
        await outline.set_attribute(self.novel_id, ids=[first], name="title", value="One")
        self.scenes = [first]
        for title in ("Two", "Three"):
            edit = await outline.create_item(
                self.novel_id, kind=SCENE, parent_id=self.chapter, title=title
            )
            self.scenes.append(edit.ids[0])
        novel = await novels.get_novel(self.novel_id)
        items = await outline.load_outline(self.novel_id)
        self.controller.show(novel, items, await outline.list_statuses(self.novel_id), [])
        self.controller.complete()
        await self.done()

    async def done(self):
        await self.tasks.finish()
        assert not self.errors

    def titles(self, parent=None):
        tree = self.panel.model.tree
        return [tree.items[key].title for key in tree.children(parent or self.chapter)]

    async def stored(self):
        """The titles of the chapter as a new load finds them."""
        items = await outline.load_outline(self.novel_id)
        return [item.title for item in items if item.parent_id == self.chapter]


@pytest.fixture
def binder(qtbot, theme, icons, tmp_path, run_on_loop):
    panel = BinderPanel(theme, icons)
    qtbot.addWidget(panel)
    bus = ChangeBus()
    binder = Binder(panel, bus)

    async def start():
        await open_library(tmp_path / "Novels.novelist", create=True)
        binder.unsubscribe = subscribe(bus.publish)
        await binder.fill()

    run_on_loop(start())
    yield binder
    binder.unsubscribe()
    run_on_loop(binder.tasks.finish())
    run_on_loop(close_library())


async def test_a_new_scene_is_shown_and_opened(binder, qtbot):
    binder.panel.show_item(binder.scenes[0])
    opened = []
    binder.controller.open_requested.connect(opened.append)
    binder.panel.ask_for_new(SCENE)
    await binder.done()
    assert binder.titles() == ["One", "", "Two", "Three"] == await binder.stored()
    assert opened == [binder.panel.current_id]


async def test_a_new_part_is_named_in_its_row(binder):
    binder.panel.show()
    binder.panel.ask_for_new(PART)
    await binder.done()
    assert binder.panel.tree.state() == binder.panel.tree.State.EditingState
    assert len(binder.panel.model.tree.children(None)) == 2


async def test_a_new_chapter_has_a_scene_that_is_opened_and_is_one_step(binder):
    opened = []
    binder.controller.open_requested.connect(opened.append)
    binder.panel.ask_for_new(CHAPTER)
    await binder.done()
    tree = binder.panel.model.tree
    chapter = tree.children(None)[1]
    assert opened == tree.children(chapter) == [binder.panel.current_id]
    assert (await texts.load_text(opened[0])).document.plain_text == ""
    binder.controller.undo()
    await binder.done()
    assert (tree.children(None), opened[0] in tree) == ([binder.chapter], False)
    binder.controller.redo()
    await binder.done()
    assert (tree.children(None), tree.children(chapter)) == ([binder.chapter, chapter], opened)


async def test_a_scene_moved_into_a_closed_chapter_stays_chosen_and_in_view(binder):
    edit = await outline.create_chapter(binder.novel_id, parent_id=None)
    await binder.done()
    panel, last = binder.panel, binder.scenes[2]
    panel.tree.close_all()
    panel.show_item(last)
    panel.commands["move_down"].trigger()
    await binder.done()
    assert panel.model.tree.parent(last) == edit.ids[0]
    assert edit.ids[0] in panel.expanded_ids
    assert (panel.selected_ids(), panel.current_id) == ([last], last)


async def test_a_move_is_stored_and_undone_and_done_again(binder):
    binder.panel.move_requested.emit([binder.scenes[2]], binder.chapter, 0)
    await binder.done()
    assert binder.titles() == ["Three", "One", "Two"] == await binder.stored()
    assert binder.controller.steps.undo_text() == "Undo: Move “Three”"
    binder.controller.undo()
    await binder.done()
    assert binder.titles() == ["One", "Two", "Three"] == await binder.stored()
    assert binder.panel.selected_ids() == [binder.scenes[2]]
    binder.controller.redo()
    await binder.done()
    assert binder.titles() == ["Three", "One", "Two"] == await binder.stored()


async def test_a_rename_is_stored(binder, qtbot):
    with qtbot.waitSignal(binder.controller.steps.changed):
        binder.panel.rename_requested.emit(binder.scenes[0], "Neap")
        await binder.done()
    assert binder.titles()[0] == "Neap"
    assert (await binder.stored())[0] == "Neap"


async def test_a_status_is_set_for_several(binder):
    status = (await outline.list_statuses(binder.novel_id))[1]
    binder.panel.attribute_requested.emit(binder.scenes, "status_id", status.id)
    await binder.done()
    assert {binder.panel.model.tree.items[key].status_id for key in binder.scenes} == {status.id}


async def test_a_thrown_away_scene_can_be_brought_back_from_the_toast(binder):
    binder.panel.trash_requested.emit([binder.scenes[0]])
    await binder.done()
    assert binder.titles() == ["Two", "Three"]
    assert binder.panel.foot.trash.count == "1"
    sentence, undo = binder.toasts[0]
    assert sentence == "“One” moved to Trash"
    undo()
    await binder.done()
    assert binder.titles() == ["One", "Two", "Three"] == await binder.stored()
    assert binder.panel.foot.trash.count == ""


async def test_the_toast_brings_back_only_what_it_names(binder):
    binder.panel.trash_requested.emit([binder.scenes[0]])
    await binder.done()
    binder.panel.rename_requested.emit(binder.scenes[1], "Neap")
    await binder.done()
    binder.toasts[0][1]()
    await binder.done()
    assert binder.titles() == ["One", "Neap", "Three"]


async def test_a_thrown_away_scene_without_a_title_is_called_by_its_words(binder):
    scene = binder.scenes[0]
    await texts.save_text((await texts.load_text(scene)).body, document_of("The tide was out."))
    await outline.set_attribute(binder.novel_id, ids=[scene], name="title", value="")
    binder.panel.trash_requested.emit([scene])
    await binder.done()
    assert binder.panel.trash.title_of(scene) == "The tide was out."


async def test_a_scene_is_put_back_from_the_trash(binder):
    binder.panel.trash_requested.emit([binder.scenes[1]])
    await binder.done()
    binder.panel.restore_requested.emit([binder.scenes[1]])
    await binder.done()
    assert binder.titles() == ["One", "Two", "Three"]


async def test_what_is_deleted_for_ever_leaves_the_trash(binder):
    binder.panel.trash_requested.emit([binder.scenes[1]])
    await binder.done()
    binder.panel.purge_requested.emit([binder.scenes[1]])
    await binder.done()
    assert binder.panel.trash.count() == 0
    assert await outline.load_trash(binder.novel_id) == []


async def test_a_copy_stands_after_its_original_and_is_chosen(binder):
    binder.panel.duplicate_requested.emit([binder.scenes[0]])
    await binder.done()
    assert binder.titles() == ["One", "One", "Two", "Three"]
    assert binder.panel.model.tree.row(binder.panel.current_id) == 1


async def test_merged_scenes_are_one_and_can_be_two_again(binder):
    for key, words in zip(binder.scenes, ("Rain.", "Wind.", "Calm."), strict=True):
        body = (await texts.load_text(key)).body
        await texts.save_text(body, document_of(words))
    binder.panel.merge_requested.emit(binder.scenes[:2])
    await binder.done()
    assert binder.titles() == ["One", "Three"]
    assert binder.flushes
    binder.toasts[0][1]()
    await binder.done()
    assert binder.titles() == ["One", "Two", "Three"]


async def test_words_written_elsewhere_are_counted_here(binder):
    body = (await texts.load_text(binder.scenes[0])).body
    await texts.save_text(body, document_of("The tide came early."), initiator="editor")
    await binder.done()
    assert binder.panel.model.words_of(binder.panel.model.tree.items[binder.chapter]) == 4


async def test_changes_of_another_novel_are_left_alone(binder):
    other = await novels.create_novel(title="Other", language="en")
    await outline.create_item(other, kind=NOTE, parent_id=None, title="Elsewhere")
    await binder.done()
    assert len(binder.panel.model.tree) == 4


async def test_a_new_title_of_the_novel_is_shown(binder):
    await novels.rename_novel(binder.novel_id, "Springs")
    await binder.done()
    assert binder.panel.top.header.title.text() == "Springs"


def test_a_scene_without_a_title_is_called_by_what_was_just_written(binder, run_on_loop):
    async def journey():
        edit = await outline.create_item(binder.novel_id, kind=SCENE, parent_id=binder.chapter)
        await binder.done()
        text = await texts.load_text(edit.ids[0])
        for words in ("The tide came.", ""):
            await texts.save_text(text.body, document_of(words))
            await binder.done()
            titles.append(binder.panel.title_of(edit.ids[0]))

    titles = []
    run_on_loop(journey())
    assert titles == ["The tide came.", "Untitled scene"]


def test_the_half_of_a_split_scene_is_called_by_how_it_begins(binder, run_on_loop):
    async def journey():
        text = await texts.load_text(binder.scenes[0])
        await texts.save_text(text.body, document_of("The tide came.", "It went."))
        edit = await scenes.split_scene(
            binder.novel_id, item_id=binder.scenes[0], block=1, offset=0
        )
        await binder.done()
        return binder.panel.title_of(edit.ids[0])

    assert run_on_loop(journey()) == "It went."
