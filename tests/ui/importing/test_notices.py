# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.importing.notices``."""

from __future__ import annotations

import pytest

from novelist.cli.part_words import part_name as told
from novelist.cli.words import Words
from novelist.importers.base import ImportWarning, WarningKind
from novelist.importers.parts import Part
from novelist.ui.importing.notices import Notices
from novelist.ui.importing.part_names import part_name


@pytest.mark.parametrize("kind", list(WarningKind))
def test_every_warning_has_a_sentence(qapp, kind):
    sentence = Notices().sentence(ImportWarning(kind, 3, "utf-8"))
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_every_warning_has_a_sentence_of_its_own(qapp):
    notices = Notices()
    sentences = {notices.sentence(ImportWarning(kind, 3, "utf-8")) for kind in WarningKind}
    assert len(sentences) == len(WarningKind)


def test_a_guessed_encoding_is_named(qapp):
    warning = ImportWarning(WarningKind.UNSURE_ENCODING, text="big5hkscs")
    assert "Big5" in Notices().sentence(warning)


@pytest.mark.parametrize("part", list(Part))
def test_every_part_has_a_name_in_the_window_and_on_the_command_line(qapp, part):
    english, chinese = Words("en"), Words("zh_CN")
    assert part_name(part, "") == told(part, "", english)
    assert part_name(part, "Pier") == told(part, "Pier", english)
    assert told(part, "", english) != told(part, "", chinese)
    assert "{" not in part_name(part, "Pier") + told(part, "Pier", chinese)


def test_what_is_left_out_is_called_as_in_the_other_program_and_counted(qapp):
    warning = ImportWarning(WarningKind.LEFT, 1_212, part=Part.WRITING_HISTORY)
    assert "writing history (1,212)." in Notices().sentence(warning)
    unknown = ImportWarning(WarningKind.LEFT, 1, "wOrd", Part.UNKNOWN)
    assert "unknown part “wOrd”." in Notices().sentence(unknown)


def test_all_that_is_left_out_is_one_sentence_which_may_name_a_part(qapp):
    parts = (Part.WRITING_HISTORY, Part.DAILY_TARGET, Part.PAGE_BREAK, Part.SPACE)
    warnings = [ImportWarning(WarningKind.LEFT, 1, part=part) for part in parts]
    (whole,) = Notices().sentences(warnings)
    assert whole.endswith("writing history; daily word target; page breaks; vertical spaces.")
    (brief,) = Notices().sentences(warnings, 2)
    assert brief.endswith("writing history; daily word target and 2 more.")
    mixed = [*warnings, ImportWarning(WarningKind.DAMAGED, part=Part.SETTINGS)]
    assert len(Notices().sentences(mixed)) == 2
