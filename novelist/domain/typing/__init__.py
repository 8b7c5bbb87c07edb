# SPDX-License-Identifier: MIT
"""What takes the place of typed characters: quotes, dashes, ellipses, capitals, words, pairs."""
