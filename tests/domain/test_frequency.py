# SPDX-License-Identifier: MIT
"""How often words and phrases stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.frequency import Frequency, Use, measure


def told(uses):
    return {use.text: use.count for use in uses}


def test_words_count_without_case_and_without_the_commonest_of_the_language():
    found = measure(["The Lamp and the lamp.", "A lamp’s light; LAMP"], "en")
    assert told(found.words) == {"lamp": 3, "lamp's": 1, "light": 1}
    assert found.total == 9


def test_phrases_stay_inside_sentences_and_the_longest_is_told():
    texts = ["He shook his head slowly. Head slowly, he said."] * 4
    phrases = told(measure(texts, "en").phrases)
    assert phrases["shook his head slowly"] == 4
    assert "slowly head" not in phrases
    assert "shook his head" not in phrases
    assert phrases["head slowly"] == 8


def test_a_phrase_of_words_that_say_nothing_is_left_out():
    assert told(measure(["as if it were so, in there too"] * 5, "en").phrases) == {}


def test_chinese_is_told_in_words_that_begin_and_end_with_something():
    texts = ["他看着灯塔，灯塔的光在雾港闪着。", "雾港的灯塔。雾港，灯塔！"]
    words = told(measure(texts, "zh").words)
    assert words["灯塔"] == 4
    assert words["雾港"] == 3
    assert not any(word[0] in "的他" or word[-1] in "的着" for word in words)


def test_the_longer_chinese_word_stands_for_its_parts():
    assert told(measure(["孙悟空的，"] * 5, "zh").words) == {"孙悟空": 5}


def test_pieces_of_a_longer_chinese_phrase_are_not_told():
    texts = ["他取出那封信，", "那人自冬天起病了。", "她取出那封信，", "有人自冬天起病了。"] * 3
    found = measure(texts, "zh")
    assert not {"人自冬天", "出那封信", "自冬天起"} & {*told(found.words), *told(found.phrases)}
    assert told(found.phrases)["取出那封信"] == 6


def test_an_empty_text_uses_nothing():
    found = measure([], "en")
    assert (found.total, found.words, found.phrases) == (0, (), ())
    assert found.per_thousand(Use("x", 1)) == 0


def test_the_share_is_of_a_thousand_words():
    assert Frequency(500, (), ()).per_thousand(Use("lamp", 3)) == 6


@given(st.lists(st.text(alphabet="ab .,’'-的灯塔𠀀\n", max_size=30), max_size=5))
def test_whatever_stands_there_no_count_is_larger_than_the_text(texts):
    for language in ("en", "zh", "xx"):
        found = measure(texts, language)
        whole = sum(map(len, texts))
        assert all(0 < use.count <= whole for use in (*found.words, *found.phrases))
