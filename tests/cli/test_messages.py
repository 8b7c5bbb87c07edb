# SPDX-License-Identifier: MIT
"""Every error has a sentence of its own, in both languages, on one line."""

from pathlib import Path

import pytest

from novelist import errors
from novelist.cli.messages import SENTENCES, sentence
from novelist.cli.words import LANGUAGES, Words
from novelist.paths import backup_folder

PATH = Path("folder") / "a file.novelist"
SPECIAL = {
    errors.SourceTooLargeError: (PATH, 200_000_000),
    errors.SourceTooManyLinesError: (PATH, 1_000_000),
    errors.NotFoundError: ("novel", "Moby"),
    errors.AmbiguousTitleError: ("Moby", (1, 2)),
    errors.ConflictError: ("item", 1, 2, 3),
    errors.MigrationError: (PATH, None),
    errors.DocumentFormatError: (3, "odd"),
    errors.DatabaseNotInitializedError: (),
}


def tree(kind):
    yield kind
    for each in kind.__subclasses__():
        yield from tree(each)


KINDS = sorted(set(tree(errors.NovelistError)), key=lambda kind: kind.__name__)


def test_no_error_is_without_a_sentence():
    assert set(KINDS) == set(SENTENCES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_is_one_line_that_names_the_file(kind, language):
    is_file = issubclass(kind, errors.FileError)
    given = SPECIAL.get(kind, (PATH, "full") if is_file else ("what",))
    told = sentence(kind(*given), Words(language))
    assert "\n" not in told
    assert "{" not in told
    assert told[-1] in ".。"
    if is_file:
        assert str(PATH) in told or PATH.name in told


def test_the_most_exact_sentence_is_told():
    class OddSourceError(errors.SourceMissingError):
        pass

    assert "no file" in sentence(OddSourceError(PATH), Words("en"))
    assert "1, 2" in sentence(errors.AmbiguousTitleError("Moby", (1, 2)), Words("en"))


def test_what_was_not_foreseen_has_a_sentence_too():
    assert "--debug" in sentence(ZeroDivisionError("x"), Words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_library_is_told_with_the_folder_that_its_backups_are_in(language):
    told = sentence(errors.LibraryEmptyError(PATH), Words(language))
    assert str(backup_folder(PATH)) in told
