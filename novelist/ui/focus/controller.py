# SPDX-License-Identifier: MIT
"""Focus in the window: the mode, what is dimmed, typewriter, sprints and the lock, remembered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeyEvent

from novelist.domain.sprint import Goal
from novelist.ui.focus.backdrop import Backdrop
from novelist.ui.focus.dialogue import DialogueLayer
from novelist.ui.focus.lock import LockRoom
from novelist.ui.focus.mode import FocusMode
from novelist.ui.focus.overlay import FocusOverlay
from novelist.ui.focus.picture import PictureError, PictureFault, read_picture
from novelist.ui.focus.sprints import Sprints
from novelist.ui.focus.typewriter import Typewriter
from novelist.ui.focus.units import Unit
from novelist.ui.focus.veil import Veil
from novelist.ui.focus.words import SprintWords
from novelist.ui.main_window import OPENING
from novelist.ui.save_state import SaveState

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.focus.sprint_sheet import SprintSheet

SETTINGS: Final = frozenset(
    {"dialogue", "typewriter", "typewriter_height", "typewriter_always", "focus_dim"}
    | {"focus_dim_strength", "focus_clock", "focus_picture", "focus_picture_opacity"}
)
"""The settings that are followed here."""
_WITHIN: Final = frozenset(  # commands that lead nowhere: they go on in the lock room
    {"undo", "redo", "cut", "copy", "paste", "paste_plain", "select_all", "save", "spelling"}
    | {"next_misspelt", "previous_misspelt", "new_scene", "split_scene", "typewriter", "dialogue"}
    | {"find", "replace", "find_next", "find_previous", "bookmark", "margin_figures"}
    | {"read_aloud", "stop_aloud", "aloud_faster", "aloud_slower"}
    | {"theme_system", "theme_light", "theme_dark", "theme_sepia"}
)
_ESCAPE: Final = Qt.Key.Key_Escape


class FocusController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(controller)
        self._controller = controller
        context, self._window = controller.context, controller.window
        self._settings, self._actions = context.settings, controller.window.actions_
        theme, icons = context.theme, context.icons
        self._editor = editor = controller.workspace.editor
        self.sprints = Sprints(self, clock)
        self.words = SprintWords(self.sprints)
        self.veil = Veil(editor.edit, editor.paper, self)
        self.typewriter = Typewriter(editor, theme, self)
        self.dialogue = DialogueLayer(
            editor.paper, editor.documents.layers, lambda: editor.edit.typesetting.language
        )
        self.backdrop = Backdrop(editor, editor.paper)
        self.overlay = FocusOverlay(editor, theme, icons, self.sprints, self)
        self.mode = FocusMode(self._window, editor, self.overlay, self.backdrop)
        self.lock = LockRoom(self, clock)
        self._sheet: SprintSheet | None = None
        self._picture = ""  # the file that is shown, or could not be
        self._broke_out = False  # and Esc is still held
        self._connect()
        self._connect_actions()
        self._follow()

    def _connect(self) -> None:
        window, editor, overlay = self._window, self._editor, self.overlay
        window.guard = self
        window.installEventFilter(self)
        self.mode.entered.connect(self._on_mode_changed)
        self.mode.left.connect(self._on_mode_changed)
        self._controller.tracker.state_changed.connect(overlay.saved.show_state)
        self._controller.tracker.state_changed.connect(self._on_tracker_state_changed)
        self._controller.workspace.session_changed.connect(self._on_session_changed)
        self._controller.workspace.counts_changed.connect(self._on_counts_changed)
        editor.place_changed.connect(self.mode.follow_page)
        editor.header.focus_requested.connect(self.toggle)
        overlay.leave.clicked.connect(self.leave)
        overlay.edge.leave_requested.connect(self.leave)
        overlay.edge.options_requested.connect(self.show_choices_page)
        overlay.edge.sprint_requested.connect(self.show_sprint)
        overlay.strip.end_requested.connect(self.end_sprint)
        window.status.sprint_requested.connect(self.show_sprint)
        self.sprints.changed.connect(self._on_sprints_changed)
        self.sprints.ended.connect(self._on_sprints_ended)
        self.lock.changed.connect(self._on_lock_changed)
        self.lock.refused.connect(self._say_what_is_left)
        self.lock.held.connect(overlay.show_hold)
        self.lock.broken.connect(self._on_lock_broken)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._on_session_ends)

    def _connect_actions(self) -> None:
        self._actions.connect_all(
            {
                "focus_mode": self.toggle,
                "focus_choices": self.show_choices_page,
                "sprint": self.show_sprint,
            }
        )
        for name in ("typewriter", "dialogue"):
            self._actions[name].triggered.connect(self._chooser(name))

    def _chooser(self, name: str) -> Callable[[bool], None]:
        return lambda on: self._controller.commands.choose(name, on)

    # -- the mode ------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Enter focus mode, or leave it."""
        if self.mode.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the text alone."""
        if self.mode.can_enter and not self.mode.is_on:
            self._follow_picture()
            self.mode.enter()

    def leave(self) -> None:
        """Show the window as it was; refused where one is locked in."""
        if not self.lock.refuse():
            self.mode.leave()

    def lets_show(self, page: str) -> bool:
        """Whether another page of the window may be shown now (``Guard``)."""
        if page == "write":
            return True
        if page == OPENING or self._controller.workspace.novel_id is None:
            self.lock.open()
        if self.lock.refuse():
            QTimer.singleShot(0, self._editor, self._editor.focus_text)  # that page may have it
            return False
        self.mode.leave()
        return True

    def lets_close(self) -> bool:
        """Whether the window may be closed now (``Guard``)."""
        if self.lock.refuse():
            return False
        self.mode.leave()
        return True

    def show_choices_page(self) -> None:
        """What can be chosen for focus mode."""
        if not self.lock.refuse():
            self._controller.commands.show_focus_choices()

    # -- sprints -------------------------------------------------------------------------------

    def show_sprint(self) -> None:
        """Ask for a sprint, or show the running one."""
        if not self.lock.refuse():
            self._sprint_sheet().ask()
            self.words.put_away()
            self._on_sprints_changed()

    def _sprint_sheet(self) -> SprintSheet:
        from novelist.ui.focus.sprint_sheet import SprintSheet  # noqa: PLC0415 - when wanted

        if self._sheet is None:
            context = self._controller.context
            self._sheet = SprintSheet(
                context.theme, context.icons, self._window, self._settings, self.sprints
            )
            self._sheet.setting_changed.connect(self._controller.commands.choose)
            self._sheet.start_requested.connect(self.start_sprint)
            self._sheet.end_requested.connect(self.end_sprint)
        return self._sheet

    def start_sprint(self, goal: Goal, locked: bool = False) -> None:
        """Write until the goal is reached, locked in or not."""
        self.sprints.start(goal)
        self.overlay.wake()
        if locked:
            self.enter()
            if self.mode.is_on:
                self.lock.close(self._ways_out())
        self._editor.focus_text()

    def _ways_out(self) -> list[QAction]:
        actions = [action for action in self._window.actions() if action.objectName()]
        return [
            action
            for action in actions
            if action.objectName().removeprefix("action_") not in _WITHIN
        ]

    def end_sprint(self) -> None:
        """End it before its time; refused where one is locked in."""
        if not self.lock.refuse():
            self.sprints.end()

    def _say_what_is_left(self) -> None:
        said = self.tr("Locked in: {left}. Hold Esc for 5 seconds to break out.")
        self._window.notify(said.format(left=self.words.left()))

    def _on_sprints_changed(self) -> None:
        self._window.status.show_sprint(self.words.brief())
        if self.sprints.is_done:
            self.lock.open()

    def _on_sprints_ended(self) -> None:
        self.lock.open()
        self.overlay.wake()

    def _on_lock_changed(self, closed: bool) -> None:
        self.overlay.leave.set_locked(closed)
        self.overlay.strip.set_locked(closed)
        self.overlay.edge.set_locked(closed)
        if not closed:
            self._window.toast.dismiss()  # what it says is no longer so

    def _on_lock_broken(self) -> None:
        self._broke_out = True
        self.mode.leave()

    def _on_session_changed(self, words: int, language: str) -> None:
        novel_id = self._controller.workspace.novel_id
        if novel_id is not None:
            self.sprints.count(novel_id, words, language)

    def _on_tracker_state_changed(self, state: str, _kept: int) -> None:
        if state == SaveState.PAUSED:  # the banner says what is to be done about it
            self.lock.open()

    def _on_session_ends(self) -> None:
        self.lock.open()

    # -- what was chosen -----------------------------------------------------------------------

    def show_choices(self) -> None:
        """Follow the settings, wherever they were changed."""
        self._follow()
        if self.mode.is_on:
            self._follow_picture()

    def _follow(self) -> None:
        settings, is_on = self._settings, self.mode.is_on
        self._actions["typewriter"].setChecked(settings.typewriter)
        self._actions["dialogue"].setChecked(settings.dialogue)
        self._actions["focus_mode"].setChecked(is_on)
        self._editor.header.focus.setChecked(is_on)
        self.dialogue.switch(settings.dialogue)
        types = settings.typewriter and (is_on or settings.typewriter_always)
        height = min(max(settings.typewriter_height, 20), 80)
        self.typewriter.switch(types, height / 100)
        self.veil.dim(self._unit if is_on else Unit.OFF, settings.focus_dim_strength / 100)
        self._editor.edit.veil = self.veil if is_on or self.veil.is_visible else None
        self.overlay.set_clock(settings.focus_clock)
        self.backdrop.set_opacity(settings.focus_picture_opacity / 100)

    @property
    def _unit(self) -> Unit:
        wanted = self._settings.focus_dim
        return Unit(wanted) if wanted in set(Unit) else Unit.PARAGRAPH

    def _on_mode_changed(self) -> None:
        self._actions.enable(("show_binder", "show_inspector"), not self.mode.is_on)
        self._editor.edit.veil = self.veil
        self._window.toast.stand_above(self.overlay.strip if self.mode.is_on else None)
        self._follow()

    def _on_counts_changed(
        self, _scene: object, _chapter: object, _novel: int, _language: str, _kind: str
    ) -> None:
        if self.mode.is_on:
            place = " › ".join(self._editor.header.place.parts)
            self.overlay.edge.say(place, self._window.status.scene_words)

    # -- the picture ---------------------------------------------------------------------------

    def _follow_picture(self) -> None:
        if self._settings.focus_picture != self._picture:
            self._controller.tasks.latest("focus picture", self._read_picture())

    async def _read_picture(self) -> None:
        wanted = self._settings.focus_picture
        image: QImage | None = None
        try:
            if wanted:
                room = self._window.screen().size() * self._window.devicePixelRatioF()
                image = await asyncio.to_thread(read_picture, Path(wanted), room)
        except PictureError as error:
            self._window.notify(self._words_of(error.fault))
        self._picture = wanted
        self.backdrop.end()
        self.backdrop.set_picture(image)
        self.mode.follow_page(again=True)

    def _words_of(self, fault: PictureFault) -> str:
        return {
            PictureFault.MISSING: self.tr("The picture behind the page is not there any more."),
            PictureFault.LARGE: self.tr("This picture is too large to be put behind the page."),
            PictureFault.UNREADABLE: self.tr("This file is no picture that Novelist can read."),
        }[fault]

    # -- keys ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves, once nothing else in the window wants it; held, it breaks out of the lock."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if event.type() in kinds and isinstance(event, QKeyEvent) and event.key() == _ESCAPE:
            return self._take_escape(event)
        if event.type() == QEvent.Type.WindowDeactivate:
            self.lock.release()
            self._broke_out = False
        return False

    def _take_escape(self, event: QKeyEvent) -> bool:
        if self._broke_out:  # it is still held, and asks for nothing more
            self._broke_out = event.isAutoRepeat()
            if self._broke_out or event.type() == QEvent.Type.KeyRelease:
                return True
        if not self.mode.is_on or event.isAutoRepeat():
            return self.mode.is_on
        if self.lock.is_closed:
            if event.type() == QEvent.Type.KeyPress:
                self.lock.press()
            else:
                self.lock.release()
        elif event.type() == QEvent.Type.KeyPress:
            self.mode.leave()
        return True
