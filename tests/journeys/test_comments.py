# SPDX-License-Identifier: MIT
"""Comments made, answered, resolved, deleted and gone through, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from novelist.services import comments, outline
from novelist.ui.search.results import HitRole
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel
from tests.journeys.test_search import search

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def panel(program):
    return program.controller.commands.comments.panel


def cards(program):
    return [card.thread for card in panel(program).list.model_.cards()]


def choose_scope(program, scope):
    program.click(panel(program)._scope)
    program.child("comments_scopes").findChild(object, f"comments_scope_{scope}").trigger()


async def threads(program):
    return await comments.list_threads(program.workspace.novel_id)


async def said(program):
    return [[each.text for each in thread.remarks] for thread in await threads(program)]


def coloured(program, position=0, block=0):
    """The ground of the letters there."""
    layout = program.page.document().findBlockByNumber(block).layout()
    found = [each for each in layout.formats() if each.start <= position < each.start + each.length]
    return [each.format.background().color().name() for each in found]


def colour(program):
    return program.controller.context.theme.colour("comment").name()


async def scene(program, text="The second high water came early."):
    """An open scene with some words; its id."""
    _, (ebb, *_) = await open_novel(program)
    await program.open_scene(ebb)
    program.type(text)
    return ebb


def select(program, start, end):
    cursor = program.page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    program.page.setTextCursor(cursor)


async def comment(program, start, end, words):
    """Comment some letters with the key, and go back to the text."""
    select(program, start, end)
    program.press(Key.Key_M, CTRL | ALT)
    assert program.focused.objectName() == "comment_new"
    program.type(words)
    count = len(await threads(program))
    program.press(Key.Key_Escape)
    assert program.page.hasFocus()
    await program.until(lambda: not panel(program).draft.isVisible(), "the draft stayed")
    await program.saved()
    await program.until(lambda: len(program.controller.commands.comments.threads) >= count)
    await program.until(lambda: words in [t.remarks[0].text for t in cards(program)])


def test_a_selection_is_commented_with_the_keyboard_in_the_comment(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 21, "Strong opening.")
        (thread,) = await threads(program)
        assert (thread.passage, thread.remarks[0].text) == ("second high water", "Strong opening.")
        assert coloured(program, 4) == coloured(program, 20) == [colour(program)]
        assert not coloured(program, 3)
        assert not coloured(program, 21)

    live(qapp, journey, empty_library)


def test_what_is_typed_after_a_comment_goes_behind_its_passage(qapp, empty_library):
    async def journey(program):
        await scene(program)
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Why?")
        program.press(Key.Key_Return, CTRL)
        program.type(", third")
        assert program.page.toPlainText() == "The second, third high water came early."
        await program.until(lambda: [thread.passage for thread in cards(program)] == ["second"])
        assert coloured(program, 9)
        assert not coloured(program, 10)

    live(qapp, journey, empty_library)


def test_a_comment_given_up_leaves_nothing_selected_for_the_next_key_to_replace(
    qapp, empty_library
):
    async def journey(program):
        await scene(program)
        select(program, 10, 4)
        program.press(Key.Key_M, CTRL | ALT)
        program.press(Key.Key_Escape)
        program.type("!")
        assert program.page.toPlainText() == "The second! high water came early."

    live(qapp, journey, empty_library)


def test_a_comment_on_what_is_selected_over_two_scenes_replaces_none_of_it(qapp, empty_library):
    async def journey(program):
        _, ids = await open_novel(program)
        for item_id, words in zip(ids[:2], ("The ebb.", "The flood."), strict=True):
            await program.open_scene(item_id)
            program.type(words)
        program.press(Key.Key_F9)
        program.press(Key.Key_Home)
        program.press(Key.Key_Left, SHIFT)
        program.press(Key.Key_Left, SHIFT)
        assert program.editor.flow.selection
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Why?")
        program.press(Key.Key_Return, CTRL)
        program.type("!")
        found = [program.editor.documents.find(each).document.toPlainText() for each in ids[:2]]
        assert "".join(found).replace("!", "") == "The ebb.The flood."

    live(qapp, journey, empty_library)


def test_nothing_invites_to_comment_while_one_is_written(qapp, empty_library):
    async def journey(program):
        await scene(program)
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        assert not panel(program).empty.isVisible()
        program.press(Key.Key_Escape)
        await program.until(panel(program).empty.isVisible)

    live(qapp, journey, empty_library)


def test_without_a_selection_the_word_at_the_caret_is_commented(qapp, empty_library):
    async def journey(program):
        await scene(program)
        select(program, 6, 6)
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Why?")
        program.press(Key.Key_Return, CTRL)
        await program.until(lambda: len(cards(program)) == 1)
        assert cards(program)[0].passage == "second"

    live(qapp, journey, empty_library)


def test_a_comment_without_words_leaves_nothing_behind(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await program.saved()
        before = program.page.document().availableUndoSteps()
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        assert coloured(program, 4) == [colour(program)]
        program.press(Key.Key_Escape)
        await program.until(lambda: not panel(program).draft.isVisible())
        assert not coloured(program, 4)
        assert program.page.document().availableUndoSteps() == before
        assert await threads(program) == []

    live(qapp, journey, empty_library)


def test_a_reply_is_written_below_the_comment_and_sent_with_a_button(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        program.press(Key.Key_K, CTRL | ALT)
        assert program.focused is panel(program).list
        program.press(Key.Key_Return)
        assert program.focused.objectName() == "comment_reply"
        program.type("Because.\n")
        program.click(program.child("comment_send"))
        assert program.page.hasFocus()
        await program.until(lambda: len(cards(program)[0].remarks) == 2)
        assert not program.child("comment_send").isVisible()
        assert await said(program) == [["Why?", "Because."]]
        assert panel(program).list.card.reply.text == ""

    live(qapp, journey, empty_library)


def in_list(program, thread=0):
    """Choose a thread in the list, with the keyboard there."""
    shown = panel(program).list
    shown.choose(cards(program)[thread].id)
    shown.setFocus()


def test_a_thread_is_resolved_and_reopened(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        select(program, 6, 6)
        await program.until(panel(program).list.card.isVisible)
        program.click(program.child("comment_resolve"))
        await program.until(lambda: not coloured(program, 5), "it is coloured still")
        assert cards(program) == []
        assert panel(program).shown.value() == "open"
        program.click(panel(program).shown.stops[1])
        assert [thread.is_resolved for thread in cards(program)] == [True]
        program.click(panel(program).list.viewport(), QPoint(20, 20))
        program.press(Key.Key_R, CTRL | ALT)
        found = program.controller.commands.comments.threads
        await program.until(lambda: not found.all()[0].is_resolved, "it is resolved still")
        assert coloured(program, 5)

    live(qapp, journey, empty_library)


def test_resolved_passages_are_seen_where_one_wants_them(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        select(program, 6, 6)
        program.press(Key.Key_R, CTRL | ALT)
        select(program, 0, 0)
        await program.until(lambda: not coloured(program, 5))
        program.window.actions_["resolved_comments"].trigger()
        assert coloured(program, 5) == ["#000000"]  # dots, and no ground
        program.window.actions_["resolved_comments"].trigger()
        assert not coloured(program, 5)

    live(qapp, journey, empty_library)


def test_what_was_deleted_comes_back_with_undo(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        program.press(Key.Key_K, CTRL | ALT)
        program.press(Key.Key_Delete)
        await program.until(lambda: cards(program) == [])
        assert not coloured(program, 5)
        undo = program.window.actions_["undo"]
        await program.until(lambda: "Delete comment" in undo.text(), undo.text())
        undo.trigger()
        await program.until(lambda: len(cards(program)) == 1)
        assert coloured(program, 5)

    live(qapp, journey, empty_library)


def test_a_comment_is_edited_in_its_place(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        in_list(program)
        program.press(Key.Key_F2)
        assert program.focused.objectName() == "comment_correction"
        program.type(" Or not?")
        program.press(Key.Key_Escape)
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")
        in_list(program)
        await program.until(lambda: "Edit comment" in program.window.actions_["undo"].text())
        program.window.actions_["undo"].trigger()
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why?")

    live(qapp, journey, empty_library)


async def correcting(program):
    """A comment that is being written anew."""
    await scene(program)
    await comment(program, 4, 10, "Why?")
    in_list(program)
    program.press(Key.Key_F2)
    program.type(" Or not?")
    return program.child("comment_correction")


def test_a_comment_that_is_written_anew_is_saved_with_a_button(qapp, empty_library):
    async def journey(program):
        await correcting(program)
        program.click(program.child("comment_save"))
        assert program.page.hasFocus()
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")
        assert not program.child("comment_save").isVisible()

    live(qapp, journey, empty_library)


def test_what_is_given_up_by_keys_comes_back_with_undo(qapp, empty_library):
    async def journey(program):
        field = await correcting(program)
        program.press(Key.Key_Tab)
        assert program.focused.objectName() == "comment_cancel"
        assert field.isVisible()
        program.press(Key.Key_Return)
        await program.until(lambda: "as it was" in program.window.toast.text)
        assert not field.isVisible()
        assert program.page.hasFocus()
        assert await said(program) == [["Why?"]]
        await program.saved()
        program.click(program.window.toast.action)
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")

    live(qapp, journey, empty_library)


def test_what_was_saved_while_it_was_typed_is_given_up_too(qapp, empty_library):
    async def journey(program):
        await correcting(program)
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")
        program.click(program.child("comment_cancel"))
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why?", "not given back")
        undo = program.window.actions_["undo"]
        in_list(program)
        await program.until(lambda: "Edit comment" in undo.text(), undo.text())
        undo.trigger()
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")

    live(qapp, journey, empty_library)


def test_a_comment_left_by_way_of_its_buttons_is_saved(qapp, empty_library):
    async def journey(program):
        await correcting(program)
        program.press(Key.Key_Tab)
        program.click(program.page.viewport())
        program.page.setFocus()
        await program.until(lambda: cards(program)[0].remarks[0].text == "Why? Or not?")
        assert not program.child("comment_cancel").isVisible()

    live(qapp, journey, empty_library)


def test_undo_in_the_text_takes_the_mark_and_leaves_the_words(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        program.control(Key.Key_Z)
        assert not coloured(program, 5)
        shown = panel(program).list.model_
        await program.until(lambda: [card.is_lost for card in shown.cards()] == [True])
        assert shown.cards()[0].quote == "second"
        program.press(Key.Key_Z, CTRL | SHIFT)
        await program.until(lambda: [card.is_lost for card in shown.cards()] == [False])
        assert coloured(program, 5)

    live(qapp, journey, empty_library)


def test_a_comment_whose_passage_was_deleted_is_listed(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        select(program, 0, 15)
        program.press(Key.Key_Delete)
        shown = panel(program).list.model_
        await program.until(lambda: [card.is_lost for card in shown.cards()] == [True])
        await program.saved()
        program.control(Key.Key_Z)
        await program.until(lambda: [card.is_lost for card in shown.cards()] == [False])

    live(qapp, journey, empty_library)


def test_the_caret_chooses_a_thread_and_a_thread_the_caret(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        await comment(program, 11, 15, "How high?")
        shown = panel(program).list
        select(program, 12, 12)
        await program.until(lambda: shown.chosen == cards(program)[1].id, "not chosen")
        select(program, 0, 0)
        await program.until(lambda: shown.chosen is None, "it is chosen still")
        place = shown.visualRect(shown.model_.index(0)).center()
        program.click(shown.viewport(), place)
        await program.until(lambda: program.page.textCursor().position() == 4)
        assert shown.card.shown.remarks[0].text == "Why?"

    live(qapp, journey, empty_library)


def test_comments_may_overlap(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 15, "Both words.")
        await comment(program, 11, 21, "And these.")
        await program.until(lambda: len(cards(program)) == 2)
        quotes = [card.quote for card in panel(program).list.model_.cards()]
        assert quotes == ["second high", "high water"]

    live(qapp, journey, empty_library)


def test_what_is_copied_has_no_comment_and_what_is_moved_takes_it_along(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        select(program, 4, 10)
        program.control(Key.Key_C)
        program.press(Key.Key_End)
        program.control(Key.Key_V)
        await program.saved()
        assert [card.quote for card in panel(program).list.model_.cards()] == ["second"]
        end = program.page.document().characterCount() - 2
        assert not coloured(program, end)
        select(program, 4, 10)
        program.control(Key.Key_X)
        program.control(Key.Key_End)
        program.control(Key.Key_V)
        assert coloured(program, program.page.document().characterCount() - 2)

    live(qapp, journey, empty_library)


async def two_scenes(program):
    """Comments in two scenes: on “ebb”, and on “flood” and “came”; their ids."""
    _, ids = await open_novel(program)
    await program.open_scene(ids[0])
    program.type("The ebb went.")
    await comment(program, 4, 7, "One")
    await program.open_scene(ids[1])
    program.type("The flood came.")
    await comment(program, 4, 9, "Two")
    await comment(program, 10, 14, "Three")
    return ids


async def at(program, item_id, position):
    await program.until(
        lambda: (
            program.editor.current_item_id == item_id
            and program.page.textCursor().position() == position
        ),
        f"not at {item_id}, {position}, but {program.editor.current_item_id}",
    )
    assert program.page.hasFocus()


def test_keys_go_from_one_to_the_next_through_the_novel(qapp, empty_library):
    async def journey(program):
        ebb, flood, _ = await two_scenes(program)
        select(program, 0, 0)
        for item_id, position in ((flood, 4), (flood, 10), (ebb, 4), (flood, 4)):
            program.press(Key.Key_PageDown, CTRL | ALT)
            await at(program, item_id, position)
        for item_id, position in ((ebb, 4), (flood, 10)):
            program.press(Key.Key_PageUp, CTRL | ALT)
            await at(program, item_id, position)

    live(qapp, journey, empty_library)


def test_keys_pass_over_no_comment_that_begins_where_another_does(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Which?")
        await comment(program, 4, 15, "How high?")
        await comment(program, 21, 25, "When?")
        await program.until(lambda: len(cards(program)) == 3)
        listed = [thread.id for thread in cards(program)]
        looks = program.controller.commands.comments.looks
        program.page.set_caret_position(0)
        for way, order in ((1, listed), (-1, [listed[1], listed[0], listed[2]])):
            for thread_id in order:
                program.controller.commands.comments.step(way)
                await program.controller.tasks.finish()
                assert looks.chosen == thread_id

    live(qapp, journey, empty_library)


def test_the_novel_is_listed_in_the_order_of_reading(qapp, empty_library):
    async def journey(program):
        ebb, *_ = await two_scenes(program)
        assert [thread.remarks[0].text for thread in cards(program)] == ["Two", "Three"]
        for scope, expected in (("novel", ["One", "Two", "Three"]), ("chapter", 3), ("scene", 2)):
            choose_scope(program, scope)
            found = [thread.remarks[0].text for thread in cards(program)]
            assert found == expected or len(found) == expected
        choose_scope(program, "novel")
        assert [card.scene for card in panel(program).list.model_.cards()][:2] == ["Ebb", "Flood"]
        shown = panel(program).list
        program.click(shown.viewport(), shown.visualRect(shown.model_.index(0)).center())
        await program.until(lambda: program.editor.current_item_id == ebb)
        assert shown.card.shown.remarks[0].text == "One"

    live(qapp, journey, empty_library)


def test_comments_flow_with_the_manuscript_and_into_panes(qapp, empty_library):
    async def journey(program):
        ebb, *_ = await two_scenes(program)
        program.press(Key.Key_F9)
        flow = program.editor.flow
        await program.until(lambda: all(section.live for section in flow.flow.sections))
        document = flow.flow.find(ebb).live.document
        grounds = [
            each.format.background().color().name()
            for each in document.firstBlock().layout().formats()
        ]
        assert grounds == [colour(program)]
        program.press(Key.Key_PageDown, CTRL | ALT)
        program.press(Key.Key_PageDown, CTRL | ALT)
        await at(program, ebb, 4)
        await comment(program, 0, 3, "In the flow")
        assert [thread.remarks[0].text for thread in cards(program)] == ["In the flow", "One"]
        program.press(Key.Key_F4)
        await program.until(lambda: len(program.workspace.manuscript._panes.all) == 2)
        await comment(program, 8, 12, "In a pane")
        assert (await said(program))[-1] == ["In a pane"]

    live(qapp, journey, empty_library)


def test_the_menu_over_a_selection_offers_it(qapp, empty_library):
    async def journey(program):
        await scene(program)
        select(program, 4, 10)
        menus = []
        program.editor.menu_opening.connect(lambda menu, _position: menus.append(menu))
        program.page.menu_requested.emit(QPoint(60, 60))
        (menu,) = menus
        row = next(each for each in menu.actions() if each.objectName() == "menu_comment")
        row.trigger()
        assert program.focused.objectName() == "comment_new"
        menu.close()

    live(qapp, journey, empty_library)


def test_what_is_typed_is_kept_though_the_field_is_never_left(qapp, empty_library):
    novel = []

    async def first(program):
        await scene(program)
        novel.append(program.workspace.novel_id)
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Half a thou")

    async def second(program):
        await program.until(lambda: cards_of(program))
        assert cards_of(program) == ["Half a thou"]
        await program.until(lambda: coloured(program, 5))

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def cards_of(program):
    return [each.remarks[0].text for each in program.controller.commands.comments.threads.all()]


def test_what_is_typed_is_in_the_library_before_the_field_is_left(qapp, empty_library):
    async def journey(program):
        await scene(program)
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Why?")
        await program.until(lambda: cards_of(program) == ["Why?"])
        assert program.focused.objectName() == "comment_new"
        assert cards(program) == []  # it is being written above the list
        program.type(" And how?")
        program.press(Key.Key_Escape)
        await program.until(lambda: [t.remarks[0].text for t in cards(program)] != [])
        await program.until(lambda: cards_of(program) == ["Why? And how?"])
        in_list(program)
        await program.until(lambda: "Comment" in program.window.actions_["undo"].text())
        program.window.actions_["undo"].trigger()
        await program.until(lambda: cards_of(program) == [])

    live(qapp, journey, empty_library)


def test_in_focus_mode_the_comments_come_and_go_again(qapp, empty_library):
    async def journey(program):
        await scene(program)
        program.press(Key.Key_F8)
        await program.until(lambda: program.controller.commands.focus.mode.is_on)
        assert not panel(program).isVisible()
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        assert program.focused.objectName() == "comment_new"
        program.type("Why?")
        program.press(Key.Key_Escape)
        await program.until(lambda: cards_of(program) == ["Why?"])
        assert program.page.hasFocus()
        assert not panel(program).isVisible()
        assert program.controller.commands.focus.mode.is_on

    live(qapp, journey, empty_library)


def test_words_stand_where_they_stand_among_emoji_and_rare_han(qapp, empty_library):
    async def journey(program):
        _, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        program.page.textCursor().insertText("😀𠮷野家 e\u0301 👩\u200d🚀 灯亮着")
        for words, said_ in (("𠮷野", "a"), ("👩\u200d🚀", "b"), ("亮", "c")):
            whole = program.page.document().toPlainText()
            start = len(whole[: whole.index(words)].encode("utf-16-le")) // 2
            await comment(program, start, start + len(words.encode("utf-16-le")) // 2, said_)
        quotes = [card.quote for card in panel(program).list.model_.cards()]
        assert quotes == ["𠮷野", "👩\u200d🚀", "亮"]
        await program.saved()
        stored = await comments.load_commented(program.workspace.novel_id)
        assert [each.text for each in stored[ebb]] == quotes

    live(qapp, journey, empty_library)


def test_words_of_comments_are_found_replaced_and_gone_to(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "The lamp again")
        page = await search(program, "lamp", "light")
        results = page.stage.view.results
        await program.until(lambda: results.count == 1, "the comment is not found")
        assert results.data(results.index(1), HitRole.FIELD) == "Comment"
        program.click(page.stage.replace)
        await program.until(lambda: cards_of(program) == ["The light again"])
        page.side.wanted.setText("light")
        await program.until(lambda: results.count == 1)
        page.stage.view.place_requested.emit(results.index(1))
        await program.until(lambda: program.window.current_page == "write")
        shown = panel(program).list
        await program.until(lambda: shown.card.isVisible(), "the thread is not shown")
        await program.until(lambda: program.page.textCursor().position() == 4)

    live(qapp, journey, empty_library)


def test_a_click_on_the_tab_shows_what_there_is(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        tabs = program.child("inspector_tabs")
        program.click(tabs, tabs.tabRect(0).center())
        assert not panel(program).isVisible()
        assert tabs.tabText(1) == "Comments 1"
        select(program, 11, 15)
        program.click(tabs, tabs.tabRect(1).center())
        assert len(cards(program)) == 1

    live(qapp, journey, empty_library)


def test_an_empty_tab_offers_the_first_comment(qapp, empty_library):
    async def journey(program):
        await scene(program)
        program.press(Key.Key_K, CTRL | ALT)
        action = program.focused
        assert action.objectName() == "empty_state_action"
        select(program, 0, 0)
        program.click(action)
        assert program.focused.objectName() == "comment_new"

    live(qapp, journey, empty_library)


def test_the_keyboard_alone_reaches_everything(qapp, empty_library):
    async def journey(program):
        await two_scenes(program)
        program.press(Key.Key_K, CTRL | ALT)
        shown = panel(program).list
        assert program.focused is shown
        first = shown.chosen
        program.press(Key.Key_Up)
        assert shown.chosen != first
        await program.until(lambda: program.page.textCursor().position() == 4)
        assert program.focused is shown  # the page follows, the keyboard stays
        program.press(Key.Key_Escape)
        assert program.page.hasFocus()

    live(qapp, journey, empty_library)


def test_what_cannot_be_saved_is_among_the_words_that_are_rescued(qapp, empty_library):
    async def journey(program):
        ebb = await scene(program)
        await program.saved()
        select(program, 4, 10)
        program.press(Key.Key_M, CTRL | ALT)
        program.type("Why?")
        assert program.workspace.unsaved_texts()[ebb].fields["notes"] == "Why?"
        assert program.controller.tracker.state == "edited"
        await program.saved()
        assert program.workspace.unsaved_texts() == {}

    live(qapp, journey, empty_library)


def test_the_scene_may_go_while_a_comment_on_it_is_begun(qapp, empty_library):
    async def journey(program):
        ebb = await scene(program)
        select(program, 0, 3)
        program.press(Key.Key_M, CTRL | ALT)
        await outline.trash_items(program.workspace.novel_id, ids=[ebb])
        await program.until(lambda: program.workspace.editor.current_item_id != ebb)
        await program.saved()
        await open_novel(program)
        await program.until(lambda: not panel(program).draft.isVisible())

    live(qapp, journey, empty_library)


def test_another_novel_has_its_own_comments(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        await open_novel(program)
        await program.until(lambda: cards(program) == [])
        assert program.controller.commands.comments.threads.all() == []

    live(qapp, journey, empty_library)
