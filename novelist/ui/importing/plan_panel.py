# SPDX-License-Identifier: MIT
"""The middle column: what will be made, and what did not come through as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.icons import Icons
from novelist.ui.importing.counts import ImportCounts
from novelist.ui.importing.entity_list import EntityPlanList
from novelist.ui.importing.entity_model import EntityPlanModel
from novelist.ui.importing.model import PlanModel
from novelist.ui.importing.notices import Notices
from novelist.ui.importing.plan import ImportPlan, PlannedItem
from novelist.ui.importing.tree import PlanTree
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_label import TextLabel

_STORY = (ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE)
_WARNINGS_AT_FIRST = 2
_NAMED_AT_FIRST = 3  # things left out
_OPEN_AT_MOST = 60  # rows that are shown unfolded at first


class PlanPanel(QWidget):
    """The tree under its counts."""

    current_changed = Signal(object)  # PlannedItem or None
    entity_changed = Signal(object)  # PlannedEntity or None
    plan_changed = Signal()
    other_file_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._counter = ImportCounts(self)
        theme.lay_ground(self, "page")
        self.model = PlanModel(self)
        self._heading = TextLabel(theme, "strong", "text", self)
        self._counts = ElidedLabel(theme, "body", "text_2", self)
        self._counts.setObjectName("import_counts")
        self._bible = QWidget(self)
        self.shown = Segmented(theme, self._bible)
        self.shown.setObjectName("import_shown")
        self._bible_counts = ElidedLabel(theme, "body", "text_2", self._bible)
        self._bible_counts.setObjectName("import_bible_counts")
        self.tree = PlanTree(theme, icons, self.model, self)
        self.entity_model = EntityPlanModel(self)
        self.entities = EntityPlanList(theme, icons, self.entity_model, self)
        self.lists = QStackedWidget(self)
        self._make_banners(theme, icons)
        self._lay_out()
        self.model.plan_changed.connect(self._on_model_plan_changed)
        self.entity_model.plan_changed.connect(self._on_entities_changed)
        self.entities.current_changed.connect(self.entity_changed)
        self.shown.value_changed.connect(self._on_shown_changed)
        self.tree.selectionModel().currentRowChanged.connect(self._on_tree_current_row_changed)
        self.retranslate()

    def _make_banners(self, theme: Theme, icons: Icons) -> None:
        self._notices = Notices(self)
        self._all_warnings = False
        self._failure = Banner(theme, icons, BannerKind.DANGER, "triangle-alert", self)
        self._failure.setObjectName("import_failure")
        self._other = self._failure.add_button()
        self._other.setObjectName("import_other_file")
        self._other.clicked.connect(self.other_file_requested)
        self._warning = Banner(theme, icons, BannerKind.WARNING, "triangle-alert", self)
        self._warning.setObjectName("import_warnings")
        self._show_all = self._warning.add_button()
        self._show_all.setObjectName("import_show_warnings")
        self._show_all.clicked.connect(self._on_show_all_clicked)
        self._failure_place = _inset(self._failure, 0, 8)
        self._warning_place = _inset(self._warning, 8, 16)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(10)
        head.addWidget(self._heading)
        head.addWidget(self._counts, 1)
        bible = QHBoxLayout(self._bible)
        bible.setContentsMargins(16, 0, 16, 10)
        bible.setSpacing(10)
        bible.addWidget(self.shown)
        bible.addWidget(self._bible_counts, 1)
        for page in (self.tree, self.entities):
            self.lists.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._bible)
        column.addWidget(self._failure_place)
        column.addWidget(self.lists, 1)
        column.addWidget(self._warning_place)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show another plan, folded where it is long, its first row chosen."""
        current = self.tree.current_item()
        kept = current.number if current and plan and self._has_shape_of(plan) else None
        self._plan = plan
        self._failure_place.hide()
        self._all_warnings = False
        self.model.set_plan(plan)
        self.entity_model.show(plan.people if plan else [])
        if plan is not None:
            self._unfold(plan)
            self._choose_first(plan) if kept is None else self.reveal(plan.numbered[kept])
        self.retranslate()

    def reveal(self, item: PlannedItem) -> None:
        """Choose a row and bring it into sight."""
        self.tree.setCurrentIndex(self.model.index_of(item))

    def show_failure(self, sentence: str) -> None:
        """Say above the tree what went wrong."""
        self._failure.set_words(sentence)
        self._failure_place.show()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("What will be made"))
        self._counts.setText(self._counted())
        bible = ("bible", self.tr("Story bible"))
        self.shown.set_segments([("outline", self.tr("Outline")), bible])
        self._bible_counts.setText(self._counted_bible())
        self._bible.setVisible(bool(self._plan and self._plan.people))
        if self._bible.isHidden():
            self.shown.set_value("outline")
        self.tree.setAccessibleName(self.tr("What will be made"))
        self.entities.setAccessibleName(self.tr("Story bible"))
        self._other.setText(self.tr("Choose another file"))
        self._say_warnings()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.retranslate()
            self.entity_model.retell()
            self.retranslate()

    def _unfold(self, plan: ImportPlan) -> None:
        if sum(1 for _ in plan.walk()) <= _OPEN_AT_MOST:
            self.tree.expandAll()
            return
        for item in plan.items:
            self.tree.setExpanded(self.model.index_of(item), item.kind is ItemKind.PART)

    def _say_warnings(self) -> None:
        """The first warning, and all of them when they are asked for."""
        warnings = self._plan.novel.warnings if self._plan else []
        sentences = self._notices.sentences(warnings)
        first = self._notices.sentences(warnings, _NAMED_AT_FIRST)[:_WARNINGS_AT_FIRST]
        shown = sentences if self._all_warnings else first
        self._warning.set_words("\n".join(shown))
        self._show_all.setText(self.tr("Show all %Ln", "", len(warnings)))
        self._show_all.setVisible(shown != sentences)
        self._warning_place.setVisible(bool(shown))

    def _has_shape_of(self, plan: ImportPlan) -> bool:
        """Whether the plan shown has the same things in it, so that a row is the same row."""
        if self._plan is None:
            return False
        titles = [item.title for item in self._plan.numbered]
        return titles == [item.title for item in plan.numbered]

    def _choose_first(self, plan: ImportPlan) -> None:
        """Begin where the story does, with everything above it in sight."""
        story = (item for item in plan.items if item.kind in _STORY)
        first = next(story, plan.items[0] if plan.items else None)
        if first is not None:
            self.tree.setCurrentIndex(self.model.index_of(first))
            self.tree.scrollToTop()

    def _counted(self) -> str:
        if self._plan is None:
            return ""
        return self._counter.items(self._plan.tally()) or self.tr("Nothing is chosen")

    def _counted_bible(self) -> str:
        """People, places and the like that are chosen."""
        chosen = self._counter.entities(self._plan.entities()) if self._plan else ""
        return chosen or self.tr("Nothing is chosen")

    def _on_show_all_clicked(self) -> None:
        self._all_warnings = True
        self._say_warnings()

    def _on_model_plan_changed(self) -> None:
        self._counts.setText(self._counted())
        self.plan_changed.emit()

    def _on_entities_changed(self) -> None:
        self._bible_counts.setText(self._counted_bible())
        self.plan_changed.emit()

    def _on_shown_changed(self, value: str) -> None:
        self.lists.setCurrentWidget(self.entities if value == "bible" else self.tree)
        self.tell_current()

    def tell_current(self) -> None:
        """Say again which row is chosen in the list that is shown."""
        if self.lists.currentWidget() is self.entities:
            self.entity_changed.emit(self.entity_model.entity_of(self.entities.currentIndex()))
        else:
            self.current_changed.emit(self.tree.current_item())

    def _on_tree_current_row_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(self.model.planned(current))


def _inset(banner: Banner, above: int, below: int) -> QWidget:
    """A place for the banner with air around it; hidden, it takes no room."""
    banner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    place = QWidget(banner.parentWidget())
    column = QVBoxLayout(place)
    column.setContentsMargins(16, above, 16, below)
    column.addWidget(banner)
    place.hide()
    return place
