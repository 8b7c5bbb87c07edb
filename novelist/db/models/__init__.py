# SPDX-License-Identifier: MIT
"""The tables, one aggregate a module."""

from novelist.db.models.announcement import Announcement
from novelist.db.models.attachment import Attachment
from novelist.db.models.comment import Comment
from novelist.db.models.compile_preset import CompilePreset
from novelist.db.models.entity import Alias, Entity, EntityField, ItemField
from novelist.db.models.history import Revision, Snapshot
from novelist.db.models.journal import Command
from novelist.db.models.known_word import KnownWord
from novelist.db.models.novel import Label, Novel, Status
from novelist.db.models.outline import OutlineItem, SceneBody
from novelist.db.models.preference import Preference
from novelist.db.models.search import SearchPending
from novelist.db.models.writing_day import WritingDay

__all__ = [
    "Alias",
    "Announcement",
    "Attachment",
    "Command",
    "Comment",
    "CompilePreset",
    "Entity",
    "EntityField",
    "ItemField",
    "KnownWord",
    "Label",
    "Novel",
    "OutlineItem",
    "Preference",
    "Revision",
    "SceneBody",
    "SearchPending",
    "Snapshot",
    "Status",
    "WritingDay",
]
