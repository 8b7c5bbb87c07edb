# SPDX-License-Identifier: MIT
"""Markdown to a novel (``docs/file-format.md``, section 3)."""

from __future__ import annotations

from novelist.importers.imported import ImportedNovel, ImportOptions, Progress
from novelist.importers.text import read_text


def read_markdown(text: str, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel in a Markdown file."""
    return read_text(text, options, progress)
