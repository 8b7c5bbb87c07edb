# SPDX-License-Identifier: MIT
"""The items of a JSON file, a list with their depths, as an outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from novelist.domain.comments import commented, is_mark
from novelist.domain.document import EMPTY, Document
from novelist.domain.enums import ItemKind
from novelist.domain.outline import may_contain
from novelist.errors import SourceTooManyLinesError
from novelist.importers.imported import ImportedComment, ImportedItem, ImportedRemark
from novelist.importers.json_novel.bible import read_fields
from novelist.importers.json_novel.past import PastReader
from novelist.importers.json_novel.texts import document_in_file, document_of
from novelist.importers.json_novel.values import Fields
from novelist.importers.leftovers import Leftovers
from novelist.importers.source import MOST_LINES
from novelist.progress import Progress

LARGEST_TARGET: Final = 100_000_000
_DEEPEST: Final = 100  # folders in folders; what is deeper stands beside these
_AUTHOR: Final = 300
_NAME: Final = 60  # characters of a title that names what is damaged


class OutlineReader:
    """Makes items of the list; ``has_files`` says whether any text is in a file of its own."""

    def __init__(self, path: Path, leftovers: Leftovers, progress: Progress) -> None:
        self.has_files = False
        self._path = path
        self._leftovers = leftovers
        self._progress = progress
        self._blocks = 0
        self._past = PastReader(leftovers)

    def read(self, values: Sequence[Any]) -> list[ImportedItem]:
        """The items at the top."""
        items: list[ImportedItem] = []
        above: list[ImportedItem] = []
        for number, value in enumerate(values):
            self._progress(number / len(values))
            fields = Fields(value, "outline", self._leftovers)
            item = self._item(fields)
            if item is None:
                continue
            del above[min(fields.number("depth", len(values)) or 0, _DEEPEST) :]
            while above and not may_contain(above[-1].kind, item.kind):
                above.pop()
            (above[-1].children if above else items).append(item)
            above.append(item)
            fields.leave_others()
        return items

    def _item(self, fields: Fields) -> ImportedItem | None:
        try:
            kind = ItemKind(fields.text("kind"))
        except ValueError:
            fields.damage("kind")
            return None
        title = fields.text("title")
        item = ImportedItem(
            kind,
            title,
            in_manuscript=fields.flag("in_manuscript", otherwise=True),
            synopsis=fields.text("synopsis"),
            notes=fields.text("notes"),
            status=fields.text("status"),
            label=fields.text("label"),
            target=fields.number("target", LARGEST_TARGET) or None,
            is_trashed=fields.flag("in_trash", otherwise=False),
        )
        document = self._document(fields, title[:_NAME] or str(kind))
        if kind.has_text:
            item.document = document
        elif len(document):
            fields.damage("text")
        item.fields = read_fields(fields.list("fields"), self._leftovers)
        past = fields.object("past")
        if past and kind.has_text:
            item.versions = self._past.read(past, title[:_NAME] or str(kind))
        elif past:
            fields.damage("past")
        item.comments = self._comments(fields.list("comments"), item.document)
        return item

    def _document(self, fields: Fields, name: str) -> Document:
        values, file = fields.list("text"), fields.text("file")
        self._count(len(values))
        if not file:
            return document_of(values, name, self._leftovers) if values else EMPTY
        self.has_files = True
        found = document_in_file(self._path.parent, file, self._leftovers, lambda done: None)
        self._count(len(found))  # one file may be named by every item
        return found

    def _count(self, blocks: int) -> None:
        self._blocks += blocks
        if self._blocks > MOST_LINES:
            raise SourceTooManyLinesError(self._path, MOST_LINES)

    def _comments(self, values: Sequence[Any], document: Document) -> list[ImportedComment]:
        passages = {each.mark: each.text for each in commented(document)} if values else {}
        return [self._comment(each, passages) for each in values]

    def _comment(self, value: Any, passages: Mapping[str, str]) -> ImportedComment:  # noqa: ANN401 - JSON
        fields = Fields(value, "comments", self._leftovers)
        mark, resolved = fields.text("mark"), fields.moment("resolved_at")
        if not is_mark(mark):
            fields.damage("mark")
            mark = "0"
        remarks = [self._remark(each) for each in fields.list("remarks")]
        comment = ImportedComment(
            mark,
            fields.text("passage") or passages.get(mark, ""),
            remarks or [ImportedRemark("")],
            is_resolved=resolved is not None,
            resolved_at=resolved,
        )
        fields.leave_others()
        return comment

    def _remark(self, value: Any) -> ImportedRemark:  # noqa: ANN401 - JSON
        fields = Fields(value, "remarks", self._leftovers)
        remark = ImportedRemark(
            fields.text("text"),
            fields.text("author", _AUTHOR),
            fields.moment("made_at"),
            fields.moment("edited_at"),
        )
        fields.leave_others()
        return remark
