# SPDX-License-Identifier: MIT
"""Writing a novel in other formats: a protocol, a table, one module a format."""

from novelist.exporters.base import (
    EXPORTERS,
    ExportedFile,
    Exporter,
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)

__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "ExportWarning",
    "ExportedFile",
    "Exporter",
    "Manuscript",
    "ManuscriptItem",
    "WarningReason",
    "export",
]
