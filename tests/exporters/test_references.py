# SPDX-License-Identifier: MIT
"""Exports are what they were: golden files in two languages, and the registry is complete."""

import pytest

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import EXPORTERS
from tests.exporters.references import CASES, path_of, written


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_an_export_is_what_it_was(kind, language):
    assert written(kind, language).decode() == path_of(kind, language).read_text(encoding="utf-8")


def test_every_format_has_an_exporter():
    assert set(EXPORTERS) == set(ExportFormat)
    assert {exporter.extension for exporter in EXPORTERS.values()} == {
        ".md", ".txt", ".html", ".docx", ".odt", ".epub", ".pdf", ".json",
    }  # fmt: skip
