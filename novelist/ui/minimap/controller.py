# SPDX-License-Identifier: MIT
"""The minimap in the window: which chapter, its shapes from the disk, going where it is pressed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer

from novelist.domain.changes import Changes, Subject
from novelist.domain.document import Document
from novelist.domain.scene_shape import SceneShape, shape_of
from novelist.services.reading import read_documents
from novelist.ui.minimap.minimap import MapScene, Minimap, Seen
from novelist.ui.reading.chapters import CHAPTER, ReadScene, chapters_of

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.manuscript.selection import Spot

_REST: Final = 1_500  # milliseconds after a save until the shape of a scene is taken anew
_FOLLOW: Final = 80  # milliseconds after the caret moved until the map shows it
_PATIENCE: Final = 25  # times that it is looked whether a text is there
_AT_ONCE: Final = 20  # scenes that are read together


class MinimapController(QObject):
    """One for the life of the window; switched off, nothing is read or followed."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._workspace, self._editor = controller.workspace, controller.workspace.editor
        self._settings = controller.context.settings
        self._made: Minimap | None = None
        self._shapes: dict[int, SceneShape] = {}
        self._stale: set[int] = set()
        self._source: tuple[str, int | None] = ("", None)  # library and novel of the shapes
        self._tries = 0
        self._read_again = QTimer(self, singleShot=True, interval=_REST)
        self._read_again.timeout.connect(self._read)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._follow.timeout.connect(self.show_place)
        self._action = controller.window.actions_["minimap"]
        self._action.triggered.connect(lambda on: controller.commands.choose("minimap", on))
        controller.commands.chosen.connect(self._on_commands_chosen)
        self._editor.text_shown.connect(self._on_editor_text_shown)
        controller.context.bus.changed.connect(self._on_bus_changed)
        self._workspace.following.read.connect(self.refresh)
        self._workspace.counts_changed.connect(self._on_workspace_counts_changed)
        self.follow_choice()

    @property
    def map(self) -> Minimap:
        """The widget, made when it is first wanted."""
        if self._made is None:
            self._made = Minimap(self._controller.context.theme, self._editor)
            self._made.setAccessibleName(self.tr("Map of the chapter"))
            self._made.place_wanted.connect(self._on_map_place_wanted)
            self._editor.set_side(self._made)
            self._editor.place_changed.connect(self._follow.start)
        return self._made

    @property
    def _is_on(self) -> bool:
        return self._settings.minimap

    def follow_choice(self) -> None:
        """Show it or not, as it is chosen."""
        self._action.setChecked(self._is_on)
        if self._is_on:
            self.map.show()
            self.refresh()
        elif self._made is not None:
            self._made.hide()
            self._shapes.clear()

    def refresh(self) -> None:
        """Another scene, or another outline."""
        if not self._is_on:
            return
        source = (str(self._controller.context.library), self._workspace.novel_id)
        if source != self._source:  # items of another library may have the same numbers
            self._source = source
            self._shapes.clear()
        self._show()
        self._read()

    def _on_commands_chosen(self, name: str) -> None:
        if name == "minimap":
            self.follow_choice()

    def _on_editor_text_shown(self) -> None:
        self.refresh()

    def _on_workspace_counts_changed(self, *_: object) -> None:
        """At the start the text stands there before its novel is open."""
        if self._source[1] != self._workspace.novel_id:
            self.refresh()

    def _on_bus_changed(self, changes: Changes) -> None:
        """Texts are others, whoever wrote them: the editor, a replacement, another program."""
        texts = [entry.ids for entry in changes.entries if entry.subject is Subject.TEXT]
        if self._is_on and texts:
            self._stale.update(*texts)
            self._read_again.start()

    # -- what is shown -------------------------------------------------------------------------

    def _scenes(self) -> list[ReadScene]:
        item_id, items = self._editor.current_item_id, self._workspace.items
        if item_id is None or self._workspace.novel_id is None:
            return []
        if not any(item.id == item_id for item in items):
            return []
        title_of = self._workspace.binder.title_of
        chapters = chapters_of(items, item_id, CHAPTER, title_of)
        return [scene for chapter in chapters for scene in chapter.scenes]

    def _show(self) -> None:
        title_of = self._workspace.binder.title_of
        self.map.show_scenes(
            [
                MapScene(
                    scene.item_id,
                    title_of(scene.item_id),
                    self._length_of(scene),
                    self._shapes.get(scene.item_id),
                )
                for scene in self._scenes()
            ]
        )
        self._follow.start()

    def _length_of(self, scene: ReadScene) -> int:
        shape = self._shapes.get(scene.item_id)
        return scene.characters if shape is None else shape.characters

    def _read(self) -> None:
        wanted = [
            scene.item_id
            for scene in self._scenes()
            if scene.item_id not in self._shapes or scene.item_id in self._stale
        ]
        if wanted:
            reading = self._take_shapes(wanted, self._workspace.novel.language)
            self._controller.tasks.latest("minimap", reading)

    async def _take_shapes(self, item_ids: list[int], language: str) -> None:
        for start in range(0, len(item_ids), _AT_ONCE):
            part = item_ids[start : start + _AT_ONCE]
            read = await read_documents(part)
            shapes = await asyncio.to_thread(_shapes_of, read.documents, language)
            self._stale.difference_update(part)
            self._shapes |= shapes | dict.fromkeys(read.damage, SceneShape())
            if not self._is_on:
                return
            self._show()

    # -- where one is --------------------------------------------------------------------------

    def show_place(self) -> None:
        """Show the caret and what is seen."""
        live = self._editor.edit.live
        if not self._is_on or live is None:
            return
        caret = self._share(live.item_id, self._editor.edit.textCursor().position())
        first, last = self._edges(live.item_id)
        is_coming = (first is None or last is None) and self._tries < _PATIENCE
        self._tries = self._tries + 1 if is_coming else 0
        if is_coming:  # the text that is seen is being loaded
            self._follow.start()
        self.map.show_place(Seen(caret, first or caret, last or caret))

    def _edges(self, item_id: int) -> tuple[tuple[int, float] | None, tuple[int, float] | None]:
        flow, edit = self._editor.flow, self._editor.edit
        if flow is not None:
            left, height = flow.flow.left, flow.viewport().height()
            spots = flow.spot_at(QPoint(left, 0)), flow.spot_at(QPoint(left, height))
            return self._share_of(spots[0]), self._share_of(spots[1])
        height = edit.viewport().height()
        first = edit.cursorForPosition(QPoint(0, 0)).position()
        last = edit.cursorForPosition(QPoint(0, height)).position()
        return self._share(item_id, first), self._share(item_id, last)

    def _share_of(self, spot: Spot | None) -> tuple[int, float] | None:
        return None if spot is None else self._share(spot.item_id, spot.position)

    def _share(self, item_id: int, position: int) -> tuple[int, float]:
        live = self._editor.documents.find(item_id)
        if live is None:
            return item_id, 0.0
        return item_id, position / max(live.document.characterCount() - 1, 1)

    # -- going there ---------------------------------------------------------------------------

    def _on_map_place_wanted(self, item_id: int, share: float, is_done: bool) -> None:
        flow = self._editor.flow
        if flow is not None and flow.flow.find(item_id) is not None:
            number = flow.flow.number_of(item_id) or 0
            y = flow.flow.text_top(number) + flow.flow.sections[number].text * share
            flow.verticalScrollBar().setValue(round(y - flow.viewport().height() / 2))
        elif item_id == self._editor.current_item_id:
            self._scroll_page(share)
        elif is_done:
            self._controller.tasks.latest("minimap place", self._open_at(item_id, share))
        self._follow.start()

    async def _open_at(self, item_id: int, share: float) -> None:
        await self._workspace.open_item(item_id, focus=True)
        if self._editor.current_item_id == item_id and self._editor.flow is None:
            self._scroll_page(share)

    def _scroll_page(self, share: float) -> None:
        """Let a place of the page stand in its middle."""
        edit = self._editor.edit
        document = edit.document()
        block = document.findBlock(round(share * (document.characterCount() - 1)))
        rect = document.documentLayout().blockBoundingRect(block)
        length = max(block.length(), 1)
        inside = (share * (document.characterCount() - 1) - block.position()) / length
        y = rect.top() + rect.height() * min(max(inside, 0), 1)
        edit.set_scroll(max(round(y - edit.viewport().height() / 2), 0))


def _shapes_of(documents: dict[int, Document], language: str) -> dict[int, SceneShape]:
    return {item_id: shape_of(document, language) for item_id, document in documents.items()}
