# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.comparing.diff``."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.bookmarks import unmarked
from novelist.domain.comments import uncommented
from novelist.domain.comparing.diff import Change, bring_back, compare, removed_characters
from novelist.domain.document import Atom, Block, Document, Mark, Run, document_of, marks, normal
from tests.strategies import DOCUMENTS


def told(diff):
    """What changed, as a person would mark it."""
    signs = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "[+{}+]"}
    return "".join(signs[span.change].format(span.text) for span in diff.spans)


def words(old, new):
    return told(compare(document_of(*old.split("|")), document_of(*new.split("|"))))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It was strange.", "It was impossible.", "It was [-strange-][+impossible+].\n"),
        ("六尺的水位。", "二尺的水位。", "[-六-][+二-]尺的水位。\n".replace("+二-", "+二+")),
        ("她没有看水。", "她没有回头看海水。", "她没有[+回头+]看[+海+]水。\n"),
        ("One.|Two.", "One.|Half.|Two.", "One.\n[+Half.\n+]Two.\n"),
        ("One. Two.", "One. |Two.", "One. [+\n+]Two.\n"),
        ("One.|Two.", "One.Two.", "One.[-\n-]Two.\n"),
        ("", "A word.", "[+A word.\n+]"),
        (
            "His hand. He left.",
            "His hand. She looked. He left.",
            "His hand. [+She looked. +]He left.\n",
        ),
    ],
)
def test_what_is_shown(old, new, expected):
    before = document_of(*old.split("|")) if old else Document()
    assert told(compare(before, document_of(*new.split("|")))) == expected


def test_words_that_stay_by_chance_are_not_sprinkled():
    shown = words(
        "A story about a rope and a priest, told at some length.",
        "The ledger of the station and of its keeper.",
    )
    assert shown.count("[-") <= 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "It began.|“You’ll never guess what he did,” said the girl, at some length.",
            "It began, she said.|“It’s early,” said Tobias.|He came and stood beside her coat.",
            "It began[+, she said+].\n"
            "[-“You’ll never guess what he did,” said the girl, at some length.\n-]"
            "[+“It’s early,” said Tobias.\nHe came and stood beside her coat.\n+]",
        ),
        (
            "值夜班的人。|窗外的雾号响了一声，又停了。|她走了。",
            "值夜班的人。寄信人一栏仍旧是空的。|她走了。",
            "值夜班的人。[+寄信人一栏仍旧是空的。+]\n[-窗外的雾号响了一声，又停了。\n-]她走了。\n",
        ),
        ("“Never!”|She left.", "“Always.”|She left.", "“[-Never!-][+Always.+]”\nShe left.\n"),
    ],
)
def test_a_paragraph_that_went_is_not_tied_to_others_by_their_signs(old, new, expected):
    assert words(old, new) == expected


def test_emphasis_is_a_change():
    plain = document_of("It was early.")
    stressed = Document((Block("p", (Run("It was "), Run("early", marks("em")), Run("."))),))
    assert told(compare(plain, stressed)) == "It was [-early-][+early+].\n"


def test_a_footnote_that_goes_is_seen():
    note = Atom("footnote", {"id": "1"})
    with_note = Document((Block("p", (Run("Early"), note, Run("."))),))
    diff = compare(with_note, document_of("Early."))
    assert [span.change for span in diff.spans] == ["same", "removed", "same"]
    assert bring_back(diff, [0]) == with_note


def test_counts_are_of_words():
    diff = compare(document_of("It was early.", "雨。"), document_of("It was very late."))
    assert (diff.added.words, diff.removed.words) == (2, 2)


def test_a_comment_alone_is_no_difference():
    link, comment = Mark("link", "0"), Mark("comment", "0")
    old, new = (
        Document((Block("h", (Atom("br", {}, given),), {"level": 1}),))
        for given in ((link,), (comment, link))
    )
    diff = compare(old, new)
    assert diff.passages == 0
    assert bring_back(diff, []) == new


@given(DOCUMENTS, DOCUMENTS)
def test_either_version_can_be_put_together_from_the_difference(old, new):
    diff = compare(old, new)
    assert _normal(bring_back(diff, [])) == _normal(new)
    # Comments and bookmarks are of the text as it stands, and no difference of versions.
    assert _read(bring_back(diff, range(diff.passages))) == _read(old)


@given(st.lists(st.sampled_from(["a", "b", "c", "雾", " ", "."]), max_size=40), st.data())
def test_texts_of_few_words_are_told_apart(letters, data):
    other = data.draw(st.permutations(letters))
    old, new = document_of("".join(letters)), document_of("".join(other))
    assert bring_back(compare(old, new), []) == _normal(new)


@given(*[st.lists(st.sampled_from(["", "A.", "B.", "A. B.", "“A,” B.", "雾。"]), max_size=8)] * 2)
def test_paragraphs_that_are_alike_are_neither_lost_nor_doubled(before, after):
    old, new = document_of(*before), document_of(*after)
    diff = compare(old, new)
    assert bring_back(diff, []) == _normal(new)
    assert bring_back(diff, range(diff.passages)) == _normal(old)


def test_one_passage_comes_back_and_the_others_stay():
    old = document_of("One boat.", "Two boats.", "Three boats.")
    new = document_of("One ship.", "Two boats.", "Three ships.")
    diff = compare(old, new)
    assert diff.passages == 2
    assert bring_back(diff, [1]).plain_text == "One ship.\nTwo boats.\nThree boats."


@pytest.mark.parametrize("alphabet", ["latin", "han"])
def test_long_versions_are_compared_word_by_word(alphabet):
    """How long that takes is measured by ``make bench``."""
    chance = random.Random(5)
    letters = "abcdefghij" if alphabet == "latin" else [chr(0x4E00 + n) for n in range(900)]
    made = [
        "".join(chance.choices(letters, k=chance.randint(2, 8))) if alphabet == "latin"
        else chance.choice(letters)
        for _ in range(5_000)
    ]  # fmt: skip
    changed = [chance.choice(made) if chance.random() < 0.05 else word for word in made]
    between = " " if alphabet == "latin" else ""
    versions = [
        document_of(*(between.join(each[at : at + 80]) for at in range(0, 5_000, 80)))
        for each in (made, changed)
    ]
    diff = compare(*versions)
    assert 100 < diff.passages < 5_000
    assert bring_back(diff, range(diff.passages)) == _normal(versions[0])


def test_it_is_known_what_became_of_a_passage():
    old = document_of("One ship. She left.", "It rained all day.", "End.")
    diff = compare(old, document_of("Two ships. She left at noon.", "End."))
    gone, come = Change.REMOVED, Change.ADDED
    assert diff.fates == {0: {gone, come}, 1: {come}, 2: {gone}}


def test_removed_characters_counts_words_that_are_gone():
    assert removed_characters("It was early in the day.", "It was late in the day.") == len("early")
    assert removed_characters("雾港的夜。", "雾港。") == 2
    assert removed_characters("One. Two.", "Two. One.") == 0


def _read(document):
    return _normal(Document(tuple(uncommented(unmarked(block)) for block in document)))


def _normal(document):
    return Document(tuple(map(normal, document)))
