# SPDX-License-Identifier: MIT
"""Pages of a PDF as pictures."""

from __future__ import annotations

import gc

import pytest

from novelist.domain.document import document_of
from novelist.domain.enums import ExportFormat
from novelist.exporters.base import ExportOptions, export
from novelist.ui.compile.pages import PdfPages
from tests.exporters.sample import plain


@pytest.fixture(scope="module")
def data():
    return export(plain(document_of("One.")), ExportOptions(ExportFormat.PDF))[0].data


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(data):
    pages = PdfPages(data)
    image = pages.picture(0, 300)
    assert image.width() == pytest.approx(300, abs=1)
    assert image.height() / image.width() == pytest.approx(
        pages.size.height() / pages.size.width(), abs=0.01
    )
    pages.close()


def test_pages_that_nobody_came_to_show_are_let_go(data, monkeypatch):
    closed = []
    monkeypatch.setattr(PdfPages, "close", lambda pages: closed.append(pages.count))
    PdfPages(data)
    gc.collect()
    assert len(closed) == 1


def test_what_is_no_pdf_is_refused_and_nothing_else():
    with pytest.raises(Exception, match="Failed to load document"):
        PdfPages(b"no pages")
    gc.collect()
