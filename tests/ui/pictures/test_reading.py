# SPDX-License-Identifier: MIT
"""Pictures from outside: hostile files are refused before they cost anything."""

import asyncio
import os

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from novelist.errors import (
    PictureDamagedError,
    PictureTooLargeError,
    PictureTooManyPixelsError,
    PictureUnknownError,
    SourceMissingError,
    SourceUnreadableError,
)
from novelist.ui.pictures.reading import (
    pasted_image,
    picture_files,
    prepare_image,
    read_picture,
    shows_words,
)


def made(path, width=40, height=30, kind=None):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path), kind)
    return path


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def read(path):
    return asyncio.run(read_picture(path))


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp", "webp"])
def test_every_kind_that_is_kept_is_read(qapp, tmp_path, kind):
    picture = read(made(tmp_path / f"fog.{kind}"))
    assert (picture.size.width(), picture.size.height()) == (40, 30)
    assert picture.data == (tmp_path / f"fog.{kind}").read_bytes()


def test_a_large_picture_is_kept_as_it_is_and_shown_smaller(qapp, tmp_path):
    picture = read(made(tmp_path / "large.jpg", 4000, 1000))
    assert (picture.size.width(), picture.image.width()) == (4000, 1200)


def test_a_file_of_gigabytes_is_refused_unread(qapp, tmp_path):
    path = made(tmp_path / "huge.png")
    os.truncate(path, 3 * 2**30)  # nothing of it is on disk
    with pytest.raises(PictureTooLargeError):
        read(path)


def test_what_is_no_picture_says_so(qapp, tmp_path):
    bomb = tmp_path / "bomb.svg"
    bomb.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>")
    with pytest.raises(PictureUnknownError):
        read(bomb)
    disguised = tmp_path / "bomb.png"
    disguised.write_bytes(bomb.read_bytes())
    with pytest.raises(PictureUnknownError):
        read(disguised)


def test_a_small_file_of_a_thousand_million_pixels_is_refused(qapp, tmp_path):
    path = made(tmp_path / "pixels.png")
    data = bytearray(path.read_bytes())
    data[16:24] = (40_000).to_bytes(4, "big") * 2
    path.write_bytes(data)
    with pytest.raises(PictureTooManyPixelsError):
        read(path)


def test_a_picture_that_ends_in_its_middle_is_damaged(qapp, tmp_path):
    path = made(tmp_path / "cut.png", 400, 400)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(PictureDamagedError):
        read(path)


def test_what_is_no_file_says_so(qapp, tmp_path):
    with pytest.raises(SourceMissingError):
        read(tmp_path / "gone.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(SourceUnreadableError):
        read(tmp_path / "folder.png")
    os.mkfifo(tmp_path / "pipe.png")  # to read it would wait for ever
    with pytest.raises(SourceUnreadableError):
        read(tmp_path / "pipe.png")


def test_only_files_that_look_like_pictures_are_taken_up(tmp_path):
    assert picture_files(files(tmp_path / "a.PNG", tmp_path / "b.svg"))
    assert not picture_files(files(tmp_path / "a.png", tmp_path / "b.docx"))
    assert not picture_files(files())


def test_a_picture_with_words_beside_it_is_words(qapp):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    alone, beside = QMimeData(), QMimeData()
    alone.setImageData(image)
    beside.setImageData(image)
    beside.setHtml("<table><tr><td>words of a sheet</td></tr></table>")
    assert pasted_image(alone) is not None
    assert pasted_image(beside) is None
    picture = asyncio.run(prepare_image(image))
    assert picture.data.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("markup", "shows"),
    [
        ('<meta charset="utf-8"><img alt="a > b" src="x">', False),
        ("<!-- a <b> c --><style>p { a: b }</style>\n<p>&nbsp;<br></p>", False),
        ("<title>A page</title><STYLE>a<b</STYLE><img src='x'>", False),
        ("words", True),
        ("<img src='x'><p><b></b>a &lt; b", True),
        ("<!-- a --><p>海</p>", True),
        ("<!-- never ended <p>a</p>", False),
    ],
)
def test_a_picture_with_words_beside_it_is_no_picture_alone(markup, shows):
    assert shows_words(markup) is shows
