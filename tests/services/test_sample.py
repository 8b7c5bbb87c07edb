# SPDX-License-Identifier: MIT
"""The novel that comes with Novelist."""

from __future__ import annotations

import pytest

from novelist import paths
from novelist.domain.words_to_spell import is_among, words_to_spell, wrong_words
from novelist.services import novels, outline
from novelist.services.importing.sample import create_sample
from novelist.services.spelling.hunspell_reader import DictionaryReader
from novelist.services.spelling.known_words import list_known_words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_is_a_whole_small_novel(language, library, loop):
    novel_id = loop(create_sample(language))
    (card,) = loop(novels.list_novels())
    items = loop(outline.load_outline(novel_id))
    scenes = [item for item in items if item.kind == "scene"]
    assert card.language.startswith(language)
    assert card.target is not None
    assert card.chapters >= 5
    assert len(scenes) >= 10
    assert all(item.status_id and item.synopsis and item.words for item in scenes)
    assert len(loop(outline.list_labels(novel_id))) >= 3
    assert {"note", "part"} <= {item.kind for item in items}


def test_no_word_of_the_english_sample_is_called_wrong(library, loop):
    novel_id = loop(create_sample("en"))
    known = set(loop(list_known_words(novel_id)))
    text = (paths.resources() / "sample" / "sample-en.md").read_text("utf-8")
    prose = [part for part in text.split("\n\n") if not part.startswith(("---", "{", "#"))]
    words = [word for part in prose for word in words_to_spell(part.replace("\n", " "))]
    reader = DictionaryReader(paths.resources() / "dictionaries", "en_GB")
    wrong = {word.text for word in wrong_words(words, reader.is_wrong)}
    assert not {word for word in wrong if not is_among(word, known)}
