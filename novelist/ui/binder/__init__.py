# SPDX-License-Identifier: MIT
"""The binder: the tree of a novel's parts, chapters and scenes, at the left of the workspace."""
