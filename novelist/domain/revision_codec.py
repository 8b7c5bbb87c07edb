# SPDX-License-Identifier: MIT
"""The bytes of a version of a text: whole, or what differs from the version before it.

A whole text (keyframe) is its UTF-8, zlib-compressed. A delta says how many bytes at the beginning
and at the end stay and what stands between them, compressed with what stood there as dictionary.
Every twentieth version is whole, so that no read needs more than twenty rows and damage to one
costs at most the nineteen after it
(``docs/file-format.md``, section 2). Digests are those of ``document_text.digest``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.document_text import digest
from novelist.errors import RevisionDamagedError

KEYFRAME_EVERY: Final = 20
_WHOLE, _PACKED, _PLAIN = 0, 1, 2  # the first byte: whole; delta with its middle packed, or plain
_LEVEL: Final = 6
_WINDOW: Final = 32_768  # bytes of a dictionary that zlib looks at


@dataclass(frozen=True, slots=True)
class Base:
    """The version that the next one of the same text may build on."""

    content: bytes
    depth: int  # how many deltas lie between it and its keyframe
    keyframe: int  # bytes that the keyframe takes


@dataclass(frozen=True, slots=True)
class Packed:
    """One version as it is stored, and the ``base`` that the next one may build on."""

    data: bytes
    is_delta: bool
    digest: str
    base: Base


def encode(content: str, base: Base | None = None, known_digest: str | None = None) -> Packed:
    """Pack a text, as a delta where that takes at most half of a keyframe.

    What was packed is unpacked again and compared. ``known_digest`` spares working it out.
    """
    raw = content.encode()
    kept = digest(content) if known_digest is None else known_digest
    if base is not None and base.depth + 1 < KEYFRAME_EVERY:
        data = _delta(base.content, raw)
        if len(data) * 2 <= base.keyframe:
            _verify(apply(data, base.content), raw)
            return Packed(data, True, kept, Base(raw, base.depth + 1, base.keyframe))
    data = bytes([_WHOLE]) + zlib.compress(raw, _LEVEL)
    _verify(apply(data), raw)
    return Packed(data, False, kept, Base(raw, 0, len(data)))


def decode(rows: Iterable[bytes], expected: str) -> str:
    """The text of the last of ``rows``: a keyframe and the deltas from it on, in order.

    Raises ``RevisionDamagedError`` when they cannot be unpacked or the digest does not fit.
    """
    raw = b""
    for number, data in enumerate(rows):
        raw = apply(data, raw if number else None)
    return checked(raw, expected)


def checked(raw: bytes, expected: str) -> str:
    """The text that was unpacked. Raises ``RevisionDamagedError`` when its digest does not fit."""
    try:
        content = raw.decode()
    except UnicodeDecodeError as error:
        raise RevisionDamagedError("the text is not UTF-8") from error
    if digest(content) != expected:
        raise RevisionDamagedError("the text does not fit its digest")
    return content


def apply(data: bytes, base: bytes | None = None) -> bytes:
    """Unpack one row; a delta needs the bytes of its base. Raises ``RevisionDamagedError``."""
    try:
        if data[0] == _WHOLE:
            return zlib.decompress(data[1:])
        if base is None or data[0] not in (_PACKED, _PLAIN):
            raise ValueError(f"unknown form {data[0]}")
        prefix, place = _read_number(data, 1)
        suffix, place = _read_number(data, place)
        end = len(base) - suffix
        if prefix > end:
            raise ValueError("longer than its base")
        middle = data[place:]
        if data[0] == _PACKED:
            middle = _unpack_middle(middle, base[prefix:end])
        return base[:prefix] + middle + base[end:]
    except (IndexError, ValueError, zlib.error) as error:
        raise RevisionDamagedError(str(error)) from error


def _delta(old: bytes, new: bytes) -> bytes:
    prefix, suffix = common_ends(old, new)
    middle = new[prefix : len(new) - suffix]
    packed = _pack_middle(middle, old[prefix : len(old) - suffix])
    form = _PACKED if len(packed) < len(middle) else _PLAIN
    head = bytes([form]) + _number(prefix) + _number(suffix)
    return head + (packed if form == _PACKED else middle)


def _pack_middle(middle: bytes, replaced: bytes) -> bytes:
    """Compress what is new with what it replaces as dictionary: scattered changes stay small."""
    packer = zlib.compressobj(_LEVEL, zdict=replaced[-_WINDOW:])
    return packer.compress(middle) + packer.flush()


def _unpack_middle(packed: bytes, replaced: bytes) -> bytes:
    unpacker = zlib.decompressobj(zdict=replaced[-_WINDOW:])
    middle = unpacker.decompress(packed) + unpacker.flush()
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("it ends too early or too late")
    return middle


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def _read_number(data: bytes, place: int) -> tuple[int, int]:
    """The number at ``place`` and the place after it."""
    value = shift = 0
    while data[place] & 0x80:
        value |= (data[place] & 0x7F) << shift
        shift += 7
        place += 1
    return value | data[place] << shift, place + 1


def _verify(unpacked: bytes, raw: bytes) -> None:
    if unpacked != raw:
        raise RevisionDamagedError("what was packed does not unpack to itself")
