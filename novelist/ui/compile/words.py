# SPDX-License-Identifier: MIT
"""The words for presets and for everything that they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject

from novelist.domain.compiling.settings import (
    ChapterStart,
    CompileSettings,
    Emphasis,
    Extent,
    NotePlace,
    Numbering,
    Preset,
    Quotes,
    RunningHead,
)
from novelist.domain.document import BREAK_SYMBOL
from novelist.domain.enums import ExportFormat
from novelist.ui.labels import export_format_label

CUSTOM: Final = "\x00"
"""The value of a choice that stands for words of the writer's own."""
NUMBER_OVER_TITLE: Final = "{number}\n{title}"
NUMBER_ALONE: Final = "{number}"
TITLE_ALONE: Final = "{title}"
ICONS: Final[Mapping[ExportFormat, str]] = {
    ExportFormat.PDF: "book",
    ExportFormat.EPUB: "book-open",
    ExportFormat.DOCX: "file-text",
    ExportFormat.ODT: "file-text",
}
OTHER_ICON: Final = "download"


class CompileWords(QObject):
    """Says everything in the language of the interface, at the moment it is asked."""

    def name(self, preset: Preset) -> str:
        """What a preset is called; the writer's own have names of hers."""
        return {
            "submission": self.tr("Submission manuscript"),
            "story": self.tr("Short story"),
            "partial": self.tr("Partial for agents"),
            "print": self.tr("Print book"),
            "print-chinese": self.tr("Chinese paperback"),
            "ebook": self.tr("E-book"),
            "proof": self.tr("Beta readers"),
            "web-novel": self.tr("Web novel chapters"),
            "web-page": self.tr("Web page"),
            "document": self.tr("LibreOffice document"),
            "archive": self.tr("Plain archive"),
            "everything": self.tr("Everything, as data"),
        }.get(preset.key, preset.name)

    def hint(self, settings: CompileSettings) -> str:
        """One line on what it gives: "PDF, 5.5 × 8.5 in"."""
        form = export_format_label(settings.format)
        if settings.format is ExportFormat.PDF and settings.page.paper:
            paper = self.papers()[settings.page.paper]
            return self.tr("{format}, {paper}").format(format=form, paper=paper)
        if settings.per_chapter:
            return self.tr("{format}, a file a chapter").format(format=form)
        return form

    def formats(self) -> dict[str, str]:
        """The formats."""
        return {form.value: export_format_label(form) for form in ExportFormat}

    def papers(self) -> dict[str, str]:
        """Papers and trim sizes."""
        return {
            "": self.tr("Automatic"),
            "letter": self.tr("US Letter"),
            "a4": self.tr("A4"),
            "5x8": self.tr("5 × 8 in"),
            "5.5x8.5": self.tr("5.5 × 8.5 in"),
            "6x9": self.tr("6 × 9 in"),
            "a5": self.tr("A5"),
            "big-32k": self.tr("Large 32mo"),
            "16k": self.tr("16mo"),
        }

    def extents(self) -> dict[str, str]:
        """How much goes in."""
        return {
            Extent.WHOLE.value: self.tr("Whole novel"),
            Extent.SELECTION.value: self.tr("Selection in binder"),
            Extent.FIRST_CHAPTERS.value: self.tr("The first chapters"),
            Extent.FIRST_WORDS.value: self.tr("The first words"),
        }

    def notes(self) -> dict[str, str]:
        """Where footnotes stand."""
        return {
            NotePlace.FOOT.value: self.tr("At the foot"),
            NotePlace.CHAPTER_END.value: self.tr("After the chapter"),
            NotePlace.LEFT_OUT.value: self.tr("Left out"),
        }

    def chapters(self) -> dict[str, str]:
        """What stands above a chapter."""
        return {
            "": self.tr("Automatic"),
            NUMBER_OVER_TITLE: self.tr("Number over title"),
            NUMBER_ALONE: self.tr("Number alone"),
            TITLE_ALONE: self.tr("Title alone"),
            CUSTOM: self.tr("Of your own…"),
        }

    def numberings(self) -> dict[str, str]:
        """How chapters are numbered."""
        return {
            Numbering.LANGUAGE.value: self.tr("Automatic"),
            Numbering.DIGITS.value: self.tr("Digits: 3"),
            Numbering.WORDS.value: self.tr("Words: Three"),
            Numbering.ROMAN.value: self.tr("Roman: III"),
            Numbering.CHINESE.value: self.tr("Chinese: 三"),
            Numbering.NONE.value: self.tr("Not at all"),
        }

    def breaks(self) -> dict[str, str]:
        """What stands between scenes."""
        return {
            BREAK_SYMBOL: BREAK_SYMBOL,
            "#": self.tr("# Number sign"),
            "⁂": self.tr("⁂ Asterism"),
            "＊＊＊": "＊＊＊",
            "": self.tr("Empty line"),
            CUSTOM: self.tr("Of your own…"),
        }

    def quotes(self) -> dict[str, str]:
        """What becomes of quotation marks."""
        return {
            Quotes.AS_TYPED.value: self.tr("As typed"),
            Quotes.CURLY.value: self.tr("Curly"),
            Quotes.STRAIGHT.value: self.tr("Straight"),
        }

    def emphases(self) -> dict[str, str]:
        """How emphasis is shown."""
        return {
            Emphasis.ITALIC.value: self.tr("Italic"),
            Emphasis.UNDERLINE.value: self.tr("Underlined"),
        }

    def starts(self) -> dict[str, str]:
        """Where chapters begin."""
        return {
            ChapterStart.RIGHT_PAGE.value: self.tr("On a right page"),
            ChapterStart.NEW_PAGE.value: self.tr("On a new page"),
            ChapterStart.SAME_PAGE.value: self.tr("On the same page"),
        }

    def heads(self) -> dict[str, str]:
        """What stands above every page."""
        return {
            RunningHead.NONE.value: self.tr("None"),
            RunningHead.AUTHOR_TITLE.value: self.tr("Author, title"),
            RunningHead.TITLE_CHAPTER.value: self.tr("Title, chapter"),
            RunningHead.SUBMISSION.value: self.tr("Surname, page"),
        }
