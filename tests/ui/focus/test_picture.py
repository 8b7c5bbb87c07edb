# SPDX-License-Identifier: MIT
"""The picture behind the page: read in every format, refused where it is dangerous or none."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from novelist.ui.focus import picture
from novelist.ui.focus.picture import PictureError, PictureFault, read_picture

ROOM = QSize(1440, 900)


def painted(path, width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "bmp"])
def test_a_picture_is_read_just_large_enough_to_cover_the_screen(qapp, tmp_path, kind):
    image = read_picture(painted(tmp_path / f"harbour.{kind}", 4_000, 3_000), ROOM)
    assert (image.width(), image.height()) == (1440, 1080)
    small = read_picture(painted(tmp_path / f"small.{kind}", 200, 100), ROOM)
    assert (small.width(), small.height()) == (200, 100)


def test_what_it_is_counts_and_not_what_it_is_called(qapp, tmp_path):
    path = painted(tmp_path / "harbour.png", 60, 40).rename(tmp_path / "harbour.jpg")
    assert read_picture(path, ROOM).width() == 60


def fault_of(path):
    with pytest.raises(PictureError) as caught:
        read_picture(path, ROOM)
    return caught.value.fault


def test_no_file_a_folder_and_what_is_no_picture_are_told_apart(qapp, tmp_path):
    words = tmp_path / "words.png"
    words.write_text("no picture", "utf-8")
    assert fault_of(tmp_path / "gone.png") is PictureFault.MISSING
    assert fault_of(tmp_path) is PictureFault.MISSING
    assert fault_of(words) is PictureFault.UNREADABLE
    cut = tmp_path / "cut.bmp"
    cut.write_bytes(b"BM" + bytes(20))
    assert fault_of(cut) is PictureFault.UNREADABLE


def bomb(path, side):
    """A PNG that says it is huge and holds nothing."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
    return path


def test_a_picture_that_would_take_gigabytes_is_refused_before_it_is_decoded(qapp, tmp_path):
    assert fault_of(bomb(tmp_path / "wide.png", 30_000)) is PictureFault.LARGE
    assert fault_of(bomb(tmp_path / "huge.png", 15_000)) is PictureFault.LARGE


def test_a_file_that_is_too_long_is_refused(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(picture, "LARGEST_FILE", 10)
    assert fault_of(painted(tmp_path / "harbour.png", 60, 40)) is PictureFault.LARGE
