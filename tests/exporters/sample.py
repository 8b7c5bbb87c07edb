# SPDX-License-Identifier: MIT
"""Manuscripts for exporters: one that shows everything in two languages, and a plain one."""

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.exporters.base import Manuscript, ManuscriptItem

PART, CHAPTER, SCENE = ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE
BR = d.Atom(d.LINE_BREAK)


def run(text, *names, **values):
    return d.Run(text, d.marks(*names, **values))


def block(kind, *inlines, **attrs):
    return d.Block(kind, inlines, attrs)


def document(*blocks):
    return d.Document(blocks)


def note(key, *texts):
    return d.Atom(d.FOOTNOTE, {"id": key, "blocks": [["p", [text]] for text in texts]})


RICH = document(
    d.paragraph("The ferry left at six; nobody & nothing <waited>."),
    block(
        "p",
        run("He was "), run("never", "em"), run(" late. "), run("Never.", "strong"),
        run(" The sign said "), run("closed", "sc"), run(", "), run("then", "s"), run(" "),
        run("open", "u"), run(", H"), run("2", "sub"), run("O, 1"), run("st", "sup"), run(", "),
        run("marked", "hl"), run(", "), run("linked", link="https://example.org/?a=1&b=2"),
        run(", "), run("bonjour", lang="fr"), run(", "), run("漢", ruby="かん"), run("."),
    ),
    block("p", run("A note"), note("1", "First & only.", "Its second paragraph."), run(" here.")),
    block("h", run("Inside a scene"), level=2),
    block("p", run("THE END"), align="center"),
    block("break", symbol="◇"),
    block("quote", run("A quoted line.")),
    block("quote", run("And another.")),
    block("letter", run("Dear Anna,"), BR, run("come soon.")),
    block("verse", run("So be cheery, my lads,"), BR, run("  let your hearts never fail!")),
    block("verse", run("A second stanza.")),
    block("li", run("bread")),
    block("li", run("of rye"), depth=1),
    block("li", run("first"), ordered=True),
    block("li", run("second"), ordered=True),
    block("image", digest="abc123", alt="A map", caption="The river"),
    block("p", run("By "), d.Atom(d.PLACEHOLDER, {"name": "author"}), run(".")),
)  # fmt: skip


def novel(language="en", title="The Ferry & Co.", author="A. <Writer>"):
    texts = ("Second scene.", "Third scene.") if language == "en" else ("第二场。", "第三场。")
    return Manuscript(
        title,
        author,
        language,
        (
            ManuscriptItem(ItemKind.FRONT, "For Anna" if language == "en" else "献词",
                           d.document_of("And for the river.")),
            ManuscriptItem(PART, "Up River" if language == "en" else "上卷"),
            ManuscriptItem(CHAPTER, "The Quay" if language == "en" else "渡口", depth=1, number=1),
            ManuscriptItem(SCENE, "working title", RICH, depth=2),
            ManuscriptItem(SCENE, "", d.document_of(texts[0]), depth=2),
            ManuscriptItem(CHAPTER, "", depth=1, number=2),
            ManuscriptItem(SCENE, "", d.document_of(texts[1]), depth=2),
        ),
    )  # fmt: skip


def plain(*texts, language="en", title="A Novel"):
    items = [ManuscriptItem(CHAPTER, "One", number=1)]
    items += [ManuscriptItem(SCENE, "", text, depth=1) for text in texts]
    return Manuscript(title, "", language, tuple(items))
