# SPDX-License-Identifier: MIT
"""A chapter set to be read: headings, notes, places, pages of any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run, document_of
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.page import PageSettings
from novelist.ui.reading.chapter_text import ChapterText, Place, Setting
from novelist.ui.reading.chapters import ReadChapter, ReadScene

CHAPTER = ReadChapter("The tide", "Part one", [ReadScene(1, "Ebb", 9), ReadScene(2, "Flood", 9)])


def noted(words, said):
    note = Atom(d.FOOTNOTE, {"id": words[:3], "blocks": [["p", [said]]]})
    return Block("p", (Run(words), note))


TEXTS = {
    1: Document((*document_of("The ebb came. " * 40).blocks, noted("A 𝒜 word.", "Said below."))),
    2: Document((noted("雾港", "Below " * 60), *document_of("The flood.", "Again.").blocks)),
}


@pytest.fixture
def chapter(theme, qapp):
    keeper = QObject()
    atoms = AtomPainter(theme, keeper)
    page = PageSettings()

    def make(width=400, height=500, texts=TEXTS, **choices):
        setting = Setting(page.font(theme, "en"), page.style("en"), width, height, **choices)
        text = ChapterText(CHAPTER, texts, setting, atoms, keeper)
        while text.work():
            pass
        return text

    yield make
    keeper.deleteLater()


def words(text):
    return text.document.toPlainText()


def test_it_begins_with_its_part_and_its_title(chapter):
    assert words(chapter()).startswith("Part one\nThe tide\nThe ebb came.")


def test_titles_of_scenes_are_there_where_they_are_wanted(chapter):
    assert "\nEbb\n" not in words(chapter())
    assert "\nEbb\n" in words(chapter(titles=True))


@pytest.mark.parametrize("titles", [False, True])
@pytest.mark.parametrize("place", [Place(1, 1, 4), Place(2, 0, 1), Place(2, 2, 0)])
def test_a_place_of_the_novel_is_found_and_told_again(chapter, place, titles):
    text = chapter(titles=titles)
    assert text.place_at(text.position_of(place)) == place


def test_what_stands_before_the_first_scene_belongs_to_its_beginning(chapter):
    assert chapter().place_at(3) == Place(1)


@pytest.mark.parametrize("height", [90, 160, 500, 2_000])
def test_every_note_stands_at_the_foot_and_whole(chapter, height):
    text = chapter(height=height)
    shown = [(p.note, n) for page in text.paging.pages for p in page.notes
             for n in range(p.first, p.last)]  # fmt: skip
    lines = [(note, n) for note, found in enumerate(text.note_lines) for n in range(len(found))]
    assert shown == lines
    assert len(text.notes) == 2


def test_a_note_stands_on_the_page_that_calls_it(chapter):
    text = chapter(height=500)
    called = words(text).index("A 𝒜 word.")
    number = text.paging.page_of(called)
    assert text.paging.pages[number].notes[0].note == 0


def test_notes_stand_at_the_end_where_that_is_chosen(chapter):
    text = chapter(notes_at_end=True)
    assert not any(page.notes for page in text.paging.pages)
    assert "1\u2002Said below." in words(text)
    assert words(text).index("Again.") < words(text).index("Said below.")


def test_a_narrow_page_makes_more_of_them(chapter):
    assert len(chapter(width=160).paging.pages) > len(chapter(width=400).paging.pages)


@pytest.mark.parametrize("behind", [(), (Block("p", (Run("Below."),)),)])
def test_a_picture_has_its_whole_room_on_a_page(chapter, behind):
    picture = Block(d.IMAGE_BLOCK, (), {"digest": "0" * 64, "width": 300, "height": 200})
    above = Block("p", (Run("Above."),))
    bottoms = [
        chapter(texts={1: d.EMPTY, 2: Document(blocks)}, height=900).paging.pages[-1].bottom
        for blocks in ((above, *behind), (above, picture, *behind))
    ]
    assert bottoms[1] - bottoms[0] >= 200


def test_letters_stand_apart_where_their_readings_are_wider(chapter):
    def width(marked):
        scene = Document((Block("p", (Run("雾", marked), Run("港"))),))
        text = chapter(texts={1: d.EMPTY, 2: scene})
        block = text.document.findBlock(text.position_of(Place(2)))
        return block.layout().lineAt(0).naturalTextWidth()

    assert width(d.marks(ruby="zhuāngzhuāng")) > width(()) + 20
