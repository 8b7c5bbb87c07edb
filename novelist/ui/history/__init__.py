# SPDX-License-Identifier: MIT
"""The page "History": every version of a scene, the life of the novel, what was deleted."""
