# SPDX-License-Identifier: MIT
"""The page "Compile": presets at the left, what they say beside them, the pages at the right."""
