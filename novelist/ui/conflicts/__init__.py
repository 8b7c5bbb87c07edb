# SPDX-License-Identifier: MIT
"""Two versions of one text, or of what is said about a scene: asking which one is to stay."""
