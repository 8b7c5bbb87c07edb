# SPDX-License-Identifier: MIT
"""The page on which scenes flow one after the other; the one with the caret is written in.

Every scene keeps its own ``LiveText``: history, saving and versions are those of the scene. Only
the scene with the caret lies under an editor (the pen); the others are painted from their
documents, which are loaded and laid out for what is seen and a screen around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from novelist.ui.editor.documents import Documents, LiveText
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.flow_keys import FlowKeys
from novelist.ui.manuscript.flow_mouse import FlowMouse
from novelist.ui.manuscript.painting import SectionPainter
from novelist.ui.manuscript.pen_place import PenPlace
from novelist.ui.manuscript.section import FlowScene, Section
from novelist.ui.manuscript.selection import FlowSelection, Spot
from novelist.ui.manuscript.waiting import Waiting
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated

_AROUND: Final = 1.0  # screens above and below that are kept ready
_ROOM: Final = 48  # pixels that the caret's line keeps from the edges of the screen


class ManuscriptView(Retranslated, QAbstractScrollArea):
    """A flow of scenes. It knows no service: texts that it needs it asks for."""

    texts_needed = Signal(list)
    """Items whose text is to be given to ``put``."""
    scene_left = Signal()
    """The caret is about to be in another text: nothing of this one may be lost."""
    scene_entered = Signal(int)
    """The caret is in the text of this item now."""
    moved = Signal()
    """The page was scrolled."""
    pen_wanted = Signal(int, int)
    """Somebody wants to write here, at that position of that item: the pen is elsewhere."""

    def __init__(self, theme: Theme, documents: Documents, pen: ManuscriptEdit) -> None:
        super().__init__()
        self._theme, self._documents, self.pen = theme, documents, pen
        self.flow = Flow(pen.typesetting, theme)
        self.selection = FlowSelection(self.flow)
        self._painter = SectionPainter(self.flow, pen.typesetting, theme)
        self._anchor: tuple[int, int] | None = None  # an item, and where its section lies
        self._is_settling = False
        self._waiting = Waiting(self.flow)
        self._pen_place = PenPlace(pen, self.viewport())
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._measure_more)
        self.keys = FlowKeys(self)
        self.mouse = FlowMouse(self)
        self._prepare()

    def _prepare(self) -> None:
        self.setObjectName("manuscript_flow")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.pen)
        self._theme.lay_ground(self.viewport(), "page")
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().setSingleStep(40)
        self._documents.forgotten.connect(self._on_documents_forgotten)
        self._documents.layers.changed.connect(self._on_layers_changed)
        self._documents.layers.repainted.connect(self.viewport().update)
        self._theme.theme_changed.connect(self._on_layers_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Manuscript"))

    # -- the pen -------------------------------------------------------------------------------

    @property
    def has_pen(self) -> bool:
        """Whether the editor is here and not on a page of its own."""
        return self.pen.beyond is self.keys

    def take_pen(self) -> None:
        """Let the editor lie over the scene with the caret from now on."""
        self.flow.set_width(self.viewport().width())
        self._pen_place.take(self.keys, self.flow.column)
        self.pen.cursorPositionChanged.connect(self._on_pen_moved)
        self.pen.viewport().installEventFilter(self.mouse)

    def give_pen_back(self) -> None:
        """Let go of the editor: it goes to a page of its own."""
        self.selection.clear()
        self.pen.cursorPositionChanged.disconnect(self._on_pen_moved)
        self.pen.viewport().removeEventFilter(self.mouse)
        self._pen_place.give_back()
        self._documents.let_go(self)

    def retire(self) -> None:
        """Show nothing more: the page is closed."""
        self.show_scenes([])
        self._documents.let_go(self)

    @property
    def current(self) -> Section | None:
        """The section that is written in; None while the pen is elsewhere."""
        is_here = self.has_pen and self.pen.live is not None
        return self.flow.find(self.pen.live.item_id) if is_here and self.pen.live else None

    @property
    def caret(self) -> Spot | None:
        """Where the caret is."""
        if self.pen.live is None:
            return None
        return Spot(self.pen.live.item_id, self.pen.textCursor().position())

    # -- what flows ----------------------------------------------------------------------------

    def show_scenes(self, scenes: Sequence[FlowScene]) -> None:
        """Let these scenes flow; what is seen stays where it is, if it is still among them."""
        self._note_anchor()
        for gone in self.flow.show(scenes):
            self._drop(gone)
        self._settle()

    def put(self, item_id: int, live: LiveText) -> None:
        """Here is the text of an item that was asked for."""
        section = self.flow.find(item_id)
        if section is None or section.live is live:
            return
        self._take(section, live)
        self._settle()
        self._waiting.serve()
        if not self._waiting:
            self.keys.release()

    def _take(self, section: Section, live: LiveText) -> None:
        section.live = live
        section.forget_measure()
        layout = live.document.documentLayout()
        layout.documentSizeChanged.connect(partial(self._on_size_changed, section))
        layout.update.connect(self._on_painted_otherwise)
        live.column_changed.connect(self.set_text_again)

    def _take_open(self, sections: Iterable[Section]) -> None:
        """Texts that are open elsewhere in the window need not be asked for."""
        for section in sections:
            live = self._documents.find(section.item_id) if section.live is None else None
            if live is not None:
                self._take(section, live)

    def enter(self, item_id: int, position: int | None = None, *, select: bool = False) -> None:
        """Put the caret into the text of an item, there or where it was; ``select`` up to there.

        Waits for the text where it is not loaded yet.
        """
        section = self.flow.find(item_id)
        if section is None:
            return
        self._take_open([section])
        if section.live is None:
            enter = partial(self.enter, item_id, position, select=select)
            self.when_loaded([section], enter)
            return
        anchor = self.selection.begin(self.pen) if select else None
        self._move_pen(section)
        if select and anchor is not None:
            self._select(anchor, Spot(item_id, 0 if position is None else position))
        else:
            self._forget_selection()
            if position is not None:
                self.pen.set_caret_position(position)
        self.show_caret()

    def when_loaded(self, sections: Iterable[Section], action: Callable[[], None]) -> None:
        """Do that as soon as the texts of these sections are loaded, perhaps at once."""
        missing = self._waiting.add(sections, action)
        if missing:
            self.texts_needed.emit(missing)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for texts."""
        return bool(self._waiting)

    def _move_pen(self, section: Section) -> None:
        live = section.live
        assert live is not None
        if self.pen.live is live:
            return
        self.pen.commit_composition()
        self.scene_left.emit()
        number = self.flow.number_of(section.item_id)
        if not section.is_measured and number is not None:
            self.flow.measure(number)
        self.pen.show_live(live, self.pen.typesetting.language)
        self._settle()
        self.scene_entered.emit(section.item_id)

    def select_all(self) -> None:
        """Select everything from the first scene to the last."""
        first, last = self.flow.sections[0], self.flow.sections[-1]

        def select() -> None:
            if last.live is not None:
                self._move_pen(last)
                end = Spot(last.item_id, last.live.document.characterCount() - 1)
                self._select(Spot(first.item_id, 0), end)

        self.when_loaded([last], select)

    def _select(self, anchor: Spot, caret: Spot) -> None:
        self.selection.select(anchor, caret)
        if self.current is not None:
            self.selection.show_in(self.pen, self.current)
        self.viewport().update()

    def _forget_selection(self) -> None:
        if self.selection.anchor is not None:
            self.selection.clear()
            self.viewport().update()

    # -- where things lie ----------------------------------------------------------------------

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def text_top(self, section: Section) -> int:
        """Where the first line of a section lies on the screen."""
        number = self.flow.number_of(section.item_id)
        return 0 if number is None else self.flow.text_top(number) - self.scrolled

    def spot_at(self, point: QPoint) -> Spot | None:
        """The place in the text nearest to a point of the screen; None where none is loaded."""
        if not self.flow.sections:
            return None
        number = self.flow.heights.at(point.y() + self.scrolled)
        section = self.flow.sections[number]
        if section.live is None:
            return None
        y = min(max(point.y() - self.text_top(section), 0), max(section.text - 1, 0))
        position = section.position_at(point.x() - self.flow.left, y)
        return Spot(section.item_id, min(position, section.live.document.characterCount() - 1))

    def caret_line(self) -> QRect:
        """Where the caret's line lies on the screen."""
        rect = self.pen.cursorRect()
        return rect.translated(self.pen.viewport().mapTo(self.viewport(), QPoint()))

    def show_caret(self) -> None:
        """Scroll until the caret is seen."""
        self._place_pen()
        line, height, bar = self.caret_line(), self.viewport().height(), self.verticalScrollBar()
        room = min(_ROOM, height // 4)
        if line.top() < room:
            bar.setValue(bar.value() + line.top() - room)
        elif line.bottom() > height - room:
            bar.setValue(bar.value() + line.bottom() - height + room)

    def show_caret_at(self, y: int) -> None:
        """Scroll until the caret's line is so far below the edge of the screen."""
        section = self.current
        if section is None:
            return
        self._settle()
        line = section.line_at(self.pen.textCursor().position())
        self._anchor = (section.item_id, y - section.head - round(line.top()))
        self._settle(keep=True)

    def set_text_again(self, item_id: int) -> None:
        """A text was replaced by another: its lines are to be found anew."""
        section = self.flow.find(item_id)
        if section is not None:
            self._note_anchor()
            section.forget_measure()
            self._settle(keep=True)

    def note_scene(self, scene: FlowScene) -> None:
        """What stands beside one scene is otherwise now."""
        section = self.flow.find(scene.item_id)
        if section is not None:
            section.scene = scene
            self.viewport().update()

    def _note_anchor(self) -> None:
        """What is to stay where it is: the scene that is written in, else the first one seen."""
        current = self.current
        seen = self._seen()
        if not seen:
            self._anchor = None
            return
        number = self.flow.number_of(current.item_id) if current is not None else None
        if number is None or number not in seen:
            known = [n for n in seen if self.flow.sections[n].is_measured]
            number = known[0] if known else seen[0]
        top = self.flow.heights.top(number) - self.scrolled
        self._anchor = (self.flow.sections[number].item_id, top)

    def _seen(self, around: float = 0.0) -> range:
        """The numbers of the sections on the screen, and so many screens above and below."""
        if not self.flow.sections:
            return range(0)
        height = self.viewport().height()
        more = round(height * around)
        first = self.flow.heights.at(self.scrolled - more)
        last = self.flow.heights.at(self.scrolled + height + more - 1)
        return range(first, last + 1)

    def _settle(self, *, keep: bool = False) -> None:
        """Heights changed: what is seen stays where it is, and what is seen now is made ready."""
        if self._is_settling:
            return
        self._is_settling = True
        try:
            if not keep:
                self._note_anchor()
            self._follow_anchor()
            self._take_open(self.flow.sections[number] for number in self._seen())
            for _ in range(4):  # measuring may bring others on the screen
                if not self._measure_seen():
                    break
                self._follow_anchor()
        finally:
            self._is_settling = False
        self._place_pen()
        self._ask()
        self.viewport().update()

    def _follow_anchor(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        foot = round(height * self.flow.foot)
        bar.setPageStep(height)
        bar.setRange(0, max(self.flow.heights.total + foot - height, 0))
        if self._anchor is not None:
            number = self.flow.number_of(self._anchor[0])
            if number is not None:
                bar.setValue(self.flow.heights.top(number) - self._anchor[1])

    def _measure_seen(self) -> bool:
        """Take the heights of what is seen; whether there was something to take."""
        found = False
        for number in self._seen():
            section = self.flow.sections[number]
            if section.live is not None and not section.is_measured:
                before = self.flow.heights[number]
                self.flow.measure(number)
                found |= self.flow.heights[number] != before
        return found

    def _measure_more(self) -> None:
        """When nothing else is to be done: one of the texts around, or a part of a long one."""
        for number in self._seen(_AROUND):
            section = self.flow.sections[number]
            if section.live is not None and not section.is_measured:
                self._note_anchor()
                self.flow.measure(number)
                self._settle(keep=True)
                return

    def _ask(self) -> None:
        """Ask for the texts around, and let those go that are far away."""
        around = self._seen(_AROUND)
        sections = [self.flow.sections[number] for number in around]
        missing = [section.item_id for section in sections if section.live is None]
        if missing:
            self.texts_needed.emit(missing)
        if any(section.live is not None and not section.is_measured for section in sections):
            self._idle.start()
        selected = {section.item_id for section in self.selection.sections()}
        needed = {section.item_id for section in sections} | self._waiting.items | selected
        self._documents.hold(self, needed)

    def _place_pen(self) -> None:
        section = self.current if self.has_pen else None
        top = 0 if section is None else self.text_top(section)
        column = self.flow.column if section is None else self.flow.column_of(section)
        if section is not None and self.pen.lineWrapColumnOrWidth() != column:
            self.pen.embed(column)
        self._pen_place.lie_over(section, self.flow.left, top, column)

    # -- following -----------------------------------------------------------------------------

    def _on_size_changed(self, section: Section, _size: object) -> None:
        """A text has more lines, or fewer."""
        number = self.flow.number_of(section.item_id)
        if number is None or section.live is None or not section.is_measured or self._is_settling:
            return
        before = section.text
        self.flow.measure(number)
        if section.text != before:
            self._settle()

    def _on_documents_forgotten(self, item_id: int) -> None:
        section = self.flow.find(item_id)
        if section is not None:
            self._drop(section)

    def _drop(self, section: Section) -> None:
        """Its text is not used any more; its height is still known."""
        live, section.live = section.live, None
        if live is not None:
            with suppress(RuntimeError):  # Qt may have deleted the layout with the document
                live.column_changed.disconnect(self.set_text_again)
                live.document.documentLayout().update.disconnect(self._on_painted_otherwise)
            live.set_column(self.flow, None)

    def _on_painted_otherwise(self, _area: QRectF) -> None:
        """A text that is painted here may be written in elsewhere."""
        if not self.has_pen and not self._is_settling:
            self.viewport().update()

    def _on_layers_changed(self) -> None:
        for section in self.flow.sections:
            if section.live is not None and section is not self.current:
                section.live.colours.follow()
        self.viewport().update()

    def _on_pen_moved(self) -> None:
        if self.selection and not self.keys.is_selecting and not self.mouse.is_selecting:
            self._forget_selection()
        if not self.mouse.is_selecting:
            self.show_caret()

    def set_again(self) -> None:
        """Face, size or language of the page are others now: all lines break anew."""
        self._note_anchor()
        self.flow.column = 0
        self.flow.set_width(self.viewport().width())
        self._settle(keep=True)

    def show_heads(self, *, titles: bool, synopses: bool) -> None:
        """Show or hide what stands between the texts."""
        self._note_anchor()
        self.flow.shows_titles, self.flow.shows_synopses = titles, synopses
        self.flow.guess()
        self._settle(keep=True)

    # -- events --------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen, and make ready what comes."""
        if self._is_settling:
            return
        self.viewport().scroll(0, dy)
        if any(
            section.live is not None and not section.is_measured
            for section in (self.flow.sections[number] for number in self._seen())
        ):
            self._settle()
        else:
            self._place_pen()
            self._ask()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and what is seen where it is."""
        super().resizeEvent(event)
        self._note_anchor()
        self.flow.set_width(self.viewport().width())
        self._settle(keep=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything on the screen but the scene under the pen."""
        painter = QPainter(self.viewport())
        area, current = event.rect(), self.current
        for number in self._seen():
            section = self.flow.sections[number]
            top = self.flow.heights.top(number) - self.scrolled
            if top > area.bottom() or top + self.flow.heights[number] < area.top():
                continue
            is_active = section is current
            self._painter.paint_head(painter, number, top, is_active=is_active)
            if section.live is not None and section.is_measured and not is_active:
                selected = self.selection.cursor(section)
                self._painter.paint_text(painter, section, top + section.head, area, selected)
        self._painter.finish(painter, area, self.pen.veil)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pen.wheelEvent(event)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the pen's."""
        event.ignore()
