# SPDX-License-Identifier: MIT
"""Every command of the text as a row of data, and the QActions made from the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from novelist.domain import document as d
from novelist.ui.editor.format_state import FormatState
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.words import QT_TRANSLATE_NOOP

_CONTEXT: Final = "formatting"


@dataclass(frozen=True)
class FormatRow:
    """One command: its id, words and keys, and the method of ``ManuscriptEdit`` that does it.

    ``is_on`` says from the state at the caret whether it is in force; None: it is never checked.
    ``is_native``: the text widget itself listens to the keys, the action only shows them.
    """

    name: str
    text: str
    keys: str
    method: str
    arguments: tuple[Any, ...] = ()
    is_on: Callable[[FormatState], bool] | None = None
    icon: str = ""
    is_native: bool = False
    needs_selection: bool = False
    writes: bool = True  # not to be used on a text that may only be read


def _marked(name: str) -> Callable[[FormatState], bool]:
    return lambda state: name in state.marks


def _of_kind(kind: str, level: int = 0, ordered: bool = False) -> Callable[[FormatState], bool]:
    return lambda s: s.kind == kind and s.level == level and s.is_ordered == ordered


def _aligned(align: str) -> Callable[[FormatState], bool]:
    return lambda state: state.align == align


def _mark(name: str, text: str, keys: str, mark: str, icon: str = "") -> FormatRow:
    return FormatRow(name, text, keys, "toggle_mark", (mark,), _marked(mark), icon)


def _kind(name: str, text: str, keys: str, kind: str, level: int = 0, icon: str = "") -> FormatRow:
    return FormatRow(name, text, keys, "set_kind", (kind, level), _of_kind(kind, level), icon)


def _align(name: str, text: str, keys: str, align: str) -> FormatRow:
    return FormatRow(name, text, keys, "align", (align,), _aligned(align))


CLIPBOARD_ROWS: Final = (
    FormatRow(
        "cut", QT_TRANSLATE_NOOP("formatting", "Cut"), "Ctrl+X", "cut",
        icon="scissors", is_native=True, needs_selection=True,
    ),
    FormatRow(
        "copy", QT_TRANSLATE_NOOP("formatting", "Copy"), "Ctrl+C", "copy",
        icon="copy", is_native=True, needs_selection=True, writes=False,
    ),
    FormatRow(
        "paste", QT_TRANSLATE_NOOP("formatting", "Paste"), "Ctrl+V", "paste", is_native=True
    ),
    FormatRow(
        "paste_plain", QT_TRANSLATE_NOOP("formatting", "Paste without formatting"), "Ctrl+Shift+V",
        "paste_plain",
    ),
    FormatRow(
        "select_all", QT_TRANSLATE_NOOP("formatting", "Select all"), "Ctrl+A", "selectAll",
        is_native=True, writes=False,
    ),
)  # fmt: skip
MARK_ROWS: Final = (
    _mark("bold", QT_TRANSLATE_NOOP("formatting", "Bold"), "Ctrl+B", d.STRONG, "bold"),
    _mark("italic", QT_TRANSLATE_NOOP("formatting", "Italic"), "Ctrl+I", d.EMPHASIS, "italic"),
    _mark(
        "underline", QT_TRANSLATE_NOOP("formatting", "Underline"), "Ctrl+U", d.UNDERLINE,
        "underline",
    ),
    _mark(
        "strike", QT_TRANSLATE_NOOP("formatting", "Strike through"), "Ctrl+D", d.STRIKE,
        "strikethrough",
    ),
    _mark(
        "small_caps", QT_TRANSLATE_NOOP("formatting", "Small capitals"), "Ctrl+Shift+C",
        d.SMALL_CAPS,
    ),
    _mark("superscript", QT_TRANSLATE_NOOP("formatting", "Superscript"), "Ctrl+.", d.SUPERSCRIPT),
    _mark("subscript", QT_TRANSLATE_NOOP("formatting", "Subscript"), "Ctrl+;", d.SUBSCRIPT),
    _mark("highlight", QT_TRANSLATE_NOOP("formatting", "Highlight"), "Ctrl+Shift+H", d.HIGHLIGHT),
    FormatRow(
        "clear", QT_TRANSLATE_NOOP("formatting", "Clear formatting"), "Ctrl+\\", "clear_marks"
    ),
)  # fmt: skip
KIND_ROWS: Final = (
    _kind("heading_1", QT_TRANSLATE_NOOP("formatting", "Heading 1"), "Ctrl+1", d.HEADING, 1),
    _kind(
        "heading_2", QT_TRANSLATE_NOOP("formatting", "Heading 2"), "Ctrl+2", d.HEADING, 2,
        "heading",
    ),
    _kind("heading_3", QT_TRANSLATE_NOOP("formatting", "Heading 3"), "Ctrl+3", d.HEADING, 3),
    _kind("heading_4", QT_TRANSLATE_NOOP("formatting", "Heading 4"), "Ctrl+4", d.HEADING, 4),
    _kind(
        "quotation", QT_TRANSLATE_NOOP("formatting", "Quotation"), "Ctrl+5", d.QUOTATION,
        icon="quote",
    ),
    _kind("verse", QT_TRANSLATE_NOOP("formatting", "Verse"), "Ctrl+6", d.VERSE),
    _kind("letter", QT_TRANSLATE_NOOP("formatting", "Letter"), "Ctrl+7", d.LETTER),
    _kind("list_item", QT_TRANSLATE_NOOP("formatting", "Bulleted list"), "Ctrl+8", d.LIST_ITEM),
    FormatRow(
        "ordered_item", QT_TRANSLATE_NOOP("formatting", "Numbered list"), "Ctrl+Shift+8",
        "set_numbered", (),
        _of_kind(d.LIST_ITEM, 0, True),
    ),
    _kind("body", QT_TRANSLATE_NOOP("formatting", "Body text"), "Ctrl+9", d.PARAGRAPH),
)  # fmt: skip
ALIGN_ROWS: Final = (
    _align("align_left", QT_TRANSLATE_NOOP("formatting", "Align as usual"), "Ctrl+L", ""),
    _align("align_center", QT_TRANSLATE_NOOP("formatting", "Centre"), "Ctrl+E", "center"),
    _align("align_right", QT_TRANSLATE_NOOP("formatting", "Align right"), "Ctrl+R", "right"),
    _align("align_justify", QT_TRANSLATE_NOOP("formatting", "Justify"), "Ctrl+J", "justify"),
)
INSERT_ROWS: Final = (
    FormatRow(
        "scene_break", QT_TRANSLATE_NOOP("formatting", "Insert scene break"),
        "Ctrl+Return; Ctrl+Enter", "insert_scene_break", (), _of_kind(d.SCENE_BREAK),
    ),
    FormatRow(
        "line_break", QT_TRANSLATE_NOOP("formatting", "Insert line break"), "Shift+Return",
        "insert_line_break",
    ),
    FormatRow(
        "styles", QT_TRANSLATE_NOOP("formatting", "Styles…"), "Ctrl+Shift+S", "request_styles",
        icon="ellipsis",
    ),
    FormatRow("split", QT_TRANSLATE_NOOP("formatting", "Split scene here"), "", "request_split"),
)  # fmt: skip
ZOOM_ROWS: Final = (
    FormatRow(
        "zoom_in", QT_TRANSLATE_NOOP("formatting", "Larger text"), "Ctrl++; Ctrl+=",
        "request_zoom", (1,), writes=False,
    ),
    FormatRow(
        "zoom_out", QT_TRANSLATE_NOOP("formatting", "Smaller text"), "Ctrl+-",
        "request_zoom", (-1,), writes=False,
    ),
    FormatRow(
        "zoom_reset", QT_TRANSLATE_NOOP("formatting", "Usual text size"), "Ctrl+0",
        "request_zoom", (0,), writes=False,
    ),
)  # fmt: skip
ROWS: Final = (
    *CLIPBOARD_ROWS,
    *MARK_ROWS,
    *KIND_ROWS,
    *ALIGN_ROWS,
    *INSERT_ROWS,
    *ZOOM_ROWS,
)
FORMAT_MENU: Final = (
    ("", (*MARK_ROWS[:4], MARK_ROWS[-1])),
    (QT_TRANSLATE_NOOP("formatting", "More marks"), MARK_ROWS[4:-1]),
    (QT_TRANSLATE_NOOP("formatting", "Paragraph"), KIND_ROWS),
    (QT_TRANSLATE_NOOP("formatting", "Align"), ALIGN_ROWS),
)
"""The groups of a Format menu: those with a name are menus inside it."""


class Formatting(QObject):
    """The QActions of ``ROWS``: their keys work while the text has the focus, and what is in
    force at the caret is checked.
    """

    def __init__(self, edit: ManuscriptEdit, theme: Theme, icons: Icons) -> None:
        super().__init__(edit)
        self._edit = edit
        self._icons = icons
        self._actions = {row.name: self._make(row) for row in ROWS}
        edit.state_changed.connect(self._on_edit_state_changed)
        theme.theme_changed.connect(self._draw_icons)
        self._draw_icons()
        self.retranslate()
        self._on_edit_state_changed(edit.state)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def of(self, rows: tuple[FormatRow, ...]) -> list[QAction]:
        """The actions of some rows, in their order."""
        return [self._actions[row.name] for row in rows]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for row in ROWS:
            self._actions[row.name].setText(QCoreApplication.translate(_CONTEXT, row.text))

    def refresh(self) -> None:
        """Switch commands on or off as the text they work on allows."""
        is_open, may_write = self._edit.live is not None, not self._edit.isReadOnly()
        has_selection = self._edit.state.has_selection
        for row in ROWS:
            allowed = is_open and (may_write or not row.writes)
            fits = has_selection or not row.needs_selection
            self._actions[row.name].setEnabled(allowed and fits)

    def _make(self, row: FormatRow) -> QAction:
        action = QAction(self)
        action.setObjectName(f"format_{row.name}")
        action.setIconVisibleInMenu(False)  # few rows have one: a column of holes
        action.setCheckable(row.is_on is not None)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys.split("; ") if keys])
        method = getattr(self._edit, row.method)
        action.triggered.connect(lambda: method(*row.arguments))
        if not row.is_native:
            self._edit.addAction(action)
        return action

    def _draw_icons(self) -> None:
        shipped = set(self._icons.names())
        for row in ROWS:
            if row.icon in shipped:
                self._actions[row.name].setIcon(self._icons.icon(row.icon))

    def _on_edit_state_changed(self, state: FormatState) -> None:
        for row in ROWS:
            if row.is_on is not None:
                self._actions[row.name].setChecked(row.is_on(state))
        self.refresh()
