# SPDX-License-Identifier: MIT
"""The encoding of a text is found from its bytes alone."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.importers.encoding import ENCODINGS, decode, detect_encoding
from tests.importers.reading import HAN_PROSE, PROSE

TRADITIONAL = (
    "那是一個和往常一樣的清晨，山下的村子還在睡夢之中，只有河邊的燈火亮著，照見了一條小船。"
)
WESTERN = "“It’s” — café naïve, said Zoë — à propos of “nothing”…"
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。"
KOREAN = "나는 고양이로소이다. 이름은 아직 없다. 어디서 태어났는지 도무지 모른다."
RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PROSE, "utf-8"),
        (HAN_PROSE, "utf-8"),
        (HAN_PROSE, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (f"{HAN_PROSE}\n{PROSE}\n", "utf-16-le"),
        (f"{HAN_PROSE}\n{PROSE}\n", "utf-16-be"),
        (PROSE, "utf-32-le"),
        (f"{PROSE}\n{WESTERN}\n" * 9, "cp1252"),
        (f"{PROSE} He saw the calèche; Romæ café.\n" * 9, "iso8859-1"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    guess = detect_encoding(data)
    assert guess.encoding == encoding
    assert decode(data, guess.encoding) == text


@pytest.mark.parametrize(
    ("mark", "encoding", "found"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str, found: str) -> None:
    data = mark + HAN_PROSE.encode(encoding)
    guess = detect_encoding(data)
    assert (guess.encoding, guess.sure) == (found, True)
    assert decode(data, guess.encoding) == HAN_PROSE


def test_a_long_text_is_judged_by_the_lines_that_are_not_ascii() -> None:
    data = (f"{PROSE}\n" * 5000 + f"{HAN_PROSE}\n" * 900).encode("gb18030")
    assert detect_encoding(data).encoding == "gb18030"


def test_a_weak_guess_says_so() -> None:
    assert not detect_encoding(b"na\xefve").sure


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_by_the_guess(data: bytes) -> None:
    decode(data, detect_encoding(data).encoding)


@pytest.mark.parametrize("codec", [codec for codec, _ in ENCODINGS])
def test_every_encoding_on_offer_exists(codec: str) -> None:
    assert decode("text".encode(codec), codec) == "text"
