# SPDX-License-Identifier: MIT
"""Copies of a library: made, checked, named, noted, let go in their turn."""
