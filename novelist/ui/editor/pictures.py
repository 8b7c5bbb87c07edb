# SPDX-License-Identifier: MIT
"""The pictures of all open texts: read from the library and decoded when they are to be seen."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from novelist.domain.pictures import read_head
from novelist.errors import DatabaseNotInitializedError, PictureDamagedError, PictureError
from novelist.ui.tasks import Tasks

LARGEST_SIDE: Final = 2_400  # pixels of what is decoded; a screen shows no more of a page
_STEPS: Final = (320, 640, 1_200, LARGEST_SIDE)
_MOST_BYTES: Final = 160 * 1024 * 1024
_MOST_READY: Final = 48
_MOST_FILES: Final = 64 * 1024 * 1024  # bytes of files

Load = Callable[[str], Awaitable[bytes | None]]


class Pictures(QObject):
    """Answers at once from what is decoded; what is not comes with ``arrived``."""

    arrived = Signal(str)
    """The picture of this digest can be painted now, or is known to be missing."""
    _wanted = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._load: Load | None = None
        self._tasks: Tasks | None = None
        self._decoded: OrderedDict[str, QImage] = OrderedDict()
        self._sides: dict[str, int] = {}  # to which each was asked for, or is being read
        self._ready: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._missing: set[str] = set()
        self._files: OrderedDict[str, bytes] = OrderedDict()  # those read last, to be copied
        # Asked for while something is painted, where no task may begin.
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    def attend(self, tasks: Tasks, load: Load) -> None:
        """Read pictures with ``load`` from now on; what was asked for before is asked for again."""
        self._tasks, self._load = tasks, load
        self.forget()

    def forget(self) -> None:
        """Another library is open: what it holds is to be read from it."""
        digests = [*self._decoded, *self._missing, *self._sides]
        for known in (self._decoded, self._sides, self._ready, self._missing):
            known.clear()
        for digest in dict.fromkeys(digests):
            self.arrived.emit(digest)

    def is_missing(self, digest: str) -> bool:
        """Whether the library is known not to have it, or it cannot be shown."""
        return digest in self._missing

    def file(self, digest: str) -> bytes | None:
        """The file of a picture that was shown lately, for the clipboard."""
        return self._files.get(digest)

    def ask_again(self, digest: str) -> None:
        """The library has it now, where it had not."""
        self._missing.discard(digest)
        self._sides.pop(digest, None)
        self.arrived.emit(digest)

    def take(self, digest: str, image: QImage, data: bytes) -> None:
        """A picture was decoded just now: it need not be read again."""
        self._missing.discard(digest)
        self._sides[digest] = max(image.width(), image.height())
        self._keep(digest, image)
        self._keep_file(digest, data)
        self.arrived.emit(digest)

    def pixmap(self, digest: str, size: QSize) -> QPixmap | None:
        """The picture in so many pixels of the screen; None while it is not there (yet)."""
        side = max(size.width(), size.height())
        image = self._decoded.get(digest)
        if digest not in self._missing and side > self._sides.get(digest, 0):
            step = next((each for each in _STEPS if each >= side), LARGEST_SIDE)
            if step > self._sides.get(digest, 0):
                self._sides[digest] = step
                self._wanted.emit(digest, step)
        if image is None or size.isEmpty():
            return None
        self._decoded.move_to_end(digest)
        return self._scaled(digest, image, size)

    def _scaled(self, digest: str, image: QImage, size: QSize) -> QPixmap:
        key = (digest, size.width(), size.height())
        found = self._ready.get(key)
        if found is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.IgnoreAspectRatio
            found = self._ready[key] = QPixmap.fromImage(image.scaled(size, keep, smooth))
            while len(self._ready) > _MOST_READY:
                self._ready.popitem(last=False)
        self._ready.move_to_end(key)
        return found

    def _on_wanted(self, digest: str, side: int) -> None:
        if self._tasks is not None and self._load is not None:
            self._tasks.start(self._read(digest, side))

    async def _read(self, digest: str, side: int) -> None:
        assert self._load is not None
        try:
            data = await self._load(digest)
        except DatabaseNotInitializedError:  # between two libraries: it is asked for again
            self._sides.pop(digest, None)
            return
        try:
            image = None if data is None else await asyncio.to_thread(decode, data, side)
        except PictureError:
            image = None
        if image is None:
            self._missing.add(digest)
        else:
            self._keep(digest, image)
            self._keep_file(digest, data or b"")
        self.arrived.emit(digest)

    def _keep(self, digest: str, image: QImage) -> None:
        older = self._decoded.pop(digest, None)
        self._decoded[digest] = image if older is None else _larger(older, image)
        for key in [key for key in self._ready if key[0] == digest]:
            del self._ready[key]
        while len(self._decoded) > 1 and self._bytes() > _MOST_BYTES:
            gone, _ = self._decoded.popitem(last=False)
            self._sides.pop(gone, None)

    def _keep_file(self, digest: str, data: bytes) -> None:
        self._files[digest] = data
        self._files.move_to_end(digest)
        while len(self._files) > 1 and sum(map(len, self._files.values())) > _MOST_FILES:
            self._files.popitem(last=False)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._decoded.values())


def _larger(older: QImage, newer: QImage) -> QImage:
    """What was asked for first may come last."""
    return older if older.width() > newer.width() else newer


def decode(data: bytes, side: int) -> QImage:
    """The picture of a file, no side longer than ``side``; for a thread. Raises ``PictureError``.

    What the file says of its size is looked at before anything is decoded, and it is decoded in
    the size wanted: Qt lets Python go on meanwhile, which it does not when it scales afterwards.
    """
    read_head(data)
    reader = _reader(data)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PictureDamagedError
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def natural_size(data: bytes) -> QSize:
    """How large a picture is as it is seen: a photograph may lie on its side in the file."""
    reader = _reader(data)
    size = reader.size()
    turned = bool(reader.transformation().value & _TURNED)
    return size.transposed() if turned else size


_TURNED: Final = 4  # QImageIOHandler.TransformationRotate90


def _reader(data: bytes) -> QImageReader:
    """Reads one of the kinds that are kept and no other: the file does not choose the decoder."""
    kind = read_head(data).kind
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.value.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    reader.buffer = buffer  # type: ignore[attr-defined]  # lives as long
    return reader
