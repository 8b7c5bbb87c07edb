# SPDX-License-Identifier: MIT
"""The continuous manuscript: a chapter, or the whole novel, as one flowing text."""
