# SPDX-License-Identifier: MIT
"""Comments of a file given to the items whose texts hold their passages."""

from __future__ import annotations

from collections.abc import Sequence

from novelist.domain.comments import commented
from novelist.importers.imported import ImportedComment, ImportedItem, ImportedRemark


def place_comments(items: Sequence[ImportedItem], comments: Sequence[ImportedComment]) -> None:
    """Give each item the comments whose passages are in it; without one it is kept in the notes.

    One that does not say its passage gets it from the text.
    """
    left = {comment.mark: comment for comment in comments}
    every = [each for item in items for each in item.walk() if each.kind.has_text]
    for item in every:
        for passage in commented(item.document):
            if (comment := left.pop(passage.mark, None)) is not None:
                comment.passage = comment.passage or passage.text
                item.comments.append(comment)
    said = [_said(remark) for comment in left.values() for remark in comment.remarks]
    if every and said:  # of a place without letters: what was said is not lost
        every[0].notes = "\n".join([every[0].notes, *said]).strip()


def _said(remark: ImportedRemark) -> str:
    return f"{remark.author}: {remark.text}" if remark.author else remark.text
