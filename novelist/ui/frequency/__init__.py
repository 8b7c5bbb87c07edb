# SPDX-License-Identifier: MIT
"""Words and phrases that a text uses often: in this scene, its chapter, or the manuscript."""
