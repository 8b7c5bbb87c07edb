# SPDX-License-Identifier: MIT
"""Words deleted under track changes, as every reader of office documents keeps them."""

from __future__ import annotations

from novelist.domain import document as d
from novelist.domain.comments import commented
from novelist.importers.anchors import Anchors
from novelist.importers.deletions import Deletions


def taken(*blocks):
    """The passages of blocks given as lists of words and of deletions (words in a tuple)."""
    anchors = Anchors()
    deletions = Deletions(anchors)
    settled = []
    for block in blocks:
        into = []
        for piece in block:
            if isinstance(piece, tuple):
                deletions.take(into, *piece)
            else:
                into.append(d.Run(piece))
        settled.append(d.Block(inlines=anchors.settle(into)))
    said = {c.mark: c.remarks[0] for c in deletions.found("en")}
    return settled, [(p.text, said[p.mark].text, said[p.mark].author) for p in commented(settled)]


def test_the_word_before_holds_the_comment():
    blocks, found = taken(["The old lighthouse, ", ("dark", "Ada"), "went out."])
    assert blocks[0].plain_text == "The old lighthouse, went out."
    assert found == [("lighthouse", "Deleted: dark", "Ada")]


def test_of_chinese_it_is_one_character():
    _, found = taken(["潮水来了，", ("灯", "Ada"), "还亮着。"])
    assert [(passage, author) for passage, _, author in found] == [("了", "Ada")]
    deletions = Deletions(Anchors())
    deletions.take([], "灯")
    assert deletions.found("zh-CN")[0].remarks[0].text == "删去：灯"


def test_what_no_word_stands_before_goes_to_the_next_one():
    assert taken([("All", "Ada")], ["* * *"], ["“On we go."])[1] == [("On", "Deleted: All", "Ada")]


def test_one_deletion_over_runs_and_paragraphs_is_one_comment():
    _, found = taken([("Two ", "Ada"), ("runs", "Ada")], [("and more", "Ada")], ["here"])
    assert found == [("here", "Deleted: Two runs\nand more", "Ada")]
    assert len(taken(["here", ("one", "Ada"), ("two", "Bo")])[1]) == 2


def test_blank_deletions_are_none():
    assert taken(["here", ("  ", "Ada")])[1] == []
