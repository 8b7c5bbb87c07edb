# SPDX-License-Identifier: MIT
"""Where words are looked up: an index of the library, else every text."""
