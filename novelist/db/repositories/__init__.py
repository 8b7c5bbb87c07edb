# SPDX-License-Identifier: MIT
"""Where statements are written, one repository an aggregate; they neither commit nor catch.

In a reading session what they return is bound: detached, and one live object a row. In a writing
session it is detached and loose, because what was read there may yet be rolled back.
"""

from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.compile_presets import CompilePresetRepository
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.known_words import KnownWordRepository
from novelist.db.repositories.novels import NovelCard, NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.preferences import PreferenceRepository
from novelist.db.repositories.writing_days import WritingDayRepository

__all__ = [
    "AttachmentRepository",
    "CommentRepository",
    "CompilePresetRepository",
    "EntityRepository",
    "ItemFieldRepository",
    "KnownWordRepository",
    "NovelCard",
    "NovelRepository",
    "OutlineRepository",
    "PreferenceRepository",
    "SceneBodyRepository",
    "WritingDayRepository",
]
