# SPDX-License-Identifier: MIT
"""Markdown to a novel, our own exports and any other (``docs/file-format.md``, section 3)."""
