# SPDX-License-Identifier: MIT
"""Pictures in the text: dropped, pasted or chosen, resized with the mouse, described in a sheet."""
