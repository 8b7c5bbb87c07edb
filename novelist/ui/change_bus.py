# SPDX-License-Identifier: MIT
"""Committed changes as a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Changes


class ChangeBus(QObject):
    """Re-emits every ``Changes`` of the store; panels refresh from this and from nothing else."""

    changed = Signal(object)  # Changes

    def publish(self, changes: Changes) -> None:
        """Tell every panel; called by the store after a commit."""
        self.changed.emit(changes)
