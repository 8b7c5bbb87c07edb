# SPDX-License-Identifier: MIT
"""The page on which scenes flow one after the other; the one with the caret is written in.

Every scene keeps its own ``LiveText``: history, saving and versions are those of the scene. Only
the scene with the caret lies under an editor (the pen); the others are painted from their
documents, which are loaded and laid out for what is seen and a screen around it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from novelist.ui.editor.documents import Documents, LiveText
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.flow_keys import FlowKeys
from novelist.ui.manuscript.flow_mouse import FlowMouse
from novelist.ui.manuscript.flow_scroll import FlowScroll
from novelist.ui.manuscript.flow_texts import FlowTexts
from novelist.ui.manuscript.painting import SectionPainter
from novelist.ui.manuscript.pen_place import PenPlace
from novelist.ui.manuscript.section import FlowScene, Section
from novelist.ui.manuscript.selection import FlowSelection, Spot
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
        self._texts = FlowTexts(self.flow, documents, self)
        self._scroll = FlowScroll(self, self.flow, self._texts)
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
        self._texts.needed.connect(self.texts_needed)
        self._texts.reflowed.connect(self.set_text_again)
        self._texts.resized.connect(self._on_texts_resized)
        self._texts.repainted.connect(self._on_texts_repainted)
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
        self.flow.set_width(self.width())
        self._pen_place.take(self.keys, self.flow.column)
        self.pen.cursorPositionChanged.connect(self._on_pen_moved)
        self.pen.viewport().installEventFilter(self.mouse)

    def give_pen_back(self) -> None:
        """Let go of the editor: it goes to a page of its own."""
        self.selection.clear()
        self.pen.cursorPositionChanged.disconnect(self._on_pen_moved)
        self.pen.viewport().removeEventFilter(self.mouse)
        self._pen_place.give_back()
        self._texts.let_go()

    def retire(self) -> None:
        """Show nothing more: the page is closed."""
        self.show_scenes([])
        self._texts.let_go()

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
            self._texts.drop(gone)
        self._settle()
        self._serve()

    def put(self, item_id: int, live: LiveText) -> None:
        """Here is the text of an item that was asked for."""
        section = self.flow.find(item_id)
        if section is None or section.live is live:
            return
        self._texts.take(section, live)
        self._settle()
        self._serve()

    def give_up(self, item_ids: Collection[int]) -> None:
        """The texts of these items cannot be had: nothing waits for them any longer.

        What was typed meanwhile is typed where the caret is.
        """
        if self._texts.give_up(item_ids):
            if self.selection:
                self._forget_selection()
                self.pen.set_caret_position(self.pen.textCursor().position())
            if not self._texts.is_waiting:
                self.keys.release(only_typed=True)

    def _serve(self) -> None:
        was_waiting = self._texts.is_waiting
        self._texts.serve()
        if was_waiting and not self._texts.is_waiting:
            self.keys.release()

    def enter(self, item_id: int, position: int | None = None, *, select: bool = False) -> None:
        """Put the caret into the text of an item, there or where it was; ``select`` up to there.

        Waits for the text where it is not loaded yet.
        """
        section = self.flow.find(item_id)
        if section is None:
            return
        self._texts.take_open([section])
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
        self._texts.when_loaded(sections, action)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for texts."""
        return self._texts.is_waiting

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

    def turn_selection(self) -> None:
        """Put the caret at the other end, where nothing is selected in its own text.

        One undo takes back what is done to the selection from a text that it was done in.
        """
        anchor, caret, current = self.selection.anchor, self.selection.caret, self.current
        if anchor is None or caret is None or current is None:
            return
        section = self.flow.find(anchor.item_id)
        if section is not None and not self.selection.cursor(current).hasSelection():
            self._move_pen(section)
            self._select(caret, anchor)

    def _forget_selection(self) -> None:
        if self.selection.anchor is not None:
            self.selection.clear()
            self.viewport().update()

    # -- where things lie ----------------------------------------------------------------------

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self._scroll.value

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

    def _caret_area(self) -> QRect:
        """What is to be seen of the caret: its line, or the picture that it is as high as."""
        rect = self.pen.caret_rect()
        return rect.translated(self.pen.viewport().mapTo(self.viewport(), QPoint()))

    def show_caret(self) -> None:
        """Scroll until the caret is seen, at a picture as much of it as there is room for."""
        self._place_pen()
        area, height, bar = self._caret_area(), self.viewport().height(), self.verticalScrollBar()
        room = min(_ROOM, height // 4)
        above, below = area.top() - room, area.bottom() - height + room
        if above < 0:
            bar.setValue(bar.value() + above)
        elif below > 0:
            bar.setValue(bar.value() + min(below, above))

    def show_caret_at(self, y: int) -> None:
        """Scroll until the caret's line is so far below the edge of the screen."""
        section = self.current
        if section is None:
            return
        self._settle()
        line = section.line_at(self.pen.textCursor().position())
        self._scroll.hold(section, y - section.head - round(line.top()))
        self._settle(keep=True)

    def set_text_again(self, item_id: int) -> None:
        """A text stands in another column, or is another text: its lines are found anew."""
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
        self._scroll.note(self.current)

    def _settle(self, *, keep: bool = False) -> None:
        """Heights changed: what is seen stays where it is, and what is seen now is made ready."""
        if self._scroll.is_settling:
            return
        if not keep:
            self._note_anchor()
        self._scroll.settle()
        self._place_pen()
        self._ask()
        self.viewport().update()

    def _measure_more(self) -> None:
        """When nothing else is to be done: one of the texts around, or a part of a long one."""
        for number in self._scroll.numbers(_AROUND):
            if self.flow.sections[number].is_unmeasured:
                self._note_anchor()
                self.flow.measure(number)
                self._settle(keep=True)
                return

    def _ask(self) -> None:
        """Ask for the texts around, and let those go that are far away."""
        around = self._scroll.seen(_AROUND)
        if any(section.is_unmeasured for section in around):
            self._idle.start()
        also = {section.item_id for section in self.selection.sections()}
        if self.current is not None:
            also.add(self.current.item_id)
        self._texts.keep(around, also)

    def _place_pen(self) -> None:
        section = self.current if self.has_pen else None
        top = 0 if section is None else self.text_top(section)
        column = self._fit_pen()
        self._pen_place.lie_over(section, self.flow.left, top, column)

    def _fit_pen(self) -> int:
        """Give the pen the column of its text. Before that is measured: it is laid out once."""
        section = self.current
        column = self.flow.column if section is None else self.flow.column_of(section)
        if section is not None and self.pen.lineWrapColumnOrWidth() != column:
            self.pen.embed(column)
        return column

    # -- following -----------------------------------------------------------------------------

    def _on_texts_resized(self, section: Section) -> None:
        """A text has more lines, or fewer."""
        number = self.flow.number_of(section.item_id)
        if number is None or self._scroll.is_settling:
            return
        before = section.text
        self.flow.measure(number)
        if section.text == before:
            return
        bottom = self.text_top(section) + min(before, section.text)
        if section is self.current and bottom >= self.viewport().height():
            self._scroll.set_range()  # nothing else that is seen has moved: it is on many keys
            self._place_pen()
        else:
            self._settle()

    def _on_texts_repainted(self, section: Section) -> None:
        """A text that is painted here may be written in elsewhere; what is written here paints
        itself.
        """
        if section is not self.current and not self._scroll.is_settling:
            top, height = self.text_top(section), max(section.text, section.known)
            self.viewport().update(0, top, self.viewport().width(), height)

    def _on_layers_changed(self) -> None:
        self._texts.follow_layers(self._scroll.seen())
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
        self.flow.set_width(self.width())
        self._fit_pen()
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
        if self._scroll.is_settling:
            return
        self.viewport().scroll(0, dy)
        seen = self._scroll.seen()
        if any(section.is_unmeasured for section in seen):
            self._settle()
        else:
            self._texts.follow_layers(seen)
            self._place_pen()
            self._ask()
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Its column counts again where a text is shown twice."""
        super().showEvent(event)
        self._texts.hold_column(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that nobody sees narrows no other one."""
        super().hideEvent(event)
        self._texts.hold_column(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and what is seen where it is."""
        super().resizeEvent(event)
        self._note_anchor()
        if self.flow.set_width(self.width()):
            self._fit_pen()
        self._settle(keep=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything on the screen but the scene under the pen."""
        painter = QPainter(self.viewport())
        area, current = event.rect(), self.current
        for number in self._scroll.numbers():
            section = self.flow.sections[number]
            top = self.flow.heights.top(number) - self.scrolled
            if top > area.bottom() or top + self.flow.heights[number] < area.top():
                continue
            is_active = section is current
            self._painter.paint_head(painter, number, top, is_active=is_active)
            if section.live is not None and section.is_measured and not is_active:
                selected = self.selection.cursor(section)
                self._painter.paint_text(painter, section, top + section.head, area, selected)
        if self.pen.margin is not None:
            self.pen.margin.paint_flow(self, painter, area)
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
