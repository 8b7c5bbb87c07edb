# SPDX-License-Identifier: MIT
"""Comments: passages coloured in the text, their threads in a tab of the inspector."""
