# SPDX-License-Identifier: MIT
"""DOCX, EPUB and HTML, read by pandoc, a program of its own that gives its model as JSON."""
