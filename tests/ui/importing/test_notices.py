# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.importing.notices``."""

from __future__ import annotations

import pytest

from novelist.importers.base import ImportWarning, WarningKind
from novelist.ui.importing.notices import Notices


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
