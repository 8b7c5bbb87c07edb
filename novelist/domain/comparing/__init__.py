# SPDX-License-Identifier: MIT
"""What differs between two versions of a text, and where a reader sees it begin and end."""
