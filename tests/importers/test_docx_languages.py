# SPDX-License-Identifier: MIT
"""Languages of passages in a DOCX of whoever wrote it."""

from __future__ import annotations

import zipfile

import pytest

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.base import read_source
from novelist.importers.pandoc.docx_languages import language_and_style, with_languages
from tests.growth import assert_linear

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY, STYLES = "word/document.xml", "word/styles.xml"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(words, properties=""):
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A1">{about}<w:t xml:space="preserve">{words}</w:t></w:r>'


def lang(western="", eastern="", more=""):
    said = f' w:val="{western}"' if western else ""
    said += f' w:eastAsia="{eastern}"' if eastern else ""
    return f"{more}<w:lang{said}/>"


def styles(western="en-US", eastern="en-US", more=""):
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{lang(western, eastern)}'
        f"</w:rPr></w:rPrDefault></w:docDefaults>{more}</w:styles>"
    )


def docx(folder, *runs, about=styles()):  # noqa: B008 - a text
    path = folder / "book.docx"
    override = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in ((BODY, "document.main"), (STYLES, "styles"))
    )
    relation = f'<Relationship Id="r" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{override}</Types>",
        )
        archive.writestr("_rels/.rels", relations.format("officeDocument", BODY))
        archive.writestr("word/_rels/document.xml.rels", relations.format("styles", "styles.xml"))
        archive.writestr(STYLES, about)
        archive.writestr(
            BODY,
            f'<w:document xmlns:w="{W}"><w:body><w:p>{"".join(runs)}</w:p></w:body></w:document>',
        )
    return path


def passages(path):
    """The words in another language, with it and their other marks."""
    return [
        (inline.text, *(mark.value or mark.name for mark in inline.marks))
        for item in read_source(path).of_kind(ItemKind.SCENE)
        for block in item.document
        for inline in block.inlines
        if any(mark.name == d.LANGUAGE for mark in inline.marks)
    ]


PLAIN = run("It was late when she wrote it down, in ink, ")


@pytest.mark.parametrize(
    ("properties", "words", "found"),
    [
        (lang("fr-FR"), "à bientôt", [("à bientôt", "fr-FR")]),
        (lang("en-US"), "as always", []),
        (lang("x-none"), "no tongue", []),
        (lang("en-US", "zh-CN"), "再见", [("再见", "zh-CN")]),
        (lang("zh-CN"), "再见", [("再见", "zh-CN")]),
        (lang("fr-FR"), "再见", []),
        (lang("la", more="<w:i/>"), "ave", [("ave", "emphasis", "la")]),
        (lang("la", more='<w:rStyle w:val="Emphasis"/>'), "ave", [("ave", "emphasis", "la")]),
        ('<w:rStyle w:val="Foreign"/>', "ave", [("ave", "la")]),
        ('<w:rStyle w:val="Foreign"/>' + lang("en-US"), "ave", []),
        ('<w:rPrChange w:id="1" w:author="A"><w:rPr><w:lang w:val="la"/></w:rPr></w:rPrChange>',
         "ave", []),
    ],
)  # fmt: skip
def test_what_runs_say(tmp_path, properties, words, found):
    named = '<w:style w:type="character" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    more = named.format("Emphasis", "") + named.format("Latin", f"<w:rPr>{lang('la')}</w:rPr>")
    more += named.format("Foreign", '<w:basedOn w:val="Latin"/>')
    path = docx(tmp_path, PLAIN, run(words, properties), PLAIN, about=styles(more=more))
    assert passages(path) == [
        (text, *("em" if one == "emphasis" else one for one in rest)) for text, *rest in found
    ]


def test_the_language_of_most_of_a_text_is_no_passage(tmp_path):
    most = [run("Es war schon spät, als sie es schrieb, ", lang("de-AT"))] * 3
    path = docx(tmp_path, *most, run("alas", lang("fr")), *most)
    assert passages(path) == [("alas", "fr")]


def test_a_chinese_novel_in_word_has_no_passages_but_those_that_are(tmp_path):
    han = [run("潮水退去了，码头上只剩下石头和海鸥。", lang("en-US", "zh-CN"))] * 3
    about = styles("en-US", "zh-CN")
    path = docx(tmp_path, *han, run("OK", lang("en-US")), run("ciao", lang("it-IT")), about=about)
    assert passages(path) == [("ciao", "it-IT")]


def test_an_english_novel_in_a_chinese_word_has_its_chinese_passages(tmp_path):
    path = docx(tmp_path, PLAIN, run("再见", lang("", "zh-CN")), about=styles("en-US", "zh-CN"))
    assert passages(path) == [("再见", "zh-CN")]


def test_words_stay_where_runs_stand_in_others_and_styles_are_missing(tmp_path):
    inner = run("drawn", lang("fr"))
    box = f"<w:r><w:rPr>{lang('it')}</w:rPr><w:t>out</w:t><w:smartTag>{inner}</w:smartTag></w:r>"
    path = docx(tmp_path, PLAIN, run("ave", lang("la", more='<w:rStyle w:val="No"/>')), box, PLAIN)
    novel = read_source(path)
    assert "ave" in novel.of_kind(ItemKind.SCENE)[0].document.plain_text
    assert ("ave", "la") in passages(path)


def test_styles_that_are_no_xml_change_nothing():
    body = run("à bientôt", lang("fr")).encode()
    assert with_languages({BODY: body}, b"<w:styles", "en") == {}
    entity = b'<!DOCTYPE w [<!ENTITY a "b">]>' + styles().encode()
    assert with_languages({BODY: body}, entity, "en") == {}


def test_names_of_styles_that_hold_no_language():
    assert language_and_style("Emphasis") == ("", "Emphasis")
    assert language_and_style("novelist-language:<b>|Strong") == ("", "Strong")


def test_crowds_of_languages_cost_what_their_size_costs():
    def read(count):
        runs = (run("a", lang(f"fr-x{number}")) for number in range(count))
        return with_languages({BODY: "".join(runs).encode()}, styles().encode(), "en")

    assert_linear(read, 2_000)
    assert read(2_000)[STYLES].count(b"<w:style ") == 500


def test_a_hundred_thousand_paragraphs_cost_what_their_size_costs():
    paragraph = f"<w:p>{run('à bientôt', lang('fr'))}{PLAIN}</w:p>".encode()
    assert_linear(
        lambda count: with_languages({BODY: paragraph * count}, styles().encode(), "en"), 2_000
    )


def test_a_text_whose_styles_are_damaged_is_read(tmp_path):
    path = docx(tmp_path, PLAIN, run("à bientôt", lang("fr")))
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo(STYLES).header_offset + 80
    data = bytearray(path.read_bytes())
    data[place] ^= 1  # its sum is another now
    path.write_bytes(data)
    (text,) = read_source(path).of_kind(ItemKind.SCENE)
    assert text.document.plain_text.endswith("à bientôt")
