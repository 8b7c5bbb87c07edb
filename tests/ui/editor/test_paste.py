# SPDX-License-Identifier: MIT
"""Strange HTML becomes our own documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run
from novelist.ui.editor.insertion import plain_document
from novelist.ui.editor.paste import document_from_html
from tests.growth import assert_linear


def inlines(html):
    (block,) = document_from_html(html).blocks
    return block.inlines


def test_paragraphs_and_marks_are_kept():
    html = "<p>One <b>two</b> <i>three</i></p><p>Four <u>f</u><s>g</s><sup>h</sup><sub>i</sub></p>"
    assert document_from_html(html) == Document(
        (
            Block(
                "p",
                (Run("One "), Run("two", d.marks("strong")), Run(" "), Run("three", d.marks("em"))),
            ),
            Block(
                "p",
                (
                    Run("Four "),
                    Run("f", d.marks("u")),
                    Run("g", d.marks("s")),
                    Run("h", d.marks("sup")),
                    Run("i", d.marks("sub")),
                ),
            ),
        )
    )


def test_fonts_sizes_and_colours_are_left_out():
    html = (
        '<p><font color="red" size="7"><span style="font-family:x;color:#f00">a</span></font></p>'
    )
    assert inlines(html) == (Run("a"),)


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        ("font-weight:700", "strong"),
        ("font-style: Italic", "em"),
        ("text-decoration: line-through", "s"),
        ("font-variant:small-caps", "sc"),
        ("vertical-align:super", "sup"),
    ],
)
def test_marks_are_read_from_styles(style, mark):
    assert inlines(f"<span style='{style}'>a</span>") == (Run("a", d.marks(mark)),)


def test_a_style_can_take_back_what_a_tag_says():
    assert inlines('<b style="font-weight:normal">a</b>') == (Run("a"),)


def test_headings_quotations_lists_and_alignment_are_kept():
    html = (
        "<h1><b>T</b></h1><h6>U</h6><blockquote><p>Q</p></blockquote>"
        "<ol><li>1</li><li><ul><li>2</li></ul></li></ol><p align=center>c</p><hr><p>* * *</p>"
    )
    assert document_from_html(html).blocks == (
        Block("h", (Run("T"),), {"level": 1}),
        Block("h", (Run("U"),), {"level": 4}),
        Block("quote", (Run("Q"),)),
        Block("li", (Run("1"),), {"ordered": True}),
        Block("li", (Run("2"),), {"depth": 1}),
        Block("p", (Run("c"),), {"align": "center"}),
        Block("break"),
        Block("break"),
    )


def test_only_links_to_pages_and_mail_are_kept():
    assert inlines('<a href="https://x.org/?a=1&amp;b">a</a>') == (
        Run("a", d.marks(link="https://x.org/?a=1&b")),
    )
    assert inlines('<a href="javascript:alert(1)">a</a>') == (Run("a"),)


def test_spaces_are_those_a_reader_would_see():
    assert inlines("<p>\n  a \n <b> b</b>&nbsp;</p>") == (Run("a "), Run("b", d.marks("strong")))
    assert inlines("<p>\u3000\u3000\u3000一</p>") == (Run("一"),)


def test_one_line_break_stays_and_two_begin_a_paragraph():
    assert inlines("a<br>b") == (Run("a"), Atom("br"), Run("b"))
    assert document_from_html("a<br><br>b<br>") == d.document_of("a", "b")


def test_scripts_styles_comments_and_hidden_words_are_left_out():
    html = (
        "<head><title>t</title></head><style>p{}</style><script>if (a<b) alert('</p>')</script>"
        "<!-- c --><p>a<span style='display:none'>x</span><img src='file:///etc/passwd'></p>"
    )
    assert document_from_html(html) == d.document_of("a")


def test_unclosed_tags_lose_no_words():
    assert document_from_html("<p>a<b>b<p>c < d & e &lt;i&gt;").plain_text == "ab\nc < d & e <i>"


@given(st.text("<>/ab=\"' !-&;p", max_size=200))
def test_any_html_whatever_gives_a_document(html):
    document = document_from_html(html)
    assert all(d.normal(block) == block for block in document)


@pytest.mark.parametrize(
    "piece", ["<", "<b>", "<a ", "<!--", "</p", "<p>", '<a b="', "<a b='>", "<i x=", "&", "a " * 9]
)
def test_hostile_html_comes_to_its_end(piece):
    """A pattern that looks at all that follows, again and again, would not come there."""
    document = document_from_html(piece * (300_000 // len(piece)))
    assert all(d.normal(block) == block for block in document)


@pytest.mark.parametrize(
    "piece", ["<b>x", "<p>x", "<p>x</p>", "<i a='b'>x</i>", "x<br>", "<ul><li>x"]
)
def test_html_costs_what_its_length_costs(piece):
    assert_linear(lambda size: document_from_html(piece * size), 1_000)


def test_plain_text_is_paragraphs_without_blank_lines_and_indents():
    text = "\u3000\u3000一\n\n  two  \r\n***\n"
    assert plain_document(text).blocks == (d.paragraph("一"), d.paragraph("two"), Block("break"))
