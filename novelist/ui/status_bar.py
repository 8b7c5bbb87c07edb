# SPDX-License-Identifier: MIT
"""The line at the foot of the window: counts at the left; session and saved state at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.context import Context
from novelist.ui.labels import brief_count_label, count_label
from novelist.ui.save_state import SaveState
from novelist.ui.widgets.dot_icon import dot_icon
from novelist.ui.widgets.retranslated import Retranslated

_ICON = 14
_SAVING_SHOWS_AFTER = 300  # milliseconds; a quicker save never flickers

# Icon and colour of each state (look, section 7).
_STATES: Final[dict[SaveState, tuple[str, str]]] = {
    SaveState.SAVED: ("check", "success"),
    SaveState.EDITED: ("", "text_3"),  # a dot
    SaveState.SAVING: ("save", "text_2"),
    SaveState.PAUSED: ("circle-pause", "danger"),
}


class StatusBar(Retranslated, QWidget):
    """Shows what it is told; knows no novel."""

    language_requested = Signal()
    sprint_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self._context = context
        self._counts: tuple[int | None, int | None, int, str] | None = None
        self._session: tuple[int, str] | None = None
        self._state: tuple[SaveState, int] = (SaveState.SAVED, 0)
        self._library = ""
        self._sprint_words = ""
        self._kind: str = ItemKind.SCENE
        self._is_outside = False
        self._build()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVING_SHOWS_AFTER)
        self._saving.timeout.connect(self.retranslate)
        context.theme.theme_changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._scene = self._label("status_scene")
        self._chapter = self._label("status_chapter")
        self._novel = self._label("status_novel")
        self._written = self._label("status_session")
        self._language = QToolButton(self)
        self._language.setObjectName("status_language")
        self._language.setAutoRaise(True)
        self._language.clicked.connect(self.language_requested)
        self._sprint = QToolButton(self)
        self._sprint.setObjectName("status_sprint")
        self._sprint.setAutoRaise(True)
        self._sprint.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sprint.clicked.connect(self.sprint_requested)
        self._saved_icon = QLabel(self)
        self._saved = self._label("status_saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(20)
        for label in (self._scene, self._chapter, self._novel):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._written)
        row.addWidget(self._sprint)
        row.addWidget(self._language)
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._saved_icon)
        saved.addWidget(self._saved)
        row.addLayout(saved)
        for widget in (self._saved, self._saved_icon):  # the bar does not jump
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        return label

    def show_counts(
        self,
        scene: int | None,
        chapter: int | None,
        novel: int,
        language: str,
        kind: str = ItemKind.SCENE,
    ) -> None:
        """Words of the open scene, of its chapter (None: there is none) and of the novel.

        ``kind`` is what is open in place of a scene: a note, front matter, …
        """
        self._kind = kind
        self._counts = (scene, chapter, novel, language)
        self._say_counts()

    def show_session(self, words: int, language: str) -> None:
        """What was written since the start."""
        self._session = (words, language)
        self._say_session()

    def show_sprint(self, words: str) -> None:
        """How the sprint stands; "" where none runs."""
        self._sprint_words = words
        self._sprint.setText(f" {words or self.tr('Sprint')}")

    @property
    def scene_words(self) -> str:
        """What it says of the open scene."""
        return self._scene.text()

    def show_library(self, name: str) -> None:
        """What stands at the left where no novel is open: the library's name."""
        self._counts, self._session, self._library = None, None, name
        self.retranslate()

    def show_state(self, state: str, kept: int) -> None:
        """Whether the text is on disk; “Saving” waits a moment before it shows."""
        self._state = (SaveState(state), kept)
        if self._state[0] is SaveState.SAVING:
            self._saving.start()
            return
        self._saving.stop()
        self._say_state()

    def set_outside(self, outside: bool) -> None:
        """Outside every library nothing is counted, and “Saved” is said of nothing."""
        if outside:
            self.show_library("")
        self._is_outside = outside
        self._say_state()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._say_counts()
        self._say_session()
        self._language.setText("简体中文" if self._context.language.name == "zh_CN" else "English")
        self._language.setAccessibleName(self.tr("Language of the interface"))
        self._language.setToolTip(self.tr("Language of the interface"))
        self.show_sprint(self._sprint_words)
        self._sprint.setAccessibleName(self.tr("Sprint"))
        self._sprint.setToolTip(self.tr("Write for a time, or for some words"))
        self._say_state()

    def _say_counts(self) -> None:
        shown = self._counts is not None
        self._chapter.setVisible(shown and self._counts is not None and self._counts[1] is not None)
        self._novel.setVisible(shown)
        self._scene.setVisible(self._counts is None or self._counts[0] is not None)
        if self._counts is None:
            library = self.tr("Library: {name}").format(name=self._library)
            self._scene.setText(library if self._library else "")
            return
        scene, chapter, novel, language = self._counts
        in_scene = count_label(scene or 0, language)
        self._scene.setText(self._in_text().format(count=in_scene))
        in_chapter = brief_count_label(chapter or 0, language)
        self._chapter.setText(self.tr("{count} in chapter").format(count=in_chapter))
        in_novel = brief_count_label(novel, language)
        self._novel.setText(self.tr("{count} in novel").format(count=in_novel))

    def _in_text(self) -> str:
        if self._kind == ItemKind.SCENE:
            return self.tr("{count} in scene")
        is_note = self._kind == ItemKind.NOTE
        return self.tr("{count} in note") if is_note else self.tr("{count} in this text")

    def _say_session(self) -> None:
        if self._session is not None:
            written = self.tr("{count} this session")
            self._written.setText(written.format(count=count_label(*self._session)))
        self._written.setVisible(self._session is not None)
        self._sprint.setVisible(self._session is not None)

    def _say_state(self) -> None:
        state, kept = self._state
        if state is SaveState.SAVING and self._saving.isActive():
            return
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.EDITED: self.tr("Edited"),
            SaveState.SAVING: self.tr("Saving"),
            SaveState.PAUSED: self.tr("Saving paused, %n changes kept", "", kept),
        }
        for widget in (self._saved, self._saved_icon):
            widget.setVisible(not self._is_outside or state is not SaveState.SAVED)
        icon, colour = _STATES[state]
        self._saved.setText(words[state])
        self._saved.setAccessibleName(words[state])
        self._saved_icon.setPixmap(self._picture(icon, colour))
        palette = self._saved.palette()
        ink = self._context.theme.colour("danger" if state is SaveState.PAUSED else "text_2")
        if palette.color(palette.ColorRole.WindowText) != ink:  # it changes between two keys
            palette.setColor(palette.ColorRole.WindowText, ink)
            self._saved.setPalette(palette)
        widest = max(self._saved.fontMetrics().horizontalAdvance(text) for text in words.values())
        if state is not SaveState.PAUSED:
            widest = self._saved.fontMetrics().horizontalAdvance(words[SaveState.EDITED]) + 8
        self._saved.setMinimumWidth(widest)

    def _picture(self, icon: str, colour: str) -> QPixmap:
        if icon:
            return self._context.icons.pixmap(icon, colour, _ICON)
        return dot_icon(self._context.theme, "slate").pixmap(_ICON, _ICON)

    def _dress(self) -> None:
        theme = self._context.theme
        theme.lay_ground(self, "window")
        self.setFixedHeight(theme.size("status_bar"))
        font = theme.figures_font("small")
        for label in self.findChildren(QLabel):
            label.setFont(font)
        for button in (self._language, self._sprint):
            button.setFont(font)
        self._sprint.setIcon(self._context.icons.icon("timer", "text_2", _ICON))
        self._sprint.setIconSize(QSize(_ICON, _ICON))
        palette = theme.palette("window")
        palette.setColor(palette.ColorRole.WindowText, theme.colour("text_2"))
        for label in (self._scene, self._chapter, self._novel, self._written):
            label.setPalette(palette)
        self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._context.theme.colour("line"))
