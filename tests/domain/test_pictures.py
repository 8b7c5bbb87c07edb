# SPDX-License-Identifier: MIT
"""What the first bytes of a picture say, of whole and of hostile files."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import pictures
from novelist.domain.document import Atom, Block, Document
from novelist.domain.document_text import to_json_lines
from novelist.domain.pictures import PictureHead, PictureKind, read_head
from novelist.errors import (
    PictureDamagedError,
    PictureError,
    PictureTooLargeError,
    PictureTooManyPixelsError,
    PictureUnknownError,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR"
DIGEST = "0123456789abcdef0123456789abcdef"


def png(width, height):
    return PNG + struct.pack(">II", width, height)


JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 10
    + b"\xff\xc2\0\x11\x08" + struct.pack(">HH", 300, 400) + b"\x03"
)  # fmt: skip
WEBP = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + struct.pack("<I", 399)[:3] + struct.pack("<I", 299)[:3]
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + b"\0\0\0\0\x2f" + struct.pack("<I", 399 | 299 << 14)
LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 400, 300)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(400, 300), PictureKind.PNG),
        (JPEG, PictureKind.JPEG),
        (b"GIF89a" + struct.pack("<HH", 400, 300), PictureKind.GIF),
        (WEBP, PictureKind.WEBP),
        (LOSSLESS, PictureKind.WEBP),
        (LOSSY, PictureKind.WEBP),
        (b"BM" + b"\0" * 12 + struct.pack("<Iii", 40, 400, -300), PictureKind.BMP),
    ],
)
def test_kind_and_size_are_read(data, kind):
    assert read_head(data) == PictureHead(kind, 400, 300)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", PictureUnknownError),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureUnknownError),
        (b"%PDF-1.7", PictureUnknownError),
        (PNG, PictureDamagedError),
        (png(0, 5), PictureDamagedError),
        (JPEG[:20], PictureDamagedError),
        (b"\xff\xd8\xff\xda", PictureDamagedError),
        (png(30_000, 30_000), PictureTooManyPixelsError),
        (png(2**31, 1), PictureTooManyPixelsError),
    ],
)
def test_what_is_no_picture_that_can_be_shown_is_refused(data, error):
    with pytest.raises(error):
        read_head(data)


@given(st.sampled_from([PNG, JPEG[:4], b"GIF8", b"BM", b"RIFF\0\0\0\0WEBP"]), st.binary())
def test_any_bytes_give_a_size_or_a_sentence(beginning, rest):
    with contextlib.suppress(PictureError):
        assert read_head(beginning + rest).width > 0


def test_large_files_are_refused_before_they_are_read():
    pictures.require_size(pictures.LARGEST)
    with pytest.raises(PictureTooLargeError):
        pictures.require_size(pictures.LARGEST + 1)


def test_a_text_names_its_pictures_in_footnotes_too():
    inside = Atom("img", {"digest": DIGEST})
    note = Atom("footnote", {"id": "a", "blocks": [["image", [], {"digest": "f" * 32}]]})
    document = Document((Block("p", (inside, note)), Block("image", (), {"digest": "e" * 32})))
    assert pictures.named_pictures(to_json_lines(document)) == {DIGEST, "f" * 32, "e" * 32}


class Counted(bytes):
    """Counts how often it is looked at."""

    looks = 0

    def __getitem__(self, place):
        Counted.looks += 1
        return super().__getitem__(place)


def test_a_jpeg_of_endless_parts_is_not_read_to_its_end():
    for filling in (b"\xff", b"\xff\xe0\0\2"):
        with pytest.raises(PictureDamagedError):
            read_head(Counted(b"\xff\xd8" + b"\xff\xe0\0\2" + filling * 100_000))
    assert Counted.looks < 100_000
