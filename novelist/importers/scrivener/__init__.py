# SPDX-License-Identifier: MIT
"""Projects of Scrivener 3 and 2, of macOS and Windows."""
