# SPDX-License-Identifier: MIT
"""Bytes and numbers of an RTF file, as they come, to words."""

from __future__ import annotations

from novelist.importers.plain.layout import clean


class WordBuffer:
    """Gathers pieces until they are taken together: half a character may stand in each.

    ``replaced`` counts the bytes and numbers that are no characters, ``controls`` the control
    characters left out.
    """

    def __init__(self) -> None:
        self.replaced = self.controls = 0
        self._done: list[str] = []
        self._bytes = bytearray()
        self._codec = ""
        self._units = bytearray()  # of UTF-16, the lower byte first

    def add_bytes(self, data: bytes, codec: str) -> None:
        """Bytes in a code page."""
        if self._units or codec != self._codec:
            self._decode()
            self._codec = codec
        self._bytes += data

    def add_unit(self, number: int) -> None:
        """The number of a character, or of half a pair; negative ones count from the end."""
        if self._bytes:
            self._decode()
        if number < 0:
            number += 0x10000
        if 0 <= number < 0x10000:
            self._units += number.to_bytes(2, "little")
        elif 0 <= number < 0x110000:
            self._units += chr(number).encode("utf-16-le")
        else:
            self.add("\ufffd")
            self.replaced += 1

    def add(self, text: str) -> None:
        """Characters."""
        self._decode()
        self._done.append(text)

    def take(self) -> str:
        """All that came since; line ends of whichever kind as newlines."""
        if not (self._done or self._bytes or self._units):
            return ""
        self._decode()
        text, controls = clean("".join(self._done))
        self._done.clear()
        self.controls += controls
        return text

    def _decode(self) -> None:
        if self._bytes:
            self._append(bytes(self._bytes).decode(self._codec, "replace"))
            self._bytes.clear()
        if self._units:
            self._append(bytes(self._units).decode("utf-16-le", "replace"))
            self._units.clear()

    def _append(self, text: str) -> None:
        self.replaced += text.count("\ufffd")
        self._done.append(text)
