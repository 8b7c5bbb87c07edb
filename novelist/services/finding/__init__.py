# SPDX-License-Identifier: MIT
"""Words found in texts, titles and the story bible; counted; replaced."""
