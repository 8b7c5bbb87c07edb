# SPDX-License-Identifier: MIT
"""The golden files of the exporters; ``python -m tests.exporters.references`` writes them anew."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import ExportOptions, export
from tests.exporters.pages import Pages
from tests.exporters.sample import novel

FOLDER = Path(__file__).parent.parent / "reference"
PACKED = frozenset({ExportFormat.DOCX, ExportFormat.ODT, ExportFormat.EPUB, ExportFormat.PDF})
CASES = [
    (kind, language) for kind in ExportFormat if kind not in PACKED for language in ("en", "zh")
]


def path_of(kind, language):
    return FOLDER / f"export-{kind.value}-{language}"


def written(kind, language):
    title = "The Ferry & Co." if language == "en" else "渡口"
    (file,) = export(novel(language, title), ExportOptions(kind))
    return file.data


def words_in(data):
    """What is written in a file; of an archive in all its pages."""
    if data.startswith(b"%PDF"):
        text = "\n".join(Pages(data).texts)
        return text + text[::-1]  # what is to be read from right to left stands the other way round
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [name for name in archive.namelist() if name.endswith("ml")]
        return "".join(archive.read(name).decode() for name in pages)


if __name__ == "__main__":
    for case in CASES:
        path_of(*case).write_bytes(written(*case))
