# SPDX-License-Identifier: MIT
"""The text of a scene on the screen: converting, editing, pasting, counting, saving by itself."""
