# SPDX-License-Identifier: MIT
"""The rules of a novel: pure Python, no input or output, no Qt, no SQL."""
