# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.reading``."""

from __future__ import annotations

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline
from novelist.services.reading import read_documents
from novelist.services.texts import load_text, save_text
from tests.services.test_bookmarks import damage


def test_a_damaged_text_keeps_no_other_from_being_read(library, loop):
    novel = loop(novels.create_novel(title="Harbour", language="en"))
    made = [
        loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None, title="Tide"))
        for _ in range(2)
    ]
    first, second = (edit.ids[0] for edit in made)
    for item_id in (first, second):
        loop(save_text(loop(load_text(item_id)).body, document_of("High water.")))
    loop(damage(first))
    read = loop(read_documents([first, second, 999]))
    assert read.documents == {second: document_of("High water.")}
    assert list(read.damage) == [first]
