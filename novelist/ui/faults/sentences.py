# SPDX-License-Identifier: MIT
"""Sentences one after the other: with a space between them, but not in Chinese."""

from __future__ import annotations


def together(*sentences: str) -> str:
    """All that say something, in this order."""
    said = ""
    for sentence in filter(None, sentences):
        said += sentence if not said or said.endswith("。") else f" {sentence}"
    return said
