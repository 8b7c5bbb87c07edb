# SPDX-License-Identifier: MIT
"""Projects of yWriter 5 to 7: one XML file with chapters, scenes, people, places and things."""
