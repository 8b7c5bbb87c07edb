# SPDX-License-Identifier: MIT
"""The text read aloud sentence by sentence, by keys and clicks, with a voice that only listens."""

from __future__ import annotations

import os
from functools import partial

import pytest
from PySide6.QtCore import Qt

from novelist.domain.document import Block, Document, Run, marks, paragraph
from novelist.services import texts
from novelist.ui.aloud.program_voice import ProgramVoice
from novelist.ui.aloud.speakers import Speaker
from novelist.ui.aloud.voice import Voice
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
FRENCH = Run("Bonjour.", marks(lang="fr"))
TEXT = Document(
    (paragraph("The ebb came. The boats lay dry."), Block("p", (Run("He said: "), FRENCH)))
)


class Listening(Voice):
    """Notes what it is given, and ends a sentence when the test says so."""

    def __init__(self, parent):
        super().__init__(parent)
        self.said, self.done, self.rate = [], [], None

    def say(self, text, language):
        self.said.append((text, language))

    def pause(self):
        self.done.append("pause")

    def resume(self):
        self.done.append("resume")

    def stop(self):
        self.done.append("stop")

    def set_rate(self, rate):
        self.rate = rate


async def begun(program, document=TEXT):
    """An open text with the voice ready; the ids of the scenes, and the voice."""
    _, ids = await open_novel(program)
    for item_id in ids[:2]:
        body = (await texts.load_text(item_id)).body
        await texts.save_text(body, document)
    await program.open_scene(ids[0])
    aloud = program.controller.aloud
    voice = Listening(aloud)
    aloud.find_voice = lambda _parent: voice
    return ids, voice


def start(program):
    program.press(Key.Key_Space, CTRL | ALT)


def offered(program):
    """Whether stopping, faster and slower can be chosen."""
    names = ("stop_aloud", "aloud_faster", "aloud_slower")
    return {program.window.actions_[name].isEnabled() for name in names}


def bright(program):
    """The words that are shown as being said."""
    found = ""
    block = program.page.document().firstBlock()
    while block.isValid():
        for part in program.controller.aloud.layer.parts(block):
            found += block.text()[part.start : part.end]
        block = block.next()
    return found


def test_it_reads_from_the_sentence_of_the_caret_one_after_the_other(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        program.page.set_caret_position(18)
        start(program)
        assert voice.said == [("The boats lay dry.", "en")]
        assert bright(program) == "The boats lay dry."
        assert program.child("aloud_bar").isVisible()
        voice.ended.emit()
        assert voice.said[-1] == ("He said: Bonjour.", "en")
        voice.ended.emit()
        assert bright(program) == ""
        assert not program.child("aloud_bar").isVisible()

    live(qapp, journey, empty_library)


def test_what_is_selected_is_read_and_no_more(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        program.press(Key.Key_Home, CTRL)
        for _ in range(3):
            program.press(Key.Key_Right, CTRL | SHIFT)
        start(program)
        voice.ended.emit()
        assert voice.said == [("The ebb came", "en")] or voice.said == [("The ebb came.", "en")]
        assert not program.controller.aloud.is_reading

    live(qapp, journey, empty_library)


def test_a_passage_in_another_language_has_its_own_voice(qapp, empty_library):
    async def journey(program):
        french = Document((Block("p", (FRENCH,)), paragraph("Good day.")))
        _, voice = await begun(program, french)
        program.press(Key.Key_Home, CTRL)
        start(program)
        voice.ended.emit()
        assert voice.said == [("Bonjour.", "fr"), ("Good day.", "en")]

    live(qapp, journey, empty_library)


def test_a_pause_at_the_end_of_a_sentence_goes_on_with_the_next(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        program.page.set_caret_position(0)
        start(program)
        start(program)
        voice.ended.emit()
        assert len(voice.said) == 1
        start(program)
        assert [text for text, _ in voice.said] == ["The ebb came.", "The boats lay dry."]

    live(qapp, journey, empty_library)


def test_keys_and_buttons_pause_go_on_change_the_speed_and_stop(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        assert offered(program) == {False}
        start(program)
        start(program)
        assert offered(program) == {True}
        program.click(program.child("aloud_pause"))
        assert voice.done == ["pause", "resume"]
        program.press(Key.Key_Equal, CTRL | ALT)
        program.click(program.child("aloud_faster"))
        program.press(Key.Key_Minus, CTRL | ALT)
        assert voice.rate == 0.1
        assert program.window.context.settings.aloud_rate == 1
        program.press(Key.Key_Period, CTRL | ALT)
        assert voice.done[-1] == "stop"
        assert not program.child("aloud_bar").isVisible()
        assert offered(program) == {False}

    live(qapp, journey, empty_library)


def test_what_is_typed_before_the_place_does_not_slip_it(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        program.press(Key.Key_Home, CTRL)
        start(program)
        program.type("Early one morning. ")
        assert bright(program) == "The ebb came. "
        voice.ended.emit()
        assert voice.said[-1][0] == "The boats lay dry."

    live(qapp, journey, empty_library)


def test_it_goes_on_into_the_next_scene_of_what_flows(qapp, empty_library):
    async def journey(program):
        ids, voice = await begun(program)
        program.press(Key.Key_F9)
        await program.until(lambda: program.editor.flow is not None, "no flow")
        program.page.set_caret_position(program.page.document().characterCount() - 1)
        start(program)
        voice.ended.emit()
        await program.until(lambda: program.editor.current_item_id == ids[1], "not the next")
        await program.until(lambda: voice.said[-1][0] == "The ebb came.", "not read")
        assert bright(program) == "The ebb came. "

    live(qapp, journey, empty_library)


def test_a_scene_alone_is_read_to_its_end(qapp, empty_library):
    async def journey(program):
        ids, voice = await begun(program)
        program.press(Key.Key_Home, CTRL)
        start(program)
        for _ in range(3):
            voice.ended.emit()
        assert len(voice.said) == 3
        assert program.editor.current_item_id == ids[0]
        assert not program.controller.aloud.is_reading

    live(qapp, journey, empty_library)


def test_going_to_another_scene_stops_it(qapp, empty_library):
    async def journey(program):
        ids, voice = await begun(program)
        start(program)
        await program.open_scene(ids[2])
        assert not program.controller.aloud.is_reading
        assert voice.done == ["stop"]

    live(qapp, journey, empty_library)


def test_without_a_voice_one_sentence_says_so_and_how_to_get_one(qapp, empty_library):
    async def journey(program):
        await begun(program)
        program.controller.aloud.find_voice = lambda _parent: None
        start(program)
        assert "no voice" in program.window.toast.text
        assert "install" in program.window.toast.text or "add one" in program.window.toast.text
        assert not program.controller.aloud.is_reading
        assert offered(program) == {False}

    live(qapp, journey, empty_library)


def test_a_voice_that_fails_says_so_and_the_text_stays(qapp, empty_library):
    async def journey(program):
        _, voice = await begun(program)
        start(program)
        voice.ended.emit()
        voice.failed.emit()
        assert "fallen silent" in program.window.toast.text
        assert bright(program) == ""

    live(qapp, journey, empty_library)


def test_a_voice_that_was_never_heard_says_where_to_look_and_is_looked_for_anew(
    qapp, empty_library
):
    async def journey(program):
        _, voice = await begun(program)
        start(program)
        voice.failed.emit()
        assert "says nothing" in program.window.toast.text
        assert not program.controller.aloud.is_reading
        mended = Listening(program.controller.aloud)
        program.controller.aloud.find_voice = lambda _parent: mended
        start(program)
        assert len(mended.said) == 1

    live(qapp, journey, empty_library)


def test_a_program_of_the_system_reads_the_text_and_ends_with_the_window(
    qapp, empty_library, tmp_path
):
    notes, path = tmp_path / "notes", tmp_path / "speaker"
    path.write_text(
        f'#!/bin/sh\n{{ cat; echo $$; }} >> "{notes}"\n[ "$1" != fr ] || exec sleep 60\n'
    )
    path.chmod(0o700)

    def speaker(program):
        return Speaker(
            program, lambda said, _: [said.language], lambda said: f"{said.text}\n".encode()
        )

    async def journey(program):
        french = Document((paragraph("He came."), paragraph("走吧。"), Block("p", (FRENCH,))))
        await begun(program, french)
        program.controller.aloud.find_voice = partial(ProgramVoice, [speaker(str(path))])
        program.press(Key.Key_Home, CTRL)
        start(program)
        await program.until(lambda: notes.exists() and len(notes.read_text().split("\n")) == 7)
        assert notes.read_text().splitlines()[::2] == ["He came.", "走吧。", "Bonjour."]
        assert bright(program) == "Bonjour."

    live(qapp, journey, empty_library)
    with pytest.raises(ProcessLookupError):
        os.kill(int(notes.read_text().splitlines()[-1]), 0)


def test_the_sentence_that_is_said_is_kept_in_sight(qapp, empty_library):
    async def journey(program):
        long = Document(tuple(paragraph("The tide went out. " * 30) for _ in range(30)))
        _, voice = await begun(program, long)
        program.press(Key.Key_Home, CTRL)
        start(program)
        bar, caret = program.page.verticalScrollBar(), program.page.textCursor().position()
        for _ in range(300):
            voice.ended.emit()
        assert bar.value() > 0
        assert program.page.textCursor().position() == caret

    live(qapp, journey, empty_library)
