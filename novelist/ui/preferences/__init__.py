# SPDX-License-Identifier: MIT
"""The sheet of the user's choices."""
