# SPDX-License-Identifier: MIT
"""Novels as pages: what stands where, and what the file says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from novelist.domain import document as d
from novelist.domain.compiling.papers import PAPERS, inner_margin
from novelist.domain.compiling.settings import ChapterStart, Content, RunningHead
from novelist.domain.document import Block, Run, document_of, paragraph
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.domain.pictures import PictureFile, PictureKind, picture_digest
from novelist.exporters.base import ExportOptions, export
from novelist.exporters.typst.faces import missing_faces
from novelist.importers.base import read_source
from tests.corpora import corpus
from tests.exporters.pages import POINT, Pages, file_of, pages_of, settings_with
from tests.exporters.sample import RICH, note, novel, plain
from tests.importers.test_pandoc import PIXEL
from tests.strategies import DOCUMENTS

PROSE = "The tide came in over the flats, and nobody who lived there looked up from the work. " * 12
HAN = (
    "潮水漫过滩涂，住在那里的人谁也没有抬头。“又涨潮了！”他说，“你听见了吗？”没有人回答、没有人动；"
    * 6
)


def chapters(count, text=PROSE, language="en", paragraphs=6, title="Tide", **values):
    items = []
    for number in range(1, count + 1):
        items.append(ManuscriptItem(ItemKind.CHAPTER, f"{title} {number}", number=number))
        items.append(ManuscriptItem(ItemKind.SCENE, "", document_of(*[text] * paragraphs), 1))
    return Manuscript("A Ledger of Tides", "Ada Farrow", language, tuple(items), **values)


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en-US", "letter"), ("en", "letter"), ("es_MX", "letter"), ("en-GB", "a4"), ("zh", "a4")],
)
def test_a_proof_is_on_the_paper_of_its_country(language, paper):
    pages = pages_of(plain(document_of("One."), language=language))
    expected = PAPERS[paper].width * POINT, PAPERS[paper].height * POINT
    assert pages.size(0) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_the_size_that_was_chosen(paper):
    pages = pages_of(plain(document_of("One.")), settings_with(paper=paper))
    expected = PAPERS[paper].width * POINT, PAPERS[paper].height * POINT
    assert pages.size(0) == pytest.approx(expected, abs=0.1)


def test_progress_is_of_all_files_together():
    told = []
    options = ExportOptions(ExportFormat.PDF, per_chapter=True, progress=told.append)
    assert len(export(chapters(2), options)) == 2
    assert max(told) < 1
    assert min(each for each in told if each >= 0.5) < 0.6, "the second begins in the middle"


def test_everything_a_text_holds_is_on_the_pages():
    file = file_of(novel())
    text = " ".join(" ".join(Pages(file.data).texts).split())
    words = ("nobody & nothing <waited>.", "CLOSED", "First & only.", "Its second paragraph.",
             "Inside a scene", "◇", "Dear Anna,", "let your hearts never fail!", "of rye",
             "2. second", "[A map] The river", "By A. <Writer>.", "かん")  # fmt: skip
    assert [word for word in words if word.casefold() not in text.casefold()] == []
    assert [str(warning.reason) for warning in file.warnings] == ["image_as_text"]


def test_the_file_says_what_it_is():
    pages = pages_of(novel())
    assert pages.document.get_metadata_value("Title") == "The Ferry & Co."
    assert pages.document.get_metadata_value("Author") == "A. <Writer>"
    assert pages.is_tagged
    assert pages.language.casefold() == "en"
    assert pages_of(novel("zh")).language.casefold() == "zh-cn"
    assert b"pdfuaid:part" in pages.data
    titles = [(level, title) for level, title, _ in pages.outline]
    assert titles == [(0, "For Anna"), (0, "Up River"), (1, "1  The Quay"), (1, "Chapter 2")]


def test_the_same_novel_is_the_same_file():
    assert file_of(novel()).data == file_of(novel()).data


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_typeface_is_in_the_file(language):
    fonts = pages_of(chapters(1, PROSE if language == "en" else HAN, language)).fonts
    assert fonts
    assert all(fonts.values())
    assert all("Garamond" in name for name in fonts) is (language == "en")


def test_a_typeface_that_is_not_there_is_named():
    text = plain(document_of("One."))
    (warning,) = file_of(text, settings_with(typeface="Nobody’s Roman")).warnings
    assert (str(warning.reason), warning.name) == ("missing_typeface", "Nobody’s Roman")
    assert not file_of(text, settings_with(typeface="literata")).warnings
    assert missing_faces("", "zh", {"eb garamond"}) == ["Noto Serif CJK SC"]
    assert missing_faces("Courier", "en", {"liberation mono"}) == []


def test_margins_change_sides():
    pages = pages_of(
        chapters(1, paragraphs=12), settings_with(paper="5x8", mirrored=True, inside=25)
    )
    width, _ = pages.size(0)
    for number in (1, 2, 3):
        lines = [line for line in pages.lines(number) if len(line.text) > 40]
        left = min(line.left for line in lines)
        right = width - max(line.right for line in lines)
        inner, outer = (left, right) if number % 2 == 0 else (right, left)
        assert inner == pytest.approx(25 * POINT, abs=3)
        assert outer == pytest.approx(13 * POINT, abs=3)


def test_chapters_begin_on_right_pages_and_the_page_before_is_empty():
    look = settings_with(
        paper="5x8", mirrored=True, chapter_start=ChapterStart.RIGHT_PAGE,
        running_head=RunningHead.AUTHOR_TITLE,
    )  # fmt: skip
    items = [item for length in (1, 4, 6, 9) for item in chapters(1, paragraphs=length).items]
    pages = pages_of(Manuscript("A Ledger of Tides", "Ada Farrow", items=items), look)
    openings = [page for _, _, page in pages.outline]
    assert len(openings) == 4
    assert all(page % 2 == 0 for page in openings), "a chapter begins on a left page"
    empty = [number for number in range(len(pages)) if pages.is_empty(number)]
    assert empty
    assert set(empty) <= {page - 1 for page in openings[1:]}
    for page in empty:
        assert next(pages.document[page].get_objects(), None) is None


def test_running_heads_name_author_and_title_but_not_where_a_chapter_begins():
    look = settings_with(paper="5x8", mirrored=True, running_head=RunningHead.AUTHOR_TITLE)
    pages = pages_of(chapters(2, paragraphs=12), look)
    openings = {page for _, _, page in pages.outline}
    tops = [pages.lines(number)[0].text.casefold() for number in range(len(pages))]
    for number, top in enumerate(tops):
        expected = "adafarrow" if number % 2 else "aledgeroftides"
        assert (top == expected) is (number not in openings)


def test_a_submission_is_headed_from_its_second_page():
    fields = {"surname": "Farrow", "keyword": "tides", "contact": "Ada Farrow\n1 Quay",
              "about-words": "5,000"}  # fmt: skip
    look = settings_with(
        Content(), paper="letter", running_head=RunningHead.SUBMISSION, size=12, leading=2,
        justified=False,
    )  # fmt: skip
    pages = pages_of(chapters(1, language="en-US", fields=fields), look)
    first = pages.lines(0)
    assert first[0].text == "AdaFarrowabout5,000words"
    assert "byAdaFarrow" in [line.text for line in first]
    for number in range(1, len(pages)):
        line = pages.lines(number)[0]
        assert line.text == f"Farrow/TIDES/{number + 1}"
        assert line.right == pytest.approx(7.5 * 72, abs=2)


def test_a_footnote_stands_at_the_foot_of_its_page():
    noted = Block(inlines=(Run("Here"), note("1", "Nine o’clock."), Run(" it turned.")))
    text = d.Document((*[paragraph(PROSE)] * 4, noted, *[paragraph(PROSE)] * 4))
    pages = pages_of(plain(text), settings_with(paper="5x8", page_numbers=False))
    (page,) = (number for number in range(len(pages)) if "it turned" in pages.text(number))
    assert pages.lines(page)[-1].text.endswith("Nineo’clock.")


def test_the_contents_say_where_chapters_are():
    content = Content(title_page=True, contents=True)
    pages = pages_of(chapters(5), settings_with(content, paper="5x8"))
    entries = {}
    for line in (line.text for number in range(3) for line in pages.lines(number)):
        name, dots, page = line.partition("....")
        if dots:
            entries[name] = int(page.strip("."))
    shown = {title.replace(" ", ""): page + 1 for _, title, page in pages.outline}
    assert entries == shown


@pytest.mark.parametrize("mirrored", [False, True])
def test_no_mark_begins_a_line_in_chinese(mirrored):
    text = ["他" * place + HAN for place in range(20)]
    manuscript = chapters(1, language="zh", paragraphs=0, title="潮")
    scene = ManuscriptItem(ItemKind.SCENE, "", document_of(*text), 1)
    manuscript = Manuscript("潮", "", "zh", (*manuscript.items, scene))
    pages = pages_of(manuscript, settings_with(paper="big-32k", mirrored=mirrored))
    lines = [line.text for number in range(len(pages)) for line in pages.lines(number)]
    assert len(lines) > 60
    assert [line for line in lines if line[0] in "，。」、！？；：”》…—"] == []
    assert [line for line in lines if line[-1] in "“《（"] == []


SHOWN = '#{panic()} \\ $x$ */ /* // #import "@preview/x:1.0.0" <s1> @s1 `raw` = _a_ *b* ~ [ ] { } "'
HOSTILE = f"{SHOWN} \x00\ud800\u2028\t𠮷😀"


def test_no_text_is_ever_code():
    item = ManuscriptItem(ItemKind.CHAPTER, HOSTILE)
    scene = ManuscriptItem(ItemKind.SCENE, HOSTILE, document_of(HOSTILE), 1)
    fields = dict.fromkeys(("surname", "keyword", "contact", "about-words", "subtitle"), HOSTILE)
    for head in RunningHead:
        manuscript = Manuscript(
            HOSTILE, HOSTILE, HOSTILE, (item, scene), scene_break=HOSTILE, fields=fields
        )
        look = settings_with(Content(contents=True), running_head=head, typeface=HOSTILE)
        file = file_of(manuscript, look)
        text = " ".join(" ".join(Pages(file.data).texts).split())
        assert SHOWN in text
        assert "unwritable_character" in {str(warning.reason) for warning in file.warnings}


def test_an_empty_novel_has_a_page():
    assert len(pages_of(Manuscript("", ""), settings_with(Content(contents=True)))) >= 1
    assert len(pages_of(plain(document_of("")), settings_with(drop_cap=True))) == 1


def test_the_words_of_the_text_stay_whole_with_a_large_first_letter():
    look = settings_with(paper="5x8", mirrored=True, drop_cap=True)
    scene = ManuscriptItem(ItemKind.SCENE, "", RICH, 1)
    pages = pages_of(Manuscript("A", "", "en", (*chapters(1).items, scene)), look)
    first = " ".join(pages.text(0).split()).casefold()
    assert "he tide came in over the flats, and nobody who lived there" in first.replace(
        "t he", "he"
    )


def test_a_page_that_a_chapter_has_for_itself_has_its_number():
    pages = pages_of(chapters(3, paragraphs=1), settings_with(paper="5x8", mirrored=True))
    assert [pages.lines(number)[-1].text for number in range(len(pages))] == ["1", "2", "3"]


def test_a_title_page_has_neither_head_nor_number():
    pages = pages_of(chapters(1), settings_with(Content(), paper="5x8"))
    assert [line.text for line in pages.lines(0)] == ["ALedgerofTides", "AdaFarrow"]


def test_lines_of_facing_pages_stand_at_the_same_heights():
    pages = pages_of(
        chapters(1, paragraphs=20), settings_with(paper="5x8", mirrored=True, size=10.5)
    )
    feet = [{line.y for line in pages.lines(number)[:-1]} for number in (1, 2, 3)]
    assert feet[0] & feet[1] == feet[0] | feet[1] or len(feet[0] ^ feet[1]) <= 1
    assert len(feet[1] ^ feet[2]) <= 1


def test_the_first_paragraph_is_not_indented_and_those_after_it_are():
    scenes = [ManuscriptItem(ItemKind.SCENE, "", document_of(*["The tide came in."] * 2), 1)] * 2
    manuscript = Manuscript("A", items=[*chapters(1, paragraphs=0).items, *scenes])
    pages = pages_of(manuscript, settings_with(paper="a4", page_numbers=False))
    begins = [line.left for line in pages.lines(0) if line.text.startswith("Thetidecamein")]
    assert len(begins) == 4
    assert begins[0] == begins[2] < begins[1] == begins[3]


def test_chinese_paragraphs_begin_two_characters_in():
    manuscript = chapters(1, HAN, "zh", paragraphs=2)
    pages = pages_of(manuscript, settings_with(paper="big-32k", size=10))
    lines = [line for line in pages.lines(0) if len(line.text) > 20]
    begins = [line.left for line in lines if line.text.startswith("潮水漫过滩涂，住")]
    assert begins[0] - min(line.left for line in lines) == pytest.approx(20, abs=1)


def test_emphasis_in_chinese_is_seen_without_a_face_for_it():
    plain_text = Block(inlines=(Run("他说："), Run("走"), Run("。")))
    marked = Block(inlines=(Run("他说："), Run("走", d.marks(d.EMPHASIS)), Run("。")))
    look = settings_with(paper="a5", page_numbers=False)
    files = [file_of(plain(d.Document((each,)), language="zh"), look).data
             for each in (plain_text, marked)]  # fmt: skip
    ends = [Pages(file).lines(0)[-1].right for file in files]
    assert ends[0] == pytest.approx(ends[1], abs=0.5), "the dots take room in the line"
    shown = [bytes(Pages(file).document[0].render(scale=2).buffer) for file in files]
    assert shown[0] != shown[1]


PICTURE = picture_digest(PIXEL)


def pictured(data, kind=PictureKind.PNG):
    blocks = (
        paragraph("Before."),
        Block(d.IMAGE_BLOCK, (), {"digest": PICTURE, "alt": "A lamp", "width": 200}),
        Block(inlines=(Run("In a line "), d.Atom(d.IMAGE, {"digest": PICTURE, "alt": "small"}))),
    )
    scene = ManuscriptItem(ItemKind.SCENE, "", d.Document(blocks))
    return Manuscript("A", items=[scene], pictures={PICTURE: PictureFile(kind, data)})


def test_pictures_stand_on_the_page():
    file = file_of(pictured(PIXEL))
    assert not file.warnings
    pages = Pages(file.data)
    found = list(pages.document[len(pages) - 1].get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=15))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PIXEL[:40], PictureKind.PNG), (PIXEL, PictureKind.BMP), (b"nothing", PictureKind.JPEG)],
)
def test_a_picture_that_cannot_be_shown_is_described(data, kind):
    file = file_of(pictured(data, kind))
    assert {str(warning.reason) for warning in file.warnings} == {"image_as_text"}
    assert "[A lamp]" in "".join(Pages(file.data).texts)


def test_one_file_a_chapter():
    options = ExportOptions(ExportFormat.PDF, per_chapter=True)
    files = export(chapters(2, paragraphs=1), options)
    assert [file.name for file in files] == ["01 Tide 1.pdf", "02 Tide 2.pdf"]
    assert ["Tide 2" in "".join(Pages(file.data).texts) for file in files] == [False, True]


def test_a_thick_book_has_a_wider_inner_margin():
    pages = pages_of(
        chapters(40, paragraphs=14), settings_with(paper="5x8", mirrored=True, size=12)
    )
    assert len(pages) > 150
    lines = [line for line in pages.lines(2) if len(line.text) > 30]
    paper = PAPERS["5x8"]
    inner = inner_margin(paper, len(pages)) * POINT
    assert min(line.left for line in lines) == pytest.approx(inner, abs=2)
    assert inner > inner_margin(paper, 100) * POINT


TEXTS = st.text(st.characters(), max_size=30)
KINDS = st.sampled_from(list(ItemKind))
ITEMS = st.builds(ManuscriptItem, KINDS, TEXTS, DOCUMENTS, st.integers(0, 3),
                  st.none() | st.integers(0, 300), st.just(True),
                  st.none() | st.tuples(TEXTS, TEXTS))  # fmt: skip
MANUSCRIPTS = st.builds(
    Manuscript, TEXTS, TEXTS, st.sampled_from(["en", "zh-Hant", "ja", "ar", "x", ""]) | TEXTS,
    st.lists(ITEMS, max_size=5), st.just({}), TEXTS,
)  # fmt: skip


@given(MANUSCRIPTS, st.sampled_from(ChapterStart), st.sampled_from(RunningHead))
@settings(max_examples=settings.default.max_examples // 5)  # each is a process of its own
def test_any_manuscript_can_be_set(manuscript, start, head):
    look = settings_with(Content(contents=True), paper="5x8", drop_cap=True, mirrored=True,
                         chapter_start=start, running_head=head)  # fmt: skip
    assert file_of(manuscript, look).data


def test_chapters_may_follow_each_other_on_a_page():
    look = settings_with(paper="a4", chapter_start=ChapterStart.SAME_PAGE)
    pages = pages_of(chapters(4, "Once.", paragraphs=2), look)
    assert len(pages) == 1
    assert [page for _, _, page in pages.outline] == [0, 0, 0, 0]


def test_a_break_of_nothing_is_an_empty_line():
    scene = ManuscriptItem(ItemKind.SCENE, "", document_of("Once."))
    look = settings_with(paper="a4", page_numbers=False, size=10, leading=1.5)
    rows = {}
    for symbol in ("", "◇"):
        manuscript = Manuscript("A", items=[scene, scene], scene_break=symbol)
        rows[symbol] = pages_of(manuscript, look).lines(0)
    assert [line.text for line in rows[""]] == ["Once.", "Once."]
    assert rows[""][0].y - rows[""][1].y == pytest.approx(30, abs=1)
    assert [line.text for line in rows["◇"]] == ["Once.", "◇", "Once."]


def test_every_fifth_line_of_the_text_has_its_number():
    look = settings_with(paper="a4", line_numbers=True, page_numbers=False, size=11)
    pages = pages_of(chapters(1, paragraphs=2), look)
    rows = [line.text for line in pages.lines(0)][2:]  # under number and title
    numbered = [place for place, text in enumerate(rows, 1) if text[0].isdecimal()]
    assert numbered == list(range(5, len(rows) + 1, 5))
    assert rows[4].startswith("5")


def test_what_ends_the_book_stands_a_line_lower():
    end = Block(inlines=(Run("THE END"),), attrs={"align": "center"})
    scene = ManuscriptItem(ItemKind.SCENE, "", d.Document((paragraph("Once."), end)))
    look = settings_with(paper="a4", page_numbers=False, size=10, leading=1.5)
    lines = pages_of(Manuscript("A", items=[scene]), look).lines(0)
    assert lines[0].y - lines[1].y == pytest.approx(30, abs=1)


def test_a_copyright_page_is_the_back_of_the_title():
    items = [
        ManuscriptItem(ItemKind.FRONT, "Copyright", document_of("© 2026")),
        ManuscriptItem(ItemKind.FRONT, "Dedication", document_of("For Anna")),
        *chapters(1).items,
    ]
    content = Content(title_page=True, contents=True)
    look = settings_with(content, paper="5x8", mirrored=True, chapter_start=ChapterStart.RIGHT_PAGE)
    pages = pages_of(Manuscript("A Ledger", items=items), look)
    found = [text.split("\n")[0].strip() for text in pages.texts]
    assert found[:7] == ["A Ledger", "© 2026", "For Anna", "", "Contents", "", "1"]
    assert pages.lines(1)[0].y < pages.lines(2)[0].y


@pytest.mark.corpus
def test_no_mark_begins_a_line_of_a_novel():
    imported = read_source(corpus("novels-zh/三国演义.txt"))
    items = [
        ManuscriptItem(item.kind, item.title, item.document)
        for chapter in imported.items[:12]
        for item in (chapter, *chapter.children)
    ]
    manuscript = Manuscript("三国演义", "罗贯中", "zh-CN", items)
    pages = pages_of(manuscript, settings_with(paper="big-32k", size=10.5, mirrored=True))
    lines = [line.strip() for text in pages.texts for line in text.split("\n") if line.strip()]
    assert len(lines) > 1500
    assert [line for line in lines if line[0] in "，。」』、！？；：”’》）…"] == []
