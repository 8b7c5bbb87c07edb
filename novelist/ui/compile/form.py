# SPDX-License-Identifier: MIT
"""What the chosen preset says, section by section; every change is told at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.compiling.isbn import is_isbn
from novelist.domain.compiling.settings import CompileSettings, Extent, RunningHead
from novelist.domain.enums import ExportFormat
from novelist.ui.compile.fields import (
    CheckField,
    ChoiceField,
    Field,
    NumberField,
    SomeField,
    TextLineField,
    TextLinesField,
    with_value,
)
from novelist.ui.compile.words import CUSTOM, CompileWords
from novelist.ui.editor.menus import han_faces
from novelist.ui.fonts import BOOK_FACES
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel

WIDTH: Final = 344
_LABELS: Final = 112
_USUAL_MARGIN: Final = 15.0  # millimetres
_PAGED: Final = (ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.ODT)
_PACKED: Final = (*_PAGED, ExportFormat.EPUB)
_EVERYTHING: Final = ExportFormat.JSON

AnyField = TypeVar("AnyField", bound=Field)


class CompileForm(Retranslated, QWidget):
    """``show_settings`` fills it; ``edited`` brings the settings as they are now."""

    edited = Signal(object)
    contact_edited = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compile_form")
        self._theme = theme
        self._settings = CompileSettings()
        self._words = CompileWords(self)
        self._fields: list[Field] = []
        self._labels: dict[str, TextLabel] = {}
        self._heads: list[TextLabel] = []
        self._rules: list[QWidget] = []  # above all sections but the first
        self.header = PanelHeader(theme, icons, self)
        self.more = self.header.add_button("ellipsis")
        self.more.setObjectName("compile_more")
        self._make_fields(theme)
        self._lay_out(theme)
        self.setFocusProxy(self.format)
        self.setFixedWidth(WIDTH)
        self.retranslate()

    # -- building ------------------------------------------------------------------------------

    def _make_fields(self, theme: Theme) -> None:
        words = self._words
        self.format = self._choice("format", words.formats)
        self.extent = self._choice("content.extent", words.extents)
        self.chapter = self._choice("headings.chapter", words.chapters)
        self.scene_break = self._choice("headings.scene_break", words.breaks)
        self.amount = self._number("content.amount", 1, 1_000_000, 1)
        self.statuses = self._field(SomeField(theme, "content.statuses", self))
        self.labels = self._field(SomeField(theme, "content.labels", self))
        self.chapter_words = self._field(TextLinesField(theme, "headings.chapter", 2, self))
        self.break_words = self._field(TextLineField(theme, "headings.scene_break", self))
        self.isbn = self._field(TextLineField(theme, "isbn", self))
        self.margins = {
            name: self._number(f"page.{name}", 0, 100, 0.5, usual=_USUAL_MARGIN)
            for name in ("inside", "outside", "top", "bottom")
        }
        self.contact = TextLinesField(theme, "contact", 4, self)
        self.contact.edited.connect(self._on_contact_edited)

    def _choice(self, path: str, words: Callable[[], dict[str, str]]) -> ChoiceField:
        made = ChoiceField(path, words, self)
        self._field(made)
        return made

    def _check(self, path: str) -> CheckField:
        made = CheckField(path, self)
        self._field(made)
        return made

    def _number(
        self, path: str, least: float, most: float, step: float, usual: float | None = None
    ) -> NumberField:
        made = self._field(NumberField(path, least, most, step, self, usual=usual))
        made.setFixedHeight(self._theme.size("field"))
        return made

    def _field(self, field: AnyField) -> AnyField:
        field.edited.connect(self._on_field_edited)
        self._fields.append(field)
        return field

    def _lay_out(self, theme: Theme) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.space("m"), 0, theme.space("l"))
        column.setSpacing(theme.space("m"))
        stops: list[QWidget] = [self.more]
        for number, rows in enumerate(self._sections()):
            stops += (row.editor if isinstance(row, TextLinesField) else row for _, row in rows)
            if number:
                self._rules.append(Hairline(theme, Qt.Orientation.Horizontal, inner))
                column.addWidget(self._rules[-1])
            column.addLayout(self._section(rows))
        column.addStretch(1)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        for widget in (inner, area.viewport()):
            widget.setAutoFillBackground(False)
        theme.lay_ground(self, "page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(area, 1)

    def _sections(self) -> list[list[tuple[str, QWidget]]]:
        words = self._words
        return [
            [
                ("format", self.format),
                ("", self._check("per_chapter")),
            ],
            [
                ("extent", self.extent),
                ("amount", self.amount),
                ("statuses", self.statuses),
                ("labels", self.labels),
                ("notes", self._choice("content.notes", words.notes)),
                *(
                    ("", self._check(f"content.{name}"))
                    for name in (
                        *("title_page", "contents", "front", "back", "synopsis"),
                        *("item_synopses", "comments", "left_out", "versions"),
                    )
                ),
                ("contact", self.contact),
                ("isbn", self.isbn),
                ("", self.isbn.problem_label(self)),
            ],
            [
                ("paper", self._choice("page.paper", words.papers)),
                *self.margins.items(),
                ("typeface", self._choice("page.typeface", self._typefaces)),
                ("size", self._number("page.size", 6, 24, 0.5)),
                ("leading", self._number("page.leading", 1, 3, 0.05)),
                ("start", self._choice("page.chapter_start", words.starts)),
                ("head", self._choice("page.running_head", words.heads)),
                *(
                    ("", self._check(f"page.{name}"))
                    for name in (
                        *("mirrored", "justified", "hyphenated", "page_numbers"),
                        *("drop_cap", "line_numbers"),
                    )
                ),
            ],
            [
                ("chapter", self.chapter),
                ("", self.chapter_words),
                ("numbering", self._choice("headings.numbering", words.numberings)),
                ("break", self.scene_break),
                ("", self.break_words),
                *(
                    ("", self._check(f"headings.{name}"))
                    for name in ("restart_by_part", "capitals", "scene_titles")
                ),
            ],
            [
                ("quotes", self._choice("typography.quotes", words.quotes)),
                ("emphasis", self._choice("typography.emphasis", words.emphases)),
                ("end", self._field(TextLineField(self._theme, "end_mark", self))),
                ("", self._check("typography.dashes")),
                ("", self._check("typography.paragraph_space")),
            ],
        ]

    def _section(self, rows: list[tuple[str, QWidget]]) -> QGridLayout:
        grid = QGridLayout()
        side = self._theme.space("l")
        grid.setContentsMargins(side, 0, side, 0)
        grid.setHorizontalSpacing(self._theme.space("s"))
        grid.setVerticalSpacing(self._theme.space("s"))
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        head = TextLabel(self._theme, "strong", "text_2", self)
        self._heads.append(head)
        grid.addWidget(head, 0, 0, 1, 2)
        for place, (name, widget) in enumerate(rows, 1):
            if name:
                label = TextLabel(self._theme, "body", "text_2", self, wrap=True)
                label.setBuddy(widget)
                self._labels[name] = label
                top = isinstance(widget, TextLinesField)
                align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
                grid.addWidget(label, place, 0, align)
            grid.addWidget(widget, place, 1)
        return grid

    def _typefaces(self) -> dict[str, str]:
        names = [face.family for face in BOOK_FACES]
        names += ["Times New Roman", "Courier New", *han_faces()]
        return {"": self.tr("Automatic"), **{name: name for name in dict.fromkeys(names)}}

    # -- showing -------------------------------------------------------------------------------

    def show_settings(self, name: str, settings: CompileSettings) -> None:
        """Show what a preset says; tells nobody."""
        self.header.set_title(name)
        self._settings = settings
        for field in self._fields:
            field.show_value(settings)
        self._check_isbn(settings)
        self._refresh()

    def scroll_to_top(self) -> None:
        """Begin with the first section."""
        self._area.verticalScrollBar().setValue(0)

    def show_names(self, statuses: tuple[str, ...], labels: tuple[str, ...]) -> None:
        """The statuses and labels of the novel."""
        self.statuses.set_names(statuses, self.tr("All"))
        self.labels.set_names(labels, self.tr("All"))
        self._refresh()

    def show_contact(self, contact: str) -> None:
        """How to reach the author; tells nobody."""
        self.contact.show_text(contact)

    def _name_margins(self) -> None:
        """Pages that face each other have an inner margin, others one at the left."""
        page, form = self._settings.page, self._settings.format
        sides = (self.tr("Inner margin"), self.tr("Outer margin"))
        if not page.mirrored or form is not ExportFormat.PDF:
            sides = (self.tr("Left margin"), self.tr("Right margin"))
        for name, words in zip(("inside", "outside"), sides, strict=True):
            self._labels[name].setText(words)
            self.margins[name].setAccessibleName(words)

    def _refresh(self) -> None:
        """Only what the format knows is shown."""
        self._name_margins()
        settings, content = self._settings, self._settings.content
        form = settings.format
        paged, packed = form in _PAGED, form in _PACKED
        is_submission = settings.page.running_head is RunningHead.SUBMISSION
        counts = content.extent in (Extent.FIRST_CHAPTERS, Extent.FIRST_WORDS)
        shown = {
            "per_chapter": form is not ExportFormat.PDF,
            "content.amount": counts,
            "content.statuses": self.statuses.is_needed,
            "content.labels": self.labels.is_needed,
            "content.contents": packed or form is ExportFormat.HTML,
            "content.versions": False,
            "content.comments": form in (ExportFormat.DOCX, ExportFormat.ODT),
            "content.title_page": form is not ExportFormat.MARKDOWN,
            "isbn_words": form is ExportFormat.EPUB,
            "page.mirrored": form is ExportFormat.PDF,
            "page.drop_cap": form is ExportFormat.PDF,
            "page.hyphenated": form is ExportFormat.PDF,
            "headings.chapter_words": self.chapter.value == CUSTOM,
            "headings.scene_break_words": self.scene_break.value == CUSTOM,
        }
        for field in self._fields:
            name = field.objectName()
            visible = shown.get(name, paged or not name.startswith("page."))
            if form is _EVERYTHING:
                visible = name in ("format", "content.versions")
            field.setVisible(visible)
        for name, label in self._labels.items():
            buddy = label.buddy()
            label.setVisible(not buddy.isHidden() if buddy is not None else True)
            if name == "contact":
                visible = paged and is_submission and content.title_page
                label.setVisible(visible)
                self.contact.setVisible(visible)
        visible_sections = (True, True, paged, *(form is not _EVERYTHING,) * 2)
        for head, visible in zip(self._heads, visible_sections, strict=True):
            head.setVisible(visible)
        for rule, visible in zip(self._rules, visible_sections[1:], strict=True):
            rule.setVisible(visible)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        heads = (
            *(self.tr("Becomes"), self.tr("What goes in"), self.tr("Page")),
            *(self.tr("Headings and breaks"), self.tr("Text")),
        )
        for head, words in zip(self._heads, heads, strict=True):
            head.setText(words)
        for name, words in self._label_words().items():
            self._labels[name].setText(words)
        boxes = self._box_words()
        for field in self._fields:
            if isinstance(field, CheckField):
                field.setText(boxes[field.path])
            elif isinstance(field, ChoiceField):
                field.retranslate()
                field.show_value(self._settings)
        for name, label in self._labels.items():
            buddy = label.buddy()
            if buddy is not None:
                buddy.setAccessibleName(self._labels[name].text())
        self.chapter_words.set_words(self.tr("Heading of a chapter"), "Chapter {number}\n{title}")
        self.break_words.setAccessibleName(self.tr("Between scenes"))
        for margin in self.margins.values():
            margin.set_words(self.tr("Automatic"), self.tr(" mm"))
        self.contact.set_words(self.tr("Contact"), self.tr("Name and address"))
        self.more.set_name(self.tr("More about this preset"))
        self._refresh()

    def _label_words(self) -> dict[str, str]:
        return {
            "format": self.tr("Format"),
            "extent": self.tr("Text"),
            "amount": self.tr("How many"),
            "statuses": self.tr("Status"),
            "labels": self.tr("Label"),
            "notes": self.tr("Footnotes"),
            "contact": self.tr("Contact"),
            "isbn": "ISBN",
            "paper": self.tr("Size"),
            "top": self.tr("Top margin"),
            "bottom": self.tr("Bottom margin"),
            "typeface": self.tr("Typeface"),
            "size": self.tr("Points"),
            "leading": self.tr("Line height"),
            "start": self.tr("Chapters open"),
            "head": self.tr("Running heads"),
            "chapter": self.tr("Chapter"),
            "numbering": self.tr("Numbers"),
            "break": self.tr("Scene break"),
            "quotes": self.tr("Quotation marks"),
            "emphasis": self.tr("Emphasis"),
            "end": self.tr("End mark"),
        }

    def _box_words(self) -> dict[str, str]:
        return {
            "per_chapter": self.tr("A file for each chapter"),
            "content.title_page": self.tr("Title page"),
            "content.contents": self.tr("Contents"),
            "content.front": self.tr("Front matter"),
            "content.back": self.tr("Back matter"),
            "content.synopsis": self.tr("Synopsis of the novel"),
            "content.item_synopses": self.tr("Synopses of scenes"),
            "content.comments": self.tr("Comments"),
            "content.left_out": self.tr("Also what is left out"),
            "content.versions": self.tr("Earlier versions of all texts"),
            "page.mirrored": self.tr("Facing pages"),
            "page.justified": self.tr("Justified lines"),
            "page.hyphenated": self.tr("Hyphenation"),
            "page.page_numbers": self.tr("Page numbers"),
            "page.drop_cap": self.tr("First letter raised"),
            "page.line_numbers": self.tr("Numbered lines"),
            "headings.restart_by_part": self.tr("Restart in each part"),
            "headings.capitals": self.tr("Capitals"),
            "headings.scene_titles": self.tr("Scene titles"),
            "typography.dashes": self.tr("Dashes and ellipses"),
            "typography.paragraph_space": self.tr("Paragraph space"),
        }

    # -- slots ---------------------------------------------------------------------------------

    def _on_field_edited(self, path: str, value: object) -> None:
        if value == CUSTOM:  # begun with what stands there
            field = self.chapter_words if path == "headings.chapter" else self.break_words
            self._refresh()
            field.setVisible(True)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        settings = with_value(self._settings, path, value)
        self._check_isbn(settings)
        if settings == self._settings:
            self._refresh()
            return
        self._settings = settings
        self._refresh()
        self.edited.emit(settings)

    def _check_isbn(self, settings: CompileSettings) -> None:
        isbn, is_asked = settings.isbn.strip(), settings.format is ExportFormat.EPUB
        wrong = bool(isbn) and is_asked and not is_isbn(isbn)
        self.isbn.set_problem(
            self.tr("This is no ISBN. The book goes out without.") if wrong else ""
        )

    def _on_contact_edited(self, _path: str, contact: object) -> None:
        self.contact_edited.emit(str(contact))
