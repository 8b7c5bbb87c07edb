# SPDX-License-Identifier: MIT
"""Leads to the page "Reading" and back; brings the texts of the chapter that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from novelist.domain.document import Document
from novelist.services.reading import read_documents
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.codec import offset_in, position_of
from novelist.ui.editor.header import EXTENTS
from novelist.ui.editor.page import ZOOM_STEPS, PageSettings
from novelist.ui.reading.chapter_text import ChapterText, Place, Setting
from novelist.ui.reading.chapters import NOVEL, ReadChapter, chapters_of
from novelist.ui.reading.page import ReadingPage
from novelist.ui.reading.paper import paper

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

READING: Final = "reading"
_LOOK: Final = frozenset(
    {
        "reading_face", "reading_zoom", "reading_paper", "reading_notes_at_end", "reading_titles",
        "typing",
    }
)  # fmt: skip
_REST: Final = 60  # milliseconds without another size before pages are made anew


class ReadingController(QObject):
    """One for the life of the window; made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        context = controller.context
        self._theme, self._settings = context.theme, context.settings
        self.page = ReadingPage(context.theme, context.icons, context.settings)
        self.spread = self.page.spread
        self._atoms = AtomPainter(
            context.theme, self, controller.workspace.editor.documents.pictures
        )
        self._chapters: list[ReadChapter] = []
        self._number = 0
        self._texts: dict[int, Document] = {}  # of the chapter that is read
        self._again = QTimer(self, singleShot=True, interval=_REST)
        controller.window.add_page(READING, self.page)
        self._connect()

    def _connect(self) -> None:
        page, spread = self.page, self.spread
        page.left.connect(self.leave)
        page.extent_chosen.connect(self._on_page_extent_chosen)
        page.setting_changed.connect(self._controller.commands.choose)
        self._controller.window.page_changed.connect(self._on_window_page_changed)
        self._controller.commands.chosen.connect(self._on_commands_chosen)
        spread.chapter_wanted.connect(self._on_spread_chapter_wanted)
        spread.ends_wanted.connect(self._on_spread_ends_wanted)
        spread.turned.connect(self._say_where)
        spread.resized.connect(self._on_spread_resized)
        spread.write_requested.connect(self._on_spread_write_requested)
        spread.size_requested.connect(self._on_spread_size_requested)
        self._atoms.pictures.arrived.connect(self._on_pictures_arrived)
        self._again.timeout.connect(self.set_again)
        self._theme.theme_changed.connect(self._show_paper)

    # -- coming and going ----------------------------------------------------------------------

    def show(self) -> None:
        """Read from where the caret is."""
        editor = self._controller.workspace.editor
        if editor.current_item_id is None:
            return
        editor.edit.commit_composition()
        cursor = editor.edit.textCursor()
        place = Place(
            editor.current_item_id,
            cursor.blockNumber(),
            offset_in(cursor.block(), cursor.position()),
        )
        self._controller.window.show_page(READING)
        if self._controller.window.current_page != READING:  # one is locked in
            return
        self._show_paper()
        self.spread.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read(place)

    def leave(self) -> None:
        """Back to writing: the caret is where it was."""
        self._controller.show_write()
        self._controller.workspace.editor.focus_text()

    def _on_window_page_changed(self, name: str) -> None:
        if name != READING:  # whatever leads away
            self._again.stop()
            self.spread.show_nothing()
            self._texts = {}

    def _on_spread_write_requested(self, place: Place) -> None:
        self.leave()
        self._controller.tasks.latest("reading", self._write_at(place))

    async def _write_at(self, place: Place) -> None:
        workspace = self._controller.workspace
        await workspace.open_item(place.item_id, focus=True)
        edit = workspace.editor.edit
        if workspace.editor.current_item_id == place.item_id:
            edit.set_caret_position(position_of(edit.document(), place.block, place.offset))
            edit.ensureCursorVisible()

    # -- what is read --------------------------------------------------------------------------

    @property
    def extent(self) -> str:
        """How much is read."""
        wanted = self._settings.reading_extent
        return wanted if wanted in EXTENTS else NOVEL

    def _read(self, place: Place) -> None:
        workspace = self._controller.workspace
        self.page.language = workspace.novel.language
        self.page.extent.blockSignals(True)
        self.page.extent.set_value(self.extent)
        self.page.extent.blockSignals(False)
        self.page.header.set_title(workspace.novel.title)
        self._chapters = chapters_of(
            workspace.items, place.item_id, self.extent, workspace.binder.title_of
        )
        number = next(
            n
            for n, chapter in enumerate(self._chapters)
            if any(scene.item_id == place.item_id for scene in chapter.scenes)
        )
        self._go_to(number, place)

    def _go_to(self, number: int, goal: int | Place | None) -> None:
        self._controller.tasks.latest("reading", self._bring(number, goal))

    async def _bring(self, number: int, goal: int | Place | None) -> None:
        chapter = self._chapters[number]
        editor = self._controller.workspace.editor
        ids = [scene.item_id for scene in chapter.scenes]
        texts = {item_id: editor.text_of(item_id) for item_id in ids}
        missing = [item_id for item_id, text in texts.items() if text is None]
        found = {item_id: text for item_id, text in texts.items() if text is not None}
        read = await read_documents(missing)
        found |= read.documents
        if self._controller.window.current_page != READING:  # left meanwhile
            return
        self._number, self._texts = number, found
        self._show(goal)
        for error in read.damage.values():  # the rest of the chapter can be read
            raise error

    def _show(self, goal: int | Place | None) -> None:
        if self._controller.workspace.novel_id is None:  # closed meanwhile
            self.spread.show_nothing()
            return
        chapter = self._chapters[self._number]
        setting = self._setting()
        text = ChapterText(chapter, self._texts, setting, self._atoms, self)
        self.spread.show_text(text, goal)

    def set_again(self) -> None:
        """Size, face or width are others now; what is read stays in sight."""
        text = self.spread.text
        if text is None or not self._chapters:
            return
        anchor = self.spread.anchor
        place = None if anchor is None else text.place_at(anchor)
        self._show(place if place is not None and anchor else anchor)

    def _setting(self) -> Setting:
        settings, language = self._settings, self._controller.workspace.novel.language
        editor = self._controller.workspace.editor.page_settings
        face = settings.reading_face
        page = PageSettings(
            face or editor.face,
            face or editor.han_face,
            settings.reading_zoom / 100,
            solid=editor.solid,
        )
        style = page.style(language)
        self.spread.set_measure(style.measure)
        width, height = self.spread.page_size
        return Setting(
            page.font(self._theme, language),
            style,
            width,
            height,
            notes_at_end=settings.reading_notes_at_end,
            titles=settings.reading_titles,
            gap=page.gap(language),
        )

    def _on_commands_chosen(self, name: str) -> None:
        if name in _LOOK:
            self._show_paper()
            self.set_again()

    def _on_pictures_arrived(self, _digest: str) -> None:
        self.spread.update()

    def _show_paper(self) -> None:
        chosen = paper(self._theme, self._settings.reading_paper)
        self.spread.set_paper(chosen, self._atoms.pictures)

    # -- turning -------------------------------------------------------------------------------

    def _on_spread_chapter_wanted(self, way: int) -> None:
        number = self._number + way
        if 0 <= number < len(self._chapters):
            self._go_to(number, 0 if way > 0 else None)

    def _on_spread_ends_wanted(self, way: int) -> None:
        if self._chapters:
            self._go_to(0 if way < 0 else len(self._chapters) - 1, 0 if way < 0 else None)

    def _on_spread_resized(self) -> None:
        if self.spread.text is not None:
            self._again.start()

    def _on_spread_size_requested(self, steps: int) -> None:
        page = PageSettings(zoom=self._settings.reading_zoom / 100)
        zoom = page.zoomed(steps)
        if zoom in ZOOM_STEPS:
            self._controller.commands.choose("reading_zoom", round(zoom * 100))

    def _on_page_extent_chosen(self, extent: str) -> None:
        text, anchor = self.spread.text, self.spread.anchor
        place = None if text is None else text.place_at(anchor or 0)
        self._controller.commands.choose("reading_extent", extent)
        if place is not None:
            self._read(place)

    def _say_where(self) -> None:
        text, spread = self.spread.text, self.spread
        if text is None or not self._chapters:
            return
        before = sum(chapter.characters for chapter in self._chapters[: self._number])
        total = sum(chapter.characters for chapter in self._chapters)
        share = spread.position / max(text.document.characterCount(), 1)
        read = before + text.chapter.characters * share
        pages = len(spread.pages) if text.is_whole else 0
        title = text.chapter.title
        self.page.say_where(title, spread.page + 1, pages, read / max(total, 1))
