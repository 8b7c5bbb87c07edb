# SPDX-License-Identifier: MIT
"""Plain text to a novel: its chapters and scenes are found by how the lines look."""
