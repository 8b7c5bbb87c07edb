# SPDX-License-Identifier: MIT
"""“We found words that were not saved”: compared with the library, put back, or kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from novelist.domain.document import EMPTY, document_of
from novelist.domain.entities import EntityKind
from novelist.domain.finding.entity_words import read_columns, words_of
from novelist.ui.faults.comparison import ComparisonView
from novelist.ui.icons import Icons
from novelist.ui.labels import (
    entity_field_label,
    entity_kind_label,
    field_label,
    unnamed_label,
)
from novelist.ui.moments import moment_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.unsaved.emergency import KeptCopy, KeptText
    from novelist.services.unsaved.found_words import FoundText

_SIZE: Final = QSize(760, 560)


class FoundSheet(Retranslated, Sheet):
    """One text after the other; closing it leaves the rest for the next start."""

    put_in_requested = Signal(object)  # FoundText
    keep_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("found_sheet")
        self._found: list[FoundText] = []
        self._count = 0
        self._about = TextLabel(theme, "body", "text_2", self, wrap=True)
        self._heading = TextLabel(theme, "strong", "text", self, wrap=True)
        self._heading.setObjectName("found_place")
        self.comparison = ComparisonView(theme, self)
        self.body.setSpacing(theme.space("s"))
        self.body.addWidget(self._about)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.comparison, 1)
        self._discard = self.add_button(ButtonRole.QUIET)
        self._discard.setObjectName("found_discard")
        self._keep = self.add_button()
        self._keep.setObjectName("found_keep")
        self._put_in = self.add_button(ButtonRole.PRIMARY)
        self._put_in.setObjectName("found_put_in")
        self._discard.clicked.connect(self._on_discard_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._put_in.clicked.connect(self._on_put_in_clicked)

    @property
    def current(self) -> FoundText | None:
        """The text that is shown."""
        return self._found[0] if self._found else None

    def offer(self, found: Sequence[FoundText]) -> None:
        """Show these, one after the other."""
        self._found, self._count = list(found), len(found)
        self._show()
        self.open_sheet(self._put_in if self._put_in.isVisibleTo(self) else self._keep)

    def settle(self, found: FoundText) -> None:
        """It was decided what becomes of this one."""
        self._found = [each for each in self._found if each is not found]
        if self._found:
            self._show()
        else:
            self.close_sheet()

    def holds(self, copy: KeptCopy) -> bool:
        """Whether something of this copy is still to be decided upon."""
        return any(each.copy is copy for each in self._found)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("We found words that were not saved"), self.tr("Close"))
        self._discard.setText(self.tr("Throw them away"))
        self._keep.setText(self.tr("Keep as a new scene"))
        self._put_in.setText(self.tr("Put them into the scene"))
        found = self.current
        if found is None:
            return
        if found.kept.is_of_novel:
            self._keep.setText(self.tr("Keep as a new novel"))
            self._put_in.setText(self.tr("Put them into the novel"))
        if found.kept.entity_id is not None:
            self._keep.setText(self.tr("Keep as a new entry"))
            self._put_in.setText(self.tr("Put them into the bible"))
        moment = moment_label(found.copy.written_at)
        self._about.setText(self._told_of(found).format(moment=moment))
        self._heading.setText(self._title_of(found))
        self._show_texts(found)

    def _told_of(self, found: FoundText) -> str:
        if found.kept.is_of_novel:
            if found.stored is None:
                return self.tr("{moment}. Their novel is not in the library any more.")
            return self.tr("{moment}. The library has other details of this novel.")
        if found.kept.entity_id is not None:
            if found.stored is None:
                return self.tr("{moment}. Their entry is not in the bible any more.")
            return self.tr("{moment}. The bible says something else there.")
        if found.stored is None:
            return self.tr("{moment}. Their scene is not in the library any more.")
        return self.tr(
            "{moment}. What differs from the library is marked. "
            "What is in the scene now stays among its versions."
        )

    def _title_of(self, found: FoundText) -> str:
        title = found.kept.title or self.tr("Untitled scene")
        words = self.tr("{title}, in “{novel}”") if found.kept.novel else "{title}"
        if found.kept.is_of_novel:
            words = self.tr("Details of “{novel}”")
        if found.kept.entity_id is not None:
            title = found.kept.title.strip() or unnamed_label(EntityKind.OTHER)
            words = self.tr("{title}, in the bible of “{novel}”")
        said = words.format(title=title, novel=found.kept.novel)
        if self._count > 1:
            number = self._count - len(self._found) + 1
            said = self.tr("{number} of {count}: {text}").format(
                number=number, count=self._count, text=said
            )
        return said

    def _show(self) -> None:
        found = self.current
        assert found is not None
        self._put_in.setVisible(found.stored is not None)
        self._keep.setVisible(found.document is not None or found.stored is None)
        self.retranslate()

    def _show_texts(self, found: FoundText) -> None:
        if found.document is not None:
            self.comparison.show_texts(found.stored or EMPTY, found.document, "en")
            return
        words = self.tr("{field}: {words}")
        lines = (words.format(field=name, words=said) for name, said in _words_of(found.kept))
        self.comparison.show_texts(EMPTY, document_of(*lines), "en")

    def _on_discard_clicked(self) -> None:
        self.discard_requested.emit(self.current)

    def _on_keep_clicked(self) -> None:
        self.keep_requested.emit(self.current)

    def _on_put_in_clicked(self) -> None:
        self.put_in_requested.emit(self.current)


def _words_of(kept: KeptText) -> Iterator[tuple[str, str]]:
    """What was kept besides a text, each with the name of its field."""
    for name, words in kept.fields.items():
        if kept.entity_id is None and name != "fields":
            yield field_label(name), words
    of_bible = kept.entity_id is not None
    values = read_columns(
        {name: words for name, words in kept.fields.items() if of_bible or name == "fields"}
    )
    if "kind" in values:
        yield entity_field_label("kind"), entity_kind_label(values["kind"])
    fields = values.get("fields", ())
    for spot, said in words_of(values):
        if spot.column != "fields":
            yield entity_field_label(spot.column), said
        elif not spot.is_name:
            yield fields[spot.number].name, said
