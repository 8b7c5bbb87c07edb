# SPDX-License-Identifier: MIT
"""Words looked for in texts and in the story bible, and what takes their place."""
