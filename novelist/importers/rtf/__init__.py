# SPDX-License-Identifier: MIT
"""RTF: rich text of Word, LibreOffice, TextEdit, WordPad and Scrivener."""
