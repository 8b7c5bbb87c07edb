# SPDX-License-Identifier: MIT
"""The novel read as a book: opened where the caret is, turned by keys, mouse and wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from novelist.domain.document import Document, paragraph
from novelist.domain.enums import ItemKind
from novelist.domain.typing.choices import TypingChoices, to_json
from novelist.services import novels, outline, texts
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
LONG = Document(
    tuple(paragraph(f"Paragraph {n}. " + "The tide went out. " * 30) for n in range(60))
)


async def written(program, document=LONG):
    """A chapter whose second scene is long, its text open; the ids of its scenes."""
    _, ids = await open_novel(program)
    body = (await texts.load_text(ids[1])).body
    await texts.save_text(body, document)
    await program.open_scene(ids[0])
    program.type("The ebb came.")
    await program.open_scene(ids[1])
    return ids


def reading(program):
    return program.controller.commands.reading


async def read(program):
    program.press(Key.Key_F11, SHIFT)
    await program.until(lambda: program.window.current_page == "reading", "no page")
    spread = reading(program).spread
    await program.until(lambda: spread.text is not None and spread.text.is_whole, "no text")
    return spread


def seen(spread):
    """The words at the top of the left page."""
    text = spread.text.document.toPlainText()
    return text[spread.position : spread.position + 60]


def wheel(spread, notches):
    where = QPointF(spread.rect().center())
    event = QWheelEvent(
        where, QPointF(spread.mapToGlobal(where)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(spread, event)


def test_it_opens_where_the_caret_is_and_escape_goes_back_there(qapp, empty_library):
    async def journey(program):
        await written(program)
        place = program.page.toPlainText().index("Paragraph 40.")
        program.page.set_caret_position(place)
        spread = await read(program)
        text = spread.text.document.toPlainText()
        last = spread.pages[min(spread.page + spread.columns, len(spread.pages) - 1)].position
        assert spread.position <= text.index("Paragraph 40.") < last
        assert program.focused is spread
        program.press(Key.Key_Escape)
        assert program.window.current_page == "write"
        assert program.page.textCursor().position() == place
        assert program.page.hasFocus()

    live(qapp, journey, empty_library)


def test_keys_mouse_and_wheel_turn_the_pages(qapp, empty_library):
    async def journey(program):
        await written(program)
        spread = await read(program)
        program.press(Key.Key_Home)
        first = spread.page
        program.press(Key.Key_Space)
        program.press(Key.Key_PageDown)
        assert spread.page == first + 2 * spread.columns
        wheel(spread, 1)
        assert spread.page == first + spread.columns
        program.click(spread, QPoint(spread.width() - 20, 200))
        assert spread.page == first + 2 * spread.columns
        program.click(spread, QPoint(20, 200))
        program.press(Key.Key_Left)
        assert spread.page == first
        program.press(Key.Key_End)
        assert spread.page + spread.columns >= len(spread.pages)

    live(qapp, journey, empty_library)


def test_what_is_read_stays_in_sight_when_size_or_window_change(qapp, empty_library):
    async def journey(program):
        await written(program)
        spread = await read(program)
        for _ in range(4):
            program.press(Key.Key_Right)
        anchor = spread.anchor
        for key in (Key.Key_Plus, Key.Key_Plus, Key.Key_Minus):
            program.press(key)
            await program.until(lambda: spread.text.is_whole, "not set again")
            after = spread.page + spread.columns
            end = spread.pages[after].position if after < len(spread.pages) else anchor + 1
            assert spread.position <= anchor < end
        pages, size = len(spread.pages), program.window.size()
        program.window.resize(900, 600)
        await program.until(lambda: len(spread.pages) != pages and spread.text.is_whole)
        program.window.resize(size)
        await program.until(lambda: len(spread.pages) == pages and spread.text.is_whole)
        assert spread.anchor == anchor

    live(qapp, journey, empty_library)


def test_two_pages_stand_beside_each_other_where_there_is_room(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.window.resize(1600, 900)
        spread = await read(program)
        await program.until(lambda: spread.columns == 2, "one page")
        program.window.resize(900, 700)
        await program.until(lambda: spread.columns == 1, "two pages")

    live(qapp, journey, empty_library)


def test_what_is_read_cannot_be_written_and_typing_changes_nothing(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        await read(program)
        program.type("xyz")
        program.press(Key.Key_Delete)
        program.press(Key.Key_Escape)
        await program.saved()
        assert "xyz" not in (await texts.load_text(ids[1])).body.plain_text

    live(qapp, journey, empty_library)


def test_enter_goes_writing_at_the_page_that_is_read(qapp, empty_library):
    async def journey(program):
        await written(program)
        spread = await read(program)
        program.press(Key.Key_Right)
        wanted = spread.text.place_at(spread.position)
        program.press(Key.Key_Return)
        await program.until(lambda: program.page.hasFocus(), "no text")
        cursor = program.page.textCursor
        await program.until(lambda: cursor().blockNumber() == wanted.block)
        assert program.editor.current_item_id == wanted.item_id

    live(qapp, journey, empty_library)


def test_the_next_chapter_comes_after_the_last_page(qapp, empty_library):
    async def journey(program):
        await written(program)
        novel = program.workspace.novel_id
        chapter = await outline.create_item(
            novel, kind=ItemKind.CHAPTER, parent_id=None, title="Second"
        )
        scene = (
            await outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter.ids[0])
        ).ids[0]
        body = (await texts.load_text(scene)).body
        await texts.save_text(body, Document((paragraph("A new day."),)))
        await program.until(lambda: scene in {item.id for item in program.workspace.items})
        spread = await read(program)
        program.press(Key.Key_End)
        program.press(Key.Key_Right)
        await program.until(lambda: "A new day." in seen(spread), "no next chapter")
        program.press(Key.Key_Left)
        await program.until(lambda: spread.text.chapter.title != "Second", "not back")
        await program.until(lambda: spread.text.is_whole and spread.page > 0, "not its end")
        assert spread.page + spread.columns >= len(spread.pages)

    live(qapp, journey, empty_library)


def test_the_scene_alone_is_read_where_that_is_chosen(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        spread = await read(program)
        assert "The ebb came." in spread.text.document.toPlainText()
        program.click(reading(program).page.extent.stops[0])
        await program.until(
            lambda: [s.item_id for s in spread.text.chapter.scenes] == [ids[1]], "not alone"
        )
        assert program.window.context.settings.reading_extent == "scene"

    live(qapp, journey, empty_library)


def test_chinese_is_read_with_the_gap_beside_latin_letters_until_it_is_switched_off(
    qapp, empty_library
):
    async def journey(program):
        novel = await novels.create_novel(title="雾港", language="zh-Hans")
        items = await outline.load_outline(novel)
        await program.controller.open_novel(novel)
        await program.open_scene(next(item.id for item in items if item.kind == ItemKind.SCENE))
        typed = QInputMethodEvent()
        typed.setCommitString("他读War")
        QApplication.sendEvent(program.page, typed)
        spread = await read(program)

        def gaps():
            document = spread.text.document
            formats = document.lastBlock().layout().formats() if spread.text.is_whole else []
            return sum(part.format.fontLetterSpacing() > 0 for part in formats)

        assert gaps() == 1
        chosen = TypingChoices().choose("zh", "spacing", False)
        program.controller.commands.choose("typing", to_json(chosen))
        await program.until(lambda: spread.text.is_whole and not gaps(), "the gap is still there")

    live(qapp, journey, empty_library)
