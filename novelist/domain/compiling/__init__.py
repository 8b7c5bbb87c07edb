# SPDX-License-Identifier: MIT
"""Compiling: from a novel to a manuscript as a preset wants it, before any format is thought of."""
