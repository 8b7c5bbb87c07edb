# SPDX-License-Identifier: MIT
"""The names of what has no place here, as the windows of other programs have them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from novelist.importers.parts import Part
from novelist.ui.words import QT_TRANSLATE_NOOP

_PARTS: Final[dict[str, str]] = {
    Part.UNKNOWN: QT_TRANSLATE_NOOP("part_names", "unknown parts"),
    Part.FILE: QT_TRANSLATE_NOOP("part_names", "files of the project"),
    Part.PICTURE: QT_TRANSLATE_NOOP("part_names", "pictures"),
    Part.TABLE: QT_TRANSLATE_NOOP("part_names", "lines of tables, whose words stay"),
    Part.CONTENTS: QT_TRANSLATE_NOOP("part_names", "tables of contents and indexes"),
    Part.KEYWORD: QT_TRANSLATE_NOOP("part_names", "keywords and subjects of the document"),
    Part.SHAPE: QT_TRANSLATE_NOOP("part_names", "drawn lines and shapes"),
    Part.OBJECT: QT_TRANSLATE_NOOP("part_names", "embedded objects"),
    Part.HEADER: QT_TRANSLATE_NOOP("part_names", "page headers"),
    Part.FOOTER: QT_TRANSLATE_NOOP("part_names", "page footers"),
    Part.INDEX_ENTRY: QT_TRANSLATE_NOOP("part_names", "index entries"),
    Part.HIDDEN: QT_TRANSLATE_NOOP("part_names", "hidden words"),
    Part.DELETED: QT_TRANSLATE_NOOP("part_names", "words deleted under track changes"),
    Part.TITLE_NOTE: QT_TRANSLATE_NOOP("part_names", "footnotes of titles"),
    Part.TEXT: QT_TRANSLATE_NOOP("part_names", "texts"),
    Part.SYNOPSIS: QT_TRANSLATE_NOOP("part_names", "synopses"),
    Part.NOTES: QT_TRANSLATE_NOOP("part_names", "notes"),
    Part.COMMENTS: QT_TRANSLATE_NOOP("part_names", "comments"),
    Part.SETTINGS: QT_TRANSLATE_NOOP("part_names", "settings of the project"),
    Part.OTHERS: QT_TRANSLATE_NOOP("part_names", "many more of the kind"),
    Part.WRITING_HISTORY: QT_TRANSLATE_NOOP("part_names", "writing history"),
    Part.SNAPSHOT: QT_TRANSLATE_NOOP("part_names", "earlier versions without a text here"),
    Part.DAILY_TARGET: QT_TRANSLATE_NOOP("part_names", "daily word target"),
    Part.SESSION_TARGET: QT_TRANSLATE_NOOP("part_names", "session target"),
    Part.CHARACTER_TARGET: QT_TRANSLATE_NOOP("part_names", "targets in characters"),
    Part.DEADLINE: QT_TRANSLATE_NOOP("part_names", "deadlines"),
    Part.COLLECTION: QT_TRANSLATE_NOOP("part_names", "collections"),
    Part.BOOKMARKS: QT_TRANSLATE_NOOP("part_names", "project bookmarks"),
    Part.DOCUMENT_LINK: QT_TRANSLATE_NOOP(
        "part_names", "links between documents, whose words stay"
    ),
    Part.CARD_PICTURE: QT_TRANSLATE_NOOP("part_names", "pictures on index cards"),
    Part.RESEARCH_FILE: QT_TRANSLATE_NOOP("part_names", "research files"),
    Part.FOLDER: QT_TRANSLATE_NOOP("part_names", "folders, whose documents come in"),
    Part.ROOT: QT_TRANSLATE_NOOP("part_names", "root folders, whose documents come in"),
    Part.PROJECT_NAME: QT_TRANSLATE_NOOP("part_names", "project name"),
    Part.WORD_LIST: QT_TRANSLATE_NOOP("part_names", "project word list"),
    Part.REPLACEMENT: QT_TRANSLATE_NOOP("part_names", "auto-replace entries"),
    Part.PAGE_BREAK: QT_TRANSLATE_NOOP("part_names", "page breaks"),
    Part.SPACE: QT_TRANSLATE_NOOP("part_names", "vertical spaces"),
    Part.VARIABLE: QT_TRANSLATE_NOOP("part_names", "project variables"),
    Part.LICENCE: QT_TRANSLATE_NOOP("part_names", "licence"),
    Part.MAIL: QT_TRANSLATE_NOOP("part_names", "e-mail address"),
    Part.UNLISTED: QT_TRANSLATE_NOOP("part_names", "documents that the project does not list"),
    Part.ENTITIES: QT_TRANSLATE_NOOP("part_names", "entries of the story bible"),
    Part.FIELDS: QT_TRANSLATE_NOOP("part_names", "custom fields"),
    Part.STATUSES: QT_TRANSLATE_NOOP("part_names", "statuses"),
    Part.LABELS: QT_TRANSLATE_NOOP("part_names", "labels"),
}
_NAMED: Final[dict[str, str]] = {
    Part.UNKNOWN: QT_TRANSLATE_NOOP("part_names", "unknown part “{name}”"),
    Part.FILE: QT_TRANSLATE_NOOP("part_names", "file “{name}”"),
    Part.PICTURE: QT_TRANSLATE_NOOP("part_names", "picture “{name}”"),
    Part.TEXT: QT_TRANSLATE_NOOP("part_names", "text of “{name}”"),
    Part.SYNOPSIS: QT_TRANSLATE_NOOP("part_names", "synopsis of “{name}”"),
    Part.NOTES: QT_TRANSLATE_NOOP("part_names", "notes of “{name}”"),
    Part.COMMENTS: QT_TRANSLATE_NOOP("part_names", "comments of “{name}”"),
    Part.WRITING_HISTORY: QT_TRANSLATE_NOOP("part_names", "line “{name}” of the writing history"),
    Part.SNAPSHOT: QT_TRANSLATE_NOOP("part_names", "an earlier version of “{name}”"),
    Part.DEADLINE: QT_TRANSLATE_NOOP("part_names", "deadline “{name}”"),
    Part.COLLECTION: QT_TRANSLATE_NOOP("part_names", "collection “{name}”"),
    Part.CARD_PICTURE: QT_TRANSLATE_NOOP("part_names", "picture on the index card of “{name}”"),
    Part.RESEARCH_FILE: QT_TRANSLATE_NOOP("part_names", "research file “{name}”"),
    Part.FOLDER: QT_TRANSLATE_NOOP("part_names", "folder “{name}”, whose documents come in"),
    Part.ROOT: QT_TRANSLATE_NOOP("part_names", "root folder “{name}”, whose documents come in"),
    Part.PROJECT_NAME: QT_TRANSLATE_NOOP("part_names", "project name “{name}”"),
    Part.REPLACEMENT: QT_TRANSLATE_NOOP("part_names", "auto-replace entry “{name}”"),
    Part.VARIABLE: QT_TRANSLATE_NOOP("part_names", "project variable “{name}”"),
    Part.LICENCE: QT_TRANSLATE_NOOP("part_names", "licence “{name}”"),
    Part.MAIL: QT_TRANSLATE_NOOP("part_names", "e-mail address “{name}”"),
    Part.UNLISTED: QT_TRANSLATE_NOOP(
        "part_names", "document “{name}”, which the project does not list"
    ),
}


def part_name(part: Part, name: str) -> str:
    """What a part is called; ``name`` tells it from others, where there is one."""
    if name and part in _NAMED:
        return QCoreApplication.translate("part_names", _NAMED[part]).format(name=name)
    return QCoreApplication.translate("part_names", _PARTS[part])
