# SPDX-License-Identifier: MIT
"""What one writes at before the store is there, and goes on writing at when it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.excerpts import beginning_of
from novelist.domain.numbering import chapter_label
from novelist.ui import errors
from novelist.ui.editor.page import page_settings
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.editor.place import back_to
from novelist.ui.faults.holder import HolderWords
from novelist.ui.faults.sentences import together
from novelist.ui.labels import stand_in, untitled_label
from novelist.ui.main_window import MainWindow
from novelist.ui.save_gate import SaveGate
from novelist.ui.save_state import SaveState, SaveTracker
from novelist.ui.tasks import Tasks
from novelist.ui.typing.smart import SmartTyping
from novelist.ui.typing.spacing_layer import SpacingLayer
from novelist.ui.write_page import WritePage

if TYPE_CHECKING:
    from novelist.services.library.first_look import FirstLook

EDITOR: Final = "editor"
_TITLE: Final = "first title"


class Desk(QObject):
    """The page with its editor, and what is typed into it until ``Workspace`` takes over.

    ``first`` is the scene that is shown before the library is open: not yet anybody's.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        context = window.context
        self._window, self._context = window, context
        self.first: FirstLook | None = None
        self.typed_title: str | None = None
        self.tasks = Tasks(self, self.show_error)
        self.tracker = SaveTracker(self)
        self.gate = SaveGate()
        self.editor = EditorPanel(context.theme, context.icons, self.tasks, save=self.gate.save)
        self.typing = SmartTyping(self.editor.edit)
        self.typing.choose(context.settings.typing)
        SpacingLayer(self.editor, self.typing)
        self._set_page()
        settings = context.settings
        self.editor.paper.choose(settings.page_sheet, settings.page_paper, settings.page_ink)
        self.page = WritePage(context.theme, context.state, self.editor)
        window.add_page("write", self.page)
        self._connect()

    def _set_page(self) -> None:
        """As the settings want it: the gap beside Latin letters is one of those of typing."""
        settings = page_settings(self._context.settings, self.editor.page_settings)
        self.editor.set_page_settings(settings)

    def _connect(self) -> None:
        self.tracker.state_changed.connect(self._window.status.show_state)
        self.editor.title_edited.connect(self._on_editor_title_edited)
        self.typing.changed.connect(self._set_page)
        autosave = self.editor.autosave
        autosave.edited.connect(partial(self.note_text, state=SaveState.EDITED))
        autosave.saving.connect(self._on_autosave_saving)
        autosave.saved.connect(partial(self.note_text, state=SaveState.SAVED))

    def show_first(self, look: FirstLook) -> None:
        """Let this scene be written in at once, where it was left."""
        self.first = look
        place = self._context.state.novel(self._context.library, look.novel_id)
        left = place.place(look.item_id)
        beginning = beginning_of(look.document)
        self.editor.name_with(lambda _item_id: stand_in(look.kind, beginning, ""))
        self.editor.show_text(
            look.item_id,
            look.document,
            title=look.title,
            place=[
                chapter_label(
                    above.number, look.language, above.title or untitled_label(above.kind)
                )
                for above in look.above
            ],
            language=look.language,
            untitled=partial(untitled_label, look.kind),
            **back_to(left),
        )
        self._window.rail.set_write_available(True)
        self._window.show_page("write")
        self.editor.focus_text()

    @property
    def has_typed(self) -> bool:
        """Whether something was typed into the first scene that is not saved."""
        self.editor.edit.commit_composition()
        return self.first is not None and bool(
            self.typed_title is not None or self.editor.documents.dirty()
        )

    def hand_over(self) -> tuple[FirstLook, str | None] | None:
        """The first scene and the title typed for it: from now on they are the caller's."""
        if self.first is None:
            return None
        handed, self.first, self.typed_title = (self.first, self.typed_title), None, None
        self.tracker.set_source(_TITLE, SaveState.SAVED)
        return handed

    def let_first_go(self) -> None:
        """Show the first scene no more; what was typed into it is safe elsewhere."""
        self.hand_over()
        self.gate.turn_away()
        for text in self.editor.documents.dirty():
            text.saved_revision = text.revision
            self.note_text(text.item_id, SaveState.SAVED)
        self.editor.close_texts()
        self._window.rail.set_write_available(False)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong, where it went wrong in a task of the window."""
        errors.record(error)
        self._window.notify(together(errors.sentence(error), HolderWords(self).of(error)))

    def note_text(self, item_id: int, state: SaveState) -> None:
        """How far the text of one item is on its way to the disk."""
        self.tracker.set_source(f"{EDITOR} {item_id}", state)

    def _on_autosave_saving(self, item_id: int) -> None:
        self.note_text(item_id, SaveState.SAVING if self.gate.is_open else SaveState.EDITED)

    def _on_editor_title_edited(self, _item_id: int, title: str) -> None:
        if self.first is not None:
            self.typed_title = title
            self.tracker.set_source(_TITLE, SaveState.EDITED)
