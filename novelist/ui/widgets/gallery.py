# SPDX-License-Identifier: MIT
"""Every widget of our own on one page, in every state that can be shown at rest.

It is looked at beside the look's own page of components; nothing in the program opens it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.enums import Hue
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.goal_bar import GoalBar
from novelist.ui.widgets.property_row import PropertyRow, ValueButton
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowTree
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.tag import Key, Tag
from novelist.ui.widgets.text_field import InlineField, SearchField, TextField
from novelist.ui.widgets.text_label import TextLabel

_ROWS = (  # title, hue, count, muted
    ("At rest", "moss", "1,904", False),
    ("Selected", "moss", "1,284", False),
    ("Not in the manuscript", "slate", "840", True),
    ("A title that is far too long for the panel it stands in", "ochre", "2,515", False),
)


class Gallery(QWidget):
    """The page; its words are not translated because nobody but us reads them."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        theme.lay_ground(self, "page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 16, 40, 16)
        self._column.setSpacing(6)
        self._add("Type", self._type())
        self._add("Primary button", self._buttons(ButtonRole.PRIMARY, "Compile"))
        self._add("Quiet button", self._buttons(ButtonRole.BORDERED, "Import..."))
        self._add("Field", self._fields())
        self._add("Choices", self._choices())
        self._add("Rows, states, labels", self._lists())
        self._add("Messages", self._messages())
        self._column.addStretch()

    def _add(self, title: str, section: QWidget) -> None:
        label = TextLabel(self._theme, "small", "text_2", self, text=title)
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
        self._column.addWidget(label)
        self._column.addWidget(section)

    def _row(self, *widgets: QWidget, spacing: int = 16) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch()
        return row

    def _type(self) -> QWidget:
        words = (
            ("display", "Display 潮"),
            ("heading", "Heading"),
            ("title", "Title"),
            ("strong", "Strong"),
            ("body", "Body 正文"),
            ("small", "Small 小"),
            ("caption", "Caption"),
        )
        labels = [TextLabel(self._theme, style, text=text) for style, text in words]
        return self._row(*labels, spacing=24)

    def _buttons(self, role: ButtonRole, text: str) -> QWidget:
        rest, icon, disabled = (
            self._button(role, text),
            self._button(role, text, icon="upload"),
            self._button(role, text),
        )
        disabled.setEnabled(False)
        others = [
            self._button(ButtonRole.DANGER, "Delete..."),
            self._button(ButtonRole.QUIET, "Show copy"),
            self._button(ButtonRole.LINK, "Find names in the text"),
        ]
        header = IconButton(self._theme, self._icons, "panel-right", checkable=True)
        header.setChecked(True)
        more = [*others, header] if role is ButtonRole.BORDERED else []
        return self._row(rest, icon, disabled, *more)

    def _button(self, role: ButtonRole, text: str, icon: str = "") -> Button:
        button = Button(self._theme, self._icons, role, icon=icon)
        button.setText(text)
        return button

    def _fields(self) -> QWidget:
        rest, disabled = QLineEdit(), QLineEdit("Slack")
        rest.setPlaceholderText("Title")
        disabled.setEnabled(False)
        wrong = TextField(self._theme)
        wrong.setText("20,24")
        wrong.set_problem("Write a number.")
        search = SearchField(self._theme, self._icons)
        search.set_words("Search all novels", "Clear")
        choice = QComboBox()
        choice.addItems(["Heading 1", "Heading 2"])
        fields = (rest, wrong, disabled, search, choice)
        for field in fields:
            field.setFixedWidth(137 if field is not search else 200)
        return self._row(*fields)

    def _choices(self) -> QWidget:
        off, on, mixed, pale = (
            QCheckBox("off"),
            QCheckBox("on"),
            QCheckBox("mixed"),
            QCheckBox("no"),
        )
        on.setChecked(True)
        mixed.setTristate(True)
        mixed.setCheckState(Qt.CheckState.PartiallyChecked)
        pale.setChecked(True)
        pale.setEnabled(False)
        unset, chosen = QRadioButton("off"), QRadioButton("on")
        unset.setAutoExclusive(False)
        chosen.setChecked(True)
        out, lit = Switch(self._theme), Switch(self._theme)
        lit.setChecked(True)
        segments = Segmented(self._theme)
        segments.set_segments([("scene", "Scene"), ("chapter", "Chapter")])
        key = Key(self._theme, text="F8")
        return self._row(off, on, mixed, pale, unset, chosen, out, lit, segments, key)

    def _lists(self) -> QWidget:
        tree = RowTree(self._theme, self._icons)
        self._theme.lay_ground(tree, "side")
        tree.setModel(_rows(tree))
        tree.expandAll()
        tree.setCurrentIndex(tree.model().index(1, 0, QModelIndex()))
        tree.setFixedSize(280, 32 * 6)
        properties = QWidget()
        properties.setFixedWidth(280)
        column = QVBoxLayout(properties)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._properties():
            column.addWidget(row)
        return self._row(tree, properties, self._labels(), spacing=24)

    def _properties(self) -> list[PropertyRow]:
        status, label = (
            ValueButton(self._theme, self._icons),
            ValueButton(self._theme, self._icons),
        )
        status.set_value("Second draft", "ochre")
        label.set_value("The second tide", "teal", tinted=True)
        view = InlineField()
        view.set_value("Ines Marrow")
        bar = GoalBar(self._theme)
        bar.set_progress(1284, 1500)
        words = ("Status", "Label", "Point of view", "Target")
        rows = [PropertyRow(self._theme, value) for value in (status, label, view, bar)]
        for row, word in zip(rows, words, strict=True):
            row.set_label(word)
        return rows

    def _labels(self) -> QWidget:
        tags = QWidget()
        column = QVBoxLayout(tags)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for hue in Hue:
            column.addWidget(Tag(self._theme, text=hue.value.capitalize(), hue=hue))
        return tags

    def _messages(self) -> QWidget:
        page = QWidget()
        page.setFixedWidth(560)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        warning = Banner(self._theme, self._icons, BannerKind.WARNING, "triangle-alert")
        warning.set_words("Two pictures were not found.")
        warning.add_button().setText("Show")
        danger = Banner(self._theme, self._icons, BannerKind.DANGER, "hard-drive", stacked=True)
        danger.set_words(
            "The disk is full. Your text is safe.", "Free about 20 MB, then try again."
        )
        danger.add_button(ButtonRole.PRIMARY).setText("Try again")
        danger.add_button().setText("Save a copy elsewhere...")
        column.addWidget(warning)
        column.addWidget(danger)
        return page


def _rows(parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    folder = QStandardItem("Drop goes into this")
    folder.setData("folder-closed", RowRole.ICON)
    for title, hue, count, muted in _ROWS:
        item = QStandardItem(title)
        item.setData(hue, RowRole.DOT)
        item.setData(count, RowRole.COUNT)
        item.setData(muted, RowRole.MUTED)
        model.appendRow(item)
    child = QStandardItem("Under it")
    child.setData("file-text", RowRole.ICON)
    folder.appendRow(child)
    model.appendRow(folder)
    return model
