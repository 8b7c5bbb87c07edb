# SPDX-License-Identifier: MIT
"""Pictures that go along with a copied text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from novelist.domain.document import IMAGE_BLOCK, Block, Document
from novelist.domain.pictures import picture_digest
from novelist.ui.editor.copied_pictures import MIME_TYPE, pictures_in, put_pictures, raw_pictures

FILES = {picture_digest(data): data for data in (b"one", b"", b"three" * 100)}
TEXT = Document(tuple(Block(IMAGE_BLOCK, (), {"digest": digest}) for digest in (*FILES, "gone")))


def test_the_files_of_a_text_arrive_as_they_were():
    data = QMimeData()
    put_pictures(data, TEXT, FILES.get)
    assert pictures_in(raw_pictures(data)) == FILES
    assert raw_pictures(QMimeData()) == b""


def test_a_file_that_is_not_what_it_says_is_left_out():
    data = QMimeData()
    put_pictures(data, TEXT, {**FILES, picture_digest(b"one"): b"two"}.get)
    found = pictures_in(raw_pictures(data))
    assert found == {digest: file for digest, file in FILES.items() if file != b"one"}


@given(st.binary(max_size=200))
def test_strange_bytes_are_no_pictures(raw):
    data = QMimeData()
    data.setData(MIME_TYPE, raw)
    for digest, file in pictures_in(raw_pictures(data)).items():
        assert picture_digest(file) == digest
