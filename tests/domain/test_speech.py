# SPDX-License-Identifier: MIT
"""What is spoken: all styles of quotation marks, dashes with insertions; no apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.speech import speech_in


def spoken(text, language=""):
    return [text[start:end] for start, end in speech_in(text, language)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It’s early,” said Tobias. “Go.”", ["“It’s early,”", "“Go.”"]),
        ("‘The sailors’ boat is gone,’ he said.", ["‘The sailors’ boat is gone,’"]),
        ("'Don't,' he said. 'Go.'", ["'Don't,'", "'Go.'"]),
        ('"Go," he said.', ['"Go,"']),
        ("« Viens », dit-il.", ["« Viens »"]),
        ("„Komm“, sagte er.", ["„Komm“"]),
        ("„Chodź”, powiedział.", ["„Chodź”"]),
        ("»Ja«, sagte sie, »und nein.«", ["»Ja«", "»und nein.«"]),
        ("”Kom,” sade han. »Ja», sade hon.", ["”Kom,”", "»Ja»"]),
        ("‚Ja‘, sagte sie.", ["‚Ja‘"]),
        ("他说：“走吧。”她没动。", ["“走吧。”"]),
        ("「走吧。」彼は言った。", ["「走吧。」"]),
        ("『走吧。』他說。", ["『走吧。』"]),
        ('他说"你好"。', ['"你好"']),
    ],
)
def test_every_style_of_marks_is_found(text, said):
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“He said ‘go’ and went.” So.", ["“He said ‘go’ and went.”"]),
        ("「他说『走』，就走了。」好。", ["「他说『走』，就走了。」"]),
        ("‘She said “no”, and left,’ he said.", ["‘She said “no”, and left,’"]),
        ("« Il dit « non » hier », dit-elle.", ["« Il dit « non » hier »"]),
    ],
)
def test_the_outer_marks_count(text, said):
    assert spoken(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The dogs’ bone isn’t ’ere, ’tis gone, rock ’n’ roll.",
        "The dogs' bone isn't 'ere, 'tis gone, rock 'n' roll in the '90s.",
        "He was 6'2\" tall.",
        "What ‘em lost.",
        "No speech at all — only a dash.",
        "他走了——那是什么？——她不知道。",
        "——鲁迅《野草》",
        "She went — and what did he want? — out of the room.",
        "",
    ],
)
def test_apostrophes_and_dashes_inside_are_no_speech(text):
    assert spoken(text) == []


@pytest.mark.parametrize("mark", ["“", "„", "«", "「", "『", '"', "‘"])
def test_a_speech_that_goes_on_in_the_next_paragraph_reaches_to_the_end_of_this_one(mark):
    assert spoken(f"{mark}So it goes on") == [f"{mark}So it goes on"]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "—Ven —dijo él—, que es tarde.", ["—Ven ", ", que es tarde."]),
        ("es", "—Ven. —Se levantó—. Ya.", ["—Ven. ", ". Ya."]),
        ("ru", "— Иди, — сказал он. — Поздно.", ["— Иди, ", "— Поздно."]),
        ("ru", "— Москва — столица.", ["— Москва — столица."]),
        ("pl", "– Chodź – powiedział. – Już.", ["– Chodź ", "– Już."]),
        ("pt", "— Vem — disse ele —, é tarde.", ["— Vem ", "—, é tarde."]),
        ("fr", "— Viens, dit-il, il est tard.", ["— Viens,", " il est tard."]),
        ("fr", "— Viens ! cria Pierre.", ["— Viens !"]),
        ("fr", "— Où va-t-il ? Là-bas, je crois.", ["— Où va-t-il ? Là-bas, je crois."]),
        ("fr", "— C’est lui — enfin, presque.", ["— C’est lui — enfin, presque."]),
        (
            "en",
            "— And what did he want? asked Mara. — Nothing.",
            ["— And what did he want?", "— Nothing."],
        ),
        ("en", "— Why? asked Mara. She turned. — Nothing.", ["— Why?", "— Nothing."]),
        ("en", "—Tell me, Mulligan, Stephen said quietly.", ["—Tell me, Mulligan,"]),
        ("en", "—Come, he said, it is late.", ["—Come,", " it is late."]),
        ("en", "— Come here — said Mara — it is late.", ["— Come here ", "— it is late."]),
        ("en", "—Really! He said that? I never.", ["—Really! He said that? I never."]),
        ("zh", "——他想要什么？……", ["——他想要什么？……"]),
        ("zh", "\u3000\u3000——他想要什么？玛拉问。——没什么。", ["——他想要什么？", "——没什么。"]),
        ("zh", "——走吧，他说，天晚了。", ["——走吧，", "天晚了。"]),
        ("zh", "——走吧——不，等等，我知道。", ["——走吧——不，等等，我知道。"]),
        ("zh", "——走吧。——他站了起来。——天晚了。", ["——走吧。", "——天晚了。"]),
    ],
)
def test_after_a_dash_only_what_the_narrator_puts_in_is_left_out(language, text, said):
    assert spoken(text, language) == said


def test_offsets_are_code_points():
    assert speech_in("🌊🌊 “𠮷” 🌊") == [(3, 6)]


def test_a_very_long_paragraph_whose_marks_do_not_agree_is_read_to_its_end():
    text = "“So,” she said, “it isn't the dogs' 'bone. " * 2_400
    assert speech_in(text)[-1].end == len(text)


TEXTS = st.text(alphabet="“”‘’'\"«»„‚「」—– .,aB我\u00a0🌊")


@given(TEXTS, st.sampled_from(["", "fr", "ru", "es"]))
def test_whatever_is_written_spans_are_in_order_and_inside_of_it(text, language):
    place = 0
    for start, end in speech_in(text, language):
        assert place <= start < end <= len(text)
        place = end
