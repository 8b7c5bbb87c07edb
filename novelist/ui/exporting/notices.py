# SPDX-License-Identifier: MIT
"""The words for what a format could not hold as it stands in the novel."""

from __future__ import annotations

from PySide6.QtCore import QObject

from novelist.exporters.base import ExportWarning, WarningReason


class Notices(QObject):
    """Says warnings in whole sentences, in the language of the interface."""

    def sentence(self, warning: ExportWarning) -> str:
        """What was written instead; nothing is ever left out in silence."""
        count = warning.count
        sentences = {
            WarningReason.IMAGE_AS_TEXT: self.tr(
                "%Ln pictures are written as their descriptions.", "", count
            ),
            WarningReason.UNSAFE_LINK: self.tr("%Ln links are written as plain words.", "", count),
            WarningReason.UNWRITABLE_CHARACTER: self.tr(
                "%Ln characters cannot be written and are marked.", "", count
            ),
            WarningReason.DAMAGED_FOOTNOTE: self.tr(
                "%Ln footnotes could not be read and are written as they are kept.", "", count
            ),
            WarningReason.UNKNOWN_PLACEHOLDER: self.tr(
                "%Ln placeholders have no value and are written by name.", "", count
            ),
            WarningReason.MISSING_TYPEFACE: self.tr(
                "The typeface “{name}” is not on this computer; another one stands for it."
            ).format(name=warning.name),
        }
        otherwise = self.tr("%Ln passages are written in a plainer way.", "", count)
        return sentences.get(warning.reason, otherwise)
