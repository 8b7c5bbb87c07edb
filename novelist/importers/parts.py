# SPDX-License-Identifier: MIT
"""What files of other programs hold that has no place here, or that may be damaged.

Each is what a person sees in that program's window; the words for them are elsewhere.
"""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """A part of a file or project. Some are told apart by a name, which follows in a report."""

    # Of any.
    UNKNOWN = "unknown"  # only its name inside the file is known
    FILE = "file"  # that no part of the project is known to be
    PICTURE = "picture"
    TABLE = "table"  # its lines; the words stay
    CONTENTS = "contents"  # and indexes, which programs make of the text
    KEYWORD = "keyword"
    SHAPE = "shape"  # without words
    OBJECT = "object"  # of another program, in the text
    HEADER = "header"
    FOOTER = "footer"
    INDEX_ENTRY = "index-entry"
    HIDDEN = "hidden-words"
    DELETED = "deleted-words"
    TITLE_NOTE = "footnote-of-a-title"
    TEXT = "text"
    SYNOPSIS = "synopsis"
    NOTES = "notes"
    COMMENTS = "comments"
    SETTINGS = "settings"
    OTHERS = "others"  # so many that they are not named any more
    # Of projects.
    WRITING_HISTORY = "writing-history"
    SNAPSHOT = "snapshot"
    DAILY_TARGET = "daily-target"
    SESSION_TARGET = "session-target"
    CHARACTER_TARGET = "target-in-characters"
    DEADLINE = "deadline"
    COLLECTION = "collection"
    BOOKMARKS = "project-bookmarks"
    DOCUMENT_LINK = "link-between-documents"
    CARD_PICTURE = "picture-of-an-index-card"
    RESEARCH_FILE = "research-file"
    FOLDER = "folder"  # its documents come in
    ROOT = "root-folder"  # the same of a whole novel in a project
    PROJECT_NAME = "project-name"
    WORD_LIST = "word-list"
    REPLACEMENT = "replacement"
    PAGE_BREAK = "page-break"
    SPACE = "vertical-space"
    VARIABLE = "project-variable"
    LICENCE = "licence"
    MAIL = "mail-address"
    UNLISTED = "unlisted-document"
    # Of novels of our own, where a file holds more than any library.
    ENTITIES = "entries-of-the-story-bible"
    FIELDS = "custom-fields"
    STATUSES = "statuses"
    LABELS = "labels"
