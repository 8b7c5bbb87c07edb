# SPDX-License-Identifier: MIT
"""The tables, one aggregate a module."""

from novelist.db.models.history import Revision, Snapshot
from novelist.db.models.journal import Command
from novelist.db.models.novel import Label, Novel, Status
from novelist.db.models.outline import OutlineItem, SceneBody
from novelist.db.models.preference import Preference

__all__ = [
    "Command",
    "Label",
    "Novel",
    "OutlineItem",
    "Preference",
    "Revision",
    "SceneBody",
    "Snapshot",
    "Status",
]
