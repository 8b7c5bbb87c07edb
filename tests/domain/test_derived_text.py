# SPDX-License-Identifier: MIT
"""What is made anew of a changed document is what would be made of it from nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.counting import count_document
from novelist.domain.derived_text import DerivedText
from novelist.domain.document import Document, document_of
from novelist.domain.document_text import to_json_lines
from tests.strategies import KNOWN_DOCUMENTS


@given(st.lists(KNOWN_DOCUMENTS, max_size=4), st.data())
def test_it_is_what_the_whole_document_gives(
    documents: list[Document], data: st.DataObject
) -> None:
    text = DerivedText()
    for document in documents:
        kept = data.draw(st.integers(0, len(text.document)))
        began = text.document.blocks[:kept] + document.blocks
        ended = document.blocks + text.document.blocks[kept:]
        for version in (document, Document(began), Document(ended)):
            text = text.followed_by(version)
            assert text.content == to_json_lines(version)
            assert text.plain_text == version.plain_text
            assert text.counts == count_document(version)


def test_only_what_changed_is_read() -> None:
    text = DerivedText().followed_by(document_of("one", "two", "three"))
    after = document_of("one", "two and a half", "three")
    assert text.changed_size(after) == len("two") + len("two and a half")
    assert text.changed_size(text.document) == 0
    following = text.followed_by(after)
    assert following.lines[0] is text.lines[0]
    assert following.lines[2] is text.lines[2]
