# SPDX-License-Identifier: MIT
"""What stands beside the lines: a figure every so many words, and ribbons of bookmarks."""
