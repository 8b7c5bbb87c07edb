# SPDX-License-Identifier: MIT
"""DOCX, ODT and EPUB: our documents as pandoc's model, written by pandoc."""
