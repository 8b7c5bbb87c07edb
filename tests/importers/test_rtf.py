# SPDX-License-Identifier: MIT
"""RTF of word processors to blocks: code pages, formatting, notes, comments, pictures."""

from __future__ import annotations

import random
import re
import struct
from binascii import hexlify
from datetime import UTC, datetime
from pathlib import Path

import pytest

from novelist.domain import document as d
from novelist.domain.comments import commented
from novelist.domain.document import Atom, Block, Run
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.errors import SourceError
from novelist.importers.imported import ImportedNovel, ImportOptions, WarningKind
from novelist.importers.parts import Part
from novelist.importers.rtf import tokens
from novelist.importers.rtf.novel import read_rtf
from novelist.importers.rtf.reader import NotRtfError, RichText, read_rich_text
from tests.corpora import CORPORA, corpus
from tests.importers.reading import HAN_PROSE, PROSE, tree

RTFS = sorted(
    str(path.relative_to(CORPORA))
    for folder in ("office", "scrivener")
    for path in (CORPORA / folder).rglob("*.rtf")
) or ["office/footnote.rtf"]
MUTATIONS = 12  # of each file


def read(body: str | bytes, head: str = r"\ansi\ansicpg1252") -> RichText:
    data = body if isinstance(body, bytes) else body.encode("ascii")
    return read_rich_text(b"{\\rtf1" + head.encode() + b" " + data + b"}")


def lines(body: str | bytes, head: str = r"\ansi\ansicpg1252") -> list[str]:
    return [block.plain_text for block in read(body, head).blocks]


def png_bytes(width: int, height: int) -> bytes:
    """The first bytes of a picture of that size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\0"


def hexed(text: str, codec: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


def runs(block: Block) -> list[tuple[str, str]]:
    """The words of each run with the names of its marks."""
    return [
        (run.text, " ".join(mark.name for mark in run.marks))
        for run in block.inlines
        if isinstance(run, Run)
    ]


def novel_of(path: Path, body: str) -> ImportedNovel:
    path.write_bytes(b"{\\rtf1\\ansi\\ansicpg1252 " + body.encode("ascii") + b"}")
    return read_rtf(path, ImportOptions(), lambda done: None)


# Characters.


def test_bytes_are_read_in_the_code_page_of_the_file() -> None:
    assert lines(hexed("第十二章 风起", "gb18030"), r"\ansi\ansicpg936") == ["第十二章 风起"]


@pytest.mark.parametrize(
    ("number", "codec", "words"),
    [
        (134, "gb18030", "红楼梦"),
        (136, "big5", "紅樓夢"),
        (128, "cp932", "吾輩は猫である"),
        (129, "cp949", "소설"),
        (204, "cp1251", "Война и мир"),
        (238, "cp1250", "Příliš žluťoučký kůň"),
    ],
)
def test_each_font_has_its_own_code_page(number: int, codec: str, words: str) -> None:
    fonts = rf"{{\fonttbl{{\f0\fcharset0 Times;}}{{\f1\fcharset{number} Other;}}}}"
    body = rf"{fonts}\f0 caf\'e9 {{\f1 {hexed(words, codec)}}} caf\'e9"
    assert lines(body) == [f"café {words} café"]


def test_a_character_may_be_written_half_as_a_number_and_half_as_it_is() -> None:
    text = "ゾ"  # its second byte is an ASCII character
    first, second = text.encode("cp932")
    assert second < 0x80
    body = rf"{{\fonttbl{{\f0\fcharset128 Mincho;}}}}\f0 \'{first:02x}".encode() + bytes([second])
    assert lines(body) == [text]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\u-3913?", "\uf0b7"),
        (r"\u945a", "α"),
        (r"{\uc2\u228\'E8a}b", "äb"),
        (r"{\uc0\u8220 quoted\u8221 }", "“quoted”"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\u31532\'b5\u22238\'bb", "第回"),
        (r"\ldblquote a\rdblquote\emdash b\~c\_d\{\}\\", "“a”—b\u00a0c\u2011d{}\\"),
        (r"{\upr{plain}{\*\ud{\u228 \'e4}}}", "ä"),
    ],
)
def test_characters_by_number_and_by_name(body: str, text: str) -> None:
    assert lines(body) == [text]


def test_what_is_no_character_is_counted() -> None:
    found = read(r"a\u-10179?b")
    assert ([block.plain_text for block in found.blocks], found.replaced) == (["a\ufffdb"], 1)


# Formatting.


def test_marks_begin_and_end_with_words_and_groups() -> None:
    (block,) = read(
        r"a {\b b {\i bi}} {\ul u}{\strike s}{\super 2}{\sub 3}{\scaps c}\plain d"
    ).blocks
    assert runs(block) == [
        ("a ", ""), ("b ", "strong"), ("bi", "em strong"), (" ", ""), ("u", "u"), ("s", "s"),
        ("2", "sup"), ("3", "sub"), ("c", "sc"), ("d", ""),
    ]  # fmt: skip


def test_a_mark_is_taken_back_by_nought() -> None:
    (block,) = read(r"\b a\b0 b\super c\nosupersub d\ul e\ulnone f").blocks
    assert runs(block) == [
        ("a", "strong"), ("b", ""), ("c", "sup"), ("d", ""), ("e", "u"), ("f", ""),
    ]  # fmt: skip


def test_paragraphs_lines_and_alignments() -> None:
    found = read("\\qc one\\\nstill\\par\\pard two\\line three\\par\\pard\\qr four\\tab five\\par")
    assert [(block.plain_text, block.attrs) for block in found.blocks] == [
        ("one", {"align": "center"}),
        ("still", {"align": "center"}),
        ("two\nthree", {}),
        ("four\tfive", {"align": "right"}),
    ]


def test_headings_come_from_styles_and_from_outline_levels() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Own;\outlinelevel1}{\s3 Quote;}}"
    found = read(styles + r"\pard\s1\b One\par\pard\plain\s0 text\par\outlinelevel2 Three\par"
                 r"\pard\s3 said\par")  # fmt: skip
    assert [(block.kind, block.attrs.get("level")) for block in found.blocks] == [
        ("h", 1), ("p", None), ("h", 3), ("quote", None),
    ]  # fmt: skip
    assert runs(found.blocks[0]) == [("One", "")]


def test_lists_keep_depth_and_order() -> None:
    found = read(
        r"\pard\ls1\ilvl0{\listtext\tab 1.\tab}one\par\pard\ilvl1{\listtext \bullet\tab}two\par"
    )
    assert [(b.kind, b.attrs, b.plain_text) for b in found.blocks] == [
        ("li", {"ordered": True}, "one"),
        ("li", {"depth": 1}, "two"),
    ]


def test_a_link_is_on_its_words() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt the {\b page}}}'
    (block,) = read(f"see {field}.").blocks
    links = [next((m.value for m in run.marks if m.name == "link"), "") for run in block.inlines]
    assert [run.text for run in block.inlines if isinstance(run, Run)] == [
        "see ",
        "the ",
        "page",
        ".",
    ]
    assert links == ["", "https://example.org/a", "https://example.org/a", ""]


def test_groups_that_nobody_knows_are_no_text() -> None:
    assert lines(r"a{\*\unheard {\b of} this}b{\*\listtable{\list x}}c{\colortbl;\red1;}d") == [
        "abcd"
    ]


def test_what_stands_on_every_page_and_what_is_hidden_is_named() -> None:
    found = read(r"{\header Page}a{\v hidden}b\trowd c\cell\row{\footnote n{\deleted old}}")
    assert [block.plain_text for block in found.blocks] == ["abc", ""]
    assert dict(found.left) == {
        (Part.HEADER, ""): 1, (Part.DELETED, ""): 1, (Part.HIDDEN, ""): 1, (Part.TABLE, ""): 1,
    }  # fmt: skip


def test_what_was_deleted_is_a_comment_at_its_place() -> None:
    found = read(
        r"{\*\revtbl{Unknown;}{Ann;}}The tide {\deleted\revauthdel1\revdttmdel1718182912 slowly }"
        r"{\deleted\revauthdel1\revdttmdel1718182912 and {\i surely}}came in.\par{\deleted Gone.}"
    )
    assert [block.plain_text for block in found.blocks] == ["The tide came in.", ""]
    first, second = found.deletions.found("en")
    (said,) = first.remarks
    assert (said.text, said.author) == ("Deleted: slowly and surely", "Ann")
    assert said.made_at is not None
    assert [each.text for each in second.remarks] == ["Deleted: Gone."]
    (passage,) = commented(found.blocks)
    assert (passage.mark, passage.text) == (first.mark, "tide")


def test_a_comment_behind_deleted_words_keeps_its_word() -> None:
    found = read(r"The tide{\deleted  slowly}{\*\annotation Really?} came in.")
    assert [each.text for each in commented(found.blocks)][:1] == ["tide"]
    assert [each.passage for each in found.comments] == ["tide"]


# Notes, comments, pictures.


@pytest.mark.parametrize(
    "start", [r"{\footnote ", r"{\footnote\chftn ", r"\chftn{\footnote\ftnalt {\super\chftn} "]
)
def test_a_footnote_is_an_atom_of_its_blocks(start: str) -> None:
    (block,) = read(rf"word{start}\pard\plain A {{\i note}}.\par Two\par}} on").blocks
    first, note, last = block.inlines
    assert isinstance(note, Atom)
    assert note.kind == d.FOOTNOTE
    assert note.attrs["blocks"] == [["p", ["A ", ["note", {"em": 1}], "."]], ["p", ["Two"]]]
    assert (first, last) == (Run("word"), Run(" on"))


def test_a_comment_is_on_its_passage() -> None:
    moment = 30 | 9 << 6 | 22 << 11 | 11 << 16 | 126 << 20
    found = read(
        r"He {\*\atrfstart 4}{\i sailed} home{\*\atrfend 4}{\*\atnid A}{\*\atnauthor Ann}\chatn"
        rf"{{\*\annotation{{\*\atnref 4}}{{\*\atndate {moment}}}Why?\par Say so.}}."
    )
    (comment,) = found.comments
    assert (comment.passage, comment.remarks[0].text) == ("sailed home", "Why?\nSay so.")
    assert (comment.remarks[0].author, comment.remarks[0].made_at) == (
        "Ann",
        datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    )
    assert [(text, "comment" in names) for text, names in runs(found.blocks[0])] == [
        ("He ", False), ("sailed", True), (" home", True), (".", False),
    ]  # fmt: skip


def test_a_comment_without_a_passage_is_on_the_word_before_it() -> None:
    found = read(r"He sailed{\*\annotation Why?} on. {\*\atrfstart 1}x")
    assert found.comments[0].passage == "sailed"
    assert runs(found.blocks[0]) == [("He ", ""), ("sailed", "comment"), (" on. x", "")]


@pytest.mark.parametrize("binary", [True, False])
def test_a_picture_is_kept_under_its_digest(binary: bool) -> None:
    data = png_bytes(40, 30)
    written = b"\\bin%d " % len(data) + data if binary else hexlify(data)
    found = read(
        b"a {\\*\\shppict{\\pict\\pngblip\\picwgoal1200\\pichgoal900 " + written + b"}}"
        b"{\\nonshppict{\\pict\\wmetafile8 00ff}} b\\par{\\pict\\jpegblip 00}\\par"
        b"{\\pict\\emfblip 00}"
    )
    image = found.blocks[0].inlines[1]
    assert isinstance(image, Atom)
    assert found.pictures == {str(image.attrs["digest"]): data}
    assert (image.attrs["width"], image.attrs["height"]) == (80, 60)
    assert (found.damaged_pictures, dict(found.left)) == (1, {(Part.PICTURE, "EMF"): 1})


# Novels.


def test_headings_in_styles_are_chapters(tmp_path: Path) -> None:
    head = r"\pard\outlinelevel0 "
    body = rf"{head} One\par\pard {PROSE}\par * * *\par {PROSE}\par{head} Two\par\pard {PROSE}\par"
    novel = novel_of(tmp_path / "a.rtf", body)
    assert tree(novel.items) == [["One", "It was a", "It was a"], ["Two", "It was a"]]


def test_headings_told_by_their_words_are_chapters(tmp_path: Path) -> None:
    han = hexed(HAN_PROSE, "gb18030")
    body = r"{\fonttbl{\f0\fcharset134 Song;}}\f0 "
    body += rf"{hexed('第一章　风起', 'gb18030')}\par {han}\par"
    body += rf"{hexed('第二章　云涌', 'gb18030')}\par {han}\par {han}\par"
    novel = novel_of(tmp_path / "a.rtf", body)
    assert [item.title for item in novel.items] == ["第一章　风起", "第二章　云涌"]
    assert novel.language == "zh"
    assert novel.items[1].children[0].document.plain_text == f"{HAN_PROSE}\n{HAN_PROSE}"


def test_title_and_author_of_the_file(tmp_path: Path) -> None:
    novel = novel_of(tmp_path / "a.rtf", rf"{{\info{{\title Storm}}{{\author Ann}}}}{PROSE}\par")
    assert (novel.title, novel.author) == ("Storm", "Ann")
    assert [warning.kind for warning in novel.warnings] == [WarningKind.NO_CHAPTERS]


def test_comments_come_with_the_scene_of_their_passage(tmp_path: Path) -> None:
    head = r"\pard\outlinelevel0 "
    body = rf"{head} One\par\pard {PROSE}\par{head} Two\par\pard Word{{\*\annotation Why?}}\par"
    novel = novel_of(tmp_path / "a.rtf", body)
    assert [[c.passage for c in i.comments] for i in novel.walk() if i.kind.has_text] == [
        [],
        ["Word"],
    ]


def test_a_file_that_ends_too_early_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1 " + PROSE.encode())
    novel = read_rtf(path, ImportOptions(), lambda done: None)
    assert WarningKind.CUT_OFF in {warning.kind for warning in novel.warnings}


# Strangers' files.


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(NotRtfError):
        read("{" * 5_000_00)


def test_more_marks_than_in_any_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_TOKENS", 500)
    with pytest.raises(NotRtfError):
        read("{}" * 500)


def test_a_count_beyond_the_end_takes_what_there_is() -> None:
    assert lines(r"a\par{\pict\pngblip\bin999999999 x") == ["a"]
    assert read_rich_text(b"{\\rtf1 a\\bin-5 b}").blocks[0].plain_text == "ab"


def test_passages_that_never_end_take_little() -> None:
    found = read(r"{\*\atrfstart 1}a" * 3_000 + r"{\*\annotation Why?}")
    assert (found.blocks[0].plain_text, len(found.comments)) == ("a" * 3_000, 1)
    assert len(to_json_lines(d.Document(tuple(found.blocks)))) < 10_000


@pytest.mark.corpus
@pytest.mark.parametrize("name", RTFS)
def test_every_file_of_the_collection_is_read(name: str) -> None:
    found = read_rich_text(corpus(name).read_bytes())
    assert (found.is_cut_off, found.replaced, found.damaged_pictures) == (False, 0, 0)
    content = to_json_lines(d.Document(tuple(found.blocks)))
    assert not re.search(r"\\\\(?:pard?|f\d|fs\d+)\b", content)
    assert from_json_lines(content).blocks == tuple(found.blocks)


@pytest.mark.corpus
@pytest.mark.parametrize("name", RTFS)
def test_damaged_copies_are_read_or_refused(name: str, tmp_path: Path) -> None:
    data, path = corpus(name).read_bytes(), tmp_path / "a.rtf"
    for seed in range(MUTATIONS):
        path.write_bytes(mutated(data, seed))
        assert outcome(path)


def outcome(path: Path) -> str:
    """The texts of the novel, or what is wrong with the file."""
    try:
        novel = read_rtf(path, ImportOptions(), lambda done: None)
    except SourceError as error:
        return repr(error)
    return "".join(to_json_lines(item.document) for item in novel.walk())


def mutated(data: bytes, seed: int) -> bytes:
    """A copy cut off, or with bits turned, or with pieces moved."""
    random_ = random.Random(seed)
    changed = bytearray(data)
    if seed % 3 == 0:
        del changed[random_.randrange(len(changed)) :]
    elif seed % 3 == 1:
        for _ in range(1 + len(changed) // 200):
            changed[random_.randrange(len(changed))] ^= 1 << random_.randrange(8)
    else:
        start = random_.randrange(len(changed))
        changed[start:start] = changed[: random_.randrange(len(changed))]
    return bytes(changed)
