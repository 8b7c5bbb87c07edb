# SPDX-License-Identifier: MIT
"""What is said of a remark: who wrote it and when, how many answers there are."""

from __future__ import annotations

from PySide6.QtCore import QObject

from novelist.domain.comments import Remark, Thread
from novelist.ui.moments import short_label


class CommentWords(QObject):
    """``author`` is how the writer signs; what is signed so, or not at all, is “You”."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.author = ""

    def meta(self, remark: Remark) -> str:
        """“You  Yesterday”, “Mara  16:12, edited”."""
        moment = short_label(remark.made_at)
        if remark.edited_at is not None:
            moment = self.tr("{moment}, edited").format(moment=moment)
        return f"{self.who(remark)}  {moment}"

    def who(self, remark: Remark) -> str:
        """Who wrote it."""
        return self.tr("You") if remark.author in ("", self.author) else remark.author

    def replies(self, thread: Thread) -> str:
        """“2 replies”, or "" for none."""
        count = len(thread.remarks) - 1
        return self.tr("%n replies", "", count) if count else ""

    def lost(self) -> str:
        """Of a thread whose passage is in no text."""
        return self.tr("The passage was deleted.")
