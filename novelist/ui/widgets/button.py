# SPDX-License-Identifier: MIT
"""Push buttons by their role on the screen, and the small icon buttons of headers."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme


class ButtonRole(Enum):
    """What a button is for; a screen has one PRIMARY at most."""

    BORDERED = ""  # the usual one: a border, a verb and its object
    PRIMARY = "primary"  # the likely next step
    QUIET = "quiet"  # no border: a lesser way out
    LINK = "link"  # accent ink, no border
    DANGER = "danger"  # deletes something


_INK = {
    ButtonRole.BORDERED: "text",
    ButtonRole.PRIMARY: "on_accent",
    ButtonRole.QUIET: "text",
    ButtonRole.LINK: "accent",
    ButtonRole.DANGER: "danger",
}


class Button(QPushButton):
    """A push button with words, and with an icon where ``icon`` names one."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        role: ButtonRole = ButtonRole.BORDERED,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._role = role
        self._icon_name = icon
        self._icon_size = theme.size("icon_small" if small else "icon_row")
        if role.value:
            self.setProperty(role.value, True)
        if small:
            self.setProperty("small", True)
        self.setAutoDefault(False)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def setText(self, text: str) -> None:
        """Show the words; a little air stands between the icon and them."""
        super().setText(f" {text}" if self._icon_name and text else text)
        self.setAccessibleName(text)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._on_theme_changed()

    @property
    def role(self) -> ButtonRole:
        """What it is for at present."""
        return self._role

    def set_role(self, role: ButtonRole) -> None:
        """Let it be for something else; rarely, because the style is applied anew."""
        if role is self._role:
            return
        for name, holds in ((self._role.value, False), (role.value, True)):
            if name:
                self.setProperty(name, holds)
        self._role = role
        self.style().unpolish(self)
        self.style().polish(self)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does: Qt leaves that to dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        if self._icon_name:
            self.setIcon(self._icons.icon(self._icon_name, _INK[self._role], self._icon_size))
            self.setIconSize(QSize(self._icon_size, self._icon_size))


class IconButton(QToolButton):
    """A 28 px button around a 16 px icon; call ``set_name`` so that it can be read aloud."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        parent: QWidget | None = None,
        *,
        checkable: bool = False,
        side: str = "header_icon",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._icon_name = icon
        self.setCheckable(checkable)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(theme.size(side), theme.size(side))
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_name(self, name: str, shortcut: QKeySequence | str | None = None) -> None:
        """Say what it does: the accessible name, and with the shortcut the tooltip."""
        self.setAccessibleName(name)
        sequence = QKeySequence(shortcut) if isinstance(shortcut, str) else shortcut
        keys = sequence.toString(QKeySequence.SequenceFormat.NativeText) if sequence else ""
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        size = self._theme.size("icon_row")
        self.setIcon(self._icons.icon(self._icon_name, "text_2", size))
        self.setIconSize(QSize(size, size))
