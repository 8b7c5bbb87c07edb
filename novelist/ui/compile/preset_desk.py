# SPDX-License-Identifier: MIT
"""Which preset is chosen and what was changed in it; keeps, names, shares and forgets presets."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from novelist.domain.compiling.preset_text import settings_as_json, settings_from_json
from novelist.domain.compiling.settings import CompileSettings, Preset
from novelist.errors import PresetDamagedError
from novelist.exporters.file_names import safe_name
from novelist.services import presets
from novelist.ui.compile.page import CompilePage
from novelist.ui.compile.places import folder_of
from novelist.ui.compile.words import CompileWords
from novelist.ui.labels import export_format_label
from novelist.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from novelist.settings import NovelState
    from novelist.ui.controller import Controller

_WHO: Final = "compile"


class PresetDesk(QObject):
    """``settings`` are what is shown: those of the preset with what was changed since."""

    changed = Signal()  # something else would be made now
    chosen = Signal()  # another preset

    def __init__(self, controller: Controller, page: CompilePage, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._page = controller, page
        self._words = CompileWords(self)
        self._own: list[Preset] = []
        self._preset: Preset = presets.built_in_presets()[0]
        self.settings: CompileSettings = self._preset.settings
        side = page.side
        side.presets.preset_chosen.connect(self._on_preset_chosen)
        side.presets.renamed.connect(self._on_presets_renamed)
        side.add.clicked.connect(self.duplicate)
        page.form.edited.connect(self._on_form_edited)
        page.form.more.clicked.connect(self._on_more_clicked)
        page.preview.save.clicked.connect(self.save)
        page.language_changed.connect(self._show)

    async def open(self) -> None:
        """Show the presets, and of them what the open novel was compiled by last."""
        self._own = await presets.list_presets()
        if self._controller.workspace.novel_id is None:  # closed meanwhile
            return
        self._recall()
        self._show()
        self.chosen.emit()

    def _recall(self) -> None:
        """The preset that this novel was compiled by last, with what was changed in it."""
        left = self._state.compile
        name, changed = left.get("preset"), left.get("settings")
        known = [each for each in self._all() if name and name in (each.key, each.id)]
        self._preset = known[0] if known else presets.built_in_presets()[0]
        self.settings = self._preset.settings
        if known and changed is not None:
            with suppress(PresetDamagedError):  # of another version: the preset as it is kept
                self.settings = settings_from_json(changed)

    def _remember(self) -> None:
        changed = self.settings != self._preset.settings
        self._state.compile = {
            "preset": self._preset.key or self._preset.id,
            **({"settings": settings_as_json(self.settings)} if changed else {}),
        }
        self._controller.tasks.start(self._controller.context.keep_state())

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
        side.show_changes(self.settings)
        self._page.form.show_settings(self._words.name(self._preset), self.settings)
        self._say()

    def _choose(self, preset: Preset) -> None:
        self._preset, self.settings = preset, preset.settings
        self._show()
        self.chosen.emit()
        self._remember()
        self.changed.emit()

    def duplicate(self) -> None:
        """Make a preset of the writer's own of what is shown, and let it be named."""
        self._controller.tasks.start(self._keep_as_new(self._words.name(self._preset)))

    def save(self) -> None:
        """Keep what was changed: in the preset, or in a new one where it comes with Novelist."""
        if self._preset.key:
            self.duplicate()
        else:
            self._controller.tasks.start(self._keep(replace(self._preset, settings=self.settings)))

    async def _keep_as_new(self, name: str) -> None:
        taken = {preset.name for preset in self._own}
        taken |= {self._words.name(preset) for preset in presets.built_in_presets()}
        free = presets.free_name(name, taken)
        await self._keep(Preset(free, self.settings))
        self._page.side.presets.setFocus()
        self._page.side.presets.rename()

    async def _keep(self, preset: Preset) -> None:
        kept = await presets.save_preset(preset, initiator=_WHO)
        self._own = await presets.list_presets()
        self._preset = next((each for each in self._own if each.id == kept.id), kept)
        self.settings = self._preset.settings
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
        await presets.delete_preset(preset.id, initiator=_WHO)
        self._own = await presets.list_presets()
        self._choose(presets.built_in_presets()[0])

        def give_back() -> None:
            self._controller.tasks.start(self._keep(replace(preset, id=None)))

        words = self.tr("“{name}” was deleted.").format(name=preset.name)
        self._controller.window.notify(words, give_back)

    def revert(self) -> None:
        """Back to the preset as it is kept."""
        self._choose(self._preset)

    def share(self) -> QFileDialog:
        """Write the preset to a file that somebody else can read."""
        name = self._words.name(self._preset)
        dialog = self._dialog(self.tr("Share preset"), safe_name(name, "preset") + presets.ENDING)
        preset = replace(self._preset, name=name, settings=self.settings, id=None, key="")
        dialog.fileSelected.connect(
            lambda path: self._controller.tasks.start(presets.write_preset(Path(path), preset))
        )
        dialog.open()
        return dialog

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
        dialog = QFileDialog(self._page, title, str(folder_of(self._controller.context.settings)))
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
        is_own, changed = not self._preset.key, self.settings != self._preset.settings
        for name, words, act, possible in (
            ("duplicate", self.tr("Duplicate"), self.duplicate, True),
            ("rename", self.tr("Rename"), self._page.side.presets.rename, is_own),
            ("revert", self.tr("Take back changes"), self.revert, changed),
            ("share", self.tr("Share as file…"), self.share, True),
            ("take", self.tr("Read from file…"), self.take, True),
            ("delete", self.tr("Delete"), self.delete, is_own),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"compile_{name}")
            action.setEnabled(possible)
            action.triggered.connect(lambda _on=False, act=act: act())
        return menu

    # -- slots ---------------------------------------------------------------------------------

    def _say(self) -> None:
        preview, form = self._page.preview, export_format_label(self.settings.format)
        whole = self.tr("Compile to {format}…").format(format=form)
        preview.name_go(whole, self.tr("Compile…"))
        changed = self.settings != self._preset.settings
        preview.save.setText(
            self.tr("Save as preset") if self._preset.key else self.tr("Save preset")
        )
        preview.save.setVisible(changed)

    def _on_preset_chosen(self, preset: Preset) -> None:
        if (preset.key, preset.id) != (self._preset.key, self._preset.id):
            self._choose(preset)

    def _on_presets_renamed(self, preset: Preset, name: str) -> None:
        self._controller.tasks.start(self._rename(preset, name))

    def _on_form_edited(self, settings: CompileSettings) -> None:
        self.settings = settings
        self._page.side.presets.show_changes(settings)
        self._say()
        self._remember()
        self.changed.emit()

    def _on_more_clicked(self) -> None:
        menu, button = self.menu(), self._page.form.more
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
