# SPDX-License-Identifier: MIT
"""Comments made, answered, resolved, deleted and gone through, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from novelist.services import comments
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def panel(program):
    return program.controller.commands.comments.panel


def cards(program):
    return [card.thread for card in panel(program).list.model_.cards()]


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


def test_a_reply_is_written_below_the_comment(qapp, empty_library):
    async def journey(program):
        await scene(program)
        await comment(program, 4, 10, "Why?")
        program.press(Key.Key_K, CTRL | ALT)
        assert program.focused is panel(program).list
        program.press(Key.Key_Return)
        assert program.focused.objectName() == "comment_reply"
        program.type("Because.")
        program.press(Key.Key_Escape)
        await program.until(lambda: len(cards(program)[0].remarks) == 2)
        assert await said(program) == [["Why?", "Because."]]
        assert panel(program).list.card.reply.text == ""

    live(qapp, journey, empty_library)
