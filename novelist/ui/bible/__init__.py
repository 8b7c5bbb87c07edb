# SPDX-License-Identifier: MIT
"""The page "Bible": people, places, things, groups and threads of a novel, as lists and forms."""
