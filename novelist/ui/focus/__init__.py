# SPDX-License-Identifier: MIT
"""Writing and nothing else: focus mode, typewriter scrolling, sprints, dialogue in a colour."""
