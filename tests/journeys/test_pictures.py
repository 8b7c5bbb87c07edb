# SPDX-License-Identifier: MIT
"""Pictures dropped, pasted, resized, described, undone: by mouse, keys and drops."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain import document as d
from novelist.services import texts
from novelist.services.attachments import load_picture, missing_pictures
from novelist.services.history import history
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel
from tests.ui.drags import drag_enter, drag_move, let_go

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
RED = QColor(180, 40, 30)
Key = Qt.Key


@pytest.fixture
def picture(qapp, tmp_path):
    """A red picture of 400 by 300 pixels, as a file."""
    return made(tmp_path / "Fog.png", 400, 300)


def made(path, width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path))
    return path


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


async def scene(program, words="A whale.\nIt was alive."):
    _, (ebb, *_) = await open_novel(program)
    await program.open_scene(ebb)
    program.type(words)
    return ebb


def drop(program, data, block):
    """Let something fall behind the words of a block, as another program would."""
    edit = program.page
    cursor = QTextCursor(edit.document().findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    point, action = edit.cursorRect(cursor).center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(edit.viewport(), drag_enter(point, action, data))
    move = drag_move(point, action, data)
    QApplication.sendEvent(edit.viewport(), move)
    let_go(edit.viewport(), move, QDropEvent(QPointF(point), action, data, LEFT, NO_KEYS))


def blocks(program):
    return program.page.live.snapshot().blocks


def shown(program):
    return [block for block in blocks(program) if block.kind == d.IMAGE_BLOCK]


def colour_at(program, point):
    return program.page.viewport().grab().toImage().pixelColor(point)


async def dropped(program, *paths, block=0):
    """Drop picture files and wait until they stand in the text."""
    before = len(shown(program))
    drop(program, files(*paths), block)
    await program.until(lambda: len(shown(program)) == before + len(paths))


def test_a_dropped_picture_stands_below_its_paragraph_and_is_painted(qapp, empty_library, picture):
    async def journey(program):
        item_id = await scene(program)
        await dropped(program, picture)
        assert [block.kind for block in blocks(program)] == ["p", "image", "p"]
        attrs = shown(program)[0].attrs
        assert (attrs["width"], attrs["height"]) == (400, 300)
        place = program.page.picture_place(program.page.textCursor().block())
        assert (round(place.width()), round(place.height())) == (400, 300)
        await program.until(lambda: colour_at(program, place.center().toPoint()) == RED)
        await program.saved()
        assert await missing_pictures([attrs["digest"]]) == set()
        assert (await texts.load_text(item_id)).document.blocks == blocks(program)

    live(qapp, journey, empty_library)


@pytest.mark.parametrize(("height", "flows"), [(300, False), (2000, False), (300, True)])
def test_a_picture_put_in_near_the_foot_is_seen(qapp, empty_library, tmp_path, height, flows):
    async def journey(program):
        await scene(program, "\n".join(["The tide came in."] * 40))
        if flows:
            program.press(Key.Key_F9)
            await program.until(lambda: program.editor.flow is not None)
        page = program.editor.flow if flows else program.page
        QGuiApplication.clipboard().setImage(QImage(str(made(tmp_path / "a.png", 300, height))))
        program.control(Key.Key_V)
        await program.until(lambda: shown(program))
        QGuiApplication.clipboard().clear()

        def seen():
            place = program.page.picture_place(program.page.textCursor().block()).toRect()
            place.translate(program.page.viewport().mapTo(page.viewport(), QPoint()))
            room = page.viewport().rect()
            return room.contains(place) if height < room.height() else 0 <= place.top() < 60

        await program.until(seen, "the picture is not seen")

    live(qapp, journey, empty_library)


def test_one_undo_takes_the_pictures_back_and_redo_brings_them(
    qapp, empty_library, picture, tmp_path
):
    async def journey(program):
        await scene(program)
        before = blocks(program)
        await dropped(program, picture, made(tmp_path / "b.jpg", 50, 40))
        program.control(Key.Key_Z)
        assert blocks(program) == before
        program.press(Key.Key_Y, CTRL)
        assert len(shown(program)) == 2

    live(qapp, journey, empty_library)


def test_an_image_of_the_clipboard_is_pasted_and_typing_goes_on_below(qapp, empty_library, picture):
    async def journey(program):
        await scene(program, "One")
        QGuiApplication.clipboard().setImage(QImage(str(picture)))
        program.control(Key.Key_V)
        await program.until(lambda: shown(program))
        QGuiApplication.clipboard().clear()
        program.type("Two")
        assert [block.plain_text for block in blocks(program)] == ["One", "", "Two"]
        data = await load_picture(shown(program)[0].attrs["digest"])
        assert (data or b"").startswith(b"\x89PNG")

    live(qapp, journey, empty_library)


def test_a_handle_is_dragged_and_one_undo_gives_the_size_back(qapp, empty_library, picture):
    async def journey(program):
        await scene(program)
        await dropped(program, picture)
        page = program.page
        place = page.picture_place(page.textCursor().block())
        start, end = place.bottomRight().toPoint(), place.bottomRight().toPoint() - QPoint(50, 20)
        QTest.mousePress(page.viewport(), LEFT, NO_KEYS, start)
        QTest.mouseMove(page.viewport(), end)
        assert shown(program)[0].attrs["width"] == 400  # not before the mouse lets go
        QTest.mouseRelease(page.viewport(), LEFT, NO_KEYS, end)
        attrs = shown(program)[0].attrs
        assert abs(attrs["width"] - 300) <= 2  # both sides go in: it stands in the middle
        assert abs(attrs["height"] - 225) <= 2
        program.control(Key.Key_Z)
        assert shown(program)[0].attrs["width"] == 400

    live(qapp, journey, empty_library)


def test_width_words_and_place_are_typed_in_the_sheet(qapp, empty_library, picture):
    async def journey(program):
        await scene(program)
        await dropped(program, picture)
        before = blocks(program)
        program.press(Key.Key_G, CTRL | Qt.KeyboardModifier.AltModifier)
        assert program.focused.objectName() == "picture_alt"
        program.type("A pier in fog")
        program.press(Key.Key_Tab)
        program.type("The pier.")
        program.press(Key.Key_Tab)
        program.control(Key.Key_A)
        program.type("200")
        program.child("picture_align").set_value("right")
        program.click(program.child("picture_apply"))
        attrs = shown(program)[0].attrs
        said = {name: attrs[name] for name in ("alt", "caption", "width", "height", "align")}
        assert said == {
            "alt": "A pier in fog", "caption": "The pier.", "width": 200, "height": 150,
            "align": "right",
        }  # fmt: skip
        assert program.page.hasFocus()
        program.control(Key.Key_Z)
        assert blocks(program) == before

    live(qapp, journey, empty_library)


def test_what_is_no_picture_is_refused_with_a_sentence(qapp, empty_library, picture, tmp_path):
    async def journey(program):
        await scene(program)
        bomb = tmp_path / "bomb.svg"
        bomb.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='99999' height='99999'/>")
        cut = tmp_path / "cut.png"
        cut.write_bytes(picture.read_bytes()[:60])
        for path, words in ((bomb, "no picture that Novelist keeps"), (cut, "damaged")):
            drop(program, files(path), 0)
            await program.until(lambda said=words: said in notice(program))
            assert not shown(program)

    live(qapp, journey, empty_library)


def notice(program):
    return program.window.toast.text


def test_a_picture_is_copied_into_another_scene(qapp, empty_library, picture):
    async def journey(program):
        _, (ebb, flood, *_) = await open_novel(program)
        await program.open_scene(ebb)
        program.type("Here.")
        await dropped(program, picture)
        program.control(Key.Key_A)
        program.control(Key.Key_C)
        copied = blocks(program)
        await program.open_scene(flood)
        program.control(Key.Key_A)
        program.control(Key.Key_V)
        QGuiApplication.clipboard().clear()
        assert shown(program) == [block for block in copied if block.kind == "image"]

    live(qapp, journey, empty_library)


def test_delete_takes_the_picture_and_an_older_version_brings_it_back(qapp, empty_library, picture):
    async def journey(program):
        item_id = await scene(program)
        await dropped(program, picture)
        await program.saved()
        program.press(Key.Key_Delete)
        assert not shown(program)
        await program.saved()
        page = await history.list_versions(item_id, every=True, limit=50)
        texts_ = [await history.read_version(step.version.id) for step in page.steps]
        named = [b.attrs["digest"] for t in texts_ for b in t.blocks if b.kind == d.IMAGE_BLOCK]
        assert named
        assert await missing_pictures(named) == set()

    live(qapp, journey, empty_library)


def test_scenes_that_are_not_written_in_paint_their_pictures(qapp, empty_library, picture):
    async def journey(program):
        _, (ebb, flood, *_) = await open_novel(program)
        await program.open_scene(ebb)
        program.type("Here.")
        await dropped(program, picture)
        await program.saved()
        await program.open_scene(flood)
        program.press(Key.Key_F9)
        await program.until(lambda: program.editor.flow is not None)
        view = program.editor.flow

        def reds():
            image = view.viewport().grab().toImage()
            points = (
                (x, y) for x in range(0, image.width(), 20) for y in range(0, image.height(), 20)
            )
            return sum(image.pixelColor(*point) == RED for point in points)

        await program.until(lambda: reds() > 50, "no picture is painted")

    live(qapp, journey, empty_library)


def test_an_older_version_is_shown_with_its_pictures(qapp, empty_library, picture):
    async def journey(program):
        await scene(program)
        await dropped(program, picture)
        await program.saved()
        program.press(Key.Key_H, CTRL | Qt.KeyboardModifier.AltModifier)
        await program.until(lambda: program.window.current_page == "history")
        changes = program.child("history_changes")

        def is_red():
            image = changes.viewport().grab().toImage()
            middle = range(0, image.height(), 10)
            return any(image.pixelColor(image.width() // 2 - 60, y) == RED for y in middle)

        await program.until(is_red, "the version shows no picture")

    live(qapp, journey, empty_library)


def test_a_picture_is_pasted_into_a_novel_of_another_library(
    qapp, empty_library, picture, tmp_path
):
    async def journey(program):
        await scene(program)
        await dropped(program, picture)
        program.control(Key.Key_A)
        program.control(Key.Key_C)
        digest = shown(program)[0].attrs["digest"]
        other = tmp_path / "Other.novelist"
        await program.controller.switch_library(other, create=True)
        _, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        assert await missing_pictures([digest]) == {digest}
        program.control(Key.Key_V)
        assert len(shown(program)) == 1
        for _ in range(200):
            if not await missing_pictures([digest]):
                break
        assert await load_picture(digest) == picture.read_bytes()
        QGuiApplication.clipboard().clear()

    live(qapp, journey, empty_library)
