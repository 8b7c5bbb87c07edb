# SPDX-License-Identifier: MIT
"""What things are called in the program that a project comes from, and what they become here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from novelist.domain.enums import ImportFormat
from novelist.importers.mapped import Mapped, Source
from novelist.importers.uses import Use
from novelist.ui.labels import entity_heading
from novelist.ui.words import QT_TRANSLATE_NOOP

_SOURCES: Final[dict[str, str]] = {
    Source.LABEL: QT_TRANSLATE_NOOP("mapping", "Label"),
    Source.STATUS: QT_TRANSLATE_NOOP("mapping", "Status"),
    Source.SYNOPSIS: QT_TRANSLATE_NOOP("mapping", "Synopsis"),
    Source.NOTES: QT_TRANSLATE_NOOP("mapping", "Notes"),
    Source.TARGET: QT_TRANSLATE_NOOP("mapping", "Target"),
    Source.COMMENT: QT_TRANSLATE_NOOP("mapping", "Comments"),
    Source.FOOTNOTE: QT_TRANSLATE_NOOP("mapping", "Footnotes"),
    Source.PICTURE: QT_TRANSLATE_NOOP("mapping", "Pictures"),
    Source.VERSION: QT_TRANSLATE_NOOP("mapping", "Earlier versions"),
    Source.NOTE: QT_TRANSLATE_NOOP("mapping", "Texts outside the manuscript"),
    Source.TRASHED: QT_TRANSLATE_NOOP("mapping", "Trash"),
    Source.DAY: QT_TRANSLATE_NOOP("mapping", "Days of the writing history"),
}
# Where a program has another name for it.
_OWN: Final[dict[ImportFormat, dict[str, str]]] = {
    ImportFormat.SCRIVENER: {
        Source.NOTES: QT_TRANSLATE_NOOP("mapping", "Document notes"),
        Source.TARGET: QT_TRANSLATE_NOOP("mapping", "Document targets"),
        Source.VERSION: QT_TRANSLATE_NOOP("mapping", "Snapshots"),
        Source.NOTE: QT_TRANSLATE_NOOP("mapping", "Research and other texts"),
    },
    ImportFormat.NOVELWRITER: {
        Source.LABEL: QT_TRANSLATE_NOOP("mapping", "Importance"),
        Source.NOTES: QT_TRANSLATE_NOOP("mapping", "Comments in documents"),
        Source.NOTE: QT_TRANSLATE_NOOP("mapping", "Project notes"),
        Source.DAY: QT_TRANSLATE_NOOP("mapping", "Days of the writing statistics"),
    },
    ImportFormat.YWRITER: {
        Source.SYNOPSIS: QT_TRANSLATE_NOOP("mapping", "Description"),
        Source.NOTES: QT_TRANSLATE_NOOP("mapping", "Scene notes"),
        Source.NOTE: QT_TRANSLATE_NOOP("mapping", "Notes and to-dos"),
        Source.DAY: QT_TRANSLATE_NOOP("mapping", "Days of the word count log"),
    },
    ImportFormat.MANUSKRIPT: {
        Source.SYNOPSIS: QT_TRANSLATE_NOOP("mapping", "Summary"),
        Source.TARGET: QT_TRANSLATE_NOOP("mapping", "Goal"),
        Source.VERSION: QT_TRANSLATE_NOOP("mapping", "Revisions"),
    },
    ImportFormat.OPML: {Source.SYNOPSIS: QT_TRANSLATE_NOOP("mapping", "Note of a row")},
}
_PLACES: Final[dict[str, str]] = {
    Source.STATUS: QT_TRANSLATE_NOOP("mapping_places", "Status"),
    Source.SYNOPSIS: QT_TRANSLATE_NOOP("mapping_places", "Synopsis"),
    Source.NOTES: QT_TRANSLATE_NOOP("mapping_places", "Notes of the item"),
    Source.TARGET: QT_TRANSLATE_NOOP("mapping_places", "Target"),
    Source.COMMENT: QT_TRANSLATE_NOOP("mapping_places", "Comments"),
    Source.FOOTNOTE: QT_TRANSLATE_NOOP("mapping_places", "Footnotes"),
    Source.PICTURE: QT_TRANSLATE_NOOP("mapping_places", "Pictures"),
    Source.VERSION: QT_TRANSLATE_NOOP("mapping_places", "History"),
    Source.NOTE: QT_TRANSLATE_NOOP("mapping_places", "Notes"),
    Source.TRASHED: QT_TRANSLATE_NOOP("mapping_places", "Trash"),
    Source.DAY: QT_TRANSLATE_NOOP("mapping_places", "Novel details"),
    Source.ENTITY: QT_TRANSLATE_NOOP("mapping_places", "Story bible"),
}
_USES: Final[dict[Use, str]] = {
    Use.LABEL: QT_TRANSLATE_NOOP("mapping", "Label"),
    Use.FIELD: QT_TRANSLATE_NOOP("mapping", "Custom field"),
    Use.NOTE: QT_TRANSLATE_NOOP("mapping", "Line in the notes"),
    Use.OUT: QT_TRANSLATE_NOOP("mapping", "Left out"),
}
_FIELDS: Final[dict[str, str]] = {
    "Keywords": QT_TRANSLATE_NOOP("mapping", "Keywords"),
    "POV": QT_TRANSLATE_NOOP("mapping", "Point of view"),
    "Viewpoint": QT_TRANSLATE_NOOP("mapping", "Viewpoint"),
    "Characters": QT_TRANSLATE_NOOP("mapping", "Characters of scenes"),
    "Locations": QT_TRANSLATE_NOOP("mapping", "Locations of scenes"),
    "Items": QT_TRANSLATE_NOOP("mapping", "Items of scenes"),
    "Tags": QT_TRANSLATE_NOOP("mapping", "Tags"),
}  # that importers name, so that they can be said in the language of the interface
# Of one program alone: elsewhere a field of that name is the writer's own.
_OWN_FIELDS: Final[dict[ImportFormat, dict[str, str]]] = {
    ImportFormat.NOVELWRITER: {
        "Focus": QT_TRANSLATE_NOOP("mapping", "Focus"),
        "Plots": QT_TRANSLATE_NOOP("mapping", "Plots"),
        "Time": QT_TRANSLATE_NOOP("mapping", "Time"),
        "Objects": QT_TRANSLATE_NOOP("mapping", "Objects"),
        "Entities": QT_TRANSLATE_NOOP("mapping", "Entities"),
        "Custom": QT_TRANSLATE_NOOP("mapping", "References of your own"),
        "Mentions": QT_TRANSLATE_NOOP("mapping", "Mentions"),
        "Story": QT_TRANSLATE_NOOP("mapping", "Story"),
        "Tag": QT_TRANSLATE_NOOP("mapping", "Tag"),
    },
    ImportFormat.YWRITER: {
        "Append to previous": QT_TRANSLATE_NOOP("mapping", "Append to previous"),
        "Reaction scene": QT_TRANSLATE_NOOP("mapping", "Reaction scene"),
        "Subplot scene": QT_TRANSLATE_NOOP("mapping", "Subplot scene"),
        "Goal": QT_TRANSLATE_NOOP("mapping", "Goal of the scene"),
        "Conflict": QT_TRANSLATE_NOOP("mapping", "Conflict"),
        "Outcome": QT_TRANSLATE_NOOP("mapping", "Outcome"),
        "Date and time": QT_TRANSLATE_NOOP("mapping", "Date and time"),
        "Specific date": QT_TRANSLATE_NOOP("mapping", "Specific date"),
        "Day": QT_TRANSLATE_NOOP("mapping", "Day"),
        "Hour": QT_TRANSLATE_NOOP("mapping", "Hour"),
        "Minute": QT_TRANSLATE_NOOP("mapping", "Minute"),
        "Lasts (days)": QT_TRANSLATE_NOOP("mapping", "Lasts (days)"),
        "Lasts (hours)": QT_TRANSLATE_NOOP("mapping", "Lasts (hours)"),
        "Lasts (minutes)": QT_TRANSLATE_NOOP("mapping", "Lasts (minutes)"),
        "Picture": QT_TRANSLATE_NOOP("mapping", "Picture"),
        "Relevance": QT_TRANSLATE_NOOP("mapping", "Relevance"),
        "Tension": QT_TRANSLATE_NOOP("mapping", "Tension"),
        "Humour": QT_TRANSLATE_NOOP("mapping", "Humour"),
        "Quality": QT_TRANSLATE_NOOP("mapping", "Quality"),
    },
}


def source_name(row: Mapped, format: ImportFormat, label_name: str = "") -> str:
    """What it is called in the other program; ``label_name`` is the writer's own of labels."""
    if row.source is Source.ENTITY:
        return entity_heading(row.name)
    if row.source is Source.FIELD:
        known = _OWN_FIELDS.get(format, {}).get(row.name) or _FIELDS.get(row.name)
        return _said(known) if known else row.name
    if row.source is Source.LABEL and label_name:
        return label_name
    return _said(_OWN.get(format, {}).get(row.source) or _SOURCES[row.source])


def place_name(source: Source) -> str:
    """What becomes of it here, where nobody has a choice."""
    return QCoreApplication.translate("mapping_places", _PLACES[source])


def use_names() -> dict[str, str]:
    """What labels and fields may become."""
    return {use.value: _said(words) for use, words in _USES.items()}


def _said(words: str) -> str:
    return QCoreApplication.translate("mapping", words)
