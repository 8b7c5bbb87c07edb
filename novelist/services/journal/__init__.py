# SPDX-License-Identifier: MIT
"""What was done: recorded, announced to the panels, taken back and done again."""
