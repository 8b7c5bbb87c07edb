# SPDX-License-Identifier: MIT
"""Straight marks become those of the language."""

import pytest

from tests.domain.typing.typist import rules, typed


@pytest.mark.parametrize(
    ("language", "keys", "there"),
    [
        ("en", '"Go," she said. "Now!"', "“Go,” she said. “Now!”"),
        ("en", "'Go,' she said.", "‘Go,’ she said."),
        ("en", "\"'Go,' he said,\" she said.", "“‘Go,’ he said,” she said."),
        ("en", '("Go")', "(“Go”)"),
        ("en", "don't, the dogs' tails", "don’t, the dogs’ tails"),
        ("de", "\"Sagte er 'geht's'?\"", "„Sagte er ‚geht‘s’?“"),
        ("de", '"Wie geht\'s?"', "„Wie geht’s?“"),
        ("fr", '"Oui" dit l\'ami', "«\u00a0Oui\u00a0» dit l’ami"),
        ("fr", '"Oui " dit-il', "«\u00a0Oui\u00a0» dit-il"),
        ("fr", "Oui !", "Oui\u202f!"),
        ("es", "\"Hola, 'tú'\"", "«Hola, “tú”»"),
        ("sv", '"Hej" sa han. "Ja"', "”Hej” sa han. ”Ja”"),
        ("pl", '"Tak"', "„Tak”"),
        ("zh-Hant", "他說\"你好'嗎'\"", "他說「你好『嗎』」"),
        ("ja", '"はい"', "「はい」"),
    ],
)
def test_the_keys_give_the_marks_of_the_language(language, keys, there):
    assert typed(keys, rules(language, pairs=False)) == there


def test_chinese_marks_open_and_close_in_turn_without_spaces():
    assert typed('他说"你好"。"是吗?"', rules("zh", pairs=False)) == "他说“你好”。“是吗?”"


def test_an_apostrophe_inside_a_chinese_novel_stays_one():
    assert typed("他唱It's me", rules("zh", pairs=False)) == "他唱It’s me"


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ('"I never--"', "“I never—”"),
        ('well--"quite" so', "well—“quite” so"),
        ('"I thought..."', "“I thought…”"),
        ("It was 1984\" and 5'", "It was 1984” and 5’"),
    ],
)
def test_after_a_dash_what_is_open_is_closed_and_after_digits_there_is_no_prime(keys, there):
    assert typed(keys, rules()) == there


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("'tis true, 'Twas", "’tis true, ‘Twas"),
        ("tell 'em now", "tell ’em now"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("the '90s were", "the ’90s were"),
        ("summer of '69.", "summer of ’69."),
        ("'42 is the answer", "‘42 is the answer"),
        ("'Emma?' he said", "‘Emma?’ he said"),
    ],
)
def test_words_that_begin_with_an_apostrophe_get_one_when_they_are_finished(keys, there):
    assert typed(keys, rules()) == there


def test_quotes_can_be_left_straight():
    assert typed('"It\'s"', rules(quotes=False)) == '"It\'s"'


def test_another_style_can_be_chosen():
    assert typed('"Ja"', rules("de", quote_style="guillemets_inward")) == "»Ja«"
