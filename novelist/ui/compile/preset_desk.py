# SPDX-License-Identifier: MIT
"""Which preset is chosen and what was changed in it; keeps, names, shares and forgets presets."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from novelist.domain.compiling.preset_text import settings_as_json, settings_from_json
from novelist.domain.compiling.settings import CompileSettings, Preset
from novelist.errors import PresetDamagedError
from novelist.exporters.file_names import safe_name
from novelist.services.exporting import presets
from novelist.ui.compile.page import CompilePage
from novelist.ui.compile.words import CompileWords
from novelist.ui.documents_folder import documents_folder
from novelist.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from novelist.settings import NovelState
    from novelist.ui.controller import Controller

_WHO: Final = "compile"


class PresetDesk(QObject):
    """Which of them is chosen; what was changed in each stays with the novel until it is kept."""

    changed = Signal()  # something else would be made now
    chosen = Signal()  # another preset
    shared = Signal(object)  # Path: the file that was written

    def __init__(self, controller: Controller, page: CompilePage, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._page = controller, page
        self._words = CompileWords(self)
        self._own: list[Preset] = []
        self._preset: Preset = presets.built_in_presets()[0]
        self._unkept: dict[str, CompileSettings] = {}  # by preset: what was changed in it
        self._deleted: list[tuple[Preset, CompileSettings | None]] = []
        side = page.side
        side.presets.preset_chosen.connect(self._on_preset_chosen)
        side.presets.renamed.connect(self._on_presets_renamed)
        side.presets.delete_requested.connect(self.delete)
        side.presets.fixed.connect(self._on_presets_fixed)
        side.presets.menu_requested.connect(self._pop_up)
        side.add.clicked.connect(self.duplicate)
        page.form.edited.connect(self._on_form_edited)
        page.form.more.clicked.connect(self._on_more_clicked)
        page.preview.save.clicked.connect(self.save)
        page.language_changed.connect(self._show)

    @property
    def settings(self) -> CompileSettings:
        """What is shown: those of the preset with what was changed since."""
        return self._unkept.get(_name_of(self._preset), self._preset.settings)

    async def open(self) -> None:
        """Show the presets, and of them what the open novel was compiled by last."""
        self._own = await presets.list_presets()
        if self._controller.workspace.novel_id is None:  # closed meanwhile
            return
        self._recall()
        self._show()
        self.chosen.emit()

    def _recall(self) -> None:
        """The preset that this novel was compiled by last, and what was changed in all of them."""
        left, known = self._state.compile, {_name_of(preset): preset for preset in self._all()}
        chosen = str(left.get("preset", ""))
        self._preset = known.get(chosen, presets.built_in_presets()[0])
        kept = left.get("changed")
        self._unkept = {}
        for name, value in kept.items() if isinstance(kept, dict) else ():
            if name in known:
                with suppress(PresetDamagedError):  # of another version: the preset as it is kept
                    self._unkept[name] = settings_from_json(value)

    def _remember(self) -> None:
        self._state.compile = {
            "preset": _name_of(self._preset),
            "changed": {name: settings_as_json(each) for name, each in self._unkept.items()},
        }
        self._controller.tasks.start(self._controller.context.keep_state())

    def _change(self, settings: CompileSettings) -> None:
        """Show the chosen preset with these settings; those that are its own are no change."""
        self._unkept[_name_of(self._preset)] = settings
        if settings == self._preset.settings:
            self._forget_changes(self._preset)

    def _forget_changes(self, preset: Preset) -> CompileSettings | None:
        return self._unkept.pop(_name_of(preset), None)

    @property
    def _is_changed(self) -> bool:
        return _name_of(self._preset) in self._unkept

    @property
    def _state(self) -> NovelState:
        context = self._controller.context
        return context.state.novel(context.library, self._controller.workspace.novel.id)

    def _all(self) -> list[Preset]:
        return [*presets.built_in_presets(), *self._own]

    # -- presets -------------------------------------------------------------------------------

    def _show(self) -> None:
        side = self._page.side.presets
        side.show_presets(self._all(), self._preset)
        for preset in self._all():
            side.show_settings(preset, self._unkept.get(_name_of(preset), preset.settings))
        self._page.form.show_settings(self._words.name(self._preset), self.settings)
        self._say()

    def _choose(self, preset: Preset) -> None:
        self._preset = preset
        self._show()
        self._page.form.scroll_to_top()
        self.chosen.emit()
        self._remember()
        self.changed.emit()

    def duplicate(self) -> None:
        """Make a preset of the writer's own of what is shown, and let it be named."""
        self._controller.tasks.start(self._keep_as_new(self._words.name(self._preset)))

    def save(self) -> None:
        """Keep what was changed: in the preset, or in a new one where it comes with Novelist."""
        self._controller.tasks.start(self._save())

    async def _save(self) -> None:
        preset = self._preset
        if preset.key:
            await self._keep_as_new(self._words.name(preset), changed_in=preset)
        else:
            await self._keep(replace(preset, settings=self.settings), changed_in=preset)

    async def _keep_as_new(self, name: str, *, changed_in: Preset | None = None) -> None:
        taken = {preset.name for preset in self._own}
        taken |= {self._words.name(preset) for preset in presets.built_in_presets()}
        free = presets.free_name(name, taken)
        await self._keep(Preset(free, self.settings), changed_in=changed_in)
        self._page.side.presets.setFocus()
        self._page.side.presets.rename()

    async def _keep(self, preset: Preset, *, changed_in: Preset | None = None) -> None:
        """Choose the preset once it is in the library; its changes are no changes any more."""
        kept = await presets.save_preset(preset, initiator=_WHO)
        if changed_in is not None:
            self._forget_changes(changed_in)
        self._own = await presets.list_presets()
        self._preset = next((each for each in self._own if each.id == kept.id), kept)
        self._show()
        self._remember()

    async def _rename(self, preset: Preset, name: str) -> None:
        kept = await presets.save_preset(replace(preset, name=name), initiator=_WHO)
        self._own = await presets.list_presets()
        if self._preset.id == kept.id:
            self._preset = kept
        self._show()

    def delete(self) -> None:
        """Forget the preset; the message that says so gives it back."""
        self._controller.tasks.start(self._delete(self._preset))

    async def _delete(self, preset: Preset) -> None:
        if preset.id is None:
            return
        before = self._all()
        await presets.delete_preset(preset.id, initiator=_WHO)
        changes = self._forget_changes(preset)
        self._own = await presets.list_presets()
        now = self._all()
        self._choose(now[min(before.index(preset), len(now) - 1)])

        self._deleted.append((preset, changes))
        words = self.tr("“{name}” was deleted.").format(name=preset.name)
        self._controller.window.notify(words, self.give_back)

    def give_back(self) -> None:
        """Bring back the preset that was deleted last, with what was changed in it."""
        if self._deleted:
            self._controller.tasks.start(self._give_back(*self._deleted.pop()))

    async def _give_back(self, preset: Preset, changes: CompileSettings | None) -> None:
        await self._keep(replace(preset, id=None))
        if changes is not None:
            self._change(changes)
            self._show()
            self._remember()
        self.changed.emit()

    def revert(self) -> None:
        """Back to the preset as it is kept."""
        self._forget_changes(self._preset)
        self._choose(self._preset)

    def share(self) -> QFileDialog:
        """Write the preset to a file that somebody else can read."""
        name = self._words.name(self._preset)
        dialog = self._dialog(self.tr("Share preset"), safe_name(name, "preset") + presets.ENDING)
        preset = replace(self._preset, name=name, settings=self.settings, id=None, key="")
        dialog.fileSelected.connect(
            lambda path: self._controller.tasks.start(self._write(Path(path), preset))
        )
        dialog.open()
        return dialog

    async def _write(self, path: Path, preset: Preset) -> None:
        await presets.write_preset(path, preset)
        self.shared.emit(path)

    def take(self) -> QFileDialog:
        """Read a preset from a file that somebody shared."""
        dialog = self._dialog(self.tr("Read a preset"), "")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda path: self._controller.tasks.start(self.read_file(Path(path)))
        )
        dialog.open()
        return dialog

    async def read_file(self, path: Path) -> None:
        """Keep the preset in a file as one of the writer's own."""
        found = await presets.read_preset(path)
        taken = {preset.name for preset in self._own}
        await self._keep(replace(found, name=presets.free_name(found.name, taken)))
        self.changed.emit()

    def _dialog(self, title: str, name: str) -> QFileDialog:
        folder = documents_folder(self._controller.context.settings.export_folder)
        dialog = QFileDialog(self._page, title, str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Presets of Novelist") + f" (*{presets.ENDING})")
        dialog.setDefaultSuffix(presets.ENDING.removeprefix("."))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def menu(self) -> QMenu:
        """What else can be done with the preset."""
        menu = Menu(self._controller.context.theme, self._page)
        menu.setObjectName("compile_menu")
        is_own, changed = not self._preset.key, self._is_changed
        for name, words, act, possible in (
            ("duplicate", self.tr("Duplicate"), self.duplicate, True),
            ("rename", self.tr("Rename"), self._page.side.presets.rename, is_own),
            ("revert", self.tr("Take back changes"), self.revert, changed),
            ("share", self.tr("Share as file…"), self.share, True),
            ("take", self.tr("Read from file…"), self.take, True),
            ("delete", self.tr("Delete"), self.delete, is_own),
            *self._deleted_rows(),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"compile_{name}")
            action.setEnabled(possible)
            action.triggered.connect(lambda _on=False, act=act: act())
        return menu

    def _deleted_rows(self) -> list[tuple[str, str, Callable[[], None], bool]]:
        """The row that brings the last one back, for as long as the window is open."""
        if not self._deleted:
            return []
        words = self.tr("Bring back “{name}”").format(name=self._deleted[-1][0].name)
        return [("give_back", words, self.give_back, True)]

    # -- slots ---------------------------------------------------------------------------------

    def _say(self) -> None:
        preview = self._page.preview
        preview.save.setText(
            self.tr("Save as preset") if self._preset.key else self.tr("Save preset")
        )
        preview.save.setVisible(self._is_changed)

    def _on_preset_chosen(self, preset: Preset) -> None:
        if (preset.key, preset.id) != (self._preset.key, self._preset.id):
            self._choose(preset)

    def _on_presets_renamed(self, preset: Preset, name: str) -> None:
        self._controller.tasks.start(self._rename(preset, name))

    def _on_form_edited(self, settings: CompileSettings) -> None:
        self._change(settings)
        self._page.side.presets.show_settings(self._preset, settings)
        self._say()
        self._remember()
        self.changed.emit()

    def _on_presets_fixed(self) -> None:
        words = self.tr("“{name}” comes with Novelist and stays. A copy is yours.")
        said = words.format(name=self._words.name(self._preset))
        self._controller.window.notify(said, self.duplicate, self.tr("Duplicate"))

    def _on_more_clicked(self) -> None:
        button = self._page.form.more
        self._pop_up(button.mapToGlobal(button.rect().bottomLeft()))

    def _pop_up(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _name_of(preset: Preset) -> str:
    """What tells it from all others; numbers are no names of those that come with Novelist."""
    return preset.key or str(preset.id)
